/* model/lookup: names and expressions -> slots.
 *
 * In:       an expression of the scenario; the period and basis that hold where it names none.
 * Out:      the slot that carries it, or the reason why there is none.
 * Includes: base, statement, scenario, model.
 *
 * What a name stands for is told by scenario/name, which has looked at every name of the scenario before. */
#ifndef PROFORMA_MODEL_LOOKUP_H
#define PROFORMA_MODEL_LOOKUP_H

#include "model/model.h"
#include "scenario/name.h"

typedef struct {
    Model *model;
    WantedPeriod wanted;
    Basis basis;
    Place place;            /* of the name that is looked up; that of the whole where it is not known */
    AppliedEntry *entry;    /* collects the reported figures that were referred to; may be NULL */
    bool refuse_loss_count; /* a diluted count printed equal to basic because of a loss says nothing about potential shares */
} LookupContext;

typedef struct {
    Slot slot;    /* SLOT_NONE: see reason */
    Text reason;
} Looked;

/* False when a name is unknown [unknown_name]; a figure that exists but has no value is no problem here, but a reason. */
bool lookup_expression(Looked *out, const LookupContext *context, const Expression *expression);

/* The same of what a name stands for, in the period and basis of the context. */
bool lookup_named(Looked *out, const LookupContext *context, Named named);
/* What a thing of the model is called: see name_text. */
Text lookup_name(const Model *model, Named named);

/* The period and basis that hold for a name; the line of a result that it names (a column of entries, pro forma, one entry, income for a figure
 * of an entry of operations), whose sheet must be built before the name is looked up; LINE_NONE when it names something else. */
WantedPeriod lookup_period(const LookupContext *context, const Expression *name);
/* The pro forma balance sheet, opened; [no_balance_sheet] at `place` when the scenario shows none. */
bool lookup_balance_sheet(size_t *out, Model *model, Place place);
Basis lookup_basis(const LookupContext *context, const Expression *name);
LineId lookup_result_line(const LookupContext *context, const Expression *name);

#endif
