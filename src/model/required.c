#include "model/required.h"

#include <stdlib.h>

enum { WEEK = 7, MONTHS_OF_YEAR = 12 };

static bool near(Day a, Day b)
{
    return abs(a - b) <= WEEK;
}

/* --- which periods --- */

/* The day on which the acquirer's filings end a year that the calendar ends on `day`: a 52/53-week year ends within a week of it. */
static Day year_end_reported(const Model *model, uint8_t kind, Day day)
{
    const Books *books = &model->books[0];
    for (size_t i = 0; i < books->count; i++) {
        const ReportedColumn *column = &books->items[i];
        if (column->kind == kind && near(column->period.end, day) && wanted_period_matches((WantedPeriod){column->period.end, MONTHS_OF_YEAR, 0}, column->period))
            return column->period.end;
    }
    return day;
}

/* The span from a day to another as months, or as weeks when it is no whole number of months. */
static WantedPeriod wanted_since(Day start, Day end)
{
    int days = end - start + 1;
    WantedPeriod months = {end, (days * MONTHS_OF_YEAR + 182) / 365, 0};
    return months.months && near(wanted_period_span(months).start, start) ? months : (WantedPeriod){end, 0, (days + WEEK / 2) / WEEK};
}

static void add_required(Model *model, WantedPeriod wanted)
{
    Required required = {.wanted = wanted};
    Day start = wanted_period_span(wanted).start;
    for (size_t i = 0; i < model->scenario->period_count && !required.listed; i++) {
        WantedPeriod period = model->scenario->periods[i];
        bool alike = wanted_period_is_instant(period) == wanted_period_is_instant(wanted) && period.end == wanted.end;
        required.listed = alike && (wanted_period_is_instant(wanted) || near(wanted_period_span(period).start, start));
    }
    *list_push(model->run->arena, &model->required) = required;
}

/* By the end of the year in which the balance sheet stands and of the year before. A balance sheet within a week of a year's end stands at that
 * end, and leaves no interim period. */
static void add_all_required(Model *model, uint8_t kind, Day balance_sheet, Day year_end, Day end_before)
{
    Day last = near(balance_sheet, year_end) || near(balance_sheet, end_before) ? balance_sheet : year_end_reported(model, kind, end_before);
    if (near(balance_sheet, last))
        last = balance_sheet;
    add_required(model, (WantedPeriod){last, MONTHS_OF_YEAR, 0});
    if (last != balance_sheet)
        add_required(model, wanted_since(last + 1, balance_sheet));
    add_required(model, (WantedPeriod){.end = balance_sheet});
}

/* --- which of them can be had --- */

/* The statement on which income stands, or the one of a day. */
static uint8_t kind_of(const Chart *chart, bool instant)
{
    uint8_t kind = chart_at(chart, chart->per_share.income)->statement;
    for (uint8_t i = 0; instant && i < chart->statement_count; i++)
        if (chart->statements[i].instant)
            kind = i;
    return kind;
}

/* Aligned apart from the model's sheets: what only the form asks for is no use of a filing. */
static bool look_up(Model *model, Required *required)
{
    TextBuilder lacking = {.arena = model->run->arena};
    uint8_t kind = kind_of(model->chart, wanted_period_is_instant(required->wanted));
    for (size_t company = 0; company < model->scenario->company_count; company++) {
        const AlignedStatement *aligned;
        if (!align_statement(&aligned, model->run, model->chart, &model->books[company], kind, BASIS_gaap, required->wanted, scenario_align_rules(model->scenario, company)))
            return false;
        if (!aligned->available)
            text_append_format(&lacking, "%s" TEXT_FORMAT ": " TEXT_FORMAT, lacking.count ? "; " : "", TEXT_ARGUMENTS(model->scenario->companies[company].company.label),
                               TEXT_ARGUMENTS(aligned->reason));
    }
    required->lacking = text_builder_text(&lacking);
    return true;
}

bool required_find(Model *model)
{
    const Deal *deal = model->scenario->deal;
    const Company *acquirer = &model->scenario->companies[0].company;
    Period year, before;
    bool good = true;
    if (!deal || model->chart->per_share.income == LINE_NONE)
        return true;
    if (deal->balance_sheet == DAY_NONE)
        model->required_unknown = TEXT("the deal has no balance_sheet, and the scenario's periods have no day");
    else if (!company_year(&year, acquirer, deal->balance_sheet) || !company_year(&before, acquirer, year.start - 1))
        model->required_unknown = text_format(model->run->arena, "the fiscal years of \"" TEXT_FORMAT "\" are not known (fiscal_year_end)", TEXT_ARGUMENTS(acquirer->id));
    else
        add_all_required(model, kind_of(model->chart, false), deal->balance_sheet, year.end, before.end);
    for (size_t i = 0; i < model->required.count && good; i++)
        good = look_up(model, &model->required.items[i]);
    return good;
}
