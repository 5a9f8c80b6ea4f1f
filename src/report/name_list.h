/* report/name_list: every name of a scenario, with its value and what may be done with it.
 *
 * In:       an evaluated model; the period and basis that names without @ and : are to be read in.
 * Out:      inputs, companies' lines, lines of the added columns, figures and effects of entries, the deal analysis, paths of the scenario, in this order, each once; a key of an
 *           entry that has the name of one of its figures is listed for each of the two uses.
 * Includes: base, statement, scenario, model, report.
 *
 * A name is listed as it can be pasted: @END/LENGTH and :BASIS follow where it would else mean the scenario's first period or gaap. Lines that
 * nobody reports are left out, whole statements that cannot be had too; a single figure that cannot be derived is listed without a value;
 * of an entry, whose figures are those of the pro forma balance sheet or of the period, what it hands out. */
#ifndef PROFORMA_REPORT_NAME_LIST_H
#define PROFORMA_REPORT_NAME_LIST_H

#include "model/model.h"

typedef struct {
    Text name;
    Text value;    /* as --set takes it; empty when it has none */
    Text unit;     /* empty for paths of the scenario */
    bool settable; /* --set takes it */
    bool readable; /* expressions, verify and explain take it */
    bool number;   /* the value is one */
    Text what;     /* source of an input, place or formula of a figure, ... */
} NamedItem;

typedef struct {
    NamedItem *items;
    size_t count, capacity;
} NameList;

/* The period is the model's; its balance sheets are of the instant, which the model was built for too. */
void name_list(NameList *out, Model *model, WantedPeriod wanted, WantedPeriod instant, Basis basis);
/* Those whose name has the pattern in it, or matches it when it is one with * ? or [; letters in either case. */
NameList names_matching(Arena *arena, const NameList *all, Text pattern);
/* The name nearest to a pattern that matches none; empty when none is near. */
Text names_nearest(Arena *arena, const NameList *all, Text pattern);

#endif
