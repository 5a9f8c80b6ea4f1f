#include "statement/compare.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

Text printed_spoken(Arena *arena, Printed printed)
{
    return amount_spoken(arena, printed_to_double(printed, printed.unit.scale), printed.decimals);
}

Text place_spoken(Run *run, Place place)
{
    Location at = source_locate(&run->sources, run->arena, place);
    return text_format(run->arena, TEXT_FORMAT ":%u:%u", TEXT_ARGUMENTS(at.name), at.line, at.column);
}

typedef struct {
    Run *run;
    const Statement *here, *there; /* of one company, so of one chart */
    const Row *row; /* of `here` */
    bool *reported; /* of each of its cells */
} Pair;

static bool cells_agree(const Cell *a, const Cell *b, int sign)
{
    if (a->printed.unit.scale == b->printed.unit.scale && a->printed.decimals == b->printed.decimals)
        return a->printed.digits == sign * b->printed.digits;
    Printed half_a = a->printed, half_b = b->printed;
    half_a.digits = half_b.digits = 1;
    double allowed = (printed_to_double(half_a, 0) + printed_to_double(half_b, 0)) / 2;
    return fabs(printed_to_double(a->printed, 0) - sign * printed_to_double(b->printed, 0)) <= allowed * (1 + 1e-9);
}

static void cells_compare(const Pair *pair, const Cell *cell, const Row *other_row, const Cell *other)
{
    const Line *line = chart_at(pair->here->chart, pair->row->line);
    Run *run = pair->run;
    if (cells_agree(cell, other, line->same_sign))
        return;
    pair->reported[cell - pair->row->cells] = true;
    problem(run, PROBLEM_statements_disagree, cell->place,
            "\"" TEXT_FORMAT "\" (" TEXT_FORMAT ") is " TEXT_FORMAT " in the " TEXT_FORMAT " and \"" TEXT_FORMAT "\" is " TEXT_FORMAT " in the " TEXT_FORMAT " at " TEXT_FORMAT,
            TEXT_ARGUMENTS(pair->row->caption), TEXT_ARGUMENTS(period_text(run->arena, cell->period)), TEXT_ARGUMENTS(printed_spoken(run->arena, cell->printed)),
            TEXT_ARGUMENTS(pair->here->chart->statements[pair->here->kind].title), TEXT_ARGUMENTS(other_row->caption),
            TEXT_ARGUMENTS(printed_spoken(run->arena, other->printed)), TEXT_ARGUMENTS(pair->there->chart->statements[pair->there->kind].title),
            TEXT_ARGUMENTS(place_spoken(run, other->place)));
}

/* The cells of two rows that have the same period. */
typedef struct {
    const Cell *here, *there;
} CellPair;

enum { CELL_PAIRS_MOST = 24 };

static size_t cells_match(CellPair out[CELL_PAIRS_MOST], const Pair *pair, const Row *other)
{
    const Row *row = pair->row;
    size_t count = 0;
    for (size_t i = 0; i < row->cell_count; i++)
        for (size_t j = 0; j < other->cell_count && count < CELL_PAIRS_MOST; j++)
            if (!pair->reported[i] && row->cells[i].dated && other->cells[j].dated && period_equal(row->cells[i].period, other->cells[j].period))
                out[count++] = (CellPair){&row->cells[i], &other->cells[j]};
    return count;
}

/* Figures of three digits and more that agree only crosswise. */
static bool cells_are_swapped(const CellPair *a, const CellPair *b, int sign)
{
    if (llabs(a->here->printed.digits) < 100 || llabs(b->here->printed.digits) < 100)
        return false;
    return !cells_agree(a->here, a->there, sign) && !cells_agree(b->here, b->there, sign) && cells_agree(a->here, b->there, sign) &&
           cells_agree(b->here, a->there, sign);
}

static void swapped_report(const Pair *pair, const CellPair *a, const CellPair *b, const Row *other)
{
    Run *run = pair->run;
    pair->reported[a->here - pair->row->cells] = pair->reported[b->here - pair->row->cells] = true;
    problem(run, PROBLEM_columns_swapped, a->here->place,
            "\"" TEXT_FORMAT "\" is " TEXT_FORMAT " (" TEXT_FORMAT ") and " TEXT_FORMAT " (" TEXT_FORMAT ") in the " TEXT_FORMAT
            ", and \"" TEXT_FORMAT "\" the other way round in the " TEXT_FORMAT " at " TEXT_FORMAT,
            TEXT_ARGUMENTS(pair->row->caption), TEXT_ARGUMENTS(printed_spoken(run->arena, a->here->printed)),
            TEXT_ARGUMENTS(period_text(run->arena, a->here->period)), TEXT_ARGUMENTS(printed_spoken(run->arena, b->here->printed)),
            TEXT_ARGUMENTS(period_text(run->arena, b->here->period)), TEXT_ARGUMENTS(pair->here->chart->statements[pair->here->kind].title),
            TEXT_ARGUMENTS(other->caption), TEXT_ARGUMENTS(pair->there->chart->statements[pair->there->kind].title),
            TEXT_ARGUMENTS(place_spoken(run, a->there->place)));
}

static void row_compare(const Pair *pair, const Row *other)
{
    CellPair pairs[CELL_PAIRS_MOST];
    bool swapped[CELL_PAIRS_MOST] = {false};
    size_t count = cells_match(pairs, pair, other);
    int sign = chart_at(pair->here->chart, pair->row->line)->same_sign;
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            if (!swapped[i] && !swapped[j] && cells_are_swapped(&pairs[i], &pairs[j], sign)) {
                swapped_report(pair, &pairs[i], &pairs[j], other);
                swapped[i] = swapped[j] = true;
            }
    for (size_t i = 0; i < count; i++)
        if (!swapped[i])
            cells_compare(pair, pairs[i].here, other, pairs[i].there);
}

static bool is_counterpart(const Pair *pair, const Line *line, const Statement *there)
{
    return there->filing == pair->here->filing && there->kind == chart_at(pair->here->chart, line->same_as)->statement && there->basis == line->same_basis &&
           text_equal(there->entity, pair->here->entity);
}

/* The rows of a filing by their lines, whichever chart has them (a company has one), in the order of the filing: a filing of many statements
 * has many rows, of which few are the same line. A row that says what one before it says is left out, for nothing disagrees with it first. */
typedef struct {
    const Row *row;
    const Statement *statement;
    uint32_t next; /* 1 + index of the next row of the line; 0: none */
} LineRow;

typedef struct {
    LineRow *rows;
    uint32_t *first, *last; /* by line, likewise */
    bool *wanted;           /* by line: another line is the same amount */
    size_t count;
} LineIndex;

static bool cells_repeat(const Cell *a, const Cell *b)
{
    const Printed *x = &a->printed, *y = &b->printed;
    return a->dated == b->dated && (!a->dated || period_equal(a->period, b->period)) && x->digits == y->digits && x->decimals == y->decimals &&
           x->unit.kind == y->unit.kind && x->unit.scale == y->unit.scale;
}

static bool row_repeats(const LineRow *a, const LineRow *b)
{
    const Statement *x = a->statement, *y = b->statement;
    bool same = x->filing == y->filing && x->kind == y->kind && x->basis == y->basis && text_equal(x->entity, y->entity) && a->row->cell_count == b->row->cell_count;
    for (size_t i = 0; same && i < a->row->cell_count; i++)
        same = cells_repeat(&a->row->cells[i], &b->row->cells[i]);
    return same;
}

static void line_row_add(LineIndex *index, const Statement *statement, const Row *row)
{
    LineRow added = {row, statement, 0};
    for (uint32_t at = index->first[row->line]; at; at = index->rows[at - 1].next)
        if (row_repeats(&index->rows[at - 1], &added))
            return;
    index->rows[index->count++] = added;
    uint32_t *link = index->last[row->line] ? &index->rows[index->last[row->line] - 1].next : &index->first[row->line];
    *link = index->last[row->line] = (uint32_t)index->count;
}

static const Line *row_line(const Statement *statement, const Row *row)
{
    return row->line == LINE_NONE ? NULL : chart_at(statement->chart, row->line);
}

static LineIndex lines_index(Arena *arena, const Statements *statements)
{
    size_t count = 0, lines = 0;
    for (size_t i = 0; i < statements->count; i++) {
        const Statement *statement = &statements->items[i];
        count += statement->row_count;
        lines = statement->chart->line_count > lines ? statement->chart->line_count : lines;
    }
    LineIndex index = {arena_array(arena, LineRow, count), arena_array(arena, uint32_t, lines), arena_array(arena, uint32_t, lines),
                       arena_array(arena, bool, lines), 0};
    for (size_t i = 0; i < statements->count; i++)
        for (size_t j = 0; j < statements->items[i].row_count; j++) {
            const Line *line = row_line(&statements->items[i], &statements->items[i].rows[j]);
            if (line && line->same_as != LINE_NONE)
                index.wanted[line->same_as] = true;
        }
    for (size_t i = 0; i < statements->count; i++)
        for (size_t j = 0; j < statements->items[i].row_count; j++) {
            const Row *row = &statements->items[i].rows[j];
            if (row->line != LINE_NONE && index.wanted[row->line])
                line_row_add(&index, &statements->items[i], row);
        }
    return index;
}

void statements_compare(Run *run, const Statements *statements)
{
    LineIndex index = lines_index(run->arena, statements);
    bool reported[UINT8_MAX];
    for (size_t i = 0; i < statements->count; i++) {
        Pair pair = {.run = run, .here = &statements->items[i], .reported = reported};
        for (size_t j = 0; j < pair.here->row_count; j++) {
            pair.row = &pair.here->rows[j];
            const Line *line = row_line(pair.here, pair.row);
            uint32_t at = line && line->same_as != LINE_NONE ? index.first[line->same_as] : 0;
            memset(reported, 0, pair.row->cell_count);
            for (; at; at = index.rows[at - 1].next) {
                pair.there = index.rows[at - 1].statement;
                if (is_counterpart(&pair, line, pair.there))
                    row_compare(&pair, index.rows[at - 1].row);
            }
        }
    }
}
