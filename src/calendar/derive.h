/* calendar/derive: the facts of a statement's lines along a path of reported periods.
 *
 * In:       a path, the columns beside it, the chart's signs and roles.
 * Out:      for every line a fact with its terms, or the reason why it is refused.
 * Includes: base, statement, calendar/path.
 *
 * Money is added in whole units. Share counts are weighted by days. Per-share amounts are quotients of what was aligned. A line that a
 * column does not print counts as nothing in that term only where the column foots without it; else the line goes another way or is refused. */
#ifndef PROFORMA_CALENDAR_DERIVE_H
#define PROFORMA_CALENDAR_DERIVE_H

#include "calendar/path.h"

typedef struct {
    Text *items;
    size_t count, capacity;
} Notes;

/* A column as it stands; lines that it does not print are not_reported. */
void derive_column(AlignedStatement *out, Run *run, const Chart *chart, const ReportedColumn *column);

/* `out` has kind, basis and wanted; gets period, terms, facts, formula, gap_days. False only when an amount is beyond 2^50. */
bool derive_path(AlignedStatement *out, Notes *notes, Run *run, const Chart *chart, const Graph *graph, const Path *path, int join_days);

/* One line over an exact span, NULL when it cannot be had. */
const Fact *derive_line(Run *run, const Chart *chart, const Graph *graph, Period span, LineId line);

#endif
