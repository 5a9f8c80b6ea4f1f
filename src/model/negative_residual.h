/* model/negative_residual: what becomes of net assets above their cost.
 *
 * In:       the entry that closes a purchase, the others of it, by how much the net assets as posted exceed the consideration.
 * Out:      what it posts for that: contingent consideration, reduced assets with their deferred tax, and what is then left.
 * Includes: base, statement, calendar, scenario, model.
 *
 * ASC 805-30-25-2: all of it is a gain. SFAS 141: first the contingent consideration becomes a liability, up to the excess; then eligible assets
 * are reduced pro rata to what of them is acquired; the rest is an extraordinary gain. APB 16 reduces non-current assets likewise and leaves a
 * deferred credit. Current and financial assets, but for investments by the equity method, deferred tax and goodwill keep their values. Research that is charged at closing has its share
 * in the reduction, and so less is charged. Deferred tax is due on what is recorded (SFAS 109): a unit that is taken off an asset takes the rate
 * off the liability, so that of the assets more is taken than the excess, excess / (1 - rate), where all bear tax. */
#ifndef PROFORMA_MODEL_NEGATIVE_RESIDUAL_H
#define PROFORMA_MODEL_NEGATIVE_RESIDUAL_H

#include "model/adjust.h"

enum { REDUCE_line, REDUCE_equity_method };
extern const EntryKey reduce_keys[]; /* of an asset that is reduced */

/* The other entries of a purchase. */
typedef struct {
    const AppliedEntry **items;
    size_t count, capacity;
} Purchase;

/* The first of a kind; NULL: there is none. */
const AppliedEntry *purchase_entry(const Purchase *purchase, const EntryKind *kind);

/* Posts all but the rest, which is returned, 0 or more. An asset that keeps its value is refused [regime_refuses]; without assets to reduce a
 * residual is [residual_unassigned]. */
Slot negative_residual_post(Adjust *adjust, const Purchase *purchase, Slot negative, const EntryValue *reduce);

#endif
