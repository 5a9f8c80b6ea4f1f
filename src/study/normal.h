/* study/normal: the normal distribution, lane by lane.
 *
 * In:       probabilities above 0 and below 1; or values.
 * Out:      the values below which a standard normal number lies with these probabilities; or the probabilities of values.
 * Includes: study/elementary.
 *
 * Rational approximations: quantiles by Wichura (AS 241, PPND16, Applied Statistics 37, 1988), probabilities by Cody (Mathematics of
 * Computation 23, 1969). Both are within some ulp; a unit test compares them with GSL's. The same bits on every machine. */
#ifndef PROFORMA_STUDY_NORMAL_H
#define PROFORMA_STUDY_NORMAL_H

#include <stddef.h>

void normal_quantiles(double *out, const double *probabilities, size_t count); /* neither may be part of the other */
void normal_probabilities(double *out, const double *values, size_t count);    /* `out` may be `values` */

#endif
