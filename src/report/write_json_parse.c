/* Printed values as JSON: one line of text for each row of a statement, so that a large filing can be read by eye and by line. */
#include "report/write_json.h"

typedef struct {
    const Run *run;
    const Statement *statement;
    const Footing *footing;
    const Row *row;
    const Skipped *skipped;
    const Source *source;
} Printing;

static bool row_is_dated(const Row *row)
{
    for (size_t i = 0; i < row->cell_count; i++)
        if (row->cells[i].dated)
            return true;
    return false;
}

static void fill_cell(Json object, const Printing *printing, const Cell *cell)
{
    static const char *const marks[] = {"none", "bounded", "held"};
    size_t row = (size_t)(printing->row - printing->statement->rows);
    json_add_count(object, "cell", cell->index);
    json_add_period(object, "period", cell->period);
    json_add_number(object, "value", cell->nil ? TEXT("0") : printed_plain(object.arena, cell->printed));
    json_add_text(object, "unit", unit_name(object.arena, cell->printed.unit));
    json_add_flag(object, "nil", cell->nil);
    Location where = source_locate(&printing->run->sources, object.arena, cell->place);
    json_add_count(object, "line", where.line);
    json_add_count(object, "column", where.column);
    json_add_text(object, "text", source_text(&printing->run->sources, cell->place));
    json_add_text(object, "proof", text_of(marks[printing->footing->proof.marks[row][cell - printing->row->cells]]));
}

static void fill_row(Json object, const void *what)
{
    const Printing *printing = what;
    const Row *row = printing->row;
    json_add_text(object, "section", row->section);
    json_add_text(object, "caption", row->caption);
    json_add_text_or_null(object, "name", row->line == LINE_NONE ? (Text){0} : chart_at(printing->statement->chart, row->line)->name);
    json_add_count(object, "line", source_line(printing->source, object.arena, row->place.start));
    Json values = json_add_list(object, "values");
    for (size_t i = 0; i < row->cell_count; i++)
        if (row->cells[i].dated)
            fill_cell(json_add_object(values, NULL), printing, &row->cells[i]);
}

static void fill_periods(Json object, const Statement *statement)
{
    Json periods = json_add_list(object, "periods");
    for (size_t i = 0; i < statement->column_count; i++)
        if (statement->periods[i].end == DAY_NONE)
            json_add_text_or_null(periods, NULL, (Text){0});
        else
            json_add_period(periods, NULL, statement->periods[i]);
}

static void fill_footing(Json object, const Footing *footing)
{
    Json counts = json_add_object(object, "footing");
    json_add_count(counts, "totals_exact", footing->totals_exact);
    json_add_count(counts, "totals_rounded", footing->totals_rounded);
    json_add_count(counts, "totals_wrong", footing->totals_wrong);
    json_add_count(counts, "eps_recomputed", footing->eps_recomputed);
    json_add_count(counts, "eps_wrong", footing->eps_wrong);
}

static void fill_proof(Json object, const Proof *proof)
{
    Json out = json_add_object(object, "proof");
    json_add_text(out, "state", proof_name(proof->state));
    json_add_text_or_null(out, "why", proof->why.length ? proof->why : (Text){0});
    json_add_count(out, "numbers", proof->numbers);
    json_add_count(out, "held", proof->held);
    json_add_count(out, "bounded", proof->bounded);
}

static void fill_statement(Json object, const void *what)
{
    const Printing *printing = what;
    const Statement *statement = printing->statement;
    json_add_text(object, "entity", statement->entity);
    json_add_text(object, "title", statement->entity_title);
    json_add_text(object, "statement", statement->chart->statements[statement->kind].name);
    json_add_text(object, "basis", basis_name(statement->basis));
    json_add_count(object, "line", source_line(printing->source, object.arena, statement->title.start));
    json_add_text(object, "unit", unit_name(object.arena, statement->money));
    json_add_flag(object, "unit_inherited", statement->unit_inherited);
    fill_periods(object, statement);
    fill_footing(object, printing->footing);
    fill_proof(object, &printing->footing->proof);
}

static void fill_file(Json object, const void *what)
{
    const Printing *printing = what;
    json_add_text(object, "file", printing->source->name);
}

static void fill_skipped(Json object, const void *what)
{
    const Printing *printing = what;
    json_add_count(object, "line", source_line(printing->source, object.arena, printing->skipped->place.start));
    json_add_text(object, "reason", printing->skipped->reason);
}

/* --- lines of text --- */

static void append_line(TextBuilder *out, const char *before, JsonFill *fill, const Printing *printing)
{
    text_append(out, text_of(before));
    text_append(out, json_piece(out->arena, JSON_one_line, fill, printing));
}

/* Of an object whose last member is a list: everything up to the list's first element. */
static void append_opening(TextBuilder *out, const char *before, JsonFill *fill, const Printing *printing, const char *list)
{
    append_line(out, before, fill, printing);
    out->count -= TEXT(" }").length;
    text_append_format(out, ", \"%s\": [", list);
}

static void append_statement(TextBuilder *out, Printing printing, bool first)
{
    const Statement *statement = printing.statement;
    bool begun = false;
    append_opening(out, first ? "\n" : ",\n", fill_statement, &printing, "rows");
    for (size_t i = 0; i < statement->row_count; i++) {
        printing.row = &statement->rows[i];
        if (!row_is_dated(printing.row))
            continue;
        append_line(out, begun ? ",\n  " : "\n  ", fill_row, &printing);
        begun = true;
    }
    text_append(out, TEXT("\n] }"));
}

Text json_parse_begin(Arena *arena)
{
    (void)arena;
    return TEXT("{ \"files\": [");
}

Text json_parse_file(Run *run, const ParsedFile *file)
{
    TextBuilder out = {.arena = run->arena};
    const Statements *statements = file->statements;
    Printing printing = {.run = run, .source = file->statements->items[0].filing->source};
    append_opening(&out, file->number ? ",\n" : "\n", fill_file, &printing, "statements");
    for (size_t i = 0; i < statements->count; i++) {
        printing.statement = &statements->items[i];
        printing.footing = &file->footings[i];
        append_statement(&out, printing, i == 0);
    }
    text_append(&out, TEXT("\n], \"skipped\": ["));
    for (size_t i = 0; i < statements->skipped.count; i++) {
        printing.skipped = &statements->skipped.items[i];
        append_line(&out, i ? ",\n  " : "\n  ", fill_skipped, &printing);
    }
    text_append(&out, TEXT("\n] }"));
    return text_builder_text(&out);
}

Text json_parse_end(Arena *arena)
{
    (void)arena;
    return TEXT("\n] }\n");
}
