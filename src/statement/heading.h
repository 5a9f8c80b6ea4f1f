/* statement/heading: which headings govern a row.
 *
 * In:       headings and captions, in order, with how far they are indented.
 * Out:      the headings above a row, the innermost last.
 * Includes: base, statement/reading, statement/chart.
 *
 * A heading holds until the total that repeats its words, which still belongs to it; or until a row stands no deeper than it after rows that
 * did; or until a heading of its own rank. A heading in capitals outranks others at the same indent, and one set in the middle of the line,
 * or directly followed by a heading at the same indent, outranks all that follow until its total. */
#ifndef PROFORMA_STATEMENT_HEADING_H
#define PROFORMA_STATEMENT_HEADING_H

#include "statement/reading.h"

enum { HEADINGS_MOST = 12 };

typedef struct {
    Text text;   /* as printed, clean */
    Text words;  /* what a total repeats */
    Text matched; /* for the chart */
    uint16_t indent;
    bool colon, capitals;
    uint32_t says; /* of the rows below: SAYS_ */
    bool outer;  /* only its total or a heading of its rank closes it */
    bool fresh;  /* no row has come since */
    bool deeper, flat; /* rows stood deeper than it; the first did not */
    bool closed; /* a total without words has come: it ends unless a deeper row follows */
} Heading;

typedef struct {
    const Reading *reading;
    const Chart *chart;
    Arena *arena;
    Heading items[HEADINGS_MOST];
    size_t depth;
    size_t closing; /* depth after the row at hand */
    bool total;     /* the row at hand has no caption, or begins as a total's does */
} Headings;

void heading_add(Headings *headings, Text text, uint16_t indent, bool colon, bool outer);

/* A row arrives: afterwards items[0 .. depth) govern it. `caption` is normalised; empty for a row without one. Below a rule of its own a row
 * right behind a total without words is no addend. */
void headings_take_row(Headings *headings, Text caption, uint16_t indent, bool after_rule);
/* The row is done. */
void headings_end_row(Headings *headings);

#endif
