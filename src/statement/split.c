/* Reading order: how two counts compare, the filings and their bases, the restated facts. */
#include "statement/split.h"

#include <math.h>

typedef struct {
    int new_shares, old_shares; /* new ones for old ones */
} Ratio;

static const Ratio ratios[] = {{2, 1}, {3, 1}, {3, 2}, {4, 1}, {5, 1}, {10, 1}, {5, 2}, {4, 3}, {5, 4}, {20, 1}};

enum { RATIOS = sizeof ratios / sizeof *ratios };

/* Logarithms: counts of one period that differ by less are of one basis; a count is near a split's when it differs by less from it. */
static const double BASIS_NEAR = 0.05, SPLIT_NEAR = 0.1;

/* One filing's columns, neighbours in the list. */
typedef struct {
    ReportedColumn *columns;
    size_t count;
    double factor;         /* what brings its counts to the latest filing's basis */
    int basis;             /* the same for filings that are known to be on one */
    bool known;            /* it shares a period with a later filing, or is the last */
    const Fact *own, *other; /* the counts that show it; `other` of the later filing */
} SplitFiling;

typedef struct {
    Run *run;
    const Chart *chart;
    SplitFiling *items;
    size_t count, capacity;
} SplitFilings;

double fact_unit(const Fact *fact)
{
    double unit = pow(10, -fact->printed.decimals);
    if (fact->printed.digits == 0)
        return fact->printed.unit.kind == UNIT_per_share ? unit : 0;
    double as_it_looks = printed_to_double(fact->printed, fact->printed.unit.scale);
    return unit * fabs(fact->number / as_it_looks);
}

/* Is new = old times the ratio, within what rounding both to their printed units allows? A count too short to tell says no. */
static bool ratio_fits(const Fact *new, const Fact *old, double ratio)
{
    double allowed = (fact_unit(new) + ratio * fact_unit(old)) / 2;
    return allowed <= fabs(new->number) / 100 && fabs(new->number - ratio * old->number) <= allowed * (1 + 1e-9);
}

static double split_between(const Fact *new, const Fact *old)
{
    for (size_t i = 0; i < RATIOS; i++) {
        double ratio = (double)ratios[i].new_shares / ratios[i].old_shares;
        if (ratio_fits(new, old, ratio))
            return ratio;
        if (ratio_fits(new, old, 1 / ratio))
            return 1 / ratio;
    }
    return 1;
}

static const Fact *count_fact(const SplitFilings *filings, const ReportedColumn *column, LineId line)
{
    const Fact *fact = line == LINE_NONE ? NULL : column_fact(filings->chart, column, line);
    return fact_has_value(fact) && fact->number > 0 ? fact : NULL;
}

/* Do the per-share amounts of two columns bear a split out, or say nothing about it? */
static bool eps_bears_out(const SplitFilings *filings, const ReportedColumn *new, const ReportedColumn *old, double ratio)
{
    const Fact *a = column_fact(filings->chart, new, filings->chart->per_share.basic_eps);
    const Fact *b = column_fact(filings->chart, old, filings->chart->per_share.basic_eps);
    if (!fact_has_value(a) || !fact_has_value(b) || a->printed.digits == 0 || b->printed.digits == 0)
        return true;
    return fabs(a->number - b->number / ratio) <= (fact_unit(a) + fact_unit(b) / ratio) / 2 * (1 + 1e-9);
}

/* Looks for a period that both filings report, and takes the later one's basis with the split between them. */
static bool basis_from(const SplitFilings *filings, SplitFiling *old, const SplitFiling *new)
{
    LineId line = filings->chart->per_share.basic_shares;
    for (size_t i = 0; i < old->count; i++)
        for (size_t j = 0; j < new->count; j++) {
            const ReportedColumn *a = &new->columns[j], *b = &old->columns[i];
            const Fact *count = count_fact(filings, a, line), *earlier = count_fact(filings, b, line);
            if (!count || !earlier || a->basis != b->basis || !period_equal(a->period, b->period))
                continue;
            double ratio = split_between(count, earlier);
            ratio = eps_bears_out(filings, a, b, ratio) ? ratio : 1;
            old->factor = ratio * new->factor;
            if (fabs(log(count->number / (ratio * earlier->number))) < BASIS_NEAR)
                old->basis = new->basis;
            old->own = earlier;
            old->other = count;
            return true;
        }
    return false;
}

/* The count of the latest period that a filing reports. */
static const Fact *latest_count(const SplitFilings *filings, const SplitFiling *filing)
{
    const Fact *latest = NULL;
    for (size_t i = 0; i < filing->count; i++) {
        const Fact *fact = count_fact(filings, &filing->columns[i], filings->chart->per_share.basic_shares);
        if (fact && (!latest || fact->period.end > latest->period.end))
            latest = fact;
    }
    return latest;
}

/* A filing without a common period lies between one before it and one after it; if these differ, its own size tells on which side of the
 * split it stands. */
static void basis_guess(SplitFilings *filings, size_t at)
{
    SplitFiling *filing = &filings->items[at];
    const SplitFiling *next = &filings->items[at + 1], *before = NULL;
    for (size_t i = at; i-- > 0 && !before;)
        before = filings->items[i].known ? &filings->items[i] : NULL;
    filing->factor = next->factor;
    filing->own = latest_count(filings, filing);
    filing->other = latest_count(filings, next);
    if (!before || before->factor == next->factor || !filing->own || !filing->other)
        return;
    double size = filing->other->number * next->factor / filing->own->number;
    if (fabs(log(size / before->factor)) < fabs(log(size / next->factor)))
        filing->factor = before->factor;
}

static bool has_counts(const SplitFilings *filings, const ReportedColumn *column)
{
    const StatementKind *kind = &filings->chart->statements[column->kind];
    LineId line = filings->chart->per_share.basic_shares;
    return line != LINE_NONE && line >= kind->first && line < kind->first + kind->count;
}

static void filings_collect(SplitFilings *filings, ReportedColumn *columns, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        SplitFiling *last = filings->count ? &filings->items[filings->count - 1] : NULL;
        if (!last || last->columns->statement->filing != columns[i].statement->filing)
            *list_push(filings->run->arena, filings) = (SplitFiling){.columns = &columns[i], .count = 1, .factor = 1};
        else
            last->count++;
    }
    for (size_t i = 0; i < filings->count; i++) { /* filings that print no counts say nothing and need nothing */
        bool any = false;
        for (size_t j = 0; j < filings->items[i].count; j++)
            any |= has_counts(filings, &filings->items[i].columns[j]);
        if (any)
            continue;
        for (size_t j = i + 1; j < filings->count; j++)
            filings->items[j - 1] = filings->items[j];
        filings->count--;
        i--;
    }
}

static void bases_find(SplitFilings *filings)
{
    for (size_t i = 0; i < filings->count; i++)
        filings->items[i].basis = (int)i;
    filings->items[filings->count - 1].known = true;
    for (size_t i = filings->count - 1; i-- > 0;) {
        SplitFiling *filing = &filings->items[i];
        filing->factor = filings->items[i + 1].factor;
        for (size_t j = i + 1; j < filings->count && !filing->known; j++)
            filing->known = basis_from(filings, filing, &filings->items[j]);
    }
    for (size_t i = filings->count - 1; i-- > 0;)
        if (!filings->items[i].known)
            basis_guess(filings, i);
}

double split_near(double new_count, double old_count)
{
    double best = 1, distance = SPLIT_NEAR, size = log(new_count / old_count);
    for (size_t i = 0; new_count > 0 && old_count > 0 && i < 2 * RATIOS; i++) {
        double ratio = (double)ratios[i / 2].new_shares / ratios[i / 2].old_shares;
        ratio = i % 2 ? 1 / ratio : ratio;
        if (fabs(size - log(ratio)) >= distance)
            continue;
        distance = fabs(size - log(ratio));
        best = ratio;
    }
    return best;
}

Text split_spoken(Arena *arena, double factor)
{
    for (size_t i = 0; i < RATIOS; i++) {
        if (fabs(factor - (double)ratios[i].new_shares / ratios[i].old_shares) < 1e-9)
            return text_format(arena, "%d for %d", ratios[i].new_shares, ratios[i].old_shares);
        if (fabs(factor - (double)ratios[i].old_shares / ratios[i].new_shares) < 1e-9)
            return text_format(arena, "%d for %d", ratios[i].old_shares, ratios[i].new_shares);
    }
    if (factor < 1)
        return text_format(arena, "1 for " TEXT_FORMAT, TEXT_ARGUMENTS(amount_plain(arena, 1 / factor)));
    return text_format(arena, TEXT_FORMAT " for 1", TEXT_ARGUMENTS(amount_plain(arena, factor)));
}

static Fact *fact_restate(Arena *arena, const Fact *printed, double factor, Text reason)
{
    Fact *fact = arena_new(arena, Fact);
    Term *term = arena_new(arena, Term);
    *term = (Term){factor, printed};
    *fact = *printed;
    fact->number = printed->number * factor;
    fact->error = fact_unit(printed) / 2 * factor;
    fact->terms = term;
    fact->term_count = 1;
    fact->reason = reason;
    return fact;
}

static void column_restate(const SplitFilings *filings, ReportedColumn *column, double factor, Text reason)
{
    Arena *arena = filings->run->arena;
    const StatementKind *kind = &filings->chart->statements[column->kind];
    for (size_t j = 0; j < kind->count; j++) {
        Fact **fact = &column->facts[j];
        UnitKind unit = filings->chart->lines[kind->first + j].unit;
        if (*fact && (unit == UNIT_shares || unit == UNIT_per_share))
            *fact = fact_restate(arena, *fact, unit == UNIT_shares ? factor : 1 / factor, reason);
    }
}

static void filing_restate(const SplitFilings *filings, const SplitFiling *filing)
{
    Run *run = filings->run;
    Text split = split_spoken(run->arena, filing->factor), reason = text_format(run->arena, "restated for a split of " TEXT_FORMAT, TEXT_ARGUMENTS(split));
    for (size_t i = 0; i < filing->count; i++)
        column_restate(filings, &filing->columns[i], filing->factor, reason);
    Location at = source_locate(&run->sources, run->arena, filing->other->place);
    problem(run, PROBLEM_stock_split, filing->own->place,
            "the share counts of this filing are brought to the latest basis, a split of " TEXT_FORMAT ": " TEXT_FORMAT " here, " TEXT_FORMAT " at " TEXT_FORMAT ":%u:%u%s",
            TEXT_ARGUMENTS(split), TEXT_ARGUMENTS(amount_spoken(run->arena, filing->own->number, 0)),
            TEXT_ARGUMENTS(amount_spoken(run->arena, filing->other->number, 0)), TEXT_ARGUMENTS(at.name), at.line, at.column,
            filing->known ? "" : " (judged by size: no period in common with a later filing)");
}

/* --- splits that are listed --- */

static void declared_restate(const SplitFilings *filings, ReportedColumn *column)
{
    Arena *arena = filings->run->arena;
    TextBuilder reason = {.arena = arena};
    double factor = 1;
    for (size_t i = 0; i < column->splits.count; i++) {
        const StockSplit *split = &column->splits.items[i];
        factor *= split->ratio;
        text_append_format(&reason, "%s" TEXT_FORMAT " on " TEXT_FORMAT, i ? ", and " : "restated for a split of ", TEXT_ARGUMENTS(split_spoken(arena, split->ratio)),
                           TEXT_ARGUMENTS(day_iso(arena, split->day)));
    }
    if (factor != 1)
        column_restate(filings, column, factor, text_builder_text(&reason));
}

static Text printed_count(Arena *arena, const Fact *fact)
{
    return amount_spoken(arena, printed_to_double(fact->printed, fact->printed.unit.scale), fact->printed.decimals);
}

/* Two filings print a period in common, and after what is listed another split lies between them. */
static bool declared_contradicted(const SplitFilings *filings, const SplitFiling *filing)
{
    Run *run = filings->run;
    Location at = source_locate(&run->sources, run->arena, filing->other->place);
    return problem(run, PROBLEM_split_contradicted, filing->own->place, TEXT_FORMAT " here, with the splits that are listed " TEXT_FORMAT ", is " TEXT_FORMAT " at " TEXT_FORMAT ":%u:%u, which a split of " TEXT_FORMAT " besides them would explain",
                   TEXT_ARGUMENTS(printed_count(run->arena, filing->own)), TEXT_ARGUMENTS(amount_spoken(run->arena, filing->own->number, 0)),
                   TEXT_ARGUMENTS(amount_spoken(run->arena, filing->other->number, 0)), TEXT_ARGUMENTS(at.name), at.line, at.column,
                   TEXT_ARGUMENTS(split_spoken(run->arena, filing->factor)));
}

static bool declared_check(const SplitFilings *filings)
{
    bool good = true;
    for (size_t i = 0; i < filings->count; i++) {
        const SplitFiling *filing = &filings->items[i];
        if (filing->known && filing->factor != 1)
            good = declared_contradicted(filings, filing);
    }
    return good;
}

bool splits_apply(Run *run, const Chart *chart, ReportedColumn *columns, size_t count)
{
    SplitFilings filings = {.run = run, .chart = chart};
    bool declared = count && columns->splits.declared;
    for (size_t i = 0; declared && i < count; i++)
        declared_restate(&filings, &columns[i]);
    filings_collect(&filings, columns, count);
    if (filings.count < 2)
        return true;
    bases_find(&filings);
    if (declared)
        return declared_check(&filings);
    for (size_t i = 0; i < filings.count; i++) {
        const SplitFiling *filing = &filings.items[i];
        for (size_t j = 0; j < filing->count; j++)
            filing->columns[j].share_basis = filing->basis;
        if (filing->factor != 1 && filing->own && filing->other)
            filing_restate(&filings, filing);
    }
    return true;
}
