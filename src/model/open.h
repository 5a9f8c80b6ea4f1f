/* model/open: names whose values a study varies, as slots of the program.
 *
 * In:       a scenario's open names; facts and numbers of formulas that they stand for.
 * Out:      in the model of a study a slot for each, whose lane 0 is the scenario as it is; SLOT_NONE where a value cannot be varied in the
 *           program. In any other model nothing that is not there without them.
 * Includes: base, statement, scenario, model.
 *
 * What a lane computes must be what a model computes that is built with the value set. So a name has no slot when its value could change how
 * the model is built: a setting that no formula takes as a number; a figure of a column that the calendar derives others from, since losses
 * decide there what can be derived; a count or an income by which a printed diluted count is refused. */
#ifndef PROFORMA_MODEL_OPEN_H
#define PROFORMA_MODEL_OPEN_H

#include "model/lookup.h"

void open_begin(Model *model);
/* The slot of an aligned fact: a constant, or what the open figures in it make of it. Money is whole, so the order of sums does not matter. */
Slot open_fact(Model *model, const Fact *fact);
/* The slot of a formula that is open; the formula that the scenario writes in its place tells what lane 0 has. */
bool open_formula(Looked *out, const LookupContext *context, const Expression *number);
/* The fact's value decided something while the model was built. */
void open_decided(Model *model, const Fact *fact);
/* Once everything is compiled, before it is evaluated: who loses its slot; lane 0 of formulas; what model_check proves of lane 0 as conditions of
 * the program, but for sums in which all that varies cancels out. */
void open_finish(Model *model);
/* One for each slot: what an open name that has a slot reaches. */
const bool *open_varying(const Model *model);

#endif
