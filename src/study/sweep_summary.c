#include "study/sweep_summary.h"

#include <math.h>

void sweep_summary_begin(SweepSummary *out, Arena *arena, const Sweep *sweep)
{
    *out = (SweepSummary){arena_array(arena, SweepExtent, sweep->studied->figure_count), sweep->studied->figure_count};
}

static uint64_t cell_of(const double *values, double wanted)
{
    uint64_t cell = 0;
    while (values[cell] != wanted)
        cell++;
    return cell;
}

static SweepExtent extent_of(const Columns *columns, const double *values, size_t count, uint64_t first)
{
    const ColumnExtent found = columns->extent(values, count);
    SweepExtent extent = {.count = found.count, .lowest = found.lowest, .highest = found.highest, .sum = found.sum};
    if (extent.count) {
        extent.lowest_cell = first + cell_of(values, extent.lowest);
        extent.highest_cell = first + cell_of(values, extent.highest);
    }
    return extent;
}

static void summary_keep(void *context, const SweepCells *cells, void *kept)
{
    SweepExtent *extents = kept;
    const SweepSummary *summary = context;
    for (size_t i = 0; i < summary->count; i++)
        extents[i] = extent_of(cells->sweep->columns, cells->values + i * SWEEP_BLOCK, cells->count, cells->first);
}

/* Neumaier's sum: what the larger of two numbers loses of the smaller is kept apart. */
static void sum_add(SweepExtent *to, double value)
{
    double sum = to->sum + value;
    to->correction += fabs(to->sum) >= fabs(value) ? to->sum - sum + value : value - sum + to->sum;
    to->sum = sum;
}

static void extent_add(SweepExtent *to, const SweepExtent *block)
{
    if (block->count == 0)
        return;
    if (to->count == 0 || block->lowest < to->lowest) {
        to->lowest = block->lowest;
        to->lowest_cell = block->lowest_cell;
    }
    if (to->count == 0 || block->highest > to->highest) {
        to->highest = block->highest;
        to->highest_cell = block->highest_cell;
    }
    to->count += block->count;
    sum_add(to, block->sum);
}

static bool summary_take(void *context, const void *kept)
{
    const SweepExtent *extents = kept;
    SweepSummary *summary = context;
    for (size_t i = 0; i < summary->count; i++)
        extent_add(&summary->extents[i], &extents[i]);
    return true;
}

SweepUse sweep_summary_use(SweepSummary *summary)
{
    return (SweepUse){summary->count * sizeof *summary->extents, summary_keep, summary_take, summary};
}

double sweep_mean(const SweepExtent *extent)
{
    return (extent->sum + extent->correction) / (double)extent->count;
}
