/* study/sweep: figures over a grid of values, in blocks of cells.
 *
 * In:       ranges, one for each axis; the models that they need; what is made of a block of cells.
 * Out:      what is made of each block, in the order of the cells; how many cells have no figures, and why.
 * Includes: base, model, study.
 *
 * Cells are numbered: the first axis is the slowest, the last the fastest. An axis that a slot of the program carries is open: all its values are
 * computed by one model. Each combination of values of the other axes has a model of its own, of which only the slice is kept. A block is made of
 * its number alone; memory does not grow with the number of cells, and nothing is allocated while they are computed. */
#ifndef PROFORMA_STUDY_SWEEP_H
#define PROFORMA_STUDY_SWEEP_H

#include "study/blocks.h"
#include "study/column.h"
#include "study/range.h"
#include "study/studied.h"

enum { SWEEP_BLOCK = 4096, SWEEP_MODELS_MOST = 10000 };

typedef struct {
    const StudyAxis *axis;
    Range range;
    bool open;
    uint64_t stride; /* cells from one of its values to the next */
    double *numbers; /* of its values, where they are few enough to be kept; NULL: each is made when it is needed */
} SweepAxis;

/* Why cells have no figures. */
typedef struct {
    ProblemKind kind;
    Text what;
    uint64_t cells; /* of those that were computed */
} SweepRefusal;

typedef struct SweepModel SweepModel;

/* Which of Sweep.words stands for a value that is none: a number, since a pointer means nothing to another process. */
typedef uint8_t SweepWord;

typedef struct {
    Run *run;
    const Studied *studied; /* the scenario as it is where every axis is open, else the first of the models */
    SweepAxis *axes;
    size_t axis_count;
    uint64_t cells, done;   /* in all; computed and taken */
    unsigned parts;         /* StudiedParts of the slices */
    SweepModel *models;
    size_t model_count, models_added;
    uint64_t same_model;    /* so many cells that follow each other have one model, */
    uint64_t row;           /* and so many the same value of each axis that is alike */
    bool *alike;            /* one for each axis: it is the slower ones, where rows are long enough */
    const Columns *columns; /* the fastest that this machine has */
    struct { SweepRefusal *items; size_t count, capacity; } refusals;
    struct { const char **items; size_t count, capacity; } words; /* that stand for values; number 0 is none */
} Sweep;

/* False: [bad_range] where an open axis has a value that is no number or cannot be converted, [too_many_cells] where cells or models are. `parts`:
 * what is wanted beside the figures. */
bool sweep_begin(Sweep *out, Run *run, const Studied *studied, const Range *ranges, size_t count, unsigned parts);
/* The value of an axis in the combination number `model`. */
uint64_t sweep_model_value(const Sweep *sweep, size_t model, size_t axis);
/* After sweep_begin, once for each model in their order. Nothing of `studied` is kept but words that are constants; `scratch` may end afterwards. */
void sweep_add_model(Sweep *sweep, const Studied *studied, Arena *scratch);
/* The same for a combination that has no model. */
void sweep_add_refused(Sweep *sweep, ProblemKind kind, Text what);

/* Computed cells that follow each other: values[figure * SWEEP_BLOCK + cell]; NAN: none. */
typedef struct {
    const Sweep *sweep;
    uint64_t first;
    size_t count;
    const double *values;
    const double *accretion;  /* likewise; NULL when it was not wanted */
    const SweepWord *words;   /* likewise; NULL when they were not wanted */
} SweepCells;

/* What is made of the cells: `keep` is called by any thread, for several blocks at once, allocates nothing and writes at most `size` bytes; `take` by
 * the thread that called, in the order of the blocks; false ends the work. */
typedef struct {
    size_t size;
    void (*keep)(void *context, const SweepCells *cells, void *kept);
    bool (*take)(void *context, const void *kept);
    void *context;
} SweepUse;

BlocksEnd sweep_run(Sweep *sweep, const SweepUse *use, size_t threads, StudyProgress progress);

/* Which value an axis has in a cell. */
static inline uint64_t sweep_index(const SweepAxis *axis, uint64_t cell)
{
    return cell / axis->stride % axis->range.count;
}

/* The number of the value that is the scenario's own; the count of values: none is. */
uint64_t sweep_base(const Sweep *sweep, const SweepAxis *axis);

#endif
