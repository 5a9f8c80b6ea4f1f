#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 256 * 1024, ALIGNMENT = 16 };

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

static Block *block_create(Block *previous, size_t size)
{
    Block *block = calloc(1, HEADER + size);
    if (block) {
        block->previous = previous;
        block->size = size;
    }
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
        free(block);
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
        size_t size = block->size * 2;
        block = block_create(arena->block, size > rounded ? size : rounded);
        if (!block)
            longjmp(*arena->out_of_memory, 1);
        arena->block = block;
    }
    void *memory = (char *)block + HEADER + block->used;
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
