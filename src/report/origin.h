/* report/origin: where a figure stands and how it came about, in words.
 *
 * In:       a figure of a sheet.
 * Out:      "release.txt:445:75", a formula, or the reason why it is blank.
 * Includes: base, statement, calendar, scenario, model. */
#ifndef PROFORMA_REPORT_ORIGIN_H
#define PROFORMA_REPORT_ORIGIN_H

#include "model/model.h"

/* "release.txt:445:75" of a printed value; the last part of the file's path. */
Text origin_place(const Model *model, Place place);
/* The same and what is printed there: release.txt:445:75 "558". */
Text origin_quoted(const Model *model, Place place);
/* What a company's figure is: its place; its terms, each with its sign and place; or why it is blank. Empty when there is nothing to say. */
Text origin_figure(const Model *model, const Sheet *sheet, size_t company, LineId line);

#endif
