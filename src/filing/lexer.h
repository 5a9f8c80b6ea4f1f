/* filing/lexer: one line of text as words and values.
 *
 * In:       the bytes of a line, the tags in it already told apart.
 * Out:      runs of words, and the numbers and dashes that stand behind them in columns.
 * Includes: base, filing/filing. */
#ifndef PROFORMA_FILING_LEXER_H
#define PROFORMA_FILING_LEXER_H

#include "filing/filing.h"

enum { ATOMS_MOST = 160, LINE_LONGEST = 1024 };

/* A run of characters without a blank. Offsets are bytes of the line, `left` and `right` columns of the page. */
typedef struct {
    uint16_t start, end, left, right;
    bool apart; /* two or more blanks, a tab or leaders part it from the atom before, or it is the first */
} Atom;

typedef struct {
    Text bytes;          /* of the line, without its end */
    uint32_t offset;     /* of the line in its source */
    Atom atoms[ATOMS_MOST];
    size_t count;
} TextLine;

/* Cuts the line into atoms. Characters for which `hidden` is set count as blanks; dot leaders do too. */
void line_cut(TextLine *line, const bool *hidden);

/* Only dashes, equals signs and underlines. */
bool line_is_rule(const TextLine *line, bool *is_double);

/* A page number: "7", "- 7 -", "-7-", "Page 7", "Page 7 of 9", "F-7", "iv". */
bool line_is_page_number(const TextLine *line);

/* Words and values of the line as spans of the row. */
void line_read(PageRow *row, Arena *arena, const TextLine *line, uint32_t source);

#endif
