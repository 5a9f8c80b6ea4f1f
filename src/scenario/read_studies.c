/* The scenario's studies: which names vary over which values, and which figures are shown. */
#include "scenario/reading.h"

static void need_texts(Reading *reading, Text **out, size_t *count, const Setting *study, const char *name)
{
    reading->good &= setting_need(reading->run, study, name) != NULL;
    reading->good &= setting_read_texts(out, count, reading->run, study, name);
    if (setting_find(study, name) && setting_find(study, name)->kind == SETTING_list && *count == 0)
        reading->good = problem(reading->run, PROBLEM_setting_missing, place_of_setting(study, name), "\"%s\" is empty", name);
}

static void read_study(Reading *reading, ScenarioStudy *out, const Setting *study)
{
    *out = (ScenarioStudy){.name = study->name, .place = study->name_place};
    if (!read_element(reading, study))
        return;
    check_named(reading, study, "a study");
    read_text(reading, &out->title, study, "title");
    need_texts(reading, &out->varies, &out->vary_count, study, "vary");
    need_texts(reading, &out->shows, &out->show_count, study, "show");
    read_period(reading, &out->period, &out->has_period, study, "period");
    read_basis(reading, &out->basis, &out->has_basis, study, "basis");
    read_text(reading, &out->column, study, "column");
    out->vary_places = arena_array(reading->run->arena, Place, out->vary_count);
    for (size_t i = 0; i < out->vary_count; i++)
        out->vary_places[i] = setting_find(study, "vary")->children[i].place;
}

void read_studies(Reading *reading)
{
    Scenario *out = reading->out;
    const Setting *studies = read_group(reading, out->root, "studies");
    out->study_count = studies ? studies->count : 0;
    out->studies = arena_array(reading->run->arena, ScenarioStudy, out->study_count);
    for (size_t i = 0; i < out->study_count; i++)
        read_study(reading, &out->studies[i], &studies->children[i]);
}
