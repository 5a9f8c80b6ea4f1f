#include "statement/chart_merge.h"

typedef struct {
    Setting *items;
    size_t count, capacity;
} SettingList;

static Setting group_made(const Setting *like, SettingList children)
{
    Setting made = *like;
    made.children = children.items;
    made.count = children.count;
    return made;
}

static Setting *child_append(SettingList *out, Arena *arena, const Setting *child)
{
    Setting *copy = list_push(arena, out);
    *copy = *child;
    copy->parent = NULL;
    return copy;
}

/* Children know their parent by its address, so it is said when the tree no longer moves. What both trees share keeps the parent that it has. */
static void parents_set(Setting *group)
{
    for (size_t i = 0; i < group->count && !group->children[i].parent; i++) {
        group->children[i].parent = group;
        if (group->children[i].kind == SETTING_group)
            parents_set(&group->children[i]);
    }
}

/* --- captions of a line --- */

static bool captions_append(SettingList *list, Run *run, const Setting *line)
{
    const Setting *setting = setting_find(line, "captions");
    Text *phrases = NULL;
    size_t count = 0;
    if (!setting_read_phrases(&phrases, &count, run, line, "captions"))
        return false;
    for (size_t i = 0; i < count; i++) {
        Place place = setting_phrase_place(setting, i, phrases[i]);
        *list_push(run->arena, list) = (Setting){.kind = SETTING_text, .name_place = place, .place = place, .text = phrases[i]};
    }
    return true;
}

/* Captions of both files and the general label, in place of what stands in `line`. */
static bool captions_join(Setting *line, Run *run, const Setting *general, const Setting *industry)
{
    SettingList captions = {0}, keys = {0};
    const Setting *own = setting_find(industry, "captions"), *label = setting_find(general, "label");
    if (!label || label->kind != SETTING_text || (!own && !setting_find(industry, "label")))
        return true;
    *list_push(run->arena, &captions) = *label;
    if (!captions_append(&captions, run, general) || !captions_append(&captions, run, industry))
        return false;
    Setting joined = group_made(own ? own : label, captions);
    joined.kind = SETTING_list;
    joined.name = TEXT("captions");
    for (size_t i = 0; i < line->count; i++)
        if (!text_equal(line->children[i].name, joined.name))
            child_append(&keys, run->arena, &line->children[i]);
    child_append(&keys, run->arena, &joined);
    *line = group_made(line, keys);
    return true;
}

/* --- groups --- */

typedef struct {
    Text *items;
    size_t count;
} LeftOut;

static bool is_left_out(const LeftOut *names, Text name)
{
    for (size_t i = 0; i < names->count; i++)
        if (text_equal(names->items[i], name))
            return true;
    return false;
}

static bool left_out_read(LeftOut *out, Run *run, const Setting *general, const Setting *industry)
{
    const Setting *setting = setting_find(industry, "left_out");
    bool good = setting_read_phrases(&out->items, &out->count, run, industry, "left_out");
    for (size_t i = 0; good && i < out->count; i++)
        if (!setting_find_text(general, out->items[i]))
            return problem(run, PROBLEM_unknown_line, setting_phrase_place(setting, i, out->items[i]), "the general chart has no \"" TEXT_FORMAT "\" here to be left out",
                           TEXT_ARGUMENTS(out->items[i]));
    return good;
}

/* The industry's own children from `at` on, up to one that the general chart has too. */
static void own_append(SettingList *out, Arena *arena, const Setting *general, const LeftOut *left_out, const Setting *industry, size_t at)
{
    for (; at < industry->count; at++) {
        const Setting *child = &industry->children[at];
        bool shared = setting_find_text(general, child->name) && !is_left_out(left_out, child->name);
        if (shared)
            return;
        if (!text_equal(child->name, TEXT("left_out")))
            child_append(out, arena, child);
    }
}

static bool group_merge(Setting *out, Run *run, const Setting *general, const Setting *industry)
{
    LeftOut left_out = {0};
    SettingList children = {0};
    bool good = left_out_read(&left_out, run, general, industry);
    own_append(&children, run->arena, general, &left_out, industry, 0);
    for (size_t i = 0; good && i < general->count; i++) {
        const Setting *child = &general->children[i], *other = setting_find_text(industry, child->name);
        if (is_left_out(&left_out, child->name))
            continue;
        bool groups = other && other->kind == SETTING_group && child->kind == SETTING_group;
        Setting *merged = child_append(&children, run->arena, other && !groups ? other : child);
        if (groups)
            good = group_merge(merged, run, child, other);
        if (other)
            own_append(&children, run->arena, general, &left_out, industry, (size_t)(other - industry->children) + 1);
    }
    *out = group_made(general, children);
    out->parent = NULL;
    return good && captions_join(out, run, general, industry);
}

static bool statements_known(Run *run, const Setting *general, const Setting *industry)
{
    bool good = true;
    for (size_t i = 0; industry && i < industry->count; i++)
        if (!setting_find_text(general, industry->children[i].name))
            good = problem(run, PROBLEM_unknown_statement, industry->children[i].name_place, "the general chart has no statement \"" TEXT_FORMAT "\"",
                           TEXT_ARGUMENTS(industry->children[i].name));
    return good;
}

bool chart_merge(const Setting **out, Run *run, const Setting *general, const Setting *industry)
{
    Setting *merged = arena_new(run->arena, Setting);
    *out = merged;
    if (!statements_known(run, setting_find(general, "statements"), setting_find(industry, "statements")) || !group_merge(merged, run, general, industry))
        return false;
    parents_set(merged);
    return true;
}
