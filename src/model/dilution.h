/* model/dilution: the test for antidilution: ASC 260-10-45-17 to 45-20.
 *
 * In:       a control number, basic shares, potential securities with what each adds to numerator and denominator.
 * Out:      the numerator and denominator of diluted earnings per share; rank of each security, and whether it is in.
 * Includes: base, model/program.
 *
 * Securities are ranked by what they add to income for a share, the least first; each is in while earnings per share fall, and the first that is
 * out ends the sequence. A control number of 0 or less lets none in. All of it is operations of the program, so each evaluation tests anew. */
#ifndef PROFORMA_MODEL_DILUTION_H
#define PROFORMA_MODEL_DILUTION_H

#include "model/model.h"

/* Fills rank and included of each; the same securities may be tested again with other incomes: copy them first. `control` and `common` as in
 * PerShare: the test is of the control number, what is added is added to `common`. */
Diluted dilution_test(Program *program, Slot control, Slot common, Slot basic, Security *securities, size_t count);

#endif
