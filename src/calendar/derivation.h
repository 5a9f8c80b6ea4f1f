/* calendar/derivation: one statement being derived, as derive.c makes it and its notes tell of it. Private to this room.
 *
 * In:       the paths that lines take and what counts as nothing on them.
 * Out:      notes in words.
 * Includes: base, statement, calendar/derive, calendar/unlike. */
#ifndef PROFORMA_CALENDAR_DERIVATION_H
#define PROFORMA_CALENDAR_DERIVATION_H

#include "calendar/derive.h"
#include "calendar/unlike.h"

/* A path that lines take, how many take it, and which of them besides the main one are told of in a note. */
typedef struct {
    Path path;
    const Unlike *unlike;
    size_t lines;
    Text formula, weighted;
    TextBuilder names;
} Taken;

/* Lines that a column does not print and that count as nothing in its term. */
typedef struct {
    const ReportedColumn *column;
    TextBuilder names;
} Nothing;

typedef struct {
    Run *run;
    const Chart *chart;
    const StatementKind *kind;
    Basis basis;
    const Graph *graph;
    Period span;
    int join_days;
    Fact **facts;
    struct { Taken *items; size_t count, capacity; } taken; /* the first is the main path */
    struct { Nothing *items; size_t count, capacity; } nothings;
    bool overflow;
} Derivation;

/* Another name in a list of them. */
void derivation_name(TextBuilder *names, const Derivation *derivation, LineId line);

/* Boundaries that were joined. */
void derivation_joints(Notes *notes, Arena *arena, const Path *path);
/* The same, mixed presentations, restated terms, lines that go another way than `most` do, lines that count as nothing. */
void derivation_notes(Notes *notes, const Derivation *derivation, const Taken *most);

#endif
