/* A small chart and books made by hand, so that the calendar is tested without a reader.
 *
 *     Books books = {0};
 *     books_add(&bench, &books, OPERATIONS, "2004-01-01", "2004-03-31", "2004-04-21", "revenue.total=93,518 other.gain=--");
 */
#ifndef PROFORMA_TESTS_BOOKS_H
#define PROFORMA_TESTS_BOOKS_H

#include "base/run.h"
#include "calendar/align.h"
#include "unit.h"

enum { OPERATIONS, BALANCE_SHEET, CASH_FLOWS };

typedef struct {
    Run run;
    Chart chart;
    jmp_buf out_of_memory;
} Bench;

/* name, statement, unit, the total it enters, sign there */
static const struct {
    const char *name;
    uint8_t statement;
    UnitKind unit;
    const char *into;
    int8_t sign;
} bench_lines[] = {
    {"revenue.product", OPERATIONS, UNIT_money, "revenue.total", 1},
    {"revenue.service", OPERATIONS, UNIT_money, "revenue.total", 1},
    {"revenue.total", OPERATIONS, UNIT_money, "operating_income", 1},
    {"costs.total", OPERATIONS, UNIT_money, "operating_income", -1},
    {"operating_income", OPERATIONS, UNIT_money, "pretax_income", 1},
    {"other.interest_income", OPERATIONS, UNIT_money, "other.interest_net", 1},
    {"other.interest_expense", OPERATIONS, UNIT_money, "other.interest_net", 1},
    {"other.interest_net", OPERATIONS, UNIT_money, "pretax_income", 1},
    {"other.gain", OPERATIONS, UNIT_money, "pretax_income", 1},
    {"other.retirement", OPERATIONS, UNIT_money, "pretax_income", 1},
    {"pretax_income", OPERATIONS, UNIT_money, "net_income", 1},
    {"income_tax", OPERATIONS, UNIT_money, "net_income", -1},
    {"net_income", OPERATIONS, UNIT_money, NULL, 1},
    {"eps.basic", OPERATIONS, UNIT_per_share, NULL, 1},
    {"eps.diluted", OPERATIONS, UNIT_per_share, NULL, 1},
    {"shares.basic", OPERATIONS, UNIT_shares, NULL, 1},
    {"shares.diluted", OPERATIONS, UNIT_shares, NULL, 1},
    {"assets.cash", BALANCE_SHEET, UNIT_money, NULL, 1},
    {"cash_flow.change", CASH_FLOWS, UNIT_money, "cash_flow.closing", 1},
    {"cash_flow.opening", CASH_FLOWS, UNIT_money, "cash_flow.closing", 1},
    {"cash_flow.closing", CASH_FLOWS, UNIT_money, NULL, 1},
};

static inline LineId bench_line(const Bench *bench, const char *name)
{
    for (LineId i = 0; name && i < bench->chart.line_count; i++)
        if (text_equal(bench->chart.lines[i].name, text_of(name)))
            return i;
    return LINE_NONE;
}

static inline void bench_addend(Bench *bench, Line *total, LineId addend)
{
    LineId *addends = arena_array(bench->run.arena, LineId, total->addend_count + 1u);
    for (size_t i = 0; i < total->addend_count; i++)
        addends[i] = total->addends[i];
    addends[total->addend_count++] = addend;
    total->addends = addends;
    total->is_total = true;
}

static inline void bench_chart(Bench *bench)
{
    Chart *chart = &bench->chart;
    chart->line_count = sizeof bench_lines / sizeof *bench_lines;
    chart->lines = arena_array(bench->run.arena, Line, chart->line_count);
    chart->statement_count = 3;
    chart->statements = arena_array(bench->run.arena, StatementKind, 3);
    chart->statements[OPERATIONS] = (StatementKind){.name = TEXT("operations"), .title = TEXT("statement of operations"), .has_bases = true};
    chart->statements[BALANCE_SHEET] = (StatementKind){.name = TEXT("balance_sheet"), .title = TEXT("balance sheet"), .instant = true};
    chart->statements[CASH_FLOWS] = (StatementKind){.name = TEXT("cash_flows"), .title = TEXT("statement of cash flows")};
    for (LineId i = 0; i < chart->line_count; i++)
        chart->lines[i].name = text_of(bench_lines[i].name);
    for (LineId i = 0; i < chart->line_count; i++) {
        Line *line = &chart->lines[i];
        StatementKind *kind = &chart->statements[bench_lines[i].statement];
        line->label = line->name;
        line->statement = bench_lines[i].statement;
        line->unit = bench_lines[i].unit;
        line->into = bench_line(bench, bench_lines[i].into);
        line->sign = bench_lines[i].sign;
        line->same_as = LINE_NONE;
        line->equals = line->alone = LINE_NONE;
        line->posts = text_equal(line->name, TEXT("other.interest_net")) ? bench_line(bench, "other.interest_income") : LINE_NONE;
        line->opening = text_ends_with(line->name, TEXT(".opening"));
        line->closing = text_ends_with(line->name, TEXT(".closing"));
        if (line->into != LINE_NONE)
            bench_addend(bench, &chart->lines[line->into], i);
        if (kind->count++ == 0)
            kind->first = i;
    }
    chart->revenue = bench_line(bench, "revenue.total");
    chart->per_share = (PerShareLines){.income = bench_line(bench, "net_income"), .common_income = LINE_NONE, .attributable = LINE_NONE, .non_controlling_income = LINE_NONE, .minority_income = LINE_NONE,
                                         .continuing = LINE_NONE, .preferred_dividends = LINE_NONE,
                                       .basic_shares = bench_line(bench, "shares.basic"), .basic_eps = bench_line(bench, "eps.basic"),
                                       .diluted_shares = bench_line(bench, "shares.diluted"), .diluted_eps = bench_line(bench, "eps.diluted")};
}

static inline Bench *bench_begin(void)
{
    Bench *bench = calloc(1, sizeof *bench);
    bench->run.arena = arena_create(&bench->out_of_memory);
    bench_chart(bench);
    return bench;
}

static inline void bench_end(Bench *bench)
{
    arena_destroy(bench->run.arena);
    free(bench);
}

static inline Day bench_day(const char *text)
{
    Day day = DAY_NONE;
    ck_assert_msg(!text || day_parse(&day, text_of(text)), "no day: %s", text);
    return day;
}

static inline void bench_fact(Bench *bench, ReportedColumn *column, Text name, Text value)
{
    LineId id = bench_line(bench, text_zero_terminated(bench->run.arena, name));
    ck_assert_msg(id != LINE_NONE, "no line %.*s", TEXT_ARGUMENTS(name));
    const Line *line = &bench->chart.lines[id];
    Fact *fact = arena_new(bench->run.arena, Fact);
    *fact = (Fact){.line = id, .basis = column->basis, .state = STATE_reported, .period = column->period};
    if (line->opening || line->closing)
        fact->period = (Period){DAY_NONE, line->opening ? column->period.start - 1 : column->period.end};
    if (text_equal(value, TEXT("--")))
        fact->state = STATE_nil;
    else
        ck_assert(printed_parse(&fact->printed, value));
    fact->number = printed_to_double(fact->printed, 0);
    fact->money = fact->printed.digits;
    column->facts[id - bench->chart.statements[column->kind].first] = fact;
}

/* `start` NULL: an instant. `filed` NULL: no date. `figures`: "line=value line=--". The columns may move while more are added. */
static inline ReportedColumn *books_add(Bench *bench, Books *books, uint8_t kind, const char *start, const char *end, const char *filed, const char *figures)
{
    ReportedColumn *column = list_push(bench->run.arena, books);
    *column = (ReportedColumn){.kind = kind, .period = {bench_day(start), bench_day(end)}, .filed = bench_day(filed), .order = (int)books->count};
    column->facts = arena_array(bench->run.arena, Fact *, bench->chart.statements[kind].count);
    Text rest = text_trim(text_of(figures));
    while (rest.length) {
        size_t end_of_figure = text_find_char(rest, ' ', 0);
        Text figure = text_slice(rest, 0, end_of_figure);
        size_t equals = text_find_char(figure, '=', 0);
        bench_fact(bench, column, text_slice(figure, 0, equals), text_slice(figure, equals + 1, figure.length));
        rest = text_trim(text_slice(rest, end_of_figure, rest.length));
    }
    return column;
}

static inline WantedPeriod bench_wanted(const char *text)
{
    WantedPeriod wanted;
    ck_assert_msg(wanted_period_parse(&wanted, text_of(text)), "no period: %s", text);
    return wanted;
}

static inline const AlignedStatement *bench_align(Bench *bench, const Books *books, uint8_t kind, const char *period, AlignRules rules)
{
    const AlignedStatement *aligned = NULL;
    ck_assert(align_statement(&aligned, &bench->run, &bench->chart, books, kind, BASIS_gaap, bench_wanted(period), rules));
    return aligned;
}

static inline const Fact *bench_found(const Bench *bench, const AlignedStatement *aligned, const char *line)
{
    const Fact *fact = aligned_fact(&bench->chart, aligned, bench_line(bench, line));
    ck_assert_msg(fact != NULL, "no fact of %s: %.*s", line, TEXT_ARGUMENTS(aligned->reason));
    return fact;
}

static inline bool bench_notes(const AlignedStatement *aligned, const char *part)
{
    for (size_t i = 0; i < aligned->note_count; i++)
        if (text_find(aligned->notes[i], text_of(part), 0) < aligned->notes[i].length)
            return true;
    return false;
}

/* For Check, which compares zero-terminated strings. */
static inline const char *bench_text(Bench *bench, Text text)
{
    return text_zero_terminated(bench->run.arena, text);
}

#endif
