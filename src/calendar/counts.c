#include "calendar/counts.h"

#include "statement/split.h"

/* Of the largest of the counts to the smallest. */
static const double SPREAD = 1.2;

static const Fact *term_count(const Chart *chart, const Path *path, size_t term, LineId line)
{
    return column_fact(chart, path->terms[term].column, line);
}

static bool one_basis(const Path *path)
{
    for (size_t i = 1; i < path->count; i++)
        if (path->terms[i].column->share_basis != path->terms[0].column->share_basis)
            return false;
    return true;
}

static bool spread_wide(const Chart *chart, const Path *path, LineId line, double derived)
{
    double least = derived, most = derived;
    for (size_t i = 0; i < path->count; i++) {
        double count = term_count(chart, path, i, line)->number;
        least = count < least ? count : least;
        most = count > most ? count : most;
    }
    return least <= 0 || most > SPREAD * least;
}

static bool filed_before(const ReportedColumn *a, const ReportedColumn *b)
{
    return a->filed != b->filed && a->filed != DAY_NONE && b->filed != DAY_NONE ? a->filed < b->filed : a->order < b->order;
}

/* The terms of the filings that lie furthest apart. */
static void outer_terms(size_t *earliest, size_t *latest, const Path *path)
{
    *earliest = *latest = 0;
    for (size_t i = 1; i < path->count; i++) {
        if (filed_before(path->terms[i].column, path->terms[*earliest].column))
            *earliest = i;
        if (filed_before(path->terms[*latest].column, path->terms[i].column))
            *latest = i;
    }
}

/* "; a split of 2 for 1 between the filings would explain it: split = { day = "2006-02-10"; ratio = 2; }" */
static Text remedy(Run *run, const Chart *chart, const Path *path, LineId line)
{
    size_t earliest, latest;
    outer_terms(&earliest, &latest, path);
    const ReportedColumn *new = path->terms[latest].column;
    double ratio = split_near(term_count(chart, path, latest, line)->number, term_count(chart, path, earliest, line)->number);
    if (ratio == 1)
        return TEXT("");
    Text day = new->filed == DAY_NONE ? TEXT("YYYY-MM-DD") : day_iso(run->arena, new->filed);
    return text_format(run->arena, "; a split of " TEXT_FORMAT " between the filings would explain it: split = { day = \"" TEXT_FORMAT "\"; ratio = " TEXT_FORMAT "; }, with its day",
                       TEXT_ARGUMENTS(split_spoken(run->arena, ratio)), TEXT_ARGUMENTS(day), TEXT_ARGUMENTS(amount_plain(run->arena, ratio)));
}

Text count_refusal(Run *run, const Chart *chart, const Path *path, LineId line, double derived)
{
    bool known = one_basis(path);
    if (derived > 0 && (known || !spread_wide(chart, path, line, derived)))
        return TEXT("");
    size_t earliest, latest;
    outer_terms(&earliest, &latest, path);
    const Fact *old = term_count(chart, path, earliest, line), *new = term_count(chart, path, latest, line);
    Text would = amount_spoken(run->arena, derived, 1);
    Text reason = derived <= 0 ? text_format(run->arena, "it would be " TEXT_FORMAT ", and a count is above 0", TEXT_ARGUMENTS(would))
                               : text_format(run->arena, "it would be " TEXT_FORMAT ", too far from " TEXT_FORMAT " and " TEXT_FORMAT ", which are not known to be on one basis", TEXT_ARGUMENTS(would),
                                             TEXT_ARGUMENTS(amount_spoken(run->arena, new->number, 0)), TEXT_ARGUMENTS(amount_spoken(run->arena, old->number, 0)));
    Text says = known ? TEXT("") : remedy(run, chart, path, line);
    problem(run, PROBLEM_share_basis_unclear, old->place, TEXT_FORMAT " of " TEXT_FORMAT " is not derivable: " TEXT_FORMAT TEXT_FORMAT, TEXT_ARGUMENTS(chart_at(chart, line)->name),
            TEXT_ARGUMENTS(period_formula(run->arena, path->span)), TEXT_ARGUMENTS(reason), TEXT_ARGUMENTS(says));
    return reason;
}
