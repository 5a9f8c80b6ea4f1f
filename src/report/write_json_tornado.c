/* Tornado as JSON: a table for each figure, its inputs ranked. */
#include "report/write_json.h"

static void fill_end(Json row, const char *name, const TornadoEnd *end)
{
    Json object = json_add_object(row, name);
    json_add_number(object, "at", end->at);
    json_add_number(object, "value", end->value);
}

static void fill_row(Json list, const TornadoRow *row)
{
    Json object = json_add_object(list, NULL);
    json_add_text(object, "name", row->name);
    json_add_text_or_null(object, "unit", row->unit);
    json_add_number(object, "base", row->base);
    json_add_number(object, "derivative", row->derivative);
    json_add_number(object, "one_percent", row->one_percent);
    json_add_flag(object, "ranged", row->ranged);
    if (!row->ranged)
        return;
    fill_end(object, "from", &row->from);
    fill_end(object, "to", &row->to);
    fill_end(object, "least", &row->least);
    fill_end(object, "largest", &row->largest);
    json_add_number(object, "swing", row->swing);
    json_add_count(object, "blank", row->blank);
}

static void fill_table(Json list, const TornadoTable *table)
{
    Json object = json_add_object(list, NULL);
    json_add_text(object, "figure", table->figure);
    json_add_text_or_null(object, "unit", table->unit);
    json_add_number(object, "base", table->base);
    json_add_text_or_null(object, "reason", table->reason);
    json_add_count(object, "points", table->points);
    Json rows = json_add_list(object, "inputs");
    for (size_t i = 0; i < table->rows.count; i++)
        fill_row(rows, &table->rows.items[i]);
    json_add_texts(object, "idle", table->idle.items, table->idle.count);
    json_add_texts(object, "remarks", table->remarks.items, table->remarks.count);
}

static void fill_report(Json object, const void *what)
{
    const TornadoReport *report = what;
    json_add_text(object, "title", report->title);
    Json tables = json_add_list(object, "figures");
    for (size_t i = 0; i < report->count; i++)
        fill_table(tables, &report->tables[i]);
    json_add_texts(object, "remarks", report->remarks.items, report->remarks.count);
}

Text json_tornado(Arena *arena, const TornadoReport *report)
{
    return text_format(arena, TEXT_FORMAT "\n", TEXT_ARGUMENTS(json_piece(arena, JSON_indented, fill_report, report)));
}
