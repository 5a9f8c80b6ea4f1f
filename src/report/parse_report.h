/* report/parse_report: statements as they were read, value by value.
 *
 * In:       statements of one or more filings.
 * Out:      CSV (one row a printed value) or text to be read beside the filing.
 * Includes: base, statement. */
#ifndef PROFORMA_REPORT_PARSE_REPORT_H
#define PROFORMA_REPORT_PARSE_REPORT_H

#include "statement/statement.h"

/* `format`: "csv"; anything else is text. */
Text parse_report(Run *run, const Chart *chart, const Statements *files, size_t file_count, Text format);

#endif
