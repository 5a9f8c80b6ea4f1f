/* Reading order: what is the same, one unit or two, whose lines are kept under a total, the column. */
#include "statement/supersede.h"

#include "statement/compare.h"
#include "statement/foot.h"
#include "statement/split.h"

#include <math.h>
#include <stdlib.h>

/* What is nothing has no digits that tell its unit; it is printed in that of its table. */
static double unit_beside(const Fact *fact, const Fact *other)
{
    if (fact->printed.digits || !other->printed.digits || fact->printed.unit.kind != UNIT_money)
        return fact_unit(fact);
    return fact_unit(other) * pow(10, fact->printed.unit.scale - other->printed.unit.scale + other->printed.decimals - fact->printed.decimals);
}

bool facts_same(const Fact *a, const Fact *b)
{
    bool same_unit = a->printed.unit.scale == b->printed.unit.scale && a->printed.decimals == b->printed.decimals;
    bool as_printed = same_unit && a->term_count == b->term_count;
    double allowed = as_printed ? 0 : (unit_beside(a, b) + unit_beside(b, a)) / 2 * (1 + 1e-9);
    return fabs(a->number - b->number) <= allowed;
}

/* --- one unit or two --- */

/* The amounts of two columns, of money or of shares. */
typedef struct {
    Run *run;
    const Chart *chart;
    const ReportedColumn *earlier, *later;
    UnitKind unit;
} Prints;

typedef struct {
    size_t lines, fitting; /* that are long enough to tell, and those of them that differ by the power */
    const Fact *earlier, *later; /* the largest */
} PowerTest;

/* Amounts of one line that could show a power of ten: neither is nothing. */
static bool amounts_of(const Fact **earlier, const Fact **later, const Prints *prints, LineId line)
{
    *earlier = column_fact(prints->chart, prints->earlier, line);
    *later = column_fact(prints->chart, prints->later, line);
    return chart_at(prints->chart, line)->unit == prints->unit && fact_has_value(*earlier) && fact_has_value(*later) && (*earlier)->number != 0 && (*later)->number != 0;
}

static PowerTest power_test(const Prints *prints, int power)
{
    static const double LONG_ENOUGH = 0.05;
    const StatementKind *kind = &prints->chart->statements[prints->later->kind];
    PowerTest test = {0};
    double times = pow(10, power);
    const Fact *earlier, *later;
    for (LineId line = kind->first; line < kind->first + kind->count; line++) {
        if (!amounts_of(&earlier, &later, prints, line))
            continue;
        double allowed = (fact_unit(earlier) + times * fact_unit(later)) / 2 * (1 + 1e-9);
        if (allowed > LONG_ENOUGH * fabs(earlier->number))
            continue;
        test.lines++;
        test.fitting += fabs(earlier->number - times * later->number) <= allowed;
        if (!test.earlier || fabs(earlier->number) > fabs(test.earlier->number)) {
            test.earlier = earlier;
            test.later = later;
        }
    }
    return test;
}

/* The power that the largest amounts show. */
static int power_shown(const Prints *prints)
{
    const StatementKind *kind = &prints->chart->statements[prints->later->kind];
    const Fact *earlier, *later;
    double largest = 0, ratio = 1;
    for (LineId line = kind->first; line < kind->first + kind->count; line++)
        if (amounts_of(&earlier, &later, prints, line) && fabs(earlier->number) > largest) {
            largest = fabs(earlier->number);
            ratio = fabs(earlier->number / later->number);
        }
    return (int)lround(log10(ratio));
}

/* Three of four amounts of money show it, or a single one a power of three; of counts all, and not tenfold, which splits are. */
static bool is_throughout(const PowerTest *test, UnitKind unit, int power)
{
    if (unit == UNIT_shares)
        return test->fitting > 0 && test->fitting == test->lines && abs(power) > 1;
    return test->lines > 1 ? test->fitting > 1 && 4 * test->fitting >= 3 * test->lines : test->fitting == 1 && abs(power) >= 3;
}

static Text unit_spoken(Run *run, const Statement *statement)
{
    Text line = text_trim(source_text(&run->sources, statement->unit_place));
    return line.length ? text_format(run->arena, "\"" TEXT_FORMAT "\" at " TEXT_FORMAT, TEXT_ARGUMENTS(line), TEXT_ARGUMENTS(place_spoken(run, statement->unit_place)))
                       : TEXT("no unit line");
}

static bool unit_contradicted(const Prints *prints, const PowerTest *test, int power)
{
    Run *run = prints->run;
    const Statement *here = prints->later->statement, *there = prints->earlier->statement;
    Text times = amount_spoken(run->arena, pow(10, abs(power)), 0);
    Text ratio = power > 0 ? text_format(run->arena, "1/" TEXT_FORMAT, TEXT_ARGUMENTS(times)) : text_format(run->arena, TEXT_FORMAT " times", TEXT_ARGUMENTS(times));
    return problem(run, PROBLEM_unit_contradicted, here->unit_place.source ? here->unit_place : test->later->place,
                   "the %s of " TEXT_FORMAT " are " TEXT_FORMAT " those of another filing: \"" TEXT_FORMAT "\" is " TEXT_FORMAT " at " TEXT_FORMAT " and " TEXT_FORMAT " at " TEXT_FORMAT
                   "; the unit lines are " TEXT_FORMAT " and " TEXT_FORMAT,
                   prints->unit == UNIT_shares ? "share counts" : "amounts", TEXT_ARGUMENTS(period_text(run->arena, prints->later->period)), TEXT_ARGUMENTS(ratio),
                   TEXT_ARGUMENTS(test->later->caption), TEXT_ARGUMENTS(printed_spoken(run->arena, test->later->printed)), TEXT_ARGUMENTS(place_spoken(run, test->later->place)),
                   TEXT_ARGUMENTS(printed_spoken(run->arena, test->earlier->printed)), TEXT_ARGUMENTS(place_spoken(run, test->earlier->place)),
                   TEXT_ARGUMENTS(unit_spoken(run, here)), TEXT_ARGUMENTS(unit_spoken(run, there)));
}

bool columns_one_unit(Run *run, const Chart *chart, const ReportedColumn *earlier, const ReportedColumn *later)
{
    static const UnitKind units[] = {UNIT_money, UNIT_shares};
    bool good = true;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        Prints prints = {run, chart, earlier, later, units[i]};
        int power = power_shown(&prints);
        PowerTest test = power == 0 ? (PowerTest){0} : power_test(&prints, power);
        if (is_throughout(&test, units[i], power))
            good = unit_contradicted(&prints, &test, power);
    }
    return good;
}

/* --- whose lines are kept under a total --- */

typedef struct {
    Run *run;
    const Chart *chart;
    const StatementKind *kind;
    const ReportedColumn *earlier, *later;
    const bool *same;
    bool coarser;          /* the later print is rounded to a larger unit */
    ReportedColumn merged; /* its facts as they are tried */
    LineId *common;        /* by line: the nearest total that both print; LINE_NONE: none */
} Merging;

/* Ways to put the lines under a total together, the best first. */
typedef enum {
    KEEP_earlier_lines, /* those of the earlier filing alone */
    KEEP_both_lines,
    KEEP_later_lines,
    KEEPS
} Keep;

static const Fact *printed(const Merging *merging, const ReportedColumn *column, LineId line)
{
    const Fact *fact = column_fact(merging->chart, column, line);
    return fact_has_value(fact) ? fact : NULL;
}

static Fact **slot_of(const Merging *merging, const ReportedColumn *column, LineId line)
{
    return &column->facts[line - merging->kind->first];
}

/* Both print it: the finer print where they say the same, else the later one. */
static Fact *both_fact(const Merging *merging, LineId line)
{
    Fact *a = *slot_of(merging, merging->earlier, line), *b = *slot_of(merging, merging->later, line);
    bool same = facts_same(a, b) || merging->same[line - merging->kind->first];
    return same && unit_beside(b, a) > unit_beside(a, b) * 1.5 ? a : b;
}

/* Is a line that one filing prints inside another line of the other filing, which has been found to be the sum of several of its neighbours?
 * Not so a line inside a total that only the other filing prints. */
static bool is_absorbed(const Merging *merging, LineId line, const ReportedColumn *other)
{
    const ReportedColumn *own = other == merging->later ? merging->earlier : merging->later;
    bool absorbed = merging->same[line - merging->kind->first];
    for (LineId total = chart_at(merging->chart, line)->into; total != LINE_NONE; total = chart_at(merging->chart, total)->into)
        absorbed = absorbed && !(printed(merging, other, total) && !printed(merging, own, total));
    return absorbed;
}

static void group_try(Merging *merging, LineId common, Keep keep)
{
    for (LineId line = merging->kind->first; line < merging->kind->first + merging->kind->count; line++) {
        if (merging->common[line - merging->kind->first] != common)
            continue;
        Fact *a = *slot_of(merging, merging->earlier, line), *b = *slot_of(merging, merging->later, line), *kept = NULL;
        if (a && b)
            kept = both_fact(merging, line);
        else if (a && keep != KEEP_later_lines && (merging->coarser || !is_absorbed(merging, line, merging->later)))
            kept = a;
        else if (b && keep != KEEP_earlier_lines && !(merging->coarser && is_absorbed(merging, line, merging->earlier)))
            kept = b;
        *slot_of(merging, &merging->merged, line) = kept;
    }
}

/* The largest unit and the number of what is added up in a total. */
static void addends_measure(double *unit, size_t *count, const Merging *merging, LineId total)
{
    const Line *at = chart_at(merging->chart, total);
    for (size_t i = 0; i < at->addend_count; i++) {
        const Fact *fact = printed(merging, &merging->merged, at->addends[i]);
        if (!fact) {
            addends_measure(unit, count, merging, at->addends[i]);
            continue;
        }
        *unit = fact_unit(fact) > *unit ? fact_unit(fact) : *unit;
        ++*count;
    }
}

/* Is a total that is printed the sum of what is printed of it, if anything is? */
static bool total_foots(const Merging *merging, LineId total)
{
    Money sum;
    const Fact *fact = printed(merging, &merging->merged, total);
    if (!fact || !column_addends(&sum, merging->chart, &merging->merged, total))
        return true;
    double unit = fact_unit(fact);
    size_t count = 0;
    addends_measure(&unit, &count, merging, total);
    return fabs((double)(fact->money - sum)) <= (double)(count + 1) / 2 * unit;
}

static bool group_foots(const Merging *merging, LineId common)
{
    if (common != LINE_NONE && !total_foots(merging, common))
        return false;
    for (LineId line = merging->kind->first; line < merging->kind->first + merging->kind->count; line++)
        if (merging->common[line - merging->kind->first] == common && chart_at(merging->chart, line)->unit == UNIT_money && !total_foots(merging, line))
            return false;
    return true;
}

/* Does a filing by itself divide the total into lines that make it? */
static bool divides(Merging *merging, const ReportedColumn *column, LineId total)
{
    Money sum;
    if (total == LINE_NONE || !column_addends(&sum, merging->chart, column, total))
        return false;
    ReportedColumn tried = merging->merged;
    merging->merged = *column;
    bool foots = total_foots(merging, total);
    merging->merged = tried;
    return foots;
}

static void group_merge(Merging *merging, LineId common)
{
    Keep keep = KEEP_both_lines;
    if (merging->coarser && divides(merging, merging->earlier, common))
        keep = KEEP_earlier_lines;
    else if (divides(merging, merging->later, common))
        keep = KEEP_later_lines;
    for (; keep < KEEPS; keep++) {
        group_try(merging, common, keep);
        if (keep == KEEP_later_lines || group_foots(merging, common))
            return;
    }
}

/* --- the column --- */

static double least_unit(const Merging *merging, const ReportedColumn *column)
{
    double least = INFINITY;
    for (LineId line = merging->kind->first; line < merging->kind->first + merging->kind->count; line++) {
        const Fact *fact = printed(merging, column, line);
        if (fact && fact->printed.digits && chart_at(merging->chart, line)->unit == UNIT_money)
            least = fmin(least, fact_unit(fact));
    }
    return least;
}

static void commons_find(Merging *merging)
{
    merging->common = arena_array(merging->run->arena, LineId, merging->kind->count);
    for (LineId line = merging->kind->first; line < merging->kind->first + merging->kind->count; line++) {
        LineId total = chart_at(merging->chart, line)->into;
        while (total != LINE_NONE && (!printed(merging, merging->earlier, total) || !printed(merging, merging->later, total)))
            total = chart_at(merging->chart, total)->into;
        merging->common[line - merging->kind->first] = total;
    }
}

/* Per-share amounts of an income that was restated are not those of the new one. */
static void stale_drop(Merging *merging)
{
    LineId income = merging->chart->per_share.income;
    const Fact *a = income == LINE_NONE ? NULL : printed(merging, merging->earlier, income), *b = a ? printed(merging, merging->later, income) : NULL;
    if (!a || !b || facts_same(a, b))
        return;
    for (LineId line = merging->kind->first; line < merging->kind->first + merging->kind->count; line++)
        if (chart_at(merging->chart, line)->unit == UNIT_per_share && !*slot_of(merging, merging->later, line))
            *slot_of(merging, &merging->merged, line) = NULL;
}

static void facts_merge(Merging *merging)
{
    bool *done = arena_array(merging->run->arena, bool, merging->chart->line_count + 1);
    for (size_t i = 0; i < merging->kind->count; i++) {
        LineId common = merging->common[i];
        size_t at = common == LINE_NONE ? merging->chart->line_count : common;
        if (!done[at])
            group_merge(merging, common);
        done[at] = true;
    }
    stale_drop(merging);
}

/* Is there anything in the merged column that the later filing printed? */
static bool takes_later(const Merging *merging)
{
    for (size_t i = 0; i < merging->kind->count; i++)
        if (merging->merged.facts[i] && merging->merged.facts[i] == merging->later->facts[i])
            return true;
    return false;
}

/* Of another presentation: does the later print say less of the same, in figures or in lines? */
static bool says_less(const Merging *merging)
{
    bool shorter = false;
    for (size_t i = 0; i < merging->kind->count; i++) {
        if (merging->later->facts[i] && !(merging->earlier->facts[i] && merging->same[i]))
            return false;
        shorter |= merging->earlier->facts[i] && !merging->later->facts[i];
    }
    return shorter || merging->coarser;
}

void column_supersede(ReportedColumn *earlier, Run *run, const Chart *chart, const ReportedColumn *later, const bool *same)
{
    Merging merging = {.run = run, .chart = chart, .kind = &chart->statements[later->kind], .earlier = earlier, .later = later, .same = same, .merged = *later};
    merging.coarser = least_unit(&merging, later) > 1.5 * least_unit(&merging, earlier);
    if (!text_equal(earlier->presentation, later->presentation)) {
        if (!says_less(&merging))
            *earlier = *later;
        return;
    }
    merging.merged.facts = arena_array(run->arena, Fact *, merging.kind->count);
    commons_find(&merging);
    facts_merge(&merging);
    Fact **facts = merging.merged.facts;
    LineId basic = chart->per_share.basic_shares;
    bool own_count = basic >= merging.kind->first && basic < merging.kind->first + merging.kind->count && !later->facts[basic - merging.kind->first];
    int share_basis = own_count ? earlier->share_basis : later->share_basis;
    if (takes_later(&merging))
        *earlier = *later;
    earlier->facts = facts;
    earlier->share_basis = share_basis;
}
