/* Reading order: keys, figures, kinds. */
#include "report/kind_list.h"

#include "scenario/name.h"

static Text unit_text(Arena *arena, UnitKind unit)
{
    return unit == UNIT_none ? TEXT("") : unit_name(arena, (Unit){(uint8_t)unit, 0});
}

static Text choice_text(Arena *arena, const char *const *words)
{
    TextBuilder out = {.arena = arena};
    for (size_t i = 0; words[i]; i++)
        text_append_format(&out, "%s%s", i ? "|" : "", words[i]);
    return text_builder_text(&out);
}

static Text type_text(Arena *arena, const EntryKey *key)
{
    static const char *const types[] = {[KEY_formula] = "formula", [KEY_text] = "text",    [KEY_flag] = "true or false", [KEY_whole] = "whole number",
                                        [KEY_line] = "line",       [KEY_date] = "date", [KEY_entries] = "list of entries", [KEY_items] = "group"};
    return key->type == KEY_choice ? choice_text(arena, key->words) : text_of(types[key->type]);
}

static Text otherwise_text(const EntryKey *key)
{
    switch (key->type) {
    case KEY_choice: return text_of(key->words[0]);
    case KEY_flag: return TEXT("false");
    default: return key->otherwise ? text_of(key->otherwise) : TEXT("");
    }
}

static void add_keys(KindList *out, Arena *arena, const EntryKind *kind, const EntryKey *keys, Text prefix)
{
    for (; keys && keys->name; keys++) {
        Text name = text_format(arena, TEXT_FORMAT "%s", TEXT_ARGUMENTS(prefix), keys->name);
        *list_push(arena, out) = (KindRow){.part = KIND_ROW_key, .kind = text_of(kind->name), .name = name, .type = type_text(arena, keys),
                                           .unit = unit_text(arena, keys->unit), .needed = keys->needed, .otherwise = otherwise_text(keys), .meaning = text_of(keys->meaning)};
        if (keys->type == KEY_items)
            add_keys(out, arena, kind, keys->item_keys, text_format(arena, TEXT_FORMAT ".NAME.", TEXT_ARGUMENTS(name)));
    }
}

static void add_figures(KindList *out, Arena *arena, const EntryKind *kind)
{
    for (const EntryFigure *figure = kind->figures; figure && figure->name; figure++)
        *list_push(arena, out) = (KindRow){.part = KIND_ROW_figure, .kind = text_of(kind->name), .name = text_of(figure->name),
                                           .type = figure->at_balance ? TEXT("of the balance sheet") : TEXT("of each period"), .unit = unit_text(arena, figure->unit),
                                           .meaning = text_of(figure->meaning)};
}

KindList kind_list(Arena *arena, EntryKinds kinds, const EntryKind *wanted)
{
    KindList out = {0};
    for (; *kinds; kinds++) {
        const EntryKind *kind = *kinds;
        if (wanted && kind != wanted)
            continue;
        *list_push(arena, &out) = (KindRow){.part = KIND_ROW_kind, .kind = text_of(kind->name), .name = text_of(kind->name),
                                            .type = kind->column == COLUMN_none ? TEXT("in a note") : column_name(kind->column), .meaning = text_of(kind->summary)};
        if (wanted) {
            add_keys(&out, arena, kind, kind->keys, TEXT(""));
            add_figures(&out, arena, kind);
        }
    }
    return out;
}

Text kind_row_part(KindRowPart part)
{
    static const char *const parts[] = {[KIND_ROW_kind] = "kind", [KIND_ROW_key] = "key", [KIND_ROW_figure] = "figure"};
    return text_of(parts[part]);
}
