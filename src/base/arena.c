#define _DEFAULT_SOURCE /* MAP_ANONYMOUS, madvise */

#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { LARGE_PAGE = 2 * 1024 * 1024, FIRST_BLOCK = 2 * LARGE_PAGE, ALIGNMENT = 16 };

typedef struct Block {
    struct Block *previous;
    size_t used, size;
} Block;

/* The first bytes of a block are its header, kept to a multiple of the alignment. */
enum { HEADER = (sizeof(Block) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT };

struct Arena {
    Block *block;
    jmp_buf *out_of_memory;
};

/* Zeroed pages, aligned to large ones where the system has them: a short run would otherwise spend a third of its time on page faults.
 * What lies before and behind the aligned part is given back at once. `size` counts the header. */
static Block *block_create(Block *previous, size_t size)
{
    size = (size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
    char *start = mmap(NULL, size + LARGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (start == MAP_FAILED)
        return NULL;
    size_t before = (LARGE_PAGE - (uintptr_t)start % LARGE_PAGE) % LARGE_PAGE;
    if (before)
        munmap(start, before);
    if (before < LARGE_PAGE)
        munmap(start + before + size, LARGE_PAGE - before);
#ifdef MADV_HUGEPAGE
    madvise(start + before, size, MADV_HUGEPAGE); /* a hint; refused, it changes nothing */
#endif
    Block *block = (Block *)(void *)(start + before);
    *block = (Block){previous, HEADER, size};
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

void arena_destroy(Arena *arena)
{
    if (!arena)
        return;
    for (Block *block = arena->block; block;) {
        Block *previous = block->previous;
        munmap(block, block->size);
        block = previous;
    }
    free(arena);
}

void *arena_allocate(Arena *arena, size_t bytes)
{
    if (bytes > SIZE_MAX / 4)
        longjmp(*arena->out_of_memory, 1);
    size_t rounded = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    Block *block = arena->block;
    if (block->size - block->used < rounded) {
        size_t twice = block->size * 2, needed = HEADER + rounded;
        block = block_create(arena->block, twice > needed ? twice : needed);
        if (!block)
            longjmp(*arena->out_of_memory, 1);
        arena->block = block;
    }
    void *memory = (char *)block + block->used;
    block->used += rounded;
    return memory;
}

void *arena_allocate_array(Arena *arena, size_t size, size_t count)
{
    if (count && size > SIZE_MAX / 4 / count)
        longjmp(*arena->out_of_memory, 1);
    return arena_allocate(arena, size * count);
}

void *arena_grow(Arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    size_t wider = *capacity ? *capacity * 2 : 8;
    void *moved = arena_allocate_array(arena, size, wider);
    if (count)
        memcpy(moved, items, count * size);
    *capacity = wider;
    return moved;
}
