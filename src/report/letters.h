/* report/letters: which notes a report has, and their letters.
 *
 * In:       a model.
 * Out:      "(a)" for an entry or the shares, in the order of the notes.
 * Includes: base, scenario, model. */
#ifndef PROFORMA_REPORT_LETTERS_H
#define PROFORMA_REPORT_LETTERS_H

#include "model/model.h"

/* Is the sheet part of the report? */
bool report_requested(const Model *model, size_t sheet);

/* The letter of an entry's note, in the scenario's order; the shares' note comes after them. Empty when the report has no such note. */
Text report_entry_letter(const Model *model, const ScenarioEntry *entry);
Text report_shares_letter(const Model *model);

#endif
