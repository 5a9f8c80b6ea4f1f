#include "statement/words.h"

#include <string.h>

Text words_normalise(Arena *arena, Text text)
{
    char *out = arena_allocate(arena, text.length + 2);
    size_t length = 1;
    out[0] = ' ';
    for (size_t i = 0; i < text.length; i++) {
        char c = char_lower(text.start[i]);
        if (char_is_letter(c) || char_is_digit(c))
            out[length++] = c;
        else if (c != '\'' && out[length - 1] != ' ')
            out[length++] = ' ';
    }
    if (out[length - 1] != ' ')
        out[length++] = ' ';
    return (Text){out, length};
}

static bool phrase_found(Text phrase, Text normalised)
{
    const char *at = normalised.start, *end = normalised.start + normalised.length;
    while ((size_t)(end - at) >= phrase.length) {
        if (memcmp(at, phrase.start, phrase.length) == 0)
            return true;
        at = memchr(at + 1, ' ', (size_t)(end - at - 1));
        if (!at)
            return false;
    }
    return false;
}

bool phrases_found(const Phrases *phrases, Text normalised)
{
    for (size_t i = 0; i < phrases->count; i++)
        if (phrase_found(phrases->items[i], normalised))
            return true;
    return false;
}

bool phrases_begin(const Phrases *phrases, Text normalised)
{
    for (size_t i = 0; i < phrases->count; i++)
        if (text_starts_with(normalised, phrases->items[i]))
            return true;
    return false;
}

bool phrases_end(const Phrases *phrases, Text normalised)
{
    for (size_t i = 0; i < phrases->count; i++)
        if (text_ends_with(normalised, phrases->items[i]))
            return true;
    return false;
}

bool phrases_have_word(const Phrases *phrases, Text word)
{
    for (size_t i = 0; i < phrases->count; i++)
        if (text_equal(text_slice(phrases->items[i], 1, phrases->items[i].length - 1), word))
            return true;
    return false;
}

bool phrases_read(Phrases *out, Run *run, const Setting *group, const char *name)
{
    if (!setting_read_texts(&out->items, &out->count, run, group, name))
        return false;
    for (size_t i = 0; i < out->count; i++)
        out->items[i] = words_normalise(run->arena, out->items[i]);
    return true;
}
