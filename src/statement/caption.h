/* statement/caption: captions and headings in the form in which they are compared, and the lines that they mean.
 *
 * In:       ignored words, droppable words, synonyms and captions of config/chart.cfg; captions as printed.
 * Out:      normalised captions; an index that finds a caption's line without looking at every entry.
 * Includes: base, statement/chart, statement/words.
 *
 * Private to the chart: other rooms call caption_normalise and chart_match of statement/chart.h. */
#ifndef PROFORMA_STATEMENT_CAPTION_H
#define PROFORMA_STATEMENT_CAPTION_H

#include "statement/chart.h"

/* Reads the words: `ignored`, `droppable` and `synonyms` of the chart's root. */
bool captions_create(struct CaptionIndex **out, Run *run, const Setting *root);

/* A section as the index knows it; "heading *" stands for every heading that begins so. */
Text caption_section(struct CaptionIndex *index, Arena *arena, Text written);

/* What a caption of the chart says: "heading: caption" holds right under that heading only, ": caption" under any, a plain one under
 * `section` (as caption_section gives it; empty: under any); "caption *" stands for every caption that begins so. Two lines of one
 * statement with the same caption under the same heading are [duplicate_key] at `place`. */
bool caption_add(Run *run, Chart *chart, LineId line, Text written, Text section, Place place);

#endif
