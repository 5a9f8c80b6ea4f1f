/* statement/chart: the shipped chart has the pinned lines, captions mean what they should, and a broken chart is refused. */
#include "printed.h"

#include "statement/chart_build.h"
#include "statement/chart_merge.h"

#include <string.h>

/* rules.md section 8, to the letter. */
static const char *const pinned[] = {
    "revenue.product", "revenue.service", "revenue.total", "cost.product", "cost.service", "cost.total", "gross_margin", "opex.research_development",
    "opex.sales_marketing", "opex.general_administrative", "opex.merger_related", "opex.restructuring_other", "opex.in_process_research_development",
    "opex.integration", "opex.amortization", "opex.total", "operating_income", "other.interest_income", "other.interest_expense", "other.interest_net",
    "other.gain_on_investments", "other.writedown_of_investments", "other.retirement_of_notes", "other.equity_in_joint_venture", "pretax_income",
    "income_tax", "income.continuing", "income.discontinued", "income.extraordinary", "income.minority_interest", "net_income", "dividends.preferred",
    "eps.basic", "eps.diluted", "shares.basic", "shares.diluted", "deferred_compensation.cost_of_revenues", "deferred_compensation.research_development",
    "deferred_compensation.sales_marketing", "deferred_compensation.general_administrative", "deferred_compensation.total", "assets.cash",
    "assets.short_term_investments", "assets.restricted_cash_current", "assets.accounts_receivable", "assets.prepaid_other", "assets.current_total",
    "assets.property_equipment", "assets.long_term_investments", "assets.restricted_cash", "assets.goodwill", "assets.intangibles_other", "assets.total",
    "liabilities.accounts_payable", "liabilities.accrued_compensation", "liabilities.accrued_warranty", "liabilities.interest_payable",
    "liabilities.other_accrued", "liabilities.deferred_revenue", "liabilities.current_total", "liabilities.restructuring",
    "liabilities.convertible_subordinated_notes", "liabilities.convertible_senior_notes", "equity.common_stock", "equity.deferred_stock_compensation",
    "equity.stockholder_notes", "equity.accumulated_oci", "equity.retained_earnings", "equity.total", "liabilities_and_equity.total",
    "reconciliation.non_gaap_net_income", "reconciliation.merger_related", "reconciliation.restructuring_other",
    "reconciliation.in_process_research_development", "reconciliation.integration", "reconciliation.amortization", "reconciliation.acquisition_adjustment",
    "reconciliation.gain_on_investments", "reconciliation.writedown_of_investments", "reconciliation.retirement_of_notes",
    "reconciliation.income_tax_effect", "reconciliation.net_income",
};

START_TEST(has_the_pinned_lines)
{
    Desk *desk = desk_begin();
    for (size_t i = 0; i < sizeof pinned / sizeof *pinned; i++)
        desk_line(desk, pinned[i]);
    ck_assert_uint_eq(chart_line(desk->chart, TEXT("revenue.totals")), LINE_NONE);
    ck_assert_str_eq(text_zero_terminated(desk->run.arena, chart_nearest_line(desk->chart, TEXT("revenue.totals"))), "revenue.total");
    desk_end(desk);
}
END_TEST

static const struct {
    const char *printed, *normal;
} forms[] = {
    {"Net income (loss)", "net income"},
    {"NET LOSS", "net income"},
    {"(Loss) income before income taxes", "income before tax"},
    {"Shareholders' equity (1)", "stockholder equity"},
    {"Stockholder\x92s equity", "stockholder equity"},
    {"Purchased intangibles, net", "purchased intangible net"},
    {"Purchased intangible assets, net", "purchased intangible net"},
    {"Net cash (used in) provided by  investing activities", "net cash provided investing activity"},
    {"Net cash used in investing activities", "net cash provided investing activity"},
    {"Net loss per common share:", "income per share"},
    {"Weighted average number of common shares outstanding", "weighted average share"},
    {"Research & development*", "research development"},
    {"Write-down of investments", "writedown investment"},
    {"(Loss)", "loss"},
    {"--", ""},
};

START_TEST(normalises_captions)
{
    Desk *desk = desk_begin();
    Text normal = caption_normalise(desk->chart, desk->run.arena, text_of(forms[_i].printed));
    ck_assert_str_eq(text_zero_terminated(desk->run.arena, normal), forms[_i].normal);
    desk_end(desk);
}
END_TEST

static const struct {
    const char *statement, *heading, *caption, *line; /* line NULL: none */
} captions[] = {
    {"operations", "Net revenues:", "Product", "revenue.product"},
    {"operations", "Revenues", "Products", "revenue.product"},
    {"operations", "Cost of revenues:", "Product", "cost.product"},
    {"operations", "Dividends", "Product", NULL},
    {"operations", "", "Gross profit", "gross_margin"},
    {"operations", "Operating expenses", "Total", "opex.total"},
    {"operations", "Operating expenses", "Restructuring charges, net", "opex.restructuring_other"},
    {"operations", "", "Interest and other income, net", "other.interest_net"},
    {"operations", "", "Interest and other income", "other.interest_income"},
    {"operations", "", "Loss from operations", "operating_income"},
    {"operations", "", "Net earnings", "net_income"},
    {"operations", "Net income per share:", "Basic", "eps.basic"},
    {"operations", "Earnings (loss) per common share", "Diluted", "eps.diluted"},
    {"operations", "Shares used in computing net income (loss) per share:", "Diluted", "shares.diluted"},
    {"operations", "Weighted average common shares outstanding", "Basic", "shares.basic"},
    {"operations", "", "Basic", NULL},
    {"operations", "Loss from discontinued operations:", "Basic", NULL},
    {"operations", "Net (loss) earnings:", "Basic", "eps.basic"},
    {"operations", "BASIC NET INCOME PER COMMON SHARE:", "Net income", "eps.basic"},
    {"balance_sheet", "Current assets:", "Restricted cash", "assets.restricted_cash_current"},
    {"balance_sheet", "ASSETS", "Restricted cash", "assets.restricted_cash"},
    {"balance_sheet", "ASSETS", "Accounts receivable, less allowance of $2,540 and $3,594", "assets.accounts_receivable"},
    {"balance_sheet", "Shareholders' equity", "Common stock, $.001 par value, 500 shares authorized", "equity.common_stock_par"},
    {"balance_sheet", "Stockholders' equity", "Retained earnings (accumulated deficit)", "equity.retained_earnings"},
    {"balance_sheet", "", "Total liabilities and shareowners' equity", "liabilities_and_equity.total"},
    {"cash_flows", "Changes in operating assets and liabilities", "Accounts receivable, net", "cash_flow.accounts_receivable"},
    {"cash_flows", "INVESTING ACTIVITIES", "Decrease in restricted cash", "cash_flow.restricted_cash"},
    {"cash_flows", "", "Cash and cash equivalents, beginning of year", "cash_flow.cash_beginning"},
    {"reconciliation", "", "GAAP net income (loss)", "reconciliation.net_income"},
    {"footnote", "Amortization of deferred stock compensation is as follows", "Total", "deferred_compensation.total"},
    {"footnote", "Leases", "Total", NULL},
    {"operations", "", "Odd lots", NULL},
    {"operations", "", "", NULL},
};

START_TEST(matches_captions)
{
    Desk *desk = desk_begin();
    Arena *arena = desk->run.arena;
    Text heading = caption_normalise(desk->chart, arena, text_of(captions[_i].heading));
    Text caption = caption_normalise(desk->chart, arena, text_of(captions[_i].caption));
    int statement = chart_statement(desk->chart, text_of(captions[_i].statement));
    LineId line = chart_match(desk->chart, (uint8_t)statement, caption, &heading, heading.length > 0);
    ck_assert_str_eq(line == LINE_NONE ? "none" : text_zero_terminated(arena, chart_at(desk->chart, line)->name), captions[_i].line ? captions[_i].line : "none");
    desk_end(desk);
}
END_TEST

/* The heading nearest to a row decides. */
START_TEST(takes_the_innermost_heading)
{
    Desk *desk = desk_begin();
    Text headings[] = {caption_normalise(desk->chart, desk->run.arena, TEXT("Current assets")), caption_normalise(desk->chart, desk->run.arena, TEXT("ASSETS"))};
    uint8_t statement = (uint8_t)chart_statement(desk->chart, TEXT("balance_sheet"));
    ck_assert_uint_eq(chart_match(desk->chart, statement, TEXT("restricted cash"), headings, 2), desk_line(desk, "assets.restricted_cash_current"));
    ck_assert_uint_eq(chart_match(desk->chart, statement, TEXT("restricted cash"), headings + 1, 1), desk_line(desk, "assets.restricted_cash"));
    Text turned[] = {headings[1], headings[0]};
    ck_assert_uint_eq(chart_match(desk->chart, statement, TEXT("restricted cash"), turned, 2), desk_line(desk, "assets.restricted_cash"));
    desk_end(desk);
}
END_TEST

static const struct {
    const char *line, *into;
    int sign;
} entering[] = {
    {"revenue.product", "revenue.total", 1},         {"cost.total", "gross_margin", -1},
    {"opex.amortization", "opex.total", 1},          {"opex.total", "operating_income", -1},
    {"other.interest_expense", "other.interest_net", 1}, {"other.interest_net", "other.total", 1},     {"other.total", "pretax_income", 1},
    {"income_tax", "income.before_minority_interest", -1}, {"income.minority_interest", "income.continuing", 1}, {"income.continuing", "net_income", 1},
    {"assets.cash", "assets.current_total", 1},      {"assets.current_total", "assets.total", 1},
    {"liabilities.current_total", "liabilities.total", 1}, {"equity.common_stock_par", "equity.common_stock", 1},
    {"cash_flow.debt_cost_amortization", "cash_flow.amortization_all", 1}, {"cash_flow.amortization_all", "cash_flow.operating_total", 1},
    {"cash_flow.operating_total", "cash_flow.net_increase", 1}, {"cash_flow.cash_beginning", "cash_flow.cash_end", 1},
    {"reconciliation.amortization", "reconciliation.net_income", 1}, {"deferred_compensation.cost_of_revenues", "deferred_compensation.total", 1},
    {"assets.total", NULL, 1},                       {"eps.basic", NULL, 1},
    {"cash_flow.interest_paid", NULL, 1},            {"deferred_compensation.total", NULL, 1},
};

START_TEST(enters_its_total)
{
    Desk *desk = desk_begin();
    const Line *line = chart_at(desk->chart, desk_line(desk, entering[_i].line));
    ck_assert_uint_eq(line->into, entering[_i].into ? desk_line(desk, entering[_i].into) : LINE_NONE);
    ck_assert_int_eq(line->sign, entering[_i].sign);
    if (line->into == LINE_NONE) {
        desk_end(desk);
        return;
    }
    const Line *total = chart_at(desk->chart, line->into);
    size_t found = 0;
    for (size_t i = 0; i < total->addend_count; i++)
        found += chart_at(desk->chart, total->addends[i]) == line;
    ck_assert_uint_eq(found, 1);
    desk_end(desk);
}
END_TEST

START_TEST(knows_what_is_the_same)
{
    Desk *desk = desk_begin();
    const Line *line = chart_at(desk->chart, desk_line(desk, "reconciliation.non_gaap_net_income"));
    ck_assert_uint_eq(line->same_as, desk_line(desk, "net_income"));
    ck_assert_int_eq(line->same_basis, BASIS_non_gaap);
    ck_assert_int_eq(chart_at(desk->chart, desk_line(desk, "reconciliation.amortization"))->same_sign, -1);
    ck_assert_uint_eq(chart_at(desk->chart, desk_line(desk, "liabilities_and_equity.total"))->equals, desk_line(desk, "assets.total"));
    ck_assert_uint_eq(desk->chart->revenue, desk_line(desk, "revenue.total"));
    ck_assert_uint_eq(desk->chart->per_share.diluted_eps, desk_line(desk, "eps.diluted"));
    ck_assert(chart_at(desk->chart, desk_line(desk, "cash_flow.cash_beginning"))->opening);
    ck_assert(chart_at(desk->chart, desk_line(desk, "eps.basic"))->unit == UNIT_per_share);
    desk_end(desk);
}
END_TEST

START_TEST(knows_what_a_row_prints)
{
    Desk *desk = desk_begin();
    LineId both = desk_line(desk, "shares.basic_and_diluted"), basic = desk_line(desk, "shares.basic"), diluted = desk_line(desk, "shares.diluted");
    PrintedLines two = chart_printed(desk->chart, &both), one = chart_printed(desk->chart, &basic);
    ck_assert(two.count == 2 && two.items[0] == basic && two.items[1] == diluted);
    ck_assert(one.count == 1 && one.items[0] == basic);
    ck_assert(chart_prints(desk->chart, both, diluted) && chart_prints(desk->chart, basic, basic));
    ck_assert(!chart_prints(desk->chart, both, both) && !chart_prints(desk->chart, basic, diluted) && !chart_prints(desk->chart, LINE_NONE, basic));
    desk_end(desk);
}
END_TEST

#define CHART(lines) "statements = { s = { title = \"t\"; lines = { " lines " }; }; };"

static const struct {
    const char *chart;
    ProblemKind problem;
} broken[] = {
    {"roles = {};", PROBLEM_setting_missing},
    {CHART("a = { label = \"A\"; into = \"+b\"; };"), PROBLEM_unknown_line},
    {CHART("a = { label = \"A\"; into = \"+b\"; }; b = { label = \"B\"; into = \"a\"; };"), PROBLEM_unknown_line},
    {CHART("a = { captions = [\"a\"]; };"), PROBLEM_setting_missing},
    {CHART("a = { label = \"A\"; lable = \"B\"; };"), PROBLEM_unknown_key},
    {CHART("g = { hading = \"G\"; a = { label = \"A\"; }; };"), PROBLEM_unknown_key},
    {CHART("a = { label = \"A\"; unit = \"metres\"; };"), PROBLEM_unknown_choice},
    {CHART("a = { label = \"A\"; captions = 5; };"), PROBLEM_setting_type},
    {CHART("a = { label = \"Odd lot\"; }; b = { label = \"(Even) odd LOTS\"; };"), PROBLEM_duplicate_key},
    {CHART("a = { label = \"A\"; }; *g = { a = { label = \"B\"; }; };"), PROBLEM_duplicate_key},
    {CHART("a = { label = \"A\"; same_as = \"-a:proforma\"; };"), PROBLEM_unknown_line},
    {CHART("a = { label = \"A\"; stands_for = \"a, b\"; };"), PROBLEM_unknown_line},
    {CHART("a = { label = \"A\"; stands_for = \"b\"; }; b = { label = \"B\"; unit = \"shares\"; };"), PROBLEM_unknown_line},
    {CHART("a = { label = \"A\"; };") " roles = { income = \"b\"; };", PROBLEM_unknown_line},
    {CHART("a = { label = \"A\"; };") " roles = { incom = \"a\"; };", PROBLEM_unknown_key},
};

START_TEST(refuses_a_broken_chart)
{
    jmp_buf out_of_memory;
    Run run = {.arena = arena_create(&out_of_memory), .config_folder = TEXT("made-up")};
    const Chart *chart = NULL;
    source_add(&run.sources, run.arena, TEXT("chart.cfg"), TEXT("made-up/chart.cfg"), text_of(broken[_i].chart));
    ck_assert(!chart_read(&chart, &run));
    ck_assert_uint_gt(run.problems.count, 0);
    ck_assert_str_eq(problem_name(run.problems.items[0].kind), problem_name(broken[_i].problem));
    arena_destroy(run.arena);
}
END_TEST

/* Synonyms that make each other longer have to come to an end. */
START_TEST(ends_on_circular_synonyms)
{
    jmp_buf out_of_memory;
    Run run = {.arena = arena_create(&out_of_memory), .config_folder = TEXT("made-up")};
    const Chart *chart = NULL;
    source_add(&run.sources, run.arena, TEXT("chart.cfg"), TEXT("made-up/chart.cfg"),
               TEXT("synonyms = { new_thing = [\"thing\"]; b = [\"a\"]; a = [\"b\"]; }; " CHART("x = { label = \"X\"; };")));
    ck_assert(chart_read(&chart, &run));
    char longest[3000];
    memset(longest, 'a', sizeof longest);
    for (size_t i = 2; i < sizeof longest; i += 3)
        longest[i] = ' ';
    ck_assert_uint_gt(caption_normalise(chart, run.arena, TEXT("thing a b thing")).length, 0);
    ck_assert_uint_lt(caption_normalise(chart, run.arena, (Text){longest, sizeof longest}).length, sizeof longest);
    arena_destroy(run.arena);
}
END_TEST

/* --- charts of industries --- */

static const char general[] =
    "ignored = \"of\"; roles = { income = \"result\"; revenue = \"sales.total\"; };\n"
    "statements = { operations = { title = \"statement\"; has_bases = true; lines = {\n"
    "  sales = { heading = \"Sales\"; section = \"sales\"; into = \"+sales.total\";\n"
    "    goods = { label = \"Goods\"; }; services = { label = \"Services\"; captions = \": services\"; };\n"
    "    total = { label = \"Total sales\"; captions = \"total\"; into = \"+margin\"; }; };\n"
    "  margin = { label = \"Margin\"; into = \"+result\"; };\n"
    "  *costs = { into = \"-result\"; rent = { label = \"Rent\"; }; other = { label = \"Other\"; }; };\n"
    "  result = { label = \"Result\"; grand = true; };\n"
    "}; }; sheet = { title = \"sheet\"; instant = true; lines = { cash = { label = \"Cash\"; }; }; }; };";

typedef struct {
    Run run;
    jmp_buf out_of_memory;
    const Chart *chart;
} Merging;

/* The general chart above and an industry's. False when merging or building fails. */
static bool merge(Merging *out, const char *industry)
{
    const Setting *roots[2], *merged;
    Chart *chart;
    out->run = (Run){.arena = arena_create(&out->out_of_memory)};
    const char *const texts[] = {general, industry}, *const names[] = {"general.cfg", "industry.cfg"};
    for (size_t i = 0; i < 2; i++)
        ck_assert(settings_read_source(&roots[i], &out->run, source_add(&out->run.sources, out->run.arena, text_of(names[i]), text_of(names[i]), text_of(texts[i]))));
    if (!chart_merge(&merged, &out->run, roots[0], roots[1]) || !chart_build(&chart, &out->run, merged))
        return false;
    out->chart = chart;
    return true;
}

static const char *line_order(Merging *merging)
{
    TextBuilder out = {.arena = merging->run.arena};
    for (size_t i = 0; i < merging->chart->line_count; i++)
        text_append_format(&out, "%s" TEXT_FORMAT, i ? " " : "", TEXT_ARGUMENTS(merging->chart->lines[i].name));
    return text_zero_terminated(merging->run.arena, text_builder_text(&out));
}

static const char *caption_line(Merging *merging, const char *heading, const char *caption)
{
    Text above = caption_normalise(merging->chart, merging->run.arena, text_of(heading));
    Text normal = caption_normalise(merging->chart, merging->run.arena, text_of(caption));
    LineId line = chart_match(merging->chart, 0, normal, &above, above.length > 0);
    return line == LINE_NONE ? "none" : text_zero_terminated(merging->run.arena, chart_at(merging->chart, line)->name);
}

#define LINES(lines) "statements = { operations = { lines = { " lines " }; }; };"

static const struct {
    const char *industry, *order;
} orders[] = {
    {"statements = { };", "sales.goods sales.services sales.total margin rent other result cash"},
    /* a new line behind the one before it, or first; an empty group only says where */
    {LINES("sales = { tickets = { label = \"Tickets\"; }; services = { }; meals = { label = \"Meals\"; }; };"),
     "sales.tickets sales.goods sales.services sales.meals sales.total margin rent other result cash"},
    {LINES("*costs = { rent = { }; fuel = { label = \"Fuel\"; }; wages = { label = \"Wages\"; }; };"),
     "sales.goods sales.services sales.total margin rent fuel wages other result cash"},
    /* left out; what pointed there points elsewhere */
    {LINES("left_out = \"margin\"; sales = { left_out = \"goods, services\"; total = { into = \"+result\"; }; };"), "sales.total rent other result cash"},
    /* left out and given anew: at its new place */
    {LINES("*costs = { left_out = \"rent\"; other = { }; rent = { label = \"Rents paid\"; }; };"),
     "sales.goods sales.services sales.total margin other rent result cash"},
    /* a group of its own */
    {LINES("margin = { }; fees = { into = \"+result\"; landing = { label = \"Landing\"; }; };"),
     "sales.goods sales.services sales.total margin fees.landing rent other result cash"},
    {"statements = { sheet = { lines = { cash = { }; planes = { label = \"Planes\"; }; }; }; };",
     "sales.goods sales.services sales.total margin rent other result cash planes"},
};

START_TEST(merges_in_order)
{
    Merging merging;
    ck_assert(merge(&merging, orders[_i].industry));
    ck_assert_str_eq(line_order(&merging), orders[_i].order);
    ck_assert_uint_eq(merging.chart->statement_count, 2);
    ck_assert(merging.chart->statements[0].has_bases && merging.chart->statements[1].instant);
    arena_destroy(merging.run.arena);
}
END_TEST

/* Keys replace keys; captions, and a label that was replaced, still mean the line. What a group says holds for new lines in it. */
START_TEST(merges_what_lines_say)
{
    Merging merging;
    ck_assert(merge(&merging, "roles = { income = \"margin\"; }; synonyms = { meal = \"dinner\"; }; "
                              LINES("sales = { section = \"revenues\"; meals = { label = \"Meals\"; };"
                                    " services = { label = \"Flights\"; captions = \"trips\"; }; };"
                                    " *costs = { fuel = { label = \"Fuel\"; }; other = { into = \"+result\"; }; };")));
    const Chart *chart = merging.chart;
    ck_assert_str_eq(caption_line(&merging, "Revenues", "Dinners"), "sales.meals");
    ck_assert_str_eq(caption_line(&merging, "Sales", "Meals"), "none"); /* the industry's section holds in place of the general one */
    ck_assert_str_eq(caption_line(&merging, "Revenues", "Goods"), "sales.goods");
    ck_assert_str_eq(caption_line(&merging, "", "Services"), "sales.services");
    ck_assert_str_eq(caption_line(&merging, "Revenues", "Flights"), "sales.services");
    ck_assert_str_eq(caption_line(&merging, "Revenues", "Trips"), "sales.services");
    const Line *services = chart_at(chart, chart_line(chart, TEXT("sales.services"))), *meals = chart_at(chart, chart_line(chart, TEXT("sales.meals")));
    ck_assert(text_equal(services->label, TEXT("Flights")) && text_equal(services->heading, TEXT("Sales")) && text_equal(meals->heading, TEXT("Sales")));
    ck_assert_uint_eq(meals->into, chart_line(chart, TEXT("sales.total")));
    LineId result = chart_line(chart, TEXT("result")), fuel = chart_line(chart, TEXT("fuel")), other = chart_line(chart, TEXT("other"));
    ck_assert(chart_at(chart, fuel)->into == result && chart_at(chart, fuel)->sign == -1);
    ck_assert(chart_at(chart, other)->into == result && chart_at(chart, other)->sign == 1);
    ck_assert_uint_eq(chart->per_share.income, chart_line(chart, TEXT("margin")));
    ck_assert_uint_eq(chart->revenue, chart_line(chart, TEXT("sales.total")));
    arena_destroy(merging.run.arena);
}
END_TEST

static const struct {
    const char *industry;
    ProblemKind problem;
    const char *source; /* of the place */
} mistakes[] = {
    {"statements = { flights = { lines = { a = { label = \"A\"; }; }; }; };", PROBLEM_unknown_statement, "industry.cfg"},
    {LINES("left_out = \"margins\";"), PROBLEM_unknown_line, "industry.cfg"},
    {LINES("sales = { left_out = \"margin\"; };"), PROBLEM_unknown_line, "industry.cfg"},
    {LINES("left_out = \"margin\";"), PROBLEM_unknown_line, "general.cfg"}, /* total sales enter it */
    {LINES("margins = { };"), PROBLEM_setting_missing, "industry.cfg"},
    {LINES("margin = { lable = \"M\"; };"), PROBLEM_unknown_key, "industry.cfg"},
    {LINES("margin = { captions = \"rent\"; };"), PROBLEM_duplicate_key, "general.cfg"},
    {LINES("*costs = { fuel = { label = \"Rent\"; }; };"), PROBLEM_duplicate_key, "general.cfg"},
    {LINES("margin = { captions = 5; };"), PROBLEM_setting_type, "industry.cfg"},
    {"roles = { profit = \"margin\"; };", PROBLEM_unknown_key, "industry.cfg"},
};

START_TEST(refuses_a_broken_industry)
{
    Merging merging;
    ck_assert(!merge(&merging, mistakes[_i].industry));
    ck_assert_uint_gt(merging.run.problems.count, 0);
    const Problem *first = &merging.run.problems.items[0];
    ck_assert_str_eq(problem_name(first->kind), problem_name(mistakes[_i].problem));
    ck_assert_str_eq(text_zero_terminated(merging.run.arena, source_at(&merging.run.sources, first->place.source)->name), mistakes[_i].source);
    arena_destroy(merging.run.arena);
}
END_TEST

/* The shipped charts: the same statements in the same order, roles that are there, and the general chart as it is without them. */
START_TEST(reads_the_shipped_industries)
{
    Desk *desk = desk_begin();
    const Chart *airline, *again, *none;
    size_t lines = desk->chart->line_count;
    ck_assert(chart_industry(&airline, &desk->run, desk->chart, TEXT("airline"), (Place){0}));
    ck_assert(chart_industry(&again, &desk->run, desk->chart, TEXT("airline"), (Place){0}) && again == airline);
    ck_assert(chart_industry(&none, &desk->run, desk->chart, TEXT(""), (Place){0}) && none == desk->chart);
    ck_assert(chart_industry(&none, &desk->run, desk->chart, TEXT("general"), (Place){0}) && none == desk->chart);
    ck_assert_uint_eq(airline->statement_count, desk->chart->statement_count);
    for (size_t i = 0; i < airline->statement_count; i++)
        ck_assert(text_equal(airline->statements[i].name, desk->chart->statements[i].name));
    ck_assert_uint_eq(desk->chart->line_count, lines);
    ck_assert_uint_eq(chart_line(desk->chart, TEXT("opex.fuel")), LINE_NONE);
    LineId fuel = chart_line(airline, TEXT("opex.fuel")), total = chart_line(airline, TEXT("opex.total"));
    ck_assert(fuel != LINE_NONE && chart_at(airline, fuel)->into == total);
    ck_assert_uint_eq(chart_line(airline, TEXT("gross_margin")), LINE_NONE);
    ck_assert_uint_eq(chart_at(airline, chart_line(airline, TEXT("revenue.total")))->into, chart_line(airline, TEXT("operating_income")));
    ck_assert(airline->per_share.income != LINE_NONE && text_equal(chart_at(airline, airline->per_share.income)->name, TEXT("net_income")));
    ck_assert_uint_eq(desk->run.problems.count, 0);
    desk_end(desk);
}
END_TEST

/* A report sets a label in lines of its own. */
START_TEST(labels_stand_in_one_line)
{
    Desk *desk = desk_begin();
    const Chart *chart;
    const Text industries[] = {TEXT("general"), TEXT("airline"), TEXT("broker_dealer")};
    ck_assert(chart_industry(&chart, &desk->run, desk->chart, industries[_i], (Place){0}));
    for (size_t i = 0; i < chart->line_count; i++)
        ck_assert_uint_eq(text_find_char(chart->lines[i].label, '\n', 0), chart->lines[i].label.length);
    desk_end(desk);
}
END_TEST

/* What brokers print twice is two lines, told apart by the heading; without one, interest expense is what is taken off total revenues. */
static const struct {
    const char *statement, *heading, *caption, *line;
} broker_captions[] = {
    {"operations", "Revenues", "Interest", "revenue.interest"},
    {"operations", "Expenses", "Interest", "opex.interest"},
    {"operations", "", "Interest expense", "revenue.interest_expense"},
    {"operations", "Revenues", "Clearing fees", "revenue.clearing"},
    {"operations", "Expenses", "Clearing fees", "opex.clearing"},
    {"operations", "Revenues", "Commissions", "revenue.commissions"},
    {"operations", "Non-interest expenses", "Commissions", "opex.commissions"},
    {"operations", "", "Net revenues", "revenue.net"},
    {"operations", "", "Total revenues", "revenue.total"},
    {"balance_sheet", "Assets", "Trading securities owned, at market", "assets.securities_owned"},
    {"balance_sheet", "Liabilities", "Trading securities sold, not yet purchased, at market", "liabilities.securities_sold"},
    {"balance_sheet", "Assets", "Securities purchased under agreements to resell", "assets.resale_agreements"},
    {"balance_sheet", "Liabilities", "Securities sold under agreements to repurchase", "liabilities.repurchase_agreements"},
    {"balance_sheet", "Assets", "Receivable from broker-dealers and clearing organizations", "assets.broker_receivables"},
    {"balance_sheet", "Liabilities", "Subordinated borrowings", "liabilities.subordinated"},
    {"balance_sheet", "Liabilities and stockholders' equity", "Subordinated borrowings", "liabilities.subordinated_apart"},
};

START_TEST(matches_captions_of_brokers)
{
    Desk *desk = desk_begin();
    const Chart *broker;
    ck_assert(chart_industry(&broker, &desk->run, desk->chart, TEXT("broker_dealer"), (Place){0}));
    Text heading = caption_normalise(broker, desk->run.arena, text_of(broker_captions[_i].heading));
    Text caption = caption_normalise(broker, desk->run.arena, text_of(broker_captions[_i].caption));
    uint8_t statement = (uint8_t)chart_statement(broker, text_of(broker_captions[_i].statement));
    LineId line = chart_match(broker, statement, caption, &heading, heading.length > 0);
    ck_assert(line != LINE_NONE);
    ck_assert_str_eq(text_zero_terminated(desk->run.arena, chart_at(broker, line)->name), broker_captions[_i].line);
    desk_end(desk);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("chart");
    unit_add(suite, "has the pinned lines", has_the_pinned_lines, 1);
    unit_add(suite, "normalises captions", normalises_captions, UNIT_COUNT(forms));
    unit_add(suite, "matches captions", matches_captions, UNIT_COUNT(captions));
    unit_add(suite, "takes the innermost heading", takes_the_innermost_heading, 1);
    unit_add(suite, "enters its total", enters_its_total, UNIT_COUNT(entering));
    unit_add(suite, "knows what is the same", knows_what_is_the_same, 1);
    unit_add(suite, "knows what a row prints", knows_what_a_row_prints, 1);
    unit_add(suite, "refuses a broken chart", refuses_a_broken_chart, UNIT_COUNT(broken));
    unit_add(suite, "ends on circular synonyms", ends_on_circular_synonyms, 1);
    unit_add(suite, "merges in order", merges_in_order, UNIT_COUNT(orders));
    unit_add(suite, "merges what lines say", merges_what_lines_say, 1);
    unit_add(suite, "refuses a broken industry", refuses_a_broken_industry, UNIT_COUNT(mistakes));
    unit_add(suite, "reads the shipped industries", reads_the_shipped_industries, 1);
    unit_add(suite, "labels stand in one line", labels_stand_in_one_line, 3);
    unit_add(suite, "matches captions of brokers", matches_captions_of_brokers, UNIT_COUNT(broker_captions));
    return unit_run(suite);
}
