/* Statements made by hand from a few lines of text, under the chart that is shipped, for tests that need no reader.
 *
 *     Statement *statement = printed_statement(&desk, "operations", "",
 *         "2004-01-01..2004-03-31 2003-01-01..2003-03-31\n"
 *         "revenue.product | 194,184 | 135,174\n"
 *         "?Odd lots       |   1,000 |      --\n"     // a caption that the chart has no line for
 *         "-\n"                                       // a rule
 *         "revenue.total   | 195,184 | 135,174\n");
 *
 * Each is a source of its own, so that messages have a line. Money and share counts are in thousands; @ in the first line of all makes the
 * scale another: "@0 2004-01-01..2004-03-31". An instant is a date alone. */
#ifndef PROFORMA_TESTS_PRINTED_H
#define PROFORMA_TESTS_PRINTED_H

#include "statement/foot.h"
#include "statement/restate.h"
#include "unit.h"

typedef struct {
    Run run;
    const Chart *chart;
    Filing *filing; /* the one made last */
    jmp_buf out_of_memory;
} Desk;

static inline Desk *desk_begin(void)
{
    Desk *desk = calloc(1, sizeof *desk);
    desk->run.arena = arena_create(&desk->out_of_memory);
    desk->run.config_folder = text_copy(desk->run.arena, text_of(unit_repo_path("config")));
    ck_assert(chart_read(&desk->chart, &desk->run));
    return desk;
}

static inline void desk_end(Desk *desk)
{
    arena_destroy(desk->run.arena);
    free(desk);
}

static inline LineId desk_line(const Desk *desk, const char *name)
{
    LineId line = chart_line(desk->chart, text_of(name));
    ck_assert_msg(line != LINE_NONE, "the chart has no line %s", name);
    return line;
}

/* The message of the first problem of a kind, or "". */
static inline const char *desk_message(const Desk *desk, ProblemKind kind)
{
    for (size_t i = 0; i < desk->run.problems.count; i++)
        if (desk->run.problems.items[i].kind == kind)
            return text_zero_terminated(desk->run.arena, desk->run.problems.items[i].message);
    return "";
}

static inline size_t desk_count(const Desk *desk, ProblemKind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < desk->run.problems.count; i++)
        count += desk->run.problems.items[i].kind == kind;
    return count;
}

static inline Period printed_period(Text text)
{
    Period period = {DAY_NONE, DAY_NONE};
    size_t dots = text_find(text, TEXT(".."), 0);
    bool flow = dots < text.length;
    ck_assert(!flow || day_parse(&period.start, text_slice(text, 0, dots)));
    ck_assert(day_parse(&period.end, flow ? text_slice(text, dots + 2, text.length) : text));
    return period;
}

static inline void printed_head(Desk *desk, Statement *statement, Text head)
{
    statement->periods = arena_array(desk->run.arena, Period, 8);
    for (size_t from = 0; from < head.length;) {
        size_t to = text_find_char(head, ' ', from);
        Text word = text_slice(head, from, to);
        if (text_starts_with(word, TEXT("@")))
            statement->money.scale = statement->shares.scale = (uint8_t)(word.start[1] - '0');
        else if (word.length)
            statement->periods[statement->column_count++] = printed_period(word);
        from = to + 1;
    }
}

static inline void printed_cell(Row *row, Statement *statement, Place place, Text value, uint8_t column)
{
    Cell *cell = &row->cells[row->cell_count++];
    *cell = (Cell){.dated = true, .column = column, .index = column, .period = statement->periods[column], .place = place};
    cell->nil = text_equal(value, TEXT("--"));
    ck_assert(cell->nil || printed_parse(&cell->printed, value));
    cell->printed.unit = row->unit;
}

static inline void printed_row(Desk *desk, Statement *statement, Text text, Place place)
{
    Row *row = &statement->rows[statement->row_count++];
    size_t bar = text_find_char(text, '|', 0);
    Text name = text_trim(text_slice(text, 0, bar));
    row->line = LINE_NONE;
    row->unit = statement->money;
    row->place = place;
    row->caption = text_starts_with(name, TEXT("?")) ? text_slice(name, 1, name.length) : name;
    row->cells = arena_array(desk->run.arena, Cell, 8);
    if (!text_starts_with(name, TEXT("?"))) {
        row->line = desk_line(desk, text_zero_terminated(desk->run.arena, name));
        const Line *line = chart_at(desk->chart, row->line);
        row->caption = line->label;
        row->unit = line->unit == UNIT_shares ? statement->shares : line->unit == UNIT_per_share ? (Unit){UNIT_per_share, 0} : statement->money;
    }
    for (uint8_t column = 0; bar < text.length; column++) {
        size_t end = text_find_char(text, '|', bar + 1);
        Text value = text_trim(text_slice(text, bar + 1, end));
        if (value.length)
            printed_cell(row, statement, place, value, column);
        bar = end;
    }
}

/* `file` names the source; statements of one file are of one filing. */
static inline Statement *printed_statement_of(Desk *desk, const char *file, const char *kind, const char *basis, const char *text)
{
    Run *run = &desk->run;
    Source *source = source_add(&run->sources, run->arena, text_of(file), text_of(file), text_of(text));
    if (!desk->filing || !*file || !text_equal(desk->filing->source->name, text_of(file))) {
        desk->filing = arena_new(run->arena, Filing);
        desk->filing->source = source;
    }
    Statement *statement = arena_new(run->arena, Statement);
    *statement = (Statement){.filing = desk->filing, .chart = desk->chart, .entity = TEXT("acme"), .money = {UNIT_money, 3}, .shares = {UNIT_shares, 3}};
    statement->kind = (uint8_t)chart_statement(desk->chart, text_of(kind));
    if (*basis)
        ck_assert(basis_from_name(&statement->basis, text_of(basis)));
    statement->rows = arena_array(run->arena, Row, 64);
    bool ruled = false, head = true;
    Text all = text_of(text);
    for (size_t from = 0; from < all.length;) {
        size_t to = text_find_char(all, '\n', from);
        Text line = text_slice(all, from, to);
        if (head) {
            printed_head(desk, statement, line);
            head = false;
        } else if (text_equal(line, TEXT("-"))) {
            ruled = true;
        } else {
            printed_row(desk, statement, line, (Place){source->number, (uint32_t)from, (uint32_t)to});
            statement->rows[statement->row_count - 1].after_rule = ruled;
            ruled = false;
        }
        from = to + 1;
    }
    return statement;
}

static inline Statement *printed_statement(Desk *desk, const char *kind, const char *basis, const char *text)
{
    return printed_statement_of(desk, "", kind, basis, text);
}

#endif
