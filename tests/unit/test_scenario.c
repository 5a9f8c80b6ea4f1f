/* scenario/scenario: the shape of a scenario file, every mistake named at its place, and --set. */
#include "model/adjust.h"
#include "scenario/scenario.h"

#include "unit.h"

#include <math.h>
#include <string.h>

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

/* A scenario that is right; a case replaces one stretch of it. */
static const char whole[] =
    "title = \"A and B\"; reporting_unit = \"usd_thousands\"; periods = [ \"2004-03-31/3M\", \"2004-03-31\" ];\n"
    "calendar = \"aligned\"; acquirer = \"juniper\"; targets = [ \"bee\" ];\n"
    "companies = {\n"
    "  juniper = { filings = { one = { file = \"a.txt\"; filed = \"2004-04-21\"; }; }; };\n"
    "  bee = { title = \"Bee Corp.\"; fiscal_year_end = \"09-30\"; join_days = 7; balance_days = 93; missing = \"nothing\";\n"
    "    filings = { old = { file = \"/b.txt\"; take = [ \"operations.gaap\", \"footnote\", \"operations\" ]; presentation = \"bee\"; assumption = \"x\"; }; }; };\n"
    "};\n"
    "inputs = { deal = {\n"
    "  ratio = { value = 1.404; unit = \"ratio\"; source = \"agreement\"; range = [ 1.2, 1.6 ]; };\n"
    "  cash = { value = \"1,250.0 million\"; unit = \"usd\"; };\n"
    "  fee = { value = 361.3; unit = \"usd_millions\"; };\n"
    "  tax = { value = 35; unit = \"percent\"; };\n"
    "  shares = { value = \"92,482,834\"; unit = \"shares\"; };\n"
    "}; };\n"
    "entries = { move = { kind = \"reclassification\"; company = \"bee\"; from_presentation = \"bee\"; statement = \"operations\"; basis = \"gaap\";\n"
    "  periods = [ \"2004-03-31/3M\" ]; reason = \"because\"; citation = \"S-X 11\";\n"
    "  legs = ( { line = \"cost.product\"; amount = \"-bee.revenue.total * 2\"; }, { line = \"opex.amortization\"; amount = \"5\"; } ); }; };\n"
    "shares = { issued = \"bee.shares.basic * deal.ratio\"; potential = { options = { shares = \"deal.shares\"; printed_increment = true; }; }; };\n"
    "verify = { income = { name = \"pro_forma.net_income\"; period = \"2004-03-31/3M\"; basis = \"gaap\"; value = \"30,505\"; source = \"by hand\"; }; };\n"
    "assumptions = ( \"that it rains\" );\n";

/* `from` of the whole replaced by `to`; the options may be NULL. */
static bool read_changed(const Scenario **out, Run *run, const char *from, const char *to, const Text *sets, size_t set_count)
{
    const Chart *chart;
    Companies companies = {0};
    Text text = text_of(whole), wanted = text_of(from);
    size_t at = text_find(text, wanted, 0);
    ck_assert_msg(at < text.length || wanted.length == 0, "the scenario lacks: %s", from);
    Text before = text_slice(text, 0, at), after = text_slice(text, at + wanted.length, text.length);
    Text changed = text_format(run->arena, TEXT_FORMAT "%s" TEXT_FORMAT, TEXT_ARGUMENTS(before), to, TEXT_ARGUMENTS(after));
    bool ready = chart_read(&chart, run) && companies_read(&companies, run);
    print_problems(run);
    ck_assert(ready);
    source_add(&run->sources, run->arena, TEXT("x.cfg"), TEXT("some/x.cfg"), changed);
    return scenario_read(out, run, chart, &companies, adjustment_kinds, TEXT("x.cfg"), TEXT("some/x.cfg"), &(ScenarioOptions){.sets = sets, .set_count = set_count});
}

static bool read_whole(const Scenario **out, Run *run)
{
    bool good = read_changed(out, run, "", "", NULL, 0);
    print_problems(run);
    return good;
}

START_TEST(reads_who_combines)
{
    Run *run = run_begin();
    const Scenario *scenario;
    ck_assert(read_whole(&scenario, run));
    ck_assert(text_equal(scenario->title, TEXT("A and B")));
    ck_assert_int_eq(scenario->reporting.scale, 3);
    ck_assert_uint_eq(scenario->period_count, 2);
    ck_assert_int_eq(scenario->periods[0].months, 3);
    ck_assert_int_eq(scenario->periods[1].months, 0);
    ck_assert_uint_eq(scenario->company_count, 2);
    const ScenarioCompany *acquirer = &scenario->companies[0], *target = &scenario->companies[1];
    ck_assert(text_equal(acquirer->company.id, TEXT("juniper")));
    ck_assert_int_eq(acquirer->company.year_end_month, 12); /* config/companies.cfg */
    ck_assert(text_equal(acquirer->filings[0].path, TEXT("some/a.txt")));
    ck_assert_int_eq(acquirer->filings[0].filed, day_from_civil(2004, 4, 21));
    ck_assert_uint_eq(acquirer->filings[0].take_count, 0);
    ck_assert(text_equal(target->company.label, TEXT("Bee Corp.")));
    ck_assert_int_eq(target->company.year_end_month * 100 + target->company.year_end_day, 930);
    ck_assert_int_eq(target->join_days * 100 + target->balance_days, 793);
    ck_assert_int_eq(target->balance_date, DAY_NONE);
    const FilingUse *old = &target->filings[0];
    ck_assert(text_equal(old->path, TEXT("/b.txt")));
    ck_assert_int_eq(old->filed, DAY_NONE);
    ck_assert_uint_eq(old->take_count, 3);
    ck_assert(!old->takes[0].every_basis && old->takes[0].basis == BASIS_gaap && !old->takes[1].every_basis && old->takes[2].every_basis);
    arena_destroy(run->arena);
}
END_TEST

START_TEST(reads_inputs_in_their_units)
{
    static const double numbers[] = {1.404, 1250000, 361300, 0.35, 92482.834}; /* money and shares in thousands, a percentage as a fraction */
    Run *run = run_begin();
    const Scenario *scenario;
    ck_assert(read_whole(&scenario, run));
    ck_assert_uint_eq(scenario->input_count, UNIT_COUNT(numbers));
    for (int i = 0; i < UNIT_COUNT(numbers); i++)
        ck_assert_double_eq(scenario->inputs[i].number, numbers[i]);
    const ScenarioInput *ratio = &scenario->inputs[0];
    ck_assert_int_eq((int)ratio->value.digits, 1404);
    ck_assert_int_eq(ratio->value.decimals, 3);
    ck_assert(ratio->has_range && ratio->range[0].number == 1.2 && ratio->range[1].number == 1.6 && !ratio->set);
    ck_assert(text_equal(scenario->inputs[1].source, TEXT("assumption")));
    arena_destroy(run->arena);
}
END_TEST

START_TEST(reads_what_is_posted_and_verified)
{
    Run *run = run_begin();
    const Scenario *scenario;
    ck_assert(read_whole(&scenario, run));
    const ScenarioEntry *entry = &scenario->entries[0];
    ck_assert(text_equal(entry->name, TEXT("move")) && entry->kind == &adjust_reclassification && !entry->every_basis);
    ck_assert_uint_eq(entry->period_count, 1);
    ck_assert_uint_eq(entry->leg_count, 2);
    ck_assert_int_eq(entry->legs[0].amount->kind, EXPRESSION_multiply);
    ck_assert(text_equal(source_text(&run->sources, entry->legs[0].amount->operands[0]->place), TEXT("-bee.revenue.total")));
    ck_assert(scenario->has_shares && scenario->issued->kind == EXPRESSION_multiply);
    ck_assert(scenario->potential_count == 1 && scenario->potentials[0].printed_increment);
    const ScenarioVerify *verify = &scenario->verifies[0];
    ck_assert(verify->has_period && verify->has_basis && verify->value.digits == 30505 && text_equal(verify->source, TEXT("by hand")));
    ck_assert(scenario->assumption_count == 1 && text_equal(scenario->assumptions[0], TEXT("that it rains")));
    arena_destroy(run->arena);
}
END_TEST

/* All but its words is that of the entry it takes back; its amounts are negated, the entry's own are not. */
START_TEST(reads_an_inverse)
{
    Run *run = run_begin();
    const Scenario *scenario;
    ck_assert(read_changed(&scenario, run, "{ line = \"opex.amortization\"; amount = \"5\"; } ); }; };",
                           "{ line = \"opex.amortization\"; amount = \"5\"; } ); };\n"
                           "  back = { inverse_of = \"move\"; reason = \"again\"; assumption = \"that it can be undone\"; apply = false; }; };", NULL, 0));
    ck_assert_uint_eq(scenario->entry_count, 2);
    const ScenarioEntry *entry = &scenario->entries[0], *back = &scenario->entries[1];
    ck_assert(text_equal(back->name, TEXT("back")) && text_equal(back->inverse_of, TEXT("move")) && text_equal(back->reason, TEXT("again")));
    ck_assert(back->off && !entry->off && back->citation.length == 0 && text_equal(back->assumption, TEXT("that it can be undone")));
    ck_assert(back->kind == entry->kind && back->statement == entry->statement && back->period_count == 1 && text_equal(back->company, TEXT("bee")));
    ck_assert(text_equal(back->from_presentation, TEXT("bee")) && back->leg_count == 2);
    ck_assert(back->inverted == 0 && back->legs == entry->legs);
    arena_destroy(run->arena);
}
END_TEST

static const struct {
    const char *from, *to;
    ProblemKind kind;
    const char *at; /* what the problem points at */
} mistakes[] = {
    {"title =", "titel =", PROBLEM_unknown_key, "titel"},
    {"title = \"A and B\";", "", PROBLEM_setting_missing, ""},
    {"title = \"A and B\";", "title = 5;", PROBLEM_setting_type, "5"},
    {"\"usd_thousands\"", "\"eur_thousands\"", PROBLEM_unknown_unit, "\"eur_thousands\""},
    {"\"usd_thousands\"", "\"shares\"", PROBLEM_unknown_unit, "\"shares\""},
    {"\"2004-03-31/3M\", \"2004-03-31\"", "\"2004-03-31/3Q\"", PROBLEM_bad_date, "\"2004-03-31/3Q\""},
    {"\"2004-03-31/3M\", \"2004-03-31\"", "", PROBLEM_setting_missing, "periods"},
    {"\"aligned\"", "\"as_printed\"", PROBLEM_unknown_choice, "\"as_printed\""},
    {"acquirer = \"juniper\"", "acquirer = \"junipr\"", PROBLEM_unknown_company, "\"junipr\""},
    {"targets = [ \"bee\" ]", "targets = [ \"be\" ]", PROBLEM_unknown_company, "\"be\""},
    {"targets = [ \"bee\" ]", "targets = [ \"bee\", \"bee\" ]", PROBLEM_duplicate_key, "\"bee\""},
    {"targets = [ \"bee\" ]", "targets = [ \"juniper\" ]", PROBLEM_duplicate_key, "\"juniper\""},
    {"targets = [ \"bee\" ]", "targets = [ ]", PROBLEM_setting_missing, "targets"},
    {"file = \"a.txt\"", "file = 1", PROBLEM_setting_type, "1"},
    {"file = \"a.txt\";", "", PROBLEM_setting_missing, "one"},
    {"file = \"a.txt\"", "fil = \"a.txt\"", PROBLEM_unknown_key, "fil"}, /* one message, not that file is missing too */
    {"filings = { one = { file = \"a.txt\"; filed = \"2004-04-21\"; }; };", "", PROBLEM_setting_missing, "juniper"},
    {"\"2004-04-21\"", "\"2004-04-31\"", PROBLEM_bad_date, "\"2004-04-31\""},
    {"\"09-30\"", "\"30-09\"", PROBLEM_bad_date, "\"30-09\""},
    {"join_days = 7", "join_days = 8", PROBLEM_out_of_range, "8"},
    {"balance_days = 93", "balance_days = -1", PROBLEM_out_of_range, "-1"},
    {"\"footnote\"", "\"footnotes\"", PROBLEM_unknown_statement, "\"footnotes\""},
    {"\"footnote\"", "\"footnote.non_gaap\"", PROBLEM_unknown_statement, "\"footnote.non_gaap\""},
    {"\"operations.gaap\"", "\"operations.ifrs\"", PROBLEM_unknown_statement, "\"operations.ifrs\""},
    {"presentation = \"bee\"; assumption", "presentation = \"be\"; assumption", PROBLEM_unknown_company, "\"be\""},
    {"from_presentation = \"bee\"", "from_presentation = \"be\"", PROBLEM_unknown_company, "\"be\""},
    {"ratio = { value", "pro_forma = { value", PROBLEM_bad_name, "pro_forma"},
    {"ratio = { value", "ra-tio = { value", PROBLEM_bad_name, "ra-tio"},
    {"deal = {", "bee = {", PROBLEM_bad_name, "bee"},
    {"value = 1.404;", "", PROBLEM_setting_missing, "ratio"},
    {"value = 1.404;", "value = \"1.4 furlongs\";", PROBLEM_bad_amount, "\"1.4 furlongs\""},
    {"value = 1.404;", "value = \"1.4 million\";", PROBLEM_bad_amount, "\"1.4 million\""},
    {"value = 1.404;", "value = true;", PROBLEM_setting_type, "true"},
    {"\"ratio\"", "\"ration\"", PROBLEM_unknown_unit, "\"ration\""},
    {"range = [ 1.2, 1.6 ]", "range = [ 1.6, 1.2 ]", PROBLEM_out_of_range, "["},
    {"range = [ 1.2, 1.6 ]", "range = [ 1.6 ]", PROBLEM_out_of_range, "["},
    {"\"1,250.0 million\"", "\"9,999,999,999 billion\"", PROBLEM_amount_overflow, "\"9,999,999,999 billion\""},
    {"\"reclassification\"", "\"reclass\"", PROBLEM_unknown_kind, "\"reclass\""},
    {"company = \"bee\"", "company = \"ant\"", PROBLEM_unknown_company, "\"ant\""},
    {"statement = \"operations\"", "statement = \"operation\"", PROBLEM_unknown_statement, "\"operation\""},
    {"basis = \"gaap\";\n", "basis = \"ifrs\";\n", PROBLEM_unknown_choice, "\"ifrs\""},
    {"\"cost.product\"", "\"cost.prodct\"", PROBLEM_unknown_line, "\"cost.prodct\""},
    {"\"cost.product\"", "\"assets.cash\"", PROBLEM_unknown_line, "\"assets.cash\""},
    {"\"-bee.revenue.total * 2\"", "\"-bee.revenue.total * * 2\"", PROBLEM_expression_syntax, "*"},
    {"reason = \"because\";", "", PROBLEM_setting_missing, "move"},
    {"reason = \"because\";", "reason = \" \";", PROBLEM_setting_missing, "\" \""},
    {"company = \"bee\";", "", PROBLEM_setting_missing, "move"}, /* which figures would follow from_presentation? */
    {"juniper = {", "junper = {", PROBLEM_unknown_company, "\"juniper\""},
    {"bee = {", "bea = {", PROBLEM_unknown_company, "\"bee\""}, /* and no message for each formula that names it */
    {"companies = {", "compnies = {", PROBLEM_unknown_key, "compnies"},
    {"\"deal.shares\"", "\"deal.shards\"", PROBLEM_unknown_name, "deal.shards"},
    {"\"-bee.revenue.total * 2\"", "\"-deal.ration - 2 * deal.ration\"", PROBLEM_unknown_name, "deal.ration"},
    {"{ line = \"opex.amortization\"; amount = \"5\"; }", "\"x\"", PROBLEM_setting_type, "\"x\""},
    {"issued =", "isued =", PROBLEM_unknown_key, "isued"},
    {"printed_increment = true", "printed_increment = 1", PROBLEM_setting_type, "1"},
    {"\"30,505\"", "\"30505x\"", PROBLEM_bad_amount, "\"30505x\""},
    {"source = \"by hand\";", "", PROBLEM_setting_missing, "income"},
    {"\"pro_forma.net_income\"", "\"pro_forma.\"", PROBLEM_expression_syntax, NULL},
};

START_TEST(names_each_mistake_once)
{
    Run *run = run_begin();
    const Scenario *scenario;
    ck_assert_msg(!read_changed(&scenario, run, mistakes[_i].from, mistakes[_i].to, NULL, 0), "%s", mistakes[_i].to);
    if (run->problems.count != 1)
        print_problems(run);
    ck_assert_uint_eq(run->problems.count, 1);
    const Problem *found = &run->problems.items[0];
    ck_assert_str_eq(problem_name(found->kind), problem_name(mistakes[_i].kind));
    ck_assert_int_eq(found->severity, SEVERITY_error);
    if (mistakes[_i].at)
        ck_assert_str_eq(text_zero_terminated(run->arena, source_text(&run->sources, found->place)), mistakes[_i].at);
    arena_destroy(run->arena);
}
END_TEST

START_TEST(reports_all_mistakes_together)
{
    Run *run = run_begin();
    const Scenario *scenario;
    ck_assert(!read_changed(&scenario, run, "calendar = \"aligned\"; acquirer = \"juniper\";", "calender = \"aligned\"; acquirer = \"juno\"; title2 = 1;", NULL, 0));
    ck_assert_uint_eq(run->problems.count, 3);
    arena_destroy(run->arena);
}
END_TEST

/* --- --set --- */

static const struct {
    const char *option;
    double ratio; /* deal.ratio after it */
    size_t periods, sets;
    bool as_filed;
} set[] = {
    {"deal.ratio=1.5", 1.5, 2, 0, false},
    {" deal.ratio = 2 ", 2, 2, 0, false},
    {"inputs.deal.ratio.value=1.25", 1.25, 2, 0, false},
    {"calendar=as_filed", 1.404, 2, 0, true},
    {"periods=2003-03-31/3M, 2003-03-31/6M,2003-03-31", 1.404, 3, 0, false},
    {"companies.juniper.balance_days=30", 1.404, 2, 0, false}, /* which the file leaves out */
    {"companies.bee.filings.old.file=c=d.txt", 1.404, 2, 0, false},
    {"bee.net_income=-3,035", 1.404, 2, 1, false},
    {"bee.cost.product@2004-03-31/3M:gaap=14.5 million", 1.404, 2, 1, false},
    {"deal.tax=35.5", 1.404, 2, 0, false}, /* where the file writes 35 */
};

START_TEST(sets)
{
    Run *run = run_begin();
    const Scenario *scenario;
    Text option = text_of(set[_i].option);
    bool good = read_changed(&scenario, run, "", "", &option, 1);
    print_problems(run);
    ck_assert(good);
    ck_assert_double_eq(scenario->inputs[0].number, set[_i].ratio);
    ck_assert_int_eq(scenario->inputs[0].set, set[_i].ratio != 1.404);
    ck_assert_uint_eq(scenario->period_count, set[_i].periods);
    ck_assert_uint_eq(scenario->set_count, set[_i].sets);
    ck_assert_int_eq(scenario->as_filed, set[_i].as_filed);
    ck_assert_int_eq(scenario->companies[0].balance_days, _i == 5 ? 30 : 0);
    ck_assert_double_eq(scenario->inputs[3].number, _i == 9 ? 0.355 : 0.35);
    if (_i == 6)
        ck_assert(text_equal(scenario->companies[1].filings[0].path, TEXT("c=d.txt")));
    if (set[_i].sets)
        ck_assert(text_equal(source_text(&run->sources, scenario->sets[0].place), option));
    arena_destroy(run->arena);
}
END_TEST

static const struct {
    const char *option;
    ProblemKind kind;
    const char *at, *near;
} refused_sets[] = {
    {"deal.ratoi=1.5", PROBLEM_unknown_name, "deal.ratoi", "deal.ratio"},
    {"calender=as_filed", PROBLEM_unknown_name, "calender", "calendar"},
    {"bee.cost.prodct=1", PROBLEM_unknown_name, "bee.cost.prodct", "bee.cost.product"},
    {"be.net_income=1", PROBLEM_unknown_name, "be.net_income", "bee.net_income"},
    {"pro_forma.net_income=1", PROBLEM_unknown_name, "pro_forma.net_income", NULL},
    {"qqqqqqqqqq=1", PROBLEM_unknown_name, "qqqqqqqqqq", NULL},
    {"deal.ratio=much", PROBLEM_bad_amount, "much", NULL},
    {"deal.ratio=", PROBLEM_bad_amount, "", NULL},
    {"deal.cash=much", PROBLEM_bad_amount, "much", NULL},
    {"bee.net_income=much", PROBLEM_bad_amount, "much", NULL},
    {"bee.net_income@2004-03-32=1", PROBLEM_bad_date, "@2004-03-32", NULL},
    {"companies.bee.join_days=1.5", PROBLEM_setting_type, "1.5", NULL},
    {"companies.bee.join_days=9", PROBLEM_out_of_range, "9", NULL},
    {"calendar=lunar", PROBLEM_unknown_choice, "lunar", "aligned"},
    {"periods=2004-03-31/3M,soon", PROBLEM_bad_date, "soon", NULL},
    {"inputs.deal=1", PROBLEM_bad_usage, "inputs.deal", NULL},
    {"shares.potential.options.printed_increment=yes", PROBLEM_setting_type, "yes", NULL},
    {"deal.ratio", PROBLEM_bad_usage, "deal.ratio", NULL},
    {"=1", PROBLEM_bad_usage, "=1", NULL},
};

START_TEST(refuses_sets)
{
    Run *run = run_begin();
    const Scenario *scenario;
    Text option = text_of(refused_sets[_i].option);
    ck_assert_msg(!read_changed(&scenario, run, "", "", &option, 1), "%s", refused_sets[_i].option);
    if (run->problems.count != 1)
        print_problems(run);
    ck_assert_uint_eq(run->problems.count, 1);
    const Problem *found = &run->problems.items[0];
    ck_assert_str_eq(problem_name(found->kind), problem_name(refused_sets[_i].kind));
    ck_assert_int_eq(found->severity, SEVERITY_usage);
    ck_assert_str_eq(text_zero_terminated(run->arena, source_text(&run->sources, found->place)), refused_sets[_i].at);
    if (refused_sets[_i].near)
        ck_assert_msg(text_find(found->message, text_of(refused_sets[_i].near), 0) < found->message.length, "%.*s", TEXT_ARGUMENTS(found->message));
    arena_destroy(run->arena);
}
END_TEST

/* The scenarios that are shipped. */
START_TEST(reads_what_is_shipped)
{
    static const char *const files[] = {"scenarios/base.cfg", "scenarios/as-printed.cfg"};
    Run *run = run_begin();
    const Chart *chart;
    Companies companies = {0};
    ck_assert(chart_read(&chart, run) && companies_read(&companies, run));
    const Scenario *scenario;
    Text path = text_copy(run->arena, text_of(unit_repo_path(files[_i])));
    bool good = scenario_read(&scenario, run, chart, &companies, adjustment_kinds, text_of(files[_i]), path, &(ScenarioOptions){0});
    print_problems(run);
    ck_assert(good);
    ck_assert_uint_ge(scenario->verify_count, 12);
    ck_assert_uint_eq(scenario->inputs[0].place.source == scenario->companies[0].place.source, 0); /* from the part that is included */
    arena_destroy(run->arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("scenario");
    unit_add(suite, "reads who combines", reads_who_combines, 1);
    unit_add(suite, "reads inputs in their units", reads_inputs_in_their_units, 1);
    unit_add(suite, "reads what is posted and verified", reads_what_is_posted_and_verified, 1);
    unit_add(suite, "reads an inverse", reads_an_inverse, 1);
    unit_add(suite, "names each mistake once", names_each_mistake_once, UNIT_COUNT(mistakes));
    unit_add(suite, "reports all mistakes together", reports_all_mistakes_together, 1);
    unit_add(suite, "sets", sets, UNIT_COUNT(set));
    unit_add(suite, "refuses sets", refuses_sets, UNIT_COUNT(refused_sets));
    unit_add(suite, "reads what is shipped", reads_what_is_shipped, 2);
    return unit_run(suite);
}
