/* The variant for x86 with 256-bit vectors. */
#include "model/evaluate_loops.h"

#ifdef __AVX2__
const LanesVariant evaluate_avx2 = {"avx2", evaluate_loops};
#else
const LanesVariant evaluate_avx2 = {"avx2", NULL};
#endif
