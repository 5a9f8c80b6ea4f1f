/* report/write_text: the text renderers. They know no line, column or company by name.
 *
 * Includes: base, report/writer. */
#ifndef PROFORMA_REPORT_WRITE_TEXT_H
#define PROFORMA_REPORT_WRITE_TEXT_H

#include "report/writer.h"

/* The parts of a line: filled up with blanks, set to the right, and ended without blanks. */
void append_padded(TextBuilder *out, Text text, int width);
void append_right(TextBuilder *out, Text text, int width);
void end_line(TextBuilder *out);
/* A label of at most `width`; one that is too long goes on in further lines, and what stands beside it stands beside the last. */
void append_wrapped(TextBuilder *out, Text label, int indent, int width);
/* "statement of operations, GAAP" */
void append_kind(TextBuilder *out, const Chart *chart, size_t kind, Basis basis);

/* A schedule, and two empty lines. */
void text_schedule(TextBuilder *out, const ReportSchedule *schedule);
Text text_diff(Arena *arena, const DiffReport *diff);
Text text_names(Arena *arena, const NameList *list);
Text text_kinds(Arena *arena, const KindList *list);
Text text_explanation(Arena *arena, const Explanation *explanation);
Text text_solution(Arena *arena, const SolutionReport *solution);
Text text_tornado(Arena *arena, const TornadoReport *report);
Text text_simulation(Arena *arena, const SimulationReport *report);
Text text_align(Arena *arena, const AlignList *list);
Text text_parse_file(Run *run, const ParsedFile *file);
/* One statement as a table, without how it foots. */
void text_statement(TextBuilder *out, Run *run, const Statement *statement);

#endif
