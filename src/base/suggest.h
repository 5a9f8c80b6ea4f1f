/* base/suggest: what a word that nobody knows was meant to be.
 *
 * In:       a word, the words that there are.
 * Out:      the nearest of them; the end of a message that names it, of one form in the whole program.
 * Includes: base/text. */
#ifndef PROFORMA_BASE_SUGGEST_H
#define PROFORMA_BASE_SUGGEST_H

#include "base/text.h"

/* The nearest of `count` names to a mistyped one, or an empty text when none is near. */
Text nearest_name(Text wanted, const Text *names, size_t count);

/* `; did you mean "gross_margin"?`, or nothing for an empty text. */
Text suggest(Arena *arena, Text near);
/* That of the nearest name; when none is near, `; there are gaap and non_gaap`. For names that are few. */
Text suggest_among(Arena *arena, Text wanted, const Text *names, size_t count);

#endif
