/* report/note: adding paragraphs to the notes and blocks of a report.
 *
 * In:       a list of notes, a label, texts.
 * Out:      notes in order, each paragraph once.
 * Includes: base, report. */
#ifndef PROFORMA_REPORT_NOTE_H
#define PROFORMA_REPORT_NOTE_H

#include "report/report.h"

ReportNote *note_add(Arena *arena, ReportNotes *notes, Text label);
/* A paragraph that the note already has is not said again. */
__attribute__((format(printf, 3, 4))) void note_say(Arena *arena, ReportNote *note, const char *format, ...);

#endif
