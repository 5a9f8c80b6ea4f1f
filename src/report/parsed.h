/* report/parsed: what was read of one filing, ready to be written.
 *
 * In:       a filing's statements, named and footed.
 * Out:      a plain structure; a writer only renders it.
 * Includes: base, statement.
 *
 * Files are read and written one after the other and nothing of one is needed by the next, so memory does not grow with their number. */
#ifndef PROFORMA_REPORT_PARSED_H
#define PROFORMA_REPORT_PARSED_H

#include "statement/foot.h"

typedef struct {
    const Statements *statements;
    const Footing *footings; /* one for each statement */
    size_t number;           /* of the file among those of the run, from 0 */
} ParsedFile;

#endif
