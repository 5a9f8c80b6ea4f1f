#include "model/saying.h"

#include "base/amount.h"

#include <math.h>
#include <string.h>

static void add_words(Arena *arena, Saying *saying, const char *words, va_list arguments)
{
    for (;;) {
        const char *mark = strchr(words, '#');
        size_t length = mark ? (size_t)(mark - words) : strlen(words);
        if (length)
            *list_push(arena, saying) = (SayingPart){.as = 't', .text = {words, length}};
        if (!mark)
            return;
        if (mark[1] == 't')
            *list_push(arena, saying) = (SayingPart){.as = 't', .text = va_arg(arguments, Text)};
        else
            *list_push(arena, saying) = (SayingPart){.as = mark[1], .slot = va_arg(arguments, Slot)};
        words = mark + 2;
    }
}

void saying_add(Arena *arena, Saying *saying, const char *words, ...)
{
    va_list arguments;
    va_start(arguments, words);
    add_words(arena, saying, words, arguments);
    va_end(arguments);
}

const Saying *saying_make(Arena *arena, Slot when, const char *words, va_list arguments)
{
    Saying *saying = arena_new(arena, Saying);
    saying->when = when;
    add_words(arena, saying, words, arguments);
    return saying;
}

/* As many decimals as the number has, up to `most`. */
static int decimals_of(double value, int most)
{
    double scale = 1;
    for (int decimals = 0; decimals < most; decimals++, scale *= 10)
        if (fabs(value * scale - round_half_away(value * scale)) < 1e-6)
            return decimals;
    return most;
}

Text saying_value(Arena *arena, char as, double value)
{
    int decimals = 0;
    if (!isfinite(value))
        return TEXT("not known");
    switch (as) {
    case 's': decimals = decimals_of(value, 3); break;
    case 'p': decimals = decimals_of(value, 4) < 2 ? 2 : decimals_of(value, 4); break;
    case 'r': decimals = decimals_of(value, 6); break;
    case 'c': return text_format(arena, TEXT_FORMAT "%%", TEXT_ARGUMENTS(amount_spoken(arena, value * 100, decimals_of(value * 100, 4))));
    default: break;
    }
    return amount_spoken(arena, value, decimals);
}

bool saying_holds(const Saying *saying, const double *values)
{
    return saying->when == SLOT_NONE || values[saying->when] != 0.0;
}

Text saying_text(Arena *arena, const Saying *saying, const double *values)
{
    TextBuilder out = {.arena = arena};
    for (size_t i = 0; i < saying->count; i++) {
        const SayingPart *part = &saying->items[i];
        text_append(&out, part->as == 't' ? part->text : saying_value(arena, part->as, part->slot == SLOT_NONE ? NAN : values[part->slot]));
    }
    return text_builder_text(&out);
}
