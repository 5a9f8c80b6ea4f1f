#include "base/suggest.h"

static size_t most_edits(Text name)
{
    return name.length < 3 ? 1 : name.length < 9 ? 2 : name.length / 3;
}

Text nearest_name(Text wanted, const Text *names, size_t count)
{
    Text nearest = TEXT("");
    size_t least = most_edits(wanted) + 1;
    for (size_t i = 0; i < count; i++) {
        size_t distance = text_distance(wanted, names[i]);
        if (distance < least) {
            least = distance;
            nearest = names[i];
        }
    }
    return nearest;
}

Text suggest(Arena *arena, Text near)
{
    return near.length ? text_format(arena, "; did you mean \"" TEXT_FORMAT "\"?", TEXT_ARGUMENTS(near)) : TEXT("");
}

Text suggest_among(Arena *arena, Text wanted, const Text *names, size_t count)
{
    Text near = nearest_name(wanted, names, count);
    TextBuilder out = {.arena = arena};
    if (near.length || count == 0)
        return suggest(arena, near);
    text_append(&out, count == 1 ? TEXT("; there is only ") : TEXT("; there are "));
    for (size_t i = 0; i < count; i++)
        text_append_format(&out, "%s" TEXT_FORMAT, i == 0 ? "" : i + 1 == count ? " and " : ", ", TEXT_ARGUMENTS(names[i]));
    return text_builder_text(&out);
}
