#include "base/arena.h"
#include "unit.h"

#include <stdbool.h>
#include <string.h>

static jmp_buf memory_ended;

static bool is_zero(const char *memory, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        if (memory[i])
            return false;
    return true;
}

/* Every allocation is zeroed, also where an earlier life of the arena wrote, in the first block (2 MiB) and behind it. */
START_TEST(begins_again_with_zeroes)
{
    static const size_t sizes[] = {1, 24, 5000, 100000, 3000000, 40};
    Arena *arena = arena_create(&memory_ended);
    char *first = NULL;
    for (int life = 0; life < 4; life++) {
        for (size_t i = (size_t)life % 2; i < UNIT_COUNT(sizes); i++) {
            char *memory = arena_allocate(arena, sizes[i]);
            if (life == 0 && i == 0)
                first = memory;
            if (life == 2 && i == 0)
                ck_assert_ptr_eq(memory, first);
            ck_assert(is_zero(memory, sizes[i]));
            memset(memory, 0xA5, sizes[i]);
        }
        arena_reset(arena);
    }
    arena_destroy(arena);
}
END_TEST

START_TEST(widens_with_zeroes)
{
    Arena *arena = arena_create(&memory_ended);
    memset(arena_allocate(arena, 9000), 0xA5, 9000);
    arena_reset(arena);
    char *memory = arena_allocate(arena, 100);
    memset(memory, 1, 100);
    char *wider = arena_widen(arena, memory, 100, 8000);
    ck_assert_ptr_eq(wider, memory); /* the newest grows where it stands */
    ck_assert(wider[0] == 1 && wider[99] == 1 && is_zero(wider + 100, 7900));
    arena_destroy(arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("arena");
    unit_add(suite, "begins again with zeroes", begins_again_with_zeroes, 1);
    unit_add(suite, "widens with zeroes", widens_with_zeroes, 1);
    return unit_run(suite);
}
