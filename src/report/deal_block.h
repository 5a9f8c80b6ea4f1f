/* report/deal_block: the block Deal: under which regime and in which form a deal is shown, why, and what that decides.
 *
 * In:       an evaluated model.
 * Out:      the block, when the scenario has a deal.
 * Includes: base, statement, scenario, model, report. */
#ifndef PROFORMA_REPORT_DEAL_BLOCK_H
#define PROFORMA_REPORT_DEAL_BLOCK_H

#include "report/report.h"

void block_deal(Report *report, const Model *model);

#endif
