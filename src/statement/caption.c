/* Reading order: words (singular, ignored, synonyms), captions made of them, the index of captions, its look-up. */
#include "statement/caption.h"

#include "statement/words.h"

#include <string.h>

/* Words that stand for others when they come one after the other; kept with the last of them. */
typedef struct Phrase {
    Text from, to; /* normalised; from ends with the word that keeps it */
    struct Phrase *next;
} Phrase;

typedef struct {
    Text text; /* empty: the slot is free */
    bool ignored;
    Phrase *phrases; /* the longest first */
} Word;

typedef struct {
    Text caption, section; /* section empty: under any heading */
    uint32_t hash;
    LineId line;
    uint8_t statement;
    bool used, prefix;
} Entry;

struct CaptionIndex {
    Word *words;
    Entry *entries;
    size_t word_count, word_capacity, entry_count, entry_capacity; /* capacities are powers of two, never more than half full */
    Text *droppable;
    size_t droppable_count;
    struct {
        Text *items;
        size_t count, capacity;
    } open_sections; /* sections that end with "*" */
};

enum { FEWEST_SLOTS = 512, MOST_WORDS = 48, MOST_BYTES = 512, DEEPEST = 4 };

/* The result depends on the order of bytes in a number, but nothing that is kept or printed depends on the result. */
static uint32_t hash_text(uint32_t hash, Text text)
{
    const uint64_t mixer = 0x9E3779B97F4A7C15u;
    uint64_t mixed = (hash ^ text.length) * mixer, part = 0;
    for (; text.length >= sizeof part; text.start += sizeof part, text.length -= sizeof part) {
        memcpy(&part, text.start, sizeof part);
        mixed = (mixed ^ mixed >> 29 ^ part) * mixer;
    }
    part = 0;
    for (size_t i = 0; i < text.length; i++)
        part = part << 8 | (uint8_t)text.start[i];
    mixed = (mixed ^ mixed >> 29 ^ part) * mixer;
    return (uint32_t)(mixed >> 32);
}

static const uint32_t hash_start = 2166136261u;

/* --- words --- */

static Word *word_slot(const struct CaptionIndex *index, Text text)
{
    size_t mask = index->word_capacity - 1;
    size_t at = hash_text(hash_start, text) & mask;
    while (index->words[at].text.length && !text_equal(index->words[at].text, text))
        at = (at + 1) & mask;
    return &index->words[at];
}

static Word *word_add(struct CaptionIndex *index, Arena *arena, Text text)
{
    if (2 * (index->word_count + 1) > index->word_capacity) {
        struct CaptionIndex larger = *index;
        larger.word_capacity = 2 * index->word_capacity;
        larger.words = arena_array(arena, Word, larger.word_capacity);
        for (size_t i = 0; i < index->word_capacity; i++)
            if (index->words[i].text.length)
                *word_slot(&larger, index->words[i].text) = index->words[i];
        *index = larger;
    }
    Word *word = word_slot(index, text);
    index->word_count += word->text.length == 0;
    word->text = text;
    return word;
}

/* A caption that is being made: words with one blank between them. */
typedef struct {
    const struct CaptionIndex *index;
    char bytes[MOST_BYTES];
    size_t length, starts[MOST_WORDS], count;
} Making;

static Text made_from(const Making *making, size_t start)
{
    return (Text){making->bytes + start, making->length - start};
}

static bool ends_with_words(const Making *making, Text words)
{
    Text made = made_from(making, 0);
    return text_ends_with(made, words) && (made.length == words.length || made.start[made.length - words.length - 1] == ' ');
}

static void words_push(Making *making, Text words, int depth);

/* The caption's last words, if a synonym stands for them, become that. */
static void synonym_apply(Making *making, const Word *last, int depth)
{
    for (const Phrase *phrase = last->phrases; phrase && depth < DEEPEST; phrase = phrase->next) {
        if (!ends_with_words(making, phrase->from))
            continue;
        making->length -= phrase->from.length;
        while (making->count && making->starts[making->count - 1] >= making->length)
            making->count--;
        if (making->length)
            making->length--; /* the blank in front */
        words_push(making, phrase->to, depth + 1);
        return;
    }
}

static void word_push(Making *making, Text word, int depth)
{
    const Word *known = word_slot(making->index, word);
    if (known->ignored || making->count == MOST_WORDS || making->length + word.length + 1 > MOST_BYTES)
        return;
    if (making->length)
        making->bytes[making->length++] = ' ';
    making->starts[making->count++] = making->length;
    memcpy(making->bytes + making->length, word.start, word.length);
    making->length += word.length;
    synonym_apply(making, known, depth);
}

static void words_push(Making *making, Text words, int depth)
{
    for (size_t from = 0; from < words.length;) {
        size_t to = text_find_char(words, ' ', from);
        word_push(making, text_slice(words, from, to), depth);
        from = to + 1;
    }
}

/* "sses", "xes", "ches", "shes" */
static bool is_longer_plural(const char *end)
{
    if (end[-2] != 'e')
        return false;
    return end[-3] == 'x' || (end[-3] == 's' && end[-4] == 's') || (end[-3] == 'h' && (end[-4] == 'c' || end[-4] == 's'));
}

/* Filings differ in number more often than a difference in number means another line. Changes the word's bytes. */
static Text word_singular(char *bytes, size_t length)
{
    Text word = {bytes, length};
    if (length < 4 || bytes[length - 1] != 's')
        return word;
    char before = bytes[length - 2];
    if (before == 's' || before == 'u' || before == 'i')
        return word;
    if (length > 4 && before == 'e' && bytes[length - 3] == 'i') {
        bytes[length - 3] = 'y';
        return text_slice(word, 0, length - 2);
    }
    return text_slice(word, 0, length - (is_longer_plural(bytes + length) ? 2 : 1));
}

/* --- captions --- */

static void caption_read(Making *making, Text caption, bool with_parentheses)
{
    char word[MOST_BYTES];
    size_t length = 0;
    for (size_t i = 0; i < caption.length;) {
        for (char letter; i < caption.length && length < sizeof word && (letter = word_letter(caption.start[i])); i++)
            word[length++] = letter;
        if (i == caption.length)
            break;
        size_t skip = length ? apostrophe_length(caption, i) : 0;
        if (!skip && length) {
            word_push(making, word_singular(word, length), 0);
            length = 0;
        }
        size_t close = caption.start[i] == '(' && !with_parentheses ? text_find_char(caption, ')', i) : caption.length;
        i = close < caption.length ? close + 1 : i + (skip ? skip : 1);
    }
    if (length)
        word_push(making, word_singular(word, length), 0);
}

static void caption_make(Making *making, const struct CaptionIndex *index, Text caption)
{
    making->index = index;
    making->length = making->count = 0;
    caption_read(making, caption, false);
    if (making->length == 0)
        caption_read(making, caption, true); /* "(Loss)" alone */
}

static Text caption_made(const struct CaptionIndex *index, Arena *arena, Text caption)
{
    Making making;
    caption_make(&making, index, caption);
    return text_copy(arena, made_from(&making, 0));
}

Text caption_normalise(const Chart *chart, Arena *arena, Text caption)
{
    return caption_made(chart->captions, arena, caption);
}

/* --- the words of the chart --- */

static void synonym_add(struct CaptionIndex *index, Arena *arena, Text from, Text to)
{
    Making making;
    caption_make(&making, index, from);
    if (making.count == 0)
        return;
    Text last = text_copy(arena, made_from(&making, making.starts[making.count - 1]));
    Phrase *phrase = arena_new(arena, Phrase);
    *phrase = (Phrase){.from = text_copy(arena, made_from(&making, 0)), .to = to};
    Phrase **at = &word_add(index, arena, last)->phrases;
    while (*at && (*at)->from.length >= phrase->from.length)
        at = &(*at)->next;
    phrase->next = *at;
    *at = phrase;
}

static bool synonyms_read(struct CaptionIndex *index, Run *run, const Setting *synonyms)
{
    for (size_t i = 0; synonyms && i < synonyms->count; i++) {
        const Setting *setting = &synonyms->children[i];
        char *name = (char *)text_copy(run->arena, setting->name).start;
        for (size_t j = 0; j < setting->name.length; j++)
            name[j] = name[j] == '_' ? ' ' : name[j];
        Text to = caption_made(index, run->arena, (Text){name, setting->name.length}), *from = NULL;
        size_t count = 0;
        if (!setting_read_phrases(&from, &count, run, synonyms, text_zero_terminated(run->arena, setting->name)))
            return false;
        for (size_t j = 0; j < count; j++)
            synonym_add(index, run->arena, from[j], to);
    }
    return true;
}

bool captions_create(struct CaptionIndex **out, Run *run, const Setting *root)
{
    struct CaptionIndex *index = arena_new(run->arena, struct CaptionIndex);
    index->word_capacity = FEWEST_SLOTS;
    index->words = arena_array(run->arena, Word, index->word_capacity);
    index->entry_capacity = 2 * FEWEST_SLOTS;
    index->entries = arena_array(run->arena, Entry, index->entry_capacity);
    Text *ignored = NULL;
    size_t count = 0;
    if (!setting_read_phrases(&ignored, &count, run, root, "ignored") ||
        !setting_read_phrases(&index->droppable, &index->droppable_count, run, root, "droppable"))
        return false;
    for (size_t i = 0; i < count; i++)
        word_add(index, run->arena, ignored[i])->ignored = true;
    if (!synonyms_read(index, run, setting_find(root, "synonyms")))
        return false;
    for (size_t i = 0; i < index->droppable_count; i++)
        index->droppable[i] = caption_made(index, run->arena, index->droppable[i]);
    *out = index;
    return true;
}

/* --- the index --- */

static bool entry_same(const Entry *a, const Entry *b)
{
    return a->hash == b->hash && a->statement == b->statement && a->prefix == b->prefix && text_equal(a->caption, b->caption) &&
           text_equal(a->section, b->section);
}

/* The entry, or the free slot where it would stand; gives `wanted` its hash. */
static Entry *entry_slot(const struct CaptionIndex *index, Entry *wanted)
{
    uint32_t hash = (hash_start ^ (uint32_t)(2 * wanted->statement + wanted->prefix)) * 16777619u;
    hash = hash_text(hash_text(hash, wanted->section) * 16777619u, wanted->caption);
    wanted->hash = hash ^ hash >> 15;
    size_t mask = index->entry_capacity - 1, at = wanted->hash & mask;
    while (index->entries[at].used && !entry_same(&index->entries[at], wanted))
        at = (at + 1) & mask;
    return &index->entries[at];
}

static void entries_enlarge(struct CaptionIndex *index, Arena *arena)
{
    struct CaptionIndex larger = *index;
    larger.entry_capacity = 2 * index->entry_capacity;
    larger.entries = arena_array(arena, Entry, larger.entry_capacity);
    for (size_t i = 0; i < index->entry_capacity; i++) {
        Entry entry = index->entries[i];
        if (entry.used)
            *entry_slot(&larger, &entry) = entry;
    }
    *index = larger;
}

/* Cuts a "*" at the end off. */
static bool star_cut(Text *text)
{
    *text = text_trim(*text);
    if (!text_ends_with(*text, TEXT("*")))
        return false;
    *text = text_slice(*text, 0, text->length - 1);
    return true;
}

Text caption_section(struct CaptionIndex *index, Arena *arena, Text written)
{
    bool open = star_cut(&written);
    Text section = caption_made(index, arena, written);
    bool known = !open;
    for (size_t i = 0; i < index->open_sections.count; i++)
        known |= text_equal(index->open_sections.items[i], section);
    if (!known)
        *list_push(arena, &index->open_sections) = section;
    return section;
}

bool caption_add(Run *run, Chart *chart, LineId line, Text written, Text section, Place place)
{
    struct CaptionIndex *index = chart->captions;
    size_t colon = text_find_char(written, ':', 0);
    if (colon < written.length) {
        section = caption_section(index, run->arena, text_slice(written, 0, colon));
        written = text_slice(written, colon + 1, written.length);
    }
    Entry entry = {.line = line, .statement = chart->lines[line].statement, .used = true, .section = section};
    entry.prefix = star_cut(&written);
    entry.caption = caption_made(index, run->arena, written);
    if (2 * (index->entry_count + 1) > index->entry_capacity)
        entries_enlarge(index, run->arena);
    Entry *slot = entry_slot(index, &entry);
    if (slot->used && slot->line != line)
        return problem(run, PROBLEM_duplicate_key, place, "\"" TEXT_FORMAT "\" is a caption of " TEXT_FORMAT " and of " TEXT_FORMAT,
                       TEXT_ARGUMENTS(entry.caption), TEXT_ARGUMENTS(chart->lines[slot->line].name), TEXT_ARGUMENTS(chart->lines[line].name));
    index->entry_count += !slot->used;
    *slot = entry;
    return true;
}

/* --- the look-up --- */

/* The sections that a row's innermost heading is; the last one, empty, stands for "under any heading". */
typedef struct {
    const struct CaptionIndex *index;
    uint8_t statement;
    Text sections[4];
    size_t count;
} Search;

static bool begins_with_words(Text text, Text words)
{
    return text_starts_with(text, words) && (text.length == words.length || text.start[words.length] == ' ');
}

static void search_begin(Search *search, const struct CaptionIndex *index, uint8_t statement, Text heading)
{
    enum { MOST = sizeof search->sections / sizeof *search->sections };
    *search = (Search){.index = index, .statement = statement};
    if (heading.length)
        search->sections[search->count++] = heading;
    for (size_t i = 0; i < index->open_sections.count && search->count + 1 < MOST; i++)
        if (begins_with_words(heading, index->open_sections.items[i]))
            search->sections[search->count++] = index->open_sections.items[i];
    search->sections[search->count++] = TEXT("");
}

static LineId search_for(const Search *search, Text caption, bool prefix)
{
    for (size_t i = 0; i < search->count; i++) {
        Entry wanted = {.caption = caption, .section = search->sections[i], .statement = search->statement, .prefix = prefix};
        const Entry *entry = entry_slot(search->index, &wanted);
        if (entry->used)
            return entry->line;
    }
    return LINE_NONE;
}

static bool last_dropped(const struct CaptionIndex *index, Text *caption)
{
    for (size_t i = 0; i < index->droppable_count; i++) {
        Text word = index->droppable[i];
        if (!text_ends_with(*caption, word) || caption->length < word.length + 2 || caption->start[caption->length - word.length - 1] != ' ')
            continue;
        *caption = text_slice(*caption, 0, caption->length - word.length - 1);
        return true;
    }
    return false;
}

LineId chart_match(const Chart *chart, uint8_t statement, Text caption, const Text *headings, size_t heading_count)
{
    Search search;
    search_begin(&search, chart->captions, statement, heading_count ? headings[0] : TEXT(""));
    if (caption.length == 0)
        return LINE_NONE;
    Text shorter = caption;
    do {
        LineId line = search_for(&search, shorter, false);
        if (line != LINE_NONE)
            return line;
    } while (last_dropped(chart->captions, &shorter));
    for (size_t end = caption.length; end > 0; end--) {
        if (end < caption.length && caption.start[end] != ' ')
            continue;
        LineId line = search_for(&search, text_slice(caption, 0, end), true);
        if (line != LINE_NONE)
            return line;
    }
    return LINE_NONE;
}
