/* model/gradient: how much one result changes with each thing that it is computed from.
 *
 * In:       a program; its values, one a slot, as evaluate() left them in a workspace of one lane; the slot of a result.
 * Out:      one number a slot: the derivative of the result by that slot, 0 where the result does not depend on it.
 * Includes: base, model/program.
 *
 * One pass over the operations, from the last to the first, gives the derivatives by all inputs at once; they are exact but for the
 * rounding of doubles. Nothing is allocated. What a derivative is where an operation has none, op_list.h says. */
#ifndef PROFORMA_MODEL_GRADIENT_H
#define PROFORMA_MODEL_GRADIENT_H

#include "model/program.h"

/* `derivatives` has room for one number a slot. */
void gradient(double *derivatives, const Program *program, const double *values, Slot result);

#endif
