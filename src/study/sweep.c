/* Reading order: axes, models, computing a run of cells, blocks. */
#include "study/sweep.h"

#include "base/amount.h"

#include <math.h>
#include <string.h>

enum { LANES = SLICE_LANES, NUMBERS_KEPT = 1 << 16, ROW_LEAST = 64 };

/* What is kept of a model. */
struct SweepModel {
    bool absent;          /* it could not be built: its cells have no figures */
    Slice slice;
    size_t exceptions;    /* of all figures, as many of each as exception_count says */
    size_t *exception_count; /* one for each figure */
    SweepWord *words;     /* one for each exception */
    size_t *refusals;     /* one for each condition: index into Sweep.refusals; of an absent model one */
    size_t condition_count;
};

/* ---- axes ---- */

/* Of steps, what is exact for two neighbours is exact for all, and the ends are the largest. Other values are each what they are. */
static bool numbers_check(const Sweep *sweep, const SweepAxis *at)
{
    const Range *range = &at->range;
    bool alike = range->form == RANGE_steps || (range->form == RANGE_spread && at->axis->unit.kind != UNIT_money);
    double number;
    for (uint64_t i = 0; i < range->count && (i < 2 || !alike); i++)
        if (!studied_number(&number, sweep->run, sweep->studied, at->axis, range_value(range, i), range->values_place))
            return false;
    return studied_number(&number, sweep->run, sweep->studied, at->axis, range->last, range->values_place);
}

/* By any thread: a value that numbers_check has looked at is no problem. */
static double number_at(const Sweep *sweep, const SweepAxis *at, uint64_t index)
{
    double number = NAN;
    if (at->numbers)
        return at->numbers[index];
    studied_number(&number, sweep->run, sweep->studied, at->axis, range_value(&at->range, index), at->range.values_place);
    return number;
}

static void numbers_keep(const Sweep *sweep, SweepAxis *at)
{
    double *numbers = at->range.count <= NUMBERS_KEPT ? arena_array(sweep->run->arena, double, at->range.count) : NULL;
    for (uint64_t i = 0; numbers && i < at->range.count; i++)
        numbers[i] = number_at(sweep, at, i);
    at->numbers = numbers;
}

static bool axis_begin(Sweep *sweep, SweepAxis *at, const StudyAxis *axis, const Range *range)
{
    *at = (SweepAxis){.axis = axis, .range = *range, .open = axis->slot != SLOT_NONE && range->numbers};
    if (!at->open)
        return true;
    if (!numbers_check(sweep, at))
        return false;
    numbers_keep(sweep, at);
    return true;
}

uint64_t sweep_base(const Sweep *sweep, const SweepAxis *axis)
{
    uint64_t index = 0;
    if (!axis->axis->has_base || !axis->open)
        return axis->range.count;
    while (index < axis->range.count && number_at(sweep, axis, index) != axis->axis->base_number)
        index++;
    return index;
}

/* ---- the grid ---- */

static bool grid_count(Sweep *sweep)
{
    uint64_t models = 1;
    sweep->cells = 1;
    sweep->same_model = 0;
    for (size_t i = sweep->axis_count; i-- > 0;) {
        SweepAxis *at = &sweep->axes[i];
        at->stride = sweep->cells;
        if (__builtin_mul_overflow(sweep->cells, at->range.count, &sweep->cells) || sweep->cells > INT64_MAX)
            return problem(sweep->run, PROBLEM_too_many_cells, at->range.place, "the grid has more cells than can be counted");
        if (at->open)
            continue;
        sweep->same_model = sweep->same_model ? sweep->same_model : at->stride;
        if (__builtin_mul_overflow(models, at->range.count, &models) || models > SWEEP_MODELS_MOST)
            return problem(sweep->run, PROBLEM_too_many_cells, at->range.place, "each value of \"" TEXT_FORMAT "\" needs a model of its own, and there would be more than %d of them",
                           TEXT_ARGUMENTS(at->range.name), SWEEP_MODELS_MOST);
    }
    sweep->same_model = sweep->same_model ? sweep->same_model : sweep->cells;
    sweep->model_count = (size_t)models;
    return true;
}

/* Within a row, what depends on the slower axes alone is computed once for all lanes. Rows that are too short for that run into each other. */
static void find_rows(Sweep *sweep)
{
    sweep->row = sweep->same_model;
    for (size_t i = sweep->axis_count; i-- > 0;) {
        const SweepAxis *at = &sweep->axes[i];
        sweep->alike[i] = at->stride >= ROW_LEAST;
        if (sweep->alike[i] && at->stride < sweep->row)
            sweep->row = at->stride;
    }
}

bool sweep_begin(Sweep *out, Run *run, const Studied *studied, const Range *ranges, size_t count, unsigned parts)
{
    *out = (Sweep){.run = run, .studied = studied, .axes = arena_array(run->arena, SweepAxis, count), .axis_count = count, .parts = parts};
    bool good = true;
    for (size_t i = 0; i < count; i++)
        good = axis_begin(out, &out->axes[i], &studied->axes[i], &ranges[i]) && good;
    good = good && grid_count(out);
    out->alike = arena_array(run->arena, bool, count);
    out->columns = columns_fastest();
    find_rows(out);
    out->models = good ? arena_array(run->arena, SweepModel, out->model_count) : NULL;
    out->model_count = good ? out->model_count : 0;
    return good;
}

/* ---- models ---- */

/* Models are numbered like cells: by the axes that are not open, the last of them the fastest. */
uint64_t sweep_model_value(const Sweep *sweep, size_t model, size_t axis)
{
    for (size_t i = sweep->axis_count; i-- > axis + 1;)
        if (!sweep->axes[i].open)
            model /= sweep->axes[i].range.count;
    return sweep->axes[axis].open ? 0 : model % sweep->axes[axis].range.count;
}

static size_t model_of(const Sweep *sweep, uint64_t cell)
{
    size_t model = 0;
    for (size_t i = 0; i < sweep->axis_count; i++)
        if (!sweep->axes[i].open)
            model = model * sweep->axes[i].range.count + sweep_index(&sweep->axes[i], cell);
    return model;
}

static size_t refusal_of(Sweep *sweep, ProblemKind kind, Text what)
{
    for (size_t i = 0; i < sweep->refusals.count; i++)
        if (sweep->refusals.items[i].kind == kind && text_equal(sweep->refusals.items[i].what, what))
            return i;
    *list_push(sweep->run->arena, &sweep->refusals) = (SweepRefusal){kind, text_copy(sweep->run->arena, what), 0};
    return sweep->refusals.count - 1;
}

static SweepWord word_of(Sweep *sweep, const char *word)
{
    if (sweep->words.count == 0)
        *list_push(sweep->run->arena, &sweep->words) = NULL;
    for (size_t i = 1; i < sweep->words.count; i++)
        if (strcmp(sweep->words.items[i], word) == 0)
            return (SweepWord)i;
    *list_push(sweep->run->arena, &sweep->words) = word;
    return (SweepWord)(sweep->words.count - 1);
}

static void *kept_copy(Arena *arena, const void *from, size_t bytes)
{
    return bytes ? memcpy(arena_allocate(arena, bytes), from, bytes) : NULL;
}

static void slice_keep(Slice *out, Arena *arena, const Slice *from)
{
    *out = *from;
    out->ops.items = kept_copy(arena, from->ops.items, from->ops.count * sizeof *from->ops.items);
    out->values.items = kept_copy(arena, from->values.items, from->values.count * sizeof *from->values.items);
    out->inputs = kept_copy(arena, from->inputs, from->input_count * sizeof *from->inputs);
    out->outputs = kept_copy(arena, from->outputs, from->output_count * sizeof *from->outputs);
}

void sweep_add_model(Sweep *sweep, const Studied *studied, Arena *scratch)
{
    Arena *arena = sweep->run->arena;
    SweepModel *model = &sweep->models[sweep->models_added++];
    Slice slice;
    studied_slice(&slice, scratch, studied, sweep->alike, sweep->parts);
    *model = (SweepModel){.exception_count = arena_array(arena, size_t, studied->figure_count), .refusals = arena_array(arena, size_t, studied->condition_count),
                          .condition_count = studied->condition_count};
    slice_keep(&model->slice, arena, &slice);
    for (size_t i = 0; i < studied->figure_count; i++)
        model->exceptions += model->exception_count[i] = studied->figures[i].exception_count;
    model->words = arena_array(arena, SweepWord, model->exceptions);
    for (size_t i = 0, at = 0; i < studied->figure_count; i++)
        for (size_t j = 0; j < studied->figures[i].exception_count; j++)
            model->words[at++] = word_of(sweep, studied->figures[i].exceptions[j].word);
    for (size_t i = 0; i < studied->condition_count; i++)
        model->refusals[i] = refusal_of(sweep, studied->conditions[i].kind, studied->conditions[i].what);
}

void sweep_add_refused(Sweep *sweep, ProblemKind kind, Text what)
{
    SweepModel *model = &sweep->models[sweep->models_added++];
    *model = (SweepModel){.absent = true, .refusals = arena_array(sweep->run->arena, size_t, 1)};
    model->refusals[0] = refusal_of(sweep, kind, what);
}

/* ---- cells that follow each other and have one model ---- */

/* What one thread works with. */
typedef struct {
    double *workspace;
    const SweepModel *ready; /* for which the workspace was made ready */
    double *values, *accretion;
    SweepWord *words;
    uint64_t *refused;       /* cells of the block, one for each refusal */
} Desk;

typedef struct {
    Sweep *sweep;
    const SweepUse *use;
    Desk *desks;
} Sweeping;

/* The fastest axis, whose numbers are kept. */
static void copy_axis(const SweepAxis *at, double *out, uint64_t index, size_t count)
{
    for (size_t i = 0, piece; i < count; i += piece, index = 0) {
        piece = at->range.count - index < count - i ? (size_t)(at->range.count - index) : count - i;
        memcpy(out + i, at->numbers + index, piece * sizeof *out);
    }
}

/* Of cells that follow each other. */
static void fill_axis(const Sweep *sweep, const SweepAxis *at, double *out, uint64_t cell, size_t count)
{
    uint64_t index = sweep_index(at, cell), same = at->stride - cell % at->stride;
    if (at->stride == 1 && at->numbers) {
        copy_axis(at, out, index, count);
        return;
    }
    for (size_t i = 0; i < count; same = at->stride) {
        size_t end = same < count - i ? i + (size_t)same : count;
        double number = number_at(sweep, at, index);
        while (i < end)
            out[i++] = number;
        index = index + 1 == at->range.count ? 0 : index + 1;
    }
}

/* NULL: there is no figure in any cell. */
static void take_figure(const Sweep *sweep, double *out, const double *from, size_t count)
{
    if (from)
        sweep->columns->take(out, from, count);
    for (size_t i = 0; !from && i < count; i++)
        out[i] = NAN;
}

static const double *output_of(const SweepModel *model, const Desk *desk, size_t output)
{
    return slice_output(&model->slice, desk->workspace, LANES, output);
}

/* The first exception that holds counts. */
static void take_words(const SweepModel *model, const Desk *desk, SweepWord *words, size_t figures, size_t output, size_t count)
{
    for (size_t figure = 0, at = 0; figure < figures; figure++)
        for (size_t j = 0; j < model->exception_count[figure]; j++, at++) {
            const double *when = output_of(model, desk, output + at);
            for (size_t i = 0; when && i < count; i++)
                if (when[i] != 0 && !words[figure * SWEEP_BLOCK + i])
                    words[figure * SWEEP_BLOCK + i] = model->words[at];
        }
}

/* Cells in which a condition does not hold have no figures; the first that does not is why. */
static void apply_conditions(const Sweep *sweep, const SweepModel *model, Desk *desk, size_t from, size_t output, size_t count)
{
    size_t figures = sweep->studied->figure_count;
    bool refused[LANES] = {false};
    for (size_t condition = 0; condition < model->condition_count; condition++) {
        const double *holds = output_of(model, desk, output + condition);
        if (!holds || !sweep->columns->has_zero(holds, count))
            continue;
        for (size_t i = 0; i < count; i++)
            if (holds[i] == 0 && !refused[i]) {
                refused[i] = true;
                desk->refused[model->refusals[condition]]++;
                for (size_t figure = 0; figure < figures; figure++)
                    desk->values[figure * SWEEP_BLOCK + from + i] = NAN;
            }
    }
}

static void set_inputs(const Sweep *sweep, const SweepModel *model, Desk *desk, uint64_t cell, size_t count)
{
    if (desk->ready != model)
        slice_ready(&model->slice, desk->workspace, LANES);
    desk->ready = model;
    for (size_t i = 0; i < sweep->axis_count; i++) {
        const SweepAxis *at = &sweep->axes[i];
        double *input = at->open ? slice_input(&model->slice, desk->workspace, LANES, i) : NULL;
        if (input && sweep->alike[i])
            slice_set_input(&model->slice, desk->workspace, LANES, i, number_at(sweep, at, sweep_index(at, cell)));
        else if (input)
            fill_axis(sweep, at, input, cell, count);
    }
}

static void compute_lanes(const Sweep *sweep, const SweepModel *model, Desk *desk, uint64_t cell, size_t from, size_t count)
{
    size_t figures = sweep->studied->figure_count, output = figures;
    set_inputs(sweep, model, desk, cell, count);
    slice_evaluate(&model->slice, desk->workspace, LANES, count);
    for (size_t figure = 0; figure < figures; figure++)
        take_figure(sweep, desk->values + figure * SWEEP_BLOCK + from, output_of(model, desk, figure), count);
    for (size_t figure = 0; desk->accretion && figure < figures; figure++)
        take_figure(sweep, desk->accretion + figure * SWEEP_BLOCK + from, output_of(model, desk, output++), count);
    if (sweep->parts & STUDIED_conditions) {
        apply_conditions(sweep, model, desk, from, output, count);
        output += model->condition_count;
    }
    if (desk->words)
        take_words(model, desk, desk->words + from, figures, output, count);
}

static void leave_blank(const Sweep *sweep, const SweepModel *model, Desk *desk, size_t from, size_t count)
{
    for (size_t figure = 0; figure < sweep->studied->figure_count; figure++)
        take_figure(sweep, desk->values + figure * SWEEP_BLOCK + from, NULL, count);
    desk->refused[model->refusals[0]] += count;
}

/* ---- blocks ---- */

static size_t compute_run(const Sweep *sweep, Desk *desk, uint64_t cell, size_t from, size_t left)
{
    const SweepModel *model = &sweep->models[model_of(sweep, cell)];
    uint64_t same = sweep->row - cell % sweep->row;
    size_t count = left < LANES ? left : LANES;
    count = same < count ? (size_t)same : count;
    if (model->absent)
        leave_blank(sweep, model, desk, from, count);
    else
        compute_lanes(sweep, model, desk, cell, from, count);
    return count;
}

/* Result of a block: how many of its cells each refusal has, then what is kept. */
static void block_compute(void *context, uint64_t block, size_t slot, void *result)
{
    const Sweeping *sweeping = context;
    const Sweep *sweep = sweeping->sweep;
    Desk *desk = &sweeping->desks[slot];
    uint64_t first = block * SWEEP_BLOCK, left = sweep->cells - first;
    size_t count = left < SWEEP_BLOCK ? (size_t)left : SWEEP_BLOCK, figures = sweep->studied->figure_count;
    desk->refused = result;
    memset(desk->refused, 0, sweep->refusals.count * sizeof *desk->refused);
    if (desk->words)
        memset(desk->words, 0, figures * SWEEP_BLOCK * sizeof *desk->words);
    for (size_t at = 0; at < count;)
        at += compute_run(sweep, desk, first + at, at, count - at);
    const SweepCells cells = {sweep, first, count, desk->values, desk->accretion, desk->words};
    sweeping->use->keep(sweeping->use->context, &cells, desk->refused + sweep->refusals.count);
}

static bool block_take(void *context, uint64_t block, const void *result)
{
    Sweeping *sweeping = context;
    Sweep *sweep = sweeping->sweep;
    const uint64_t *refused = result;
    for (size_t i = 0; i < sweep->refusals.count; i++)
        sweep->refusals.items[i].cells += refused[i];
    sweep->done = sweep->cells - block * SWEEP_BLOCK < SWEEP_BLOCK ? sweep->cells : (block + 1) * SWEEP_BLOCK;
    return sweeping->use->take(sweeping->use->context, refused + sweep->refusals.count);
}

static void desk_make(Desk *out, const Sweep *sweep)
{
    Arena *arena = sweep->run->arena;
    size_t room = 0, rows = sweep->studied->figure_count * SWEEP_BLOCK;
    for (size_t i = 0; i < sweep->model_count; i++) {
        size_t needed = sweep->models[i].absent ? 0 : slice_workspace(&sweep->models[i].slice, LANES);
        room = needed > room ? needed : room;
    }
    *out = (Desk){.workspace = arena_array(arena, double, room), .values = arena_array(arena, double, rows)};
    out->accretion = sweep->parts & STUDIED_accretion ? arena_array(arena, double, rows) : NULL;
    out->words = sweep->parts & STUDIED_exceptions ? arena_array(arena, SweepWord, rows) : NULL;
}

BlocksEnd sweep_run(Sweep *sweep, const SweepUse *use, size_t threads, StudyProgress progress)
{
    Sweeping sweeping = {.sweep = sweep, .use = use};
    Blocks blocks = {.count = (sweep->cells - 1) / SWEEP_BLOCK + 1, .units = sweep->cells, .units_a_block = SWEEP_BLOCK, .threads = threads,
                     .result_size = sweep->refusals.count * sizeof(uint64_t) + use->size, .compute = block_compute, .take = block_take,
                     .context = &sweeping, .progress = progress};
    size_t slots = blocks_slots(&blocks);
    sweeping.desks = arena_array(sweep->run->arena, Desk, slots);
    for (size_t i = 0; i < slots; i++)
        desk_make(&sweeping.desks[i], sweep);
    uint64_t taken;
    return blocks_run(&taken, sweep->run, &blocks);
}
