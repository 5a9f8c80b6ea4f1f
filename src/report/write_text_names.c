/* One name a line: what may be done with it, its value and unit, where it comes from. */
#include "report/write_text.h"

enum { WIDEST_NAME = 60, USE = 10, FIGURE = 14, UNIT = 18 };

static int name_width(const NameList *list)
{
    size_t width = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].name.length > width && list->items[i].name.length <= WIDEST_NAME)
            width = list->items[i].name.length;
    return (int)width;
}

/* A text of the scenario may be long: it stands last in its line, and on one. */
static void append_words(TextBuilder *out, Text words)
{
    for (size_t i = 0; i < words.length; i++)
        text_append_char(out, char_is_blank(words.start[i]) ? ' ' : words.start[i]);
}

static void append_item(TextBuilder *out, const NamedItem *item, int width)
{
    append_padded(out, item->name, width);
    text_append(out, TEXT("  "));
    append_padded(out, item->settable && item->readable ? TEXT("set, read") : item->settable ? TEXT("set") : TEXT("read"), USE);
    if (item->number) {
        append_right(out, item->value, FIGURE);
        text_append_char(out, ' ');
        append_padded(out, item->unit, UNIT);
        append_words(out, item->what);
    } else {
        append_words(out, item->value.length ? item->value : item->what);
    }
    end_line(out);
}

Text text_names(Arena *arena, const NameList *list)
{
    TextBuilder out = {.arena = arena};
    int width = name_width(list);
    for (size_t i = 0; i < list->count; i++)
        append_item(&out, &list->items[i], width);
    return text_builder_text(&out);
}
