/* study/correlation: how the normal numbers behind the inputs hang together.
 *
 * In:       the scenario's correlations; the inputs that are drawn.
 * Out:      the Cholesky factor of their matrix, by GSL.
 * Includes: base, scenario, study/studied.
 *
 * A Gaussian copula: correlated standard normal numbers are drawn, and each input takes the value of its own distribution that has the same
 * probability. A coefficient is one of the normal numbers. That of two normal inputs is the same; of others it is a little less. */
#ifndef PROFORMA_STUDY_CORRELATION_H
#define PROFORMA_STUDY_CORRELATION_H

#include "study/studied.h"

/* A lower triangle, factor[row * axes + column]; NULL: no two of the axes are correlated. An input that is not drawn, since --set holds it, is
 * left out. Refused: a matrix that is not positive definite [bad_correlation]. */
bool correlation_factor(double **out, Run *run, const Studied *studied);

#endif
