/* The variant that every machine of the architecture has, and the choice. */
#include "study/variates_loops.h"

#include <stdbool.h>

const Variates variates_baseline = {"baseline", uniforms, normal_quantiles, normal_probabilities};

static bool machine_has(const Variates *variant)
{
    if (variant == &variates_baseline)
        return true;
#if defined __x86_64__ || defined __i386__
    if (variant == &variates_avx512)
        return __builtin_cpu_supports("avx512f");
    if (variant == &variates_avx2)
        return __builtin_cpu_supports("avx2");
#endif
    return false;
}

size_t variates_variants(const Variates *out[VARIATES_MOST])
{
    const Variates *const all[VARIATES_MOST] = {&variates_avx512, &variates_avx2, &variates_baseline};
    size_t count = 0;
    for (size_t i = 0; i < VARIATES_MOST; i++)
        if (all[i]->uniforms && machine_has(all[i]))
            out[count++] = all[i];
    return count;
}
