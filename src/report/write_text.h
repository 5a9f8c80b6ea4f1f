/* report/write_text: the text renderers. They know no line, column or company by name.
 *
 * Includes: base, report/writer. */
#ifndef PROFORMA_REPORT_WRITE_TEXT_H
#define PROFORMA_REPORT_WRITE_TEXT_H

#include "report/writer.h"

Text text_align(Arena *arena, const AlignList *list);
Text text_parse_file(Run *run, const ParsedFile *file);

#endif
