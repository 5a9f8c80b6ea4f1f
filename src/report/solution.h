/* report/solution: the values of a name for which a figure has a wanted value, in words and numbers that any writer can render.
 *
 * In:       a study of one axis and one figure, and its solution.
 * Out:      numbers as CSV has them, and lines for people.
 * Includes: base, scenario, model, study.
 *
 * Values of the name are in its own unit, as --set takes them. */
#ifndef PROFORMA_REPORT_SOLUTION_H
#define PROFORMA_REPORT_SOLUTION_H

#include "study/solve.h"
#include "study/studied.h"

typedef struct {
    Text label, words; /* "rounding", "posted amounts are the same from ..." */
} SolutionLine;

/* Numbers that a root does not have are empty. */
typedef struct {
    Text kind;                      /* "crossing", "touch", "stretch", "jump" */
    Text at, value, slope;
    Text low, high, width;          /* of the step of rounding, of a stretch or of a jump */
    size_t passes;
    Text before, after;             /* of a jump */
    Text kink, slope_below, slope_above;
    struct { SolutionLine *items; size_t count, capacity; } lines;
} SolutionRoot;

typedef struct {
    Text title;                     /* of the scenario */
    Text name, unit, low, high;     /* what is varied */
    Text figure, figure_unit, wanted;
    Text base, base_value;          /* the scenario as it is */
    Text least, least_at, largest, largest_at, nearest, nearest_at;
    size_t points, blank;
    Text says;                      /* "one root" */
    struct { SolutionRoot *items; size_t count, capacity; } roots;
    struct { Text *items; size_t count, capacity; } remarks;
} SolutionReport;

void solution_report(SolutionReport *out, Arena *arena, const Studied *studied, const Solution *solution);
/* The figure's range over the bounds, for the message that there is no root. */
Text solution_range(Arena *arena, const SolutionReport *report);

#endif
