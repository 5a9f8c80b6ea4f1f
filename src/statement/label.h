/* statement/label: what the lines of a head say above each column.
 *
 * In:       lines of a head, one by one, from the top; the columns of the table below.
 * Out:      the words above each column; the dates that hold for all of them.
 * Includes: base, statement/table, statement/dates.
 *
 * A line has a segment for each column, or segments that stand over groups of neighbouring columns, or one over all of them. */
#ifndef PROFORMA_STATEMENT_LABEL_H
#define PROFORMA_STATEMENT_LABEL_H

#include "statement/dates.h"
#include "statement/table.h"

enum { SEGMENTS_MOST = 48, LABEL_LONGEST = 480, SUBTITLE_PARTS = 48 };
/* Of a column under no segment: by it a segment centred over several columns covers all of them, or the middle one. */
enum { UNCOVERED_COST = 5, NARROW_COST = -5 };

typedef struct {
    const Scan *scan;
    const Table *table;
    const char *doubt;            /* why it cannot be told what stands above which column; NULL */
    Span segments[SEGMENTS_MOST]; /* of the line at hand, those over the columns */
    size_t segment_count;
    struct {
        char text[LABEL_LONGEST];
        size_t length;
    } columns[COLUMNS_MOST]; /* what stands above each column, top to bottom */
    DatePart subtitle[SUBTITLE_PARTS]; /* parts of lines that hold for all columns */
    size_t subtitle_count;
    int pitch; /* between the middles of the two nearest columns */
    int widest_gap; /* between two neighbouring columns */
    bool columns_spoken; /* a date stands over some of the columns, not only in a line over all of them */
    int uncovered_cost;
} Labels;

void labels_begin(Labels *labels, const Scan *scan, const Table *table, int uncovered_cost);
/* Runs of words and years of a line, in order, at most SEGMENTS_MOST; a number that one blank parts from words is theirs. */
size_t segments_of(Span out[], const PageRow *row);
/* Puts labels->segments over the columns; `dates`: they speak of dates, so that it matters where they belong. */
void labels_take(Labels *labels, bool dates);
/* A line that holds for all columns. */
void labels_subtitle(Labels *labels, Text text);

static inline Text label_text(const Labels *labels, size_t column) { return (Text){labels->columns[column].text, labels->columns[column].length}; }

#endif
