/* statement/words: phrases found in printed text whatever its case and punctuation.
 *
 * In:       text as printed; phrases of a configuration file.
 * Out:      text in one form, in which a phrase is found by comparing bytes.
 * Includes: base. */
#ifndef PROFORMA_STATEMENT_WORDS_H
#define PROFORMA_STATEMENT_WORDS_H

#include "base/settings.h"

enum { BUCKETS = 27, LISTS_MOST = 8 };

/* One list of phrases, or several that are looked for at the same time. Each phrase stands between blanks, in lower case, so that only whole
 * words are found. They are in the order of their first letters. */
typedef struct {
    struct {
        Text text;
        uint32_t list; /* 1 << the number of its list */
    } *items;
    size_t count;
    uint32_t lists;              /* all that have a phrase */
    uint16_t first[BUCKETS + 1]; /* by first letter: the first such phrase; where the next letter's begin */
    uint32_t seconds[BUCKETS];   /* by first letter: the second letters of its phrases, 1 << bucket each */
} Phrases;

/* The lower-case letter or the digit that a byte stands for in a word; 0 when it parts words. */
extern const char word_letters[256];
static inline char word_letter(char c) { return word_letters[(unsigned char)c]; }

/* Of the apostrophe that stands there, of ASCII, of Windows-1252 or of UTF-8; 0 when none does. */
size_t apostrophe_length(Text text, size_t at);

/* " net income loss per share ": lower-case words and figures between single blanks, and a blank at either end. */
Text words_normalise(Arena *arena, Text text);

/* No lower-case letter, and more than an abbreviation. */
bool text_is_capitals(Text text);

/* A list of a configuration file, each phrase normalised. */
bool phrases_read(Phrases *out, Run *run, const Setting *group, const char *name);
/* Several lists, numbered as they are named. */
bool phrases_read_lists(Phrases *out, Run *run, const Setting *group, const Text names[], size_t count);

/* These take normalised text. The first two give the lists of which a phrase is found, 1 << number each; 1 for the only list, 0 for none. */
uint32_t phrases_found(const Phrases *phrases, Text normalised);
uint32_t phrases_begin(const Phrases *phrases, Text normalised);
/* False when, by its first two letters, no phrase can begin the text, which is not normalised yet. */
bool phrases_may_begin(const Phrases *phrases, Text text);
/* Where the first of them begins; the length of the text when none is found. */
size_t phrases_first(const Phrases *phrases, Text normalised, size_t from);
bool phrases_end(const Phrases *phrases, Text normalised);
/* Is the whole text one of them? */
bool phrases_equal(const Phrases *phrases, Text normalised);

#endif
