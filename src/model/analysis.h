/* model/analysis: what the deal does for the acquirer's holders: rules 6.
 *
 * In:       a combined statement of operations with its per-share figures, the deal's entries and inputs.
 * Out:      the figures of scenario/analysis_list.h as slots of the program; why one has no value.
 * Includes: base, statement, calendar, scenario, model.
 *
 * Each table is one file model/analysis_<table>.c. All are quotients and sums of slots, so that they are computed anew in every evaluation. What
 * the rules call "n.m." or "none" is no number in its slot. */
#ifndef PROFORMA_MODEL_ANALYSIS_H
#define PROFORMA_MODEL_ANALYSIS_H

#include "model/model.h"

/* The analysis of an operations sheet, compiled when it is first asked for, after its per-share figures; NULL in `out`: the sheet has none. */
bool analysis_sheet(const Analysis **out, Model *model, size_t sheet);
/* What was compiled; NULL: nothing. */
const Analysis *analysis_find(const Model *model, size_t sheet);
const AnalysisFigure *analysis_figure(const Analysis *analysis, AnalysisId id, size_t subject); /* NULL: not computed */

/* Once the program has run: which figures are no number in lane 0, their words, and why. */
void analysis_settle(Model *model);

#endif
