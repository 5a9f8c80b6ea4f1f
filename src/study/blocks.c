#include "study/blocks.h"

#include "base/pool.h"

size_t blocks_slots(const Blocks *blocks)
{
    (void)blocks;
    return 1;
}

BlocksEnd blocks_run(uint64_t *taken, Run *run, const Blocks *blocks)
{
    void *result = arena_allocate(run->arena, blocks->result_size + 1);
    for (*taken = 0; *taken < blocks->count; ++*taken) {
        blocks->compute(blocks->context, *taken, 0, result);
        if (!blocks->take(blocks->context, *taken, result))
            return BLOCKS_refused;
        uint64_t done = (*taken + 1) * blocks->units_a_block;
        if (blocks->progress.tell && !blocks->progress.tell(blocks->progress.context, done < blocks->units ? done : blocks->units, blocks->units))
            return BLOCKS_stopped;
    }
    return BLOCKS_done;
}
