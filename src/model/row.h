/* model/row: in which row of a statement what is posted to a line stands, so that the rows that are shown sum to the totals that are shown.
 *
 * In:       a sheet with its companies' figures, a line.
 * Out:      the line of the row.
 * Includes: base, statement, model.
 *
 * Where companies print a total without its lines, what is posted to any of these stands in the total's own row. Where they print lines of a total,
 * or nothing of it, what is posted to the total stands in the row of one of its lines, which the chart names (posts). */
#ifndef PROFORMA_MODEL_ROW_H
#define PROFORMA_MODEL_ROW_H

#include "model/model.h"

/* Does the company print anything that enters this total, directly or through totals that it does not print? */
bool row_below(const Model *model, const Sheet *sheet, size_t company, LineId total);
/* What the company prints in which the line is: the line, or an undivided total that it enters; SLOT_NONE: nothing. */
Slot row_printed(const Model *model, const Sheet *sheet, size_t company, LineId line);
/* False: it is a total of rows of which the chart does not say which one is meant. */
bool row_find(LineId *out, const Model *model, const Sheet *sheet, LineId line);

#endif
