/* model/adjust_removed: what the target's operations hold of that which the purchase has eliminated: taken out, before the new takes its place.
 *
 * In:       a key of items with removed_keys.
 * Out:      a leg for each item.
 * Includes: base, statement, calendar, scenario, model. */
#ifndef PROFORMA_MODEL_ADJUST_REMOVED_H
#define PROFORMA_MODEL_ADJUST_REMOVED_H

#include "model/adjust.h"

extern const EntryKey removed_keys[];

/* Posts each item with the sign that takes it out; the sum of the amounts, 0 where there are none. */
Slot removed_post(Adjust *adjust, int key);

#endif
