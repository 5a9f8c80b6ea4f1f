/* scenario/set: the options --set NAME=VALUE.
 *
 * In:       the texts of the options, the settings of a scenario.
 * Out:      values replaced in the tree before it is read; what names a reported figure, for the room that aligns.
 * Includes: base, scenario/reading.
 *
 * NAME is tried as an input, as a full path of the scenario, as a reported figure, in this order. Each option is a source named "--set",
 * so that whatever is wrong with its value later has a place; such problems are of usage. */
#ifndef PROFORMA_SCENARIO_SET_H
#define PROFORMA_SCENARIO_SET_H

#include "scenario/reading.h"

typedef struct {
    Text name, value;
    Place whole, name_place, value_place;
    bool done;
} SetOption;

typedef struct {
    SetOption *items;
    size_t count;
} SetOptions;

/* What the scenario writes or could write, by full path, where --set takes it: every value but groups and lists of groups. */
typedef struct {
    Text name;
    const Setting *setting; /* NULL: left out */
} ScenarioPath;

typedef struct {
    ScenarioPath *items;
    size_t count, capacity;
} ScenarioPaths;

ScenarioPaths scenario_paths(Run *run, EntryKinds kinds, const Setting *root);

/* Before the tree is read: inputs and paths. */
bool sets_apply(SetOptions *out, Run *run, EntryKinds kinds, const Setting *root, const Text *sets, size_t count);
/* After it: the options that are left name reported figures, or nothing. */
void sets_resolve(Reading *reading, const SetOptions *options);

#endif
