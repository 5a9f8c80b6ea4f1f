/* statement/reading: the words by which tables, columns and rows are known.
 *
 * In:       config/reading.cfg; the chart's statements.
 * Out:      lists of phrases.
 * Includes: base, statement/chart, statement/words. */
#ifndef PROFORMA_STATEMENT_READING_H
#define PROFORMA_STATEMENT_READING_H

#include "base/settings.h"
#include "statement/chart.h"
#include "statement/words.h"

enum { KINDS_MOST = LISTS_MOST, SCALE_WORDS = 4 };

/* What captions and headings say of their rows. */
enum { SAYS_share_counts = 1, SAYS_per_share = 2, SAYS_opening = 4, SAYS_closing = 8, SAYS_instants = 16 };

/* What the lines above a table say of its currency. */
enum { SAYS_dollars = 1, SAYS_foreign = 2 };

/* Phrases that tell what a table is; the kind of the first list counts. */
typedef struct {
    Phrases phrases;
    uint8_t kinds[KINDS_MOST]; /* of each list: index into chart->statements */
} KindPhrases;
typedef enum { LENGTH_none, LENGTH_months, LENGTH_weeks, LENGTH_quarters, LENGTH_years } LengthWord;

/* What a single word says of dates and in titles. */
typedef struct {
    Text word;         /* lower case */
    int number;        /* "nine"; 0 for any other word */
    LengthWord length; /* "months" */
    bool ended;        /* makes a length of the "quarter" or "year" before it */
    bool through;      /* parts the first from the last day of a period */
    bool small;        /* of titles and heads */
} KnownWord;

/* A scale, and the words that name it. */
typedef struct {
    uint8_t scale;   /* the power of ten */
    Phrases phrases; /* "in thousands" */
    Phrases marks;   /* "K": beside a dollar sign */
    Text spelled;    /* what a mark stands for, "in thousands" */
} ScaleWords;

typedef struct Reading {
    KindPhrases titles, first_captions;
    Phrases untitled, title_ends, parts, narrative, non_gaap, shares_in_ones, no_period, from_inception, at_instant, instant_captions;
    Phrases table_ends, remarks, valueless, connectives, continuations, total_starts, deductions, heading_noise;
    Phrases currencies; /* lists as of SAYS_dollars */
    Phrases measures, of_period;
    Phrases rows, cover, continued; /* rows: lists as of SAYS_ */
    ScaleWords units[SCALE_WORDS];
    Phrases unit_words, unit_leads, unit_exceptions; /* what a remark on the unit may hold, begin with, and make an exception with */
    Phrases unit_names, unit_others;                 /* words that make a remark one on the unit; the others of other currencies */
    struct {
        KnownWord *items;
        size_t count, capacity; /* slots: a power of two, never more than half of them taken */
    } words;
    uint32_t small_lengths[26]; /* by first letter: the lengths of the small words, 1 << length each, those of 31 letters and more together */
    Text *skipped_documents;
    size_t skipped_document_count;
    bool has_shares[KINDS_MOST]; /* by kind: rows may be share counts or per-share amounts */
    uint8_t footnote; /* the kind of tables that are no statement */
} Reading;

bool reading_read(const Reading **out, Run *run, const Chart *chart); /* config/reading.cfg */

/* The kind of the first of these lists; `none` when there are none. */
uint8_t kind_of_lists(const KindPhrases *kinds, uint32_t lists, uint8_t none);
/* What is known of a lower-case word; its text is empty when nothing is. */
const KnownWord *reading_word(const Reading *reading, Text word);
bool reading_word_is_small(const Reading *reading, Text word); /* of a word that begins with a lower-case letter */

#endif
