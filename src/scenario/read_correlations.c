/* The scenario's correlations: which inputs that have distributions move together. */
#include "scenario/name.h"
#include "scenario/reading.h"

static bool refuse(Reading *reading, Place place, Text name, const char *why)
{
    return reading->good = problem(reading->run, PROBLEM_bad_correlation, place, TEXT_FORMAT " %s", TEXT_ARGUMENTS(name), why);
}

static bool read_correlated(Reading *reading, size_t *out, Text name, Place place)
{
    const Scenario *scenario = reading->out;
    Named named = name_resolve(scenario, reading->chart, name);
    if (named.kind == NAMED_nothing)
        return reading->good = problem(reading->run, PROBLEM_unknown_name, place, "there is no input \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(name),
                                       TEXT_ARGUMENTS(suggest(reading->run->arena, name_nearest(reading->run->arena, scenario, reading->chart, name))));
    *out = named.index;
    if (named.kind != NAMED_input)
        return refuse(reading, place, name, "is no input, and only inputs that have a distribution are drawn");
    return scenario->inputs[named.index].distribution != NULL || refuse(reading, place, name, "has no distribution");
}

static bool listed(const size_t *inputs, size_t count, size_t input)
{
    for (size_t i = 0; i < count; i++)
        if (inputs[i] == input)
            return true;
    return false;
}

static void read_inputs_listed(Reading *reading, ScenarioCorrelation *out, const Setting *correlation)
{
    Text *names = NULL;
    size_t count = 0;
    const Setting *list = setting_need(reading->run, correlation, "inputs");
    if (!list || !setting_read_texts(&names, &count, reading->run, correlation, "inputs")) {
        reading->good = false;
        return;
    }
    out->inputs = arena_array(reading->run->arena, size_t, count);
    for (size_t i = 0; i < count; i++) {
        Place place = setting_phrase_place(list, i, names[i]);
        if (!read_correlated(reading, &out->inputs[out->input_count], names[i], place))
            continue;
        if (listed(out->inputs, out->input_count, out->inputs[out->input_count]))
            refuse(reading, place, names[i], "stands twice");
        else
            out->input_count++;
    }
    if (count < 2)
        reading->good = problem(reading->run, PROBLEM_bad_correlation, list->place, "a correlation is of two inputs or more");
}

/* Two correlations that give one pair a coefficient each would contradict each other. */
static void check_pairs(Reading *reading, const ScenarioCorrelation *correlation)
{
    const Scenario *scenario = reading->out;
    for (const ScenarioCorrelation *other = scenario->correlations; other < correlation; other++) {
        size_t shared = 0;
        for (size_t i = 0; i < correlation->input_count; i++)
            shared += listed(other->inputs, other->input_count, correlation->inputs[i]);
        if (shared > 1)
            refuse(reading, correlation->place, correlation->name, "has two inputs that an earlier correlation has already");
    }
}

static void read_correlation(Reading *reading, ScenarioCorrelation *out, const Setting *correlation)
{
    InputNumber coefficient = {0};
    out->name = correlation->name;
    out->place = correlation->name_place;
    if (!read_element(reading, correlation))
        return;
    read_inputs_listed(reading, out, correlation);
    check_pairs(reading, out);
    const Setting *setting = setting_need(reading->run, correlation, "coefficient");
    reading->good &= setting != NULL;
    if (!setting || !read_in_unit(reading, &coefficient, setting, (Unit){UNIT_ratio, 0}))
        return;
    out->coefficient = coefficient.number;
    if (!(out->coefficient > -1 && out->coefficient < 1))
        reading->good = problem(reading->run, PROBLEM_bad_correlation, setting->place, "a coefficient lies between -1 and 1");
}

void read_correlations(Reading *reading)
{
    Scenario *out = reading->out;
    const Setting *correlations = read_group(reading, out->root, "correlations");
    size_t count = correlations ? correlations->count : 0;
    out->correlations = arena_array(reading->run->arena, ScenarioCorrelation, count);
    for (; out->correlation_count < count; out->correlation_count++)
        read_correlation(reading, &out->correlations[out->correlation_count], &correlations->children[out->correlation_count]);
}
