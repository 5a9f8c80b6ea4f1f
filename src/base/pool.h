/* base/pool: independent pieces of work, done by several threads and finished in their order.
 *
 * In:       how many items there are, and two functions: one that works on an item, one that finishes it.
 * Out:      the items worked on at the same time and finished one after the other, so the result is the same for any number of threads.
 * Includes: nothing of the project. */
#ifndef PROFORMA_BASE_POOL_H
#define PROFORMA_BASE_POOL_H

#include <stdbool.h>
#include <stddef.h>

enum { POOL_THREADS_MOST = 64, POOL_SLOTS_MOST = 2 * POOL_THREADS_MOST };

/* A slot is the place of one item from the start of its work to its finish, so there are never more items under way than slots:
 * whoever keeps memory for each slot needs no more for many items than for few. */
typedef struct {
    size_t count;   /* of items, numbered from 0 */
    size_t threads; /* 1: all is done by the thread that calls, and no other is made. At most POOL_THREADS_MOST */
    size_t slots;   /* at least `threads`, at most POOL_SLOTS_MOST */
    void (*work)(void *context, size_t item, size_t slot);   /* by any thread, for several slots at once; must return, never jump out */
    bool (*finish)(void *context, size_t item, size_t slot); /* by the thread that calls, in the order of the items; false ends the work */
    void *context;
} Pool;

/* The thread that calls works, too. When the system gives fewer others, those do the work. On return no thread is left; true when every item was finished. */
bool pool_run(const Pool *pool);

/* The processors that are online, 1 when the system does not tell. */
size_t pool_processors(void);

#endif
