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

static void result_lines(LineId lines[2], const Chart *chart)
{
    lines[0] = chart->revenue;
    lines[1] = chart->per_share.income;
}

static bool has_results(const Chart *chart, uint8_t kind)
{
    const StatementKind *statement = &chart->statements[kind];
    LineId lines[2];
    result_lines(lines, chart);
    for (int i = 0; i < 2; i++)
        if (lines[i] >= statement->first && lines[i] < statement->first + statement->count)
            return true;
    return false;
}

Text nearest_results(Run *run, const Chart *chart, const Graph *graph, uint8_t kind, Period span)
{
    TextBuilder out = {.arena = run->arena};
    LineId lines[2];
    if (!has_results(chart, kind))
        return TEXT("");
    result_lines(lines, chart);
    for (int i = 0; i < 2; i++) {
        const Fact *fact = derive_line(run, chart, graph, span, lines[i]);
        if (fact)
            text_append_format(&out, ", " TEXT_FORMAT " " TEXT_FORMAT, TEXT_ARGUMENTS(chart_at(chart, lines[i])->name), TEXT_ARGUMENTS(amount_spoken(run->arena, fact->number, 0)));
    }
    return out.count ? text_builder_text(&out) : TEXT(", revenue and income not derivable");
}

/* What a span left out or taken in besides holds, where the chart has the roles and the books reach it. */
static void span_note(Notes *notes, Run *run, const Chart *chart, const Graph *graph, const char *what, uint8_t kind, Period span)
{
    Arena *arena = run->arena;
    if (period_days(span) <= 0)
        return;
    Text first = day_iso(arena, span.start), last = day_iso(arena, span.end), results = nearest_results(run, chart, graph, kind, span);
    *list_push(arena, notes) = text_format(arena, "%s: " TEXT_FORMAT " to " TEXT_FORMAT TEXT_FORMAT, what, TEXT_ARGUMENTS(first), TEXT_ARGUMENTS(last), TEXT_ARGUMENTS(results));
}

static void spans_note(Notes *notes, Run *run, const Chart *chart, const Graph *graph, uint8_t kind, Period wanted, Period taken)
{
    Day before = taken.start - 1 < wanted.end ? taken.start - 1 : wanted.end, after = taken.end + 1 > wanted.start ? taken.end + 1 : wanted.start;
    span_note(notes, run, chart, graph, "left out", kind, (Period){wanted.start, before});
    span_note(notes, run, chart, graph, "left out", kind, (Period){after, wanted.end});
    before = wanted.start - 1 < taken.end ? wanted.start - 1 : taken.end;
    after = wanted.end + 1 > taken.start ? wanted.end + 1 : taken.start;
    span_note(notes, run, chart, graph, "outside the wanted period, but in", kind, (Period){taken.start, before});
    span_note(notes, run, chart, graph, "outside the wanted period, but in", kind, (Period){after, taken.end});
}

/* The same period aligned, and by how much the one that is taken instead differs. */
static void aligned_note(Notes *notes, Run *run, const Chart *chart, const Graph *graph, const AlignedStatement *taken, Period wanted)
{
    Arena *arena = run->arena;
    LineId first = chart->statements[taken->kind].first, lines[2];
    TextBuilder out = {.arena = arena};
    if (!has_results(chart, taken->kind))
        return;
    result_lines(lines, chart);
    for (int i = 0; i < 2; i++) {
        const Fact *aligned = derive_line(run, chart, graph, wanted, lines[i]);
        const Fact *filed = aligned ? taken->facts[lines[i] - first] : NULL;
        if (!fact_has_value(filed))
            continue;
        Money more = filed->money - aligned->money;
        text_append_format(&out, "%s" TEXT_FORMAT " " TEXT_FORMAT " (as filed " TEXT_FORMAT " %s)", out.count ? ", " : "", TEXT_ARGUMENTS(chart_at(chart, lines[i])->name),
                           TEXT_ARGUMENTS(amount_spoken(arena, aligned->number, 0)), TEXT_ARGUMENTS(amount_spoken(arena, (double)(more < 0 ? -more : more), 0)),
                           more < 0 ? "less" : "more");
    }
    if (out.count)
        *list_push(arena, notes) = text_format(arena, "aligned it would be " TEXT_FORMAT, TEXT_ARGUMENTS(text_builder_text(&out)));
    else
        *list_push(arena, notes) = text_format(arena, "aligned it would not be derivable: " TEXT_FORMAT, TEXT_ARGUMENTS(path_missing(run, graph, wanted, PATH_SLACK, 0)));
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
    spans_note(notes, run, chart, graph, out->kind, wanted, best->period);
    aligned_note(notes, run, chart, graph, out, wanted);
}
