/* report/write_json: what the JSON renderers share. RFC 8259: UTF-8, members in a fixed order, the same numbers as in CSV.
 *
 * Includes: base, statement, report/writer.
 *
 * A document is written piece by piece: an object is opened, filled, turned into text and released in one call, so that no library's
 * memory outlives it. What is filled in is copied; names of members are not, they live as long as the run. */
#ifndef PROFORMA_REPORT_WRITE_JSON_H
#define PROFORMA_REPORT_WRITE_JSON_H

#include "report/writer.h"

struct json_object;

/* An object or a list that is being filled; it belongs to the piece. A member of a list has no name: NULL. */
typedef struct {
    Arena *arena;
    struct json_object *object;
} Json;

Json json_add_object(Json into, const char *name);
Json json_add_list(Json into, const char *name);
void json_add_text(Json into, const char *name, Text text);          /* bytes that are no UTF-8 are taken as Latin-1 */
void json_add_text_or_null(Json into, const char *name, Text text);  /* null when empty */
void json_add_number(Json into, const char *name, Text number);      /* written as it is; null when empty */
void json_add_count(Json into, const char *name, size_t count);
void json_add_flag(Json into, const char *name, bool flag);
void json_add_texts(Json into, const char *name, const Text *texts, size_t count);
void json_add_period(Json into, const char *name, Period period);    /* {start, end}; an instant has no start */
void json_add_place(Json object, const Sources *sources, Place place); /* members file, line, column, text */

/* Member "origins": where a figure is printed, or the figures that it was derived from with their own origins; what of them came about
 * otherwise has none. */
void json_add_origins(Json into, const Sources *sources, const Chart *chart, const Fact *fact);
/* An element of such a list: a figure that another one refers to; no weight when it enters in another way than a sum. */
void json_add_origin(Json list, const Sources *sources, const Chart *chart, const Fact *fact, Text weight);
/* The value of a fact as in CSV; empty when it has none. */
Text json_value(Arena *arena, const Fact *fact);

typedef enum { JSON_indented, JSON_one_line } JsonLayout;
typedef void JsonFill(Json object, const void *what);
/* The object that `fill` makes of `what`, without an end of line behind it. */
Text json_piece(Arena *arena, JsonLayout layout, JsonFill *fill, const void *what);

/* A text as JSON writes it, between its quotes. */
Text json_text(Arena *arena, Text text);

/* Pieces put together: an object without its closing brace, one without its opening brace and behind a comma, one as an element of a
 * list within it. All three take indented pieces. */
void json_append_head(TextBuilder *out, Text piece);
void json_append_tail(TextBuilder *out, Text piece);
void json_append_element(TextBuilder *out, Text piece, bool first);

Text json_report(Arena *arena, const Report *report);
Text json_align(Arena *arena, const AlignList *list);
Text json_diff(Arena *arena, const DiffReport *diff);
Text json_names(Arena *arena, const NameList *list);
Text json_kinds(Arena *arena, const KindList *list);
Text json_explanation(Arena *arena, const Explanation *explanation);
Text json_solution(Arena *arena, const SolutionReport *solution);
Text json_tornado(Arena *arena, const TornadoReport *report);
Text json_simulation(Arena *arena, const SimulationReport *report);
Text json_parse_begin(Arena *arena);
Text json_parse_file(Run *run, const ParsedFile *file);
Text json_parse_end(Arena *arena);

#endif
