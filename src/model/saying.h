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
    Slot when; /* said only where this is not 0; SLOT_NONE: always */
} Saying;

/* More of the sentence. One argument for each #: a Slot, or for #t a Text. */
void saying_add(Arena *arena, Saying *saying, const char *words, ...);
const Saying *saying_make(Arena *arena, Slot when, const char *words, va_list arguments);
bool saying_holds(const Saying *saying, const double *values);
/* One value in words, as after such a mark: as many decimals as it has, up to a few; "not known" where it is no number. */
Text saying_value(Arena *arena, char as, double value);
/* `values`: the program's, evaluated. */
Text saying_text(Arena *arena, const Saying *saying, const double *values);

#endif
