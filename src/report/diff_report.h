/* report/diff_report: two reports, cell by cell.
 *
 * In:       the reports of two scenarios, A and B, and what the scenarios were.
 * Out:      the inputs and the cells that differ, in the order of the reports, for a writer to render; counts.
 * Includes: base, statement, calendar, scenario, model, report.
 *
 * Cells are the same when both are blank, or both have the same value and both or neither are nil (printed as a dash): a blank, a nil and a
 * zero are three different things. */
#ifndef PROFORMA_REPORT_DIFF_REPORT_H
#define PROFORMA_REPORT_DIFF_REPORT_H

#include "report/report.h"

typedef struct {
    bool has_value; /* false: blank, or not there at all */
    bool nil;
    double value;
} DiffValue;

typedef struct {
    Text name, column, unit;
    DiffValue a, b;
    int decimals;   /* that a person needs to see the difference */
} DiffCell;

typedef struct {
    DiffCell *items;
    size_t count, capacity;
} DiffCells;

typedef struct {
    Text statement, basis;
    const Text *titles; /* three, as in the report */
    Period period;
    bool only_a, only_b; /* the other report has no such table */
    DiffCells cells;    /* those that differ */
} DiffTable;

typedef struct {
    Text name, title;
    const Scenario *scenario;
    const Report *report;
} DiffSide;

typedef struct {
    DiffSide a, b;
    DiffCells inputs; /* `column` is "value" */
    struct { DiffTable *items; size_t count, capacity; } tables; /* only those with cells that differ */
    size_t compared;  /* cells with a value in A or in B */
    size_t changed, only_a, only_b;
} DiffReport;

void diff_report(DiffReport *out, Arena *arena, DiffSide a, DiffSide b);

static inline bool diff_found(const DiffReport *diff) { return diff->inputs.count + diff->changed + diff->only_a + diff->only_b > 0; }

#endif
