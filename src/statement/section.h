/* statement/section: headings, captions and the rows under them.
 *
 * In:       a table with its head.
 * Out:      the rows of the statement: caption, innermost heading, line of the chart, unit, cells.
 * Includes: base, statement/statement, statement/header. */
#ifndef PROFORMA_STATEMENT_SECTION_H
#define PROFORMA_STATEMENT_SECTION_H

#include "statement/header.h"
#include "statement/statement.h"

typedef struct {
    Row *items;
    size_t count, capacity;
    bool periods_inside;  /* a heading between the rows names a period: the rows below it are of another one than the head says */
    SkippedList lost;     /* rows of which something was not read */
} RowList;

/* Adds the rows of a table to those that the list holds. The statement has its kind, units and periods already. `heading` stands above all rows;
 * it may be empty. */
void rows_read(RowList *rows, const Scan *scan, const Statement *statement, const Table *table, const Head *head, Text heading);

#endif
