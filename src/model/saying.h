/* model/saying: a sentence about amounts that are known only when the program has run.
 *
 * In:       words with places for slots.
 * Out:      the same with each slot's value as a person reads it.
 * Includes: base, model/program.
 *
 * In the words, #m stands for a slot of money, #s of shares, #p of money per share, #r of a plain number, #c of a part as percent, and #t for a text. */
#ifndef PROFORMA_MODEL_SAYING_H
#define PROFORMA_MODEL_SAYING_H

#include "model/program.h"

#include <stdarg.h>

typedef struct {
    char as;   /* m s p r c; t: the text alone */
    Text text; /* the words before the value, or the text */
    Slot slot;
} SayingPart;

typedef struct {
    SayingPart *items;
    size_t count, capacity;
} Saying;

/* One argument for each #: a Slot, or for #t a Text. */
const Saying *saying_make(Arena *arena, const char *words, va_list arguments);
/* `values`: the program's, evaluated. */
Text saying_text(Arena *arena, const Saying *saying, const double *values);

#endif
