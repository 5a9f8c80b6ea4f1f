/* calendar/path: which reported periods add up to a wanted one.
 *
 * In:       the dated columns of one statement; a span of days.
 * Out:      the path of fewest terms from its first day to the day after its last, or what is missing.
 * Includes: base, statement.
 *
 * Dates are nodes, reported columns are edges; an edge walked backwards is subtracted. A boundary is called by the day that ends
 * before it: a period from July 1 begins at the boundary June 30. */
#ifndef PROFORMA_CALENDAR_PATH_H
#define PROFORMA_CALENDAR_PATH_H

#include "calendar/align.h"

enum { PATH_TERMS_MOST = 6, PATH_SLACK = 7 }; /* days by which a span may differ from n months or n weeks and still be it */

typedef struct Graph Graph;

/* Boundaries that were taken for each other: the day on which the figures stop, and the day on which they go on. */
typedef struct {
    Day stops, goes_on;
} Joint;

typedef struct {
    AlignTerm terms[PATH_TERMS_MOST]; /* what is added first, in the order of the walk; then what is subtracted */
    size_t count;
    Period span;                      /* from the first node to the day before the last */
    Joint joints[PATH_TERMS_MOST + 2];
    size_t joint_count;
    int gap_days;                     /* days gained (positive) or lost against the wanted span, when boundaries were joined */
} Path;

/* The spans among the books' columns of a statement and basis; columns that are instants are left out. */
const Graph *graph_make(Run *run, const Books *books, uint8_t kind, Basis basis);
size_t graph_count(const Graph *graph);
const ReportedColumn *graph_column(const Graph *graph, size_t index);
Text graph_company(const Graph *graph); /* id */

/* `usable`: one flag for each column of the graph, NULL for all. The last day has to be met exactly, the first within `slack` days;
 * only where no such path exists are boundaries at most `join_days` apart joined. Fewest terms win, then the nearest first day, then
 * the fewest days joined, then the latest filings, then the fewest subtractions. */
bool path_find(Path *out, Run *run, const Graph *graph, const bool *usable, Period wanted, int slack, int join_days);

/* Why there is no path: "no reported period ends or begins at 2003-06-30 (nearest: 2003-03-31, 2003-09-30)", and the join_days that would do. */
Text path_missing(Run *run, const Graph *graph, Period wanted, int slack, int join_days);

/* "three months to 2003-12-31 = six months to 2004-03-31 - three months to 2004-03-31"; empty for one reported column. */
Text path_formula(Run *run, const Path *path);
/* The same, day-weighted: "... = (183 days x six months to 2004-03-31 - 91 days x three months to 2004-03-31) / 92 days". */
Text path_formula_weighted(Run *run, const Path *path);
int path_days(const Path *path); /* of its terms, with their signs */

bool path_equal(const Path *a, const Path *b);

#endif
