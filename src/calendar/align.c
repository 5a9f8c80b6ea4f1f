#include "calendar/align.h"

#include "calendar/nearest.h"

static bool books_have(const Books *books, uint8_t kind, Basis basis)
{
    for (size_t i = 0; i < books->count; i++)
        if (books->items[i].kind == kind && books->items[i].basis == basis)
            return true;
    return false;
}

static bool align_flow(AlignedStatement *out, Notes *notes, Run *run, const Chart *chart, const Graph *graph, AlignRules rules)
{
    Period wanted = wanted_period_span(out->wanted);
    Path path;
    if (!path_find(&path, run, graph, NULL, wanted, PATH_SLACK, rules.join_days)) {
        out->reason = path_missing(run, graph, wanted, PATH_SLACK, rules.join_days);
        return true;
    }
    return derive_path(out, notes, run, chart, graph, &path, rules.join_days);
}

/* False only when an amount is beyond what can be counted. */
static bool align_into(AlignedStatement *out, Notes *notes, Run *run, const Chart *chart, const Books *books, AlignRules rules)
{
    const StatementKind *kind = &chart->statements[out->kind];
    bool instant = wanted_period_is_instant(out->wanted);
    if (!books_have(books, out->kind, out->basis)) {
        out->not_reported = true;
        out->reason = text_format(run->arena, "the filings print no " TEXT_FORMAT "%s", TEXT_ARGUMENTS(kind->title), out->basis == BASIS_non_gaap ? ", non-GAAP" : "");
        return true;
    }
    if (instant != kind->instant) {
        out->reason = text_format(run->arena, "a " TEXT_FORMAT " %s", TEXT_ARGUMENTS(kind->title), instant ? "covers a span of days, not a day" : "stands at a day, not for a span of days");
        return true;
    }
    if (instant) {
        nearest_balance(out, notes, run, chart, books, rules);
        return true;
    }
    const Graph *graph = graph_make(run, books, out->kind, out->basis);
    if (!rules.as_filed)
        return align_flow(out, notes, run, chart, graph, rules);
    nearest_period(out, notes, run, chart, graph);
    return true;
}

static Place first_place(const Fact *fact)
{
    while (fact->place.source == 0 && fact->term_count)
        fact = fact->terms[0].fact;
    return fact->place;
}

/* What cannot be below zero, and is: derived from terms that do not belong together, or misread. */
static void below_zero_report(Run *run, const Chart *chart, const Books *books, const AlignedStatement *aligned)
{
    const StatementKind *kind = &chart->statements[aligned->kind];
    for (size_t i = 0; aligned->available && i < kind->count; i++) {
        const Line *line = &chart->lines[kind->first + i];
        const Fact *fact = aligned->facts[i];
        if (!line->positive || !fact_has_value(fact) || fact->state == STATE_set || fact->number >= 0)
            continue;
        Text period = period_formula(run->arena, aligned->period);
        problem(run, PROBLEM_below_zero, first_place(fact), TEXT_FORMAT "." TEXT_FORMAT " of " TEXT_FORMAT " is " TEXT_FORMAT "%s" TEXT_FORMAT, TEXT_ARGUMENTS(books->company),
                TEXT_ARGUMENTS(line->name), TEXT_ARGUMENTS(period), TEXT_ARGUMENTS(amount_spoken(run->arena, fact->number, 0)),
                aligned->formula.length ? ": " : "", TEXT_ARGUMENTS(aligned->formula));
    }
}

bool align_statement(const AlignedStatement **out, Run *run, const Chart *chart, const Books *books, uint8_t kind, Basis basis,
                     WantedPeriod wanted, AlignRules rules)
{
    AlignedStatement *aligned = arena_new(run->arena, AlignedStatement);
    Notes notes = {0};
    *aligned = (AlignedStatement){.kind = kind, .basis = basis, .wanted = wanted, .period = wanted_period_span(wanted)};
    *out = aligned;
    bool fits = align_into(aligned, &notes, run, chart, books, rules);
    aligned->notes = notes.items;
    aligned->note_count = notes.count;
    below_zero_report(run, chart, books, aligned);
    return fits;
}
