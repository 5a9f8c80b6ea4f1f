/* study/marginal: an input's distribution as a function of a probability.
 *
 * In:       a distribution; lanes of probabilities, or of standard normal numbers for shapes that are made of these.
 * Out:      lanes of values in the input's own unit, and of numbers as formulas compute with them.
 * Includes: base, scenario, study/elementary.
 *
 * A shape is one row of a table in marginal.c. */
#ifndef PROFORMA_STUDY_MARGINAL_H
#define PROFORMA_STUDY_MARGINAL_H

#include "scenario/scenario.h"

typedef struct {
    DistributionShape shape;
    bool normal;          /* its values are made of normal numbers and not of probabilities */
    double center, deviation; /* of the normal shapes */
    double low, high, mode;   /* of uniform and triangular */
    double *values;       /* of discrete and empirical */
    double *shares;       /* discrete: the probability of this value or one before it */
    size_t value_count;
    double times, by;     /* a value * times / by is the number of formulas; one of the two is 1 */
} Marginal;

/* `reporting`: the scenario's unit of money and shares. */
void marginal_make(Marginal *out, Arena *arena, const ScenarioInput *input, Unit reporting);
/* In place: what `normal` asks for -> values. */
void marginal_values(const Marginal *marginal, double *lanes, size_t count);
void marginal_numbers(double *restrict out, const Marginal *marginal, const double *restrict values, size_t count);

#endif
