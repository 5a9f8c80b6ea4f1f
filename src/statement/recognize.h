/* statement/recognize: tables of a filing -> statements.
 *
 * In:       a filing; the chart, and those of companies that have one; config/reading.cfg (phrases of titles, units, periods) and the companies.
 * Out:      every table that can be read and dated, in the order of the file; a warning for each that cannot.
 * Includes: base, filing, statement.
 *
 * From the outside in: statement/line says what a line is by itself, statement/table which rows are a table and where its columns are,
 * statement/title what stands above it, statement/header the periods of its columns, statement/section and statement/heading its rows. */
#ifndef PROFORMA_STATEMENT_RECOGNIZE_H
#define PROFORMA_STATEMENT_RECOGNIZE_H

#include "statement/company.h"
#include "statement/statement.h"

/* False when the file holds no statement at all [no_statement]. Tables that look like statements but cannot be dated are
 * [undated_table] warnings; nothing of them is handed out. */
bool statements_recognize(Statements *out, Run *run, const Filing *filing, const Chart *chart, const Companies *companies);

#endif
