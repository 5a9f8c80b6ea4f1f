/* The variant that every machine of the architecture has, and the choice. */
#include "base/processor.h"
#include "study/variates_loops.h"

const Variates variates_baseline = {"baseline", uniforms, normal_quantiles, normal_probabilities};

size_t variates_variants(const Variates *out[VARIATES_MOST])
{
    const Variates *const all[VARIATES_MOST] = {&variates_avx512, &variates_avx2, &variates_baseline};
    size_t count = 0;
    for (size_t i = 0; i < VARIATES_MOST; i++)
        if (all[i]->uniforms && processor_runs(all[i]->name))
            out[count++] = all[i];
    return count;
}
