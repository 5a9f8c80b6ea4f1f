/* statement/row_name: rows that are not the line whose name they bear.
 *
 * In:       rows with the lines that their captions mean.
 * Out:      the same rows; those whose figures show that another row is the line have none. A total whose caption depends on what else is
 *           printed (alone, in config/chart.cfg) is the line that it is there.
 * Includes: base, statement/section. */
#ifndef PROFORMA_STATEMENT_ROW_NAME_H
#define PROFORMA_STATEMENT_ROW_NAME_H

#include "statement/section.h"

/* Looks at the rows from `first` on. */
void rows_unname(RowList *rows, const Chart *chart, size_t first);

#endif
