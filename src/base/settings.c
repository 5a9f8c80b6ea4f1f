/* Reading order: libconfig's tree in step with the guard's places, the whole, looking up, typed access, values of options, names that are near. */
#include "base/settings.h"

#include "base/amount.h"
#include "base/guard.h"

#include <libconfig.h>
#include <string.h>

/* Faster than a comparison of lengths and bytes: most names differ in their first letter. */
static bool is_called(Text name, const char *called)
{
    size_t at = 0;
    while (at < name.length && called[at] == name.start[at])
        at++;
    return at == name.length && called[at] == '\0';
}

/* ---- libconfig's tree and the guard's places, in step ---- */

typedef struct {
    Run *run;
    const Guarded *guarded;
    size_t next; /* place of the setting that is walked next */
} Walk;

static SettingKind kind_of(const config_setting_t *from)
{
    switch (config_setting_type(from)) {
    case CONFIG_TYPE_GROUP:
        return SETTING_group;
    case CONFIG_TYPE_INT:
    case CONFIG_TYPE_INT64:
        return SETTING_integer;
    case CONFIG_TYPE_FLOAT:
        return SETTING_real;
    case CONFIG_TYPE_BOOL:
        return SETTING_boolean;
    case CONFIG_TYPE_STRING:
        return SETTING_text;
    default:
        return SETTING_list;
    }
}

static void scalar_walk(Setting *out, Arena *arena, const config_setting_t *from)
{
    if (out->kind == SETTING_text)
        out->text = text_copy(arena, text_of(config_setting_get_string(from)));
    else if (out->kind == SETTING_integer)
        out->integer = config_setting_get_int64(from);
    else if (out->kind == SETTING_real)
        out->real = config_setting_get_float(from);
    else if (out->kind == SETTING_boolean)
        out->boolean = config_setting_get_bool(from) != 0;
}

static bool children_walk(Setting *out, Walk *walk, const config_setting_t *from);

/* Guard and libconfig must have seen the same setting; if ever they did not, no value is trusted. */
static bool setting_walk(Setting *out, Walk *walk, const config_setting_t *from)
{
    if (walk->next == walk->guarded->count)
        return false;
    const GuardedSetting *guarded = &walk->guarded->items[walk->next++];
    const char *name = config_setting_name(from);
    out->name = source_text(&walk->run->sources, guarded->name);
    out->name_place = name ? guarded->name : guarded->value;
    out->place = guarded->value;
    out->kind = kind_of(from);
    bool brackets = guarded->opening == '{' || guarded->opening == '(' || guarded->opening == '[';
    if (!is_called(out->name, name ? name : "") || brackets != (out->kind <= SETTING_list) || (guarded->opening == '"') != (out->kind == SETTING_text))
        return false;
    if (brackets)
        return children_walk(out, walk, from);
    scalar_walk(out, walk->run->arena, from);
    return true;
}

static bool children_walk(Setting *out, Walk *walk, const config_setting_t *from)
{
    out->count = (size_t)config_setting_length(from);
    out->children = arena_array(walk->run->arena, Setting, out->count);
    for (size_t i = 0; i < out->count; i++) {
        out->children[i].parent = out;
        if (!setting_walk(&out->children[i], walk, config_setting_get_elem(from, (unsigned)i)))
            return false;
    }
    return true;
}

/* ---- the whole ---- */

/* Only a jump out of memory passes by config_destroy here, and then the program ends. */
static bool tree_read(Setting *root, Run *run, const Guarded *guarded, const Source *source)
{
    Walk walk = {run, guarded, 0};
    Place whole = {source->number, 0, 0};
    bool good = true;
    config_t config;
    config_init(&config);
    if (config_read_string(&config, guarded->text) != CONFIG_TRUE)
        good = problem(run, PROBLEM_setting_syntax, guarded_line(guarded, (uint32_t)config_error_line(&config)), "%s", config_error_text(&config));
    else if (!children_walk(root, &walk, config_root_setting(&config)) || walk.next != guarded->count)
        good = problem(run, PROBLEM_setting_syntax, walk.next ? guarded->items[walk.next - 1].value : whole, "libconfig reads these settings in another way than they are written");
    config_destroy(&config);
    return good;
}

bool settings_read_source(const Setting **out, Run *run, const Source *source)
{
    Guarded guarded;
    if (!guard_read(&guarded, run, source))
        return false;
    Setting *root = arena_new(run->arena, Setting);
    root->kind = SETTING_group;
    root->place = root->name_place = (Place){source->number, 0, 0};
    *out = root;
    return tree_read(root, run, &guarded, source);
}

bool settings_read(const Setting **out, Run *run, Text name, Text path, Place wanted_by)
{
    const Source *source;
    return run_read_file(&source, run, name, path, wanted_by) && settings_read_source(out, run, source);
}

/* ---- looking up ---- */

const Setting *setting_find_text(const Setting *setting, Text name)
{
    if (!setting || setting->kind != SETTING_group)
        return NULL;
    for (size_t i = 0; i < setting->count; i++)
        if (text_equal(setting->children[i].name, name))
            return &setting->children[i];
    return NULL;
}

const Setting *setting_find(const Setting *setting, const char *name)
{
    if (!setting || setting->kind != SETTING_group)
        return NULL;
    for (size_t i = 0; i < setting->count; i++)
        if (is_called(setting->children[i].name, name))
            return &setting->children[i];
    return NULL;
}

/* ---- typed access ---- */

static const char *kind_word(SettingKind kind)
{
    static const char *const words[] = {"a group { }", "a list ( )", "a text in double quotes", "a whole number", "a number", "true or false"};
    return words[kind];
}

static bool type_problem(Run *run, const Setting *setting, const char *wanted)
{
    if (setting->name.length == 0)
        return problem(run, PROBLEM_setting_type, setting->place, "an element of this list must be %s, not %s", wanted, kind_word(setting->kind));
    return problem(run, PROBLEM_setting_type, setting->place, "\"" TEXT_FORMAT "\" must be %s, not %s", TEXT_ARGUMENTS(setting->name), wanted, kind_word(setting->kind));
}

bool setting_is(Run *run, const Setting *setting, SettingKind kind)
{
    return setting->kind == kind || type_problem(run, setting, kind_word(kind));
}

bool setting_read_text(Text *out, Run *run, const Setting *group, const char *name)
{
    const Setting *setting = setting_find(group, name);
    if (!setting)
        return true;
    *out = setting->kind == SETTING_text ? setting->text : *out;
    return setting_is(run, setting, SETTING_text);
}

bool setting_read_integer(int64_t *out, Run *run, const Setting *group, const char *name)
{
    const Setting *setting = setting_find(group, name);
    if (!setting)
        return true;
    *out = setting->kind == SETTING_integer ? setting->integer : *out;
    return setting_is(run, setting, SETTING_integer);
}

bool setting_real(double *out, Run *run, const Setting *setting)
{
    if (setting->kind == SETTING_integer) {
        *out = (double)setting->integer;
        return true;
    }
    *out = setting->kind == SETTING_real ? setting->real : *out;
    return setting_is(run, setting, SETTING_real);
}

bool setting_read_real(double *out, Run *run, const Setting *group, const char *name)
{
    const Setting *setting = setting_find(group, name);
    return !setting || setting_real(out, run, setting);
}

bool setting_read_boolean(bool *out, Run *run, const Setting *group, const char *name)
{
    const Setting *setting = setting_find(group, name);
    if (!setting)
        return true;
    *out = setting->kind == SETTING_boolean ? setting->boolean : *out;
    return setting_is(run, setting, SETTING_boolean);
}

bool setting_read_texts(Text **out, size_t *count, Run *run, const Setting *group, const char *name)
{
    const Setting *setting = setting_find(group, name);
    if (!setting)
        return true;
    if (setting->kind != SETTING_list)
        return type_problem(run, setting, "a list of texts");
    bool good = true;
    *out = arena_array(run->arena, Text, setting->count);
    *count = setting->count;
    for (size_t i = 0; i < setting->count; i++) {
        good &= setting_is(run, &setting->children[i], SETTING_text);
        (*out)[i] = setting->children[i].text;
    }
    return good;
}

/* What stands between commas. */
static size_t phrases_split(Text **out, Arena *arena, Text text)
{
    size_t count = 1;
    for (size_t at = text_find_char(text, ',', 0); at < text.length; at = text_find_char(text, ',', at + 1))
        count++;
    *out = arena_array(arena, Text, count);
    for (size_t i = 0, from = 0; i < count; i++) {
        size_t comma = text_find_char(text, ',', from);
        (*out)[i] = text_trim(text_slice(text, from, comma));
        from = comma + 1;
    }
    return count;
}

bool setting_read_phrases(Text **out, size_t *count, Run *run, const Setting *group, const char *name)
{
    const Setting *setting = setting_find(group, name);
    if (!setting || setting->kind != SETTING_text)
        return setting_read_texts(out, count, run, group, name);
    *count = phrases_split(out, run->arena, setting->text);
    return true;
}

/* Escapes and quotes inside make a text shorter than it is written; then the place is that of the whole. */
Place setting_phrase_place(const Setting *setting, size_t index, Text phrase)
{
    Place place = setting->place;
    if (setting->kind == SETTING_list)
        return setting->children[index].place;
    if (place.end - place.start != setting->text.length + 2)
        return place;
    uint32_t start = place.start + 1 + (uint32_t)(phrase.start - setting->text.start);
    return (Place){place.source, start, start + (uint32_t)phrase.length};
}

/* ---- values of options ---- */

/* A number that is written without decimals may get some; what must be whole is read as such and refuses them. */
static bool replace_number(Run *run, Setting *setting, Text value)
{
    Printed printed;
    if (!printed_parse(&printed, value))
        return problem(run, PROBLEM_bad_amount, setting->place, "\"" TEXT_FORMAT "\" is not %s", TEXT_ARGUMENTS(value), kind_word(setting->kind));
    if (printed.decimals)
        setting->kind = SETTING_real;
    if (setting->kind == SETTING_integer)
        setting->integer = printed.digits;
    else
        setting->real = printed_to_double(printed, 0);
    return true;
}

static bool replace_boolean(Run *run, Setting *setting, Text value)
{
    setting->boolean = text_equal(value, TEXT("true"));
    if (!setting->boolean && !text_equal(value, TEXT("false")))
        return problem(run, PROBLEM_setting_type, setting->place, "\"" TEXT_FORMAT "\" is not true or false", TEXT_ARGUMENTS(value));
    return true;
}

/* Words with commas between them; of the type that the elements had, and texts where some were. */
static bool replace_list(Run *run, Setting *setting, Text value, Place place)
{
    SettingKind kind = setting->count ? setting->children[0].kind : SETTING_text;
    for (size_t i = 1; i < setting->count; i++)
        kind = setting->children[i].kind == SETTING_text ? SETTING_text : kind;
    Text *words;
    bool good = true;
    setting->count = phrases_split(&words, run->arena, value);
    setting->children = arena_array(run->arena, Setting, setting->count);
    for (size_t i = 0; i < setting->count; i++) {
        uint32_t start = place.start + (uint32_t)(words[i].start - value.start);
        Place here = {place.source, start, start + (uint32_t)words[i].length};
        setting->children[i] = (Setting){.kind = kind, .name_place = here, .parent = setting};
        good &= setting_replace(run, &setting->children[i], words[i], here);
    }
    return good;
}

/* The tree is the run's own and not shared: handed out as const, since nobody else has cause to change it. */
bool setting_replace(Run *run, const Setting *replaced, Text value, Place place)
{
    Setting *setting = (Setting *)replaced;
    if (setting->kind != SETTING_group)
        setting->place = place;
    switch (setting->kind) {
    case SETTING_group:
        return problem(run, PROBLEM_bad_usage, place, "\"" TEXT_FORMAT "\" is a group; name one of its settings", TEXT_ARGUMENTS(setting->name));
    case SETTING_list:
        return replace_list(run, setting, value, place);
    case SETTING_boolean:
        return replace_boolean(run, setting, value);
    case SETTING_integer:
    case SETTING_real:
        return replace_number(run, setting, value);
    default:
        setting->text = value;
        return true;
    }
}

Text setting_value_text(Arena *arena, const Setting *setting)
{
    TextBuilder out = {.arena = arena};
    switch (setting->kind) {
    case SETTING_group: return TEXT("");
    case SETTING_text: return setting->text;
    case SETTING_boolean: return setting->boolean ? TEXT("true") : TEXT("false");
    case SETTING_real: return amount_plain(arena, setting->real);
    case SETTING_integer: return text_format(arena, "%lld", (long long)setting->integer);
    case SETTING_list: break;
    }
    for (size_t i = 0; i < setting->count; i++) {
        text_append(&out, i ? TEXT(", ") : TEXT(""));
        text_append(&out, setting_value_text(arena, &setting->children[i]));
    }
    return text_builder_text(&out);
}

const Setting *setting_add(Run *run, const Setting *group, Text name, SettingKind kind, Place place)
{
    Setting *widened = (Setting *)group, *children = arena_array(run->arena, Setting, group->count + 1);
    for (size_t i = 0; i < group->count; i++) {
        children[i] = group->children[i];
        for (size_t j = 0; j < children[i].count; j++)
            children[i].children[j].parent = &children[i];
    }
    children[group->count] = (Setting){.kind = kind, .name = name, .name_place = place, .place = place, .parent = widened};
    widened->children = children;
    return &children[widened->count++];
}

/* ---- keys ---- */

bool setting_mistyped(const Run *run, const Setting *group, Text name)
{
    for (size_t i = 0; i < run->problems.count; i++) {
        const Problem *recorded = &run->problems.items[i];
        if (recorded->kind != PROBLEM_unknown_key)
            continue;
        for (size_t j = 0; j < group->count; j++) {
            const Setting *child = &group->children[j];
            bool same = child->name_place.source == recorded->place.source && child->name_place.start == recorded->place.start;
            if (same && nearest_name(child->name, &name, 1).length)
                return true;
        }
    }
    return false;
}

const Setting *setting_need(Run *run, const Setting *group, const char *name)
{
    const Setting *setting = setting_find(group, name);
    if (setting || setting_mistyped(run, group, text_of(name)))
        return setting;
    if (group->name.length)
        problem(run, PROBLEM_setting_missing, group->name_place, "\"" TEXT_FORMAT "\" has no \"%s\"", TEXT_ARGUMENTS(group->name), name);
    else
        problem(run, PROBLEM_setting_missing, group->name_place, "there is no \"%s\"", name);
    return NULL;
}

bool setting_need_text(Text *out, Run *run, const Setting *group, const char *name)
{
    return setting_need(run, group, name) && setting_read_text(out, run, group, name);
}

static bool key_problem(Run *run, const Setting *child, const char *const keys[])
{
    struct {
        Text *items;
        size_t count, capacity;
    } names = {0};
    for (size_t i = 0; keys[i]; i++)
        *list_push(run->arena, &names) = text_of(keys[i]);
    return problem(run, PROBLEM_unknown_key, child->name_place, "there is no setting \"" TEXT_FORMAT "\" here" TEXT_FORMAT, TEXT_ARGUMENTS(child->name),
                   TEXT_ARGUMENTS(suggest_among(run->arena, child->name, names.items, names.count)));
}

bool setting_check_keys(Run *run, const Setting *group, const char *const keys[])
{
    bool good = true;
    for (size_t i = 0; i < group->count; i++) {
        size_t key = 0;
        while (keys[key] && !is_called(group->children[i].name, keys[key]))
            key++;
        if (!keys[key])
            good = key_problem(run, &group->children[i], keys);
    }
    return good;
}
