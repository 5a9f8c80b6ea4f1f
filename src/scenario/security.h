/* scenario/security: the potential securities of a scenario, in one order and under one name each.
 *
 * In:       a scenario.
 * Out:      shares.potential, shares.tranches, shares.convertibles in their orders, then what the acquirer's own statements print.
 * Includes: base, scenario/scenario. */
#ifndef PROFORMA_SCENARIO_SECURITY_H
#define PROFORMA_SCENARIO_SECURITY_H

#include "scenario/scenario.h"

typedef enum { SECURITY_potential, SECURITY_tranche, SECURITY_convertible, SECURITY_printed } SecurityKind;

typedef struct {
    SecurityKind kind;
    size_t position; /* among those of its kind */
} SecurityAt;

size_t scenario_security_count(const Scenario *scenario);
SecurityAt scenario_security(const Scenario *scenario, size_t index);
/* "early_options"; of the acquirer's printed increment "printed", which nothing in the scenario may be called. */
Text scenario_security_name(const Scenario *scenario, size_t index);
/* Does the scenario list tranches or convertibles of the company, which replace its printed increment? */
bool scenario_lists_securities(const Scenario *scenario, size_t company);

#endif
