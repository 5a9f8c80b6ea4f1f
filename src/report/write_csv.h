/* report/write_csv: what the CSV renderers share. RFC 4180: header always, ends of line as \n, UTF-8, no thousands separators.
 *
 * Includes: base, report/writer. */
#ifndef PROFORMA_REPORT_WRITE_CSV_H
#define PROFORMA_REPORT_WRITE_CSV_H

#include "report/writer.h"

/* Quoted when it holds a comma, a quote or an end of line; bytes that are no UTF-8 are taken as Latin-1. */
void csv_field(TextBuilder *out, Text field);
void csv_record(TextBuilder *out, const Text *fields, size_t count);

Text csv_diff(Arena *arena, const DiffReport *diff);
Text csv_names(Arena *arena, const NameList *list);
Text csv_kinds(Arena *arena, const KindList *list);
Text csv_tornado(Arena *arena, const TornadoReport *report);
Text csv_simulation(Arena *arena, const SimulationReport *report);
Text csv_align(Arena *arena, const AlignList *list);
Text csv_parse_begin(Arena *arena);
Text csv_parse_file(Run *run, const ParsedFile *file);

#endif
