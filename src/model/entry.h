/* model/entry: entries compiled into the program, each when it is first needed.
 *
 * In:       the scenario's entries; an opened sheet.
 * Out:      for each entry that applies its legs, its effect on every line, totals included, and its residual; a note for each that is skipped.
 * Includes: base, statement, calendar, scenario, model.
 *
 * Never twice (rules 3.4): a reclassification names the presentation that it starts from and is skipped where the company's figures
 * already follow another. A leg's amount is rounded once, where it is posted.
 *
 * An entry whose amount refers to another has that one compiled first. A circle (debt that pays its own interest) is refused
 * [circular_reference], unless one entry of it says `unroll = true`. Then the circle is gone through in passes, all its entries together, each
 * once a pass: where it closes, an entry is taken as the pass before had it, with amounts of 0 before the first. Every pass has operations of
 * its own, so a lane of a study goes through them like the report, and their number grows with the entries of the circle alone. The last pass
 * has to leave what is posted as it is [circle_not_settled]; then it does not matter where the circle was begun, and the figures are the
 * same in whatever order sheets are built. */
#ifndef PROFORMA_MODEL_ENTRY_H
#define PROFORMA_MODEL_ENTRY_H

#include "model/model.h"

/* All of the scenario's that are for this sheet. */
bool entries_apply(Model *model, size_t sheet);
/* Those that go on from the per-share figures of the sheet, once these are there. */
bool entries_reconcile(Model *model, size_t sheet);
/* One of them; NULL: it is not for this sheet, off, or skipped. What is handed out stays where it is. `place`: what asks for it. */
bool entry_apply(const AppliedEntry **out, Model *model, size_t sheet, const ScenarioEntry *entry, Place place);
/* What must be zero: for a reclassification its effect on income; for any entry assets less liabilities and equity. SLOT_NONE: neither. */
Slot entry_residual(Model *model, const AppliedEntry *applied);

/* The day of the pro forma balance sheet: balances that a formula names are of this day; DAY_NONE when the scenario shows none. */
Day balance_day(const Model *model);
/* The statement in which the chart's line for this role stands; -1 when it has none. */
bool line_is_in(const Model *model, size_t sheet, LineId line);

#endif
