/* The loops over cells. Included by the file of each variant, which names its functions in a Columns. */
#include "study/column.h"

#include <math.h>
#include <stdint.h>

static inline void column_take(double *restrict out, const double *restrict from, size_t count)
{
    for (size_t i = 0; i < count; i++)
        out[i] = from[i] - from[i] == 0 ? from[i] : NAN;
}

static inline bool column_has_zero(const double *values, size_t count)
{
    uint64_t zero = 0;
    for (size_t i = 0; i < count; i++)
        zero |= values[i] == 0 ? 1 : 0;
    return zero != 0;
}

/* So many values are looked at side by side, which the compiler makes vectors of. */
enum { ABREAST = 16 };

typedef struct {
    double lowest[ABREAST], highest[ABREAST], sum[ABREAST], count[ABREAST];
} Abreast;

/* NAN is neither below nor above anything. */
static inline void abreast_add(Abreast *to, const double *restrict values, size_t count)
{
    for (size_t j = 0; j < count; j++) {
        double value = values[j];
        to->lowest[j] = value < to->lowest[j] ? value : to->lowest[j];
        to->highest[j] = value > to->highest[j] ? value : to->highest[j];
        to->sum[j] += value == value ? value : 0;
        to->count[j] += value == value ? 1 : 0;
    }
}

static inline ColumnExtent column_extent(const double *values, size_t count)
{
    Abreast all;
    ColumnExtent extent = {.lowest = INFINITY, .highest = -INFINITY};
    for (size_t j = 0; j < ABREAST; j++)
        all.lowest[j] = INFINITY, all.highest[j] = -INFINITY, all.sum[j] = 0, all.count[j] = 0;
    const size_t whole = count / ABREAST * ABREAST;
    for (size_t i = 0; i < whole; i += ABREAST)
        abreast_add(&all, values + i, ABREAST);
    abreast_add(&all, values + whole, count - whole);
    for (size_t j = 0; j < ABREAST; j++) {
        extent.count += (size_t)all.count[j];
        extent.sum += all.sum[j];
        extent.lowest = all.lowest[j] < extent.lowest ? all.lowest[j] : extent.lowest;
        extent.highest = all.highest[j] > extent.highest ? all.highest[j] : extent.highest;
    }
    return extent;
}
