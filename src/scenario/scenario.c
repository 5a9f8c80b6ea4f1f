#include "scenario/scenario.h"

#include "scenario/reading.h"
#include "scenario/set.h"

/* The unit in which everything is counted comes first: amounts are brought to it. */
static void read_reporting_unit(Reading *reading)
{
    Scenario *out = reading->out;
    Text unit = {0};
    out->reporting = (Unit){UNIT_money, 3};
    need_text(reading, &unit, out->root, "reporting_unit");
    if (!unit.start)
        return;
    Unit read = {0};
    Place place = place_of_setting(out->root, "reporting_unit");
    if (!unit_from_name(&read, unit))
        reading->good = problem(reading->run, PROBLEM_unknown_unit, place, "there is no unit \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(unit),
                                TEXT_ARGUMENTS(unit_suggest(reading->run->arena, unit)));
    else if (read.kind != UNIT_money)
        reading->good = problem(reading->run, PROBLEM_unknown_unit, place, "\"" TEXT_FORMAT "\" is no unit of money, such as usd_thousands", TEXT_ARGUMENTS(unit));
    else
        out->reporting = read;
}

/* A period that stands twice would give each of its figures twice. */
static void check_periods(Reading *reading, const Setting *list)
{
    const Scenario *out = reading->out;
    for (size_t i = 0; i < out->period_count; i++)
        for (size_t j = 0; j < i; j++)
            if (wanted_period_equal(out->periods[i], out->periods[j]))
                reading->good = problem(reading->run, PROBLEM_duplicate_key, list->children[i].place, "the period " TEXT_FORMAT " stands twice",
                                        TEXT_ARGUMENTS(list->children[i].text));
}

static void read_head(Reading *reading)
{
    static const char *const calendars[] = {"aligned", "as_filed", NULL};
    Scenario *out = reading->out;
    read_reporting_unit(reading);
    need_text(reading, &out->title, out->root, "title");
    const Setting *periods = setting_need(reading->run, out->root, "periods");
    reading->good &= periods != NULL;
    read_periods(reading, &out->periods, &out->period_count, out->root, "periods");
    if (periods && periods->kind == SETTING_list && periods->count == 0)
        reading->good = problem(reading->run, PROBLEM_setting_missing, periods->name_place, "\"periods\" names no period");
    if (reading->good)
        check_periods(reading, periods);
    out->as_filed = read_choice(reading, out->root, "calendar", calendars, 0) == 1;
    reading->good &= setting_read_texts(&out->assumptions, &out->assumption_count, reading->run, out->root, "assumptions");
}

/* What is wrong with the value of an option is a matter of usage, wherever it shows. */
static void blame_options(Run *run, size_t from)
{
    for (size_t i = from; i < run->problems.count; i++) {
        Problem *recorded = &run->problems.items[i];
        const Source *source = source_at(&run->sources, recorded->place.source);
        if (source && (text_equal(source->name, TEXT("--set")) || text_equal(source->name, TEXT("--vary"))) && recorded->severity == SEVERITY_error)
            recorded->severity = SEVERITY_usage;
    }
}

bool scenario_read(const Scenario **out, Run *run, const Chart *general, const Companies *companies, EntryKinds kinds, Text name, Text path,
                   const ScenarioOptions *options)
{
    size_t problems = run->problems.count;
    Scenario *scenario = arena_new(run->arena, Scenario);
    SetOptions sets;
    *out = scenario;
    scenario->path = path;
    scenario->kinds = kinds;
    if (!settings_read(&scenario->root, run, name, path, (Place){0}))
        return false;
    Reading reading = {.run = run, .options = &sets, .chart = general, .known = companies, .out = scenario, .good = true};
    reading.good = sets_apply(&sets, run, scenario, options);
    reading.names_known = setting_check_keys(run, scenario->root, scenario_keys(run->arena, kinds, scenario->root));
    reading.good &= reading.names_known;
    read_head(&reading);
    read_companies(&reading);
    read_chart(&reading);
    read_kinds(&reading, &scenario->statements, &scenario->statement_count, scenario->root, "statements");
    read_deal(&reading);
    read_inputs(&reading);
    read_correlations(&reading);
    read_entries(&reading);
    read_shares(&reading);
    read_verifies(&reading);
    read_studies(&reading);
    check_names(&reading);
    check_units(&reading);
    sets_resolve(&reading, &sets);
    blame_options(run, problems);
    return reading.good;
}

const Regime *scenario_share_regime(const Scenario *scenario, Period period)
{
    if (!scenario->regimes || scenario->company_count == 0)
        return NULL;
    return regime_of_period(scenario->regimes, AXIS_per_share, period, &scenario->companies[0].company, scenario->deal ? scenario->deal->days.filed : DAY_NONE);
}

bool scenario_entry_in_force(const Scenario *scenario, const ScenarioEntry *entry)
{
    if (entry->off || entry->inverse_of.length)
        return false;
    for (const ScenarioEntry *other = scenario->entries; other < scenario->entries + scenario->entry_count; other++)
        if (other->inverse_of.length && !other->off && &scenario->entries[other->inverted] == entry)
            return false;
    return true;
}
