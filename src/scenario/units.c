/* Reading order: units as powers, the unit of an expression, prices, the check of a formula. */
#include "scenario/analysis.h"
#include "scenario/formula.h"
#include "scenario/reading.h"

/* Powers of money, shares and years. `open`: a number without a unit, which takes that of its place. */
typedef struct {
    int money, shares, years;
    bool open;
} Power;

static Power power_of(UnitKind unit)
{
    switch (unit) {
    case UNIT_money: return (Power){.money = 1};
    case UNIT_shares: return (Power){.shares = 1};
    case UNIT_per_share: return (Power){.money = 1, .shares = -1};
    case UNIT_years: return (Power){.years = 1};
    case UNIT_none:
    case UNIT_ratio:
    case UNIT_percent: break;
    }
    return (Power){0};
}

static bool power_equal(Power a, Power b)
{
    return a.open || b.open || (a.money == b.money && a.shares == b.shares && a.years == b.years);
}

static const char *power_words(Power power)
{
    static const struct {
        Power power;
        const char *words;
    } known[] = {
        {{0, 0, 0, false}, "a number without a unit"}, {{1, 0, 0, false}, "money"},    {{0, 1, 0, false}, "shares"},
        {{1, -1, 0, false}, "money per share"},        {{0, 0, 1, false}, "years"},    {{-1, 1, 0, false}, "shares per money"},
        {{2, 0, 0, false}, "money times money"},       {{0, 2, 0, false}, "shares times shares"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (power_equal(power, known[i].power))
            return known[i].words;
    return "a product of other units";
}

/* ---- of an expression ---- */

static Power name_power(const Reading *reading, const Expression *name)
{
    Named named = name_resolve(reading->out, reading->chart, name->name);
    switch (named.kind) {
    case NAMED_input: return power_of((UnitKind)reading->out->inputs[named.index].unit.kind);
    case NAMED_figure: return power_of(reading->out->entries[named.index].kind->figures[named.figure].unit);
    case NAMED_company:
    case NAMED_column:
    case NAMED_entry: return power_of(chart_at(reading->chart, named.line)->unit);
    case NAMED_analysis: return power_of(analysis_unit((AnalysisId)named.index));
    case NAMED_nothing: break;
    }
    return (Power){.open = true};
}

static bool expression_power(Power *out, Reading *reading, const Expression *expression);

static bool product_power(Power *out, Power left, Power right, int sign)
{
    *out = (Power){left.money + sign * right.money, left.shares + sign * right.shares, left.years + sign * right.years, left.open && right.open};
    return true;
}

static bool operand_mismatch(Reading *reading, const Expression *at, Power found, Power other)
{
    return reading->good = problem(reading->run, PROBLEM_unit_mismatch, at->place, "this is %s, and what it is added to or compared with is %s", power_words(found), power_words(other));
}

/* Operands that are added, compared or chosen from have one unit, which is that of the first that has any. */
static bool same_power(Power *out, Reading *reading, const Expression *const *operands, int from)
{
    *out = (Power){.open = true};
    for (int i = from; i < 3 && operands[i]; i++) {
        Power power;
        if (!expression_power(&power, reading, operands[i]))
            return false;
        if (!power_equal(*out, power))
            return operand_mismatch(reading, operands[i], power, *out);
        if (out->open)
            *out = power;
    }
    return true;
}

/* Of what is compared the units are equal; whether it holds, 1 or 0, has none. */
static bool truth_power(Power *out, Reading *reading, const Expression *comparison)
{
    bool good = same_power(out, reading, comparison->operands, 0);
    *out = (Power){0};
    return good;
}

static bool expression_power(Power *out, Reading *reading, const Expression *expression)
{
    Power right, condition;
    switch (expression->kind) {
    case EXPRESSION_number: *out = expression->printed.unit.kind == UNIT_none ? (Power){.open = true} : power_of((UnitKind)expression->printed.unit.kind); return true;
    case EXPRESSION_name: *out = name_power(reading, expression); return true;
    case EXPRESSION_multiply:
    case EXPRESSION_divide:
        return expression_power(out, reading, expression->operands[0]) && expression_power(&right, reading, expression->operands[1]) &&
               product_power(out, *out, right, expression->kind == EXPRESSION_multiply ? 1 : -1);
    case EXPRESSION_less:
    case EXPRESSION_less_equal:
    case EXPRESSION_greater:
    case EXPRESSION_greater_equal:
    case EXPRESSION_equal:
    case EXPRESSION_not_equal: return truth_power(out, reading, expression);
    case EXPRESSION_if: return expression_power(&condition, reading, expression->operands[0]) && same_power(out, reading, expression->operands, 1);
    default: return same_power(out, reading, expression->operands, 0);
    }
}

/* ---- prices ---- */

static const Expression *find_price(const Reading *reading, const Expression *expression, bool average)
{
    const Expression *found = NULL;
    if (!expression)
        return NULL;
    for (int i = 0; i < 3 && !found; i++)
        found = find_price(reading, expression->operands[i], average);
    if (found || expression->kind != EXPRESSION_name)
        return found;
    return text_equal(expression->name, average ? TEXT("market.average_price") : TEXT("deal.measurement_price")) ? expression : NULL;
}

static void check_prices(Reading *reading, const Formula *formula)
{
    const Expression *measurement = find_price(reading, formula->expression, false), *average = find_price(reading, formula->expression, true);
    if (average && (measurement || formula->price == PRICE_measurement))
        reading->good = problem(reading->run, PROBLEM_prices_mixed, average->place, "market.average_price, the average of a period, stands where shares issued are measured");
    else if (measurement && formula->price == PRICE_average)
        reading->good = problem(reading->run, PROBLEM_prices_mixed, measurement->place, "deal.measurement_price stands where the average price of a period is due");
}

/* ---- a formula ---- */

static void check_formula(void *context, const Formula *formula)
{
    Reading *reading = context;
    Power found;
    check_prices(reading, formula);
    if (expression_power(&found, reading, formula->expression) && formula->due != UNIT_none && !power_equal(found, power_of(formula->due)))
        reading->good = problem(reading->run, PROBLEM_unit_mismatch, formula->expression->place, "this is %s, and \"%s\" takes %s", power_words(found), formula->key,
                                power_words(power_of(formula->due)));
}

void check_units(Reading *reading)
{
    if (reading->names_known)
        scenario_formulas(reading->out, reading->chart, check_formula, reading);
}
