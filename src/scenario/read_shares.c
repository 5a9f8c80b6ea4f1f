/* The scenario's shares. Reading order: the keys, potential shares, tranches and convertibles, prices, the group. */
#include "scenario/reading.h"

const EntryKey span_keys[SPAN_KEYS + 1] = {
    [SPAN_from] = {.name = "from", .type = KEY_date, .meaning = "first day on which it is outstanding; default: before the period"},
    [SPAN_to] = {.name = "to", .type = KEY_date, .meaning = "last day on which it is outstanding; default: after the period"},
};

const EntryKey tranche_keys[TRANCHE_KEYS + 1] = {
    [TRANCHE_company] = {.name = "company", .type = KEY_text, .needed = true, .meaning = "whose options they are"},
    [TRANCHE_options] = {.name = "options", .type = KEY_formula, .needed = true, .unit = UNIT_shares, .meaning = "how many shares they buy"},
    [TRANCHE_strike] = {.name = "strike", .type = KEY_formula, .unit = UNIT_per_share, .meaning = "weighted-average exercise price"},
    [TRANCHE_fair_value] = {.name = "fair_value", .type = KEY_formula, .unit = UNIT_per_share, .meaning = "fair value of the replacement award for one option"},
    [TRANCHE_unvested] = {.name = "unvested", .type = KEY_formula, .unit = UNIT_ratio, .part = true, .meaning = "part that is not vested at closing"},
    [TRANCHE_service_before] = {.name = "service_before", .type = KEY_formula, .unit = UNIT_ratio, .part = true, .meaning = "part of the unvested options' service given before closing"},
    [TRANCHE_remaining_years] = {.name = "remaining_years", .type = KEY_formula, .unit = UNIT_years, .meaning = "years over which the unvested options vest after closing"},
    [TRANCHE_unrecognised] = {.name = "unrecognised", .type = KEY_formula, .unit = UNIT_per_share, .meaning = "compensation cost of one option not yet recognised, average of the period"},
    [TRANCHE_tax_benefit] = {.name = "tax_benefit", .type = KEY_formula, .unit = UNIT_per_share, .meaning = "excess tax benefit of one option, part of the proceeds until ASU 2016-09"},
    [TRANCHE_outstanding] = {.name = "outstanding", .type = KEY_items, .item_keys = span_keys, .meaning = "spans of days in which they are outstanding; default: the whole period"},
};

static const char *const settlements[] = {"shares", "principal_in_cash", NULL};

const EntryKey convertible_keys[CONVERTIBLE_KEYS + 1] = {
    [CONVERTIBLE_company] = {.name = "company", .type = KEY_text, .needed = true, .meaning = "who issued it"},
    [CONVERTIBLE_shares] = {.name = "shares", .type = KEY_formula, .needed = true, .unit = UNIT_shares, .meaning = "shares of that company into which all of it converts"},
    [CONVERTIBLE_interest] = {.name = "interest", .type = KEY_formula, .unit = UNIT_money, .meaning = "interest on it in the period, before tax, which conversion would save"},
    [CONVERTIBLE_tax_rate] = {.name = "tax_rate", .type = KEY_formula, .unit = UNIT_ratio, .part = true, .otherwise = "deal.tax_rate", .meaning = "at which that interest is deducted"},
    [CONVERTIBLE_dividends] = {.name = "dividends", .type = KEY_formula, .unit = UNIT_money, .meaning = "dividends of the period on convertible preferred stock"},
    [CONVERTIBLE_settlement] = {.name = "settlement", .type = KEY_choice, .words = settlements, .meaning = "shares, or principal_in_cash where only what it is worth above its principal is paid in shares"},
    [CONVERTIBLE_principal] = {.name = "principal", .type = KEY_formula, .unit = UNIT_money, .meaning = "payable in cash; needed with principal_in_cash"},
    [CONVERTIBLE_trigger_price] = {.name = "trigger_price", .type = KEY_formula, .unit = UNIT_per_share, .meaning = "price of the acquirer's stock from which on it may be converted"},
    [CONVERTIBLE_outstanding] = {.name = "outstanding", .type = KEY_items, .item_keys = span_keys, .meaning = "spans of days in which it is outstanding; default: the whole period"},
};

/* ---- potential shares ---- */

static void read_potential(Reading *reading, ScenarioPotential *out, const Setting *potential)
{
    out->name = potential->name;
    out->place = potential->name_place;
    if (!read_element(reading, potential))
        return;
    check_named(reading, potential, "potential shares");
    if (setting_need(reading->run, potential, "shares"))
        read_formula(reading, &out->shares, &out->shares_text, potential, "shares");
    else
        reading->good = false;
    reading->good &= setting_read_boolean(&out->printed_increment, reading->run, potential, "printed_increment");
}

/* ---- tranches, convertibles ---- */

static void read_security(Reading *reading, ScenarioSecurity *out, const EntryKey *keys, const Setting *security, const char *what)
{
    size_t problems = reading->run->problems.count;
    out->name = security->name;
    out->place = security->name_place;
    if (!read_element(reading, security))
        return;
    check_named(reading, security, what);
    out->values = read_values(reading, keys, security);
    const EntryValue *company = &out->values[keys == tranche_keys ? TRANCHE_company : CONVERTIBLE_company];
    out->company = company->text;
    if (out->company.length)
        check_company(reading, out->company, company->place);
    check_security(reading, out, keys, security, reading->run->problems.count == problems);
}

static ScenarioSecurity *read_securities(Reading *reading, size_t *count, const EntryKey *keys, const Setting *securities, const char *what)
{
    *count = securities ? securities->count : 0;
    ScenarioSecurity *out = arena_array(reading->run->arena, ScenarioSecurity, *count);
    for (size_t i = 0; i < *count; i++)
        read_security(reading, &out[i], keys, &securities->children[i], what);
    return out;
}

/* ---- prices ---- */

static void read_price(Reading *reading, ScenarioPrice *out, const Setting *price)
{
    bool has_period;
    Text text;
    out->name = price->name;
    out->place = price->name_place;
    if (!read_element(reading, price))
        return;
    check_named(reading, price, "a price");
    reading->good &= setting_need(reading->run, price, "period") != NULL;
    read_period(reading, &out->period, &has_period, price, "period");
    if (out->period.end && wanted_period_is_instant(out->period))
        reading->good = problem(reading->run, PROBLEM_bad_date, place_of_setting(price, "period"), "prices are of a span such as 2004-03-31/3M; \"closing\" is of its last day");
    if (setting_need(reading->run, price, "average"))
        read_formula(reading, &out->average, &text, price, "average");
    else
        reading->good = false;
    if (setting_find(price, "closing"))
        read_formula(reading, &out->closing, &text, price, "closing");
}

/* ---- the group ---- */

static void refuse_two_class(Reading *reading, const Setting *shares)
{
    static const char *const methods[] = {"one_class", "two_class", NULL};
    if (read_choice(reading, shares, "method", methods, 0) == 1)
        reading->good = problem(reading->run, PROBLEM_not_supported, place_of_setting(shares, "method"),
                                "two-class earnings per share are not computed: income is divided by the shares of one class");
}

void read_shares(Reading *reading)
{
    Scenario *out = reading->out;
    const Setting *shares = read_group(reading, out->root, "shares");
    if (!shares)
        return;
    out->has_shares = true;
    out->shares_place = shares->name_place;
    refuse_two_class(reading, shares);
    read_issued(reading, shares);
    const Setting *potential = read_group(reading, shares, "potential");
    out->potential_count = potential ? potential->count : 0;
    out->potentials = arena_array(reading->run->arena, ScenarioPotential, out->potential_count);
    for (size_t i = 0; i < out->potential_count; i++)
        read_potential(reading, &out->potentials[i], &potential->children[i]);
    out->tranches = read_securities(reading, &out->tranche_count, tranche_keys, read_group(reading, shares, "tranches"), "a tranche");
    out->convertibles = read_securities(reading, &out->convertible_count, convertible_keys, read_group(reading, shares, "convertibles"), "a convertible");
    const Setting *prices = read_group(reading, shares, "prices");
    out->price_count = prices ? prices->count : 0;
    out->prices = arena_array(reading->run->arena, ScenarioPrice, out->price_count);
    for (size_t i = 0; i < out->price_count; i++)
        read_price(reading, &out->prices[i], &prices->children[i]);
    if (out->tranche_count + out->convertible_count)
        need_regimes(reading);
    check_shares(reading, shares);
}
