/* job/job: what the commands do, one file each, one call a stage, top to bottom.
 *
 * In:       a request.
 * Out:      the bytes of the result in the wanted format; problems in the run.
 * Includes: proforma.h and every room to the left.
 *
 * A job that returns false has recorded a problem, and its result is not to be used. */
#ifndef PROFORMA_JOB_JOB_H
#define PROFORMA_JOB_JOB_H

#include "base/run.h"
#include "proforma.h"

typedef bool Job(Text *out, Run *run, const ProformaRequest *request);
Job job_report, job_align, job_check, job_diff, job_names, job_kinds, job_explain, job_solve, job_tornado;

/* `draws` takes each draw as a row of CSV; NULL: nobody wants them. False without a problem: it took no more. */
bool job_simulate(Text *out, Run *run, const ProformaRequest *request, const ProformaSink *draws);

/* How parsing ended. `gravest` is of the files; their problems went to the sink. */
typedef struct {
    Severity gravest;
    bool memory_ended;
    bool refused; /* the sink took no more */
} Parsed;

/* False: a problem of the request or of config/, which is in the run; no file was opened. */
bool job_parse(Parsed *out, Run *run, const ProformaRequest *request, const ProformaSink *sink);

/* The result goes to the sink. False: a problem, or the sink took no more. */
bool job_sweep(Run *run, const ProformaRequest *request, const ProformaSink *sink);

/* What steers a terminal is made visible in text and escaped in JSON (rules 10.11). */
Text job_shown(Run *run, const ProformaRequest *request, Text result);

/* A problem of the run as it is handed out; its texts live as long as the run. */
ProformaProblem job_message(Run *run, const Problem *recorded);

#endif
