/* study/column: what is done with a figure of many cells that follow each other, in the vector code of the machine on which the program runs.
 *
 * In:       the figure's values; NAN: the cell has none.
 * Out:      copies, tests and sums of them, with the same bits from every variant. The order of sums is fixed by the count alone.
 * Includes: model/evaluate_lanes.
 *
 * column_loops.h is compiled once for each variant of the lanes, in a file of its own with their flags (CMakeLists.txt). Allocates nothing. */
#ifndef PROFORMA_STUDY_COLUMN_H
#define PROFORMA_STUDY_COLUMN_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    size_t count;           /* of values that are not NAN */
    double lowest, highest; /* INFINITY and -INFINITY: there are none */
    double sum;
} ColumnExtent;

typedef struct {
    void (*take)(double *restrict out, const double *restrict from, size_t count); /* what is not finite is no figure */
    bool (*has_zero)(const double *values, size_t count);
    ColumnExtent (*extent)(const double *values, size_t count);
} Columns;

extern const Columns columns_baseline, columns_avx2, columns_avx512; /* those without machine code of their own are never chosen */

/* The variant of the fastest lanes that this machine has. */
const Columns *columns_fastest(void);

#endif
