/* base/guard: reads the text of settings before libconfig does, because libconfig 1.5 misreads some of it without saying so.
 *
 * In:       a source in libconfig's language.
 * Out:      one text with every @include expanded and without blanks and comments, each name on a line of its own; the place of every name
 *           and value of it, in document order.
 * Includes: base/run, base/literal.
 *
 * Refused here: a syntax error (before libconfig, which knows no column and loses memory at some), an integer outside 32 bits without L, a
 * real that no double holds, an unclosed comment or text, a byte order mark, a name twice in a group, include loops, included files that
 * are not regular files, and what would keep libconfig busy: GUARD_LONGEST bytes, GUARD_WIDEST settings in a group, GUARD_DEEPEST brackets. */
#ifndef PROFORMA_BASE_GUARD_H
#define PROFORMA_BASE_GUARD_H

#include "base/run.h"

enum { GUARD_LONGEST = 1 << 20, GUARD_WIDEST = 1000, GUARD_DEEPEST = 32, GUARD_DEEPEST_INCLUDE = 10 };

typedef struct {
    Place name;   /* of an element of a list: an empty span at the value */
    Place value;  /* adjacent literals are one value; of brackets the opening one */
    uint32_t written; /* where the value begins in the expanded text */
    uint32_t hash;    /* of the name */
    uint32_t before;  /* the name before it in its group: 1 + index; 0 for none */
    char opening;     /* the first character of the value */
} GuardedSetting;

typedef struct {
    const char *text; /* expanded, ended by a zero */
    GuardedSetting *items;
    size_t count, capacity;
} Guarded;

bool guard_read(Guarded *out, Run *run, const Source *source);

/* The place of the last value that begins on a line of the expanded text, counted from 1, or before it. */
Place guarded_line(const Guarded *guarded, uint32_t line);

#endif
