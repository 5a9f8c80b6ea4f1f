#include "statement/replace.h"

enum { MOVED_TERMS = 3 };

static bool refuse(Run *run, const Chart *chart, const Books *books, LineId line, WantedPeriod wanted, Place option)
{
    return problem_as(run, SEVERITY_usage, PROBLEM_source_not_reported, option, "no filing of " TEXT_FORMAT " reports " TEXT_FORMAT " for " TEXT_FORMAT,
                      TEXT_ARGUMENTS(books->company), TEXT_ARGUMENTS(chart_at(chart, line)->name), TEXT_ARGUMENTS(wanted_period_text(run->arena, wanted)));
}

static ReportedColumn *find_column(const Books *books, const Chart *chart, LineId line, Basis basis, WantedPeriod wanted)
{
    uint8_t kind = chart_at(chart, line)->statement;
    if (!chart->statements[kind].has_bases)
        basis = BASIS_gaap;
    for (size_t i = 0; i < books->count; i++) {
        ReportedColumn *column = &books->items[i];
        if (column->kind == kind && column->basis == basis && wanted_period_matches(wanted, column->period))
            return column;
    }
    return NULL;
}

const Fact *books_replaceable(const Books *books, const Chart *chart, LineId line, Basis basis, WantedPeriod wanted)
{
    const ReportedColumn *column = find_column(books, chart, line, basis, wanted);
    return column ? column_fact(chart, column, line) : NULL;
}

static void set_fact(Fact *fact, UnitKind unit, Money money, double number, Text reason)
{
    fact->state = STATE_set;
    fact->money = unit == UNIT_money ? money : 0;
    fact->number = number;
    fact->reason = reason;
    fact->terms = NULL;
    fact->term_count = 0;
}

static Fact *fact_copy(Arena *arena, const Fact *fact)
{
    Fact *copy = arena_new(arena, Fact);
    *copy = *fact;
    return copy;
}

/* What a total is, with another figure in place of the one before. */
static const Term *moved_terms(Arena *arena, const Fact *total, int sign, const Fact *before, const Fact *after)
{
    Term *terms = arena_array(arena, Term, MOVED_TERMS);
    terms[0] = (Term){1, fact_copy(arena, total)};
    terms[1] = (Term){-sign, before};
    terms[2] = (Term){sign, fact_copy(arena, after)};
    return terms;
}

static void set_total(Arena *arena, Fact *total, int sign, const Fact *before, const Fact *after)
{
    const Term *terms = moved_terms(arena, total, sign, before, after);
    Money money = total->money + sign * (after->money - before->money);
    set_fact(total, UNIT_money, money, (double)money, after->reason);
    total->terms = terms;
    total->term_count = MOVED_TERMS;
}

static void open_total(Arena *arena, Fact *total, int sign, const Fact *before, const Fact *after)
{
    total->moved = moved_terms(arena, total, sign, before, after);
    total->moved_count = MOVED_TERMS;
    total->open = 0;
}

/* Every total above the line that the column prints. */
static void move_totals(Arena *arena, const Chart *chart, ReportedColumn *column, LineId line, const Fact *before, void (*move)(Arena *, Fact *, int, const Fact *, const Fact *))
{
    const StatementKind *kind = &chart->statements[column->kind];
    int sign = chart_at(chart, line)->sign;
    for (LineId at = chart_at(chart, line)->into; at != LINE_NONE; at = chart_at(chart, at)->into) {
        Fact *total = column->facts[at - kind->first];
        if (total)
            move(arena, total, sign, before, column->facts[line - kind->first]);
        sign *= chart_at(chart, at)->sign;
    }
}

bool books_replace(Books *books, Run *run, const Chart *chart, LineId line, Basis basis, WantedPeriod wanted, Printed value, uint8_t scale, Place option)
{
    const Line *entry = chart_at(chart, line);
    ReportedColumn *column = find_column(books, chart, line, basis, wanted);
    Fact *fact = column ? column->facts[line - chart->statements[column->kind].first] : NULL;
    if (!fact)
        return refuse(run, chart, books, line, wanted, option);
    Text reason = source_text(&run->sources, option);
    if (value.unit.scale == 0 && entry->unit != UNIT_per_share)
        value.unit.scale = scale; /* without a scale word an amount is in the unit of the report */
    if (entry->unit == UNIT_shares && value.digits <= 0)
        return problem_as(run, SEVERITY_usage, PROBLEM_count_not_positive, option, "the value of " TEXT_FORMAT " is " TEXT_FORMAT ", and a share count is above 0", TEXT_ARGUMENTS(reason),
                          TEXT_ARGUMENTS(amount_spoken(run->arena, printed_to_double(value, value.unit.scale), 0)));
    if (entry->unit != UNIT_money) {
        set_fact(fact, (UnitKind)entry->unit, 0, printed_to_double(value, entry->unit == UNIT_per_share ? 0 : scale), reason);
        return true;
    }
    Money money;
    Conversion conversion = printed_to_money(&money, value, scale);
    if (conversion != CONVERSION_exact)
        return problem_as(run, SEVERITY_usage, conversion == CONVERSION_inexact ? PROBLEM_inexact_conversion : PROBLEM_amount_overflow, option,
                          "the value of " TEXT_FORMAT " is %s " TEXT_FORMAT, TEXT_ARGUMENTS(reason),
                          conversion == CONVERSION_inexact ? "not a whole number of" : "more than 2^50", TEXT_ARGUMENTS(unit_name(run->arena, (Unit){UNIT_money, scale})));
    const Fact *before = fact_copy(run->arena, fact);
    set_fact(fact, UNIT_money, money, (double)money, reason);
    move_totals(run->arena, chart, column, line, before, set_total);
    return true;
}

bool books_open(Books *books, Run *run, const Chart *chart, LineId line, Basis basis, WantedPeriod wanted, uint8_t open, Place option)
{
    ReportedColumn *column = find_column(books, chart, line, basis, wanted);
    Fact *fact = column ? column->facts[line - chart->statements[column->kind].first] : NULL;
    if (!fact)
        return refuse(run, chart, books, line, wanted, option);
    const Fact *before = fact_copy(run->arena, fact);
    fact->open = open;
    fact->moved_count = 0;
    if (chart_at(chart, line)->unit == UNIT_money)
        move_totals(run->arena, chart, column, line, before, open_total);
    return true;
}

static bool any_open(const Term *terms, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (fact_is_open(terms[i].fact))
            return true;
    return false;
}

bool fact_is_open(const Fact *fact)
{
    return fact && (fact->open || any_open(fact->moved, fact->moved_count) || any_open(fact->terms, fact->term_count));
}
