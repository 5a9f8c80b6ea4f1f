#include "study/blocks.h"

#include "base/pool.h"
#include "study/ranks.h"

#include <time.h>

static const double TELL_SECONDS = 0.1;
enum { RESULT_ALIGNED = 64 }; /* a line of the cache, which two threads should not share */

/* Blocks are dealt to the ranks in turn: item i of rank r is block i * ranks + r. A round is one item of each rank. */
typedef struct {
    const Blocks *blocks;
    Run *run;
    size_t ranks, own;
    uint64_t rounds, taken;
    char *results, *received; /* a result for each slot; one of another rank */
    size_t result_step;
    double told;              /* seconds, when the progress was told last */
    bool out_of_memory;
    BlocksEnd end;
} Working;

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static size_t thread_count(const Blocks *blocks)
{
    size_t threads = blocks->threads ? blocks->threads : pool_processors();
    return threads < POOL_THREADS_MOST ? threads : POOL_THREADS_MOST;
}

/* Twice the threads, so that none waits until a slow block before its own is taken. */
size_t blocks_slots(const Blocks *blocks)
{
    size_t threads = thread_count(blocks);
    return threads == 1 ? 1 : 2 * threads;
}

static void block_work(void *context, size_t item, size_t slot)
{
    const Working *working = context;
    const Blocks *blocks = working->blocks;
    blocks->compute(blocks->context, item * working->ranks + working->own, slot, working->results + slot * working->result_step);
}

/* Memory that ends in `take` must not jump past the threads. */
static bool take_safely(Working *working, const void *result)
{
    const Blocks *blocks = working->blocks;
    jmp_buf ended, *before = arena_catch(working->run->arena, &ended);
    bool good = false;
    if (setjmp(ended))
        working->out_of_memory = true;
    else
        good = blocks->take(blocks->context, working->taken, result);
    arena_catch(working->run->arena, before);
    return good;
}

static bool tell(Working *working)
{
    const Blocks *blocks = working->blocks;
    double now = seconds_now();
    if (!blocks->progress.tell || now - working->told < TELL_SECONDS)
        return true;
    working->told = now;
    uint64_t left = blocks->count - working->taken;
    uint64_t done = left ? working->taken * blocks->units_a_block : blocks->units;
    return blocks->progress.tell(blocks->progress.context, done, blocks->units);
}

/* Once the work has ended, results still come in, and are dropped. */
static void take(Working *working, const void *result)
{
    if (working->end != BLOCKS_done)
        return;
    if (!take_safely(working, result))
        working->end = BLOCKS_refused;
    else if (++working->taken < working->blocks->count && !tell(working))
        working->end = BLOCKS_stopped;
}

/* A round on the first rank: its own block, then one of each other rank that has one. */
static void take_round(Working *working, size_t item, const void *result)
{
    take(working, result);
    for (size_t rank = 1; rank < working->ranks && item * working->ranks + rank < working->blocks->count; rank++) {
        ranks_receive(working->received, working->blocks->result_size, rank);
        take(working, working->received);
    }
}

static bool block_finish(void *context, size_t item, size_t slot)
{
    Working *working = context;
    const char *result = working->results + slot * working->result_step;
    if (working->own == 0)
        take_round(working, item, result);
    else
        ranks_send(result, working->blocks->result_size);
    return item + 1 == working->rounds ? working->end == BLOCKS_done : ranks_follow(working->end == BLOCKS_done);
}

BlocksEnd blocks_run(uint64_t *taken, Run *run, const Blocks *blocks)
{
    Working working = {.blocks = blocks, .run = run, .ranks = ranks_count(), .own = ranks_own(), .told = seconds_now()};
    working.result_step = (blocks->result_size / RESULT_ALIGNED + 1) * RESULT_ALIGNED;
    working.results = arena_allocate(run->arena, blocks_slots(blocks) * working.result_step);
    working.received = arena_allocate(run->arena, working.result_step);
    working.rounds = blocks->count / working.ranks + (blocks->count % working.ranks > 0);
    uint64_t items = blocks->count / working.ranks + (blocks->count % working.ranks > working.own);
    ranks_meet();
    pool_run(&(Pool){(size_t)items, thread_count(blocks), blocks_slots(blocks), block_work, block_finish, &working});
    *taken = working.taken;
    if (working.out_of_memory)
        arena_out_of_memory(run->arena);
    return working.own == 0 ? working.end : BLOCKS_refused;
}
