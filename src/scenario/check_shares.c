/* What is listed in `shares`, against each other. Reading order: names, spans, the keys of one security, prices, printed increments, all. */
#include "scenario/name.h"
#include "scenario/reading.h"
#include "scenario/security.h"

/* ---- names ---- */

static Place security_place(const Scenario *scenario, size_t index)
{
    SecurityAt at = scenario_security(scenario, index);
    switch (at.kind) {
    case SECURITY_potential: return scenario->potentials[at.position].place;
    case SECURITY_tranche: return scenario->tranches[at.position].place;
    case SECURITY_convertible: return scenario->convertibles[at.position].place;
    case SECURITY_printed: break;
    }
    return scenario->shares_place;
}

/* The last of them is the acquirer's printed increment, which has a name as well. */
static void check_security_names(Reading *reading)
{
    const Scenario *scenario = reading->out;
    size_t printed = scenario_security_count(scenario) - 1;
    for (size_t i = 0; i < printed; i++) {
        Text name = scenario_security_name(scenario, i);
        Place place = security_place(scenario, i);
        if (text_equal(name, scenario_security_name(scenario, printed)))
            reading->good = problem(reading->run, PROBLEM_bad_name, place, "\"" TEXT_FORMAT "\" means what the acquirer's own statements print and cannot be the name of a security",
                                    TEXT_ARGUMENTS(name));
        for (size_t j = 0; j < i; j++)
            if (text_equal(name, scenario_security_name(scenario, j)))
                reading->good = problem(reading->run, PROBLEM_duplicate_key, place, "another security is called \"" TEXT_FORMAT "\"", TEXT_ARGUMENTS(name));
    }
}

/* ---- spans ---- */

/* What could not be read is a problem already. */
static bool span_read(const EntryItem *span)
{
    bool out = span->values != NULL;
    for (int side = SPAN_from; out && side <= SPAN_to; side++)
        out = !span->values[side].given || span->values[side].day != DAY_NONE;
    return out;
}

static bool spans_overlap(const EntryItem *a, const EntryItem *b)
{
    if (!span_read(a) || !span_read(b))
        return false;
    Day a_from = a->values[SPAN_from].day, b_from = b->values[SPAN_from].day, a_to = a->values[SPAN_to].day, b_to = b->values[SPAN_to].day;
    return (a_to == DAY_NONE || b_from == DAY_NONE || b_from <= a_to) && (b_to == DAY_NONE || a_from == DAY_NONE || a_from <= b_to);
}

static bool ends_early(Reading *reading, const EntryItem *span)
{
    if (!span_read(span))
        return false;
    Day from = span->values[SPAN_from].day, to = span->values[SPAN_to].day;
    if (from == DAY_NONE || to == DAY_NONE || from <= to)
        return false;
    return !problem(reading->run, PROBLEM_out_of_range, span->values[SPAN_to].place, "the span \"" TEXT_FORMAT "\" cannot end before it begins, on " TEXT_FORMAT,
                    TEXT_ARGUMENTS(span->name), TEXT_ARGUMENTS(day_iso(reading->run->arena, from)));
}

static void check_spans(Reading *reading, const EntryValue *outstanding)
{
    bool ordered = true;
    for (size_t i = 0; i < outstanding->count; i++)
        ordered &= !ends_early(reading, &outstanding->items[i]);
    reading->good &= ordered;
    for (size_t i = 0; ordered && i < outstanding->count; i++)
        for (size_t j = 0; j < i; j++)
            if (spans_overlap(&outstanding->items[i], &outstanding->items[j]))
                reading->good = problem(reading->run, PROBLEM_overlapping_weights, outstanding->items[i].place, "\"" TEXT_FORMAT "\" and \"" TEXT_FORMAT "\" have days in common",
                                        TEXT_ARGUMENTS(outstanding->items[i].name), TEXT_ARGUMENTS(outstanding->items[j].name));
}

/* ---- the keys of one security ---- */

static bool pays_principal(const ScenarioSecurity *convertible)
{
    return convertible->values && convertible->values[CONVERTIBLE_settlement].choice == SETTLEMENT_principal_in_cash;
}

static void check_tranche(Reading *reading, const ScenarioSecurity *tranche, const Setting *setting)
{
    if (!tranche->values[TRANCHE_strike].given && !setting_mistyped(reading->run, setting, TEXT("strike")))
        reading->good = problem(reading->run, PROBLEM_missing_strike, tranche->values[TRANCHE_strike].place, "the tranche \"" TEXT_FORMAT "\" has no \"strike\"", TEXT_ARGUMENTS(tranche->name));
    check_spans(reading, &tranche->values[TRANCHE_outstanding]);
}

static void refuse_unused(Reading *reading, const ScenarioSecurity *convertible, int key, const char *with)
{
    if (convertible->values[key].given)
        reading->good = problem(reading->run, PROBLEM_key_unused, convertible->values[key].place, "\"%s\" does nothing here: it is for a convertible %s", convertible_keys[key].name, with);
}

/* Where the principal is paid in cash whatever happens, conversion saves no interest and no dividends. */
static void check_settlement(Reading *reading, const ScenarioSecurity *convertible, const Setting *setting)
{
    if (pays_principal(convertible)) {
        reading->good &= setting_need(reading->run, setting, "principal") != NULL;
        refuse_unused(reading, convertible, CONVERTIBLE_interest, "that is settled in shares");
        refuse_unused(reading, convertible, CONVERTIBLE_dividends, "that is settled in shares");
    } else {
        refuse_unused(reading, convertible, CONVERTIBLE_principal, "with settlement = \"principal_in_cash\"");
    }
}

static void check_tax_rate(Reading *reading, const ScenarioSecurity *convertible)
{
    const EntryValue *rate = &convertible->values[CONVERTIBLE_tax_rate];
    if (!convertible->values[CONVERTIBLE_interest].given)
        refuse_unused(reading, convertible, CONVERTIBLE_tax_rate, "with interest");
    else if (!rate->given && !rate->formula && !pays_principal(convertible) && reading->names_known)
        reading->good = problem(reading->run, PROBLEM_setting_missing, convertible->place,
                                "\"" TEXT_FORMAT "\" has interest and no \"tax_rate\", and there is no input deal.tax_rate; interest that is not deducted has a rate of 0", TEXT_ARGUMENTS(convertible->name));
}

void check_security(Reading *reading, const ScenarioSecurity *security, const EntryKey *keys, const Setting *setting, bool known)
{
    if (keys == tranche_keys) {
        check_tranche(reading, security, setting);
        return;
    }
    if (known) {
        check_settlement(reading, security, setting);
        check_tax_rate(reading, security);
    }
    check_spans(reading, &security->values[CONVERTIBLE_outstanding]);
}

/* ---- prices ---- */

static void check_price_periods(Reading *reading)
{
    const Scenario *scenario = reading->out;
    for (size_t i = 0; i < scenario->price_count; i++)
        for (size_t j = 0; j < i; j++)
            if (!wanted_period_is_instant(scenario->prices[i].period) && wanted_period_equal(scenario->prices[i].period, scenario->prices[j].period))
                reading->good = problem(reading->run, PROBLEM_duplicate_key, scenario->prices[i].place, "\"" TEXT_FORMAT "\" and \"" TEXT_FORMAT "\" are prices of one period",
                                        TEXT_ARGUMENTS(scenario->prices[j].name), TEXT_ARGUMENTS(scenario->prices[i].name));
}

/* NULL: nothing is bought back. */
static const ScenarioSecurity *bought_back(const Scenario *scenario)
{
    if (scenario->tranche_count)
        return &scenario->tranches[0];
    for (size_t i = 0; i < scenario->convertible_count; i++)
        if (pays_principal(&scenario->convertibles[i]))
            return &scenario->convertibles[i];
    return NULL;
}

static const ScenarioSecurity *waits_for_price(const Scenario *scenario)
{
    for (size_t i = 0; i < scenario->convertible_count; i++)
        if (scenario->convertibles[i].values && scenario->convertibles[i].values[CONVERTIBLE_trigger_price].given)
            return &scenario->convertibles[i];
    return NULL;
}

/* In one of the scenario's periods, by its rules. */
static bool price_matters(const Scenario *scenario)
{
    bool out = false;
    for (size_t i = 0; i < scenario->period_count; i++) {
        if (wanted_period_is_instant(scenario->periods[i]))
            continue;
        const Regime *regime = scenario_share_regime(scenario, wanted_period_span(scenario->periods[i]));
        out = out || (regime && regime->choice[DECISION_price_contingency] == PRICE_CONTINGENCY_when_met);
    }
    return out;
}

/* The input as a formula, where it stands; NULL: there is none. */
static const Expression *input_formula(const Reading *reading, Text name)
{
    Named named = name_resolve(reading->out, reading->chart, name);
    if (named.kind != NAMED_input)
        return NULL;
    Expression *out = arena_new(reading->run->arena, Expression);
    *out = (Expression){.kind = EXPRESSION_name, .place = reading->out->inputs[named.index].place, .name = name};
    return out;
}

static void find_market(Reading *reading, bool average, bool closing)
{
    ScenarioPrice *market = &reading->out->market;
    if (average)
        market->average = input_formula(reading, TEXT("market.average_price"));
    if (closing)
        market->closing = input_formula(reading, TEXT("market.closing_price"));
}

static void need_prices(Reading *reading)
{
    const Scenario *scenario = reading->out;
    const ScenarioSecurity *bought = bought_back(scenario), *waits = waits_for_price(scenario);
    find_market(reading, bought != NULL, waits != NULL);
    bool closing = scenario->market.closing != NULL;
    for (size_t i = 0; i < scenario->price_count; i++)
        closing = closing || scenario->prices[i].closing;
    if (bought && !scenario->price_count && !scenario->market.average)
        reading->good = problem(reading->run, PROBLEM_missing_average_price, bought->place,
                                "what \"" TEXT_FORMAT "\" buys back depends on the average price of a period: neither market.average_price nor shares.prices is given", TEXT_ARGUMENTS(bought->name));
    if (waits && !closing && price_matters(scenario))
        reading->good = problem(reading->run, PROBLEM_missing_closing_price, waits->values[CONVERTIBLE_trigger_price].place,
                                "whether \"" TEXT_FORMAT "\" counts depends on the price at the end of a period: neither market.closing_price nor \"closing\" in shares.prices is given", TEXT_ARGUMENTS(waits->name));
}

static void check_prices(Reading *reading, const Setting *shares)
{
    check_price_periods(reading);
    if (reading->names_known)
        need_prices(reading);
    if (reading->out->price_count && !reading->out->tranche_count && !reading->out->convertible_count)
        reading->good = problem(reading->run, PROBLEM_key_unused, setting_find(shares, "prices")->name_place, "\"prices\" does nothing here: it is for options and convertibles");
}

/* ---- printed increments ---- */

/* A company whose line the formula names and of which securities are listed; company_count: none. */
static size_t listed_company(const Reading *reading, const Expression *formula)
{
    const Scenario *scenario = reading->out;
    size_t found = scenario->company_count;
    if (!formula)
        return found;
    if (formula->kind == EXPRESSION_name) {
        Named named = name_resolve(scenario, reading->chart, formula->name);
        return named.kind == NAMED_company && scenario_lists_securities(scenario, named.index) ? named.index : found;
    }
    for (int i = 0; i < 3 && found == scenario->company_count; i++)
        found = listed_company(reading, formula->operands[i]);
    return found;
}

static void check_increment(Reading *reading, const ScenarioPotential *potential)
{
    const Scenario *scenario = reading->out;
    size_t company = potential->printed_increment ? listed_company(reading, potential->shares) : scenario->company_count;
    if (company < scenario->company_count)
        reading->good = problem(reading->run, PROBLEM_printed_increment_kept, potential->place, "\"" TEXT_FORMAT "\" is printed by " TEXT_FORMAT ", whose options or convertibles are listed, too",
                                TEXT_ARGUMENTS(potential->name), TEXT_ARGUMENTS(scenario->companies[company].company.id));
}

/* ---- all ---- */

void check_shares(Reading *reading, const Setting *shares)
{
    const Scenario *scenario = reading->out;
    check_security_names(reading);
    check_prices(reading, shares);
    for (size_t i = 0; i < scenario->potential_count; i++)
        check_increment(reading, &scenario->potentials[i]);
}
