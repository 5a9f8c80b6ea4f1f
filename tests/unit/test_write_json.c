/* report/write_json: numbers as they are given, texts escaped, and nothing kept or hidden when json-c has no memory. */
#include "report/write_json.h"
#include "unit.h"

#include <string.h>

struct json_object *json_object_new_int64(int64_t number);
struct json_object *json_object_new_int(int number);

/* Stands before the library's own, so that it can have no memory: the count that json_add_count adds is none then. */
static bool memory_is_there = true;
struct json_object *json_object_new_int64(int64_t number)
{
    return memory_is_there ? json_object_new_int((int)number) : NULL;
}

static jmp_buf memory_ended;

static void assert_text(Text text, const char *wanted)
{
    ck_assert_msg(text_equal(text, text_of(wanted)), "\"" TEXT_FORMAT "\" instead of \"%s\"", TEXT_ARGUMENTS(text), wanted);
}

static void fill_numbers(Json object, const void *what)
{
    (void)what;
    json_add_number(object, "rate", TEXT("0.09"));
    json_add_number(object, "printed", TEXT("12.50"));
    json_add_number(object, "largest", TEXT("1125899906842624"));
    json_add_number(object, "blank", TEXT(""));
    json_add_count(object, "line", 7);
    json_add_flag(object, "nil", true);
}

START_TEST(keeps_digits)
{
    Arena *arena = arena_create(&memory_ended);
    assert_text(json_piece(arena, JSON_one_line, fill_numbers, NULL),
                "{ \"rate\": 0.09, \"printed\": 12.50, \"largest\": 1125899906842624, \"blank\": null, \"line\": 7, \"nil\": true }");
    arena_destroy(arena);
}
END_TEST

static void fill_text(Json object, const void *what)
{
    json_add_text(object, "t", *(const Text *)what);
}

/* Of the last three: longer than need be, half of a surrogate pair, beyond U+10FFFF: each byte is taken as Latin-1. */
static const struct { const char *bytes, *json; } texts[] = {
    {"", ""},
    {"a/b", "a/b"},
    {"\"to go\" \\", "\\\"to go\\\" \\\\"},
    {"\t\n\x01", "\\t\\n\\u0001"},
    {"caf\xE9", "caf\xC3\xA9"},
    {"caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x82\xA1", "caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x82\xA1"},
    {"\xE0\x80\x80", "\xC3\xA0\xC2\x80\xC2\x80"},
    {"\xED\xA0\x80", "\xC3\xAD\xC2\xA0\xC2\x80"},
    {"\xF4\x90\x80\x80", "\xC3\xB4\xC2\x90\xC2\x80\xC2\x80"},
};

START_TEST(escapes_texts)
{
    Arena *arena = arena_create(&memory_ended);
    Text text = text_of(texts[_i].bytes);
    char wanted[64];
    snprintf(wanted, sizeof wanted, "{ \"t\": \"%s\" }", texts[_i].json);
    assert_text(json_piece(arena, JSON_one_line, fill_text, &text), wanted);
    arena_destroy(arena);
}
END_TEST

static void fill_nested(Json object, const void *what)
{
    json_add_period(json_add_list(object, "periods"), NULL, (Period){DAY_NONE, day_from_civil(2004, 3, 31)});
    fill_numbers(object, what);
}

static const char *const nested = "{\n"
                                  "  \"periods\": [\n"
                                  "    {\n"
                                  "      \"start\": null,\n"
                                  "      \"end\": \"2004-03-31\"\n"
                                  "    }\n"
                                  "  ],\n"
                                  "  \"rate\": 0.09,\n"
                                  "  \"printed\": 12.50,\n"
                                  "  \"largest\": 1125899906842624,\n"
                                  "  \"blank\": null,\n"
                                  "  \"line\": 7,\n"
                                  "  \"nil\": true\n"
                                  "}";

/* What was filled in before is released, which the sanitizers see, and the arena's own failures go where they went before. */
START_TEST(gives_up_without_memory)
{
    Arena *volatile arena = arena_create(&memory_ended);
    volatile int jumps = 0;
    memory_is_there = false;
    if (setjmp(memory_ended) == 0) {
        json_piece(arena, JSON_indented, fill_nested, NULL);
        ck_abort_msg("a piece was made without memory");
    }
    memory_is_there = true;
    if (setjmp(memory_ended) == 0)
        arena_allocate(arena, SIZE_MAX);
    else
        jumps++;
    ck_assert_int_eq(jumps, 1);
    assert_text(json_piece(arena, JSON_indented, fill_nested, NULL), nested);
    arena_destroy(arena);
}
END_TEST

static void fill_too_much(Json object, const void *what)
{
    fill_nested(object, what);
    arena_allocate(object.arena, SIZE_MAX);
}

START_TEST(releases_when_the_arena_fails)
{
    Arena *arena = arena_create(&memory_ended);
    if (setjmp(memory_ended) == 0) {
        json_piece(arena, JSON_indented, fill_too_much, NULL);
        ck_abort_msg("a piece was made without memory");
    }
    arena_destroy(arena);
}
END_TEST

START_TEST(puts_pieces_together)
{
    Arena *arena = arena_create(&memory_ended);
    TextBuilder out = {.arena = arena};
    Text text = TEXT("x");
    Text piece = json_piece(arena, JSON_indented, fill_text, &text);
    json_append_head(&out, piece);
    text_append(&out, TEXT(",\n  \"list\": ["));
    json_append_element(&out, piece, true);
    json_append_element(&out, piece, false);
    text_append(&out, TEXT("\n  ]"));
    json_append_tail(&out, piece);
    assert_text(text_builder_text(&out), "{\n  \"t\": \"x\",\n  \"list\": [\n    {\n      \"t\": \"x\"\n    },\n    {\n      \"t\": \"x\"\n    }\n  ],\n  \"t\": \"x\"\n}");
    arena_destroy(arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("write_json");
    unit_add(suite, "keeps digits", keeps_digits, 1);
    unit_add(suite, "escapes texts", escapes_texts, UNIT_COUNT(texts));
    unit_add(suite, "gives up without memory", gives_up_without_memory, 1);
    unit_add(suite, "releases when the arena fails", releases_when_the_arena_fails, 1);
    unit_add(suite, "puts pieces together", puts_pieces_together, 1);
    return unit_run(suite);
}
