/* Kinds as JSON: the same as in CSV. */
#include "report/write_json.h"

static void fill_row(Json object, const void *what)
{
    const KindRow *row = what;
    json_add_text(object, "kind", row->kind);
    json_add_text(object, "part", kind_row_part(row->part));
    json_add_text(object, "name", row->name);
    json_add_text(object, "type", row->type);
    json_add_text_or_null(object, "unit", row->unit);
    json_add_flag(object, "needed", row->needed);
    json_add_text_or_null(object, "default", row->otherwise);
    json_add_text(object, "meaning", row->meaning);
}

Text json_kinds(Arena *arena, const KindList *list)
{
    TextBuilder out = {.arena = arena};
    text_append(&out, TEXT("{\n  \"kinds\": ["));
    for (size_t i = 0; i < list->count; i++)
        json_append_element(&out, json_piece(arena, JSON_indented, fill_row, &list->items[i]), i == 0);
    text_append(&out, TEXT("\n  ]\n}\n"));
    return text_builder_text(&out);
}
