/* report/schedules: tables of a purchase beside the statements.
 *
 * In:       an evaluated model.
 * Out:      for each target whose purchase stands in the report's pro forma balance sheet: what was given, to what it is allocated, and how
 *           long what was recorded lasts. Every value is a slot of the program; a row that is 0 is left out, unless it is a total.
 * Includes: base, statement, scenario, model, report. */
#ifndef PROFORMA_REPORT_SCHEDULES_H
#define PROFORMA_REPORT_SCHEDULES_H

#include "report/report.h"

void schedules_build(Report *report, const Model *model);

#endif
