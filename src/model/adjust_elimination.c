/* What of the target's books does not survive the purchase: every line of its equity (with its deferred compensation), its goodwill, its
 * purchased intangibles, and the deferred tax on them. With its preferred stock go the dividends on it, which are no one's any more: in operations
 * they come back to the holders of common stock. */
#include "model/adjust.h"
#include "scenario/security.h"

enum { INTANGIBLES, INTANGIBLES_LINE, DEFERRED_TAX, DEFERRED_TAX_LINE };

static const EntryKey keys[] = {
    [INTANGIBLES] = {.name = "intangibles", .type = KEY_formula, .unit = UNIT_money, .meaning = "the target's purchased intangible assets, as they stand in intangibles_line"},
    [INTANGIBLES_LINE] = {.name = "intangibles_line", .type = KEY_line, .meaning = "default: the chart's intangibles"},
    [DEFERRED_TAX] = {.name = "deferred_tax", .type = KEY_formula, .unit = UNIT_money, .meaning = "the target's own net deferred tax liability on what is eliminated"},
    [DEFERRED_TAX_LINE] = {.name = "deferred_tax_line", .type = KEY_line, .meaning = "default: the chart's deferred_tax"},
    {0},
};

enum { FIGURE_equity, FIGURE_goodwill, FIGURE_intangibles };
static const EntryFigure figures[] = {
    [FIGURE_equity] = {"equity", UNIT_money, true, "the target's equity, its net assets at carrying amounts"},
    [FIGURE_goodwill] = {"goodwill", UNIT_money, true, "the target's own goodwill"},
    [FIGURE_intangibles] = {"intangibles", UNIT_money, true, "the target's own purchased intangible assets"},
    {0},
};

/* The lines as the target prints them: below a total that it prints without its lines there is nothing to go down to. */
static Slot eliminate_below(Adjust *adjust, size_t company, LineId total, int sign)
{
    const Chart *chart = adjust->model->chart;
    Slot sum = SLOT_NONE;
    for (size_t i = 0; i < chart_at(chart, total)->addend_count; i++) {
        LineId line = chart_at(chart, total)->addends[i];
        int own = sign * chart_at(chart, line)->sign;
        Slot below = eliminate_below(adjust, company, line, own), amount = adjust_reported(adjust, company, line);
        if (below == SLOT_NONE && amount != SLOT_NONE) {
            adjust_post_signed(adjust, line, -1, amount, TEXT(""));
            below = own < 0 ? adjust_op(adjust, OP_NEGATE, amount, SLOT_NONE) : amount;
        }
        sum = program_add(adjust->program, sum, below);
    }
    return sum;
}

static Slot eliminate_equity(Adjust *adjust, size_t company)
{
    LineId total = adjust->model->chart->deal.equity;
    Slot equity = SLOT_NONE;
    if (total != LINE_NONE)
        equity = eliminate_below(adjust, company, total, 1);
    if (equity == SLOT_NONE)
        adjust->good = adjust->good && problem(adjust->model->run, PROBLEM_source_not_reported, adjust->entry->place, TEXT_FORMAT " reports no equity that could be eliminated", TEXT_ARGUMENTS(adjust->entry->company));
    else
        adjust_say(adjust, "Equity of #t, every line of it: #m.", adjust->entry->company, equity);
    return equity;
}

static Slot eliminate_amount(Adjust *adjust, int key, int line_key, LineId otherwise, const char *words)
{
    Slot amount = adjust_round(adjust, adjust_value(adjust, key));
    if (amount == SLOT_NONE)
        return SLOT_NONE;
    adjust_take(adjust, adjust_company(adjust), adjust_line(adjust, adjust_key(adjust, line_key), otherwise), amount, text_of(words), adjust_key(adjust, key)->place);
    adjust_say(adjust, "#t: #m.", text_of(words), amount);
    return amount;
}

static bool compile(Adjust *adjust)
{
    const DealLines *lines = &adjust->model->chart->deal;
    size_t company = adjust_company(adjust);
    Slot goodwill = lines->goodwill == LINE_NONE ? SLOT_NONE : adjust_reported(adjust, company, lines->goodwill);
    adjust_figure(adjust, FIGURE_equity, eliminate_equity(adjust, company));
    adjust_figure(adjust, FIGURE_goodwill, goodwill == SLOT_NONE ? adjust->program->zero : goodwill);
    if (goodwill != SLOT_NONE) {
        adjust_post_signed(adjust, lines->goodwill, -1, goodwill, TEXT("the target's own goodwill"));
        adjust_say(adjust, "Its goodwill: #m.", goodwill);
    }
    adjust_figure(adjust, FIGURE_intangibles, eliminate_amount(adjust, INTANGIBLES, INTANGIBLES_LINE, lines->intangibles, "Its purchased intangible assets"));
    eliminate_amount(adjust, DEFERRED_TAX, DEFERRED_TAX_LINE, lines->deferred_tax, "Its deferred tax on what is eliminated");
    return adjust->good;
}

/* --- operations: dividends on what is eliminated --- */

/* Preferred stock of the target that is listed as convertible into the acquirer's stock stays outstanding. */
static bool preferred_stays(const Adjust *adjust)
{
    const Scenario *scenario = adjust->model->scenario;
    for (size_t i = 0; i < scenario->convertible_count; i++)
        if (text_equal(scenario->convertibles[i].company, adjust->entry->company) && scenario->convertibles[i].values[CONVERTIBLE_dividends].formula)
            return true;
    return false;
}

/* As the target prints them, or what its net income loses on the way to that of common stockholders. */
static Slot find_dividends(Adjust *adjust, size_t company)
{
    const PerShareLines *lines = &adjust->model->chart->per_share;
    if (lines->preferred_dividends == LINE_NONE)
        return SLOT_NONE;
    Slot printed = adjust_reported(adjust, company, lines->preferred_dividends);
    if (printed != SLOT_NONE || lines->common_income == LINE_NONE)
        return printed;
    Slot own = lines->attributable == LINE_NONE ? SLOT_NONE : adjust_reported(adjust, company, lines->attributable), common = adjust_reported(adjust, company, lines->common_income);
    Slot others = lines->non_controlling_income == LINE_NONE ? SLOT_NONE : adjust_reported(adjust, company, lines->non_controlling_income);
    if (own == SLOT_NONE)
        own = program_add_signed(adjust->program, adjust_reported(adjust, company, lines->income), -1, others);
    return adjust_op(adjust, OP_SUBTRACT, own, common);
}

static bool operate(Adjust *adjust)
{
    Slot dividends = preferred_stays(adjust) ? SLOT_NONE : find_dividends(adjust, adjust_company(adjust));
    if (dividends == SLOT_NONE)
        return adjust->good;
    adjust_post_signed(adjust, adjust_line(adjust, &(EntryValue){0}, adjust->model->chart->per_share.preferred_dividends), -1, dividends, TEXT("dividends on the target's preferred stock"));
    adjust_say_when(adjust, dividends, "Dividends on its preferred stock, which is eliminated: #m.", dividends);
    return adjust->good;
}

const EntryKind adjust_elimination = {
    .name = "elimination",
    .summary = "Takes the target's equity, goodwill, purchased intangible assets and their deferred tax off the balance sheet",
    .column = COLUMN_adjustments,
    .income_of = INCOME_OF_none,
    .every_basis = true,
    .purchase = true,
    .needs_deal = true,
    .keys = keys,
    .figures = figures,
    .balance_sheet = compile,
    .operations = operate,
};
