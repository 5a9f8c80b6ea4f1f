/* report/slot_owner: which figures of a model a slot of its program is the value of.
 *
 * In:       an evaluated model.
 * Out:      for a slot the figures that have it, and the one by whose name it is best called; full names and their parts.
 * Includes: base, statement, calendar, scenario, model, report/letters.
 *
 * One slot may be several figures: what only one company prints is the pro forma figure, too, and the single leg of an entry is what the entry
 * does to a line. The innermost is the one that says most: a company's figure before a total, an entry before its column. */
#ifndef PROFORMA_REPORT_SLOT_OWNER_H
#define PROFORMA_REPORT_SLOT_OWNER_H

#include "model/model.h"

/* A name in full: with the period and the basis that belong to it, where it has any. */
typedef struct {
    Text bare;    /* "target.net_income" */
    Text period;  /* "2004-03-31/3M"; empty: it has none */
    Text basis;   /* "gaap"; empty: it has none */
} FullName;

Text full_name_text(Arena *arena, const FullName *name);
/* Without the parts in which it is the same as another; a name without a basis counts as gaap. */
Text full_name_beside(Arena *arena, const FullName *name, const FullName *other);

/* The outermost first. */
typedef enum { OWNER_analysis, OWNER_pro_forma, OWNER_column, OWNER_security, OWNER_leg, OWNER_effect, OWNER_figure, OWNER_summed, OWNER_input, OWNER_company } OwnerRank;

typedef struct {
    OwnerRank rank;
    Slot slot;
    Named named;                /* NAMED_nothing: it goes by words */
    size_t sheet;               /* SIZE_MAX: of none */
    const AppliedEntry *applied; /* of an entry */
    const AppliedLeg *leg;      /* OWNER_leg */
    const Figure *figure;       /* OWNER_company, OWNER_summed */
    const char *words;          /* what goes by no name: "shares issued" */
    size_t next;                /* position of another owner of the slot, from 1; 0: none */
} SlotOwner;

typedef struct {
    const Model *model;
    struct { SlotOwner *items; size_t count, capacity; } owners;
    size_t *first; /* by slot: position from 1; 0: no figure has it */
} SlotOwners;

void slot_owners_find(SlotOwners *out, const Model *model);
/* NULL: the slot is part of a formula only. `line`: of the figure that is being told of, by which an entry's effect is called. */
const SlotOwner *slot_owner(const SlotOwners *owners, Slot slot, LineId line);

FullName owner_name(const Model *model, const SlotOwner *owner);
/* The same of what a name of the scenario stands for, in a period and a basis. */
FullName named_full(const Model *model, Named named, WantedPeriod wanted, Basis basis);
/* "(a)" of the note that tells of it; may be empty. */
Text owner_letter(const Model *model, const SlotOwner *owner);

#endif
