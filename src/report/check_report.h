/* report/check_report: what `check` looked at and what it found, in one line.
 *
 * In:       a scenario as far as it could be read; the problems of the run.
 * Out:      "base.cfg: 2 companies, 5 filings, ...: nothing is wrong".
 * Includes: base, scenario. */
#ifndef PROFORMA_REPORT_CHECK_REPORT_H
#define PROFORMA_REPORT_CHECK_REPORT_H

#include "scenario/scenario.h"

/* `scenario` is NULL when nothing of it could be read. */
Text check_report(const Run *run, Text name, const Scenario *scenario, Text worth);

#endif
