/* model/inspect: what is wrong with a scenario although its result stands.
 *
 * In:       a scenario; its model.
 * Out:      a warning for each input, entry, filing, item of `take` and company without effect.
 * Includes: base, statement, scenario, model. */
#ifndef PROFORMA_MODEL_INSPECT_H
#define PROFORMA_MODEL_INSPECT_H

#include "model/model.h"

/* The model is built for every period, statement and basis of the scenario. */
void inspect_unused(const Model *model);

#endif
