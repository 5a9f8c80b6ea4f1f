#include "statement/words.h"

#include <stdlib.h>
#include <string.h>

const char word_letters[256] = {
    ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6', ['7'] = '7', ['8'] = '8', ['9'] = '9',
    ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd', ['E'] = 'e', ['F'] = 'f', ['G'] = 'g', ['H'] = 'h', ['I'] = 'i', ['J'] = 'j',
    ['K'] = 'k', ['L'] = 'l', ['M'] = 'm', ['N'] = 'n', ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q', ['R'] = 'r', ['S'] = 's', ['T'] = 't',
    ['U'] = 'u', ['V'] = 'v', ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y', ['Z'] = 'z',
    ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd', ['e'] = 'e', ['f'] = 'f', ['g'] = 'g', ['h'] = 'h', ['i'] = 'i', ['j'] = 'j',
    ['k'] = 'k', ['l'] = 'l', ['m'] = 'm', ['n'] = 'n', ['o'] = 'o', ['p'] = 'p', ['q'] = 'q', ['r'] = 'r', ['s'] = 's', ['t'] = 't',
    ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y', ['z'] = 'z',
};

size_t apostrophe_length(Text text, size_t i)
{
    const unsigned char *c = (const unsigned char *)text.start + i;
    if (c[0] == '\'' || c[0] == 0x92)
        return 1;
    return c[0] == 0xE2 && i + 2 < text.length && c[1] == 0x80 && c[2] == 0x99 ? 3 : 0;
}

Text words_normalise(Arena *arena, Text text)
{
    char *out = arena_allocate(arena, text.length + 2);
    size_t length = 1;
    out[0] = ' ';
    for (size_t i = 0; i < text.length; i++) {
        char c = word_letter(text.start[i]);
        size_t apostrophe = c ? 0 : apostrophe_length(text, i);
        if (c)
            out[length++] = c;
        else if (apostrophe)
            i += apostrophe - 1;
        else if (out[length - 1] != ' ')
            out[length++] = ' ';
    }
    if (out[length - 1] != ' ')
        out[length++] = ' ';
    return (Text){out, length};
}

bool text_is_capitals(Text text)
{
    size_t letters = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (char_is_lower(text.start[i]))
            return false;
        letters += char_is_upper(text.start[i]);
    }
    return letters >= 4;
}

/* Letters have a bucket each; figures and the rest share the last. */
static size_t bucket_of(char c)
{
    return char_is_lower(c) ? (size_t)(c - 'a') : BUCKETS - 1;
}

/* Its second letter tells most phrases of a bucket apart. */
static inline bool phrase_stands(Text phrase, Text normalised, size_t at)
{
    return phrase.length <= normalised.length - at && phrase.start[2] == normalised.start[at + 2] &&
           memcmp(normalised.start + at, phrase.start, phrase.length) == 0;
}

size_t phrases_first(const Phrases *phrases, Text normalised, size_t from)
{
    for (size_t i = from; i + 1 < normalised.length; i++) {
        if (normalised.start[i] != ' ')
            continue;
        size_t bucket = bucket_of(normalised.start[i + 1]);
        for (size_t p = phrases->first[bucket]; p < phrases->first[bucket + 1]; p++) {
            if (phrase_stands(phrases->items[p], normalised, i))
                return i;
        }
    }
    return normalised.length;
}

bool phrases_found(const Phrases *phrases, Text normalised)
{
    return phrases_first(phrases, normalised, 0) < normalised.length;
}

bool phrases_begin(const Phrases *phrases, Text normalised)
{
    size_t bucket = normalised.length > 1 ? bucket_of(normalised.start[1]) : 0;
    for (size_t p = phrases->first[bucket]; normalised.length > 1 && p < phrases->first[bucket + 1]; p++)
        if (phrase_stands(phrases->items[p], normalised, 0))
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
    size_t bucket = word.length ? bucket_of(char_lower(word.start[0])) : 0;
    for (size_t p = phrases->first[bucket]; p < phrases->first[bucket + 1]; p++) {
        Text phrase = phrases->items[p];
        if (phrase.length == word.length + 2 && memcmp(phrase.start + 1, word.start, word.length) == 0)
            return true;
    }
    return false;
}

static int phrase_order(const void *a, const void *b)
{
    size_t left = bucket_of(((const Text *)a)->start[1]), right = bucket_of(((const Text *)b)->start[1]);
    return (left > right) - (left < right);
}

bool phrases_read(Phrases *out, Run *run, const Setting *group, const char *name)
{
    if (!setting_read_texts(&out->items, &out->count, run, group, name))
        return false;
    size_t kept = 0;
    for (size_t i = 0; i < out->count; i++) {
        Text phrase = words_normalise(run->arena, out->items[i]);
        if (phrase.length > 2)
            out->items[kept++] = phrase;
    }
    out->count = kept;
    if (kept)
        qsort(out->items, kept, sizeof *out->items, phrase_order);
    for (size_t bucket = 0, i = 0; bucket <= BUCKETS; bucket++) {
        while (i < kept && bucket_of(out->items[i].start[1]) < bucket)
            i++;
        out->first[bucket] = (uint16_t)i;
    }
    return true;
}
