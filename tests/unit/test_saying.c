/* Sentences about amounts: how each mark prints its value. */
#include "model/saying.h"
#include "unit.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

static jmp_buf memory_ended;

static const Saying *make(Arena *arena, Slot when, const char *words, ...)
{
    va_list arguments;
    va_start(arguments, words);
    const Saying *saying = saying_make(arena, when, words, arguments);
    va_end(arguments);
    return saying;
}

/* Decimals are those that a value has, up to a few, half away from zero; a price has two at least; a part is in percent. */
static const struct {
    char as;
    double value;
    const char *text;
} values[] = {
    {'m', 3826559, "3,826,559"}, {'m', -250.5, "(251)"},        {'m', 0, "0"},
    {'s', 500, "500"},           {'s', 129845.898936, "129,845.899"}, {'s', 0.5, "0.5"},
    {'p', 6, "6.00"},            {'p', 29.475, "29.475"},       {'p', 0.058176, "0.0582"}, {'p', -0.4496, "(0.4496)"},
    {'r', 1.404, "1.404"},       {'r', 4, "4"},                 {'r', 1.0 / 3, "0.333333"},
    {'c', 0.4, "40%"},           {'c', 0.3333333, "33.3333%"},  {'c', -0.025, "(2.5)%"},
    {'m', NAN, "not known"},     {'r', INFINITY, "not known"},
};

START_TEST(prints_a_value)
{
    Arena *arena = arena_create(&memory_ended);
    char words[] = "x #m.", expected[40];
    words[3] = values[_i].as;
    snprintf(expected, sizeof expected, "x %s.", values[_i].text);
    Text said = saying_text(arena, make(arena, SLOT_NONE, words, (Slot)1), (double[]){0, values[_i].value});
    ck_assert_msg(text_equal(said, text_of(expected)), "%.*s", (int)said.length, said.start);
    arena_destroy(arena);
}
END_TEST

START_TEST(puts_values_and_texts_in_their_places)
{
    Arena *arena = arena_create(&memory_ended);
    const Saying *saying = make(arena, SLOT_NONE, "#t: #s shares x #p = #m", TEXT("awards"), (Slot)0, (Slot)1, (Slot)2);
    ck_assert(text_equal(saying_text(arena, saying, (double[]){500, 6, 3000}), TEXT("awards: 500 shares x 6.00 = 3,000")));
    ck_assert(text_equal(saying_text(arena, saying, (double[]){1, 2, 2}), TEXT("awards: 1 shares x 2.00 = 2"))); /* other values, the same words */
    ck_assert(text_equal(saying_text(arena, make(arena, SLOT_NONE, "#m left", SLOT_NONE), NULL), TEXT("not known left")));
    ck_assert(text_equal(saying_text(arena, make(arena, SLOT_NONE, "words alone"), NULL), TEXT("words alone")));
    arena_destroy(arena);
}
END_TEST

START_TEST(is_said_where_its_condition_is_not_0)
{
    Arena *arena = arena_create(&memory_ended);
    const Saying *saying = make(arena, 0, "a loss");
    ck_assert(saying_holds(saying, (double[]){1}));
    ck_assert(!saying_holds(saying, (double[]){0}));
    ck_assert(saying_holds(make(arena, SLOT_NONE, "always"), (double[]){0}));
    arena_destroy(arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("saying");
    unit_add(suite, "prints a value", prints_a_value, UNIT_COUNT(values));
    unit_add(suite, "puts values and texts in their places", puts_values_and_texts_in_their_places, 1);
    unit_add(suite, "is said where its condition is not 0", is_said_where_its_condition_is_not_0, 1);
    return unit_run(suite);
}
