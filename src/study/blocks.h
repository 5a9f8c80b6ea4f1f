/* study/blocks: long work in blocks by number, over threads and, where the program was built for it, over the ranks of MPI.
 *
 * In:       how many blocks there are, a function that computes one and a function that takes its result.
 * Out:      every result taken in the order of the blocks, so that what is made of them has the same bits for any number of threads and ranks.
 * Includes: base/pool, study/ranks.
 *
 * A block is made of its number alone: which draws or cells it has, and with which random numbers, does not depend on who computes it. Its
 * result has no pointers, since it may come from another process. A block should take a tenth of a millisecond or more. */
#ifndef PROFORMA_STUDY_BLOCKS_H
#define PROFORMA_STUDY_BLOCKS_H

#include "base/run.h"

#include <stdint.h>

/* Told about ten times a second, by the thread that called, how many units of work are done; false: the work is to stop, with what is finished. */
typedef struct {
    bool (*tell)(void *context, uint64_t done, uint64_t total); /* NULL: nobody wants to know */
    void *context;
} StudyProgress;

typedef struct {
    uint64_t count;       /* of blocks */
    uint64_t units, units_a_block; /* of work in all and in each block but the last, for the progress */
    size_t threads;       /* 0: one for each processor */
    size_t result_size;   /* bytes of a block's result, which is aligned for any type */
    /* By any thread, for several slots at once, each slot (numbered from 0 up to blocks_slots) being used by one thread at a time; never jumps
     * out, allocates nothing of the run. */
    void (*compute)(void *context, uint64_t block, size_t slot, void *result);
    /* By the thread that called, in the order of the blocks, on the first rank only; false ends the work. */
    bool (*take)(void *context, uint64_t block, const void *result);
    void *context;
    StudyProgress progress;
} Blocks;

/* BLOCKS_refused: by `take`, or this is not the first rank, which takes everything. */
typedef enum { BLOCKS_done, BLOCKS_stopped /* by the progress */, BLOCKS_refused } BlocksEnd;

/* How many slots there are: for a workspace each. */
size_t blocks_slots(const Blocks *blocks);
/* `taken`: how many blocks were taken, all of them from the first on. */
BlocksEnd blocks_run(uint64_t *taken, Run *run, const Blocks *blocks);

#endif
