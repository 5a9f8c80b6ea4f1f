/* Deferred revenue at the fair value of what the acquirer still has to do for it (APB 16, EITF 01-3, ASC 805-20-30-1), until ASU 2021-08 measures
 * it by the contract. The revenue of the part that goes is never recognised; whether operations show that, the form decides, since it ends with
 * the contracts. */
#include "model/part_acquired.h"

enum { FAIR_VALUE, PART, BOOK, LINE, YEARS, REVENUE_LINE };

static const EntryKey keys[] = {
    [FAIR_VALUE] = {.name = "fair_value", .type = KEY_formula, .unit = UNIT_money, .meaning = "of the obligation; this or part is needed"},
    [PART] = {.name = "part", .type = KEY_formula, .unit = UNIT_ratio, .part = true, .meaning = "part of the carrying amount that is its fair value, instead of fair_value"},
    [BOOK] = {.name = "book", .type = KEY_formula, .unit = UNIT_money, .meaning = "carrying amount; default: what the target reports on the line"},
    [LINE] = {.name = "line", .type = KEY_line, .meaning = "default: the chart's deferred_revenue"},
    [YEARS] = {.name = "years", .type = KEY_formula, .unit = UNIT_years, .meaning = "years over which the target would have recognised it; needed where the form keeps what does not recur"},
    [REVENUE_LINE] = {.name = "revenue_line", .type = KEY_line, .meaning = "line of operations in which it would have been recognised; likewise"},
    {0},
};

enum { FIGURE_reduction, FIGURE_revenue };
static const EntryFigure figures[] = {
    [FIGURE_reduction] = {"reduction", UNIT_money, true, "by how much the carrying amount exceeds the fair value"},
    [FIGURE_revenue] = {"revenue", UNIT_money, false, "revenue of the period that is therefore not recognised"},
    {0},
};

static bool is_refused(Adjust *adjust)
{
    return adjust_decides(adjust, DECISION_deferred_revenue) == DEFERRED_REVENUE_contract &&
           !adjust_refuse(adjust, DECISION_deferred_revenue, adjust->entry->place, "deferred revenue at fair value");
}

static Slot find_book(Adjust *adjust, LineId line)
{
    bool reported = !adjust_given(adjust, BOOK) && line != LINE_NONE;
    Slot book = reported ? adjust_reported(adjust, adjust_company(adjust), line) : adjust_value(adjust, BOOK);
    if (book == SLOT_NONE && adjust->good)
        adjust->good = problem(adjust->model->run, PROBLEM_source_not_reported, adjust->entry->place,
                               TEXT_FORMAT " reports nothing on \"" TEXT_FORMAT "\", whose carrying amount is needed",
                               TEXT_ARGUMENTS(adjust->entry->company), TEXT_ARGUMENTS(chart_at(adjust->model->chart, line)->name));
    return adjust_round(adjust, book);
}

static Slot find_fair_value(Adjust *adjust, Slot book)
{
    bool by_part = adjust_given(adjust, PART);
    if (by_part == adjust_given(adjust, FAIR_VALUE)) {
        adjust->good = problem(adjust->model->run, by_part ? PROBLEM_duplicate_key : PROBLEM_setting_missing, adjust->entry->place,
                               "\"" TEXT_FORMAT "\" needs one of \"fair_value\" and \"part\", and has %s", TEXT_ARGUMENTS(adjust->entry->name), by_part ? "both" : "neither");
        return SLOT_NONE;
    }
    if (!by_part)
        return adjust_round(adjust, adjust_value(adjust, FAIR_VALUE));
    Slot part = adjust_value(adjust, PART), value = adjust_round(adjust, adjust_op(adjust, OP_MULTIPLY, book, part));
    adjust_say(adjust, "Fair value: #m x #c = #m.", book, part, value);
    return value;
}

static bool record(Adjust *adjust)
{
    if (is_refused(adjust))
        return false;
    LineId line = adjust_line(adjust, adjust_key(adjust, LINE), adjust->model->chart->deal.deferred_revenue);
    Slot book = find_book(adjust, line), value = find_fair_value(adjust, book);
    Slot reduction = part_acquired_of(adjust, adjust_op(adjust, OP_SUBTRACT, book, value), TEXT("Deferred revenue"));
    AppliedLeg *leg = adjust_post_signed(adjust, line, -1, reduction, TEXT("deferred revenue"));
    if (leg)
        leg->difference = reduction; /* what is lacking of a liability is taxed later, as what is added to an asset is */
    adjust_say(adjust, "Deferred revenue: #m at fair value, #m carried, #m taken off.", value, book, reduction);
    adjust_figure(adjust, FIGURE_reduction, reduction);
    return adjust->good;
}

static bool reduce_revenue(Adjust *adjust)
{
    if (is_refused(adjust))
        return false;
    const AppliedEntry *recorded = adjust_other_at_balance(adjust, adjust->entry);
    if (!recorded)
        return adjust->good;
    Slot reduction = recorded->figures[FIGURE_reduction];
    if (adjust_decides(adjust, DECISION_one_time) == ONE_TIME_remove) {
        adjust_say(adjust, "Revenue of #m is never recognised; this does not recur and is not shown in operations.", reduction);
        adjust_figure(adjust, FIGURE_revenue, adjust->program->zero);
        return adjust->good;
    }
    Slot years = adjust_need(adjust, YEARS, "since the form keeps in operations what does not recur");
    Slot amount = adjust_straight_line(adjust, reduction, years, adjust_key(adjust, YEARS)->place);
    adjust_say(adjust, "Revenue not recognised: #m / #r years x #r / 12 months = #m.", reduction, years, adjust_months_of_life(adjust, years), amount);
    adjust_post_signed(adjust, adjust_line(adjust, adjust_key(adjust, REVENUE_LINE), LINE_NONE), -1, amount, TEXT("revenue not recognised"));
    adjust_figure(adjust, FIGURE_revenue, amount);
    return adjust->good;
}

const EntryKind adjust_deferred_revenue = {
    .name = "deferred_revenue",
    .summary = "Brings the target's deferred revenue from its carrying amount to the fair value of what is still to be done for it",
    .column = COLUMN_adjustments,
    .income_of = INCOME_OF_fair_values,
    .purchase = true,
    .needs_deal = true,
    .keys = keys,
    .figures = figures,
    .balance_sheet = record,
    .operations = reduce_revenue,
};
