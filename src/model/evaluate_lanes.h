/* model/evaluate_lanes: runs operations over many lanes at once, in the vector code of the machine on which the program runs.
 *
 * In:       operations in order; a workspace of wide slots, which have a value for each lane, and after them narrow ones, whose value is the
 *           same in every lane.
 * Out:      the slots that the operations compute, with the same bits from every variant.
 * Includes: base, model/program.
 *
 * model/evaluate_loops.h is compiled once for each variant, in a file of its own with flags of its own (CMakeLists.txt). Allocates nothing. */
#ifndef PROFORMA_MODEL_EVALUATE_LANES_H
#define PROFORMA_MODEL_EVALUATE_LANES_H

#include "model/program.h"

/* Lanes are computed by so many: two of the widest vectors. A wide slot has a multiple of them, a narrow one this many, all alike. */
enum { LANES_STEP = 16 };

/* Where the slots of a workspace lie: slot s of the wide ones at workspace + s * lanes, the narrow ones after them. The result of an operation
 * is none of its operands; a narrow result is computed once for all lanes, and what it needs is the same in every lane. */
typedef struct {
    double *workspace;
    size_t lanes; /* a multiple of LANES_STEP */
    size_t wide;  /* slots */
    size_t count; /* of lanes that are computed, from the first on: a multiple of LANES_STEP */
} Lanes;

static inline double *lanes_place(Lanes lanes, Slot slot)
{
    return lanes.workspace + (slot < lanes.wide ? slot * lanes.lanes : lanes.wide * lanes.lanes + (slot - lanes.wide) * LANES_STEP);
}

typedef void EvaluateLanes(const Op *ops, size_t count, Lanes lanes);

typedef struct {
    const char *name;
    EvaluateLanes *evaluate; /* NULL: the compiler has no such machine code */
} LanesVariant;

extern const LanesVariant evaluate_baseline, evaluate_avx2, evaluate_avx512;

/* Those that this machine has, the fastest first; the last is the baseline. Returns how many. */
enum { LANES_VARIANTS = 3 };
size_t evaluate_variants(const LanesVariant *out[LANES_VARIANTS]);

#endif
