/* calendar/align: reported periods -> the periods that are wanted, exactly.
 *
 * In:       a company's books; a statement, a basis and a wanted period; what the scenario allows.
 * Out:      facts for every line, each reported, nil, derived with its terms, or refused with its reason.
 * Includes: base, statement.
 *
 * Derivation is algebra on reported periods. Dates are nodes; each reported period is an edge from its first day to the day after its
 * last; a wanted period is a path, on which an edge walked backwards is subtracted. Fewest terms win; among equals the latest filing.
 * Only one line and basis at a time, only where every term is reported, or its column foots without the line. Money is integer algebra.
 * Weighted-average shares over a union: sum(days x shares) / sum(days); per-share amounts are recomputed from aligned parts; a diluted
 * count that a loss printed equal to basic is not derivable (ASC 260-10-45-19: no potential shares in a loss). */
#ifndef PROFORMA_CALENDAR_ALIGN_H
#define PROFORMA_CALENDAR_ALIGN_H

#include "statement/statement.h"

typedef struct {
    int join_days;    /* rule 52/53: boundaries at most so many days apart may be joined; 0: none */
    int balance_days; /* an earlier balance at most so many days old may stand in; 0: none */
    Day balance_date; /* the balance to use, named; DAY_NONE: none */
    bool as_filed;    /* take the company's own period nearest to the wanted one, at most one fiscal quarter (93 days) away */
} AlignRules;

typedef struct {
    int sign;                     /* +1 or -1 */
    const ReportedColumn *column;
} AlignTerm;

typedef struct {
    uint8_t kind;
    Basis basis;
    WantedPeriod wanted;
    Period period;     /* the span that the facts cover: the wanted one, or with as_filed the company's own */
    bool available;    /* false: no path; `reason` says what is missing */
    bool not_reported; /* the company's filings print no such statement at all */
    AlignTerm *terms;  /* of the path that most lines take */
    size_t term_count;
    Fact **facts;      /* facts[line - first line of the kind]; never NULL when available; STATE_not_reported where nothing is printed */
    Text formula;      /* "three months to 2003-12-31 = six months to 2004-03-31 - three months to 2004-03-31"; empty for a reported column */
    bool joined;       /* boundaries some days apart were taken for each other, so days are lost or gained; the notes say which */
    int gap_days;      /* days gained (positive) or lost by joined boundaries; or how many days before the wanted end (after it: negative)
                          a balance or a period as filed stands that is taken instead. The notes say which */
    Text reason;
    Text *notes;       /* lines taken as nothing in a term that does not print them, mixed presentations, ... */
    size_t note_count;
} AlignedStatement;

bool align_statement(const AlignedStatement **out, Run *run, const Chart *chart, const Books *books, uint8_t kind, Basis basis,
                     WantedPeriod wanted, AlignRules rules);

static inline const Fact *aligned_fact(const Chart *chart, const AlignedStatement *aligned, LineId line)
{
    const StatementKind *kind = &chart->statements[aligned->kind];
    return aligned->available && line >= kind->first && line < kind->first + kind->count ? aligned->facts[line - kind->first] : NULL;
}

#endif
