/* filing/lexer: one line of text as words and values.
 *
 * In:       a line cut into atoms.
 * Out:      runs of words, and the numbers and dashes that stand behind them in columns.
 * Includes: base, filing/atom, filing/filing. */
#ifndef PROFORMA_FILING_LEXER_H
#define PROFORMA_FILING_LEXER_H

#include "filing/atom.h"
#include "filing/filing.h"

/* Words and values of the line as spans of the row. */
void line_read(PageRow *row, Arena *arena, const TextLine *line, uint32_t source);

#endif
