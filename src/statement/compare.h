/* statement/compare: the same amount in two statements of a filing.
 *
 * In:       the statements of one file; the chart, which says what is the same amount (same_as).
 * Out:      a note [statements_disagree] for each value that disagrees, against the first statement that it disagrees with, so that there are
 *           never more notes than values; amounts of two periods that agree only when they are exchanged are a warning [columns_swapped].
 * Includes: base, statement. */
#ifndef PROFORMA_STATEMENT_COMPARE_H
#define PROFORMA_STATEMENT_COMPARE_H

#include "statement/statement.h"

/* A printed value, and where it stands, in the words of a message. */
Text printed_spoken(Arena *arena, Printed printed);
Text place_spoken(Run *run, Place place);

void statements_compare(Run *run, const Statements *statements);

#endif
