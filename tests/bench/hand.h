/* What somebody would write who wants nothing but this: purchase.cfg over exchange ratio and measurement price. */
#ifndef PROFORMA_TESTS_HAND_H
#define PROFORMA_TESTS_HAND_H

#include <stddef.h>

enum { HAND_basic, HAND_diluted, HAND_accretion_basic, HAND_accretion_diluted, HAND_goodwill, HAND_FIGURES };

/* Cells of one ratio and `count` prices; figure f of cell i at results[f * count + i]. One for each set of machine options of the lanes. */
typedef void Hand(double ratio, const double *prices, size_t count, double *restrict results);
Hand hand_baseline, hand_avx2, hand_avx512;

#endif
