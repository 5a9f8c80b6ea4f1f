/* Cells that differ as a modeller reads them: statement by statement, what it is in A, in B, and B less A. */
#include "report/write_text.h"

enum { INDENT = 2, NAME = 44, COLUMN = 20, FIGURE = 15 };

/* --- one cell --- */

static Text spoken(Arena *arena, DiffValue value, int decimals)
{
    if (!value.has_value)
        return TEXT("");
    return value.nil ? TEXT("--") : amount_spoken(arena, value.value, decimals);
}

/* A closing parenthesis hangs out to the right, so that digits stand under digits. */
static void append_figure(TextBuilder *out, Text text)
{
    bool hanging = text_ends_with(text, TEXT(")"));
    append_right(out, text, FIGURE + hanging);
    text_append(out, hanging ? TEXT("") : TEXT(" "));
}

static void append_cell(TextBuilder *out, const DiffCell *cell, Text name, Text column)
{
    bool both = cell->a.has_value && cell->b.has_value;
    text_append_times(out, TEXT(" "), INDENT);
    append_padded(out, name, NAME - INDENT);
    if ((int)name.length >= NAME - INDENT) { /* a long name has its line for itself */
        end_line(out);
        text_append_times(out, TEXT(" "), NAME);
    }
    append_padded(out, column, COLUMN);
    append_figure(out, spoken(out->arena, cell->a, cell->decimals));
    append_figure(out, spoken(out->arena, cell->b, cell->decimals));
    if (both)
        append_figure(out, amount_spoken(out->arena, cell->b.value - cell->a.value, cell->decimals));
    end_line(out);
}

/* --- tables --- */

static void append_heads(TextBuilder *out)
{
    static const char *const heads[] = {"A", "B", "difference"};
    text_append_times(out, TEXT(" "), NAME + COLUMN);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        append_figure(out, text_of(heads[i]));
    end_line(out);
}

/* The name of a row stands beside the first of its cells. */
static void append_table(TextBuilder *out, const DiffTable *table)
{
    text_append(out, table->titles[1]);
    end_line(out);
    text_append(out, table->titles[2]);
    end_line(out);
    if (table->only_a || table->only_b)
        text_append_format(out, "only in %s\n", table->only_a ? "A" : "B");
    append_heads(out);
    for (size_t i = 0; i < table->cells.count; i++) {
        const DiffCell *cell = &table->cells.items[i];
        bool again = i > 0 && text_equal(cell->name, cell[-1].name);
        append_cell(out, cell, again ? TEXT("") : cell->name, cell->column);
    }
    text_append_char(out, '\n');
}

static void append_inputs(TextBuilder *out, const DiffCells *inputs)
{
    if (inputs->count == 0)
        return;
    text_append(out, TEXT("Inputs\n"));
    append_heads(out);
    for (size_t i = 0; i < inputs->count; i++)
        append_cell(out, &inputs->items[i], inputs->items[i].name, inputs->items[i].unit);
    text_append_char(out, '\n');
}

/* --- the whole --- */

static void append_side(TextBuilder *out, const char *letter, const DiffSide *side)
{
    text_append_format(out, "%s  " TEXT_FORMAT ": " TEXT_FORMAT, letter, TEXT_ARGUMENTS(side->name), TEXT_ARGUMENTS(side->title));
    end_line(out);
}

static void append_counts(TextBuilder *out, const DiffReport *diff)
{
    size_t cells = diff->changed + diff->only_a + diff->only_b;
    Arena *arena = out->arena;
    Text compared = amount_spoken(arena, (double)diff->compared, 0);
    if (cells == 0)
        text_append_format(out, "No difference: " TEXT_FORMAT " figures are the same in both.\n", TEXT_ARGUMENTS(compared));
    else
        text_append_format(out, TEXT_FORMAT " of " TEXT_FORMAT " figures differ: " TEXT_FORMAT " changed, " TEXT_FORMAT " only in A, " TEXT_FORMAT " only in B.\n",
                           TEXT_ARGUMENTS(amount_spoken(arena, (double)cells, 0)), TEXT_ARGUMENTS(compared), TEXT_ARGUMENTS(amount_spoken(arena, (double)diff->changed, 0)),
                           TEXT_ARGUMENTS(amount_spoken(arena, (double)diff->only_a, 0)), TEXT_ARGUMENTS(amount_spoken(arena, (double)diff->only_b, 0)));
}

Text text_diff(Arena *arena, const DiffReport *diff)
{
    TextBuilder out = {.arena = arena};
    append_side(&out, "A", &diff->a);
    append_side(&out, "B", &diff->b);
    text_append_char(&out, '\n');
    append_inputs(&out, &diff->inputs);
    for (size_t i = 0; i < diff->tables.count; i++)
        append_table(&out, &diff->tables.items[i]);
    append_counts(&out, diff);
    return text_builder_text(&out);
}
