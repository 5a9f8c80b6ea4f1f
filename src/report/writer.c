#include "report/writer.h"

#include "base/suggest.h"

static const Writer *const writers[] = {&writer_text, &writer_csv, &writer_json};
enum { WRITERS = sizeof writers / sizeof *writers };

const Writer *writer_find(Text name)
{
    for (size_t i = 0; i < WRITERS; i++)
        if (text_equal(name, text_of(writers[i]->name)))
            return writers[i];
    return NULL;
}

Text writer_suggest(Arena *arena, Text name)
{
    Text names[WRITERS];
    for (size_t i = 0; i < WRITERS; i++)
        names[i] = text_of(writers[i]->name);
    return suggest_among(arena, name, names, WRITERS);
}
