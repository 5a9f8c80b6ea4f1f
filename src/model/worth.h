/* model/worth: what the statements that a combination uses are worth.
 *
 * In:       the sheets that were asked for, with the columns of filings that they are made of.
 * Out:      a count for each state of proof; a warning for a statement that could not be tested [statement_unproved] or of which something is
 *           missing [statement_incomplete].
 * Includes: base, statement, calendar, model. */
#ifndef PROFORMA_MODEL_WORTH_H
#define PROFORMA_MODEL_WORTH_H

#include "model/model.h"
#include "statement/proof.h"

typedef struct {
    size_t states[PROOF_contradicted + 1]; /* statements in each */
    size_t numbers, held, bounded;
} Worth;

/* Of all statements that are used, each once. */
Worth worth_count(const Model *model);
/* "5 statements are used, 4 proved, 1 consistent; 200 of their 210 numbers take part in a sum or quotient that holds, 8 more are bounded by one" */
Text worth_words(const Model *model);
void worth_tell(const Model *model);

#endif
