/* report/words: phrases that several parts of a report use.
 *
 * In:       a model, a kind of entry, a text.
 * Out:      "in thousands, except per-share amounts"; "Fair values" of fair_values, with a capital and without underscores.
 * Includes: base, scenario, model. */
#ifndef PROFORMA_REPORT_WORDS_H
#define PROFORMA_REPORT_WORDS_H

#include "model/model.h"

Text words_units(const Model *model, bool per_share);
Text words_kind(Arena *arena, const EntryKind *kind);
Text words_label(Arena *arena, Text text);
/* A number for people who want its size: six digits, "0.0581922", "-2.5e-09". */
Text words_digits(Arena *arena, double value);

#endif
