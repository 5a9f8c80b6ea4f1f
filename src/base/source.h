/* base/source: the files that a run reads, and places in them.
 *
 * In:       a file's path and the name that the user gave it.
 * Out:      its bytes, and for a span of bytes the line, the column and the text of the line.
 * Includes: base/arena, base/text. */
#ifndef PROFORMA_BASE_SOURCE_H
#define PROFORMA_BASE_SOURCE_H

#include "base/text.h"

#include <stdint.h>

/* A span of bytes [start, end) of source number `source`; source 0 is "no place". Line and column are computed only to print. */
typedef struct {
    uint32_t source, start, end;
} Place;

typedef struct {
    Text name;  /* as given by the user or by the scenario: what messages and reports print */
    Text path;  /* what was opened */
    Text bytes;
    uint32_t number;
    uint32_t *line_starts; /* made at the first look-up */
    uint32_t line_count;
} Source;

typedef struct {
    Source **items; /* items[0] is the source numbered 1; sources do not move */
    size_t count, capacity;
} Sources;

typedef struct {
    Text name;             /* empty when the place is none */
    uint32_t line, column; /* from 1; the column counts bytes */
    Text line_text;        /* without its end */
} Location;

const Source *source_at(const Sources *sources, uint32_t number); /* NULL when there is none */
Location source_locate(const Sources *sources, Arena *arena, Place place);
Text source_text(const Sources *sources, Place place);
uint32_t source_line(const Source *source, Arena *arena, uint32_t offset); /* from 1 */

/* Makes what a look-up would make: after it several threads may look up places in these sources. */
void sources_settle(Sources *sources, Arena *arena);

/* Takes bytes that are already there, a string of a test or an option of the command line, as a source. */
Source *source_add(Sources *sources, Arena *arena, Text name, Text path, Text bytes);

#endif
