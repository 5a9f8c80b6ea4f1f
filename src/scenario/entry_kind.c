#include "scenario/entry_kind.h"

#include "base/suggest.h"

const EntryKind *entry_kind_find(EntryKinds kinds, Text name)
{
    for (; *kinds; kinds++)
        if (text_equal(text_of((*kinds)->name), name))
            return *kinds;
    return NULL;
}

size_t entry_key_count(const EntryKey *keys)
{
    size_t count = 0;
    while (keys && keys[count].name)
        count++;
    return count;
}

size_t entry_figure_count(const EntryFigure *figures)
{
    size_t count = 0;
    while (figures && figures[count].name)
        count++;
    return count;
}

Text entry_kind_suggest(Arena *arena, EntryKinds kinds, Text name)
{
    size_t count = 0;
    while (kinds[count])
        count++;
    Text *names = arena_array(arena, Text, count);
    for (size_t i = 0; i < count; i++)
        names[i] = text_of(kinds[i]->name);
    return suggest_among(arena, name, names, count);
}
