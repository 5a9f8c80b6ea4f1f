/* base/processor: the machine code that this machine runs.
 *
 * In:       the name of a variant: "baseline", "avx2", "avx512".
 * Out:      whether it runs here; the baseline always does.
 * Includes: nothing. */
#ifndef PROFORMA_BASE_PROCESSOR_H
#define PROFORMA_BASE_PROCESSOR_H

#include <stdbool.h>

bool processor_runs(const char *variant);

#endif
