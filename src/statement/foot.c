/* Reading order: amounts of one column and their sums, rows that the chart does not know, the statement, reported columns. */
#include "statement/eps.h"
#include "statement/subtotal.h"
#include "statement/swap.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool has_direct_addend(const Column *column, LineId total)
{
    const Line *line = chart_at(column->chart, total);
    for (size_t i = 0; i < line->addend_count; i++)
        if (amount_at(column, line->addends[i]).printed)
            return true;
    return false;
}

typedef enum { FIT_untested, FIT_exact, FIT_rounded, FIT_wrong } Fit;

/* Half a unit for each addend and half a unit for the total. */
static Fit amount_fit(Amount total, Sum sum)
{
    if (!total.printed || sum.count == 0)
        return FIT_untested;
    int64_t difference = total.value - sum.value;
    if (difference == 0)
        return FIT_exact;
    return 2 * llabs(difference) <= sum.units + total.unit ? FIT_rounded : FIT_wrong;
}

/* An addend of the total, however deep, that makes the sum exact when it is taken the other way. */
static LineId addend_turned(const Column *column, LineId total, int64_t excess, int sign)
{
    const Line *line = chart_at(column->chart, total);
    for (size_t i = 0; i < line->addend_count; i++) {
        LineId addend = line->addends[i];
        int signed_once = sign * chart_at(column->chart, addend)->sign;
        Amount amount = amount_at(column, addend);
        LineId found = amount.printed ? (2 * signed_once * amount.value == excess ? addend : LINE_NONE)
                                      : addend_turned(column, addend, excess, signed_once);
        if (found != LINE_NONE)
            return found;
    }
    return LINE_NONE;
}

/* --- one column of a printed statement --- */

/* Takes up the rows of one column. False when its amounts do not fit one another in 64 bits: then nothing can be tested. */
static bool test_begin(Test *test, uint8_t number)
{
    const Statement *statement = test->statement;
    const StatementKind *kind = test->column.kind;
    test->number = number;
    test->exponent = 127;
    test->unknown_count = 0;
    memset(test->column.amounts, 0, kind->count * sizeof *test->column.amounts);
    memset(test->unknown, 0, statement->row_count * sizeof *test->unknown);
    for (size_t i = 0; i < statement->row_count; i++) {
        const Cell *cell = test->cells[i] = row_cell(&statement->rows[i], number);
        if (cell && row_is_money(&statement->rows[i]) && printed_exponent(cell->printed) < test->exponent)
            test->exponent = printed_exponent(cell->printed);
    }
    for (size_t i = 0; i < statement->row_count; i++) {
        const Row *row = &statement->rows[i];
        int64_t value, unit;
        Printed one = test->cells[i] ? test->cells[i]->printed : (Printed){0};
        one.digits = 1;
        if (!test->cells[i] || !row_is_money(row))
            continue;
        if (!printed_scaled(&value, test->cells[i]->printed, test->exponent) || !printed_scaled(&unit, one, test->exponent))
            return false;
        bool known = row->line != LINE_NONE && chart_at(test->column.chart, row->line)->unit == UNIT_money;
        Amount *amount = known ? &test->column.amounts[row->line - kind->first] : NULL;
        if (amount && !amount->printed) {
            *amount = (Amount){true, value, unit};
            test->row_of[row->line - kind->first] = i;
        } else if (!amount || amount->value != value) {
            test->unknown[i] = true;
            test->unknown_count++;
        }
    }
    return true;
}

static Text value_text(const Test *test, int64_t value, const Cell *like)
{
    int decimals = like->printed.unit.scale - test->exponent;
    return amount_spoken(test->run->arena, (double)value / pow(10, decimals), decimals > 0 ? decimals : 0);
}

static Text line_caption(const Test *test, LineId line)
{
    const Row *row = &test->statement->rows[test->row_of[line - test->column.kind->first]];
    return row->caption.length ? row->caption : chart_at(test->column.chart, line)->label;
}

static Text difference_text(const Test *test, LineId total, Sum sum, Text hint)
{
    const Cell *cell = test->cells[test->row_of[total - test->column.kind->first]];
    int64_t value = amount_at(&test->column, total).value;
    return text_format(test->run->arena,
                       "\"" TEXT_FORMAT "\" (" TEXT_FORMAT ") is " TEXT_FORMAT " where %zu addend%s make%s " TEXT_FORMAT ": out by " TEXT_FORMAT TEXT_FORMAT,
                       TEXT_ARGUMENTS(line_caption(test, total)), TEXT_ARGUMENTS(period_text(test->run->arena, cell->period)),
                       TEXT_ARGUMENTS(value_text(test, value, cell)), sum.count, sum.count == 1 ? "" : "s", sum.count == 1 ? "s" : "",
                       TEXT_ARGUMENTS(value_text(test, sum.value, cell)), TEXT_ARGUMENTS(value_text(test, value - sum.value, cell)), TEXT_ARGUMENTS(hint));
}

static void report_difference(const Test *test, Severity severity, ProblemKind kind, LineId total, Sum sum, Text hint)
{
    const Cell *cell = test->cells[test->row_of[total - test->column.kind->first]];
    problem_as(test->run, severity, kind, cell->place, TEXT_FORMAT, TEXT_ARGUMENTS(difference_text(test, total, sum, hint)));
}

static void report_turned(const Test *test, LineId total, Sum sum, LineId turned)
{
    Text hint = text_format(test->run->arena, "; it foots when \"" TEXT_FORMAT "\" is taken with the other sign than the chart gives it",
                            TEXT_ARGUMENTS(line_caption(test, turned)));
    bool parsed_only = test->gravity < SEVERITY_error;
    test->footing->totals_wrong += !parsed_only;
    report_difference(test, parsed_only ? SEVERITY_note : test->gravity, PROBLEM_total_does_not_foot, total, sum, hint);
}

/* Said at the end: two columns together may tell why. */
static void misfit_add(Test *test, LineId total, LineId same, Sum sum, Text hint)
{
    size_t row = test->row_of[total - test->column.kind->first];
    Misfit *misfit = list_push(test->run->arena, &test->misfits);
    *misfit = (Misfit){.total = total, .same = same, .row = row, .column = test->number, .exponent = test->exponent, .sum = sum.value};
    misfit->value = amount_at(&test->column, total).value;
    misfit->place = test->cells[row]->place;
    misfit->message = difference_text(test, total, sum, hint);
    test->footing->totals_wrong++;
}

static void mark_line(Test *test, LineId line)
{
    proof_mark(&test->footing->proof, test->statement, test->row_of[line - test->column.kind->first], test->number, PROOF_MARK_held);
}

/* The addends that were added: those of a total that is not printed in its place. */
static void mark_addends(Test *test, LineId total)
{
    const Line *line = chart_at(test->column.chart, total);
    for (size_t i = 0; i < line->addend_count; i++) {
        if (amount_at(&test->column, line->addends[i]).printed)
            mark_line(test, line->addends[i]);
        else
            mark_addends(test, line->addends[i]);
    }
}

static void fit_record(Test *test, LineId total, Sum sum, Fit fit)
{
    LineId turned = LINE_NONE;
    if (fit == FIT_exact || fit == FIT_rounded) {
        mark_line(test, total);
        mark_addends(test, total);
    }
    if (fit != FIT_untested)
        test->tested[test->row_of[total - test->column.kind->first]] = true;
    switch (fit) {
    case FIT_untested:
        break;
    case FIT_exact:
        test->footing->totals_exact++;
        break;
    case FIT_rounded:
        test->footing->totals_rounded++;
        report_difference(test, SEVERITY_note, PROBLEM_total_rounded, total, sum, TEXT(", which rounding explains"));
        break;
    case FIT_wrong:
        turned = addend_turned(&test->column, total, sum.value - amount_at(&test->column, total).value, 1);
        if (turned != LINE_NONE)
            report_turned(test, total, sum, turned);
        else
            misfit_add(test, total, LINE_NONE, sum, TEXT(""));
        break;
    }
}

/* --- rows that the chart does not know --- */

static bool line_is_under(const Chart *chart, LineId line, LineId total)
{
    while (line != LINE_NONE && line != total)
        line = chart_at(chart, line)->into;
    return line == total;
}

/* The line whose amount a row gives to the column, if any. */
static LineId row_line(const Test *test, size_t row)
{
    LineId line = test->statement->rows[row].line;
    bool taken = test->cells[row] && line != LINE_NONE && amount_at(&test->column, line).printed &&
                 test->row_of[line - test->column.kind->first] == row;
    return taken ? line : LINE_NONE;
}

/* The first row of a total's own: after the last line before its first addend that is none of its own. Without addends: after the last line. */
static size_t first_own_row(const Test *test, LineId total, size_t total_row)
{
    size_t first = total_row;
    for (size_t i = total_row; i-- > 0;) {
        LineId line = row_line(test, i);
        if (line != LINE_NONE && line_is_under(test->column.chart, line, total))
            first = i;
    }
    while (first > 0 && row_line(test, first - 1) == LINE_NONE)
        first--;
    return first;
}

/* Takes the unknown rows of a total out of the count and says whether the total foots with them in some way. */
static Fit unknown_rows_fit(Test *test, LineId total, Sum sum, Fit fit)
{
    size_t total_row = test->row_of[total - test->column.kind->first];
    size_t first = first_own_row(test, total, total_row), rule = first, taken = 0;
    int64_t value = amount_at(&test->column, total).value, all = 0, since_rule = 0;
    for (size_t i = first; i < total_row; i++) {
        if (test->statement->rows[i].after_rule) {
            since_rule = 0;
            rule = i;
        }
        int64_t unknown = 0;
        if (!test->unknown[i] || !printed_scaled(&unknown, test->cells[i]->printed, test->exponent))
            continue;
        all += unknown;
        since_rule += unknown;
        taken++;
    }
    if (taken == 0)
        return fit;
    bool foots = fit == FIT_exact || sum.value + all == value || sum.value - all == value;
    if (!foots && sum.value + since_rule == value) {
        foots = true;
        first = rule;
    }
    for (size_t i = first; i < total_row && (foots || sum.count > 0); i++) {
        if (test->unknown[i] && foots && fit != FIT_exact)
            proof_mark(&test->footing->proof, test->statement, i, test->number, PROOF_MARK_held);
        test->unknown_count -= test->unknown[i];
        test->unknown[i] = false;
    }
    return foots ? FIT_exact : FIT_untested;
}

static void total_test(Test *test, LineId line)
{
    Sum sum = {0};
    const Line *total = chart_at(test->column.chart, line);
    sum_addends(&sum, &test->column, line, 1);
    Fit fit = amount_fit(amount_at(&test->column, line), sum);
    if (fit != FIT_exact && sum.count == 1 && !has_direct_addend(&test->column, line))
        fit = FIT_untested; /* a table of highlights: revenue and net income, and nothing between them */
    if (total->is_total && test->unknown_count)
        fit = unknown_rows_fit(test, line, sum, fit);
    fit_record(test, line, sum, fit);
    if (total->equals == LINE_NONE || !amount_at(&test->column, total->equals).printed)
        return;
    Amount other = amount_at(&test->column, total->equals);
    Sum same = {other.value, other.unit, 1};
    fit = amount_fit(amount_at(&test->column, line), same);
    test->footing->totals_exact += fit == FIT_exact;
    test->footing->totals_rounded += fit == FIT_rounded;
    if (fit == FIT_exact || fit == FIT_rounded) {
        mark_line(test, line);
        mark_line(test, total->equals);
    }
    Text hint = text_format(test->run->arena, "; it has to equal \"" TEXT_FORMAT "\"", TEXT_ARGUMENTS(line_caption(test, total->equals)));
    if (fit == FIT_rounded)
        report_difference(test, SEVERITY_note, PROBLEM_total_rounded, line, same, hint);
    if (fit == FIT_wrong)
        misfit_add(test, line, total->equals, same, hint);
}

/* --- the statement --- */

void statement_foot(Footing *out, Run *run, const Statement *statement, Severity gravity)
{
    const Chart *chart = statement->chart;
    const StatementKind *kind = &chart->statements[statement->kind];
    Test test = {.run = run, .statement = statement, .gravity = gravity, .footing = out, .column = {.chart = chart, .kind = kind}};
    test.column.amounts = arena_array(run->arena, Amount, kind->count);
    test.cells = arena_array(run->arena, const Cell *, statement->row_count);
    test.row_of = arena_array(run->arena, size_t, kind->count);
    test.unknown = arena_array(run->arena, bool, statement->row_count);
    test.tested = arena_array(run->arena, bool, statement->row_count);
    *out = (Footing){0};
    proof_begin(&out->proof, run->arena, statement);
    for (uint8_t number = 0; number < statement->column_count; number++) {
        if (!test_begin(&test, number))
            continue;
        /* In the order of the rows, so that an inner total takes its unknown rows before the total above it looks for its own. */
        for (size_t i = 0; i < statement->row_count; i++) {
            LineId line = row_line(&test, i);
            if (line != LINE_NONE && (chart_at(chart, line)->is_total || chart_at(chart, line)->equals != LINE_NONE))
                total_test(&test, line);
        }
        eps_test(&test);
    }
    if (test.misfits.count)
        swaps_explain(&test);
    subtotals_test(&test);
    for (size_t i = 0; i < test.misfits.count; i++)
        if (!test.misfits.items[i].explained)
            problem_as(run, gravity, PROBLEM_total_does_not_foot, test.misfits.items[i].place, TEXT_FORMAT, TEXT_ARGUMENTS(test.misfits.items[i].message));
    proof_end(&out->proof, run->arena, statement, out->totals_wrong + out->eps_wrong > 0);
}

/* --- reported columns --- */

/* A printed line that closes the statement: what would stand below it and is not printed is nothing. */
static bool is_below_the_close(const Column *column, LineId total)
{
    const Line *line = chart_at(column->chart, total);
    for (size_t i = 0; i < line->addend_count; i++) {
        LineId addend = line->addends[i];
        bool printed = amount_at(column, addend).printed;
        if ((printed && chart_at(column->chart, addend)->grand) || (!printed && is_below_the_close(column, addend)))
            return true;
    }
    return false;
}

/* Do the printed totals above a line foot, and is there one? */
static bool totals_above_foot(const Column *column, LineId line)
{
    bool proven = false;
    for (LineId total = chart_at(column->chart, line)->into; total != LINE_NONE; total = chart_at(column->chart, total)->into) {
        if (!amount_at(column, total).printed)
            continue;
        Sum sum = {0};
        sum_addends(&sum, column, total, 1);
        Fit fit = amount_fit(amount_at(column, total), sum);
        if (fit != FIT_exact && fit != FIT_rounded)
            return false;
        proven = true;
    }
    return proven;
}

static Column column_of(const Chart *chart, const ReportedColumn *reported)
{
    return (Column){.chart = chart, .kind = &chart->statements[reported->kind], .facts = reported};
}

static bool column_has(const Column *column, LineId line)
{
    return line >= column->kind->first && line < column->kind->first + column->kind->count;
}

bool column_addends(Money *out, const Chart *chart, const ReportedColumn *reported, LineId total)
{
    Column column = column_of(chart, reported);
    Sum sum = {0};
    if (column_has(&column, total))
        sum_addends(&sum, &column, total, 1);
    *out = sum.value;
    return sum.count > 0;
}

bool column_sum(Money *out, const Chart *chart, const ReportedColumn *reported, LineId total)
{
    Column column = column_of(chart, reported);
    return column_addends(out, chart, reported, total) && (is_below_the_close(&column, total) || totals_above_foot(&column, total));
}

bool column_foots(const Chart *chart, const ReportedColumn *reported, LineId absent)
{
    Money own;
    Column column = column_of(chart, reported);
    return column_has(&column, absent) && !column_addends(&own, chart, reported, absent) && totals_above_foot(&column, absent);
}

/* A total that an option set proves nothing of its lines. */
static bool set_above(const Chart *chart, const ReportedColumn *column, LineId line)
{
    for (LineId total = chart_at(chart, line)->into; total != LINE_NONE; total = chart_at(chart, total)->into) {
        const Fact *fact = column_fact(chart, column, total);
        if (fact && fact->state == STATE_set)
            return true;
    }
    return false;
}

bool column_hides(const Chart *chart, const ReportedColumn *reported, LineId line)
{
    Money sum;
    Column column = column_of(chart, reported);
    LineId total = chart_at(chart, line)->into;
    bool closed = false;
    for (; total != LINE_NONE && !amount_at(&column, total).printed; total = chart_at(chart, total)->into)
        closed = closed || is_below_the_close(&column, total);
    if (total == LINE_NONE)
        return (chart_at(chart, line)->into != LINE_NONE || chart_at(chart, line)->grand) && !closed;
    return column_addends(&sum, chart, reported, total) && !totals_above_foot(&column, line) && !set_above(chart, reported, line);
}
