/* The variant that every machine of the architecture has, and the choice. */
#include "base/processor.h"
#include "model/evaluate_loops.h"

const LanesVariant evaluate_baseline = {"baseline", evaluate_loops};

size_t evaluate_variants(const LanesVariant *out[LANES_VARIANTS])
{
    const LanesVariant *const all[LANES_VARIANTS] = {&evaluate_avx512, &evaluate_avx2, &evaluate_baseline};
    size_t count = 0;
    for (size_t i = 0; i < LANES_VARIANTS; i++)
        if (all[i]->evaluate && processor_runs(all[i]->name))
            out[count++] = all[i];
    return count;
}
