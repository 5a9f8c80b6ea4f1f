/* model/analysis_table: the tables of the deal analysis, and how figures are put into them.
 *
 * In:       an operations sheet with its per-share figures; what is known of the parties (model/analysis_party).
 * Out:      figures of its analysis.
 * Includes: base, statement, calendar, scenario, model.
 *
 * A value is Looked: a slot, or why there is none, which whatever is computed of it hands on. What cannot be looked up at all makes `good`
 * false, after a problem was recorded; the value is then missing. */
#ifndef PROFORMA_MODEL_ANALYSIS_TABLE_H
#define PROFORMA_MODEL_ANALYSIS_TABLE_H

#include "model/analysis.h"
#include "model/lookup.h"

enum { ACQUIRER = 0 };

/* Earnings per share with what they are a quotient of. */
typedef struct {
    Looked income, shares, each;
} Earnings;

typedef struct Analysing {
    Model *model;
    Program *program;
    size_t sheet;       /* a position: sheets move while others are opened */
    PerShare per_share;
    Analysis made;
    Slot no_number;
    Earnings basic, diluted;                     /* the acquirer's own */
    Earnings pro_forma_basic, pro_forma_diluted;
    bool retested;      /* the acquirer's own diluted count is that of its listed securities, tested as in the combination */
    bool outstanding;   /* shares are those outstanding; else weighted averages of the period */
    Looked *shares;     /* of each company */
    Looked *issued;     /* for each target */
    bool good;
} Analysing;

/* --- the tables, a file each --- */

void analysis_dilution(Analysing *at);
void analysis_comparative(Analysing *at);
void analysis_accretion(Analysing *at);
void analysis_bridge(Analysing *at);
void analysis_contribution(Analysing *at);
void analysis_sources(Analysing *at);
void analysis_price(Analysing *at);

/* --- values --- */

Looked analysis_known(Slot slot);
__attribute__((format(printf, 2, 3))) Looked analysis_missing(Analysing *at, const char *words, ...);
Looked analysis_op(Analysing *at, OpCode code, Looked a, Looked b);
Looked analysis_constant(Analysing *at, double value);
Looked analysis_meant(Analysing *at, double value, const char *meaning); /* of one other than 0 and 1: "months of a year" */
Slot analysis_not_positive(Analysing *at, Looked value); /* 1 where it is 0 or less; SLOT_NONE of what is missing */

/* --- figures --- */

/* The figure stays where it is until the next is put. */
AnalysisFigure *analysis_put(Analysing *at, AnalysisId id, size_t subject, Looked value);
/* No number where `when` is not 0; SLOT_NONE: nowhere. */
void analysis_except(Analysing *at, AnalysisFigure *figure, Slot when, const char *word, Text why);
/* What rests on diluted pro forma earnings is missing in lanes whose potential shares are unknown. */
void analysis_except_unknown(Analysing *at, AnalysisFigure *figure);
void analysis_how(Analysing *at, AnalysisFigure *figure, const char *words, ...); /* see model/saying */

#endif
