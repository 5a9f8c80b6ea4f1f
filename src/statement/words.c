#include "statement/words.h"

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

/* Which of eight bytes of ASCII are within [first, last]: the highest bit of each. */
static inline uint64_t bytes_within(uint64_t eight, char first, char last)
{
    return (eight + each_byte * (uint8_t)(0x80 - first)) & ~(eight + each_byte * (uint8_t)(0x7F - last)) & each_byte * 0x80;
}

/* Copies in lower case as long as eight bytes together are letters, figures and single blanks; how many bytes it copied. */
static inline size_t words_copy(char *out, char before, Text text)
{
    size_t i = 0;
    for (; i + EIGHT <= text.length; i += EIGHT) {
        uint64_t eight = eight_at(text.start + i), lower = eight | each_byte * 0x20;
        uint64_t blanks = bytes_within(eight, ' ', ' '), words = bytes_within(lower, 'a', 'z') | bytes_within(eight, '0', '9');
        if (eight & each_byte * 0x80 || (words | blanks) != each_byte * 0x80 || blanks & (blanks << 8 | (before == ' ' ? 0x80 : 0)))
            break;
        eight_put(out + i, lower);
        before = out[i + EIGHT - 1];
    }
    return i;
}

Text words_normalise(Arena *arena, Text text)
{
    char *out = arena_allocate(arena, text.length + 2);
    size_t length = 1;
    out[0] = ' ';
    for (size_t i = 0; i < text.length;) {
        size_t copied = words_copy(out + length, out[length - 1], text_slice(text, i, text.length));
        i += copied;
        length += copied;
        for (char c; i < text.length && (c = word_letter(text.start[i])); i++)
            out[length++] = c;
        size_t apostrophe = i < text.length ? apostrophe_length(text, i) : 0;
        if (!apostrophe && out[length - 1] != ' ')
            out[length++] = ' ';
        i += apostrophe ? apostrophe : 1;
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
static inline size_t bucket_of(char c)
{
    unsigned letter = (unsigned)(unsigned char)c - 'a';
    return letter < BUCKETS - 1 ? letter : BUCKETS - 1;
}

/* The lists of which a phrase stands at a blank of the text. Its second letter tells most phrases of a bucket apart. */
static inline uint32_t lists_at(const Phrases *phrases, Text normalised, size_t at)
{
    uint32_t lists = 0;
    if (at + 2 >= normalised.length)
        return 0;
    size_t bucket = bucket_of(normalised.start[at + 1]);
    if (!(phrases->seconds[bucket] >> bucket_of(normalised.start[at + 2]) & 1))
        return 0;
    for (size_t p = phrases->first[bucket]; p < phrases->first[bucket + 1]; p++) {
        Text phrase = phrases->items[p].text;
        if (phrase.length <= normalised.length - at && phrase.start[2] == normalised.start[at + 2] &&
            memcmp(normalised.start + at, phrase.start, phrase.length) == 0)
            lists |= phrases->items[p].list;
    }
    return lists;
}

size_t phrases_first(const Phrases *phrases, Text normalised, size_t from)
{
    for (size_t i = from; i + 1 < normalised.length; i++)
        if (normalised.start[i] == ' ' && lists_at(phrases, normalised, i))
            return i;
    return normalised.length;
}

/* The next blank. In normalised text a figure has the bit 16, a letter the bit 64, and a blank neither; eight bytes are looked at together. */
static inline size_t word_end(Text normalised, size_t i)
{
    for (; i + EIGHT <= normalised.length; i += EIGHT) {
        uint64_t eight = eight_at(normalised.start + i), blanks = ~(eight | eight << 2) & each_byte * 0x40;
        if (blanks)
            return i + (size_t)__builtin_ctzll(blanks) / 8;
    }
    while (i < normalised.length && normalised.start[i] != ' ')
        i++;
    return i;
}

uint32_t phrases_found(const Phrases *phrases, Text normalised)
{
    uint32_t lists = 0;
    for (size_t i = 0; i + 1 < normalised.length && lists != phrases->lists;) {
        lists |= lists_at(phrases, normalised, i);
        i = word_end(normalised, i + 1);
    }
    return lists;
}

uint32_t phrases_begin(const Phrases *phrases, Text normalised)
{
    return normalised.length > 1 ? lists_at(phrases, normalised, 0) : 0;
}

bool phrases_may_begin(const Phrases *phrases, Text text)
{
    size_t first = 0;
    while (first < text.length && !word_letter(text.start[first]))
        first++;
    if (first + 1 >= text.length || apostrophe_length(text, first + 1))
        return true;
    char second = word_letter(text.start[first + 1]);
    return phrases->seconds[bucket_of(word_letter(text.start[first]))] >> bucket_of(second ? second : ' ') & 1;
}

bool phrases_end(const Phrases *phrases, Text normalised)
{
    for (size_t i = 0; i < phrases->count; i++)
        if (text_ends_with(normalised, phrases->items[i].text))
            return true;
    return false;
}

/* --- reading them --- */

typedef struct {
    Text *items;
    size_t count;
} Texts;

static bool texts_read(Texts *out, Run *run, const Setting *group, Text name)
{
    *out = (Texts){0};
    bool good = setting_read_phrases(&out->items, &out->count, run, group, text_zero_terminated(run->arena, name));
    size_t kept = 0;
    for (size_t i = 0; good && i < out->count; i++) {
        Text phrase = words_normalise(run->arena, out->items[i]);
        if (phrase.length > 2)
            out->items[kept++] = phrase;
    }
    out->count = kept;
    return good;
}

/* In two rounds: first the buckets are counted, then filled. */
static void buckets_fill(Phrases *out, const Texts lists[], size_t count)
{
    uint16_t next[BUCKETS + 1] = {0};
    for (size_t list = 0; list < count; list++)
        for (size_t i = 0; i < lists[list].count; i++)
            next[bucket_of(lists[list].items[i].start[1]) + 1]++;
    for (size_t bucket = 0; bucket < BUCKETS; bucket++)
        next[bucket + 1] = (uint16_t)(next[bucket + 1] + next[bucket]);
    memcpy(out->first, next, sizeof next);
    for (size_t list = 0; list < count; list++)
        for (size_t i = 0; i < lists[list].count; i++) {
            Text phrase = lists[list].items[i];
            size_t at = next[bucket_of(phrase.start[1])]++;
            out->items[at].text = phrase;
            out->seconds[bucket_of(phrase.start[1])] |= (uint32_t)1 << bucket_of(phrase.start[2]);
            out->items[at].list = (uint32_t)1 << list;
            out->lists |= (uint32_t)1 << list;
        }
}

bool phrases_read_lists(Phrases *out, Run *run, const Setting *group, const Text names[], size_t count)
{
    Texts lists[LISTS_MOST];
    bool good = true;
    *out = (Phrases){0};
    for (size_t i = 0; i < count; i++) {
        good &= texts_read(&lists[i], run, group, names[i]);
        out->count += lists[i].count;
    }
    out->items = arena_allocate_array(run->arena, sizeof *out->items, out->count);
    buckets_fill(out, lists, count);
    return good;
}

bool phrases_read(Phrases *out, Run *run, const Setting *group, const char *name)
{
    Text only = text_of(name);
    return phrases_read_lists(out, run, group, &only, 1);
}

bool phrases_equal(const Phrases *phrases, Text normalised)
{
    for (size_t i = 0; i < phrases->count; i++)
        if (text_equal(phrases->items[i].text, normalised))
            return true;
    return false;
}
