/* study/sweep_summary: a grid in a few numbers.
 *
 * In:       the cells of a sweep, block by block.
 * Out:      for each figure how many cells have one, the lowest and the highest with the first cell that has it, and the mean.
 * Includes: base, study.
 *
 * Blocks are added up in their order, so the numbers do not depend on the threads. */
#ifndef PROFORMA_STUDY_SWEEP_SUMMARY_H
#define PROFORMA_STUDY_SWEEP_SUMMARY_H

#include "study/sweep.h"

typedef struct {
    uint64_t count;                     /* of cells that have a figure; 0: there is nothing else */
    double lowest, highest;
    uint64_t lowest_cell, highest_cell;
    double sum, correction;             /* their sum is that of the figures, as Neumaier adds */
} SweepExtent;

typedef struct {
    SweepExtent *extents; /* one for each figure */
    size_t count;
} SweepSummary;

void sweep_summary_begin(SweepSummary *out, Arena *arena, const Sweep *sweep);
SweepUse sweep_summary_use(SweepSummary *summary);
double sweep_mean(const SweepExtent *extent);

#endif
