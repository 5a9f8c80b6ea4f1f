/* model/check: what a model must satisfy before anyone reads it.
 *
 * In:       an evaluated model.
 * Out:      a problem for each entry that does not balance or is not neutral, for each figure to verify that does not tie; counts.
 * Includes: base, statement, scenario, model. */
#ifndef PROFORMA_MODEL_CHECK_H
#define PROFORMA_MODEL_CHECK_H

#include "model/model.h"

/* Entries balance, reclassifications are neutral, pro forma totals foot, figures tie. */
bool model_check(Model *model);

#endif
