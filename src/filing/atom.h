/* filing/atom: a line of text cut at its blanks.
 *
 * In:       the bytes of a line, the tags in it already told apart.
 * Out:      runs of characters without a blank and the columns of the page where they stand; is the line a rule or a page number.
 * Includes: base. */
#ifndef PROFORMA_FILING_ATOM_H
#define PROFORMA_FILING_ATOM_H

#include "base/character.h"

enum { ATOMS_MOST = 160, LINE_LONGEST = 1024 };

/* A run of characters without a blank. `start` and `end` are bytes of the line, `left` and `right` columns of the page. */
typedef struct {
    uint16_t start, end, left, right;
    bool apart; /* two or more blanks, a tab or leaders part it from the atom before, or it is the first */
} Atom;

typedef struct {
    Text bytes;          /* of the line, without its end; once decoded, with every blank and wide form as ASCII has it */
    uint32_t offset;     /* of the line in its source */
    Text printed;        /* the same as it stands in the source */
    const uint16_t *map; /* by byte, and one behind the last: where it stands in the source's line; NULL for a line that is as it is there */
    Atom atoms[ATOMS_MOST];
    size_t count;
} TextLine;

/* Gives a line with characters beyond ASCII the form in which it is read: blanks of any width are blanks, wide forms of ASCII are ASCII, what is
 * not seen is gone, and a no-break or thin blank between three digits and those before them is the comma that it stands for. */
void line_decode(TextLine *line, Arena *arena);

/* Where a byte of the line stands in its source. */
static inline uint32_t line_place(const TextLine *line, size_t at) { return line->offset + (uint32_t)(line->map ? line->map[at] : at); }

/* Cuts the line into atoms. Characters for which `hidden` is set count as blanks; dot leaders do too. */
void line_cut(TextLine *line, const bool *hidden);

Text atom_text(const TextLine *line, const Atom *atom);

/* Only dashes, equals signs and underlines. */
bool line_is_rule(const TextLine *line, bool *is_double);

/* A page number: "7", "- 7 -", "-7-", "Page 7", "Page 7 of 9", "F-7", "iv". */
bool line_is_page_number(const TextLine *line);

#endif
