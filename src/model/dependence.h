/* model/dependence: does a slot depend on another, and how, as seen from the operations alone.
 *
 * In:       a program; the slot of an input, such as an exchange ratio.
 * Out:      for every slot of the program the power of that input to which it is proportional.
 * Includes: base, model/program.
 *
 * Structural: what holds for whatever values the constants and the other inputs have. So an amount that is rounded, or a choice that is made by
 * the input, is of no power, even where the rounding or the choice changes nothing. A closed form rests on this, and on no value. */
#ifndef PROFORMA_MODEL_DEPENDENCE_H
#define PROFORMA_MODEL_DEPENDENCE_H

#include "model/program.h"

/* 0: it does not depend on the input; 1: it is proportional to it. */
typedef int8_t Power;
enum { POWER_none = INT8_MAX, POWER_largest = 8 }; /* none: it depends on it in another way */

/* One for each slot that there is by now. */
const Power *dependence_powers(const Program *program, Slot input);

#endif
