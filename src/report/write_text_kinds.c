/* One kind, key or figure a line. */
#include "report/write_text.h"

static int name_width(const KindList *list)
{
    size_t width = 0;
    for (size_t i = 0; i < list->count; i++)
        width = list->items[i].name.length > width ? list->items[i].name.length : width;
    return (int)width;
}

/* "formula, usd_per_share, needed" */
static Text written(Arena *arena, const KindRow *row)
{
    TextBuilder out = {.arena = arena};
    text_append(&out, row->type);
    if (row->unit.length)
        text_append_format(&out, ", " TEXT_FORMAT, TEXT_ARGUMENTS(row->unit));
    if (row->needed)
        text_append(&out, TEXT(", needed"));
    return text_builder_text(&out);
}

static void append_row(TextBuilder *out, Arena *arena, const KindRow *row, int width, bool several)
{
    enum { WRITTEN = 36 };
    append_padded(out, row->name, width);
    text_append(out, TEXT("  "));
    if (!several && row->part != KIND_ROW_kind) {
        append_padded(out, written(arena, row), WRITTEN);
        text_append(out, TEXT("  "));
    }
    text_append(out, row->meaning);
    if (row->otherwise.length)
        text_append_format(out, " (" TEXT_FORMAT " if not given)", TEXT_ARGUMENTS(row->otherwise));
    end_line(out);
}

Text text_kinds(Arena *arena, const KindList *list)
{
    TextBuilder out = {.arena = arena};
    int width = name_width(list);
    bool several = list->count > 1 && list->items[1].part == KIND_ROW_kind;
    for (size_t i = 0; i < list->count; i++) {
        if (i > 0 && list->items[i].part != list->items[i - 1].part) {
            text_append_char(&out, '\n');
            text_append_format(&out, "%s\n", list->items[i].part == KIND_ROW_key ? "Keys" : "Figures, entries.NAME.FIGURE in formulas");
        }
        append_row(&out, arena, &list->items[i], width, several);
    }
    return text_builder_text(&out);
}
