/* Per-share amounts: do they lie in the interval that their parts, as rounded, allow? */
#include "statement/eps.h"

#include <math.h>

typedef struct {
    double least, most;
} Interval;

static Interval interval_of(Printed printed)
{
    Printed half = printed;
    half.digits = 5;
    half.decimals = (uint8_t)(half.decimals + 1);
    double value = printed_to_double(printed, 0), width = printed_to_double(half, 0);
    return (Interval){value - width, value + width};
}

static Interval interval_quotient(Interval income, Interval shares)
{
    return (Interval){income.least / (income.least < 0 ? shares.least : shares.most), income.most / (income.most < 0 ? shares.most : shares.least)};
}

static void mark_cell(const Test *test, const Cell *cell, ProofMark mark)
{
    for (size_t i = 0; i < test->statement->row_count; i++)
        if (test->cells[i] == cell)
            proof_mark(&test->footing->proof, test->statement, i, test->number, mark);
}

static const Cell *line_cell(const Test *test, LineId line)
{
    for (size_t i = 0; line != LINE_NONE && i < test->statement->row_count; i++)
        if (chart_prints(test->column.chart, test->statement->rows[i].line, line) && test->cells[i])
            return test->cells[i];
    return NULL;
}

/* Income for the holders of common stock: as printed, or net income less what the preferred receive, or net income. */
static bool common_income(Interval *out, const Test *test)
{
    const PerShareLines *lines = &test->column.chart->per_share;
    if (lines->income < test->column.kind->first || lines->income >= test->column.kind->first + test->column.kind->count)
        return false;
    Sum sum = {0};
    LineId line = lines->common_income;
    if (line == LINE_NONE || (!amount_at(&test->column, line).printed && !amount_at(&test->column, lines->income).printed))
        line = lines->income;
    Amount amount = amount_at(&test->column, line);
    if (amount.printed)
        sum = (Sum){amount.value, amount.unit, 1};
    else if (line == lines->common_income)
        sum_addends(&sum, &test->column, line, 1);
    double unit = pow(10, test->exponent);
    *out = (Interval){((double)sum.value - (double)sum.units / 2) * unit, ((double)sum.value + (double)sum.units / 2) * unit};
    return sum.count > 0;
}

/* Income that a printed amount per share stands for. */
static Interval income_implied(const Cell *eps, const Cell *shares)
{
    Interval each = interval_of(eps->printed), count = interval_of(shares->printed);
    return (Interval){each.least * (each.least < 0 ? count.most : count.least), each.most * (each.most < 0 ? count.least : count.most)};
}

/* What a statement need not print and yet takes part in the income of a share: interest that is added back on convertible securities (diluted
 * only, and not above basic), and dividends on preferred stock (taken off for basic, and for diluted unless that stock is converted). */
static const char *eps_excuse(const Test *test, bool diluted, Interval printed, Interval found)
{
    const PerShareLines *lines = &test->column.chart->per_share;
    const Cell *basic = line_cell(test, lines->basic_eps), *other = line_cell(test, lines->diluted_eps);
    const Cell *basic_shares = line_cell(test, lines->basic_shares), *other_shares = line_cell(test, lines->diluted_shares);
    if (!basic || !other || !basic_shares || !other_shares)
        return NULL;
    if (diluted && printed.least > found.most && printed.least < interval_of(basic->printed).most)
        return "; interest added back on convertible securities would explain it";
    Interval a = income_implied(basic, basic_shares), b = income_implied(other, other_shares);
    if (printed.most < found.least && a.least <= b.most && interval_of(other->printed).least <= interval_of(basic->printed).most)
        return "; dividends on preferred stock that the statement does not print would explain it";
    return NULL;
}

static void eps_report(const Test *test, const Cell *eps, const Row *row, Interval found, bool diluted)
{
    const char *excuse = eps_excuse(test, diluted, interval_of(eps->printed), found);
    test->footing->eps_wrong += !excuse;
    Arena *arena = test->run->arena;
    int decimals = eps->printed.decimals + 2;
    problem_as(test->run, excuse ? SEVERITY_note : SEVERITY_warning, PROBLEM_eps_does_not_recompute, eps->place,
               "\"" TEXT_FORMAT "\" (" TEXT_FORMAT ") is " TEXT_FORMAT " where income over shares is " TEXT_FORMAT " to " TEXT_FORMAT "%s",
               TEXT_ARGUMENTS(row->caption), TEXT_ARGUMENTS(period_text(arena, eps->period)),
               TEXT_ARGUMENTS(amount_spoken(arena, printed_to_double(eps->printed, 0), eps->printed.decimals)),
               TEXT_ARGUMENTS(amount_spoken(arena, found.least, decimals)), TEXT_ARGUMENTS(amount_spoken(arena, found.most, decimals)),
               excuse ? excuse : "");
}

static void eps_line_test(const Test *test, LineId eps_line, LineId shares_line)
{
    const Cell *eps = line_cell(test, eps_line), *shares = line_cell(test, shares_line);
    Interval income;
    if (!eps || !shares || eps->nil || shares->printed.digits <= 0 || !common_income(&income, test))
        return;
    Interval found = interval_quotient(income, interval_of(shares->printed)), printed = interval_of(eps->printed);
    double slack = 1e-12 * (fabs(printed.least) + fabs(printed.most)); /* of the doubles, not of the filing */
    if (printed.least <= found.most + slack && found.least <= printed.most + slack) {
        test->footing->eps_recomputed++;
        mark_cell(test, eps, PROOF_MARK_held);
        mark_cell(test, shares, PROOF_MARK_bounded);
        return;
    }
    for (size_t i = 0; i < test->statement->row_count; i++)
        if (test->cells[i] == eps)
            eps_report(test, eps, &test->statement->rows[i], found, eps_line == test->column.chart->per_share.diluted_eps);
}

void eps_test(const Test *test)
{
    const PerShareLines *lines = &test->column.chart->per_share;
    bool both = line_cell(test, lines->basic_eps) == line_cell(test, lines->diluted_eps) &&
                line_cell(test, lines->basic_shares) == line_cell(test, lines->diluted_shares);
    eps_line_test(test, lines->basic_eps, lines->basic_shares);
    if (!both)
        eps_line_test(test, lines->diluted_eps, lines->diluted_shares);
}
