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

enum { KINDS_MOST = 8, NUMBERS_MOST = 40, LENGTH_WORDS = 4, SCALE_WORDS = 4 };
typedef enum { LENGTH_months, LENGTH_weeks, LENGTH_quarters, LENGTH_years } LengthWord;

typedef struct Reading {
    KindPhrases titles[KINDS_MOST], first_captions[KINDS_MOST];
    size_t title_count, first_caption_count;
    Phrases untitled, parts, narrative, non_gaap, shares_in_ones, ended, no_period, small_words, table_ends, valueless, connectives, total_starts, heading_noise;
    Phrases share_counts, per_share, opening, closing, instants, cover, continued;
    Phrases lengths[LENGTH_WORDS];
    struct {
        uint8_t scale;
        Phrases phrases;
    } units[SCALE_WORDS];
    struct {
        Text word;
        int value;
    } numbers[NUMBERS_MOST];
    size_t number_count;
    Text *skipped_documents;
    size_t skipped_document_count;
    bool has_shares[KINDS_MOST]; /* by kind: rows may be share counts or per-share amounts */
    uint8_t footnote; /* the kind of tables that are no statement */
} Reading;

bool reading_read(const Reading **out, Run *run, const Chart *chart); /* config/reading.cfg */

#endif
