/* report/writer: a report in one of the formats.
 *
 * In:       a report.
 * Out:      its bytes; files are saved by base/save, whole or not at all.
 * Includes: base, report.
 *
 * A new format is one file write_<format>.c and one line in writers[] of writer.c. */
#ifndef PROFORMA_REPORT_WRITER_H
#define PROFORMA_REPORT_WRITER_H

#include "report/report.h"

typedef struct {
    const char *name;
    Text (*write)(Arena *arena, const Report *report);
} Writer;

extern const Writer writer_text, writer_csv;

/* NULL when there is no such format; `known` then lists those that there are. */
const Writer *writer_find(Text name);
Text writer_names(Arena *arena);

/* RFC 4180: quoted when it holds a comma, a quote or an end of line. */
void csv_field(TextBuilder *out, Text field);

#endif
