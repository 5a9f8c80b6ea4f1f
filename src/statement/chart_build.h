/* statement/chart_build: the settings of a chart -> its lines, resolved and indexed.
 *
 * In:       the root of config/chart.cfg, or of the two files of an industry's chart merged.
 * Out:      a chart without the charts of industries that are made from it.
 * Includes: base, statement/chart, statement/caption.
 *
 * Private to the chart: other rooms call chart_read and chart_industry. */
#ifndef PROFORMA_STATEMENT_CHART_BUILD_H
#define PROFORMA_STATEMENT_CHART_BUILD_H

#include "statement/chart.h"

struct NameIndex {
    LineId *slots; /* LINE_NONE: free */
    size_t mask;
};

/* Where a name stands, or the free slot where it would. */
LineId *chart_name_slot(const Chart *chart, Text name);

bool chart_build(Chart **out, Run *run, const Setting *root);

#endif
