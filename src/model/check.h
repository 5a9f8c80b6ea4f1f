/* model/check: what a model must satisfy before anyone reads it.
 *
 * In:       a built model; for check_model an evaluated one.
 * Out:      a problem for each entry that does not balance or is not neutral, for each figure to verify that does not tie; counts.
 * Includes: base, statement, scenario, model. */
#ifndef PROFORMA_MODEL_CHECK_H
#define PROFORMA_MODEL_CHECK_H

#include "model/model.h"

/* Compiles the figures to verify. */
bool check_open(Model *model);
/* Entries balance, reclassifications are neutral, pro forma totals foot, figures tie. */
bool check_model(Model *model);

#endif
