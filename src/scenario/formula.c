#include "scenario/formula.h"

typedef struct {
    FormulaVisit *visit;
    void *context;
} Visiting;

static void visit(const Visiting *visiting, Formula formula)
{
    if (formula.expression)
        visiting->visit(visiting->context, &formula);
}

static void visit_values(const Visiting *visiting, const EntryKey *keys, const EntryValue *values)
{
    for (size_t i = 0; values && keys && keys[i].name; i++) {
        visit(visiting, (Formula){.expression = values[i].formula, .due = keys[i].unit, .price = keys[i].price, .key = keys[i].name});
        for (size_t j = 0; keys[i].type == KEY_items && j < values[i].count; j++)
            visit_values(visiting, keys[i].item_keys, values[i].items[j].values);
    }
}

/* What an inverse has is its entry's, and visited there. */
static void visit_entry(const Visiting *visiting, const Chart *chart, const ScenarioEntry *entry)
{
    if (!entry->kind || entry->inverse_of.length)
        return;
    for (size_t i = 0; i < entry->leg_count; i++) {
        LineId line = entry->legs[i].line;
        visit(visiting, (Formula){.expression = entry->legs[i].amount, .due = line == LINE_NONE ? UNIT_none : chart_at(chart, line)->unit, .key = "amount"});
    }
    visit(visiting, (Formula){.expression = entry->tax_rate.formula, .due = UNIT_ratio, .key = "tax_rate"});
    visit_values(visiting, entry->kind->keys, entry->values);
}

static void visit_price(const Visiting *visiting, const ScenarioPrice *price)
{
    visit(visiting, (Formula){.expression = price->average, .due = UNIT_per_share, .price = PRICE_average, .key = "average"});
    visit(visiting, (Formula){.expression = price->closing, .due = UNIT_per_share, .key = "closing"});
}

void scenario_formulas(const Scenario *scenario, const Chart *chart, FormulaVisit *visitor, void *context)
{
    Visiting visiting = {visitor, context};
    for (size_t i = 0; i < scenario->entry_count; i++)
        visit_entry(&visiting, chart, &scenario->entries[i]);
    visit(&visiting, (Formula){.expression = scenario->issued, .due = UNIT_shares, .price = PRICE_measurement, .key = "issued"});
    for (size_t i = 0; i < scenario->potential_count; i++)
        visit(&visiting, (Formula){.expression = scenario->potentials[i].shares, .due = UNIT_shares, .price = PRICE_average, .key = "shares"});
    for (size_t i = 0; i < scenario->tranche_count; i++)
        visit_values(&visiting, tranche_keys, scenario->tranches[i].values);
    for (size_t i = 0; i < scenario->convertible_count; i++)
        visit_values(&visiting, convertible_keys, scenario->convertibles[i].values);
    visit_price(&visiting, &scenario->market);
    for (size_t i = 0; i < scenario->price_count; i++)
        visit_price(&visiting, &scenario->prices[i]);
    for (size_t i = 0; i < scenario->verify_count; i++)
        visit(&visiting, (Formula){.expression = scenario->verifies[i].name, .may_be_result = true, .key = "name"});
}
