#include "base/pool.h"

#include <pthread.h>
#include <unistd.h>

typedef struct {
    const Pool *pool;
    pthread_mutex_t lock;
    pthread_cond_t room, ready; /* a slot is free, or all is over; the next item to be finished is worked on */
    size_t taken, finished;     /* items */
    bool worked[POOL_SLOTS_MOST];
    bool stopped;
} Shift;

/* The lock is held at both ends, not between. */
static void item_work(Shift *shift)
{
    const Pool *pool = shift->pool;
    size_t item = shift->taken++, slot = item % pool->slots;
    pthread_mutex_unlock(&shift->lock);
    pool->work(pool->context, item, slot);
    pthread_mutex_lock(&shift->lock);
    shift->worked[slot] = true;
    if (item == shift->finished)
        pthread_cond_signal(&shift->ready);
}

static void item_finish(Shift *shift)
{
    const Pool *pool = shift->pool;
    size_t slot = shift->finished % pool->slots;
    pthread_mutex_unlock(&shift->lock);
    bool good = pool->finish(pool->context, shift->finished, slot);
    pthread_mutex_lock(&shift->lock);
    shift->worked[slot] = false;
    shift->finished++;
    shift->stopped = !good;
    pthread_cond_broadcast(&shift->room);
}

static bool has_work(const Shift *shift)
{
    return shift->taken < shift->pool->count && shift->taken - shift->finished < shift->pool->slots;
}

static void *shift_work(void *argument)
{
    Shift *shift = argument;
    pthread_mutex_lock(&shift->lock);
    while (!shift->stopped && shift->taken < shift->pool->count)
        if (has_work(shift))
            item_work(shift);
        else
            pthread_cond_wait(&shift->room, &shift->lock);
    pthread_mutex_unlock(&shift->lock);
    return NULL;
}

/* The thread that calls finishes what can be finished, and else works like the others: one more thread would only take turns with them. */
static void shift_lead(Shift *shift)
{
    pthread_mutex_lock(&shift->lock);
    while (!shift->stopped && shift->finished < shift->pool->count)
        if (shift->worked[shift->finished % shift->pool->slots])
            item_finish(shift);
        else if (has_work(shift))
            item_work(shift);
        else
            pthread_cond_wait(&shift->ready, &shift->lock);
    pthread_mutex_unlock(&shift->lock);
}

static bool run_alone(const Pool *pool)
{
    for (size_t item = 0; item < pool->count; item++) {
        pool->work(pool->context, item, 0);
        if (!pool->finish(pool->context, item, 0))
            return false;
    }
    return true;
}

bool pool_run(const Pool *pool)
{
    Shift shift = {.pool = pool};
    pthread_t threads[POOL_THREADS_MOST];
    size_t count = 0;
    if (pool->threads <= 1)
        return run_alone(pool);
    pthread_mutex_init(&shift.lock, NULL);
    pthread_cond_init(&shift.room, NULL);
    pthread_cond_init(&shift.ready, NULL);
    while (count + 1 < pool->threads && pthread_create(&threads[count], NULL, shift_work, &shift) == 0)
        count++;
    shift_lead(&shift);
    for (size_t i = 0; i < count; i++)
        pthread_join(threads[i], NULL);
    pthread_cond_destroy(&shift.ready);
    pthread_cond_destroy(&shift.room);
    pthread_mutex_destroy(&shift.lock);
    return !shift.stopped;
}

size_t pool_processors(void)
{
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    return online > 0 ? (size_t)online : 1;
}
