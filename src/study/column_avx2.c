/* The variant for x86 with 256-bit vectors. */
#include "study/column_loops.h"

const Columns columns_avx2 = {column_take, column_has_zero, column_extent};
