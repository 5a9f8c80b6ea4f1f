/* calendar/part: what one reported column has to give for a line.
 *
 * In:       a column and a line of the chart.
 * Out:      the printed fact, or a total added from what is printed of it, or the proof that the line is nothing there, or why it is not.
 * Includes: base, statement. */
#ifndef PROFORMA_CALENDAR_PART_H
#define PROFORMA_CALENDAR_PART_H

#include "base/run.h"
#include "statement/statement.h"

typedef enum {
    PART_fact,
    PART_nothing, /* not printed, and the column foots without it */
    PART_missing, /* not printed, and nothing proves that it is nothing */
    PART_hidden,  /* not printed, but inside a printed total */
    PART_loss     /* a diluted count printed equal to basic because of a loss */
} Part;

/* Up to PART_nothing the column can be a term of the line. `out` is the fact with PART_fact and PART_loss. */
Part part_of(const Fact **out, Run *run, const Chart *chart, const ReportedColumn *column, LineId line);

/* Why the column cannot be a term of the line. */
Text part_refusal(Run *run, const Chart *chart, const ReportedColumn *column, LineId line, Part part);

/* Was it reported that the figure differs from an earlier filing's [restated]? */
bool part_restated(const Run *run, const Fact *fact);

#endif
