#include "base/text.h"
#include "unit.h"

static jmp_buf memory_ended;

START_TEST(finds)
{
    Text text = TEXT("total current assets");
    ck_assert_uint_eq(text_find(text, TEXT("current"), 0), 6);
    ck_assert_uint_eq(text_find(text, TEXT("t"), 1), 2);
    ck_assert_uint_eq(text_find(text, TEXT("liabilities"), 0), text.length);
    ck_assert_uint_eq(text_find(text, TEXT("assets"), 15), text.length);
    ck_assert_uint_eq(text_find_char(text, 'z', 0), text.length);
    ck_assert(text_starts_with(text, TEXT("total")) && text_ends_with(text, TEXT("assets")));
    ck_assert(!text_starts_with(TEXT("to"), text));
    ck_assert(text_equal(text_trim(TEXT(" \t a b \r\n")), TEXT("a b")));
    ck_assert(text_equal(text_slice(text, 6, 1000), TEXT("current assets")));
    ck_assert(text_equal_ignoring_case(TEXT("TOTAL Assets"), TEXT("total aSSETS")));
    ck_assert(text_compare(TEXT("ab"), TEXT("abc")) < 0 && text_compare(TEXT("b"), TEXT("abc")) > 0);
}
END_TEST

static const struct {
    const char *a, *b;
    size_t distance;
} distances[] = {{"operations", "operations", 0}, {"operatoins", "operations", 2}, {"kitten", "sitting", 3}, {"", "abc", 3}, {"Basis", "basis", 0}};

START_TEST(measures_distance)
{
    ck_assert_uint_eq(text_distance(text_of(distances[_i].a), text_of(distances[_i].b)), distances[_i].distance);
}
END_TEST

START_TEST(builds_long_texts)
{
    Arena *arena = arena_create(&memory_ended);
    TextBuilder builder = {.arena = arena};
    for (int i = 0; i < 10000; i++)
        text_append_format(&builder, "%d,", i % 10);
    ck_assert_uint_eq(builder.count, 20000);
    ck_assert(text_ends_with(text_builder_text(&builder), TEXT("7,8,9,")));
    arena_destroy(arena);
}
END_TEST

START_TEST(arena_gives_zeroed_memory_and_keeps_it)
{
    Arena *arena = arena_create(&memory_ended);
    struct { int *items; size_t count, capacity; } list = {0};
    for (int i = 0; i < 300000; i++)
        *list_push(arena, &list) = i;
    for (int i = 0; i < 300000; i++)
        ck_assert_int_eq(list.items[i], i);
    const char *zeroed = arena_allocate(arena, 5000);
    for (int i = 0; i < 5000; i++)
        ck_assert_int_eq(zeroed[i], 0);
    arena_destroy(arena);
}
END_TEST

START_TEST(arena_jumps_when_memory_ends)
{
    Arena *arena = arena_create(&memory_ended);
    if (setjmp(memory_ended) == 0) {
        arena_allocate_array(arena, 1 << 20, (size_t)1 << 50);
        ck_abort_msg("more memory than there is");
    }
    arena_destroy(arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("text");
    unit_add(suite, "finds", finds, 1);
    unit_add(suite, "distance", measures_distance, UNIT_COUNT(distances));
    unit_add(suite, "builds", builds_long_texts, 1);
    unit_add(suite, "arena keeps", arena_gives_zeroed_memory_and_keeps_it, 1);
    unit_add(suite, "arena jumps", arena_jumps_when_memory_ends, 1);
    return unit_run(suite);
}
