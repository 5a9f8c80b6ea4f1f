/* report/align_report: one company's statements on the wanted periods, each figure with its state and formula.
 *
 * In:       a company's books, the periods, statements and basis that are asked for.
 * Out:      aligned statements, for a writer to render.
 * Includes: base, statement, calendar, scenario, model. */
#ifndef PROFORMA_REPORT_ALIGN_REPORT_H
#define PROFORMA_REPORT_ALIGN_REPORT_H

#include "model/build.h"

/* What is shown: aligned statements of one company, by period and then in the chart's order. */
typedef struct {
    Run *run;
    const Chart *chart;
    Text id, title; /* of the company */
    Unit reporting;
    const AlignedStatement **items;
    size_t count, capacity;
} AlignList;

/* False when a wanted period is reached by no statement of the company [period_unreachable] or an amount is too large. */
bool align_report(AlignList *out, Run *run, const Chart *chart, const Scenario *scenario, const Books *books, size_t company,
                  const ModelRequest *request);

/* The unit in which facts of a line are counted. */
Unit align_unit(const AlignList *list, LineId line);

#endif
