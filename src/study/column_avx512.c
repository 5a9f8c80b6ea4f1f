/* The variant for x86 with 512-bit vectors. */
#include "study/column_loops.h"

const Columns columns_avx512 = {column_take, column_has_zero, column_extent};
