/* Reading order: amounts by row and column, the rows that no total has taken, comparisons, the note. */
#include "statement/subtotal.h"

#include "statement/swap.h"

#include <stdlib.h>

enum { DIGITS_FEWEST = 5, SWAP_DIGITS_FEWEST = 8, NAMED_MOST = 5 };

typedef struct {
    Test *test;
    size_t columns;
    int64_t *values;  /* by row and column */
    int64_t *units;   /* by row and column: of the last printed digit; 0 where nothing is printed */
    int64_t *sums;    /* by column, of the rows at hand, all added */
    int64_t *signed_sums; /* the same, deductions taken off */
    int *exponents;   /* by column */
    size_t *open;     /* rows that no total has taken */
    size_t open_count;
    size_t since;     /* the first of them that came after the last total */
} Ledger;

static int64_t *row_values(const Ledger *ledger, size_t row) { return ledger->values + row * ledger->columns; }
static int64_t *row_units(const Ledger *ledger, size_t row) { return ledger->units + row * ledger->columns; }

/* --- amounts --- */

static bool is_amount(const Row *row, const Cell *cell)
{
    return cell->dated && row_is_money(row) && cell->printed.unit.kind != UNIT_percent;
}

static bool row_enter(Ledger *ledger, size_t number)
{
    const Row *row = &ledger->test->statement->rows[number];
    for (size_t i = 0; i < row->cell_count; i++) {
        const Cell *cell = &row->cells[i];
        Printed one = cell->printed;
        one.digits = 1;
        if (!is_amount(row, cell))
            continue;
        int exponent = ledger->exponents[cell->column];
        if (!printed_scaled(&row_values(ledger, number)[cell->column], cell->printed, exponent) ||
            !printed_scaled(&row_units(ledger, number)[cell->column], one, exponent))
            return false;
    }
    return true;
}

static bool ledger_begin(Ledger *ledger, Test *test)
{
    const Statement *statement = test->statement;
    Arena *arena = test->run->arena;
    *ledger = (Ledger){.test = test, .columns = statement->column_count};
    ledger->values = arena_array(arena, int64_t, ledger->columns * statement->row_count);
    ledger->units = arena_array(arena, int64_t, ledger->columns * statement->row_count);
    ledger->sums = arena_array(arena, int64_t, ledger->columns);
    ledger->signed_sums = arena_array(arena, int64_t, ledger->columns);
    ledger->exponents = arena_array(arena, int, ledger->columns);
    ledger->open = arena_array(arena, size_t, statement->row_count);
    for (size_t i = 0; i < ledger->columns; i++)
        ledger->exponents[i] = 127;
    for (size_t i = 0; i < statement->row_count; i++)
        for (size_t j = 0; j < statement->rows[i].cell_count; j++) {
            const Cell *cell = &statement->rows[i].cells[j];
            int exponent = printed_exponent(cell->printed);
            if (is_amount(&statement->rows[i], cell) && exponent < ledger->exponents[cell->column])
                ledger->exponents[cell->column] = exponent;
        }
    for (size_t i = 0; i < statement->row_count; i++)
        if (!row_enter(ledger, i))
            return false;
    return true;
}

/* --- comparisons --- */

static size_t digits_of(const Ledger *ledger, size_t row)
{
    size_t digits = 0;
    for (size_t i = 0; i < ledger->columns; i++)
        for (int64_t rest = llabs(row_values(ledger, row)[i]); rest; rest /= 10)
            digits++;
    return digits;
}

static bool row_is_nothing(const Ledger *ledger, size_t row)
{
    for (size_t i = 0; i < ledger->columns; i++)
        if (row_values(ledger, row)[i])
            return false;
    return true;
}

typedef enum { FORM_added, FORM_deducted, FORM_first_less_others } Form;

/* Does a row hold what the rows at hand make? `first` is the first of them. */
static bool row_holds(const Ledger *ledger, size_t row, size_t first, Form form)
{
    for (size_t i = 0; i < ledger->columns; i++) {
        int64_t sum = form == FORM_deducted ? ledger->signed_sums[i] : ledger->sums[i];
        if (form == FORM_first_less_others)
            sum = 2 * row_values(ledger, first)[i] - sum;
        if (row_units(ledger, row)[i] && row_values(ledger, row)[i] != sum)
            return false;
    }
    return true;
}

static bool row_holds_some(const Ledger *ledger, size_t row, size_t first)
{
    return row_holds(ledger, row, first, FORM_added) || row_holds(ledger, row, first, FORM_deducted) || row_holds(ledger, row, first, FORM_first_less_others);
}

/* Takes one more row into the sums. A deduction printed in parentheses is negative already. */
static void sums_add(Ledger *ledger, size_t row)
{
    bool deducted = ledger->test->statement->rows[row].deducted;
    for (size_t i = 0; i < ledger->columns; i++) {
        int64_t value = row_values(ledger, row)[i];
        ledger->sums[i] += value;
        ledger->signed_sums[i] += deducted && value > 0 ? -value : value;
    }
}

static void sums_clear(Ledger *ledger)
{
    for (size_t i = 0; i < ledger->columns; i++)
        ledger->sums[i] = ledger->signed_sums[i] = 0;
}

/* The first of the open rows that a row is the sum of; open_count when there are none. */
static size_t addends_find(Ledger *ledger, size_t row)
{
    size_t addends = 0;
    sums_clear(ledger);
    for (size_t at = ledger->open_count; at-- > 0;) {
        size_t first = ledger->open[at];
        sums_add(ledger, first);
        addends += !row_is_nothing(ledger, first);
        if (addends > 1 && row_holds_some(ledger, row, first))
            return at;
    }
    return ledger->open_count;
}

/* Does rounding explain the difference from the rows since the last total? */
static bool sum_is_rounded(Ledger *ledger, size_t row)
{
    if (ledger->open_count - ledger->since < 2)
        return false;
    sums_clear(ledger);
    for (size_t at = ledger->since; at < ledger->open_count; at++)
        sums_add(ledger, ledger->open[at]);
    for (size_t i = 0; i < ledger->columns; i++) {
        int64_t units = row_units(ledger, row)[i], value = row_values(ledger, row)[i];
        if (!units)
            continue;
        for (size_t at = ledger->since; at < ledger->open_count; at++)
            units += row_units(ledger, ledger->open[at])[i];
        if (2 * llabs(value - ledger->sums[i]) > units || 100 * units > llabs(value))
            return false;
    }
    return true;
}

/* --- exchanged figures --- */

/* The only two columns in which a row is not the sum at hand, when there are just two. */
static bool columns_out(uint8_t out[2], const Ledger *ledger, size_t row)
{
    size_t count = 0;
    for (size_t i = 0; i < ledger->columns; i++) {
        if (!row_units(ledger, row)[i] || row_values(ledger, row)[i] == ledger->sums[i])
            continue;
        if (count == 2)
            return false;
        out[count++] = (uint8_t)i;
    }
    return count == 2 && ledger->exponents[out[0]] == ledger->exponents[out[1]];
}

/* The row from the open one at `from` on, or the total itself, whose figures have to change places; `row_count` when there is none. */
static size_t swapped_find(const Ledger *ledger, size_t row, size_t from, const uint8_t columns[2])
{
    const int64_t *total = row_values(ledger, row);
    int64_t excess = total[columns[0]] - ledger->sums[columns[0]];
    if (!swap_is_possible(excess, total[columns[1]] - ledger->sums[columns[1]]))
        return ledger->test->statement->row_count;
    if (total[columns[0]] == ledger->sums[columns[1]])
        return row;
    for (size_t at = from; at < ledger->open_count; at++) {
        const int64_t *values = row_values(ledger, ledger->open[at]);
        const int64_t *units = row_units(ledger, ledger->open[at]);
        if (units[columns[0]] && units[columns[1]] && values[columns[1]] - values[columns[0]] == excess)
            return ledger->open[at];
    }
    return ledger->test->statement->row_count;
}

/* The first of the open rows that a row is the sum of when one of them has its figures exchanged, which is reported. */
static size_t addends_find_swapped(Ledger *ledger, size_t row)
{
    uint8_t columns[2];
    if (digits_of(ledger, row) < SWAP_DIGITS_FEWEST)
        return ledger->open_count;
    sums_clear(ledger);
    for (size_t at = ledger->open_count; at-- > 0;) {
        sums_add(ledger, ledger->open[at]);
        if (ledger->open_count - at < 2 || !columns_out(columns, ledger, row))
            continue;
        size_t swapped = swapped_find(ledger, row, at, columns);
        if (swapped == ledger->test->statement->row_count)
            continue;
        swap_report(ledger->test, swapped, columns[0], columns[1], row);
        return at;
    }
    return ledger->open_count;
}

/* --- rows --- */

static size_t columns_printed(const Ledger *ledger, size_t row)
{
    size_t count = 0;
    for (size_t i = 0; i < ledger->columns; i++)
        count += row_units(ledger, row)[i] > 0;
    return count;
}

static bool may_be_total(const Test *test, const Row *row)
{
    return row->total || row->after_rule || (row->line != LINE_NONE && chart_at(test->column.chart, row->line)->is_total);
}

/* The first of the addends of a row that may be a total, and whether it is their sum exactly; open_count when it is none. Counts how it foots, unless the chart did. */
static size_t total_foot(bool *exact, Ledger *ledger, size_t number)
{
    Footing *footing = ledger->test->footing;
    const Row *row = &ledger->test->statement->rows[number];
    size_t columns = ledger->test->tested[number] ? 0 : columns_printed(ledger, number); /* what the chart could test is counted already */
    size_t at = digits_of(ledger, number) >= DIGITS_FEWEST ? addends_find(ledger, number) : ledger->open_count;
    *exact = at < ledger->open_count;
    if (*exact) {
        footing->totals_exact += columns;
    } else if (row->total && sum_is_rounded(ledger, number)) {
        at = ledger->since;
        footing->totals_rounded += columns;
    } else if (row->total) {
        at = addends_find_swapped(ledger, number);
        footing->totals_wrong += at < ledger->open_count && columns ? 2 : 0;
    }
    return at;
}

/* The total of a single row, which it repeats. */
static bool repeats_last(const Ledger *ledger, size_t number)
{
    size_t last = ledger->open_count ? ledger->open[ledger->open_count - 1] : number;
    for (size_t i = 0; i < ledger->columns; i++)
        if (row_values(ledger, last)[i] != row_values(ledger, number)[i])
            return false;
    return last != number;
}

/* Does the suffix of open rows at `at` begin where rows begin to be added up: behind a total, below a rule, in a section of its own? */
static bool is_boundary(const Ledger *ledger, size_t at)
{
    const Row *rows = ledger->test->statement->rows;
    const Row *row = &rows[ledger->open[at]], *before = at ? &rows[ledger->open[at - 1]] : NULL;
    return !before || row->after_rule || may_be_total(ledger->test, before) || !text_equal(row->section, before->section);
}

/* A total of the chart that adds up as it stands on the page is not the filer's mistake: rows that the chart does not know take part in it. */
static void misfits_clear(Test *test, size_t row)
{
    for (size_t i = 0; i < test->misfits.count; i++) {
        Misfit *misfit = &test->misfits.items[i];
        if (misfit->row != row || misfit->same != LINE_NONE || misfit->explained)
            continue;
        misfit->explained = true;
        test->footing->totals_wrong--;
        test->footing->totals_exact++;
    }
}

/* In the columns in which the total is printed. */
static void mark_row(const Ledger *ledger, size_t row, size_t total, ProofMark mark)
{
    for (size_t i = 0; i < ledger->columns; i++)
        if (row_units(ledger, total)[i])
            proof_mark(&ledger->test->footing->proof, ledger->test->statement, row, (uint8_t)i, mark);
}

/* Takes the addends out of the open rows when the row is their sum. False when it looks like a total of rows above and is none. */
static bool total_take(Ledger *ledger, size_t number)
{
    const Row *row = &ledger->test->statement->rows[number];
    bool exact;
    size_t at = total_foot(&exact, ledger, number), above = ledger->open_count;
    bool found = at < above, repeats = !found && row->total && repeats_last(ledger, number);
    if (found && ledger->test->gravity < SEVERITY_error && is_boundary(ledger, at))
        misfits_clear(ledger->test, number);
    for (size_t i = at; found && i <= above; i++)
        mark_row(ledger, i < above ? ledger->open[i] : number, number, exact ? PROOF_MARK_held : PROOF_MARK_bounded);
    if (found || repeats)
        ledger->open_count = found ? at : above - 1;
    if (found || row->total)
        ledger->since = ledger->open_count + 1;
    return found || repeats || !row->total || row->line != LINE_NONE || above < 2;
}

static void append_row_name(TextBuilder *out, const Test *test, const Row *row, size_t count)
{
    const Source *source = test->statement->filing->source;
    if (count)
        text_append(out, TEXT(", "));
    if (row->caption.length) {
        text_append_char(out, '"');
        text_append(out, row->caption);
        text_append(out, TEXT("\" "));
    }
    text_append(out, TEXT("in line "));
    text_append_number(out, source_line(source, test->run->arena, row->cells[0].place.start));
}

static void report_unexplained(const Test *test, Text names, size_t count, const Row *first)
{
    Text more = count > NAMED_MOST ? text_format(test->run->arena, " and %zu more", count - NAMED_MOST) : (Text){0};
    problem(test->run, PROBLEM_subtotal_unexplained, first->cells[0].place,
            "%zu total%s without a line of the chart %s no sum of the rows above: " TEXT_FORMAT TEXT_FORMAT, count, count == 1 ? "" : "s",
            count == 1 ? "is" : "are", TEXT_ARGUMENTS(names), TEXT_ARGUMENTS(more));
}

static bool has_unnamed_total(const Test *test)
{
    for (size_t i = 0; i < test->statement->row_count; i++) {
        const Row *row = &test->statement->rows[i];
        if (row->line == LINE_NONE && (row->total || row->after_rule))
            return true;
    }
    return false;
}

void subtotals_test(Test *test)
{
    Ledger ledger;
    TextBuilder names = {.arena = test->run->arena};
    const Row *first = NULL;
    size_t count = 0;
    if (!has_unnamed_total(test) || !ledger_begin(&ledger, test))
        return;
    for (size_t i = 0; i < test->statement->row_count; i++) {
        const Row *row = &test->statement->rows[i];
        if (!columns_printed(&ledger, i))
            continue;
        if (may_be_total(test, row) && !total_take(&ledger, i)) {
            first = first ? first : row;
            if (count < NAMED_MOST)
                append_row_name(&names, test, row, count);
            count++;
        }
        ledger.open[ledger.open_count++] = i;
    }
    if (count)
        report_unexplained(test, text_builder_text(&names), count, first);
}
