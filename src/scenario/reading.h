/* scenario/reading: what the parts of a scenario are read with: known keys, choices, dates, lines, expressions.
 *
 * In:       settings.
 * Out:      values of the domain; problems recorded, and `good` false once there was one.
 * Includes: base, statement, scenario/scenario. */
#ifndef PROFORMA_SCENARIO_READING_H
#define PROFORMA_SCENARIO_READING_H

#include "scenario/scenario.h"

struct SetOptions;

typedef struct {
    Run *run;
    const struct SetOptions *options; /* see scenario/set */
    const Chart *chart; /* the general one until read_chart */
    const Companies *known; /* config/companies.cfg */
    Scenario *out;
    bool good;
    bool names_known;       /* false once something that formulas refer to could not be read: their names are then not looked up */
    struct { Text *items; size_t count, capacity; } unknown_companies; /* reported already */
} Reading;

/* The keys that a group of the scenario may have, ended by NULL; NULL for a group of named things, and for an entry of a kind that is unknown. */
const char *const *scenario_keys(Arena *arena, EntryKinds kinds, const Setting *group);
/* How the value of such a key is written. */
SettingKind scenario_key_setting(EntryKinds kinds, const Setting *group, Text key);
/* The same of a group inside `entries`, by the kind of its entry. */
const char *const *entry_keys(Arena *arena, EntryKinds kinds, const Setting *group);
SettingKind entry_key_setting(EntryKinds kinds, const Setting *group, Text key);
/* The same of a table of keys; a text where the table is NULL or does not have the key. */
const char *const *key_names(Arena *arena, const EntryKey *keys);
SettingKind key_setting(const EntryKey *keys, Text key);

/* The group `name` of `parent`, its keys checked; NULL when it is absent or no group. */
const Setting *read_group(Reading *reading, const Setting *parent, const char *name);
/* An element of a group or list of groups: is it a group, are its keys known? */
bool read_element(Reading *reading, const Setting *element);
/* A named thing must be nameable in expressions: letters, digits and _. */
void check_named(Reading *reading, const Setting *named, const char *what);

void read_text(Reading *reading, Text *out, const Setting *group, const char *name);
void need_text(Reading *reading, Text *out, const Setting *group, const char *name);
/* Index of the text among `words` (ended by NULL); `absent` when there is none. */
int read_choice(Reading *reading, const Setting *group, const char *name, const char *const words[], int absent);
void read_days(Reading *reading, int *out, const Setting *group, const char *name, int most);
void read_date(Reading *reading, Day *out, const Setting *group, const char *name);
void read_periods(Reading *reading, WantedPeriod **out, size_t *count, const Setting *group, const char *name);
void read_period(Reading *reading, WantedPeriod *out, bool *has, const Setting *group, const char *name);
void read_basis(Reading *reading, Basis *out, bool *has, const Setting *group, const char *name);
/* A figure as text with separators and a scale word, or as a number; its digits are those that stand in the file. */
bool read_printed(Reading *reading, Printed *out, const Setting *setting);
/* The same as a number of that unit, which an input has: exact until its one conversion. A scale word stands in place of the unit's scale.
 * A percentage becomes a fraction. */
bool read_in_unit(Reading *reading, InputNumber *out, const Setting *setting, Unit unit);
void need_expression(Reading *reading, const Expression **out, Text *text, const Setting *group, const char *name);

/* A formula, which may also be written as a number. */
void read_formula(Reading *reading, const Expression **out, Text *text, const Setting *group, const char *name);
LineId read_line(Reading *reading, const Setting *setting); /* LINE_NONE: [unknown_line] */
/* What `group` gives for each of `keys`. */
EntryValue *read_values(Reading *reading, const EntryKey *keys, const Setting *group);

/* "operations", "operations.gaap", "footnote". */
bool read_kind(Reading *reading, TakenKind *out, Text text, Place place);
/* A list of these. */
void read_kinds(Reading *reading, TakenKind **out, size_t *count, const Setting *group, const char *name);
/* Records [unknown_company] with the nearest id when no company of the scenario has it; once for each id, and not when the scenario has no
 * companies, which is a problem of its own. */
bool check_company(Reading *reading, Text id, Place place);

Place place_of_setting(const Setting *group, const char *name);

/* The parts; each reads its groups of the root; `check_names` and, where all names are known, `check_units` come last. */
void read_companies(Reading *reading);
void read_splits(Reading *reading, ScenarioCompany *out, const Setting *company); /* after its filings */
void read_chart(Reading *reading); /* after the companies, before anything that names lines */
void read_deal(Reading *reading);  /* after the companies */
bool need_regimes(Reading *reading); /* sets the scenario's regimes, read when first needed */
void read_inputs(Reading *reading);
/* Of an input of that unit; *out stays as it is when there is none. */
void read_distribution(Reading *reading, const Distribution **out, const Setting *input, Unit unit);
void read_correlations(Reading *reading); /* after the inputs */
void read_entries(Reading *reading);
void read_shares(Reading *reading);
void read_issued(Reading *reading, const Setting *shares);  /* after the entries */
/* A tranche's or convertible's keys against each other; `known`: all of them could be read. */
void check_security(Reading *reading, const ScenarioSecurity *security, const EntryKey *keys, const Setting *setting, bool known);
void check_shares(Reading *reading, const Setting *shares); /* what is listed, against each other */
void read_verifies(Reading *reading);
void read_studies(Reading *reading);
void check_names(Reading *reading);
void check_units(Reading *reading);

#endif
