/* study/solve: the values of a variable for which a figure has a wanted value.
 *
 * In:       a curve; the bounds of the variable; the wanted value; how many points are looked at before roots are bracketed.
 * Out:      every root that the points tell of, what lies around it, and where the figure passes the wanted value without having it.
 * Includes: base, model, study/curve, GSL.
 *
 * Amounts that are posted are rounded, so the figure goes in steps: a root is a double at which it is as near to the wanted value as its two
 * neighbours let it be, and says over which values of the variable all rounded amounts are the same. Two roots, or an even number, between two
 * points that follow each other are only found where the figure comes near the wanted value there. */
#ifndef PROFORMA_STUDY_SOLVE_H
#define PROFORMA_STUDY_SOLVE_H

#include "study/curve.h"

typedef enum {
    ROOT_crossing, /* the figure goes from one side to the other */
    ROOT_touch,    /* it reaches the wanted value and turns back */
    ROOT_stretch,  /* it has the wanted value all the way from `low` to `high` */
    ROOT_jump      /* it goes from one side to the other without having it: no root */
} RootKind;

typedef struct {
    RootKind kind;
    double at, value;      /* of the variable; the figure there. Of a stretch: its middle */
    double low, high;      /* of a crossing or a touch: how far rounded amounts are the same; of a stretch: its ends; of a jump: two neighbours */
    bool stepped;          /* rounded amounts depend on the variable, so that low..high is a step of rounding */
    size_t passes;         /* how often rounding makes the figure pass the wanted value between low and high; mostly 1 */
    double before, after;  /* the figure at both ends of a jump */
    double slope;          /* of the unrounded figure; NAN: not known */
    bool kinked;           /* a test or a choice turns out differently at or beside the root */
    double kink, slope_below, slope_above;
} Root;

typedef struct {
    double low, high, wanted;
    bool whole;            /* the variable takes whole numbers only */
    struct { Root *items; size_t count, capacity; } roots; /* by the variable */
    double least, least_at, largest, largest_at, nearest, nearest_at; /* of the figure at the points; NAN: it has no value at any */
    size_t points, blank;  /* how many; those at which the figure has no value */
    double blank_first, blank_last;
} Solution;

/* `low` < `high`, `points` > 2. */
void solve(Solution *out, Arena *arena, const Curve *curve, double low, double high, double wanted, size_t points);
/* Roots that are none are not counted. */
size_t solution_root_count(const Solution *solution);

#endif
