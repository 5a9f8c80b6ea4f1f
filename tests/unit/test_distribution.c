/* scenario/distribution: parameters in the input's unit, what no value can be drawn from, and the words of the report. */
#include "scenario/distribution.h"

#include "model/adjust.h"
#include "scenario/scenario.h"
#include "unit.h"

static Run *run_begin(void)
{
    static jmp_buf out_of_memory;
    static Run run;
    run = (Run){.arena = arena_create(&out_of_memory)};
    run.config_folder = text_copy(run.arena, text_of(unit_repo_path("config")));
    return &run;
}

static void print_problems(Run *run)
{
    for (size_t i = 0; i < run->problems.count; i++)
        fprintf(stderr, "%.*s", TEXT_ARGUMENTS(problem_text(run, &run->problems.items[i])));
}

/* A scenario, counted in thousands, of one input that has this distribution. */
static bool read_with(const Scenario **out, Run *run, const char *value, const char *unit, const char *distribution)
{
    const Chart *chart;
    Companies companies = {0};
    Text text = text_format(run->arena,
                            "title = \"A and B\"; reporting_unit = \"usd_thousands\"; periods = [ \"2004-03-31/3M\" ]; acquirer = \"a\"; targets = [ \"b\" ];\n"
                            "companies = { a = { filings = { one = { file = \"a.txt\"; }; }; }; b = { filings = { one = { file = \"b.txt\"; }; }; }; };\n"
                            "inputs = { deal = { x = { value = %s; unit = \"%s\"; distribution = { %s }; }; }; };\n",
                            value, unit, distribution);
    ck_assert(chart_read(&chart, run) && companies_read(&companies, run));
    source_add(&run->sources, run->arena, TEXT("x.cfg"), TEXT("x.cfg"), text);
    return scenario_read(out, run, chart, &companies, adjustment_kinds, TEXT("x.cfg"), TEXT("x.cfg"), &(ScenarioOptions){0});
}

/* 40 million dollars are 40,000 thousand; 92,482,834 shares are 92,482.834 thousand; 35 percent are 0.35, and 5 points of it 0.05. The
 * deviation of a logarithm and weights have no unit, whatever that of the input. */
static const struct {
    const char *value, *unit, *distribution;
    DistributionShape shape;
    double mean, median, deviation, low, high, mode;
    const char *words; /* in the unit of the input */
} good[] = {
    {"35", "percent", "shape = \"normal\"; mean = 35.5; deviation = 5;", SHAPE_normal, 0.355, 0, 0.05, 0, 0, 0, "normal, mean 35.5, deviation 5"},
    {"40", "usd_millions", "shape = \"normal\"; mean = -2; deviation = \"400 thousand\";", SHAPE_normal, -2000, 0, 400, 0, 0, 0, "normal, mean -2, deviation 0.4"},
    {"29.47", "usd_per_share", "shape = \"lognormal\"; median = 29.47; deviation = 0.25;", SHAPE_lognormal, 0, 29.47, 0.25, 0, 0, 0,
     "lognormal, median 29.47, deviation of the logarithm 0.25"},
    {"\"40 million\"", "usd", "shape = \"lognormal\"; deviation = 0.25; median = \"40 million\";", SHAPE_lognormal, 0, 40000, 0.25, 0, 0, 0,
     "lognormal, median 40000000, deviation of the logarithm 0.25"},
    {"5", "percent", "shape = \"lognormal\"; median = 5; deviation = 0.25;", SHAPE_lognormal, 0, 0.05, 0.25, 0, 0, 0, "lognormal, median 5, deviation of the logarithm 0.25"},
    {"1.404", "ratio", "shape = \"uniform\"; low = 1.2; high = 1.6;", SHAPE_uniform, 0, 0, 0, 1.2, 1.6, 0, "uniform 1.2 to 1.6"},
    {"\"92,482,834\"", "shares", "shape = \"uniform\"; low = \"90 million\"; high = \"92,482,834\";", SHAPE_uniform, 0, 0, 0, 90000, 92482.834, 0, "uniform 90000000 to 92482834"},
    {"40", "usd_millions", "shape = \"triangular\"; low = -15.5; mode = 40; high = \"55,000 thousand\";", SHAPE_triangular, 0, 0, 0, -15500, 55000, 40000,
     "triangular -15.5 to 55, mode 40"},
    {"1", "ratio", "shape = \"triangular\"; low = 1; mode = 1; high = 2;", SHAPE_triangular, 0, 0, 0, 1, 2, 1, "triangular 1 to 2, mode 1"},
};

START_TEST(reads_parameters_in_the_unit)
{
    Run *run = run_begin();
    const Scenario *scenario;
    bool read = read_with(&scenario, run, good[_i].value, good[_i].unit, good[_i].distribution);
    print_problems(run);
    ck_assert(read);
    const ScenarioInput *input = &scenario->inputs[0];
    const Distribution *found = input->distribution;
    ck_assert_int_eq(found->shape, good[_i].shape);
    ck_assert_double_eq(found->mean.number, good[_i].mean);
    ck_assert_double_eq(found->median.number, good[_i].median);
    ck_assert_double_eq(found->deviation.number, good[_i].deviation);
    ck_assert_double_eq(found->low.number, good[_i].low);
    ck_assert_double_eq(found->high.number, good[_i].high);
    ck_assert_double_eq(found->mode.number, good[_i].mode);
    ck_assert_uint_eq(found->value_count + found->weight_count, 0);
    ck_assert_str_eq(text_zero_terminated(run->arena, distribution_words(run->arena, found, input->unit)), good[_i].words);
    arena_destroy(run->arena);
}
END_TEST

START_TEST(reads_values_and_weights)
{
    static const double values[] = {0.3, 0.35, 0.385}, weights[] = {1, 0, 2.5};
    Run *run = run_begin();
    const Scenario *scenario;
    ck_assert(read_with(&scenario, run, "35", "percent", "shape = \"discrete\"; values = ( 30, 35, \"38.5\" ); weights = ( 1, 0, 2.5 );"));
    const Distribution *discrete = scenario->inputs[0].distribution;
    ck_assert(discrete->shape == SHAPE_discrete && discrete->value_count == 3 && discrete->weight_count == 3);
    for (int i = 0; i < UNIT_COUNT(values); i++) {
        ck_assert_double_eq(discrete->values[i].number, values[i]);
        ck_assert_double_eq(discrete->weights[i].number, weights[i]);
    }
    Text words = distribution_words(run->arena, discrete, scenario->inputs[0].unit);
    ck_assert(text_equal(words, TEXT("discrete 30 (weight 1), 35 (weight 0), 38.5 (weight 2.5)")));
    arena_destroy(run->arena);

    run = run_begin();
    ck_assert(read_with(&scenario, run, "26.4", "usd_per_share", "shape = \"empirical\"; values = [ 26.4, 24.9, 29.47, 26.18 ];"));
    const Distribution *empirical = scenario->inputs[0].distribution;
    ck_assert(empirical->shape == SHAPE_empirical && empirical->value_count == 4 && empirical->weight_count == 0 && empirical->values[3].number == 26.18);
    words = distribution_words(run->arena, empirical, scenario->inputs[0].unit);
    ck_assert(text_equal(words, TEXT("empirical, 4 values from 24.9 to 29.47")));
    arena_destroy(run->arena);
}
END_TEST

static const struct {
    const char *distribution;
    ProblemKind kind;
    const char *at; /* what the problem points at */
} bad[] = {
    {"shape = \"normal\"; mean = 1; deviation = 0;", PROBLEM_bad_distribution, "0"},
    {"shape = \"normal\"; mean = 1; deviation = -0.5;", PROBLEM_bad_distribution, "-0.5"},
    {"shape = \"lognormal\"; median = 1; deviation = 0;", PROBLEM_bad_distribution, "0"},
    {"shape = \"lognormal\"; median = 0; deviation = 1;", PROBLEM_bad_distribution, "0"},
    {"shape = \"lognormal\"; median = -2; deviation = 1;", PROBLEM_bad_distribution, "-2"},
    {"shape = \"uniform\"; low = 2; high = 1;", PROBLEM_bad_distribution, "1"},
    {"shape = \"uniform\"; low = 2; high = 2.0;", PROBLEM_bad_distribution, "2.0"},
    {"shape = \"triangular\"; low = 2; high = 1; mode = 3;", PROBLEM_bad_distribution, "1"}, /* and no second one about the mode */
    {"shape = \"triangular\"; low = 1; high = 2; mode = 0.99;", PROBLEM_bad_distribution, "0.99"},
    {"shape = \"triangular\"; low = 1; high = 2; mode = 2.01;", PROBLEM_bad_distribution, "2.01"},
    {"shape = \"discrete\"; values = [ 1, 2 ]; weights = [ 1 ];", PROBLEM_bad_distribution, "["},
    {"shape = \"discrete\"; values = [ 1 ]; weights = [ 1, 2 ];", PROBLEM_bad_distribution, "["},
    {"shape = \"discrete\"; values = [ 1, 2 ]; weights = [ 3, -1 ];", PROBLEM_bad_distribution, "["},
    {"shape = \"discrete\"; values = [ 1, 2 ]; weights = [ 0, 0 ];", PROBLEM_bad_distribution, "["},
    {"shape = \"discrete\"; values = [ ]; weights = [ ];", PROBLEM_bad_distribution, "["},
    {"shape = \"empirical\"; values = ( );", PROBLEM_bad_distribution, "("},
    {"shape = \"pareto\"; low = 1;", PROBLEM_unknown_choice, "\"pareto\""},
    {"shape = \"unifrom\"; low = 1; high = 2;", PROBLEM_unknown_choice, "\"unifrom\""},
    {"low = 1; high = 2;", PROBLEM_setting_missing, "distribution"},
    {"shape = 5; low = 1; high = 2;", PROBLEM_setting_type, "5"},
    {"shape = \"uniform\"; low = 1;", PROBLEM_setting_missing, "distribution"},
    {"shape = \"uniform\"; low = 1; high = 2; mean = 1.5;", PROBLEM_unknown_key, "mean"}, /* no parameter is taken and left unread */
    {"shape = \"uniform\"; low = 1; hihg = 2;", PROBLEM_unknown_key, "hihg"},
    {"shape = \"uniform\"; low = 1; high = \"2 million\";", PROBLEM_bad_amount, "\"2 million\""},
    {"shape = \"uniform\"; low = 1; high = \"much\";", PROBLEM_bad_amount, "\"much\""},
    {"shape = \"discrete\"; values = 1; weights = [ 1 ];", PROBLEM_setting_type, "1"},
    {"shape = \"discrete\"; values = [ 1 ]; weights = ( \"1 thousand\" );", PROBLEM_bad_amount, "\"1 thousand\""},
    {"shape = \"empirical\"; values = ( 1, true );", PROBLEM_setting_type, "true"},
};

START_TEST(refuses)
{
    Run *run = run_begin();
    const Scenario *scenario;
    ck_assert_msg(!read_with(&scenario, run, "1", "ratio", bad[_i].distribution), "%s", bad[_i].distribution);
    if (run->problems.count != 1)
        print_problems(run);
    ck_assert_uint_eq(run->problems.count, 1);
    const Problem *found = &run->problems.items[0];
    ck_assert_str_eq(problem_name(found->kind), problem_name(bad[_i].kind));
    ck_assert_str_eq(text_zero_terminated(run->arena, source_text(&run->sources, found->place)), bad[_i].at);
    arena_destroy(run->arena);
}
END_TEST

/* A unit that is not known is one mistake, and not one for every number that it was meant for. */
START_TEST(unknown_unit_is_said_once)
{
    Run *run = run_begin();
    const Scenario *scenario;
    ck_assert(!read_with(&scenario, run, "\"40 million\"", "usd_milions", "shape = \"uniform\"; low = \"30 million\"; high = \"50 million\";"));
    ck_assert_uint_eq(run->problems.count, 1);
    ck_assert_int_eq(run->problems.items[0].kind, PROBLEM_unknown_unit);
    arena_destroy(run->arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("distribution");
    unit_add(suite, "reads parameters in the unit", reads_parameters_in_the_unit, UNIT_COUNT(good));
    unit_add(suite, "reads values and weights", reads_values_and_weights, 1);
    unit_add(suite, "refuses", refuses, UNIT_COUNT(bad));
    unit_add(suite, "unknown unit is said once", unknown_unit_is_said_once, 1);
    return unit_run(suite);
}
