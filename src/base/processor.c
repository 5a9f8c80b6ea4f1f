#include "base/processor.h"

#include <string.h>

bool processor_runs(const char *variant)
{
#if defined __x86_64__ || defined __i386__
    if (strcmp(variant, "avx512") == 0)
        return __builtin_cpu_supports("avx512f");
    if (strcmp(variant, "avx2") == 0)
        return __builtin_cpu_supports("avx2");
#endif
    return strcmp(variant, "baseline") == 0;
}
