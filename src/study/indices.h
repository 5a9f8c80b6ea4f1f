/* study/indices: how much of a figure's variance each input brings about.
 *
 * In:       a figure's values of two independent samples of the inputs, A and B, and of A with one input taken from B.
 * Out:      first-order and total Sobol indices with their standard errors.
 * Includes: study/statistics.
 *
 * The first-order index is the part of the variance that the input brings about alone; the total index has in it whatever it brings about
 * together with others. Jansen's estimators (Computer Physics Communications 117, 1999) in Saltelli's design; each lane modulo
 * STATISTICS_STRANDS is an estimate of its own, and their spread is the error. A lane counts where all its values are finite. */
#ifndef PROFORMA_STUDY_INDICES_H
#define PROFORMA_STUDY_INDICES_H

#include "study/statistics.h"

typedef double Strands[STATISTICS_STRANDS];

/* Of a figure and one input. */
typedef struct {
    Strands from_first, from_second; /* squares of what A and B differ by from A with the input of B */
    Strands sum, squares, count;     /* of A and B, about the pivot */
} IndexSums;

typedef struct {
    double first, first_error, total, total_error; /* NAN: the figure does not vary, or has too few values */
} SobolIndex;

/* The first lane belongs to strand 0. */
void index_add(IndexSums *to, double pivot, const double *first, const double *second, const double *mixed, size_t count);
void index_merge(IndexSums *to, const IndexSums *from);
void index_estimate(SobolIndex *out, const IndexSums *of);

#endif
