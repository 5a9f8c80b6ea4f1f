/* statement/header: the periods of a table's columns.
 *
 * In:       the head above a table, of any number of lines; the title, which may hold the dates.
 * Out:      a period for each column, or none for a column that is no period; the headings that stand beside the head.
 * Includes: base, statement/table, statement/title.
 *
 * A head that leaves a doubt is no head: exactly one year and one day, and for flows one length, for each column that has any date, and no
 * period twice. */
#ifndef PROFORMA_STATEMENT_HEADER_H
#define PROFORMA_STATEMENT_HEADER_H

#include "statement/period.h"
#include "statement/title.h"

typedef enum { FLOW_no, FLOW_yes, FLOW_unknown } Flow; /* unknown: a length in the head makes it one */

enum { STUBS_MOST = 4 };

typedef struct {
    bool found;    /* some date stands above the columns */
    bool certain;  /* else why it is not */
    const char *doubt;
    bool two_lengths; /* of one column: that is a doubt */
    Period periods[COLUMNS_MOST];
    bool dated[COLUMNS_MOST];
    size_t body;   /* first line after the head */
    size_t last;   /* last line with a date; what a message points at */
    Span stubs[STUBS_MOST]; /* words to the left of the head's last lines: headings of the rows below */
    size_t stub_count;
} Head;

void head_read(Head *out, const Scan *scan, const Table *table, const Title *title, Flow flow);

#endif
