/* study/curve: one figure as a function of one variable.
 *
 * In:       a program with its values of lane 0, the slot that is varied, the slots of the figure and of what must not be 0 where it has a value;
 *           or a function that makes a model for each value.
 * Out:      the figure at any values; its slope; how far what is rounded and what is chosen stays as it is.
 * Includes: base, model, study/studied.
 *
 * The operations that lie between the variable and what is wanted, each with a slot of its own, so that after an evaluation all of them can be
 * looked at. Where the figure has no value it is NAN. Nothing is allocated after curve_begin, except by a function that makes models. */
#ifndef PROFORMA_STUDY_CURVE_H
#define PROFORMA_STUDY_CURVE_H

#include "study/studied.h"

typedef double CurvePoint(void *context, double at);

enum { CURVE_LANES = 64 };

typedef struct {
    CurvePoint *point;   /* a model for each value; the rest, but for `whole`, is then empty */
    void *context;
    bool whole;          /* the variable is a whole number: what is between is taken for the nearest */
    Program program;     /* cut down */
    Program smooth;      /* the same with nothing rounded */
    Slot variable;       /* SLOT_NONE: nothing depends on it */
    Slot *wanted;        /* the figure, and what must not be 0 */
    size_t wanted_count;
    double *lanes, *pair, *lane; /* workspaces of CURVE_LANES, 2 and 1 */
    double *derivatives; /* one a slot */
} Curve;

void curve_begin(Curve *out, Arena *arena, const Program *program, const double *values, Slot varied, const Slot *wanted, size_t wanted_count);
/* The same of a study: a slot of a figure by an axis that has one; where a condition does not hold there is no value. */
void curve_of_axis(Curve *out, Arena *arena, const Studied *studied, const StudyAxis *axis, Slot figure);
/* What formulas compute with, of one unit as it is written: 0.01 of a percentage, 1000 of a million shares where they are counted in thousands. */
double curve_unit(const Studied *studied, Unit unit);

/* Any number of values at once. */
void curve_values(double *out, const Curve *curve, const double *at, size_t count);
/* The same with posted amounts left unrounded; the same as curve_values where each value needs a model. */
void curve_smooth_values(double *out, const Curve *curve, const double *at, size_t count);
double curve_value(const Curve *curve, double at);
/* The derivative of the unrounded figure, by the operands that are taken there; NAN: none, or not known. */
double curve_slope(const Curve *curve, double at);

typedef enum {
    CURVE_amounts, /* amounts that are rounded */
    CURVE_choices  /* outcomes of tests, and which operand is taken */
} CurveMarks;

/* Does any such thing depend on the variable? False where each value needs a model: it is not known. */
bool curve_has(const Curve *curve, CurveMarks marks);
/* Are all of them the same at both values? */
bool curve_same(const Curve *curve, double a, double b, CurveMarks marks);
/* How far below and above `at` all of them are as they are there: doubles within low..high, whose outer neighbours differ unless they are the bounds. */
void curve_reach(double reach[2], const Curve *curve, double at, double low, double high, CurveMarks marks);

/* A program in which posted amounts are left unrounded; it shares all but the operations. */
Program curve_unrounded(Arena *arena, const Program *program);

#endif
