/* Any bytes as a filing: read, recognised, footed and written in every format. */
#include "fuzz.h"

#include "report/writer.h"
#include "statement/recognize.h"
#include "statement/restate.h"

static void check_cell(const Run *run, const Statement *statement, const Cell *cell)
{
    fuzz_check(cell->place.source == statement->filing->source->number);
    fuzz_check_place(run, cell->place);
    fuzz_check(cell->column < statement->column_count);
    fuzz_check(!cell->dated || (cell->period.end != DAY_NONE && cell->period.start <= cell->period.end));
}

static void check_statement(const Run *run, const Statement *statement)
{
    for (size_t r = 0; r < statement->row_count; r++) {
        const Row *row = &statement->rows[r];
        fuzz_check_place(run, row->place);
        fuzz_check(row->line == LINE_NONE || row->line < statement->chart->line_count);
        for (size_t c = 0; c < row->cell_count; c++)
            check_cell(run, statement, &row->cells[c]);
    }
}

static void write_all(Run *run, const ParsedFile *file)
{
    static const char *const formats[] = {"text", "csv", "json"};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        const Writer *writer = writer_find(text_of(formats[i]));
        fuzz_check(writer);
        writer->parse_file(run, file);
    }
}

static void read_filing(Run *run, const Knowledge *knowledge, Text bytes)
{
    const Filing *filing;
    Statements statements;
    const Source *source = source_add(&run->sources, run->arena, TEXT("filing"), TEXT("filing"), bytes);
    if (!filing_read(&filing, run, source) || !statements_recognize(&statements, run, filing, knowledge->chart, &knowledge->companies))
        return;
    Footing *footings = arena_array(run->arena, Footing, statements.count);
    for (size_t i = 0; i < statements.count; i++) {
        check_statement(run, &statements.items[i]);
        statement_foot(&footings[i], run, &statements.items[i], SEVERITY_warning);
    }
    statements_compare(run, &statements);
    write_all(run, &(ParsedFile){&statements, footings, 0});
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzRun fuzz;
    const Knowledge *knowledge = fuzz_knowledge();
    Run *run = fuzz_run_begin(&fuzz);
    read_filing(run, knowledge, (Text){(const char *)data, size});
    fuzz_run_end(&fuzz);
    return 0;
}
