/* base/character: what a character of a text is, and how wide it stands.
 *
 * In:       text as it was found: ASCII, UTF-8, or bytes of Windows-1252, which are no UTF-8.
 * Out:      one character's code, length, columns and class.
 * Includes: base/text.
 *
 * The only place that knows characters beyond ASCII by what they mean, so that text copied from a browser or a PDF reads as the same text in
 * ASCII (rules 10.7), and nothing that steers a terminal reaches one (rules 10.11). Sources: Unicode's general categories Zs, Pd, Nd, Cc, Cf
 * and Mn, and East Asian Width, as far as filings use them. */
#ifndef PROFORMA_BASE_CHARACTER_H
#define PROFORMA_BASE_CHARACTER_H

#include "base/text.h"

typedef enum {
    CHARACTER_other,
    CHARACTER_blank,
    CHARACTER_dash,      /* hyphens, dashes and minus signs */
    CHARACTER_wide_form, /* of a character of ASCII, in the width of two: digits and signs */
    CHARACTER_unseen,    /* has no width and no meaning: zero-width blanks and joiners, marks of direction without effect on others */
    CHARACTER_steering   /* control characters, and marks that turn the direction of what follows */
} CharacterClass;

typedef struct {
    uint32_t code;
    uint8_t length;  /* bytes */
    uint8_t columns; /* of the page: 0 to 2 */
    uint8_t class;   /* a CharacterClass */
    char ascii;      /* of a blank ' ', of a dash '-', of a wide form its narrow one; else 0 */
} Character;

/* The character that begins at `i`, which is within the text. */
Character character_at(Text text, size_t i);

/* How many columns a text takes. */
size_t characters_columns(Text text);

/* The length of the dash that stands there; 0 when none does. */
size_t dash_length(Text text, size_t i);
size_t dash_length_behind(Text text); /* of the one at its end */

/* The text with every character that steers a terminal made visible, "\x1b" or "U+202E"; tabs and ends of line stay where `lines` says so. */
Text text_visible(Arena *arena, Text text, bool lines);
/* The same of control characters alone, for data: marks of direction stay as they are. */
Text text_without_controls(Arena *arena, Text text);
/* The same of finished JSON, where they stand within strings: each as its escape. */
Text text_escaped_as_json(Arena *arena, Text text);

#endif
