/* report/blocks: what stands below the statements: how periods were reached, what was checked, read, assumed, missing and skipped.
 *
 * In:       an evaluated model.
 * Out:      the blocks Deal, Calendar, Checks, Verified, Facts, Assumed, Sources, Missing, Bases, Skipped, Derived; one that has nothing to say is left out.
 * Includes: base, statement, calendar, scenario, model, report. */
#ifndef PROFORMA_REPORT_BLOCKS_H
#define PROFORMA_REPORT_BLOCKS_H

#include "report/report.h"

void blocks_build(Report *report, const Model *model);

#endif
