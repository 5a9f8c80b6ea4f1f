/* The scenario's inputs: values with a unit and a source, which formulas and options name GROUP.INPUT. */
#include "scenario/reading.h"

static void read_range(Reading *reading, ScenarioInput *out, const Setting *input)
{
    const Setting *range = setting_find(input, "range");
    if (!range)
        return;
    if (!setting_is(reading->run, range, SETTING_list)) {
        reading->good = false;
        return;
    }
    out->has_range = range->count == 2;
    for (size_t i = 0; i < 2 && out->has_range; i++)
        out->has_range = read_in_unit(reading, &out->range[i], &range->children[i], out->unit);
    if (range->count == 2 && (!out->has_range || out->range[0].number <= out->range[1].number))
        return;
    out->has_range = false;
    reading->good = problem(reading->run, PROBLEM_out_of_range, range->place, "a range is two numbers, the smaller first");
}

static void check_range(Reading *reading, const ScenarioInput *input)
{
    Arena *arena = reading->run->arena;
    if (input->has_range && (input->number < input->range[0].number || input->number > input->range[1].number))
        problem(reading->run, PROBLEM_outside_range, input->place, TEXT_FORMAT "." TEXT_FORMAT " is " TEXT_FORMAT ", and its range goes from " TEXT_FORMAT " to " TEXT_FORMAT,
                TEXT_ARGUMENTS(input->group), TEXT_ARGUMENTS(input->name), TEXT_ARGUMENTS(printed_grouped(arena, input->value)),
                TEXT_ARGUMENTS(printed_grouped(arena, input->range[0].written)), TEXT_ARGUMENTS(printed_grouped(arena, input->range[1].written)));
}

static void read_unit(Reading *reading, Unit *out, const Setting *input)
{
    Text unit = {0};
    need_text(reading, &unit, input, "unit");
    if (unit.start && !unit_from_name(out, unit))
        reading->good = problem(reading->run, PROBLEM_unknown_unit, place_of_setting(input, "unit"), "there is no unit \"" TEXT_FORMAT "\"" TEXT_FORMAT,
                                TEXT_ARGUMENTS(unit), TEXT_ARGUMENTS(unit_suggest(reading->run->arena, unit)));
}

/* --set deal.closed means the setting, whatever the inputs of the group are called. */
static void check_input_name(Reading *reading, const Setting *input)
{
    const Setting *deal = setting_find(reading->out->root, "deal");
    check_named(reading, input, "an input");
    for (const char *const *key = deal && text_equal(input->parent->name, deal->name) ? scenario_keys(reading->run->arena, reading->out->kinds, deal) : NULL; key && *key; key++)
        if (text_equal(input->name, text_of(*key)))
            reading->good = problem(reading->run, PROBLEM_bad_name, input->name_place, "\"%s\" means a setting of the group deal and cannot be the name of an input there", *key);
}

static void read_input(Reading *reading, ScenarioInput *out, const Setting *input)
{
    out->group = input->parent->name;
    out->name = input->name;
    out->source = TEXT("assumption");
    if (!read_element(reading, input))
        return;
    check_input_name(reading, input);
    const Setting *value = setting_need(reading->run, input, "value");
    read_unit(reading, &out->unit, input);
    read_text(reading, &out->source, input, "source");
    read_range(reading, out, input);
    read_distribution(reading, &out->distribution, input, out->unit);
    if (!value) {
        reading->good = false;
        return;
    }
    out->place = value->place;
    const Source *holder = source_at(&reading->run->sources, value->place.source);
    out->set = holder && text_equal(holder->name, TEXT("--set"));
    InputNumber number = {0};
    if (read_in_unit(reading, &number, value, out->unit)) {
        out->value = number.written;
        out->number = number.number;
        check_range(reading, out);
    }
}

/* In expressions a company's name and a group's stand at the same place. */
static void check_group_name(Reading *reading, const Setting *group)
{
    check_named(reading, group, "a group of inputs");
    if (setting_find_text(setting_find(reading->out->root, "companies"), group->name))
        reading->good = reading->names_known = problem(reading->run, PROBLEM_bad_name, group->name_place, "\"" TEXT_FORMAT "\" is a company and cannot be the name of a group of inputs",
                                TEXT_ARGUMENTS(group->name));
}

void read_inputs(Reading *reading)
{
    Scenario *out = reading->out;
    const Setting *inputs = read_group(reading, out->root, "inputs");
    size_t most = 0;
    for (size_t i = 0; inputs && i < inputs->count; i++)
        most += inputs->children[i].count;
    out->inputs = arena_array(reading->run->arena, ScenarioInput, most);
    for (size_t i = 0; inputs && i < inputs->count; i++) {
        const Setting *group = &inputs->children[i];
        if (!read_element(reading, group))
            continue;
        check_group_name(reading, group);
        for (size_t j = 0; j < group->count; j++)
            read_input(reading, &out->inputs[out->input_count++], &group->children[j]);
    }
}
