/* scenario/security: the group shares: shares issued by two rules, potential securities under one name each, every mistake at its place; and
 * scenario/analysis: the names of figures about them. */
#include "model/adjust.h"
#include "scenario/name.h"
#include "scenario/security.h"

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

#define INPUTS                                                                                                                  \
    "inputs = { deal = { exchange_ratio = { value = 0.5; unit = \"ratio\"; }; shares_outstanding = { value = 1000; unit = \"shares\"; }; };\n" \
    "  market = { average_price = { value = 20; unit = \"usd_per_share\"; }; closing_price = { value = 22; unit = \"usd_per_share\"; }; }; };\n"

/* `rest` is what follows the companies: the acquirer is juniper, the targets are those named. */
static bool read_text_of(const Scenario **out, Run *run, const Chart **chart, const char *targets, const char *rest, const Text *set)
{
    Companies companies = {0};
    Text text = text_format(run->arena,
                            "title = \"x\"; reporting_unit = \"usd_thousands\"; periods = [ \"2004-03-31/3M\", \"2004-03-31\" ]; acquirer = \"juniper\"; targets = [ %s ];\n"
                            "companies = { juniper = { filings = { one = { file = \"a.txt\"; }; }; }; bee = { title = \"Bee\"; filings = { one = { file = \"b.txt\"; }; }; };\n"
                            "  cee = { title = \"Cee\"; filings = { one = { file = \"c.txt\"; }; }; }; };\n%s",
                            targets, rest);
    bool ready = chart_read(chart, run) && companies_read(&companies, run);
    ck_assert(ready);
    source_add(&run->sources, run->arena, TEXT("x.cfg"), TEXT("some/x.cfg"), text);
    return scenario_read(out, run, *chart, &companies, adjustment_kinds, TEXT("x.cfg"), TEXT("some/x.cfg"), &(ScenarioOptions){.sets = set, .set_count = set ? 1 : 0});
}

/* --- shares issued --- */

#define CONSIDERATION(more) "deal = { announced = \"2004-02-09\"; closed = \"2004-04-16\"; filed = \"2004-04-30\"; };\n" \
    "entries = { given = { kind = \"consideration\"; company = \"bee\"; shares = \"deal.shares_outstanding\"; price = 30; " more " }; "

static const struct {
    const char *targets, *rest;
    IssuedRule rule;
    const char *text;
} issued[] = {
    {"\"bee\"", INPUTS "shares = { };", ISSUED_weighted_average, "bee.shares.basic * deal.exchange_ratio"},
    {"\"bee\", \"cee\"", INPUTS "shares = { };", ISSUED_weighted_average, "bee.shares.basic * deal.exchange_ratio + cee.shares.basic * deal.exchange_ratio"},
    {"\"bee\"", INPUTS "shares = { rule = \"outstanding_at_closing\"; };", ISSUED_outstanding_at_closing, "deal.shares_outstanding * deal.exchange_ratio"},
    /* of several targets each may have inputs of its own */
    {"\"bee\", \"cee\"", "inputs = { deal = { exchange_ratio = { value = 0.5; unit = \"ratio\"; }; cee_exchange_ratio = { value = 2; unit = \"ratio\"; };\n"
     "  bee_shares_outstanding = { value = 10; unit = \"shares\"; }; cee_shares_outstanding = { value = 10; unit = \"shares\"; }; }; };\n"
     "shares = { rule = \"outstanding_at_closing\"; };",
     ISSUED_outstanding_at_closing, "deal.bee_shares_outstanding * deal.exchange_ratio + deal.cee_shares_outstanding * deal.cee_exchange_ratio"},
    /* a consideration, and one that is off or taken back */
    {"\"bee\"", INPUTS CONSIDERATION("") "}; shares = { };", ISSUED_outstanding_at_closing, "entries.given.shares_issued"},
    {"\"bee\"", INPUTS CONSIDERATION("") "}; shares = { rule = \"weighted_average\"; };", ISSUED_weighted_average, "bee.shares.basic * entries.given.shares_per_target_share"},
    {"\"bee\"", INPUTS CONSIDERATION("apply = false;") "}; shares = { };", ISSUED_weighted_average, "bee.shares.basic * deal.exchange_ratio"},
    {"\"bee\"", INPUTS CONSIDERATION("") "back = { inverse_of = \"given\"; reason = \"x\"; }; }; shares = { };", ISSUED_weighted_average, "bee.shares.basic * deal.exchange_ratio"},
    {"\"bee\"", INPUTS CONSIDERATION("") "back = { inverse_of = \"given\"; reason = \"x\"; apply = false; }; }; shares = { };", ISSUED_outstanding_at_closing,
     "entries.given.shares_issued"},
    {"\"bee\", \"cee\"", INPUTS CONSIDERATION("") "other = { kind = \"consideration\"; company = \"cee\"; shares_issued = 40; price = 30; }; }; shares = { };", ISSUED_outstanding_at_closing,
     "entries.given.shares_issued + entries.other.shares_issued"},
    /* a formula that is given holds, and may say which rule it is */
    {"\"bee\"", INPUTS "shares = { issued = 500; };", ISSUED_formula, "500"},
    {"\"bee\"", INPUTS "shares = { issued = \"500\"; rule = \"outstanding_at_closing\"; };", ISSUED_outstanding_at_closing, "500"},
};

START_TEST(counts_shares_issued)
{
    Run *run = run_begin();
    const Scenario *scenario;
    const Chart *chart;
    bool good = read_text_of(&scenario, run, &chart, issued[_i].targets, issued[_i].rest, NULL);
    print_problems(run);
    ck_assert(good);
    ck_assert_int_eq(scenario->issued_rule, issued[_i].rule);
    ck_assert_ptr_nonnull(scenario->issued);
    ck_assert_str_eq(text_zero_terminated(run->arena, scenario->issued_text), issued[_i].text);
    arena_destroy(run->arena);
}
END_TEST

/* --- what is listed --- */

#define LISTED                                                                                                                                             \
    "shares = { potential = { warrants = { shares = 7; }; };\n"                                                                                            \
    "  tranches = { staff = { company = \"bee\"; options = 400; strike = 5; unrecognised = 1.5; tax_benefit = \"deal.ratio_free\"; };  };\n"               \
    "  convertibles = { notes = { company = \"bee\"; shares = 90; settlement = \"principal_in_cash\"; principal = 2000; trigger_price = 25;\n"             \
    "      outstanding = { first = { to = \"2004-02-15\"; }; second = { from = \"2004-03-01\"; to = \"2004-03-31\"; }; }; };\n"                            \
    "    bonds = { company = \"juniper\"; shares = 80; interest = 100; tax_rate = 0; }; };\n"                                                              \
    "  prices = { winter = { period = \"2004-03-31/3M\"; average = 21.5; closing = \"market.closing_price\"; }; autumn = { period = \"2003-12-31/3M\"; average = 19; }; }; };\n"
#define GOOD INPUTS_WITH_FREE LISTED
#define INPUTS_WITH_FREE                                                                                                                                 \
    "inputs = { deal = { exchange_ratio = { value = 0.5; unit = \"ratio\"; }; ratio_free = { value = 2; unit = \"usd_per_share\"; }; };\n"               \
    "  market = { average_price = { value = 20; unit = \"usd_per_share\"; }; closing_price = { value = 22; unit = \"usd_per_share\"; }; }; };\n"

START_TEST(reads_what_is_listed)
{
    static const char *const names[] = {"warrants", "staff", "notes", "bonds", "printed"};
    Run *run = run_begin();
    const Scenario *scenario;
    const Chart *chart;
    bool good = read_text_of(&scenario, run, &chart, "\"bee\"", GOOD, NULL);
    print_problems(run);
    ck_assert(good);
    ck_assert_uint_eq(scenario_security_count(scenario), UNIT_COUNT(names));
    for (size_t i = 0; i < UNIT_COUNT(names); i++)
        ck_assert_str_eq(text_zero_terminated(run->arena, scenario_security_name(scenario, i)), names[i]);
    ck_assert(scenario_lists_securities(scenario, 0) && scenario_lists_securities(scenario, 1));
    const EntryValue *staff = scenario->tranches[0].values, *notes = scenario->convertibles[0].values, *bonds = scenario->convertibles[1].values;
    ck_assert(staff[TRANCHE_unrecognised].formula && staff[TRANCHE_tax_benefit].formula && !staff[TRANCHE_outstanding].given);
    ck_assert_uint_eq(notes[CONVERTIBLE_settlement].choice, SETTLEMENT_principal_in_cash);
    ck_assert_uint_eq(bonds[CONVERTIBLE_settlement].choice, SETTLEMENT_shares);
    ck_assert_uint_eq(notes[CONVERTIBLE_outstanding].count, 2);
    const EntryItem *spans = notes[CONVERTIBLE_outstanding].items;
    ck_assert(spans[0].values[SPAN_from].day == DAY_NONE && spans[0].values[SPAN_to].day == day_from_civil(2004, 2, 15));
    ck_assert(spans[1].values[SPAN_from].day == day_from_civil(2004, 3, 1));
    ck_assert_uint_eq(scenario->price_count, 2);
    ck_assert(scenario->prices[0].closing && !scenario->prices[1].closing && scenario->prices[1].period.months == 3);
    ck_assert(scenario->market.average && scenario->market.closing && scenario->regimes);
    arena_destroy(run->arena);
}
END_TEST

/* The file of regimes is read, and the inputs of the market count, only where something needs them. */
START_TEST(asks_for_no_more_than_it_needs)
{
    Run *run = run_begin();
    const Scenario *scenario;
    const Chart *chart;
    ck_assert(read_text_of(&scenario, run, &chart, "\"bee\"", INPUTS "shares = { potential = { warrants = { shares = 7; }; }; };", NULL));
    ck_assert(!scenario->regimes && !scenario->market.average && !scenario->market.closing);
    arena_destroy(run->arena);
}
END_TEST

START_TEST(sets_what_is_listed)
{
    static const char *const options[] = {"shares.tranches.staff.strike=6", "shares.convertibles.notes.outstanding.first.from=2004-01-01", "shares.rule=weighted_average",
                                          "shares.convertibles.bonds.dividends=5", "shares.prices.autumn.closing=18"};
    Run *run = run_begin();
    const Scenario *scenario;
    const Chart *chart;
    Text option = text_of(options[_i]);
    bool good = read_text_of(&scenario, run, &chart, "\"bee\"", GOOD, &option);
    print_problems(run);
    ck_assert(good);
    ck_assert_str_eq(text_zero_terminated(run->arena, scenario->tranches[0].values[TRANCHE_strike].text), _i == 0 ? "6" : "5");
    ck_assert_int_eq(scenario->convertibles[0].values[CONVERTIBLE_outstanding].items[0].values[SPAN_from].day, _i == 1 ? day_from_civil(2004, 1, 1) : DAY_NONE);
    ck_assert_int_eq(scenario->convertibles[1].values[CONVERTIBLE_dividends].given, _i == 3);
    ck_assert_int_eq(scenario->prices[1].closing != NULL, _i == 4);
    arena_destroy(run->arena);
}
END_TEST

/* --- mistakes --- */

/* `from` of the scenario above replaced by `to`; one problem, at `at`. */
static const struct {
    const char *from, *to;
    ProblemKind kind;
    const char *at;
} mistakes[] = {
    {"shares = { ", "shares = { rule = \"average\"; ", PROBLEM_unknown_choice, "\"average\""},
    {"exchange_ratio = {", "ratio = {", PROBLEM_unknown_name, "shares"},
    {"shares = { ", "shares = { rule = \"outstanding_at_closing\"; ", PROBLEM_unknown_name, "\"outstanding_at_closing\""},
    /* names */
    {"staff = {", "warrants = {", PROBLEM_duplicate_key, "warrants"},
    {"bonds = {", "staff = {", PROBLEM_duplicate_key, "staff"},
    {"bonds = {", "printed = {", PROBLEM_bad_name, "printed"},
    {"staff = {", "pro_forma = {", PROBLEM_bad_name, "pro_forma"},
    {"first = {", "fi-rst = {", PROBLEM_bad_name, "fi-rst"},
    /* keys */
    {"strike = 5", "stirke = 5", PROBLEM_unknown_key, "stirke"},
    {"strike = 5;", "", PROBLEM_missing_strike, "staff"},
    {"options = 400;", "", PROBLEM_setting_missing, "staff"},
    {"shares = 90;", "", PROBLEM_setting_missing, "notes"},
    {"company = \"juniper\";", "", PROBLEM_setting_missing, "bonds"},
    {"company = \"juniper\"", "company = \"junper\"", PROBLEM_unknown_company, "\"junper\""},
    {"\"principal_in_cash\"", "\"cash\"", PROBLEM_unknown_choice, "\"cash\""},
    {"principal = 2000;", "", PROBLEM_setting_missing, "notes"},
    {"settlement = \"principal_in_cash\";", "", PROBLEM_key_unused, "2000"},
    {"principal = 2000;", "principal = 2000; interest = 5;", PROBLEM_key_unused, "5"},
    {"tax_rate = 0;", "", PROBLEM_setting_missing, "bonds"},
    {"interest = 100; ", "", PROBLEM_key_unused, "0"},
    {"interest = 100; ", "intrest = 100; ", PROBLEM_unknown_key, "intrest"},
    {"staff = {", "other = 5; staff = {", PROBLEM_setting_type, "5"},
    /* units and prices: the strike may refer to any price, one formula to one */
    {"unrecognised = 1.5", "unrecognised = \"deal.exchange_ratio\"", PROBLEM_unit_mismatch, "deal.exchange_ratio"},
    {"shares = 90", "shares = \"market.average_price\"", PROBLEM_unit_mismatch, "market.average_price"},
    {"average = 19", "average = \"deal.exchange_ratio\"", PROBLEM_unit_mismatch, "deal.exchange_ratio"},
    /* whether a price is reached has no unit, what is chosen has */
    {"strike = 5", "strike = \"if(market.average_price >= 20, 400, deal.exchange_ratio)\"", PROBLEM_unit_mismatch, NULL},
    {"strike = 5", "strike = \"if(market.average_price >= deal.exchange_ratio, 4, 5)\"", PROBLEM_unit_mismatch, "deal.exchange_ratio"},
    {"average_price = { value = 20; unit = \"usd_per_share\"", "average_price = { value = 20; unit = \"ratio\"", PROBLEM_unit_mismatch, "20"},
    /* spans */
    {"second = {", "second = 5; third = {", PROBLEM_setting_type, "5"},
    {"to = \"2004-02-15\"", "to = \"2004-03-01\"", PROBLEM_overlapping_weights, "second"},
    {"to = \"2004-02-15\";", "", PROBLEM_overlapping_weights, "second"},
    {"to = \"2004-02-15\"", "to = \"2004-02-30\"", PROBLEM_bad_date, "\"2004-02-30\""},
    {"to = \"2004-03-31\"; }; };", "to = \"2004-02-29\"; }; };", PROBLEM_out_of_range, "\"2004-02-29\""},
    {"outstanding = { first", "outstandin = { first", PROBLEM_unknown_key, "outstandin"},
    /* prices */
    {"\"2003-12-31/3M\"", "\"2004-03-31/3M\"", PROBLEM_duplicate_key, "autumn"},
    {"\"2003-12-31/3M\"", "\"2003-12-31\"", PROBLEM_bad_date, "\"2003-12-31\""},
    {"\"2003-12-31/3M\"", "\"2003-12-31/3Q\"", PROBLEM_bad_date, "\"2003-12-31/3Q\""},
    {"average = 19;", "", PROBLEM_setting_missing, "autumn"},
    {"{ shares = 7; }", "{ shares = \"bee.shares.diluted - bee.shares.basic\"; printed_increment = true; }", PROBLEM_printed_increment_kept, "warrants"},
};

START_TEST(names_each_mistake_once)
{
    Run *run = run_begin();
    const Scenario *scenario;
    const Chart *chart;
    Text whole = TEXT(GOOD), from = text_of(mistakes[_i].from);
    size_t at = text_find(whole, from, 0);
    ck_assert_msg(at < whole.length, "the scenario lacks: %s", mistakes[_i].from);
    Text before = text_slice(whole, 0, at), after = text_slice(whole, at + from.length, whole.length);
    Text changed = text_format(run->arena, TEXT_FORMAT "%s" TEXT_FORMAT, TEXT_ARGUMENTS(before), mistakes[_i].to, TEXT_ARGUMENTS(after));
    ck_assert_msg(!read_text_of(&scenario, run, &chart, "\"bee\"", text_zero_terminated(run->arena, changed), NULL), "%s", mistakes[_i].to);
    if (run->problems.count != 1)
        print_problems(run);
    ck_assert_msg(run->problems.count == 1, "%s: %zu problems", mistakes[_i].to, run->problems.count);
    const Problem *found = &run->problems.items[0];
    ck_assert_str_eq(problem_name(found->kind), problem_name(mistakes[_i].kind));
    if (mistakes[_i].at)
        ck_assert_str_eq(text_zero_terminated(run->arena, source_text(&run->sources, found->place)), mistakes[_i].at);
    arena_destroy(run->arena);
}
END_TEST

static const struct {
    const char *shares;
    ProblemKind kind;
} lacking[] = {
    {"tranches = { staff = { company = \"bee\"; options = 4; strike = 5; }; };", PROBLEM_missing_average_price},
    {"convertibles = { notes = { company = \"bee\"; shares = 4; settlement = \"principal_in_cash\"; principal = 5; }; };", PROBLEM_missing_average_price},
    {"convertibles = { notes = { company = \"bee\"; shares = 4; trigger_price = 5; }; };", PROBLEM_missing_closing_price},
    {"convertibles = { notes = { company = \"bee\"; shares = 4; trigger_price = 5; }; }; prices = { one = { period = \"2004-03-31/3M\"; average = 4; }; };", PROBLEM_missing_closing_price},
    {"convertibles = { notes = { company = \"bee\"; shares = 4; interest = 5; }; };", PROBLEM_setting_missing},
    {"prices = { one = { period = \"2004-03-31/3M\"; average = 4; }; };", PROBLEM_key_unused},
    {"tranches = { staff = { company = \"bee\"; options = 4; strike = 5; }; }; prices = { one = { period = \"2004-03-31/3M\"; average = 4; }; };", PROBLEM_KINDS},
    {"convertibles = { notes = { company = \"bee\"; shares = 4; dividends = 5; }; };", PROBLEM_KINDS},
};

START_TEST(names_what_is_lacking)
{
    Run *run = run_begin();
    const Scenario *scenario;
    const Chart *chart;
    Text rest = text_format(run->arena, "inputs = { deal = { exchange_ratio = { value = 0.5; unit = \"ratio\"; }; }; }; shares = { %s };", lacking[_i].shares);
    bool good = read_text_of(&scenario, run, &chart, "\"bee\"", text_zero_terminated(run->arena, rest), NULL);
    if (run->problems.count > 1)
        print_problems(run);
    ck_assert_int_eq(good, lacking[_i].kind == PROBLEM_KINDS);
    ck_assert_uint_eq(run->problems.count, !good);
    ck_assert(good || run->problems.items[0].kind == lacking[_i].kind);
    arena_destroy(run->arena);
}
END_TEST

/* --- names of figures --- */

static const struct {
    const char *name, *means; /* as name_text has it; "": nothing */
    const char *near;
} figures[] = {
    {"analysis.accretion.basic", "analysis.accretion.basic", NULL},
    {"analysis.ownership.bee", "analysis.ownership.bee", NULL},
    {"analysis.ownership.target", "analysis.ownership.bee", NULL},
    {"analysis.ownership.acquirer", "analysis.ownership.juniper", NULL},
    {"analysis.premium", "analysis.premium.bee", NULL}, /* there is one target */
    {"analysis.dilution.rank.staff", "analysis.dilution.rank.staff", NULL},
    {"analysis.dilution.rank.printed", "analysis.dilution.rank.printed", NULL},
    {"analysis.ownership.be", "", "analysis.ownership.bee"},
    {"analysis.ownership.acquierer", "", "analysis.ownership.acquirer"},
    {"analysis.ownership", "", "analysis.ownership.juniper"},
    {"analysis.ownership.", "", NULL},
    {"analysis.premium.juniper", "", "analysis.premium.bee"}, /* the acquirer is no target */
    {"analysis.acretion.basic", "", "analysis.accretion.basic"},
    {"anlysis.accretion.basic", "", "analysis.accretion.basic"},
    {"analysis.dilution.rank.stuff", "", "analysis.dilution.rank.staff"},
    {"analysis.accretion.basic.bee", "", "analysis.accretion.basic"},
};

START_TEST(resolves_figures)
{
    Run *run = run_begin();
    const Scenario *scenario;
    const Chart *chart;
    ck_assert(read_text_of(&scenario, run, &chart, "\"bee\"", GOOD, NULL));
    Named named = name_resolve(scenario, chart, text_of(figures[_i].name));
    ck_assert(named.kind == NAMED_nothing || named.kind == NAMED_analysis);
    ck_assert_str_eq(text_zero_terminated(run->arena, name_text(run->arena, scenario, chart, named)), figures[_i].means);
    const Expression unknown = {.kind = EXPRESSION_name, .name = text_of(figures[_i].name)};
    name_unknown(run, scenario, chart, &unknown);
    Text message = run->problems.items[0].message;
    Text near = figures[_i].near ? text_format(run->arena, "did you mean \"%s\"?", figures[_i].near) : TEXT("");
    ck_assert_msg(text_find(message, near, 0) < message.length, "%.*s", TEXT_ARGUMENTS(message));
    arena_destroy(run->arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("security");
    unit_add(suite, "counts shares issued", counts_shares_issued, UNIT_COUNT(issued));
    unit_add(suite, "reads what is listed", reads_what_is_listed, 1);
    unit_add(suite, "asks for no more than it needs", asks_for_no_more_than_it_needs, 1);
    unit_add(suite, "sets what is listed", sets_what_is_listed, 5);
    unit_add(suite, "names each mistake once", names_each_mistake_once, UNIT_COUNT(mistakes));
    unit_add(suite, "names what is lacking", names_what_is_lacking, UNIT_COUNT(lacking));
    unit_add(suite, "resolves figures", resolves_figures, UNIT_COUNT(figures));
    return unit_run(suite);
}
