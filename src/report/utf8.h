/* report/utf8: bytes of a filing as UTF-8.
 *
 * Includes: base. */
#ifndef PROFORMA_REPORT_UTF8_H
#define PROFORMA_REPORT_UTF8_H

#include "base/text.h"

/* Bytes that are no UTF-8 are taken as Latin-1. */
void utf8_append(TextBuilder *out, Text text);

#endif
