/* model/slice: a program cut down to what some of its slots need, folded over what does not vary.
 *
 * In:       a program; its values of lane 0; the slots that vary and the slots that are wanted.
 * Out:      a shorter program over a few slots that are used again and again, so that many lanes of it stay in the cache.
 * Includes: base, model/program.
 *
 * The same operations in the same order as the whole program's, so the same bits; only what no varied slot reaches is taken from lane 0. A
 * workspace holds slice_workspace(slice, lanes) doubles; slot s has its lanes side by side at workspace + s * lanes. Each thread has one of its
 * own, made ready once; evaluating allocates nothing, whatever the number of lanes. */
#ifndef PROFORMA_MODEL_SLICE_H
#define PROFORMA_MODEL_SLICE_H

#include "model/program.h"

typedef struct {
    struct { Op *items; size_t count, capacity; } ops; /* over the slots of the slice; operands beyond the arity are SLOT_NONE */
    struct { double *items; size_t count, capacity; } values; /* one a slot: what it holds before anything is computed */
    Slot *inputs;  /* one for each varied slot; SLOT_NONE: nothing that is wanted depends on it */
    size_t input_count;
    Slot *outputs; /* one for each wanted slot; SLOT_NONE where that was SLOT_NONE. What does not vary holds its value in every lane */
    size_t output_count;
} Slice;

void slice_make(Slice *out, Arena *arena, const Program *program, const double *values, const Slot *varied, size_t varied_count, const Slot *wanted,
                size_t wanted_count);

size_t slice_workspace(const Slice *slice, size_t lanes); /* in doubles */
/* Once for a workspace: what does not vary, and lane 0's value of what does, in every lane. */
void slice_ready(const Slice *slice, double *workspace, size_t lanes);
/* Where the lanes of a varied slot are to be written before each evaluation; NULL: nothing depends on it. */
double *slice_input(const Slice *slice, double *workspace, size_t lanes, size_t input);
void slice_evaluate(const Slice *slice, double *workspace, size_t lanes);
/* Where the lanes of a wanted slot are found after it; NULL: it was SLOT_NONE. */
const double *slice_output(const Slice *slice, const double *workspace, size_t lanes, size_t output);

#endif
