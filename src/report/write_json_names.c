/* Names as JSON: the same as in CSV. A value that is no number is a text. */
#include "report/write_json.h"

static void fill_name(Json object, const void *what)
{
    const NamedItem *item = what;
    json_add_text(object, "name", item->name);
    if (item->number)
        json_add_number(object, "value", item->value);
    else
        json_add_text_or_null(object, "value", item->value);
    json_add_text_or_null(object, "unit", item->unit);
    json_add_flag(object, "settable", item->settable);
    json_add_flag(object, "readable", item->readable);
    json_add_text(object, "what", item->what);
}

Text json_names(Arena *arena, const NameList *list)
{
    TextBuilder out = {.arena = arena};
    text_append(&out, TEXT("{\n  \"names\": ["));
    for (size_t i = 0; i < list->count; i++)
        json_append_element(&out, json_piece(arena, JSON_indented, fill_name, &list->items[i]), i == 0);
    text_append(&out, TEXT("\n  ]\n}\n"));
    return text_builder_text(&out);
}
