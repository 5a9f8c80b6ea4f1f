/* model/combine: companies' figures and entries -> the pro forma column of one sheet.
 *
 * In:       an opened sheet.
 * Out:      its entry columns and its pro forma column.
 * Includes: base, statement, calendar, scenario, model.
 *
 * A line that a company does not print counts as nothing and stays blank. Where one company prints a total without the lines below it and
 * another prints the lines, the two are combined at the total (rules 3.6); the finer figures stay in the column of the one that has them. */
#ifndef PROFORMA_MODEL_COMBINE_H
#define PROFORMA_MODEL_COMBINE_H

#include "model/model.h"

bool combine_sheet(Model *model, size_t sheet);

#endif
