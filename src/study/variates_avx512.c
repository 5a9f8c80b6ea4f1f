/* The variant for x86 with 512-bit vectors. */
#include "study/variates_loops.h"

#ifdef __AVX512F__
const Variates variates_avx512 = {"avx512", uniforms, normal_quantiles, normal_probabilities};
#else
const Variates variates_avx512 = {"avx512", NULL, NULL, NULL};
#endif
