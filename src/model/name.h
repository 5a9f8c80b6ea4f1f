/* model/name: the one name space of the program, both ways: what a name stands for, and what a thing is called.
 *
 * In:       a name without @END/LENGTH and :BASIS; the scenario, the chart.
 * Out:      the input, or the line of a company, of a column of the report or of an entry, that it stands for; its name back.
 * Includes: base, statement, scenario, model.
 *
 * GROUP.INPUT, COMPANY.LINE, COLUMN.LINE, entries.NAME.LINE; a bare line means the pro forma column. */
#ifndef PROFORMA_MODEL_NAME_H
#define PROFORMA_MODEL_NAME_H

#include "model/model.h"

typedef enum { NAMED_nothing, NAMED_input, NAMED_company, NAMED_column, NAMED_entry } NamedKind;

typedef struct {
    NamedKind kind;
    size_t index; /* of the input, the company, the ColumnKind or the entry */
    LineId line;  /* of all but inputs */
} Named;

Named name_resolve(const Model *model, Text name);
/* The name that resolves to it; never a bare line. */
Text name_text(const Model *model, Named named);
/* The nearest name to one that stands for nothing; empty when none is near. */
Text name_nearest(const Model *model, Text name);

#endif
