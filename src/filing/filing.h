/* filing/filing: a document as rows of cells, whatever its format.
 *
 * In:       a source (bytes of a file).
 * Out:      its rows in order, each with its words and values and where they stand; nothing is understood yet.
 * Includes: base.
 *
 * A new format is one file read_<format>.c and one line in readers[] of filing.c. */
#ifndef PROFORMA_FILING_FILING_H
#define PROFORMA_FILING_FILING_H

#include "base/amount.h"
#include "base/run.h"

/* A run of words, or a value. `left` and `right` are columns of the page (tabs expanded), so that heads can be found above values. */
typedef struct {
    Text text;         /* a view of the source; a value's excludes "$" */
    Place place;          /* of a value with what is glued to it: "$", parentheses */
    uint16_t left, right; /* [left, right); of a value with its "$" and parentheses, also where they stand apart */
    bool is_value, nil, percent, dollar;
    bool empty;           /* "N/A" or "*": stands for a value, but is none */
    bool attached;        /* only one blank parts it from the words before: it may belong to them */
    Printed printed;      /* of a value; no unit yet */
} Span;

typedef enum {
    ROW_blank,
    ROW_rule,      /* only dashes or equals signs: ends a column of addends; its words are the groups of dashes */
    ROW_double_rule,
    ROW_page,      /* a page break or a page number */
    ROW_document,  /* a new document of a submission begins (no words), or its type is named (one word) */
    ROW_table,     /* <TABLE> */
    ROW_table_end, /* </TABLE> */
    ROW_text
} PageRowKind;

typedef struct {
    Span *words;        /* runs of words in front of the values, parted by two or more blanks or by leaders, which are dropped */
    Span *values;       /* numbers and dashes that stand in columns at the end of the row */
    uint8_t word_count, value_count;
    uint8_t apart_count; /* values not attached */
    uint16_t indent, right;
    PageRowKind kind;
    Place place;        /* of the whole line, without its end */
} PageRow;

typedef struct {
    const Source *source;
    PageRow *rows;
    size_t row_count;
    Text registrant;    /* company name of an SEC header, or empty */
} Filing;

typedef struct {
    const char *name;
    bool (*sniff)(const Source *source);
    bool (*read)(Filing *out, Run *run, const Source *source);
} Reader;

/* Reads with the first reader that knows the format. */
bool filing_read(const Filing **out, Run *run, const Source *source);

#endif
