/* The variant that every machine of the architecture has, and the choice. */
#include "model/evaluate_lanes.h"
#include "study/column_loops.h"

const Columns columns_baseline = {column_take, column_has_zero, column_extent};

const Columns *columns_fastest(void)
{
    const LanesVariant *variants[LANES_VARIANTS];
    evaluate_variants(variants);
    return variants[0] == &evaluate_avx512 ? &columns_avx512 : variants[0] == &evaluate_avx2 ? &columns_avx2 : &columns_baseline;
}
