/* model/part_acquired: a target of which a part stays with other holders.
 *
 * In:       the keys of the consideration that say so; the target's income, and the entries that move it.
 * Out:      the part that is bought, what remains with others on the balance sheet, and what of income is theirs.
 * Includes: base, statement, calendar, scenario, model.
 *
 * Until ASC 805 others keep their part at the target's carrying amounts (ARB 51): their interest is that part of its equity, differences to fair
 * value are recorded for the part that is bought alone, and their share of income is one of the target's own. Since then their interest is measured
 * at fair value, all is recorded whole, and their share is one of income as the deal leaves it (ASC 810-10-45-20). What the acquirer pays with is
 * its own affair in either. Whose income an entry moves, its kind says (IncomeOf). */
#ifndef PROFORMA_MODEL_PART_ACQUIRED_H
#define PROFORMA_MODEL_PART_ACQUIRED_H

#include "model/adjust.h"

/* Keys of the consideration. */
typedef struct {
    int part, interest, line, shares;
} PartKeys;

typedef struct {
    Slot part, interest; /* SLOT_NONE: all is bought */
} PartAcquired;

/* Finds the part and posts the interest that remains beside the consideration `given`. What of the two the scenario leaves out follows from the other and
 * the target's equity, where the interest is at carrying amount; a part also from the shares that are bought and those that the target has outstanding.
 * Where only their weighted average is known, a part has to be a whole percentage, of that or of what all is worth at the price of what is bought, and is
 * told [part_inferred]; else [setting_missing]. */
PartAcquired part_acquired_record(Adjust *adjust, const PartKeys *keys, Slot given);
/* Posts the others' share of income, below net income or above income from continuing operations, as the regime says. The share, SLOT_NONE: none. */
Slot part_acquired_share(Adjust *adjust);
/* Of an entry of a purchase: what of a difference to fair value is recorded; says so where it is a part. */
Slot part_acquired_of(Adjust *adjust, Slot difference, Text name);

#endif
