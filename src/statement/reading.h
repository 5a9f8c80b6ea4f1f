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

typedef struct {
    uint8_t kind; /* index into chart->statements */
    Phrases phrases;
} KindPhrases;

enum { KINDS_MOST = 8, SCALE_WORDS = 4 };
typedef enum { LENGTH_none, LENGTH_months, LENGTH_weeks, LENGTH_quarters, LENGTH_years } LengthWord;

/* What a single word says of dates and in titles. */
typedef struct {
    Text word;         /* lower case */
    int number;        /* "nine"; 0 for any other word */
    LengthWord length; /* "months" */
    bool ended;        /* makes a length of the "quarter" or "year" before it */
    bool small;        /* of titles and heads */
} KnownWord;

typedef struct Reading {
    KindPhrases titles[KINDS_MOST], first_captions[KINDS_MOST];
    size_t title_count, first_caption_count;
    Phrases untitled, parts, narrative, non_gaap, shares_in_ones, no_period, table_ends, valueless, connectives, total_starts, heading_noise;
    Phrases share_counts, per_share, opening, closing, instants, cover, continued;
    struct {
        uint8_t scale;
        Phrases phrases;
    } units[SCALE_WORDS];
    struct {
        KnownWord *items;
        size_t count, capacity; /* slots: a power of two, never more than half of them taken */
    } words;
    Text *skipped_documents;
    size_t skipped_document_count;
    bool has_shares[KINDS_MOST]; /* by kind: rows may be share counts or per-share amounts */
    uint8_t footnote; /* the kind of tables that are no statement */
} Reading;

bool reading_read(const Reading **out, Run *run, const Chart *chart); /* config/reading.cfg */

/* What is known of a lower-case word; its text is empty when nothing is. */
const KnownWord *reading_word(const Reading *reading, Text word);

#endif
