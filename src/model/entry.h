/* model/entry: balanced entries, compiled into the program.
 *
 * In:       the scenario's entries; an opened sheet.
 * Out:      for each entry that applies its effect on every line, totals included, and its residual; a note for each that is skipped.
 * Includes: base, statement, calendar, scenario, model.
 *
 * Never twice (rules 3.4): a reclassification names the presentation that it starts from and is skipped where the company's figures
 * already follow another. A leg's amount is rounded once, where it is posted. */
#ifndef PROFORMA_MODEL_ENTRY_H
#define PROFORMA_MODEL_ENTRY_H

#include "model/model.h"

bool entries_apply(Model *model, size_t sheet);

#endif
