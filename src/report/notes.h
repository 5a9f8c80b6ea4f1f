/* report/notes: what a report says in words: lettered notes on entries and shares, and the blocks at its end.
 *
 * In:       an evaluated model.
 * Out:      notes (a), (b), ... and the blocks Calendar, Checks, Verified, Inputs, Sources, Assumed, Missing, Skipped, Derived.
 * Includes: base, statement, calendar, scenario, model, report. */
#ifndef PROFORMA_REPORT_NOTES_H
#define PROFORMA_REPORT_NOTES_H

#include "report/report.h"

void notes_build(Report *report, const Model *model);

#endif
