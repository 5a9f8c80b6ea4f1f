/* job/sweeping: a sweep of a request, or one that a scenario declares, made ready and written.
 *
 * In:       a request; for a study of the scenario what it declares.
 * Out:      the sweep in the wanted form.
 * Includes: proforma.h and every room to the left. */
#ifndef PROFORMA_JOB_SWEEPING_H
#define PROFORMA_JOB_SWEEPING_H

#include "job/studying.h"
#include "report/sweep_report.h"

/* The scenario's studies for which what is asked for has room, into its report: those whose period and basis are among those asked for, when no
 * statement is asked for and --set gives no name that they vary. */
bool sweeping_add_studies(Report *report, Run *run, const ProformaRequest *request, const Loaded *loaded, const SweepFormat *format);

/* `study`: NULL: what the request varies and shows. False: a problem, or the output can take no more. */
bool sweeping_write(Run *run, const ProformaRequest *request, const ScenarioStudy *study, const SweepFormat *format, const SweepOutput *output);

#endif
