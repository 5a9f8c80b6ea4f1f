#define _DEFAULT_SOURCE /* MAP_ANONYMOUS, madvise */

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* Under the address sanitizer what was not handed out is out of bounds, and so is a gap behind everything that was. */
#if defined(__SANITIZE_ADDRESS__)
#define ARENA_GUARDED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_GUARDED
#endif
#endif

#ifdef ARENA_GUARDED
#include <sanitizer/asan_interface.h>
enum { GAP = 16 };
#else
#define ASAN_POISON_MEMORY_REGION(start, length) ((void)(start), (void)(length))
#define ASAN_UNPOISON_MEMORY_REGION(start, length) ((void)(start), (void)(length))
enum { GAP = 0 };
#endif

enum { SMALL_PAGE = 64 * 1024, LARGE_PAGE = 2 * 1024 * 1024, FIRST_BLOCK = LARGE_PAGE, ALIGNMENT = 16 };

typedef struct Block {
    struct Block *previous;
    size_t used, size, total; /* total: of this block and all before it */
    size_t stale;             /* below it lies what was written before a reset */
} Block;

/* The first bytes of a block are its header, kept to a multiple of the alignment. */
enum { HEADER = (sizeof(Block) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT };

struct Arena {
    Block *block;
    jmp_buf *out_of_memory;
};

/* Zeroed pages. Large ones, where the system has them: a short run would otherwise spend a third of its time on page faults. For that the
 * block is aligned to them; what lies before and behind is given back at once. `size` counts the header. */
static Block *block_create(Block *previous, size_t size)
{
    size_t alignment = size >= LARGE_PAGE ? LARGE_PAGE : SMALL_PAGE;
    size = (size + alignment - 1) / alignment * alignment;
    char *start = mmap(NULL, size + alignment, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (start == MAP_FAILED)
        return NULL;
    size_t before = (alignment - (uintptr_t)start % alignment) % alignment;
    if (before)
        munmap(start, before);
    if (before < alignment)
        munmap(start + before + size, alignment - before);
#ifdef MADV_HUGEPAGE
    if (alignment == LARGE_PAGE)
        madvise(start + before, size, MADV_HUGEPAGE); /* a hint; refused, it changes nothing */
#endif
    Block *block = (Block *)(void *)(start + before);
    *block = (Block){previous, HEADER, size, size + (previous ? previous->total : 0), HEADER};
    ASAN_POISON_MEMORY_REGION((char *)block + HEADER, size - HEADER);
    return block;
}

Arena *arena_create(jmp_buf *out_of_memory)
{
    Arena *arena = malloc(sizeof *arena);
    if (!arena)
        return NULL;
    arena->out_of_memory = out_of_memory;
    arena->block = block_create(NULL, FIRST_BLOCK);
    if (!arena->block) {
        free(arena);
        return NULL;
    }
    return arena;
}

/* Gives blocks back until `last` is the newest. */
static void blocks_unmap(Arena *arena, const Block *last)
{
    while (arena->block != last) {
        Block *previous = arena->block->previous;
        ASAN_UNPOISON_MEMORY_REGION(arena->block, arena->block->size);
        munmap(arena->block, arena->block->size);
        arena->block = previous;
    }
}

void arena_destroy(Arena *arena)
{
    if (!arena)
        return;
    blocks_unmap(arena, NULL);
    free(arena);
}

void arena_reset(Arena *arena)
{
    Block *first = arena->block;
    while (first->previous)
        first = first->previous;
    blocks_unmap(arena, first);
    if (first->used > first->stale)
        first->stale = first->used;
    first->used = HEADER;
    ASAN_POISON_MEMORY_REGION((char *)first + HEADER, first->size - HEADER);
}

jmp_buf *arena_catch(Arena *arena, jmp_buf *place)
{
    jmp_buf *before = arena->out_of_memory;
    arena->out_of_memory = place;
    return before;
}

void arena_out_of_memory(Arena *arena)
{
    longjmp(*arena->out_of_memory, 1);
}

static size_t rounded_up(size_t bytes)
{
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* The next bytes of a block. They are zeroed only here, where they are about to be used and stay in the cache. */
static void *block_take(Block *block, size_t bytes, bool zeroed)
{
    char *memory = (char *)block + block->used;
    if (zeroed && block->used < block->stale) {
        size_t stale = bytes < block->stale - block->used ? bytes : block->stale - block->used;
        ASAN_UNPOISON_MEMORY_REGION(memory, stale);
        memset(memory, 0, stale);
        ASAN_POISON_MEMORY_REGION(memory, stale);
    }
    block->used += bytes;
    return memory;
}

static void *allocate(Arena *arena, size_t bytes, bool zeroed)
{
    if (bytes > SIZE_MAX / 4)
        arena_out_of_memory(arena);
    size_t rounded = rounded_up(bytes) + GAP;
    Block *block = arena->block;
    if (block->size - block->used < rounded) {
        size_t needed = HEADER + rounded, next = block->total / 4; /* grows in proportion and leaves little over */
        block = block_create(arena->block, next > needed ? next : needed);
        if (!block)
            arena_out_of_memory(arena);
        arena->block = block;
    }
    void *memory = block_take(block, rounded, zeroed);
    ASAN_UNPOISON_MEMORY_REGION(memory, bytes);
    return memory;
}

void *arena_allocate(Arena *arena, size_t bytes)
{
    return allocate(arena, bytes, true);
}

void *arena_allocate_array(Arena *arena, size_t size, size_t count)
{
    if (count && size > SIZE_MAX / 4 / count)
        arena_out_of_memory(arena);
    return arena_allocate(arena, size * count);
}

static void *widen(Arena *arena, void *memory, size_t bytes, size_t wider, bool zeroed)
{
    Block *block = arena->block;
    size_t had = rounded_up(bytes) + GAP, wanted = rounded_up(wider) + GAP;
    bool newest = memory && (char *)memory + had == (char *)block + block->used;
    if (newest && wider <= SIZE_MAX / 4 && block->size - block->used >= wanted - had) {
        block_take(block, wanted - had, zeroed);
        ASAN_UNPOISON_MEMORY_REGION(memory, wider);
        return memory;
    }
    void *moved = allocate(arena, wider, zeroed);
    if (bytes)
        memcpy(moved, memory, bytes);
    return moved;
}

void *arena_widen(Arena *arena, void *memory, size_t bytes, size_t wider)
{
    return widen(arena, memory, bytes, wider, true);
}

void *arena_widen_unset(Arena *arena, void *memory, size_t bytes, size_t wider)
{
    return widen(arena, memory, bytes, wider, false);
}

void *arena_grow(Arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    size_t wider = *capacity ? *capacity * 2 : 8;
    if (wider > SIZE_MAX / 4 / size)
        arena_out_of_memory(arena);
    items = arena_widen(arena, items, *capacity * size, wider * size);
    *capacity = wider;
    return items;
}
