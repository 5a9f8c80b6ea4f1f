/* filing/read_text: plain text, bare or with the SGML tags of EDGAR, as rows.
 *
 * In:       bytes: ASCII, Latin-1 or UTF-8, with tabs, form feeds, CR LF.
 * Out:      one row a line; a line on which a tag opens a page, table or document gives a row of its own for that.
 * Includes: base, filing/lexer. */
#ifndef PROFORMA_FILING_READ_TEXT_H
#define PROFORMA_FILING_READ_TEXT_H

#include "filing/filing.h"

extern const Reader reader_text;

#endif
