/* report/utf8: bytes of a filing as UTF-8, and how wide they stand.
 *
 * Includes: base. */
#ifndef PROFORMA_REPORT_UTF8_H
#define PROFORMA_REPORT_UTF8_H

#include "base/text.h"

/* Bytes that are no UTF-8 are taken as Latin-1. */
void utf8_append(TextBuilder *out, Text text);
/* The same as a text; the text itself when it is plain ASCII. */
Text utf8_text(Arena *arena, Text text);

/* Of UTF-8: its characters; where, in bytes, the character number `most` begins, or the end. */
size_t utf8_width(Text text);
size_t utf8_offset(Text text, size_t most);

#endif
