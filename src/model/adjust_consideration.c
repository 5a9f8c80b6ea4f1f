/* What the acquirer gives: stock by the mechanics of the exchange, cash, replaced awards, contingent consideration, direct costs where the
 * regime counts them in (APB 16, SFAS 141; not ASC 805-10-25-23). Shares are those outstanding, not weighted averages. */
#include "model/adjust_consideration.h"
#include "model/part_acquired.h"

enum { EXCHANGE_fixed_ratio, EXCHANGE_fixed_value };
static const char *const exchanges[] = {"fixed_ratio", "fixed_value", NULL};
enum { PAID_accrued, PAID_cash };
static const char *const payments[] = {"accrued", "cash", NULL};

enum {
    SHARES, EXCHANGE, RATIO, VALUE, FLOOR, CAP, WALK_AWAY, PRICE, ISSUED, STOCK_PART, CASH_PER_SHARE, CASH_PART, CASH, CONTINGENT, COSTS, COSTS_PAID,
    COSTS_EXPENSE, ISSUE_COSTS, PART_ACQUIRED, MINORITY, PAR, STOCK_LINE, PAR_LINE, CASH_LINE, COSTS_LINE, CONTINGENT_LINE, MINORITY_LINE
};

static const EntryKey keys[] = {
    [SHARES] = {.name = "shares", .type = KEY_formula, .unit = UNIT_shares, .meaning = "the target's shares outstanding that are exchanged"},
    [EXCHANGE] = {.name = "exchange", .type = KEY_choice, .words = exchanges, .meaning = "fixed_ratio: the ratio is agreed and the value floats; fixed_value: the value is agreed and the ratio floats"},
    [RATIO] = {.name = "exchange_ratio", .type = KEY_formula, .unit = UNIT_ratio, .otherwise = "deal.exchange_ratio", .meaning = "acquirer's shares for one of the target's"},
    [VALUE] = {.name = "value_per_share", .type = KEY_formula, .unit = UNIT_per_share, .price = PRICE_measurement, .meaning = "of a fixed value: what one share of the target is worth in the acquirer's stock"},
    [FLOOR] = {.name = "collar_floor", .type = KEY_formula, .unit = UNIT_per_share, .meaning = "of a fixed value: below this price of the acquirer the ratio rises no more"},
    [CAP] = {.name = "collar_cap", .type = KEY_formula, .unit = UNIT_per_share, .meaning = "of a fixed value: above this price of the acquirer the ratio falls no more"},
    [WALK_AWAY] = {.name = "walk_away_below", .type = KEY_formula, .unit = UNIT_per_share, .meaning = "below this price of the acquirer the target may leave the deal: warned of"},
    [PRICE] = {.name = "price", .type = KEY_formula, .unit = UNIT_per_share, .price = PRICE_measurement, .otherwise = "deal.measurement_price", .meaning = "at which the shares issued are measured"},
    [ISSUED] = {.name = "shares_issued", .type = KEY_formula, .unit = UNIT_shares, .meaning = "the acquirer's shares issued, where they are stated instead of following from a ratio"},
    [STOCK_PART] = {.name = "stock_part", .type = KEY_formula, .unit = UNIT_ratio, .part = true, .meaning = "part of the target's shares that receive stock; default 1"},
    [CASH_PER_SHARE] = {.name = "cash_per_share", .type = KEY_formula, .unit = UNIT_per_share, .meaning = "cash for one share of the target"},
    [CASH_PART] = {.name = "cash_part", .type = KEY_formula, .unit = UNIT_ratio, .part = true, .meaning = "part of the target's shares that receive cash; default 1"},
    [CASH] = {.name = "cash", .type = KEY_formula, .unit = UNIT_money, .meaning = "cash besides, such as for options retired"},
    [CONTINGENT] = {.name = "contingent", .type = KEY_formula, .unit = UNIT_money, .meaning = "fair value of contingent consideration"},
    [COSTS] = {.name = "direct_costs", .type = KEY_formula, .unit = UNIT_money, .meaning = "direct costs of the deal"},
    [COSTS_PAID] = {.name = "direct_costs_paid", .type = KEY_choice, .words = payments, .meaning = "accrued, or cash when they are paid"},
    [COSTS_EXPENSE] = {.name = "direct_costs_expense", .type = KEY_line, .meaning = "line of operations that direct costs go to where they are an expense and the form keeps what does not recur; default: the chart's deal_costs"},
    [ISSUE_COSTS] = {.name = "issue_costs", .type = KEY_formula, .unit = UNIT_money, .meaning = "costs of registering and issuing the shares, taken off their value in equity"},
    [PART_ACQUIRED] = {.name = "part_acquired", .type = KEY_formula, .unit = UNIT_ratio, .part = true, .meaning = "part of the target that is bought, where others keep the rest and their share of its income; default 1, or what non_controlling_interest implies"},
    [MINORITY] = {.name = "non_controlling_interest", .type = KEY_formula, .unit = UNIT_money, .meaning = "what remains with other holders: its fair value, or before ASC 805 their part of the target's equity at carrying amounts, which is the default there"},
    [PAR] = {.name = "par_value", .type = KEY_formula, .unit = UNIT_per_share, .meaning = "par value of a share issued, posted to par_line"},
    [STOCK_LINE] = {.name = "stock_line", .type = KEY_line, .meaning = "default: the chart's common_stock"},
    [PAR_LINE] = {.name = "par_line", .type = KEY_line, .meaning = "needed with par_value"},
    [CASH_LINE] = {.name = "cash_line", .type = KEY_line, .meaning = "default: the chart's cash"},
    [COSTS_LINE] = {.name = "direct_costs_line", .type = KEY_line, .meaning = "where accrued costs stand; default: the chart's accrued"},
    [CONTINGENT_LINE] = {.name = "contingent_line", .type = KEY_line, .meaning = "default: the chart's accrued"},
    [MINORITY_LINE] = {.name = "non_controlling_line", .type = KEY_line, .meaning = "default: the chart's non_controlling, in equity, or before ASC 805 its minority, above it"},
    {0},
};

enum { FIGURE_ratio, FIGURE_issued, FIGURE_price, FIGURE_stock, FIGURE_cash, FIGURE_awards, FIGURE_contingent, FIGURE_costs, FIGURE_total, FIGURE_minority, FIGURE_part, FIGURE_share,
       FIGURE_stock_each, FIGURE_cash_each, FIGURE_costs_borne, FIGURE_costs_accrued, FIGURE_issue_costs, FIGURE_contingent_open, FIGURE_issued_each };
static const EntryFigure figures[] = {
    [FIGURE_ratio] = {"ratio", UNIT_ratio, true, "acquirer's shares for one of the target's"},
    [FIGURE_issued] = {"shares_issued", UNIT_shares, true, "shares issued"},
    [FIGURE_price] = {"price", UNIT_per_share, true, "price at which they are measured"},
    [FIGURE_stock] = {"stock", UNIT_money, true, "value of the shares issued"},
    [FIGURE_cash] = {"cash", UNIT_money, true, "cash paid to the target's holders"},
    [FIGURE_awards] = {"awards", UNIT_money, true, "fair value of replaced awards"},
    [FIGURE_contingent] = {"contingent", UNIT_money, true, "contingent consideration recorded"},
    [FIGURE_costs] = {"direct_costs", UNIT_money, true, "direct costs that are part of the consideration"},
    [FIGURE_total] = {"total", UNIT_money, true, "the consideration"},
    [FIGURE_minority] = {"non_controlling_interest", UNIT_money, true, "non-controlling interest recorded"},
    [FIGURE_part] = {"part_acquired", UNIT_ratio, true, "part of the target that is bought, where others keep the rest"},
    [FIGURE_share] = {"share_of_others", UNIT_money, false, "share of other holders in the income of the period"},
    [FIGURE_stock_each] = {"shares_per_share", UNIT_ratio, true, "acquirer's shares issued for each of the target's, also of those that take cash"},
    [FIGURE_cash_each] = {"cash_per_share", UNIT_per_share, true, "cash for each of the target's shares, also of those that take stock"},
    [FIGURE_costs_borne] = {"costs_borne", UNIT_money, true, "direct costs, part of the consideration or an expense"},
    [FIGURE_costs_accrued] = {"costs_accrued", UNIT_money, true, "what of them is yet to be paid"},
    [FIGURE_issue_costs] = {"issue_costs", UNIT_money, true, "costs of registering and issuing the shares"},
    [FIGURE_contingent_open] = {"contingent_open", UNIT_money, true, "contingent consideration that waits to be resolved"},
    [FIGURE_issued_each] = {"shares_per_target_share", UNIT_ratio, true, "acquirer's shares issued for each share that the target has, also of those that take cash or are kept by others"},
    {0},
};

/* --- stock --- */

static Slot find_price(Adjust *adjust)
{
    if (!adjust_key(adjust, PRICE)->formula)
        adjust->good = problem(adjust->model->run, PROBLEM_missing_price, adjust->entry->place,
                               "\"" TEXT_FORMAT "\" issues shares and has no price to measure them: neither \"price\" nor the input deal.measurement_price is given", TEXT_ARGUMENTS(adjust->entry->name));
    Slot price = adjust_value(adjust, PRICE);
    adjust_require(adjust, adjust_op(adjust, OP_LESS, adjust->program->zero, price), PROBLEM_out_of_range, adjust_key(adjust, PRICE)->place, "a price is more than 0");
    return price;
}

/* ratio = value / the price held between floor and cap */
static Slot floating_ratio(Adjust *adjust, Slot price)
{
    Slot value = adjust_need(adjust, VALUE, "for a fixed value"), held = price;
    Slot floor = adjust_value(adjust, FLOOR), cap = adjust_value(adjust, CAP);
    if (floor != SLOT_NONE)
        held = adjust_op(adjust, OP_MAXIMUM, held, floor);
    if (cap != SLOT_NONE)
        held = adjust_op(adjust, OP_MINIMUM, held, cap);
    adjust_require(adjust, adjust_op(adjust, OP_LESS_EQUAL, floor, cap), PROBLEM_collar_reversed, adjust_key(adjust, FLOOR)->place, "the collar's floor is above its cap");
    Slot ratio = adjust_op(adjust, OP_DIVIDE, value, held);
    adjust_say(adjust, "Exchange ratio: #p / #p, the price held inside the collar, = #r.", value, held, ratio);
    return ratio;
}

static Slot find_issued(Adjust *adjust, Slot price)
{
    if (adjust_given(adjust, ISSUED)) {
        Slot stated = adjust_value(adjust, ISSUED);
        adjust_figure(adjust, FIGURE_stock_each, adjust_op(adjust, OP_DIVIDE, stated, adjust_value(adjust, SHARES)));
        return stated;
    }
    bool floats = adjust_key(adjust, EXCHANGE)->choice == EXCHANGE_fixed_value;
    Slot ratio = floats ? floating_ratio(adjust, price) : adjust_value(adjust, RATIO);
    if (ratio == SLOT_NONE)
        return SLOT_NONE; /* no stock: cash alone */
    adjust_figure(adjust, FIGURE_ratio, ratio);
    Slot shares = adjust_need(adjust, SHARES, "for shares issued at a ratio"), part = adjust_value(adjust, STOCK_PART);
    adjust_figure(adjust, FIGURE_stock_each, part == SLOT_NONE ? ratio : adjust_op(adjust, OP_MULTIPLY, ratio, part));
    if (part != SLOT_NONE)
        shares = adjust_op(adjust, OP_MULTIPLY, shares, part);
    Slot issued = adjust_op(adjust, OP_MULTIPLY, shares, ratio);
    adjust_say(adjust, "Shares issued: #s shares outstanding x #r = #s.", shares, ratio, issued);
    return issued;
}

static void post_stock(Adjust *adjust, Slot issued, Slot stock)
{
    Slot par = adjust_value(adjust, PAR), rest = stock;
    if (par != SLOT_NONE) {
        Slot at_par = adjust_round(adjust, adjust_op(adjust, OP_MULTIPLY, issued, par));
        adjust_post(adjust, adjust_line(adjust, adjust_key(adjust, PAR_LINE), LINE_NONE), at_par, TEXT("shares issued, par value"));
        rest = adjust_op(adjust, OP_SUBTRACT, stock, at_par);
    }
    adjust_post(adjust, adjust_line(adjust, adjust_key(adjust, STOCK_LINE), adjust->model->chart->deal.common_stock), rest, TEXT("shares issued"));
}

static Slot find_stock(Adjust *adjust)
{
    bool floats = adjust_key(adjust, EXCHANGE)->choice == EXCHANGE_fixed_value;
    if (!floats && !adjust_given(adjust, ISSUED) && !adjust_key(adjust, RATIO)->formula) {
        adjust_figure(adjust, FIGURE_issued, adjust->program->zero);
        adjust_figure(adjust, FIGURE_stock_each, adjust->program->zero);
        return SLOT_NONE;
    }
    Slot price = find_price(adjust), issued = find_issued(adjust, price);
    Slot stock = adjust_round(adjust, adjust_op(adjust, OP_MULTIPLY, issued, price));
    Slot least = adjust_value(adjust, WALK_AWAY);
    adjust_require(adjust, adjust_op(adjust, OP_LESS_EQUAL, least, price), PROBLEM_walk_away, adjust_key(adjust, WALK_AWAY)->place, "the price is below that at which the target may leave the deal");
    adjust_figure(adjust, FIGURE_issued, issued);
    adjust_figure(adjust, FIGURE_price, price);
    adjust_figure(adjust, FIGURE_stock, stock);
    adjust_say(adjust, "Stock: #s shares x #p = #m.", issued, price, stock);
    post_stock(adjust, issued, stock);
    return stock;
}

/* --- what else is given --- */

static Slot find_cash(Adjust *adjust)
{
    Slot cash = adjust_value(adjust, CASH), each = adjust_value(adjust, CASH_PER_SHARE);
    if (each != SLOT_NONE) {
        Slot shares = adjust_need(adjust, SHARES, "for cash a share"), part = adjust_value_or(adjust, CASH_PART, 1);
        Slot paid = adjust_op(adjust, OP_MULTIPLY, adjust_op(adjust, OP_MULTIPLY, shares, part), each);
        adjust_figure(adjust, FIGURE_cash_each, adjust_op(adjust, OP_MULTIPLY, part, each));
        adjust_say(adjust, "Cash: #s shares x #r x #p = #m.", shares, part, each, paid);
        cash = program_add(adjust->program, cash, paid);
    }
    cash = adjust_round(adjust, cash);
    adjust_post_signed(adjust, adjust_line(adjust, adjust_key(adjust, CASH_LINE), adjust->model->chart->deal.cash), -1, cash, TEXT("cash paid"));
    if (cash != SLOT_NONE)
        adjust_say(adjust, "Cash paid: #m.", cash);
    adjust_figure(adjust, FIGURE_cash, cash);
    return cash;
}

/* Vested and unvested (SFAS 141 with FIN 44), or the part for service before the combination (ASC 805-30-30-11). */
static Slot tranche_worth(Adjust *adjust, const ScenarioSecurity *tranche, bool whole)
{
    const EntryValue *values = tranche->values;
    Slot options = adjust_formula(adjust, &values[TRANCHE_options]), fair = adjust_formula(adjust, &values[TRANCHE_fair_value]);
    Slot worth = adjust_op(adjust, OP_MULTIPLY, options, fair);
    if (whole) {
        adjust_say(adjust, "Awards, #t: #s options x #p = #m.", tranche->name, options, fair, worth);
        return worth;
    }
    Slot unvested = adjust_formula_or(adjust, &values[TRANCHE_unvested], 0), before = adjust_formula_or(adjust, &values[TRANCHE_service_before], 0);
    Slot after = adjust_op(adjust, OP_MULTIPLY, unvested, adjust_op(adjust, OP_SUBTRACT, adjust->program->one, before));
    Slot part = adjust_op(adjust, OP_SUBTRACT, adjust->program->one, after);
    Slot earned = adjust_op(adjust, OP_MULTIPLY, worth, part);
    adjust_say(adjust, "Awards, #t: #s options x #p x #c for service before the combination = #m.", tranche->name, options, fair, part, earned);
    return earned;
}

static Slot find_awards(Adjust *adjust)
{
    const Scenario *scenario = adjust->model->scenario;
    bool whole = adjust_decides(adjust, DECISION_awards) == AWARDS_whole;
    Slot awards = SLOT_NONE;
    for (size_t i = 0; i < scenario->tranche_count; i++)
        if (text_equal(scenario->tranches[i].company, adjust->entry->company) && scenario->tranches[i].values[TRANCHE_fair_value].formula)
            awards = program_add(adjust->program, awards, tranche_worth(adjust, &scenario->tranches[i], whole));
    awards = adjust_round(adjust, awards);
    adjust_post(adjust, adjust_line(adjust, adjust_key(adjust, STOCK_LINE), adjust->model->chart->deal.common_stock), awards, TEXT("awards replaced"));
    adjust_figure(adjust, FIGURE_awards, awards);
    return awards;
}

/* Recorded at fair value (ASC 805-30-25-5), or when it is resolved (APB 16, SFAS 141). */
static Slot find_contingent(Adjust *adjust)
{
    Slot contingent = adjust_round(adjust, adjust_value(adjust, CONTINGENT));
    unsigned decision = adjust_decides(adjust, DECISION_contingent);
    if (contingent == SLOT_NONE)
        return SLOT_NONE;
    if (decision != CONTINGENT_fair_value) {
        adjust_figure(adjust, FIGURE_contingent_open, contingent);
        adjust_say(adjust, decision == CONTINGENT_up_to_excess ? "Contingent consideration of #m is recorded when it is resolved; at closing only what net assets exceed the consideration by."
                                                               : "Contingent consideration of #m is recorded when it is resolved, not here.", contingent);
        return SLOT_NONE;
    }
    adjust_say(adjust, "Contingent consideration at fair value: #m.", contingent);
    adjust_post(adjust, adjust_line(adjust, adjust_key(adjust, CONTINGENT_LINE), adjust->model->chart->deal.accrued), contingent, TEXT("contingent consideration"));
    adjust_figure(adjust, FIGURE_contingent, contingent);
    return contingent;
}

/* Direct costs are part of the consideration, or an expense that the balance sheet shows in equity. */
static Slot find_costs(Adjust *adjust)
{
    const DealLines *lines = &adjust->model->chart->deal;
    Slot costs = adjust_round(adjust, adjust_value(adjust, COSTS));
    bool paid = adjust_key(adjust, COSTS_PAID)->choice == PAID_cash;
    if (costs == SLOT_NONE)
        return SLOT_NONE;
    adjust_figure(adjust, FIGURE_costs_borne, costs);
    adjust_figure(adjust, FIGURE_costs_accrued, paid ? SLOT_NONE : costs);
    if (paid)
        adjust_post_signed(adjust, adjust_line(adjust, adjust_key(adjust, CASH_LINE), lines->cash), -1, costs, TEXT("direct costs"));
    else
        adjust_post(adjust, adjust_line(adjust, adjust_key(adjust, COSTS_LINE), lines->accrued), costs, TEXT("direct costs"));
    if (adjust_decides(adjust, DECISION_direct_costs) == DIRECT_COSTS_expense) {
        adjust_post_signed(adjust, adjust_line(adjust, &(EntryValue){0}, lines->retained_earnings), -1, costs, TEXT("direct costs"));
        adjust_say(adjust, "Direct costs of #m are an expense, in equity on the balance sheet, and no part of the consideration.", costs);
        return SLOT_NONE;
    }
    adjust_say(adjust, "Direct costs: #m.", costs);
    adjust_figure(adjust, FIGURE_costs, costs);
    return costs;
}

static void post_others(Adjust *adjust, Slot given)
{
    const DealLines *lines = &adjust->model->chart->deal;
    Slot issue = adjust_round(adjust, adjust_value(adjust, ISSUE_COSTS));
    PartAcquired acquired = part_acquired_record(adjust, &(PartKeys){PART_ACQUIRED, MINORITY, MINORITY_LINE, SHARES}, given);
    adjust_figure(adjust, FIGURE_issue_costs, issue);
    if (issue != SLOT_NONE) {
        adjust_post_signed(adjust, adjust_line(adjust, adjust_key(adjust, CASH_LINE), lines->cash), -1, issue, TEXT("costs of issuing shares"));
        adjust_post_signed(adjust, adjust_line(adjust, adjust_key(adjust, STOCK_LINE), lines->common_stock), -1, issue, TEXT("costs of issuing shares"));
        adjust_say(adjust, "Costs of issuing the shares, #m, are taken off their value in equity.", issue);
    }
    adjust_figure(adjust, FIGURE_minority, acquired.interest);
    adjust_figure(adjust, FIGURE_part, acquired.part);
    Slot each = adjust->applied->figures[FIGURE_stock_each];
    adjust_figure(adjust, FIGURE_issued_each, acquired.part == SLOT_NONE ? each : adjust_op(adjust, OP_MULTIPLY, each, acquired.part));
}

/* Either every holder receives both, or some stock and the others cash, and then the parts make one. */
static void check_mix(Adjust *adjust)
{
    if (!adjust_given(adjust, STOCK_PART) && !adjust_given(adjust, CASH_PART))
        return;
    Program *program = adjust->program;
    bool stock = adjust_given(adjust, ISSUED) || adjust_key(adjust, RATIO)->formula || adjust_key(adjust, EXCHANGE)->choice == EXCHANGE_fixed_value;
    Slot of_stock = stock ? adjust_value_or(adjust, STOCK_PART, 1) : program->zero, of_cash = adjust_given(adjust, CASH_PER_SHARE) ? adjust_value_or(adjust, CASH_PART, 1) : program->zero;
    Slot sum = adjust_op(adjust, OP_ADD, of_stock, of_cash), both = adjust_op(adjust, OP_MULTIPLY, of_stock, of_cash), off = adjust_op(adjust, OP_SUBTRACT, sum, program->one);
    Slot least = adjust_constant(adjust, 1e-9, "rounding of decimals"), within = adjust_op(adjust, OP_LESS_EQUAL, adjust_op(adjust, OP_MULTIPLY, off, off), adjust_op(adjust, OP_MULTIPLY, least, least));
    Slot holds = adjust_op(adjust, OP_MAXIMUM, within, adjust_op(adjust, OP_EQUAL, both, program->one));
    const EntryValue *part = adjust_key(adjust, adjust_given(adjust, STOCK_PART) ? STOCK_PART : CASH_PART);
    Text what = text_format(adjust->model->run->arena, "entry \"" TEXT_FORMAT "\": the parts of the shares that receive stock and cash do not make one", TEXT_ARGUMENTS(adjust->entry->name));
    model_require_told(adjust->model, &adjust->applied->conditions, holds, PROBLEM_mix_not_whole, part->place, what, "#r receive stock and #r cash", of_stock, of_cash);
}

/* A key that nothing uses would let its author believe that it holds. */
static void refuse_unused(Adjust *adjust)
{
    bool floats = adjust_key(adjust, EXCHANGE)->choice == EXCHANGE_fixed_value && !adjust_given(adjust, ISSUED);
    const struct { int key; bool used; const char *with; } keyed[] = {
        {VALUE, floats, "exchange = \"fixed_value\""},        {FLOOR, floats, "exchange = \"fixed_value\""},
        {CAP, floats, "exchange = \"fixed_value\""},          {CASH_PART, adjust_given(adjust, CASH_PER_SHARE), "cash_per_share"},
        {PAR_LINE, adjust_given(adjust, PAR), "par_value"},   {COSTS_PAID, adjust_given(adjust, COSTS), "direct_costs"},
    };
    for (size_t i = 0; i < sizeof keyed / sizeof *keyed; i++)
        if (adjust_given(adjust, keyed[i].key) && !keyed[i].used)
            adjust->good = problem(adjust->model->run, PROBLEM_key_unused, adjust_key(adjust, keyed[i].key)->place, "\"%s\" does nothing here: it is for a consideration with %s",
                                   keys[keyed[i].key].name, keyed[i].with);
}

static bool compile(Adjust *adjust)
{
    refuse_unused(adjust);
    check_mix(adjust);
    Slot total = find_stock(adjust);
    total = program_add(adjust->program, total, find_cash(adjust));
    total = program_add(adjust->program, total, find_awards(adjust));
    total = program_add(adjust->program, total, find_contingent(adjust));
    total = program_add(adjust->program, total, find_costs(adjust));
    if (total == SLOT_NONE)
        return adjust->good && problem(adjust->model->run, PROBLEM_setting_missing, adjust->entry->place, "the consideration \"" TEXT_FORMAT "\" gives neither stock nor cash",
                                       TEXT_ARGUMENTS(adjust->entry->name));
    post_others(adjust, total);
    adjust_figure(adjust, FIGURE_total, total);
    adjust_say(adjust, "Consideration: #m.", total);
    return adjust->good;
}

LineId consideration_contingent_line(Adjust *adjust, const ScenarioEntry *consideration)
{
    return adjust_line(adjust, &consideration->values[CONTINGENT_LINE], adjust->model->chart->deal.accrued);
}

/* --- operations: costs of the deal, what others have of income --- */

/* Costs that are an expense and that no company has reported yet are charged in the earliest year, as if the deal had closed when it began; they
 * are no part of taxable income. */
static void charge_costs(Adjust *adjust)
{
    if (!adjust_given(adjust, COSTS) || adjust_decides(adjust, DECISION_direct_costs) != DIRECT_COSTS_expense || !adjust_bears_one_time(adjust, "Direct costs"))
        return;
    const AppliedEntry *recorded = adjust_other_at_balance(adjust, adjust->entry);
    Slot costs = recorded ? recorded->figures[FIGURE_costs_borne] : adjust_round(adjust, adjust_value(adjust, COSTS));
    LineId line = adjust_income_line(adjust, adjust_key(adjust, COSTS_EXPENSE), adjust->model->chart->deal.deal_costs);
    AppliedLeg *leg = adjust_post_income(adjust, line, -1, costs, TEXT("direct costs"));
    if (leg)
        leg->not_deductible = true;
    adjust_say(adjust, "Direct costs of #m, which no company has reported yet, are charged; they do not recur, and no tax is saved by them.", costs);
}

static bool leaves_part(const ScenarioEntry *entry)
{
    return entry->values && (entry->values[PART_ACQUIRED].given || entry->values[MINORITY].given);
}

static bool operates(const ScenarioEntry *entry)
{
    return leaves_part(entry) || (entry->values && entry->values[COSTS].given);
}

static bool operate(Adjust *adjust)
{
    charge_costs(adjust);
    if (leaves_part(adjust->entry))
        adjust_figure(adjust, FIGURE_share, part_acquired_share(adjust));
    return adjust->good;
}

const EntryKind adjust_consideration = {
    .name = "consideration",
    .summary = "What the acquirer gives for the target: stock, cash, replaced awards, contingent consideration, direct costs",
    .column = COLUMN_adjustments,
    .income_of = INCOME_OF_acquirer,
    .purchase = true,
    .needs_deal = true,
    .keys = keys,
    .figures = figures,
    .balance_sheet = compile,
    .operations = operate,
    .operates = operates,
    .leaves_part = leaves_part,
    .below_tax = true,
    .every_basis = true,
};
