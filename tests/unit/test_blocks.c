/* Blocks computed by any number of threads and taken in their order, until they are done, refused or stopped. */
#include "study/blocks.h"
#include "unit.h"

#include <pthread.h>
#include <string.h>
#include <time.h>

enum { MOST = 400, UNITS_A_BLOCK = 10 };

static jmp_buf memory_ended;

typedef struct {
    uint64_t block;
    double square;
} Result;

typedef struct {
    Run *run;
    pthread_t caller;
    uint64_t next, refuse_at, exhaust_at;
    long nanoseconds; /* that a block takes */
    size_t slots;
    bool elsewhere;
    uint64_t told, last_told, stop_at_told;
} Board;

static void compute(void *context, uint64_t block, size_t slot, void *out)
{
    const Board *board = context;
    Result *result = out;
    nanosleep(&(struct timespec){0, board->nanoseconds}, NULL);
    *result = (Result){slot < board->slots ? block : UINT64_MAX, (double)block * (double)block};
}

static bool take(void *context, uint64_t block, const void *taken)
{
    Board *board = context;
    const Result *result = taken;
    board->elsewhere |= !pthread_equal(board->caller, pthread_self());
    ck_assert_uint_eq(block, board->next);
    ck_assert_uint_eq(result->block, block);
    ck_assert(result->square == (double)block * (double)block);
    board->next++;
    if (block == board->exhaust_at)
        arena_allocate(board->run->arena, SIZE_MAX / 4);
    return block != board->refuse_at;
}

static bool tell(void *context, uint64_t done, uint64_t total)
{
    Board *board = context;
    ck_assert_uint_eq(total % UNITS_A_BLOCK, UNITS_A_BLOCK - 3);
    ck_assert_uint_gt(done, board->last_told);
    ck_assert_uint_le(done, total);
    board->last_told = done;
    return ++board->told != board->stop_at_told;
}

static BlocksEnd run_board(uint64_t *taken, Board *board, uint64_t count, size_t threads)
{
    static Run run; /* outlives a jump */
    run = (Run){.arena = arena_create(&memory_ended)};
    Blocks blocks = {.count = count, .units = count * UNITS_A_BLOCK - 3, .units_a_block = UNITS_A_BLOCK, .threads = threads, .result_size = sizeof(Result),
                     .compute = compute, .take = take, .context = board, .progress = {tell, board}};
    board->run = &run;
    board->caller = pthread_self();
    board->slots = blocks_slots(&blocks);
    BlocksEnd end = blocks_run(taken, &run, &blocks);
    ck_assert(!board->elsewhere);
    arena_destroy(run.arena);
    return end;
}

static const struct {
    uint64_t count;
    size_t threads;
} shapes[] = {{1, 1}, {1, 4}, {MOST, 1}, {MOST, 2}, {MOST, 5}, {MOST, 0}, {MOST, 1000}};

START_TEST(takes_all_in_order)
{
    Board board = {.refuse_at = UINT64_MAX, .exhaust_at = UINT64_MAX};
    uint64_t taken;
    ck_assert_int_eq(run_board(&taken, &board, shapes[_i].count, shapes[_i].threads), BLOCKS_done);
    ck_assert_uint_eq(taken, shapes[_i].count);
    ck_assert_uint_eq(board.next, taken);
}
END_TEST

START_TEST(ends_when_refused)
{
    Board board = {.refuse_at = 7, .exhaust_at = UINT64_MAX};
    uint64_t taken;
    ck_assert_int_eq(run_board(&taken, &board, MOST, (size_t)_i + 1), BLOCKS_refused);
    ck_assert_uint_eq(board.next, 8);
    ck_assert_uint_eq(taken, 7);
}
END_TEST

/* 400 blocks of 2 ms take 0.8 s with one thread, and half of that with two. */
START_TEST(tells_and_stops)
{
    Board board = {.refuse_at = UINT64_MAX, .exhaust_at = UINT64_MAX, .nanoseconds = 2000000, .stop_at_told = 2};
    uint64_t taken;
    ck_assert_int_eq(run_board(&taken, &board, MOST, (size_t)_i + 1), BLOCKS_stopped);
    ck_assert_uint_eq(board.next, taken);
    ck_assert_uint_lt(taken, MOST);
    ck_assert_uint_eq(board.told, 2);
    ck_assert_uint_eq(board.last_told, taken * UNITS_A_BLOCK);
}
END_TEST

/* No thread is left behind when memory ends while a result is taken. */
START_TEST(memory_may_end)
{
    Board board = {.refuse_at = UINT64_MAX, .exhaust_at = 9};
    volatile bool ended = false;
    if (setjmp(memory_ended)) {
        ended = true;
    } else {
        uint64_t taken;
        run_board(&taken, &board, MOST, (size_t)_i + 1);
    }
    ck_assert(ended);
    ck_assert_uint_eq(board.next, 10);
    arena_destroy(board.run->arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("blocks");
    unit_add(suite, "takes all in order", takes_all_in_order, UNIT_COUNT(shapes));
    unit_add(suite, "ends when refused", ends_when_refused, 3);
    unit_add(suite, "tells and stops", tells_and_stops, 2);
    unit_add(suite, "memory may end", memory_may_end, 3);
    return unit_run(suite);
}
