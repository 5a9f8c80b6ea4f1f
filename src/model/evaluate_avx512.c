/* The variant for x86 with 512-bit vectors. */
#include "model/evaluate_loops.h"

#ifdef __AVX512F__
const LanesVariant evaluate_avx512 = {"avx512", evaluate_loops};
#else
const LanesVariant evaluate_avx512 = {"avx512", NULL};
#endif
