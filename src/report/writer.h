/* report/writer: a result in one of the formats.
 *
 * In:       a report, a list of aligned statements, or what was read of a filing.
 * Out:      its bytes; files are saved by base/save, whole or not at all.
 * Includes: base, report.
 *
 * A new format is one file write_<format>.c and one line in writers[] of writer.c. */
#ifndef PROFORMA_REPORT_WRITER_H
#define PROFORMA_REPORT_WRITER_H

#include "report/align_report.h"
#include "report/diff_report.h"
#include "report/explanation.h"
#include "report/kind_list.h"
#include "report/name_list.h"
#include "report/parsed.h"
#include "report/report.h"
#include "report/solution.h"
#include "report/tornado_report.h"
#include "report/simulation_report.h"

typedef struct {
    const char *name;
    Text (*report)(Arena *arena, const Report *report);
    bool has_studies; /* a report has place for studies, in the form of sweep_format_find(name) */
    Text (*align)(Arena *arena, const AlignList *list);
    Text (*diff)(Arena *arena, const DiffReport *diff);
    Text (*names)(Arena *arena, const NameList *list);
    Text (*kinds)(Arena *arena, const KindList *list);
    Text (*explanation)(Arena *arena, const Explanation *explanation); /* NULL: the format has no form for it */
    Text (*solution)(Arena *arena, const SolutionReport *solution);           /* likewise */
    Text (*tornado)(Arena *arena, const TornadoReport *report);
    Text (*simulation)(Arena *arena, const SimulationReport *report);
    Text (*parse_begin)(Arena *arena); /* before the first file; NULL: nothing */
    Text (*parse_file)(Run *run, const ParsedFile *file);
    Text (*parse_end)(Arena *arena);   /* behind the last file; NULL: nothing */
} Writer;

extern const Writer writer_text, writer_csv, writer_json;

const Writer *writer_find(Text name); /* NULL when there is no such format */
Text writer_suggest(Arena *arena, Text name); /* the end of a message about a name that is no format */

#endif
