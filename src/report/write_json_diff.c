/* Cells that differ as JSON: the same as in CSV, by statement. A figure printed as a dash is {"value": 0, "nil": true}, a blank is null. */
#include "report/write_json.h"

static void add_side(Json into, const char *name, const DiffSide *side)
{
    Json object = json_add_object(into, name);
    json_add_text(object, "scenario", side->name);
    json_add_text(object, "title", side->title);
}

static void add_value(Json into, const char *name, DiffValue value)
{
    Json object = json_add_object(into, name);
    json_add_number(object, "value", value.has_value ? amount_plain(into.arena, value.value) : (Text){0});
    json_add_flag(object, "nil", value.nil);
}

static void add_cells(Json into, const char *name, const DiffCells *cells)
{
    Json list = json_add_list(into, name);
    for (size_t i = 0; i < cells->count; i++) {
        const DiffCell *cell = &cells->items[i];
        Json object = json_add_object(list, NULL);
        bool both = cell->a.has_value && cell->b.has_value;
        json_add_text(object, "name", cell->name);
        json_add_text(object, "column", cell->column);
        json_add_text(object, "unit", cell->unit);
        add_value(object, "a", cell->a);
        add_value(object, "b", cell->b);
        json_add_number(object, "difference", both ? amount_plain(object.arena, cell->b.value - cell->a.value) : (Text){0});
    }
}

static void fill_head(Json object, const void *what)
{
    const DiffReport *diff = what;
    add_side(object, "a", &diff->a);
    add_side(object, "b", &diff->b);
    json_add_count(object, "compared", diff->compared);
    json_add_count(object, "changed", diff->changed);
    json_add_count(object, "only_a", diff->only_a);
    json_add_count(object, "only_b", diff->only_b);
    add_cells(object, "inputs", &diff->inputs);
}

static void fill_table(Json object, const void *what)
{
    const DiffTable *table = what;
    json_add_text(object, "statement", table->statement);
    json_add_text(object, "basis", table->basis);
    json_add_period(object, "period", table->period);
    add_cells(object, "cells", &table->cells);
}

Text json_diff(Arena *arena, const DiffReport *diff)
{
    TextBuilder out = {.arena = arena};
    json_append_head(&out, json_piece(arena, JSON_indented, fill_head, diff));
    text_append(&out, TEXT(",\n  \"statements\": ["));
    for (size_t i = 0; i < diff->tables.count; i++)
        json_append_element(&out, json_piece(arena, JSON_indented, fill_table, &diff->tables.items[i]), i == 0);
    text_append(&out, TEXT("\n  ]\n}\n"));
    return text_builder_text(&out);
}
