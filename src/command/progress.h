/* command/progress: what the command line shows of long work, and how Ctrl-C ends it.
 *
 * In:       what the library tells of a study, ten times a second.
 * Out:      on a terminal one line that is written over and over, and erased at the end; a study that stops when it is asked to.
 * Includes: nothing of the project.
 *
 *     Progress progress;
 *     progress_begin(&progress, "cells");
 *     request.progress = progress_tell;
 *     request.progress_context = &progress;
 *     ... proforma_sweep(run, &request, &sink) ...
 *     progress_end(&progress);
 *
 * Nothing is shown in the first half second, nor when standard output or standard error is no terminal. The first Ctrl-C stops the study with
 * what is finished, the second ends the process at once. One progress at a time, since a process has one Ctrl-C. */
#ifndef PROFORMA_COMMAND_PROGRESS_H
#define PROFORMA_COMMAND_PROGRESS_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct {
    const char *unit; /* of the work, in the plural */
    double begun;     /* seconds of a clock that runs evenly */
    int width;        /* of the line that is shown; 0: none */
    bool terminal;
    struct sigaction before; /* what Ctrl-C did */
} Progress;

void progress_begin(Progress *progress, const char *unit);
/* For ProformaRequest.progress; `context` is the Progress. False after Ctrl-C. */
bool progress_tell(void *context, uint64_t done, uint64_t total);
/* Due before anything else is printed. */
void progress_end(Progress *progress);

#endif
