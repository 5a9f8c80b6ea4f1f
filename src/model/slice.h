/* model/slice: a program cut down to what some of its slots need, folded over what does not vary.
 *
 * In:       a program; its values of lane 0; the slots that vary, and which of them from lane to lane; the slots that are wanted.
 * Out:      a shorter program over a few slots that are used again and again, so that many lanes of it stay in the cache.
 * Includes: base, model/evaluate_lanes.
 *
 * The bits of a lane are those that the whole program gives: what no varied slot reaches is taken from lane 0, what is computed twice is
 * computed once, and an operation is replaced only by one that always has the same result. (Which of two NaNs comes out is no matter of bits.)
 * A varied slot holds what is written into it, whatever the program computes for it.
 *
 * A workspace has slice_workspace(slice, lanes) doubles. Each thread has one of its own, made ready once; evaluating allocates nothing,
 * whatever the number of lanes. SLICE_LANES of them are many enough for what an operation costs beside its lanes, and few enough for the
 * cache next to the processor. */
#ifndef PROFORMA_MODEL_SLICE_H
#define PROFORMA_MODEL_SLICE_H

#include "model/evaluate_lanes.h"

enum { SLICE_LANES = 256 };

typedef struct {
    struct { Op *items; size_t count, capacity; } ops; /* over the slots of the slice; operands beyond the arity are SLOT_NONE */
    struct { double *items; size_t count, capacity; } values; /* one a slot: what it holds before anything is computed */
    size_t wide;   /* slots with a value for each lane; those behind them are the same in every lane */
    Slot *inputs;  /* one for each varied slot; SLOT_NONE: nothing that is wanted depends on it */
    size_t input_count;
    Slot *outputs; /* one for each wanted slot; SLOT_NONE where that was SLOT_NONE. What does not vary holds its value in every lane */
    size_t output_count;
    EvaluateLanes *evaluate; /* the fastest that this machine has */
} Slice;

/* `alike`: of each varied slot, whether it is the same in every lane of one evaluation; what depends on such slots alone is computed once for
 * all lanes. NULL: none is. */
void slice_make(Slice *out, Arena *arena, const Program *program, const double *values, const Slot *varied, const bool *alike, size_t varied_count,
                const Slot *wanted, size_t wanted_count);

size_t slice_workspace(const Slice *slice, size_t lanes); /* in doubles */
/* Once for a workspace: what does not vary, and lane 0's value of what does, in every lane. */
void slice_ready(const Slice *slice, double *workspace, size_t lanes);
/* Where the lanes of a varied slot that is not alike are to be written before each evaluation; NULL: nothing depends on it. What was written
 * stays. */
double *slice_input(const Slice *slice, double *workspace, size_t lanes, size_t input);
/* The same value in every lane of a varied slot, alike or not. */
void slice_set_input(const Slice *slice, double *workspace, size_t lanes, size_t input, double value);
/* The first `count` of the lanes. */
void slice_evaluate(const Slice *slice, double *workspace, size_t lanes, size_t count);
/* Where the lanes of a wanted slot are found after it; NULL: it was SLOT_NONE. */
const double *slice_output(const Slice *slice, const double *workspace, size_t lanes, size_t output);

#endif
