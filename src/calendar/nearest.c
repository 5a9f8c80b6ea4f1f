#include "calendar/nearest.h"

#include <stdlib.h>

/* Is `day` nearer to what is wanted than `best`? Before the wanted day is better than after it, whatever the distance. */
static bool day_better(Day day, Day best, Day wanted)
{
    if (best == DAY_NONE || (day <= wanted) != (best <= wanted))
        return best == DAY_NONE || day <= wanted;
    return abs(day - wanted) < abs(best - wanted);
}

static const char *plural(int days)
{
    return abs(days) == 1 ? "" : "s";
}

/* --- balances --- */

static const ReportedColumn *balance_at(const Books *books, const AlignedStatement *wanted, Day day)
{
    for (size_t i = 0; i < books->count; i++) {
        const ReportedColumn *column = &books->items[i];
        if (column->kind == wanted->kind && column->basis == wanted->basis && period_is_instant(column->period) && column->period.end == day)
            return column;
    }
    return NULL;
}

/* The latest balance not after the wanted day and not more than `days` before it; as filed, one after it when there is none before. */
static const ReportedColumn *balance_near(const Books *books, const AlignedStatement *wanted, int days, bool later_too)
{
    const ReportedColumn *best = NULL;
    Day day = wanted->wanted.end;
    for (size_t i = 0; i < books->count; i++) {
        const ReportedColumn *column = &books->items[i];
        if (column->kind != wanted->kind || column->basis != wanted->basis || !period_is_instant(column->period))
            continue;
        Day end = column->period.end;
        if (abs(end - day) <= days && (end <= day || later_too) && day_better(end, best ? best->period.end : DAY_NONE, day))
            best = column;
    }
    return best;
}

static Text balances_there(Arena *arena, const Books *books, const AlignedStatement *wanted)
{
    TextBuilder builder = {.arena = arena};
    for (size_t i = 0; i < books->count; i++) {
        const ReportedColumn *column = &books->items[i];
        if (column->kind != wanted->kind || column->basis != wanted->basis || !period_is_instant(column->period))
            continue;
        text_append(&builder, builder.count ? TEXT(", ") : TEXT(""));
        text_append(&builder, day_iso(arena, column->period.end));
    }
    return text_builder_text(&builder);
}

void nearest_balance(AlignedStatement *out, Notes *notes, Run *run, const Chart *chart, const Books *books, AlignRules rules)
{
    Arena *arena = run->arena;
    Day day = out->wanted.end;
    int allowed = rules.as_filed || rules.balance_days > NEAREST_DAYS ? NEAREST_DAYS : rules.balance_days;
    Text wanted = day_iso(arena, day);
    const ReportedColumn *column = balance_at(books, out, day);
    if (!column && rules.balance_date != DAY_NONE && abs(rules.balance_date - day) <= NEAREST_DAYS)
        column = balance_at(books, out, rules.balance_date);
    if (!column)
        column = balance_near(books, out, allowed, rules.as_filed);
    if (!column) {
        Text there = balances_there(arena, books, out);
        out->reason = text_format(arena, "no balance at " TEXT_FORMAT "%s (reported: " TEXT_FORMAT ")", TEXT_ARGUMENTS(wanted),
                                  allowed ? ", nor one near enough before it" : "", TEXT_ARGUMENTS(there));
        return;
    }
    derive_column(out, run, chart, column);
    out->gap_days = day - column->period.end;
    if (out->gap_days == 0)
        return;
    Text taken = day_iso(arena, column->period.end);
    *list_push(arena, notes) = text_format(arena, "balance of " TEXT_FORMAT " stands in for " TEXT_FORMAT ", %d day%s %s", TEXT_ARGUMENTS(taken), TEXT_ARGUMENTS(wanted),
                                           abs(out->gap_days), plural(out->gap_days), out->gap_days > 0 ? "before" : "after");
}

/* --- periods as filed --- */

static Text amount_note(Run *run, const Chart *chart, const Graph *graph, Period span, LineId line)
{
    const Fact *fact = derive_line(run, chart, graph, span, line);
    if (!fact)
        return TEXT("");
    Text label = chart_at(chart, line)->name, amount = amount_spoken(run->arena, fact->number, 0);
    return text_format(run->arena, TEXT_FORMAT " " TEXT_FORMAT, TEXT_ARGUMENTS(label), TEXT_ARGUMENTS(amount));
}

/* What a span left out or taken in besides holds, where the chart has the roles and the books reach it. */
static void span_note(Notes *notes, Run *run, const Chart *chart, const Graph *graph, const char *what, Period span)
{
    Arena *arena = run->arena;
    if (period_days(span) <= 0)
        return;
    Text first = day_iso(arena, span.start), last = day_iso(arena, span.end);
    Text revenue = amount_note(run, chart, graph, span, chart->revenue), income = amount_note(run, chart, graph, span, chart->per_share.income);
    bool both = revenue.length && income.length, none = !revenue.length && !income.length;
    *list_push(arena, notes) = text_format(arena, "%s: " TEXT_FORMAT " to " TEXT_FORMAT ", " TEXT_FORMAT "%s" TEXT_FORMAT "%s", what, TEXT_ARGUMENTS(first),
                                           TEXT_ARGUMENTS(last), TEXT_ARGUMENTS(revenue), both ? ", " : "", TEXT_ARGUMENTS(income),
                                           none ? "revenue and income not derivable" : "");
}

static void spans_note(Notes *notes, Run *run, const Chart *chart, const Graph *graph, Period wanted, Period taken)
{
    Day before = taken.start - 1 < wanted.end ? taken.start - 1 : wanted.end, after = taken.end + 1 > wanted.start ? taken.end + 1 : wanted.start;
    span_note(notes, run, chart, graph, "left out", (Period){wanted.start, before});
    span_note(notes, run, chart, graph, "left out", (Period){after, wanted.end});
    before = wanted.start - 1 < taken.end ? wanted.start - 1 : taken.end;
    after = wanted.end + 1 > taken.start ? wanted.end + 1 : taken.start;
    span_note(notes, run, chart, graph, "outside the wanted period, but in", (Period){taken.start, before});
    span_note(notes, run, chart, graph, "outside the wanted period, but in", (Period){after, taken.end});
}

void nearest_period(AlignedStatement *out, Notes *notes, Run *run, const Chart *chart, const Graph *graph)
{
    Arena *arena = run->arena;
    const ReportedColumn *best = NULL;
    for (size_t i = 0; i < graph_count(graph); i++) {
        const ReportedColumn *column = graph_column(graph, i);
        WantedPeriod same_length = {column->period.end, out->wanted.months, out->wanted.weeks};
        if (abs(column->period.end - out->wanted.end) <= NEAREST_DAYS && wanted_period_matches(same_length, column->period) &&
            day_better(column->period.end, best ? best->period.end : DAY_NONE, out->wanted.end))
            best = column;
    }
    Period wanted = wanted_period_span(out->wanted);
    Text wanted_text = period_formula(arena, wanted), end = day_iso(arena, wanted.end);
    if (!best) {
        out->reason = text_format(arena, "no period as long as " TEXT_FORMAT " is reported within %d days of that end", TEXT_ARGUMENTS(wanted_text), NEAREST_DAYS);
        return;
    }
    derive_column(out, run, chart, best);
    if (best->period.end == wanted.end)
        return;
    out->gap_days = wanted.end - best->period.end;
    Text taken = period_formula(arena, best->period);
    *list_push(arena, notes) = text_format(arena, "as filed: " TEXT_FORMAT ", the nearest that is reported; it ends %d day%s %s " TEXT_FORMAT, TEXT_ARGUMENTS(taken),
                                           abs(out->gap_days), plural(out->gap_days), out->gap_days > 0 ? "before" : "after", TEXT_ARGUMENTS(end));
    spans_note(notes, run, chart, graph, wanted, best->period);
}
