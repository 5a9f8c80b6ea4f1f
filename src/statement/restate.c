/* Reading order: columns made of facts, comparison of one column in two filings, the books. Stock splits are in statement/split, what
 * is kept of two prints of a column in statement/supersede. */
#include "statement/restate.h"

#include "statement/foot.h"
#include "statement/split.h"
#include "statement/supersede.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
    Run *run;
    const Chart *chart;
    Books *books;
    uint8_t scale;
    bool good;
    struct {
        ReportedColumn *items;
        size_t count, capacity;
    } columns; /* of all filings, the earliest filed first */
} Making;

/* --- facts --- */

static bool money_make(Fact *fact, Making *making)
{
    Run *run = making->run;
    Conversion conversion = printed_to_money(&fact->money, fact->printed, making->scale);
    fact->number = (double)fact->money;
    if (conversion == CONVERSION_exact)
        return true;
    Text unit = unit_name(run->arena, (Unit){UNIT_money, making->scale});
    ProblemKind kind = conversion == CONVERSION_inexact ? PROBLEM_inexact_conversion : PROBLEM_amount_overflow;
    return problem(run, kind, fact->place, "\"" TEXT_FORMAT "\" is " TEXT_FORMAT " " TEXT_FORMAT ", which is %s " TEXT_FORMAT, TEXT_ARGUMENTS(fact->caption),
                   TEXT_ARGUMENTS(printed_spoken(run->arena, fact->printed)), TEXT_ARGUMENTS(unit_name(run->arena, fact->printed.unit)),
                   conversion == CONVERSION_inexact ? "not a whole number of" : "more than 2^50", TEXT_ARGUMENTS(unit));
}

static bool fact_make(Fact **out, Making *making, const Statement *statement, const Row *row, const Cell *cell, LineId line)
{
    Fact *fact = arena_new(making->run->arena, Fact);
    *fact = (Fact){.line = line, .basis = statement->basis, .state = cell->nil ? STATE_nil : STATE_reported, .period = cell->period};
    fact->place = cell->place;
    fact->caption = row->caption;
    fact->printed = cell->printed;
    *out = fact;
    UnitKind unit = chart_at(making->chart, line)->unit;
    if (unit == UNIT_money)
        return money_make(fact, making);
    fact->number = printed_to_double(fact->printed, unit == UNIT_shares ? making->scale : 0);
    if (unit == UNIT_shares && fact->number <= 0 && !cell->nil)
        return problem(making->run, PROBLEM_count_not_positive, fact->place, "\"" TEXT_FORMAT "\" is " TEXT_FORMAT ", and a share count is above 0", TEXT_ARGUMENTS(fact->caption),
                       TEXT_ARGUMENTS(printed_spoken(making->run->arena, fact->printed)));
    return true;
}

static bool row_named(Making *making, const Row *row)
{
    if (row->line != LINE_NONE && chart_at(making->chart, row->line)->unit == row->unit.kind)
        return true;
    for (size_t i = 0; i < row->cell_count; i++)
        if (row->cells[i].dated)
            return problem(making->run, PROBLEM_unmapped_caption, row->place, "the chart has no line for \"" TEXT_FORMAT "\"%s" TEXT_FORMAT "%s",
                           TEXT_ARGUMENTS(row->caption), row->section.length ? " under \"" : "", TEXT_ARGUMENTS(row->section),
                           row->section.length ? "\"" : "");
    return true;
}

static bool cell_take(Making *making, ReportedColumn *column, const Statement *statement, const Row *row, const Cell *cell, LineId line)
{
    Fact **slot = &column->facts[line - making->chart->statements[statement->kind].first], *fact;
    if (!fact_make(&fact, making, statement, row, cell, line))
        return false;
    if (!*slot)
        *slot = fact;
    else if ((*slot)->number != fact->number)
        return problem(making->run, PROBLEM_unmapped_caption, cell->place,
                       "\"" TEXT_FORMAT "\" is a second amount of " TEXT_FORMAT ", which stands at " TEXT_FORMAT " already", TEXT_ARGUMENTS(row->caption),
                       TEXT_ARGUMENTS(chart_at(making->chart, line)->name), TEXT_ARGUMENTS(place_spoken(making->run, (*slot)->place)));
    return true;
}

static bool row_take(Making *making, ReportedColumn *columns, const Statement *statement, const Row *row)
{
    bool good = true;
    PrintedLines lines = chart_printed(making->chart, &row->line);
    for (size_t i = 0; i < row->cell_count; i++) {
        const Cell *cell = &row->cells[i];
        bool taken = cell->dated && cell->column < statement->column_count;
        for (size_t j = 0; taken && j < lines.count; j++)
            good &= cell_take(making, &columns[cell->column], statement, row, cell, lines.items[j]);
    }
    return good;
}

static void statement_take(Making *making, const TakenStatement *taken, Proof *proof)
{
    const Statement *statement = taken->statement;
    const StatementKind *kind = &making->chart->statements[statement->kind];
    Arena *arena = making->run->arena;
    ReportedColumn *columns = arena_array(arena, ReportedColumn, statement->column_count);
    for (size_t i = 0; i < statement->column_count; i++) {
        columns[i] = (ReportedColumn){.kind = statement->kind, .basis = statement->basis, .period = statement->periods[i], .filed = taken->filed};
        columns[i].order = taken->order;
        columns[i].presentation = taken->presentation;
        columns[i].splits = taken->splits;
        columns[i].statement = statement;
        columns[i].facts = arena_array(arena, Fact *, kind->count);
    }
    for (size_t i = 0; i < statement->row_count; i++) {
        const Row *row = &statement->rows[i];
        bool named = row_named(making, row);
        making->good &= named;
        if (named && row->line != LINE_NONE && row->cell_count)
            making->good &= row_take(making, columns, statement, row);
    }
    for (size_t i = 0; i < statement->column_count; i++)
        *list_push(arena, &making->columns) = columns[i];
    Footing footing;
    statement_foot(&footing, making->run, statement, SEVERITY_error);
    *proof = footing.proof;
    making->good &= footing.totals_wrong == 0;
    making->books->totals_exact += footing.totals_exact;
    making->books->totals_rounded += footing.totals_rounded;
    making->books->eps_recomputed += footing.eps_recomputed;
}

/* --- one column in two filings --- */

typedef struct {
    Making *making;
    const ReportedColumn *old, *new;
    bool *explained; /* by line: its difference, or that only one filing prints it */
    double rounding; /* half a unit of the one that is printed more coarsely; 0: both are printed in one unit */
    ProblemKind problem;
} Comparison;

static const Fact *printed_fact(const Comparison *comparison, const ReportedColumn *column, LineId line)
{
    const Fact *fact = column_fact(comparison->making->chart, column, line);
    return fact_has_value(fact) ? fact : NULL;
}

static bool *explained_at(const Comparison *comparison, LineId line)
{
    return &comparison->explained[line - comparison->making->chart->statements[comparison->new->kind].first];
}

static void addends_explain(const Comparison *comparison, LineId total)
{
    const Line *line = chart_at(comparison->making->chart, total);
    for (size_t i = 0; i < line->addend_count; i++) {
        *explained_at(comparison, line->addends[i]) = true;
        addends_explain(comparison, line->addends[i]);
    }
}

/* A total that one filing prints and the other prints in parts. */
static void total_explain(const Comparison *comparison, LineId total, const ReportedColumn *whole, const ReportedColumn *parts)
{
    Money sum;
    const Chart *chart = comparison->making->chart;
    const Fact *fact = printed_fact(comparison, whole, total);
    if (!fact || printed_fact(comparison, parts, total) || !column_addends(&sum, chart, parts, total) || fabs((double)(sum - fact->money)) > comparison->rounding)
        return;
    *explained_at(comparison, total) = true;
    addends_explain(comparison, total);
    comparison->making->books->same_aggregated++;
}

enum { MOST_SIBLINGS = 12 };

/* The lines into the same total that only the finer filing prints. */
static size_t siblings_collect(LineId *siblings, const Comparison *comparison, LineId line, const ReportedColumn *coarse, const ReportedColumn *fine)
{
    const Chart *chart = comparison->making->chart;
    const Line *total = chart_at(chart, chart_at(chart, line)->into);
    size_t count = 0;
    for (size_t i = 0; i < total->addend_count && count < MOST_SIBLINGS; i++) {
        LineId sibling = total->addends[i];
        const Fact *fact = printed_fact(comparison, fine, sibling);
        if (fact && fact->money && !printed_fact(comparison, coarse, sibling) && !*explained_at(comparison, sibling))
            siblings[count++] = sibling;
    }
    return count;
}

/* Is a line of the coarser filing the finer filing's with some of the lines that only that one prints? All of them are tried first. */
static bool siblings_explain(const Comparison *comparison, LineId line, const ReportedColumn *coarse, const ReportedColumn *fine)
{
    const Chart *chart = comparison->making->chart;
    const Line *entry = chart_at(chart, line);
    if (entry->into == LINE_NONE || entry->unit != UNIT_money)
        return false;
    LineId siblings[MOST_SIBLINGS];
    size_t count = siblings_collect(siblings, comparison, line, coarse, fine);
    Money wanted = printed_fact(comparison, coarse, line)->money - printed_fact(comparison, fine, line)->money;
    for (unsigned set = (1u << count) - 1; set > 0; set--) {
        Money sum = 0;
        for (size_t i = 0; i < count; i++)
            if (set >> i & 1)
                sum += chart_at(chart, siblings[i])->sign * entry->sign * printed_fact(comparison, fine, siblings[i])->money;
        if (fabs((double)(sum - wanted)) > comparison->rounding)
            continue;
        for (size_t i = 0; i < count; i++)
            if (set >> i & 1)
                *explained_at(comparison, siblings[i]) = true;
        *explained_at(comparison, line) = true;
        comparison->making->books->same_aggregated++;
        return true;
    }
    return false;
}

static void difference_report(const Comparison *comparison, LineId line)
{
    Run *run = comparison->making->run;
    const Fact *old = printed_fact(comparison, comparison->old, line), *new = printed_fact(comparison, comparison->new, line);
    if (comparison->problem == PROBLEM_restated)
        comparison->making->books->restated++;
    problem(run, comparison->problem, new->place, "\"" TEXT_FORMAT "\" (" TEXT_FORMAT ") is " TEXT_FORMAT " here and " TEXT_FORMAT "%s at " TEXT_FORMAT,
            TEXT_ARGUMENTS(new->caption), TEXT_ARGUMENTS(period_text(run->arena, new->period)), TEXT_ARGUMENTS(printed_spoken(run->arena, new->printed)),
            TEXT_ARGUMENTS(printed_spoken(run->arena, old->printed)), old->term_count ? " before the split" : "",
            TEXT_ARGUMENTS(place_spoken(run, old->place)));
}

/* Half a unit of the coarser of two prints. */
static double rounding_between(const Statement *a, const Statement *b, uint8_t scale)
{
    uint8_t coarser = a->money.scale > b->money.scale ? a->money.scale : b->money.scale;
    return a->money.scale == b->money.scale || coarser <= scale ? 0 : pow(10, coarser - scale) / 2;
}

/* By line: whether the two say the same of it. */
static const bool *columns_compare(Making *making, const ReportedColumn *old, const ReportedColumn *new)
{
    const StatementKind *kind = &making->chart->statements[new->kind];
    Comparison comparison = {making, old, new, arena_array(making->run->arena, bool, kind->count), rounding_between(old->statement, new->statement, making->scale), PROBLEM_restated};
    if (old->statement->filing == new->statement->filing)
        comparison.problem = PROBLEM_statements_disagree;
    for (LineId line = kind->first; line < kind->first + kind->count; line++) {
        const Fact *a = printed_fact(&comparison, old, line), *b = printed_fact(&comparison, new, line);
        if (a && b && facts_same(a, b)) {
            *explained_at(&comparison, line) = true;
            making->books->same_in_two_filings += old->statement->filing != new->statement->filing;
        }
        total_explain(&comparison, line, old, new);
        total_explain(&comparison, line, new, old);
    }
    for (LineId line = kind->first; line < kind->first + kind->count; line++) {
        bool both = printed_fact(&comparison, old, line) && printed_fact(&comparison, new, line);
        if (both && !*explained_at(&comparison, line) && !siblings_explain(&comparison, line, new, old) && !siblings_explain(&comparison, line, old, new))
            difference_report(&comparison, line);
    }
    return comparison.explained;
}

/* --- the books --- */

static bool filed_before(const TakenStatement *a, const TakenStatement *b)
{
    if (a->filed != DAY_NONE && b->filed != DAY_NONE && a->filed != b->filed)
        return a->filed < b->filed;
    return a->order < b->order;
}

/* The earliest filed first; those of one filing in their order. */
static TakenStatement *taken_sort(Arena *arena, const TakenStatement *taken, size_t count)
{
    TakenStatement *sorted = arena_array(arena, TakenStatement, count);
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        for (; at > 0 && filed_before(&taken[i], &sorted[at - 1]); at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = taken[i];
    }
    return sorted;
}

static ReportedColumn *column_like(const Books *books, const ReportedColumn *wanted)
{
    for (size_t i = 0; i < books->count; i++) {
        ReportedColumn *column = &books->items[i];
        if (column->kind == wanted->kind && column->basis == wanted->basis && period_equal(column->period, wanted->period))
            return column;
    }
    return NULL;
}

static void column_enter(Making *making, const ReportedColumn *column)
{
    ReportedColumn *earlier = column_like(making->books, column);
    if (!earlier) {
        *list_push(making->run->arena, making->books) = *column;
        return;
    }
    if (!columns_one_unit(making->run, making->chart, earlier, column)) {
        making->good = false;
        return;
    }
    const bool *same = columns_compare(making, earlier, column);
    if (earlier->statement->filing != column->statement->filing) {
        column_supersede(earlier, making->run, making->chart, column, same);
        return;
    }
    /* One statement printed as two tables, such as a supplement under it. */
    for (size_t i = 0; i < making->chart->statements[column->kind].count; i++)
        if (!earlier->facts[i])
            earlier->facts[i] = column->facts[i];
}

bool books_make(Books *out, Run *run, const Chart *chart, Text company, const TakenStatement *taken, size_t taken_count, uint8_t reporting_scale)
{
    *out = (Books){.company = company};
    Making making = {.run = run, .chart = chart, .books = out, .scale = reporting_scale, .good = true};
    const TakenStatement *sorted = taken_sort(run->arena, taken, taken_count);
    out->taken = sorted;
    out->taken_count = taken_count;
    Proof *proofs = arena_array(run->arena, Proof, taken_count);
    out->proofs = proofs;
    for (size_t i = 0; i < taken_count; i++)
        statement_take(&making, &sorted[i], &proofs[i]);
    if (!making.good)
        return false;
    if (!splits_apply(run, chart, making.columns.items, making.columns.count))
        return false;
    for (size_t i = 0; i < making.columns.count; i++)
        column_enter(&making, &making.columns.items[i]);
    return making.good;
}
