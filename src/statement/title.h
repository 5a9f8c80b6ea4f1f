/* statement/title: what stands above a table: its kind, company, basis.
 *
 * In:       a table; the lines between it and the table before.
 * Out:      its title, if it has one, and where its head begins.
 * Includes: base, statement/line, statement/table. */
#ifndef PROFORMA_STATEMENT_TITLE_H
#define PROFORMA_STATEMENT_TITLE_H

#include "statement/table.h"

typedef struct {
    bool found;
    bool continued;   /* "(continued)" */
    bool narrative;   /* notes or discussion begin above it */
    bool after_prose; /* prose stands right above the head; no title then */
    bool after_page;  /* nothing but a page break parts it from the table before */
    uint8_t kind;
    Basis basis;
    size_t row;       /* first line of the title */
    size_t top;       /* first line that may belong to the head; the title itself when it was found */
    Text company;     /* as printed above the title; empty when no name stands there */
    Text footnote;    /* the paragraph "(1) ...:" right above a table, on one line, without marker and colon */
} Title;

void title_read(Title *out, const Scan *scan, const Table *table);

/* Text on one line, runs of blanks as one, without a leading or trailing footnote marker and a colon at the end. */
Text text_clean(Arena *arena, Text text);

#endif
