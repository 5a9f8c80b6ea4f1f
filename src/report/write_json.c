/* json-c builds and escapes. It takes a number's text, so that a figure has the same digits here as in CSV; jansson 2.14 would print 0.09
 * as 0.089999999999999997. It hands back NULL when memory ends, which a JSON object would show as null: each call is tested and ends the
 * piece by the arena's jump. */
#include "report/write_json.h"

#include "report/utf8.h"

#include <errno.h>
#include <json-c/json.h>
#include <limits.h>

/* --- filling --- */

/* Takes `member` over, also when there is no memory for it. */
static void add(Json into, const char *name, struct json_object *member, bool is_null)
{
    const unsigned constant = JSON_C_OBJECT_ADD_KEY_IS_NEW | JSON_C_OBJECT_ADD_CONSTANT_KEY;
    if (!member && !is_null)
        arena_out_of_memory(into.arena);
    int failed = name ? json_object_object_add_ex(into.object, name, member, constant) : json_object_array_add(into.object, member);
    if (!failed)
        return;
    json_object_put(member);
    arena_out_of_memory(into.arena);
}

static void json_add_null(Json into, const char *name)
{
    add(into, name, NULL, true);
}

Json json_add_object(Json into, const char *name)
{
    struct json_object *object = json_object_new_object();
    add(into, name, object, false);
    return (Json){into.arena, object};
}

Json json_add_list(Json into, const char *name)
{
    struct json_object *list = json_object_new_array();
    add(into, name, list, false);
    return (Json){into.arena, list};
}

void json_add_text(Json into, const char *name, Text text)
{
    TextBuilder out = {.arena = into.arena};
    utf8_append(&out, text);
    if (out.count > INT_MAX)
        arena_out_of_memory(into.arena);
    add(into, name, json_object_new_string_len(out.count ? out.items : "", (int)out.count), false);
}

void json_add_text_or_null(Json into, const char *name, Text text)
{
    if (text.length)
        json_add_text(into, name, text);
    else
        json_add_null(into, name);
}

void json_add_number(Json into, const char *name, Text number)
{
    if (number.length)
        add(into, name, json_object_new_double_s(0, text_zero_terminated(into.arena, number)), false);
    else
        json_add_null(into, name);
}

void json_add_count(Json into, const char *name, size_t count)
{
    add(into, name, json_object_new_int64((int64_t)count), false);
}

void json_add_flag(Json into, const char *name, bool flag)
{
    add(into, name, json_object_new_boolean(flag), false);
}

void json_add_texts(Json into, const char *name, const Text *texts, size_t count)
{
    Json list = json_add_list(into, name);
    for (size_t i = 0; i < count; i++)
        json_add_text(list, NULL, texts[i]);
}

void json_add_period(Json into, const char *name, Period period)
{
    Json object = json_add_object(into, name);
    json_add_text_or_null(object, "start", period_is_instant(period) ? (Text){0} : day_iso(into.arena, period.start));
    json_add_text(object, "end", day_iso(into.arena, period.end));
}

/* --- where figures come from --- */

void json_add_place(Json object, const Sources *sources, Place place)
{
    Location where = source_locate(sources, object.arena, place);
    json_add_text(object, "file", where.name);
    json_add_count(object, "line", where.line);
    json_add_count(object, "column", where.column);
    json_add_text(object, "text", source_text(sources, place));
}

Text json_value(Arena *arena, const Fact *fact)
{
    return fact_has_value(fact) ? amount_plain(arena, fact->number) : (Text){0};
}

void json_add_origin(Json list, const Sources *sources, const Chart *chart, const Fact *fact, Text weight)
{
    Json object = json_add_object(list, NULL);
    if (weight.length)
        json_add_number(object, "weight", weight);
    json_add_text(object, "name", chart_at(chart, fact->line)->name);
    json_add_period(object, "period", fact->period);
    json_add_number(object, "value", json_value(object.arena, fact));
    json_add_text(object, "state", state_name(fact->state));
    json_add_origins(object, sources, chart, fact);
}

/* A figure that was set keeps the place of the one that it replaced, which is not where it stands. */
void json_add_origins(Json into, const Sources *sources, const Chart *chart, const Fact *fact)
{
    Json list = json_add_list(into, "origins");
    if (!fact_has_value(fact) || fact->state == STATE_set)
        return;
    for (size_t i = 0; i < fact->term_count; i++)
        json_add_origin(list, sources, chart, fact->terms[i].fact, amount_plain(into.arena, fact->terms[i].weight));
    if (fact->term_count == 0 && source_at(sources, fact->place.source))
        json_add_place(json_add_object(list, NULL), sources, fact->place);
}

/* --- a piece --- */

/* The library cannot say that its text is not whole, only the failing allocation can. */
static Text text_of_object(Json document, JsonLayout layout)
{
    int flags = JSON_C_TO_STRING_NOSLASHESCAPE | JSON_C_TO_STRING_SPACED | (layout == JSON_indented ? JSON_C_TO_STRING_PRETTY : 0);
    size_t length;
    errno = 0;
    const char *text = json_object_to_json_string_length(document.object, flags, &length);
    if (!text || errno == ENOMEM || errno == EFBIG)
        arena_out_of_memory(document.arena);
    return text_copy(document.arena, (Text){text, length});
}

Text json_piece(Arena *arena, JsonLayout layout, JsonFill *fill, const void *what)
{
    const Json document = {arena, json_object_new_object()};
    jmp_buf here;
    jmp_buf *const before = arena_catch(arena, &here);
    if (setjmp(here) || !document.object) {
        json_object_put(document.object);
        arena_catch(arena, before);
        arena_out_of_memory(arena);
    }
    fill(document, what);
    Text text = text_of_object(document, layout);
    json_object_put(document.object);
    arena_catch(arena, before);
    return text;
}

static void fill_text(Json object, const void *what)
{
    json_add_text(object, "", *(const Text *)what);
}

Text json_text(Arena *arena, Text text)
{
    Text object = json_piece(arena, JSON_one_line, fill_text, &text); /* { "": "..." } */
    size_t start = text_find_char(object, ':', 0) + 2;
    return text_slice(object, start, object.length - TEXT(" }").length);
}

/* --- pieces put together --- */

void json_append_head(TextBuilder *out, Text piece)
{
    text_append(out, text_slice(piece, 0, piece.length - TEXT("\n}").length));
}

void json_append_tail(TextBuilder *out, Text piece)
{
    text_append_char(out, ',');
    text_append(out, text_slice(piece, TEXT("{").length, piece.length));
}

/* Two levels deeper: no text of JSON holds an end of line, so each one stands between two members. */
void json_append_element(TextBuilder *out, Text piece, bool first)
{
    text_append(out, first ? TEXT("\n    ") : TEXT(",\n    "));
    for (size_t i = 0, end; i < piece.length; i = end) {
        end = text_find_char(piece, '\n', i) + 1;
        text_append(out, text_slice(piece, i, end));
        if (end < piece.length)
            text_append(out, TEXT("    "));
    }
}

const Writer writer_json = {.name = "json", .report = json_report, .align = json_align, .diff = json_diff, .names = json_names, .has_studies = true, .kinds = json_kinds,
                            .explanation = json_explanation, .solution = json_solution, .tornado = json_tornado, .simulation = json_simulation,
                            .parse_begin = json_parse_begin, .parse_file = json_parse_file, .parse_end = json_parse_end};
