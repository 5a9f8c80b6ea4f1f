/* statement/chart_merge: the general chart and what an industry says otherwise -> the settings of the industry's chart.
 *
 * In:       the root of config/chart.cfg and of a file of config/charts/.
 * Out:      a tree of settings as if it had been written as one file; every name and value keeps its place.
 * Includes: base.
 *
 * A line or group that the general chart has keeps its place there, and keys that the industry gives it replace its own; captions are added to
 * its own. One that it has not stands behind the one that precedes it in the industry's file, or else first. What `left_out` of a group names
 * is left out of it, or replaced when the industry's group has it too. Private to the chart. */
#ifndef PROFORMA_STATEMENT_CHART_MERGE_H
#define PROFORMA_STATEMENT_CHART_MERGE_H

#include "base/settings.h"

/* [unknown_statement], [unknown_line] when the industry names a statement, or leaves something out, that the general chart does not have. */
bool chart_merge(const Setting **out, Run *run, const Setting *general, const Setting *industry);

#endif
