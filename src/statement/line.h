/* statement/line: what a line of a filing is, taken by itself.
 *
 * In:       rows of a filing; config/reading.cfg.
 * Out:      is it a title, prose, a footnote, the end of a table; its words in the form in which phrases are compared.
 * Includes: base, filing, statement/reading, statement/company. */
#ifndef PROFORMA_STATEMENT_LINE_H
#define PROFORMA_STATEMENT_LINE_H

#include "base/character.h"
#include "filing/filing.h"
#include "statement/company.h"
#include "statement/reading.h"

typedef enum {
    LINE_plain,
    LINE_title,     /* names a statement */
    LINE_narrative, /* "Notes to ... statements": what follows is prose with tables of its own */
    LINE_end,       /* "See notes ...": ends a table */
    LINE_footnote,  /* begins with a marker, "(1) ..." */
    LINE_prose
} LineRole;

enum { WORDS_COUNTED = 8 }; /* whoever asks asks whether there are so many at most */

typedef struct {
    size_t words, odd; /* odd: begins with a lower-case letter and is not one of the small words of titles */
} WordCount;

typedef struct {
    Text normal;
    uint16_t words, odd;
    bool counted;
    uint8_t role;
    bool known;
    uint8_t kind; /* of LINE_title */
    int8_t dates, company; /* speaks of dates, is a company's name: 1 yes, -1 no, 0 unknown */
} LineFacts;

/* What the reading of one filing hands around. */
typedef struct Scan {
    Run *run;
    const Filing *filing;
    const Chart *chart; /* of companies that have none of their own */
    const Reading *reading;
    const Companies *companies;
    LineFacts *lines; /* one for each row, filled in when asked for */
} Scan;

/* From the first to the last character of words and values, tags left out. */
Text line_text(const Scan *scan, size_t row);
Text line_normal(const Scan *scan, size_t row);
WordCount line_words(const Scan *scan, size_t row); /* runs of letters; counted until there are WORDS_COUNTED of both kinds */
LineRole line_role(const Scan *scan, size_t row);
bool line_has_dates(const Scan *scan, size_t row);
bool line_is_company(const Scan *scan, size_t row);
uint8_t line_title_kind(const Scan *scan, size_t row); /* of a LINE_title */

bool row_has_words(const PageRow *row);
static inline size_t row_value_count(const PageRow *row) { return row->kind == ROW_text ? row->apart_count : 0; } /* those not in doubt */
bool row_is_years(const PageRow *row);      /* its values are plain years: a head when dates are due */

/* A row that holds nothing: blank, rule, page, or a tag. */
static inline bool row_is_text(const PageRow *row) { return row->kind == ROW_text; }

#endif
