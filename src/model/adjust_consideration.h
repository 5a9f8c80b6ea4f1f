/* model/adjust_consideration: what the entry that closes a purchase goes on from.
 *
 * In:       an entry of kind consideration.
 * Out:      the line in which its contingent consideration stands; its amount is the figure contingent_open where it waits to be resolved.
 * Includes: base, statement, calendar, scenario, model. */
#ifndef PROFORMA_MODEL_ADJUST_CONSIDERATION_H
#define PROFORMA_MODEL_ADJUST_CONSIDERATION_H

#include "model/adjust.h"

LineId consideration_contingent_line(Adjust *adjust, const ScenarioEntry *consideration);

#endif
