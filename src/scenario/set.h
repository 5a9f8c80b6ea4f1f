/* scenario/set: the options --set NAME=VALUE.
 *
 * In:       the texts of the options, the settings of a scenario.
 * Out:      values replaced in the tree before it is read; what names a reported figure, for the room that aligns; names that stay open.
 * Includes: base, scenario/reading.
 *
 * NAME is tried as an input, as a full path of the scenario, as the amount that a leg of an entry posts to a line (entries.NAME.LINE), as a
 * reported figure, in this order. Each option is a source named "--set",
 * so that whatever is wrong with its value later has a place; such problems are of usage. */
#ifndef PROFORMA_SCENARIO_SET_H
#define PROFORMA_SCENARIO_SET_H

#include "scenario/reading.h"

typedef struct {
    Text name, value;
    Place whole, name_place, value_place;
    const Setting *setting; /* that an open name means; NULL: none that the scenario writes */
    size_t open;            /* 1 + position among the open names; 0: --set */
    bool of_study;          /* a study of the scenario varies it */
    bool done;
} SetOption;

typedef struct SetOptions {
    SetOption *items;
    size_t count, capacity;
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

/* The amount of an entry's leg, which goes by the entry and its line; NULL: none has that line, or several have. */
const Setting *scenario_leg(const Setting *entry, Text line);

/* Before the tree is read: inputs and paths. */
bool sets_apply(SetOptions *out, Run *run, Scenario *scenario, const ScenarioOptions *options);
/* The formula that was read of a setting, or in its place the open number that an option has of it. */
const Expression *sets_formula(Reading *reading, const Setting *setting, const Expression *formula);
/* After it: the options that are left name reported figures, or nothing. */
void sets_resolve(Reading *reading, const SetOptions *options);

#endif
