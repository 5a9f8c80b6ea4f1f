/* model/evaluate: runs a program over lanes.
 *
 * In:       a program; a workspace of slots x lanes doubles, a lane being one draw, filled by evaluate_fill and then changed at will.
 * Out:      every slot of every lane.
 * Includes: base, model/program.
 *
 * Allocates nothing. A slot's lanes lie side by side: workspace[slot * lanes + lane]. */
#ifndef PROFORMA_MODEL_EVALUATE_H
#define PROFORMA_MODEL_EVALUATE_H

#include "model/program.h"

/* Constants and the base values of inputs, in every lane. */
void evaluate_fill(const Program *program, double *workspace, size_t lanes);
void evaluate(const Program *program, double *workspace, size_t lanes);

#endif
