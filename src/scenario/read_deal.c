/* The scenario's group `deal`. Reading order: what is not computed, the days, the regimes. */
#include "scenario/reading.h"

/* ---- what is not computed ---- */

/* Named by whoever has such a deal, so that it is refused with its reason and not computed as if it were a purchase. */
static void refuse_reverse(Reading *reading, const Setting *group)
{
    Text id = {0};
    Place place = place_of_setting(group, "accounting_acquirer");
    read_text(reading, &id, group, "accounting_acquirer");
    if (id.length && check_company(reading, id, place) && reading->out->acquirer.length && !text_equal(id, reading->out->acquirer))
        reading->good = problem(reading->run, PROBLEM_not_supported, place,
                                "a reverse acquisition is not computed: the accounting acquirer is \"" TEXT_FORMAT "\" and the legal one \"" TEXT_FORMAT "\"",
                                TEXT_ARGUMENTS(id), TEXT_ARGUMENTS(reading->out->acquirer));
}

static void refuse_steps(Reading *reading, const Setting *group)
{
    const Setting *holding = setting_find(group, "prior_holding");
    Printed printed;
    if (holding && read_printed(reading, &printed, holding) && printed.digits != 0)
        reading->good = problem(reading->run, PROBLEM_not_supported, holding->place,
                                "an acquisition in steps is not computed: what the acquirer held before the deal would have to be remeasured");
}

static void refuse_pooling(Reading *reading, const Deal *deal, const Setting *group)
{
    static const char *const methods[] = {"purchase", "acquisition", "pooling", NULL};
    Place place = place_of_setting(group, "method");
    if (read_choice(reading, group, "method", methods, 0) != 2)
        return;
    const Regime *regime = deal->regimes[AXIS_accounting];
    if (regime && regime->choice[DECISION_pooling] == POOLING_prohibit)
        reading->good = deal_refuses(reading->run, deal, DECISION_pooling, place, TEXT("a pooling of interests"));
    else
        reading->good = problem(reading->run, PROBLEM_not_supported, place,
                                "a pooling of interests is not computed: it has no consideration, no fair values and no goodwill, which are what is computed here");
}

/* ---- the days ---- */

static void check_order(Reading *reading, const Setting *group, const char *name, Day day, Day earlier, const char *what)
{
    if (day != DAY_NONE && earlier != DAY_NONE && day < earlier)
        reading->good = problem(reading->run, PROBLEM_out_of_range, place_of_setting(group, name), "%s cannot be before %s, " TEXT_FORMAT, name, what,
                                TEXT_ARGUMENTS(day_iso(reading->run->arena, earlier)));
}

/* Does the acquirer's own statement hold the target? A balance sheet from the day of closing on, a flow that ends after it. */
static bool is_held(WantedPeriod wanted, Day closed)
{
    return wanted_period_is_instant(wanted) ? wanted.end >= closed : wanted.end > closed;
}

static void check_not_in(Reading *reading, const Deal *deal, const Setting *group)
{
    const Scenario *scenario = reading->out;
    Day closed = deal->days.closed;
    for (size_t i = 0; closed != DAY_NONE && i < scenario->period_count; i++)
        if (is_held(scenario->periods[i], closed))
            reading->good = problem(reading->run, PROBLEM_target_already_in, place_of_setting(group, "closed"),
                                    "the acquirer's own statement of " TEXT_FORMAT " holds what it bought on " TEXT_FORMAT ", which would be counted twice",
                                    TEXT_ARGUMENTS(wanted_period_text(reading->run->arena, scenario->periods[i])), TEXT_ARGUMENTS(day_iso(reading->run->arena, closed)));
}

static void read_days_of_deal(Reading *reading, Deal *out, const Setting *group)
{
    const Scenario *scenario = reading->out;
    read_date(reading, &out->days.announced, group, "announced");
    read_date(reading, &out->days.closed, group, "closed");
    read_date(reading, &out->days.filed, group, "filed");
    read_date(reading, &out->balance_sheet, group, "balance_sheet");
    for (size_t i = 0; !setting_find(group, "balance_sheet") && i < scenario->period_count; i++)
        if (wanted_period_is_instant(scenario->periods[i]) && scenario->periods[i].end > out->balance_sheet)
            out->balance_sheet = scenario->periods[i].end;
    if (scenario->company_count)
        out->days.acquirer = &scenario->companies[0].company;
    check_order(reading, group, "closed", out->days.closed, out->days.announced, "the announcement");
    check_order(reading, group, "filed", out->days.filed, out->days.announced, "the announcement");
    check_order(reading, group, "filed", out->days.filed, out->balance_sheet, "the day of the balance sheet");
    check_not_in(reading, out, group);
}

/* ---- the regimes ---- */

static void say_lacking(Reading *reading, const Setting *group, const char *lacking)
{
    const ScenarioCompany *acquirer = &reading->out->companies[0];
    reading->good = false;
    if (text_equal(text_of(lacking), TEXT("fiscal_year_end")))
        problem(reading->run, PROBLEM_setting_missing, acquirer->place, "\"" TEXT_FORMAT "\" has no \"fiscal_year_end\", which tells the regime of a deal that closes in this year",
                TEXT_ARGUMENTS(acquirer->company.id));
    else
        setting_need(reading->run, group, lacking);
}

static void choose_regime(Reading *reading, Deal *out, const Setting *group, const Regimes *regimes, Axis axis, const char *key)
{
    Run *run = reading->run;
    Text name = {0};
    read_text(reading, &name, group, key);
    if (name.start) {
        out->regimes[axis] = regime_find(regimes, axis, name);
        if (out->regimes[axis])
            out->reasons[axis] = regime_chosen(run->arena, regimes, out->regimes[axis], &out->days);
        else
            reading->good = problem(run, PROBLEM_unknown_choice, place_of_setting(group, key), "there is no %s \"" TEXT_FORMAT "\"" TEXT_FORMAT, key, TEXT_ARGUMENTS(name),
                                    TEXT_ARGUMENTS(regime_suggest(run->arena, regimes, axis, name)));
        return;
    }
    RegimeSelection selected = regime_select(run->arena, regimes, axis, &out->days);
    out->regimes[axis] = selected.regime;
    out->reasons[axis] = selected.reason;
    if (selected.lacking)
        say_lacking(reading, group, selected.lacking);
    else if (!selected.regime)
        reading->good = problem(run, PROBLEM_no_regime, place_of_setting(group, axis == AXIS_form ? "filed" : "announced"), "no %s covers the days of this deal; they cover " TEXT_FORMAT, key,
                                TEXT_ARGUMENTS(regimes_cover(run->arena, regimes, axis)));
}

/* What could not be read is a problem already, and said once. */
bool need_regimes(Reading *reading)
{
    Regimes *regimes = arena_new(reading->run->arena, Regimes);
    if (reading->out->regimes)
        return true;
    reading->out->regimes = regimes;
    bool good = regimes_read(regimes, reading->run);
    reading->good &= good;
    return good;
}

/* Days that could not be read, or of a company that is not known, lead to no regime; that is not said again. */
void read_deal(Reading *reading)
{
    Scenario *out = reading->out;
    const Setting *group = read_group(reading, out->root, "deal");
    if (!group)
        return;
    bool good = reading->good;
    reading->good = true;
    Deal *deal = arena_new(reading->run->arena, Deal);
    deal->place = group->name_place;
    read_days_of_deal(reading, deal, group);
    if (reading->good && out->company_count && need_regimes(reading)) {
        choose_regime(reading, deal, group, out->regimes, AXIS_accounting, "regime");
        choose_regime(reading, deal, group, out->regimes, AXIS_form, "form");
    } else {
        reading->good = false;
    }
    refuse_reverse(reading, group);
    refuse_steps(reading, group);
    refuse_pooling(reading, deal, group);
    out->deal = deal;
    reading->good &= good;
}
