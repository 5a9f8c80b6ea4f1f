#include "report/writer.h"

static const Writer *const writers[] = {&writer_text, &writer_csv, &writer_json};
enum { WRITERS = sizeof writers / sizeof *writers };

const Writer *writer_find(Text name)
{
    for (size_t i = 0; i < WRITERS; i++)
        if (text_equal(name, text_of(writers[i]->name)))
            return writers[i];
    return NULL;
}

Text writer_names(Arena *arena)
{
    TextBuilder out = {.arena = arena};
    for (size_t i = 0; i < WRITERS; i++)
        text_append_format(&out, "%s%s", i ? ", " : "", writers[i]->name);
    return text_builder_text(&out);
}
