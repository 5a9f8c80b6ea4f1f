/* The variant for x86 with 256-bit vectors. */
#include "study/variates_loops.h"

#ifdef __AVX2__
const Variates variates_avx2 = {"avx2", uniforms, normal_quantiles, normal_probabilities};
#else
const Variates variates_avx2 = {"avx2", NULL, NULL, NULL};
#endif
