/* The scenario's companies, acquirer first, and the filings that they are read from. */
#include "scenario/reading.h"

static void read_filing_use(Reading *reading, FilingUse *out, const Setting *filing)
{
    if (!read_element(reading, filing))
        return;
    out->key = filing->name;
    need_text(reading, &out->file, filing, "file");
    out->place = place_of_setting(filing, "file");
    const Source *holder = source_at(&reading->run->sources, out->place.source);
    out->path = path_beside(reading->run->arena, holder ? holder->path : TEXT(""), out->file);
    read_date(reading, &out->filed, filing, "filed");
    read_text(reading, &out->presentation, filing, "presentation");
    read_text(reading, &out->assumption, filing, "assumption");
    read_kinds(reading, &out->takes, &out->take_count, filing, "take");
}

static void read_filings(Reading *reading, ScenarioCompany *out, const Setting *company)
{
    const Setting *filings = read_group(reading, company, "filings");
    out->filing_count = filings ? filings->count : 0;
    out->filings = arena_array(reading->run->arena, FilingUse, out->filing_count);
    for (size_t i = 0; i < out->filing_count; i++)
        read_filing_use(reading, &out->filings[i], &filings->children[i]);
    if (out->filing_count == 0 && !setting_find(company, "filings"))
        reading->good &= setting_need(reading->run, company, "filings") != NULL;
    else if (filings && filings->count == 0)
        reading->good = problem(reading->run, PROBLEM_setting_missing, filings->name_place, "\"filings\" names no filing");
}

/* What config/companies.cfg knows of the company, overridden by what the scenario says. */
static void read_identity(Reading *reading, Company *out, const Setting *company)
{
    const Company *known = company_find(reading->known, company->name);
    Text year_end = {0};
    *out = known ? *known : (Company){.id = company->name, .title = company->name, .label = company->name};
    read_text(reading, &out->title, company, "title");
    if (!known)
        out->label = out->title;
    read_text(reading, &out->label, company, "label");
    if (!known && !setting_find(company, "title"))
        out->title = out->label;
    reading->good &= company_read_names(out, reading->known, reading->run, company);
    read_text(reading, &year_end, company, "fiscal_year_end");
    read_text(reading, &out->chart_name, company, "chart");
    if (setting_find(company, "chart"))
        out->chart_place = place_of_setting(company, "chart");
    if (year_end.start && !year_end_parse(&out->year_end_month, &out->year_end_day, year_end))
        reading->good = problem(reading->run, PROBLEM_bad_date, place_of_setting(company, "fiscal_year_end"),
                                "\"" TEXT_FORMAT "\" is no month and day, such as 09-30", TEXT_ARGUMENTS(year_end));
}

/* Figures of all companies are added, and no rate is known. */
static void refuse_currency(Reading *reading, const Setting *company)
{
    Text currency = {0};
    read_text(reading, &currency, company, "currency");
    if (currency.start && !text_equal(currency, TEXT("usd")))
        reading->good = problem(reading->run, PROBLEM_not_supported, place_of_setting(company, "currency"), "a second currency, \"" TEXT_FORMAT "\", is not converted: figures are in US dollars (usd)",
                                TEXT_ARGUMENTS(currency));
}

static void read_company(Reading *reading, ScenarioCompany *out, const Setting *company)
{
    enum { MOST_JOIN_DAYS = 7, MOST_BALANCE_DAYS = 93 }; /* rules of the calendar: a week, a fiscal quarter */
    out->place = company->name_place;
    out->balance_date = DAY_NONE;
    if (!read_element(reading, company))
        return;
    check_named(reading, company, "a company");
    read_identity(reading, &out->company, company);
    read_days(reading, &out->join_days, company, "join_days", MOST_JOIN_DAYS);
    read_days(reading, &out->balance_days, company, "balance_days", MOST_BALANCE_DAYS);
    read_date(reading, &out->balance_date, company, "balance_date");
    read_text(reading, &out->missing, company, "missing");
    refuse_currency(reading, company);
    read_filings(reading, out, company);
    read_splits(reading, out, company);
}

static bool named_before(const Reading *reading, size_t target)
{
    bool before = text_equal(reading->out->targets[target], reading->out->acquirer);
    for (size_t i = 0; i < target; i++)
        before = before || text_equal(reading->out->targets[target], reading->out->targets[i]);
    return before;
}

static void read_targets(Reading *reading)
{
    Scenario *out = reading->out;
    const Setting *targets = setting_need(reading->run, out->root, "targets");
    reading->good &= targets && setting_read_texts(&out->targets, &out->target_count, reading->run, out->root, "targets");
    if (!targets || targets->kind != SETTING_list)
        return;
    if (targets->count == 0)
        reading->good = problem(reading->run, PROBLEM_setting_missing, targets->name_place, "\"targets\" names no company");
    for (size_t i = 0; i < out->target_count; i++) {
        Place place = targets->children[i].place;
        if (out->targets[i].start && check_company(reading, out->targets[i], place) && named_before(reading, i))
            reading->good = problem(reading->run, PROBLEM_duplicate_key, place, "\"" TEXT_FORMAT "\" takes part already", TEXT_ARGUMENTS(out->targets[i]));
    }
}

/* Formulas refer to the companies that take part: where it is not clear which these are, their names are not looked up. */
static void read_parties(Reading *reading)
{
    Scenario *out = reading->out;
    bool good = reading->good;
    reading->good = true;
    need_text(reading, &out->acquirer, out->root, "acquirer");
    if (out->acquirer.start)
        check_company(reading, out->acquirer, place_of_setting(out->root, "acquirer"));
    read_targets(reading);
    reading->names_known &= reading->good;
    reading->good &= good;
}

static const ScenarioCompany *company_named(const ScenarioCompany *all, size_t count, Text id)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(all[i].company.id, id))
            return &all[i];
    return NULL;
}

/* Companies that do not take part are checked too, and left out. */
static void order_companies(Scenario *out, const ScenarioCompany *all, size_t count)
{
    const ScenarioCompany *company = company_named(all, count, out->acquirer);
    if (company)
        out->companies[out->company_count++] = *company;
    for (size_t i = 0; i < out->target_count; i++)
        if ((company = company_named(all, count, out->targets[i])))
            out->companies[out->company_count++] = *company;
}

void read_companies(Reading *reading)
{
    Scenario *out = reading->out;
    reading->good &= setting_need(reading->run, out->root, "companies") != NULL;
    const Setting *companies = read_group(reading, out->root, "companies");
    size_t count = companies ? companies->count : 0;
    ScenarioCompany *all = arena_array(reading->run->arena, ScenarioCompany, count);
    for (size_t i = 0; i < count; i++)
        read_company(reading, &all[i], &companies->children[i]);
    read_parties(reading);
    out->companies = arena_array(reading->run->arena, ScenarioCompany, out->target_count + 1);
    order_companies(out, all, count);
}

/* --- the chart of all --- */

/* What the scenario says of a company; otherwise the scenario's chart for all (`whole`), or what config/companies.cfg says. */
static bool stated_chart(const Chart **out, Reading *reading, const ScenarioCompany *company, const Chart *whole)
{
    const Setting *companies = setting_find(reading->out->root, "companies");
    *out = whole;
    if (whole && !setting_find(setting_find_text(companies, company->company.id), "chart"))
        return true;
    return chart_industry(out, reading->run, reading->chart, company->company.chart_name, company->company.chart_place);
}

static bool charts_agree(Reading *reading, const ScenarioCompany *company, const Chart *own, const Chart *common, const ScenarioCompany *first)
{
    if (!common || own == common)
        return true;
    return problem(reading->run, PROBLEM_mixed_charts, company->place, "\"" TEXT_FORMAT "\" has the chart \"" TEXT_FORMAT "\", but %s%s" TEXT_FORMAT "%s has \"" TEXT_FORMAT "\"",
                   TEXT_ARGUMENTS(company->company.id), TEXT_ARGUMENTS(own->industry), first ? "" : "the scenario", first ? "\"" : "",
                   TEXT_ARGUMENTS(first ? first->company.id : TEXT("")), first ? "\"" : "", TEXT_ARGUMENTS(common->industry));
}

void read_chart(Reading *reading)
{
    Scenario *out = reading->out;
    const Chart *whole = NULL, *common, *own;
    const ScenarioCompany *first = NULL;
    Text name = {0};
    read_text(reading, &name, out->root, "chart");
    if (name.start)
        reading->good &= chart_industry(&whole, reading->run, reading->chart, name, place_of_setting(out->root, "chart"));
    common = whole;
    for (size_t i = 0; i < out->company_count; i++) {
        const ScenarioCompany *company = &out->companies[i];
        if (!stated_chart(&own, reading, company, whole) || !charts_agree(reading, company, own, common, first)) {
            reading->good = false;
        } else if (!common) {
            common = own;
            first = company;
        }
    }
    if (common)
        reading->chart = common;
    out->chart = reading->chart;
}
