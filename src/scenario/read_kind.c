/* Reading order: the keys of an entry, values by their type, all values of a table of keys. */
#include "scenario/name.h"
#include "scenario/reading.h"
#include "scenario/set.h"

/* ---- the keys ---- */

static const char *const common_keys[] = {"kind", "company", "periods", "reason", "citation", "assumption", "apply", "deductible", "tax_rate",
                                          "unroll", "new_lines", NULL};
static const char *const free_keys[] = {"from_presentation", "statement", "basis", "legs", NULL};
static const char *const inverse_keys[] = {"inverse_of", "reason", "citation", "assumption", "apply", NULL};
static const char *const leg_keys[] = {"line", "amount", NULL};

typedef struct {
    const char **items;
    size_t count, capacity;
} KeyNames;

static void add_names(KeyNames *out, Arena *arena, const char *const *names)
{
    for (; *names; names++)
        *list_push(arena, out) = *names;
}

static const char *const *table_names(KeyNames *out, Arena *arena, const EntryKey *keys)
{
    for (; keys && keys->name; keys++)
        *list_push(arena, out) = keys->name;
    *list_push(arena, out) = NULL;
    return out->items;
}

static const EntryKey *key_find(const EntryKey *keys, Text name)
{
    for (; keys && keys->name; keys++)
        if (text_equal(text_of(keys->name), name))
            return keys;
    return NULL;
}

static const EntryKind *kind_of(EntryKinds kinds, const Setting *entry)
{
    const Setting *kind = setting_find(entry, "kind");
    return kind && kind->kind == SETTING_text ? entry_kind_find(kinds, kind->text) : NULL;
}

static const Setting *entry_around(const Setting *group, int *depth)
{
    *depth = 0;
    while (group->parent && group->parent->parent && group->parent->parent->parent) {
        group = group->parent;
        ++*depth;
    }
    return group;
}

const char *const *entry_keys(Arena *arena, EntryKinds kinds, const Setting *group)
{
    int depth;
    KeyNames names = {0};
    const Setting *entry = entry_around(group, &depth);
    const EntryKind *kind = kind_of(kinds, entry);
    if (setting_find(entry, "inverse_of"))
        return depth == 0 ? inverse_keys : NULL;
    if (depth == 2 && text_equal(group->parent->name, TEXT("legs")))
        return leg_keys;
    const EntryKey *items = kind && depth == 2 ? key_find(kind->keys, group->parent->name) : NULL;
    if (items)
        return table_names(&names, arena, items->item_keys);
    if (depth > 0 || (!kind && setting_find(entry, "kind")))
        return NULL;
    add_names(&names, arena, common_keys);
    if (!kind || kind->free)
        add_names(&names, arena, free_keys);
    if (!kind)
        *list_push(arena, &names) = "inverse_of";
    return table_names(&names, arena, kind ? kind->keys : NULL);
}

const char *const *key_names(Arena *arena, const EntryKey *keys)
{
    KeyNames names = {0};
    return table_names(&names, arena, keys);
}

SettingKind key_setting(const EntryKey *keys, Text name)
{
    static const SettingKind written[] = {[KEY_formula] = SETTING_text, [KEY_choice] = SETTING_text, [KEY_text] = SETTING_text, [KEY_flag] = SETTING_boolean,
                                          [KEY_whole] = SETTING_integer, [KEY_line] = SETTING_text, [KEY_date] = SETTING_text,
                                          [KEY_entries] = SETTING_list, [KEY_items] = SETTING_group};
    const EntryKey *key = key_find(keys, name);
    return key ? written[key->type] : SETTING_text;
}

SettingKind entry_key_setting(EntryKinds kinds, const Setting *group, Text name)
{
    int depth;
    const EntryKind *kind = kind_of(kinds, entry_around(group, &depth));
    const EntryKey *items = kind && depth == 2 ? key_find(kind->keys, group->parent->name) : NULL;
    if (items)
        return key_setting(items->item_keys, name);
    return key_setting(kind && depth == 0 ? kind->keys : NULL, name);
}

/* ---- values ---- */

void read_formula(Reading *reading, const Expression **out, Text *text, const Setting *group, const char *name)
{
    const Setting *setting = setting_find(group, name);
    bool number = setting && (setting->kind == SETTING_integer || setting->kind == SETTING_real);
    if (!number) {
        need_expression(reading, out, text, group, name);
        return;
    }
    *text = source_text(&reading->run->sources, setting->place);
    bool parsed = expression_parse(out, reading->run, *text, setting->place);
    reading->good &= parsed;
    if (parsed)
        *out = sets_formula(reading, setting, *out);
}

LineId read_line(Reading *reading, const Setting *setting)
{
    LineId line = chart_line(reading->chart, setting->text);
    if (line == LINE_NONE)
        reading->good = problem(reading->run, PROBLEM_unknown_line, setting->place, "there is no line \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(setting->text),
                                TEXT_ARGUMENTS(suggest(reading->run->arena, chart_nearest_line(reading->chart, setting->text))));
    return line;
}

static size_t entry_position(const Setting *entries, Text name)
{
    size_t at = 0;
    while (at < entries->count && !text_equal(entries->children[at].name, name))
        at++;
    return at;
}

/* Entries may be named before they stand; whether they take part is told by their positions. */
static void read_entry_names(Reading *reading, EntryValue *out, const Setting *setting)
{
    const Setting *entries = setting_find(reading->out->root, "entries");
    Text *names = NULL;
    if (!setting_read_texts(&names, &out->count, reading->run, setting->parent, text_zero_terminated(reading->run->arena, setting->name))) {
        reading->good = false;
        out->count = 0;
        return;
    }
    out->entries = arena_array(reading->run->arena, size_t, out->count);
    for (size_t i = 0; i < out->count; i++) {
        out->entries[i] = entry_position(entries, names[i]);
        if (out->entries[i] < entries->count)
            continue;
        Text *known = arena_array(reading->run->arena, Text, entries->count);
        for (size_t j = 0; j < entries->count; j++)
            known[j] = entries->children[j].name;
        reading->good = problem(reading->run, PROBLEM_unknown_entry, setting->children[i].place, "there is no entry \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(names[i]),
                                TEXT_ARGUMENTS(suggest_among(reading->run->arena, names[i], known, entries->count)));
    }
}

static void read_items(Reading *reading, EntryValue *out, const EntryKey *key, const Setting *setting)
{
    if (!setting_is(reading->run, setting, SETTING_group)) {
        reading->good = false;
        return;
    }
    if (setting->count == 0)
        reading->good = problem(reading->run, PROBLEM_setting_missing, setting->name_place, "\"%s\" names nothing", key->name);
    out->count = setting->count;
    out->items = arena_array(reading->run->arena, EntryItem, setting->count);
    for (size_t i = 0; i < setting->count; i++) {
        const Setting *item = &setting->children[i];
        out->items[i] = (EntryItem){.name = item->name, .place = item->name_place};
        bool good = read_element(reading, item);
        check_named(reading, item, "an item");
        out->items[i].values = good ? read_values(reading, key->item_keys, item) : NULL;
    }
}

static void read_whole(Reading *reading, EntryValue *out, const Setting *group, const char *name)
{
    enum { MOST = 1000 };
    reading->good &= setting_read_integer(&out->whole, reading->run, group, name);
    if (out->whole < 0 || out->whole > MOST)
        reading->good = problem(reading->run, PROBLEM_out_of_range, out->place, "%s must be 0 to %d, not %lld", name, MOST, (long long)out->whole);
}

static void read_value(Reading *reading, EntryValue *out, const EntryKey *key, const Setting *group, const Setting *setting)
{
    switch (key->type) {
    case KEY_formula: read_formula(reading, &out->formula, &out->text, group, key->name); break;
    case KEY_choice: out->choice = (size_t)read_choice(reading, group, key->name, key->words, 0); break;
    case KEY_text: need_text(reading, &out->text, group, key->name); break;
    case KEY_flag: reading->good &= setting_read_boolean(&out->flag, reading->run, group, key->name); break;
    case KEY_whole: read_whole(reading, out, group, key->name); break;
    case KEY_line:
        if (setting_is(reading->run, setting, SETTING_text))
            out->line = read_line(reading, setting);
        else
            reading->good = false;
        break;
    case KEY_date: read_date(reading, &out->day, group, key->name); break;
    case KEY_entries: read_entry_names(reading, out, setting); break;
    case KEY_items: read_items(reading, out, key, setting); break;
    }
}

/* What stands in where the key is not given: a name, where the scenario has it. */
static void read_otherwise(Reading *reading, EntryValue *out, const EntryKey *key)
{
    Text name = text_of(key->otherwise);
    if (name_resolve(reading->out, reading->chart, name).kind == NAMED_nothing)
        return;
    out->text = name;
    reading->good &= expression_parse(&out->formula, reading->run, name, out->place);
}

/* Where a key may be left out, an empty text says no more than none. */
static bool is_given(const EntryKey *key, const Setting *setting)
{
    return setting && (key->needed || setting->kind != SETTING_text || text_trim(setting->text).length);
}

EntryValue *read_values(Reading *reading, const EntryKey *keys, const Setting *group)
{
    EntryValue *values = arena_array(reading->run->arena, EntryValue, entry_key_count(keys));
    for (size_t i = 0; keys && keys[i].name; i++) {
        const Setting *setting = setting_find(group, keys[i].name);
        values[i] = (EntryValue){.given = is_given(&keys[i], setting), .part = keys[i].part ? keys[i].name : NULL, .place = setting ? setting->place : group->name_place, .line = LINE_NONE, .day = DAY_NONE};
        if (values[i].given)
            read_value(reading, &values[i], &keys[i], group, setting);
        else if (keys[i].needed)
            reading->good &= setting_need(reading->run, group, keys[i].name) != NULL;
        else if (keys[i].otherwise)
            read_otherwise(reading, &values[i], &keys[i]);
    }
    return values;
}
