/* study/studied: a model as a function, from what is varied to what is shown.
 *
 * In:       a model that was built with its axes open (see job/studying); the axes and the figures that were asked for.
 * Out:      slices of its program for a study; what each axis and figure is called and how it is printed.
 * Includes: base, scenario, model.
 *
 * The room study/: a model in, distributions out. sweep (grids), solve (roots), tornado (ranges and derivatives), simulate (draws) each take a
 * Studied. What they share: range (values in exact decimal), blocks (work by number over threads and ranks). GSL and Random123 are used here
 * and nowhere else. Nothing prints. */
#ifndef PROFORMA_STUDY_STUDIED_H
#define PROFORMA_STUDY_STUDIED_H

#include "model/model.h"
#include "model/slice.h"

/* A name that a study varies. */
typedef struct {
    Text name;           /* as it was asked for: "deal.exchange_ratio" */
    Unit unit;           /* of its values as they are written: a percentage is not yet a fraction */
    Slot slot;           /* that carries it; SLOT_NONE: its value is no number of the program, and each value needs a model of its own */
    bool has_base;       /* the scenario gives it a value */
    Printed base;        /* that value, as --set takes it */
    double base_number;  /* and as formulas compute with it */
    bool formula;        /* its value stands for a formula of the scenario: a number in the report's unit, or with a scale word */
    bool opaque;         /* a printed increment of a company ignores it: a price of the acquirer's stock (rules 5.6) */
    const ScenarioInput *input; /* with its range and distribution; NULL: it is none */
    Place place;
} StudyAxis;

/* A figure that a study shows. */
typedef struct {
    Text name;           /* in full: "pro_forma.eps.basic@2004-03-31/3M:gaap" */
    Text label;          /* as it was asked for: "eps.basic" */
    Unit unit;           /* of the value; UNIT_ratio of accretion and the like: a fraction */
    bool percent;        /* a fraction that people read as percent */
    int decimals;        /* that people read; of a percentage, those of the percent */
    Slot slot;           /* SLOT_NONE: no value in any lane, see `reason` */
    Text reason;
    const AnalysisException *exceptions; /* in lanes in which one holds the value is no number, and this word stands for it */
    size_t exception_count;
    Slot accretion;      /* of an amount per share of the combination or of accretion itself: above 0 accretive, below 0 dilutive; SLOT_NONE */
    double base;         /* in the scenario as it is; NAN: none */
} StudyFigure;

typedef struct {
    const Model *model;  /* lane 0 is the scenario as it is wherever every axis has a slot */
    StudyAxis *axes;
    size_t axis_count;
    StudyFigure *figures;
    size_t figure_count;
    const Condition *conditions; /* errors of the rules that an axis can bring about: where `holds` is 0 a lane has no figures */
    size_t condition_count;
    Text period, basis;  /* "2004-03-31/3M", "gaap": of names that give none */
} Studied;

/* The number that formulas compute with for a value that was written, as --set would take it: money and shares in the reporting scale, a
 * percentage as a fraction. False [inexact_conversion, amount_overflow] at `place`. */
bool studied_number(double *out, Run *run, const Studied *studied, const StudyAxis *axis, Printed value, Place place);

/* Wanted slots of a slice, in this order: the figures' slots, then, as asked for, each figure's accretion, then the conditions, then `when` of each
 * figure's exceptions, those of the first figure first. */
typedef enum { STUDIED_figures = 0, STUDIED_accretion = 1, STUDIED_conditions = 2, STUDIED_exceptions = 4 } StudiedParts;
/* `alike`: one for each axis; see slice_make. */
void studied_slice(Slice *out, Arena *arena, const Studied *studied, const bool *alike, unsigned parts);

#endif
