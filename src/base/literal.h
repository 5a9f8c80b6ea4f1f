/* base/literal: numbers and booleans as libconfig 1.5 writes them, and which of them it reads wrongly.
 *
 * In:       text that begins with a value.
 * Out:      how far the value reaches, what it is, whether libconfig would read another value than is written.
 * Includes: base/text. */
#ifndef PROFORMA_BASE_LITERAL_H
#define PROFORMA_BASE_LITERAL_H

#include "base/text.h"

typedef enum { LITERAL_none, LITERAL_integer, LITERAL_long, LITERAL_real, LITERAL_boolean } LiteralKind;

/* The length of the run of characters that could be one number or word: 12abc is one wrong value and not two tokens. */
size_t literal_length(Text rest);

/* LITERAL_none: no value of libconfig. `misread`: an integer outside 32 bits (with L outside 64), a real that no double holds. */
LiteralKind literal_kind(Arena *arena, Text word, bool *misread);

#endif
