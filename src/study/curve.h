/* study/curve: one figure as a function of one variable.
 *
 * In:       a slice with one input, of which output 0 is the figure and no other may be 0; or a function that makes a model for each value.
 * Out:      the figure at any values; its slope; how far what is rounded and what is chosen stays as it is.
 * Includes: base, model.
 *
 * Where the figure has no value it is NAN. Nothing is allocated after curve_begin, except by a function that makes models. */
#ifndef PROFORMA_STUDY_CURVE_H
#define PROFORMA_STUDY_CURVE_H

#include "model/slice.h"

typedef double CurvePoint(void *context, double at);

typedef struct {
    const Slice *slice;  /* NULL: see `point` */
    Slice smooth;        /* the same with nothing rounded */
    double *lanes, *smooth_lanes, *lane; /* workspaces of CURVE_LANES, the same and one lane */
    double *derivatives; /* one a slot */
    CurvePoint *point;
    void *context;
    bool whole;          /* the variable is a whole number: what is between is taken for the nearest */
} Curve;

enum { CURVE_LANES = 64 };

void curve_begin(Curve *out, Arena *arena, const Slice *slice);
/* Any number of values at once. */
void curve_values(double *out, const Curve *curve, const double *at, size_t count);
/* The same with posted amounts left unrounded; the same as curve_values where each value needs a model. */
void curve_smooth_values(double *out, const Curve *curve, const double *at, size_t count);
double curve_value(const Curve *curve, double at);
/* The derivative, rounding being the identity, of the operands that are taken there; NAN: none, or not known. */
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

#endif
