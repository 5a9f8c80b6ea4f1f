/* statement/words: phrases found in printed text whatever its case and punctuation.
 *
 * In:       text as printed; phrases of a configuration file.
 * Out:      text in one form, in which a phrase is found by comparing bytes.
 * Includes: base. */
#ifndef PROFORMA_STATEMENT_WORDS_H
#define PROFORMA_STATEMENT_WORDS_H

#include "base/settings.h"

enum { BUCKETS = 27 };

/* Each phrase stands between blanks, in lower case, so that only whole words are found. They are in the order of their first letters. */
typedef struct {
    Text *items;
    size_t count;
    uint16_t first[BUCKETS + 1]; /* by first letter: the first such phrase; where the next letter's begin */
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

/* These take normalised text. */
bool phrases_found(const Phrases *phrases, Text normalised);
/* Where the first of them begins; the length of the text when none is found. */
size_t phrases_first(const Phrases *phrases, Text normalised, size_t from);
bool phrases_begin(const Phrases *phrases, Text normalised);
bool phrases_end(const Phrases *phrases, Text normalised);
bool phrases_have_word(const Phrases *phrases, Text word); /* a single lower-case word */

#endif
