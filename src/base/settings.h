/* base/settings: libconfig files, read once and without its surprises, as a tree that knows where each name and value stands.
 *
 * In:       a file of config/ or scenarios/, options NAME=VALUE that replace values.
 * Out:      a tree of settings with the place (line and column, also inside included files) of every name and value.
 * Includes: base/run, base/guard, base/amount, base/suggest. The only corner that includes libconfig; the config_t is opened and closed in one function.
 *
 * base/guard reads the text before libconfig does: it refuses what libconfig 1.5 reads wrongly (an integer outside 32 bits without L,
 * an unclosed comment, a byte order mark), expands @include relative to the including file, refuses include loops and folders, and
 * records the place of every name and value in document order; settings.c then walks libconfig's tree and those places in step. libconfig
 * is handed the text without blanks and comments, since it spends most of its time on characters. */
#ifndef PROFORMA_BASE_SETTINGS_H
#define PROFORMA_BASE_SETTINGS_H

#include "base/run.h"
#include "base/suggest.h"

typedef enum { SETTING_group, SETTING_list, SETTING_text, SETTING_integer, SETTING_real, SETTING_boolean } SettingKind;

typedef struct Setting {
    SettingKind kind;
    bool boolean;     /* SETTING_boolean */
    Text name;        /* empty for elements of lists and for the root */
    Place name_place; /* of the name; of the value when there is no name */
    Place place;      /* of the value; of a group its opening brace */
    Text text;        /* SETTING_text: unescaped */
    union {
        int64_t integer; /* SETTING_integer */
        double real;     /* SETTING_real */
    };
    struct Setting *children; /* of groups, lists and arrays, in document order */
    size_t count;
    struct Setting *parent;
} Setting;

/* Reads the file (as run_read_file does) and returns its root group. */
bool settings_read(const Setting **out, Run *run, Text name, Text path, Place wanted_by);
bool settings_read_source(const Setting **out, Run *run, const Source *source);

/* NULL when there is none; `setting` may be NULL. */
const Setting *setting_find(const Setting *setting, const char *name);
const Setting *setting_find_text(const Setting *setting, Text name);

/* Typed access. An absent setting leaves *out as it is and is fine; one of another type is a problem [setting_type].
 * An integer is accepted where a real is due; nothing else is converted. */
bool setting_read_text(Text *out, Run *run, const Setting *group, const char *name);
bool setting_read_integer(int64_t *out, Run *run, const Setting *group, const char *name);
bool setting_read_real(double *out, Run *run, const Setting *group, const char *name);
bool setting_read_boolean(bool *out, Run *run, const Setting *group, const char *name);
bool setting_is(Run *run, const Setting *setting, SettingKind kind); /* or [setting_type] */
bool setting_real(double *out, Run *run, const Setting *setting);
bool setting_read_texts(Text **out, size_t *count, Run *run, const Setting *group, const char *name); /* a list or array of texts */
/* One text, which holds phrases with commas between them; or a list of texts, which may hold commas themselves. */
bool setting_read_phrases(Text **out, size_t *count, Run *run, const Setting *group, const char *name);
Place setting_phrase_place(const Setting *setting, size_t index, Text phrase); /* of a phrase of those */
/* The same, and [setting_missing] when it is absent. After setting_check_keys only: a key that was reported as mistyped is not missing too. */
const Setting *setting_need(Run *run, const Setting *group, const char *name);
bool setting_need_text(Text *out, Run *run, const Setting *group, const char *name);
/* Was a key that could be a mistyped `name` reported? Then one message is enough. */
bool setting_mistyped(const Run *run, const Setting *group, Text name);

/* Replaces the value of a setting by that of an option, which must have its type: a text, a number [bad_amount], true or false, a list as
 * words with commas between them. A group cannot be replaced. */
bool setting_replace(Run *run, const Setting *setting, Text value, Place place);
/* The value as an option writes it; empty for a group. */
Text setting_value_text(Arena *arena, const Setting *setting);
/* Adds a setting that the file leaves out, of that type and without a value. Pointers to children of the group are stale after it. */
const Setting *setting_add(Run *run, const Setting *group, Text name, SettingKind kind, Place place);

/* Every child of `group` must be one of `keys` (ended by NULL); each other one is [unknown_key], with the nearest key named. */
bool setting_check_keys(Run *run, const Setting *group, const char *const keys[]);

#endif
