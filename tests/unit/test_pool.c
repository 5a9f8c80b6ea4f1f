#include "base/pool.h"
#include "unit.h"

#include <pthread.h>
#include <string.h>

enum { ITEMS = 500 };

/* Each slot holds what its item made until it is finished; `busy` shows when two items meet in one slot. */
typedef struct {
    size_t made[POOL_SLOTS_MOST];
    bool busy[POOL_SLOTS_MOST];
    size_t order[ITEMS], finished, stop_at;
    pthread_t caller;
    bool met, elsewhere;
} Board;

static void work(void *context, size_t item, size_t slot)
{
    Board *board = context;
    board->met |= board->busy[slot];
    board->busy[slot] = true;
    volatile size_t spun = 0;
    while (spun < item % 7 * 1000) /* later items are often ready before earlier ones */
        spun = spun + 1;
    board->made[slot] = item * item;
}

static bool finish(void *context, size_t item, size_t slot)
{
    Board *board = context;
    board->elsewhere |= !pthread_equal(board->caller, pthread_self());
    board->met |= board->made[slot] != item * item;
    board->busy[slot] = false;
    board->order[board->finished++] = item;
    return item != board->stop_at;
}

static const struct {
    size_t count, threads, slots;
} shapes[] = {{0, 1, 1}, {0, 3, 6}, {1, 1, 1}, {1, 4, 4}, {ITEMS, 1, 1}, {ITEMS, 2, 2}, {ITEMS, 3, 6}, {ITEMS, POOL_THREADS_MOST, POOL_SLOTS_MOST}};

START_TEST(finishes_in_order)
{
    static Board board;
    memset(&board, 0, sizeof board);
    board.stop_at = ITEMS;
    board.caller = pthread_self();
    ck_assert(pool_run(&(Pool){shapes[_i].count, shapes[_i].threads, shapes[_i].slots, work, finish, &board}));
    ck_assert_uint_eq(board.finished, shapes[_i].count);
    for (size_t i = 0; i < board.finished; i++)
        ck_assert_uint_eq(board.order[i], i);
    ck_assert(!board.met && !board.elsewhere);
}
END_TEST

START_TEST(ends_when_told)
{
    static Board board;
    memset(&board, 0, sizeof board);
    board.stop_at = 40;
    board.caller = pthread_self();
    ck_assert(!pool_run(&(Pool){ITEMS, (size_t)_i + 1, 2 * ((size_t)_i + 1), work, finish, &board}));
    ck_assert_uint_eq(board.finished, 41);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pool");
    unit_add(suite, "finishes in order", finishes_in_order, UNIT_COUNT(shapes));
    unit_add(suite, "ends when told", ends_when_told, 4);
    return unit_run(suite);
}
