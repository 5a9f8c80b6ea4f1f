/* A combination as JSON: statements of rows of cells, each cell with what it is made of; then notes and blocks. */
#include "report/write_json.h"

/* --- cells --- */

typedef struct {
    const Report *report;
    const ReportTable *table;
} Printing;

static Text cell_state_name(uint8_t state)
{
    static const char *const names[] = {"summed", "posted", "computed", "combined", "not_combined"};
    return state < CELL_summed ? state_name((State)state) : text_of(names[state - CELL_summed]);
}

static void fill_parts(Json cell, const ReportCell *from)
{
    Json parts = json_add_list(cell, "lines");
    for (size_t i = 0; i < from->part_count; i++) {
        Json part = json_add_object(parts, NULL);
        json_add_text(part, "name", from->parts[i].name);
        json_add_number(part, "weight", from->parts[i].sign < 0 ? TEXT("-1") : TEXT("1"));
    }
}

/* Two legs of an entry may refer to the same figure. */
static bool is_repeated(const ReportEntry *entry, size_t origin)
{
    for (size_t i = 0; i < origin; i++)
        if (entry->origins[i] == entry->origins[origin])
            return true;
    return false;
}

static void fill_entries(Json cell, const Report *report, const ReportCell *from)
{
    Json entries = json_add_list(cell, "entries");
    for (size_t i = 0; i < from->entry_count; i++) {
        const ReportEntry *entry = &from->entries[i];
        Json object = json_add_object(entries, NULL);
        json_add_text(object, "name", entry->name);
        json_add_number(object, "amount", amount_plain(cell.arena, entry->amount));
        Json origins = json_add_list(object, "origins");
        for (size_t origin = 0; origin < entry->origin_count; origin++)
            if (!is_repeated(entry, origin))
                json_add_origin(origins, report->sources, report->chart, entry->origins[origin], (Text){0});
    }
}

static void fill_sum(Json cell, const ReportTable *table, const ReportRow *row, const ReportCell *from)
{
    Json sum = json_add_list(cell, "sum");
    for (size_t column = 0; column < table->column_count; column++)
        if (&row->cells[column] != from && row->cells[column].has_value)
            json_add_text(sum, NULL, table->columns[column].name);
}

/* Members that tell what a cell is made of stand only where it is made of such. */
static void fill_cell(Json cell, const Printing *printing, const ReportRow *row, const ReportCell *from)
{
    const Report *report = printing->report;
    json_add_number(cell, "value", from->has_value ? amount_plain(cell.arena, from->value) : (Text){0});
    json_add_text(cell, "state", cell_state_name(from->state));
    json_add_text(cell, "note", from->note);
    json_add_text(cell, "letters", from->letters);
    if (from->fact && from->fact->reason.length)
        json_add_text(cell, "formula", from->fact->reason);
    if (from->fact && fact_has_value(from->fact))
        json_add_origins(cell, report->sources, report->chart, from->fact);
    if (from->part_count)
        fill_parts(cell, from);
    if (from->entry_count)
        fill_entries(cell, report, from);
    if (from->across)
        fill_sum(cell, printing->table, row, from);
    if (from->quotient)
        json_add_texts(cell, "quotient", from->quotient, 2);
}

/* --- statements --- */

static void fill_row(Json object, const Printing *printing, const ReportRow *row)
{
    const ReportTable *table = printing->table;
    json_add_text(object, "name", row->name);
    json_add_text(object, "label", row->label);
    json_add_text(object, "heading", row->group);
    json_add_text(object, "unit", row->unit);
    Json cells = json_add_object(object, "cells");
    for (size_t column = 0; column < table->column_count; column++)
        if (row->cells[column].shown)
            fill_cell(json_add_object(cells, text_zero_terminated(object.arena, table->columns[column].name)), printing, row, &row->cells[column]);
}

static void fill_columns(Json object, const ReportTable *table)
{
    Json columns = json_add_list(object, "columns");
    for (size_t i = 0; i < table->column_count; i++) {
        Json column = json_add_object(columns, NULL);
        json_add_text(column, "name", table->columns[i].name);
        const Text *head = table->columns[i].head;
        size_t empty = 0;
        while (empty < HEAD_LINES && !head[empty].length)
            empty++;
        json_add_texts(column, "head", head + empty, HEAD_LINES - empty);
        if (table->columns[i].period)
            json_add_period(column, "period", *table->columns[i].period);
    }
}

static void fill_table(Json object, const void *what)
{
    const Printing *printing = what;
    const ReportTable *table = printing->table;
    json_add_text(object, "statement", table->statement);
    json_add_text(object, "basis", table->basis);
    json_add_period(object, "period", table->period);
    json_add_texts(object, "titles", table->titles, sizeof table->titles / sizeof *table->titles);
    fill_columns(object, table);
    json_add_texts(object, "remarks", table->remarks, table->remark_count);
    Json rows = json_add_list(object, "rows");
    for (size_t i = 0; i < table->row_count; i++)
        if (!table->rows[i].heading)
            fill_row(json_add_object(rows, NULL), printing, &table->rows[i]);
}

/* --- schedules --- */

static void fill_schedule_cell(Json cell, const ReportScheduleCell *from)
{
    json_add_number(cell, "value", from->has_value ? amount_plain(cell.arena, from->value) : (Text){0});
    json_add_text(cell, "text", from->text);
    json_add_text(cell, "name", from->name);
    json_add_text(cell, "unit", from->unit);
    json_add_text(cell, "note", from->note);
    if (from->has_value)
        json_add_number(cell, "weight", from->weight < 0 ? TEXT("-1") : TEXT("1"));
}

static void fill_schedule_rows(Json object, const ReportSchedule *schedule)
{
    Json rows = json_add_list(object, "rows");
    Text heading = TEXT("");
    for (size_t i = 0; i < schedule->count; i++) {
        const ReportScheduleRow *row = &schedule->rows[i];
        heading = row->heading ? row->label : row->indent ? heading : TEXT("");
        if (row->heading)
            continue;
        Json made = json_add_object(rows, NULL);
        json_add_text(made, "label", row->label);
        json_add_text(made, "heading", heading);
        json_add_flag(made, "total", row->ruled);
        Json cells = json_add_list(made, "cells");
        for (size_t column = 0; column < schedule->column_count; column++)
            fill_schedule_cell(json_add_object(cells, NULL), &row->cells[column]);
    }
}

static void fill_schedule_columns(Json object, const ReportSchedule *schedule)
{
    Json columns = json_add_list(object, "columns");
    for (size_t i = 0; i < schedule->column_count; i++) {
        Json column = json_add_object(columns, NULL);
        json_add_text(column, "head", schedule->columns[i].head);
        json_add_text(column, "basis", basis_name(schedule->columns[i].basis));
        json_add_period(column, "period", schedule->columns[i].period);
    }
}

static void fill_schedule(Json object, const void *what)
{
    const ReportSchedule *schedule = what;
    json_add_text(object, "statement", schedule->statement);
    json_add_text(object, "title", schedule->title);
    json_add_text(object, "column", schedule->column);
    json_add_text(object, "subtitle", schedule->subtitle);
    fill_schedule_columns(object, schedule);
    fill_schedule_rows(object, schedule);
    json_add_texts(object, "remarks", schedule->remarks.items, schedule->remarks.count);
}

/* --- the report --- */

static void fill_notes(Json object, const char *name, const char *label, const ReportNotes *notes)
{
    Json list = json_add_list(object, name);
    for (size_t i = 0; i < notes->count; i++) {
        Json note = json_add_object(list, NULL);
        json_add_text(note, label, notes->items[i].label);
        json_add_texts(note, "paragraphs", notes->items[i].paragraphs, notes->items[i].count);
    }
}

static void fill_head(Json object, const void *what)
{
    const Report *report = what;
    json_add_text(object, "title", report->title);
}

static void fill_tail(Json object, const void *what)
{
    const Report *report = what;
    fill_notes(object, "notes", "letter", &report->notes);
    fill_notes(object, "blocks", "label", &report->blocks);
}

Text json_report(Arena *arena, const Report *report)
{
    TextBuilder out = {.arena = arena};
    json_append_head(&out, json_piece(arena, JSON_indented, fill_head, report));
    text_append(&out, TEXT(",\n  \"statements\": ["));
    for (size_t i = 0; i < report->table_count; i++)
        json_append_element(&out, json_piece(arena, JSON_indented, fill_table, &(Printing){report, &report->tables[i]}), i == 0);
    text_append(&out, TEXT("\n  ],\n  \"schedules\": ["));
    for (size_t i = 0; i < report->schedules.count; i++)
        json_append_element(&out, json_piece(arena, JSON_indented, fill_schedule, &report->schedules.items[i]), i == 0);
    text_append(&out, TEXT("\n  ],\n  \"studies\": ["));
    for (size_t i = 0; i < report->studies.count; i++)
        json_append_element(&out, text_trim(report->studies.items[i]), i == 0);
    text_append(&out, TEXT("\n  ]"));
    json_append_tail(&out, json_piece(arena, JSON_indented, fill_tail, report));
    text_append_char(&out, '\n');
    return text_builder_text(&out);
}
