/* base/arena: the memory of a run.
 *
 * In:       how many bytes are wanted.
 * Out:      zeroed memory that lives until the arena is destroyed or reset; nothing is freed one by one.
 * Includes: nothing of the project.
 *
 * Law of the whole library: everything you are handed lives as long as the run, and nobody frees it.
 * When memory ends the arena jumps to the place that its creator named, so no caller tests for NULL. */
#ifndef PROFORMA_BASE_ARENA_H
#define PROFORMA_BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>

typedef struct Arena Arena;

/* NULL when not even the first block can be had. `out_of_memory` is jumped to (value 1) by a later failure; it must outlive the arena. */
Arena *arena_create(jmp_buf *out_of_memory);
void arena_destroy(Arena *arena);

/* Ends the life of everything that was handed out. The first block stays for what comes next, so work in small pieces asks the system for
 * memory only once; the others are given back. */
void arena_reset(Arena *arena);

/* From here on a failure jumps to `place`; hands out the place that was set before, to be set again. For who holds what the arena does not
 * own: it is released at `place`, and from there the failure goes on with arena_out_of_memory. */
jmp_buf *arena_catch(Arena *arena, jmp_buf *place);
/* The jump itself, for a library that could not get memory. */
_Noreturn void arena_out_of_memory(Arena *arena);

/* Zeroed, aligned for any type, never NULL. */
void *arena_allocate(Arena *arena, size_t bytes);

/* `wider` bytes that begin with the `bytes` of `memory`: the newest allocation grows where it stands, any other is copied. */
void *arena_widen(Arena *arena, void *memory, size_t bytes, size_t wider);

/* The same, but what is added may hold anything. */
void *arena_widen_unset(Arena *arena, void *memory, size_t bytes, size_t wider);

#define arena_array(arena, type, count) ((type *)arena_allocate_array(arena, sizeof(type), (count)))
#define arena_new(arena, type) arena_array(arena, type, 1)
void *arena_allocate_array(Arena *arena, size_t size, size_t count);

/* A list is any struct with `items`, `count` and `capacity`. Pushing may move the items: keep indices, not pointers, while it grows. */
#define list_push(arena, list)                                                                                          \
    ((list)->items = arena_grow((arena), (list)->items, (list)->count, &(list)->capacity, sizeof *(list)->items),       \
     &(list)->items[(list)->count++])
void *arena_grow(Arena *arena, void *items, size_t count, size_t *capacity, size_t size);

#endif
