/* What unvested options of the target cost for service still to be given. Before ASC 805 its intrinsic value at closing is deducted in equity, a
 * part of the net assets acquired, and becomes an expense as the service is given (FIN 44, SFAS 141); of it no deferred tax is due. Since then
 * the balance sheet has nothing of it, and the fair value is the cost of later periods (ASC 805-30-55-10).
 *
 * Reading order: the awards, their worth, the balance sheet, an award's expense in a period, operations. */
#include "model/adjust_removed.h"

enum { METHOD_straight_line, METHOD_fin_28 };
static const char *const methods[] = {"straight_line", "fin_28", NULL};

enum { PRICE, RATIO, METHOD, LINE, ALLOCATION, REMOVE };
enum { ALLOCATION_line, ALLOCATION_part };

static const EntryKey allocation_keys[] = {
    [ALLOCATION_line] = {.name = "line", .type = KEY_line, .needed = true, .meaning = "line of operations of the function"},
    [ALLOCATION_part] = {.name = "part", .type = KEY_formula, .needed = true, .unit = UNIT_ratio, .part = true, .meaning = "its part of the expense; the parts sum to 1, and the last takes what rounding leaves"},
    {0},
};

static const EntryKey keys[] = {
    [PRICE] = {.name = "price", .type = KEY_formula, .unit = UNIT_per_share, .price = PRICE_measurement, .otherwise = "deal.measurement_price", .meaning = "of the acquirer's stock, for the intrinsic value"},
    [RATIO] = {.name = "exchange_ratio", .type = KEY_formula, .unit = UNIT_ratio, .otherwise = "deal.exchange_ratio", .meaning = "acquirer's shares for one of the target's"},
    [METHOD] = {.name = "method", .type = KEY_choice, .words = methods, .meaning = "straight_line, or fin_28: each year's part of the options is spread over the time until it vests, so that more falls into the first years"},
    [LINE] = {.name = "line", .type = KEY_line, .meaning = "line of equity that it is deducted in; default: the chart's deferred_compensation"},
    [ALLOCATION] = {.name = "allocation", .type = KEY_items, .item_keys = allocation_keys, .meaning = "lines of operations that the expense goes to; default: all of it to the chart's amortization"},
    [REMOVE] = {.name = "remove", .type = KEY_items, .item_keys = removed_keys, .meaning = "the target's own amortization of deferred compensation"},
    {0},
};

enum { FIGURE_total, FIGURE_expense, FIGURE_removed };
static const EntryFigure figures[] = {
    [FIGURE_total] = {"total", UNIT_money, true, "deferred compensation deducted in equity"},
    [FIGURE_expense] = {"expense", UNIT_money, false, "expense of the period"},
    [FIGURE_removed] = {"removed", UNIT_money, false, "the target's own amortization of the period that is taken out"},
    {0},
};

/* --- the awards --- */

typedef struct {
    const ScenarioSecurity **items;
    size_t count, capacity;
} Awards;

static Awards find_awards(Adjust *adjust)
{
    const Scenario *scenario = adjust->model->scenario;
    Awards out = {0};
    for (size_t i = 0; i < scenario->tranche_count; i++)
        if (text_equal(scenario->tranches[i].company, adjust->entry->company) && scenario->tranches[i].values[TRANCHE_unvested].formula)
            *list_push(adjust->model->run->arena, &out) = &scenario->tranches[i];
    if (out.count == 0)
        adjust->good = problem(adjust->model->run, PROBLEM_setting_missing, adjust->entry->place,
                               "no tranche of options of " TEXT_FORMAT " has \"unvested\", of which \"" TEXT_FORMAT "\" could be computed",
                               TEXT_ARGUMENTS(adjust->entry->company), TEXT_ARGUMENTS(adjust->entry->name));
    return out;
}

static Slot need_of_award(Adjust *adjust, const ScenarioSecurity *award, int key)
{
    if (!award->values[key].formula)
        adjust->good = problem(adjust->model->run, PROBLEM_setting_missing, award->place,
                               "the tranche \"" TEXT_FORMAT "\" has no \"%s\", which \"" TEXT_FORMAT "\" needs", TEXT_ARGUMENTS(award->name),
                               tranche_keys[key].name, TEXT_ARGUMENTS(adjust->entry->name));
    return adjust_formula(adjust, &award->values[key]);
}

/* --- their worth --- */

/* What the options are worth for service after closing, of `each` an option. */
static Slot future_part(Adjust *adjust, const ScenarioSecurity *award, Slot each)
{
    const EntryValue *values = award->values;
    Slot options = adjust_formula(adjust, &values[TRANCHE_options]), unvested = adjust_formula(adjust, &values[TRANCHE_unvested]);
    Slot after = adjust_op(adjust, OP_SUBTRACT, adjust->program->one, adjust_formula_or(adjust, &values[TRANCHE_service_before], 0));
    Slot future = adjust_op(adjust, OP_MULTIPLY, adjust_op(adjust, OP_MULTIPLY, options, unvested), after);
    Slot worth = adjust_op(adjust, OP_MULTIPLY, future, each);
    adjust_say(adjust, "#t: #s options x #c unvested x #c of their service after closing x #p = #m.", award->name, options, unvested, after, each, worth);
    return worth;
}

static Slot intrinsic_value(Adjust *adjust, const ScenarioSecurity *award, Slot price, Slot ratio)
{
    Slot strike = adjust_formula(adjust, &award->values[TRANCHE_strike]);
    Slot gain = adjust_op(adjust, OP_SUBTRACT, adjust_op(adjust, OP_MULTIPLY, price, ratio), strike);
    Slot each = adjust_op(adjust, OP_MAXIMUM, gain, adjust->program->zero);
    adjust_say(adjust, "#t: intrinsic value of an option #p x #r - #p, not below 0, = #p.", award->name, price, ratio, strike, each);
    return future_part(adjust, award, each);
}

/* --- the balance sheet --- */

static bool record(Adjust *adjust)
{
    adjust_figure(adjust, FIGURE_total, adjust->program->zero);
    if (adjust_decides(adjust, DECISION_unvested_awards) == UNVESTED_AWARDS_expense_later)
        return adjust->good;
    const char *why = "for the intrinsic value of unvested options";
    Slot price = adjust_need(adjust, PRICE, why), ratio = adjust_need(adjust, RATIO, why), total = adjust->program->zero;
    LineId line = adjust_line(adjust, adjust_key(adjust, LINE), adjust->model->chart->deal.deferred_compensation);
    Awards awards = find_awards(adjust);
    for (size_t i = 0; i < awards.count; i++) {
        Slot value = adjust_round(adjust, intrinsic_value(adjust, awards.items[i], price, ratio));
        adjust_post_signed(adjust, line, -1, value, awards.items[i]->name);
        total = adjust_op(adjust, OP_ADD, total, value);
    }
    adjust_figure(adjust, FIGURE_total, total);
    return adjust->good;
}

/* --- an award's expense in a period --- */

/* Of n yearly slices slice i is earned over i years. Months are counted in 2,520ths, of which every slice up to the tenth has a whole number: so
 * halves stay halves and are rounded as they should be. */
static Slot grade(Adjust *adjust, Slot worth, Slot years, Place place)
{
    enum { MOST_YEARS = 10, DIVISIBLE = 2520 };
    Slot earned = adjust->program->zero;
    for (int i = 1; i <= MOST_YEARS; i++) {
        Slot slice = adjust_constant(adjust, i, "years of this part"), there = adjust_op(adjust, OP_LESS_EQUAL, slice, years);
        Slot months = adjust_op(adjust, OP_MULTIPLY, adjust_months_of_life(adjust, slice), adjust_constant(adjust, DIVISIBLE / i, "2,520ths that each has"));
        earned = adjust_op(adjust, OP_ADD, earned, adjust_op(adjust, OP_MULTIPLY, there, months));
    }
    Slot held = adjust_op(adjust, OP_MAXIMUM, adjust_round(adjust, years), adjust->program->one);
    held = adjust_op(adjust, OP_MINIMUM, held, adjust_constant(adjust, MOST_YEARS, "most years"));
    adjust_require(adjust, adjust_op(adjust, OP_EQUAL, years, held), PROBLEM_graded_vesting, place, "options that vest in yearly parts vest over whole years, 1 to 10");
    Slot whole = adjust_op(adjust, OP_MULTIPLY, years, adjust_constant(adjust, 12 * DIVISIBLE, "months of a year, in 2,520ths"));
    return adjust_round(adjust, adjust_op(adjust, OP_DIVIDE, adjust_op(adjust, OP_MULTIPLY, worth, earned), whole));
}

static Slot find_expense(Adjust *adjust, const ScenarioSecurity *award, Slot worth)
{
    Slot years = need_of_award(adjust, award, TRANCHE_remaining_years);
    Place place = award->values[TRANCHE_remaining_years].place;
    bool graded = adjust_key(adjust, METHOD)->choice == METHOD_fin_28;
    Slot amount = graded ? grade(adjust, worth, years, place) : adjust_straight_line(adjust, worth, years, place);
    Slot months = adjust_constant(adjust, adjust_months(adjust), "months of the period"), before = adjust_constant(adjust, adjust_months_before(adjust), "months before the period");
    if (graded)
        adjust_say(adjust, "#t: #m in #r yearly parts, each over the years until it vests (FIN 28): #r months after the first #r have #m.", award->name, worth,
                   years, months, before, amount);
    else
        adjust_say(adjust, "#t: #m / #r years x #r / 12 months = #m.", award->name, worth, years, adjust_months_of_life(adjust, years), amount);
    return amount;
}

/* --- operations --- */

static Slot sum_expenses(Adjust *adjust)
{
    bool later = adjust_decides(adjust, DECISION_unvested_awards) == UNVESTED_AWARDS_expense_later;
    const AppliedEntry *recorded = later ? NULL : adjust_other_at_balance(adjust, adjust->entry);
    Slot sum = adjust->program->zero;
    if (!later && !recorded)
        return sum;
    Awards awards = find_awards(adjust);
    for (size_t i = 0; i < awards.count; i++) {
        Slot worth = later ? future_part(adjust, awards.items[i], need_of_award(adjust, awards.items[i], TRANCHE_fair_value))
                           : adjust_op(adjust, OP_NEGATE, recorded->legs.items[i].amount, SLOT_NONE);
        sum = adjust_op(adjust, OP_ADD, sum, find_expense(adjust, awards.items[i], worth));
    }
    return sum;
}

/* The last line takes what is left, so that the legs sum to the whole. */
static void allocate(Adjust *adjust, Slot expense)
{
    enum { BILLIONTHS = 1000000000 }; /* parts such as thirds sum to 1 but for the last bits of a double */
    const EntryValue *functions = adjust_key(adjust, ALLOCATION);
    Slot left = expense, parts = adjust->program->zero, one = adjust->program->one;
    for (size_t i = 0; i < functions->count; i++) {
        const EntryItem *function = &functions->items[i];
        Slot part = adjust_formula(adjust, &function->values[ALLOCATION_part]);
        Slot amount = i + 1 == functions->count ? left : adjust_round(adjust, adjust_op(adjust, OP_MULTIPLY, expense, part));
        adjust_post(adjust, adjust_line(adjust, &function->values[ALLOCATION_line], LINE_NONE), amount, function->name);
        adjust_say(adjust, "#t: #c of #m = #m.", function->name, part, expense, amount);
        left = adjust_op(adjust, OP_SUBTRACT, left, amount);
        parts = adjust_op(adjust, OP_ADD, parts, part);
    }
    Slot off = adjust_op(adjust, OP_SUBTRACT, parts, one);
    Slot away = adjust_op(adjust, OP_MAXIMUM, off, adjust_op(adjust, OP_NEGATE, off, SLOT_NONE));
    adjust_require(adjust, adjust_op(adjust, OP_LESS, away, adjust_constant(adjust, 1.0 / BILLIONTHS, "a billionth")), PROBLEM_allocation_not_whole, functions->place,
                   "the parts of \"allocation\" do not sum to 1");
}

static bool spread(Adjust *adjust)
{
    Slot expense = sum_expenses(adjust);
    if (adjust_key(adjust, ALLOCATION)->count)
        allocate(adjust, expense);
    else
        adjust_post(adjust, adjust_line(adjust, &(EntryValue){0}, adjust->model->chart->deal.amortization), expense, TEXT("deferred compensation"));
    adjust_figure(adjust, FIGURE_expense, expense);
    adjust_figure(adjust, FIGURE_removed, removed_post(adjust, REMOVE));
    return adjust->good;
}

const EntryKind adjust_deferred_compensation = {
    .name = "deferred_compensation",
    .summary = "Defers what unvested options cost for service after closing, and makes it an expense as the service is given",
    .column = COLUMN_adjustments,
    .income_of = INCOME_OF_fair_values,
    .purchase = true,
    .needs_deal = true,
    .keys = keys,
    .figures = figures,
    .balance_sheet = record,
    .operations = spread,
};
