/* The variant that every machine of the architecture has, and the choice. */
#include "model/evaluate_loops.h"

const LanesVariant evaluate_baseline = {"baseline", evaluate_loops};

static bool machine_has(const LanesVariant *variant)
{
    if (variant == &evaluate_baseline)
        return true;
#if defined __x86_64__ || defined __i386__
    if (variant == &evaluate_avx512)
        return __builtin_cpu_supports("avx512f");
    if (variant == &evaluate_avx2)
        return __builtin_cpu_supports("avx2");
#endif
    return false;
}

size_t evaluate_variants(const LanesVariant *out[LANES_VARIANTS])
{
    const LanesVariant *const all[LANES_VARIANTS] = {&evaluate_avx512, &evaluate_avx2, &evaluate_baseline};
    size_t count = 0;
    for (size_t i = 0; i < LANES_VARIANTS; i++)
        if (all[i]->evaluate && machine_has(all[i]))
            out[count++] = all[i];
    return count;
}
