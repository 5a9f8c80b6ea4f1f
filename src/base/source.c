#include "base/source.h"

#include <string.h>

const Source *source_at(const Sources *sources, uint32_t number)
{
    return number >= 1 && number <= sources->count ? sources->items[number - 1] : NULL;
}

Source *source_add(Sources *sources, Arena *arena, Text name, Text path, Text bytes)
{
    Source *source = arena_new(arena, Source);
    *list_push(arena, sources) = source;
    source->name = name;
    source->path = path;
    source->bytes = bytes;
    source->number = (uint32_t)sources->count;
    return source;
}

static void line_map_make(Source *source, Arena *arena)
{
    struct {
        uint32_t *items;
        size_t count, capacity;
    } starts = {0};
    *list_push(arena, &starts) = 0;
    for (size_t at = 0; (at = text_find_char(source->bytes, '\n', at)) < source->bytes.length; at++)
        *list_push(arena, &starts) = (uint32_t)at + 1; /* the newest memory, so it grows where it stands */
    source->line_starts = starts.items;
    source->line_count = (uint32_t)starts.count;
}

void sources_settle(Sources *sources, Arena *arena)
{
    for (size_t i = 0; i < sources->count; i++)
        if (!sources->items[i]->line_starts)
            line_map_make(sources->items[i], arena);
}

uint32_t source_line(const Source *source, Arena *arena, uint32_t offset)
{
    if (!source->line_starts)
        line_map_make((Source *)source, arena); /* a cache: the source means the same with and without it */
    uint32_t low = 0, high = source->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (source->line_starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low + 1;
}

Location source_locate(const Sources *sources, Arena *arena, Place place)
{
    const Source *source = source_at(sources, place.source);
    if (!source)
        return (Location){.name = TEXT("")};
    uint32_t line = source_line(source, arena, place.start);
    uint32_t start = source->line_starts[line - 1];
    Text rest = text_slice(source->bytes, start, source->bytes.length);
    Text text = text_slice(rest, 0, text_find_char(rest, '\n', 0));
    if (text_ends_with(text, TEXT("\r")))
        text.length--;
    return (Location){source->name, line, place.start - start + 1, text};
}

Text source_text(const Sources *sources, Place place)
{
    const Source *source = source_at(sources, place.source);
    return source ? text_slice(source->bytes, place.start, place.end) : TEXT("");
}
