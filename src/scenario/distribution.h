/* scenario/distribution: how likely which values of an input are.
 *
 * In:       `distribution = { shape = "normal"; mean = ...; deviation = ...; };` of an input.
 * Out:      its shape and parameters, possible ones only [bad_distribution]; words for the report.
 * Includes: base.
 *
 * A shape is one row of a table in distribution.c. Parameters are in the input's unit and are converted as its value is. */
#ifndef PROFORMA_SCENARIO_DISTRIBUTION_H
#define PROFORMA_SCENARIO_DISTRIBUTION_H

#include "base/amount.h"
#include "base/settings.h"

/* A number of an input: as written, with its unit, and as formulas compute with it: money and shares in the reporting scale, percent as
 * a fraction. */
typedef struct {
    Printed written;
    double number;
} InputNumber;

typedef enum {
    SHAPE_normal,     /* mean, deviation */
    SHAPE_lognormal,  /* median of the value; deviation of its natural logarithm, which has no unit */
    SHAPE_uniform,    /* low, high */
    SHAPE_triangular, /* low, high, mode */
    SHAPE_discrete,   /* values, weights: each value as often as its share of the sum of the weights */
    SHAPE_empirical   /* values, one as likely as another */
} DistributionShape;

/* Parameters that the shape does not have are 0. */
typedef struct {
    DistributionShape shape;
    InputNumber mean, median, deviation, low, high, mode;
    InputNumber *values, *weights;
    size_t value_count, weight_count; /* the same in a discrete distribution */
} Distribution;

/* The keys that this `distribution` may have, by its shape; those of all shapes while it has none that is known. */
const char *const *distribution_keys(const Setting *group);
/* A number of an input in the input's own unit, which is what its value is printed in: 35 of a percentage of 0.35. */
double input_number_in_unit(const InputNumber *number, Unit unit);
/* "uniform 1.2 to 1.6", in the input's own unit. */
Text distribution_words(Arena *arena, const Distribution *distribution, Unit unit);

#endif
