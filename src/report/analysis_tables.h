/* report/analysis_tables: the deal analysis and how earnings per share were diluted, as schedules with a column for each period.
 *
 * In:       an evaluated model with the analysis of its statements of operations.
 * Out:      for each basis the tables of scenario/analysis_list.h, its rows in the order of the list; why rows and tables have no values.
 * Includes: base, statement, scenario, model, report.
 *
 * Nothing is known here of any figure but what the list says. Figures of one subject that follow each other stand under its name. */
#ifndef PROFORMA_REPORT_ANALYSIS_TABLES_H
#define PROFORMA_REPORT_ANALYSIS_TABLES_H

#include "report/report.h"

void analysis_tables_build(Report *report, const Model *model);

#endif
