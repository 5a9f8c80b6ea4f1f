/* scenario/name: the one name space, both ways: what a name stands for, and what a thing is called.
 *
 * In:       a name without @END/LENGTH and :BASIS: GROUP.INPUT, COMPANY.LINE, COLUMN.LINE, entries.NAME.LINE, entries.NAME.FIGURE,
 *           analysis.FIGURE, or a bare line, which means the pro forma column; a scenario.
 * Out:      the input, company, column or entry and the line, and its name back; for a name that stands for nothing, what was meant.
 * Includes: base, statement, scenario/scenario. */
#ifndef PROFORMA_SCENARIO_NAME_H
#define PROFORMA_SCENARIO_NAME_H

#include "scenario/scenario.h"

Text column_name(ColumnKind column); /* "pro_forma" */

typedef enum { NAMED_nothing, NAMED_input, NAMED_company, NAMED_column, NAMED_entry, NAMED_figure, NAMED_analysis } NamedKind;

typedef struct {
    NamedKind kind;
    size_t index; /* of the input, the company, the ColumnKind, the entry or the AnalysisId */
    LineId line;  /* of companies, columns and entries */
    size_t figure; /* of NAMED_figure: position among the figures of the entry's kind; of NAMED_analysis: the subject */
} Named;

Named name_resolve(const Scenario *scenario, const Chart *chart, Text name);
/* The name that resolves to it; never a bare line. */
Text name_text(Arena *arena, const Scenario *scenario, const Chart *chart, Named named);

/* The nearest input, line or figure; empty: none is near. */
Text name_nearest(Arena *arena, const Scenario *scenario, const Chart *chart, Text name);
/* Records [unknown_name] at the name, with the nearest name that there is. */
bool name_unknown(Run *run, const Scenario *scenario, const Chart *chart, const Expression *name);

#endif
