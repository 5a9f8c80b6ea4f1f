/* model/per_share: pro forma share counts and per-share amounts of one operations sheet.
 *
 * In:       a combined sheet; the scenario's shares issued and potential shares.
 * Out:      weighted-average shares and EPS, basic and diluted, in the pro forma column; the change in shares in the adjustments column.
 * Includes: base, statement, calendar, scenario, model.
 *
 * ASC 260 (before 2009 SFAS 128). Basic = the acquirer's weighted average + shares issued, as if outstanding from the start of the period;
 * the target's own shares vanish. Diluted = basic + what of the potential securities dilutes (model/dilution), unless the control number
 * (model/control_number) is a loss: then diluted = basic (ASC 260-10-45-19), tested anew for the combination and in every evaluation. Potential
 * securities are the options and convertibles that the scenario lists, its other potential shares, and the acquirer's printed increment unless
 * securities of the acquirer are listed. A printed increment is opaque: used as printed, an approximation. */
#ifndef PROFORMA_MODEL_PER_SHARE_H
#define PROFORMA_MODEL_PER_SHARE_H

#include "model/model.h"

bool per_share_sheet(Model *model, size_t sheet);
/* What diluted is with other incomes: the same securities, tested again. */
Diluted per_share_diluted(Model *model, const PerShare *per_share, Slot control, Slot common);
/* Does a company print diluted earnings per share that are more than its income over its diluted count, as where interest on convertible
 * securities is added back (ASC 260-10-45-40)? */
bool per_share_adds_back(const Model *model, size_t sheet, size_t company);
const PerShare *per_share_find(const Model *model, size_t sheet); /* NULL: the sheet has none */

#endif
