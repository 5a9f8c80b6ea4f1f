/* Reading order: what each term gives of each line, lines that were divided anew, lines on two bases, words. */
#include "calendar/unlike.h"

/* Where a never_absent line is printed, and where not. */
typedef struct {
    LineId line; /* LINE_NONE: none */
    const Fact *printed;
    const ReportedColumn *with, *without;
} Recast;

/* A line that one term prints and another lacks, while the other prints lines under the same total that the first lacks. */
typedef struct {
    bool divided, stands_in;
    LineId common; /* the nearest total that all terms print; LINE_NONE: none */
    const ReportedColumn *with, *without;
    LineId folded; /* the line of `with` that may be in this one for `without`; LINE_NONE: none */
    LineId recast; /* the line that puts it on two bases; LINE_NONE: none */
} UnlikeLine;

struct Unlike {
    Run *run;
    const Chart *chart;
    const StatementKind *kind;
    Path path;
    uint8_t *parts;    /* of term and line: a Part */
    UnlikeLine *lines; /* by line */
    Recast *recasts;
    size_t recast_count;
};

static size_t line_index(const Unlike *unlike, LineId line)
{
    return (size_t)(line - unlike->kind->first);
}

static const ReportedColumn *term_column(const Unlike *unlike, size_t term)
{
    return unlike->path.terms[term].column;
}

static const Fact *printed_fact(const Unlike *unlike, size_t term, LineId line)
{
    const Fact *fact = column_fact(unlike->chart, term_column(unlike, term), line);
    return fact_has_value(fact) ? fact : NULL;
}

static bool prints_amount(const Unlike *unlike, size_t term, LineId line)
{
    const Fact *fact = printed_fact(unlike, term, line);
    return fact && fact->number != 0;
}

static Part term_part(const Unlike *unlike, size_t term, LineId line)
{
    return (Part)unlike->parts[term * unlike->kind->count + line_index(unlike, line)];
}

static bool all_print(const Unlike *unlike, LineId line)
{
    for (size_t i = 0; i < unlike->path.count; i++)
        if (!printed_fact(unlike, i, line))
            return false;
    return true;
}

static bool all_give(const Unlike *unlike, LineId line)
{
    for (size_t i = 0; i < unlike->path.count; i++)
        if (term_part(unlike, i, line) != PART_fact)
            return false;
    return true;
}

/* Is `line` below `total`, by way of any totals? */
static bool is_under(const Chart *chart, LineId line, LineId total)
{
    LineId at = chart_at(chart, line)->into;
    while (at != LINE_NONE && at != total)
        at = chart_at(chart, at)->into;
    return at != LINE_NONE;
}

/* --- lines that were named or divided anew --- */

/* The total that a term prints and that hides the line. */
static LineId hiding_total(const Unlike *unlike, size_t term, LineId line)
{
    LineId total = chart_at(unlike->chart, line)->into;
    while (total != LINE_NONE && !printed_fact(unlike, term, total))
        total = chart_at(unlike->chart, total)->into;
    return total;
}

/* Does one term print an amount that the other has nowhere? What the other prints in a total that both give is there. */
static bool lacks(const Unlike *unlike, size_t with, size_t without, LineId line)
{
    if (chart_at(unlike->chart, line)->unit != UNIT_money || !prints_amount(unlike, with, line))
        return false;
    Part part = term_part(unlike, without, line);
    LineId total = part == PART_hidden ? hiding_total(unlike, without, line) : LINE_NONE;
    return part != PART_fact && (total == LINE_NONE || term_part(unlike, with, total) != PART_fact);
}

static void divide(Unlike *unlike, LineId line, size_t with, size_t without, LineId folded)
{
    UnlikeLine *at = &unlike->lines[line_index(unlike, line)];
    if (at->divided)
        return;
    at->divided = true;
    at->folded = folded;
    at->with = term_column(unlike, with);
    at->without = term_column(unlike, without);
}

static void pair_divide(Unlike *unlike, size_t a, size_t b)
{
    const StatementKind *kind = unlike->kind;
    for (LineId line = kind->first; line < kind->first + kind->count; line++) {
        LineId common = unlike->lines[line_index(unlike, line)].common;
        if (common == LINE_NONE || !lacks(unlike, a, b, line))
            continue;
        for (LineId other = kind->first; other < kind->first + kind->count; other++)
            if (unlike->lines[line_index(unlike, other)].common == common && lacks(unlike, b, a, other)) {
                divide(unlike, line, a, b, LINE_NONE);
                divide(unlike, other, b, a, LINE_NONE);
            }
    }
}

/* The highest total below the common one that the line enters, or the common one: what stands under it is the line's section. */
static LineId section_of(const Unlike *unlike, LineId line)
{
    LineId common = unlike->lines[line_index(unlike, line)].common, section = common;
    for (LineId total = chart_at(unlike->chart, line)->into; total != common; total = chart_at(unlike->chart, total)->into)
        section = total;
    return section;
}

/* A period that holds all days of another cannot lack an amount that the other prints, unless one of its lines holds it; not one that is the
 * same as another statement's. The other way round it can: what only the longer one prints may have begun in its last months. */
static void pair_fold(Unlike *unlike, size_t longer, size_t shorter)
{
    const StatementKind *kind = unlike->kind;
    Period whole = term_column(unlike, longer)->period, part = term_column(unlike, shorter)->period;
    if (whole.start > part.start || whole.end < part.end)
        return;
    for (LineId line = kind->first; line < kind->first + kind->count; line++) {
        const UnlikeLine *at = &unlike->lines[line_index(unlike, line)];
        if (at->common == LINE_NONE || at->divided || !lacks(unlike, shorter, longer, line))
            continue;
        LineId section = section_of(unlike, line);
        divide(unlike, line, shorter, longer, LINE_NONE);
        for (LineId other = kind->first; other < kind->first + kind->count; other++)
            if (is_under(unlike->chart, other, section) && chart_at(unlike->chart, other)->same_as == LINE_NONE && prints_amount(unlike, longer, other))
                divide(unlike, other, shorter, longer, line);
    }
}

/* How many of the divided lines that have a nearest common total stand under a line. */
static size_t divided_count(const Unlike *unlike, LineId common, LineId under)
{
    const StatementKind *kind = unlike->kind;
    size_t count = 0;
    for (LineId line = kind->first; line < kind->first + kind->count; line++) {
        const UnlikeLine *at = &unlike->lines[line_index(unlike, line)];
        count += at->with && at->common == common && is_under(unlike->chart, line, under);
    }
    return count;
}

/* Totals between divided lines and the total that all terms print: one that holds some of the lines is divided, too; the lowest that
 * holds them all stands in for them. Totals come after their lines, or before; `with` tells the lines from such totals. */
static void totals_divide(Unlike *unlike)
{
    const StatementKind *kind = unlike->kind;
    for (LineId line = kind->first; line < kind->first + kind->count; line++) {
        const UnlikeLine *at = &unlike->lines[line_index(unlike, line)];
        bool met = false;
        for (LineId total = chart_at(unlike->chart, line)->into; at->with && total != at->common; total = chart_at(unlike->chart, total)->into) {
            UnlikeLine *between = &unlike->lines[line_index(unlike, total)];
            bool holds_all = divided_count(unlike, at->common, total) == divided_count(unlike, at->common, at->common);
            between->divided |= !holds_all;
            between->stands_in |= holds_all && !met && all_give(unlike, total);
            met |= between->stands_in;
        }
    }
}

/* --- lines on two bases --- */

/* Nil beside an amount of another filing: what was taken out of the lines there is still in them here. */
static bool nil_beside_amount(const Line *line, const Fact *amount, const Fact *other)
{
    return line->recasts && other->number == 0 && amount->place.source != other->place.source;
}

static void recast_find(Unlike *unlike, LineId line)
{
    const Line *entry = chart_at(unlike->chart, line);
    for (size_t i = 0; entry->never_absent && i < unlike->path.count; i++)
        for (size_t j = 0; prints_amount(unlike, i, line) && j < unlike->path.count; j++) {
            const Fact *amount = printed_fact(unlike, i, line), *other = printed_fact(unlike, j, line);
            if (other && !nil_beside_amount(entry, amount, other))
                continue;
            unlike->recasts[unlike->recast_count++] = (Recast){line, amount, term_column(unlike, i), term_column(unlike, j)};
            return;
        }
}

static bool recast_of(const Unlike *unlike, LineId line)
{
    for (size_t i = 0; i < unlike->recast_count; i++)
        if (unlike->recasts[i].line == line)
            return true;
    return false;
}

/* The line itself and what else enters its total; not others of its kind, which no other takes its amounts out of. */
static void recasts_mark(Unlike *unlike)
{
    const StatementKind *kind = unlike->kind;
    for (size_t i = 0; i < unlike->recast_count; i++) {
        LineId recast = unlike->recasts[i].line, total = chart_at(unlike->chart, recast)->into;
        for (LineId line = kind->first; line < kind->first + kind->count; line++) {
            bool other = chart_at(unlike->chart, line)->never_absent && !recast_of(unlike, line);
            if (!other && (line == recast || (total != LINE_NONE && is_under(unlike->chart, line, total))))
                unlike->lines[line_index(unlike, line)].recast = recast;
        }
    }
}

/* --- all of it --- */

static void parts_find(Unlike *unlike)
{
    const StatementKind *kind = unlike->kind;
    const Fact *fact;
    unlike->parts = arena_array(unlike->run->arena, uint8_t, unlike->path.count * kind->count);
    for (size_t i = 0; i < unlike->path.count; i++)
        for (LineId line = kind->first; line < kind->first + kind->count; line++)
            unlike->parts[i * kind->count + line_index(unlike, line)] = (uint8_t)part_of(&fact, unlike->run, unlike->chart, term_column(unlike, i), line);
}

static void commons_find(Unlike *unlike)
{
    const StatementKind *kind = unlike->kind;
    unlike->lines = arena_array(unlike->run->arena, UnlikeLine, kind->count);
    for (LineId line = kind->first; line < kind->first + kind->count; line++) {
        LineId total = chart_at(unlike->chart, line)->into;
        while (total != LINE_NONE && !all_print(unlike, total))
            total = chart_at(unlike->chart, total)->into;
        unlike->lines[line_index(unlike, line)] = (UnlikeLine){.common = total, .folded = LINE_NONE, .recast = LINE_NONE};
    }
}

const Unlike *unlike_make(Run *run, const Chart *chart, const Path *path)
{
    Unlike *unlike = arena_new(run->arena, Unlike);
    *unlike = (Unlike){.run = run, .chart = chart, .kind = &chart->statements[path->terms[0].column->kind], .path = *path};
    parts_find(unlike);
    commons_find(unlike);
    for (size_t i = 0; i < path->count; i++)
        for (size_t j = i + 1; j < path->count; j++)
            pair_divide(unlike, i, j);
    for (size_t i = 0; i < path->count; i++)
        for (size_t j = 0; j < path->count; j++)
            pair_fold(unlike, i, j);
    totals_divide(unlike);
    unlike->recasts = arena_array(run->arena, Recast, unlike->kind->count);
    for (LineId line = unlike->kind->first; line < unlike->kind->first + unlike->kind->count; line++)
        recast_find(unlike, line);
    recasts_mark(unlike);
    return unlike;
}

bool unlike_stands_in(const Unlike *unlike, LineId total)
{
    return unlike->lines[line_index(unlike, total)].stands_in;
}

/* --- in words --- */

static const Recast *recast_at(const Unlike *unlike, LineId line)
{
    size_t i = 0;
    while (unlike->recasts[i].line != line)
        i++;
    return &unlike->recasts[i];
}

static Text recast_spoken(const Unlike *unlike, const Recast *recast)
{
    Arena *arena = unlike->run->arena;
    Text name = chart_at(unlike->chart, recast->line)->name;
    return text_format(arena, TEXT_FORMAT " is printed for " TEXT_FORMAT " and not for " TEXT_FORMAT, TEXT_ARGUMENTS(name),
                       TEXT_ARGUMENTS(period_formula(arena, recast->with->period)), TEXT_ARGUMENTS(period_formula(arena, recast->without->period)));
}

Text unlike_reason(const Unlike *unlike, LineId line)
{
    const UnlikeLine *at = &unlike->lines[line_index(unlike, line)];
    Arena *arena = unlike->run->arena;
    if (at->recast != LINE_NONE) {
        Text spoken = recast_spoken(unlike, recast_at(unlike, at->recast));
        return text_format(arena, TEXT_FORMAT ", so the terms are on two bases", TEXT_ARGUMENTS(spoken));
    }
    if (!at->divided)
        return TEXT("");
    if (at->folded != LINE_NONE)
        return text_format(arena, TEXT_FORMAT " is printed for " TEXT_FORMAT " and not for " TEXT_FORMAT ", which holds these days and may have it in this line",
                           TEXT_ARGUMENTS(chart_at(unlike->chart, at->folded)->name), TEXT_ARGUMENTS(period_formula(arena, at->with->period)),
                           TEXT_ARGUMENTS(period_formula(arena, at->without->period)));
    Text name = chart_at(unlike->chart, line)->name, common = chart_at(unlike->chart, at->common)->name;
    if (!at->with)
        return text_format(arena, TEXT_FORMAT " holds some of the lines under " TEXT_FORMAT " that the terms name or divide differently", TEXT_ARGUMENTS(name),
                           TEXT_ARGUMENTS(common));
    return text_format(arena, TEXT_FORMAT " is printed for " TEXT_FORMAT " and not for " TEXT_FORMAT ", which prints other lines under " TEXT_FORMAT,
                       TEXT_ARGUMENTS(name), TEXT_ARGUMENTS(period_formula(arena, at->with->period)),
                       TEXT_ARGUMENTS(period_formula(arena, at->without->period)), TEXT_ARGUMENTS(common));
}

void unlike_report(const Unlike *unlike, Fact *const *facts)
{
    Run *run = unlike->run;
    for (size_t i = 0; i < unlike->recast_count; i++) {
        const Recast *recast = &unlike->recasts[i];
        if (facts[line_index(unlike, recast->line)]->state != STATE_not_derivable)
            continue;
        problem(run, PROBLEM_recast_between_terms, recast->printed->place, TEXT_FORMAT ": the lines above it are on two bases and not derivable for " TEXT_FORMAT,
                TEXT_ARGUMENTS(recast_spoken(unlike, recast)), TEXT_ARGUMENTS(period_formula(run->arena, unlike->path.span)));
    }
}

Text unlike_note(const Unlike *unlike, Fact *const *facts)
{
    Arena *arena = unlike->run->arena;
    TextBuilder names = {.arena = arena};
    for (size_t i = 0; i < unlike->kind->count; i++)
        if (unlike->lines[i].divided && unlike->lines[i].recast == LINE_NONE && facts[i]->state == STATE_not_derivable)
            text_append_format(&names, "%s" TEXT_FORMAT, names.count ? ", " : "", TEXT_ARGUMENTS(unlike->chart->lines[unlike->kind->first + i].name));
    if (!names.count)
        return TEXT("");
    return text_format(arena, "named or divided differently by the terms, so not derivable: " TEXT_FORMAT, TEXT_ARGUMENTS(text_builder_text(&names)));
}
