/* statement/table: where a table's rows are, and its columns.
 *
 * In:       rows of a filing.
 * Out:      the rows that hold the values of one table, the extent of each column, and in which column a row's values stand.
 * Includes: base, filing, statement/line. */
#ifndef PROFORMA_STATEMENT_TABLE_H
#define PROFORMA_STATEMENT_TABLE_H

#include "statement/line.h"

enum { COLUMNS_MOST = 24, NO_COLUMN = 255 };

typedef struct {
    uint16_t left, right; /* of all its values in rows that fill every column */
    uint16_t edge;        /* where its digits end, in the middle of those rows */
    bool percent;         /* its values are percentages */
} Extent;

typedef struct {
    size_t above;       /* first row after the table before: title and head lie between it and `first` */
    size_t first, last; /* first and last row with values */
    Extent columns[COLUMNS_MOST];
    size_t column_count;
    size_t row_count, number_count; /* rows with values; values that are no dashes */
    bool plain;                     /* one column of whole numbers below a thousand: page numbers, counts of things */
    bool has_dollars, all_percent;  /* some value has a "$"; every column is of percentages */
} Table;

/* The next table at or after row `from`; false when there is none. */
bool table_next(Table *out, const Scan *scan, size_t from);

/* The column of each value of a row, NO_COLUMN for one that belongs to the words or is a footnote marker.
 * False when it cannot be told in which column a value stands. */
bool table_place(uint8_t columns[], const Table *table, const PageRow *row);

/* Does the middle of a span lie over the columns? */
bool table_spans(const Table *table, const Span *span);

/* Have two tables the same columns at the same place? */
bool table_agrees(const Table *a, const Table *b);

#endif
