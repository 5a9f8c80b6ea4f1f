/* Reading order: values and figures, the head, remarks, running, the cells that are kept, formats. */
#include "report/sweep_report.h"

#include "base/amount.h"
#include "base/suggest.h"

#include <math.h>
#include <string.h>

/* --- values and figures --- */

Text sweep_value_words(Arena *arena, const SweepAxis *axis, uint64_t index)
{
    return axis->range.numbers ? printed_grouped(arena, range_value(&axis->range, index)) : axis->range.words[index];
}

Text sweep_figure_words(Arena *arena, const StudyFigure *figure, double value)
{
    if (!isfinite(value))
        return TEXT("");
    return text_format(arena, TEXT_FORMAT "%s", TEXT_ARGUMENTS(amount_spoken(arena, figure->percent ? 100 * value : value, figure->decimals)),
                       figure->percent ? " %" : "");
}

Text sweep_cell_words(Arena *arena, const Sweep *sweep, uint64_t cell)
{
    TextBuilder out = {.arena = arena};
    for (size_t i = 0; i < sweep->axis_count; i++) {
        const SweepAxis *axis = &sweep->axes[i];
        text_append_format(&out, "%s" TEXT_FORMAT "=" TEXT_FORMAT, i ? ", " : "", TEXT_ARGUMENTS(axis->range.name),
                           TEXT_ARGUMENTS(range_text(arena, &axis->range, sweep_index(axis, cell))));
    }
    return text_builder_text(&out);
}

/* In the axis's own unit, or with the scale word that it has in the scenario. */
Printed sweep_base_value(const StudyAxis *axis)
{
    Printed value = axis->base;
    value.unit.scale = value.unit.scale == axis->unit.scale ? 0 : value.unit.scale;
    return value;
}

/* --- the head --- */

static Text count_words(Arena *arena, uint64_t count)
{
    return amount_spoken(arena, (double)count, 0);
}

static void append_list(TextBuilder *out, const SweepAxis *axis)
{
    enum { NAMED = 12 };
    for (uint64_t i = 0; i < axis->range.count && i < NAMED; i++) {
        text_append(out, i ? TEXT(", ") : TEXT(""));
        text_append(out, sweep_value_words(out->arena, axis, i));
    }
    if (axis->range.count > NAMED)
        text_append(out, TEXT(" ..."));
}

Text sweep_axis_words(Arena *arena, const SweepAxis *axis)
{
    TextBuilder out = {.arena = arena};
    const Range *range = &axis->range;
    text_append(&out, range->name);
    text_append(&out, TEXT(": "));
    if (range->form == RANGE_list) {
        append_list(&out, axis);
    } else {
        text_append(&out, sweep_value_words(arena, axis, 0));
        text_append_format(&out, " to " TEXT_FORMAT, TEXT_ARGUMENTS(sweep_value_words(arena, axis, range->count - 1)));
        Printed step = range->first;
        for (step.digits = range->step; step.decimals && step.digits % 10 == 0; step.decimals--)
            step.digits /= 10;
        if (range->form == RANGE_steps && range->count > 1)
            text_append_format(&out, " by " TEXT_FORMAT, TEXT_ARGUMENTS(printed_grouped(arena, step)));
    }
    text_append_format(&out, " (" TEXT_FORMAT " value%s", TEXT_ARGUMENTS(count_words(arena, range->count)), range->count == 1 ? "" : "s");
    if (axis->axis->has_base)
        text_append_format(&out, "; " TEXT_FORMAT " in the scenario", TEXT_ARGUMENTS(printed_grouped(arena, sweep_base_value(axis->axis))));
    text_append_char(&out, ')');
    return text_builder_text(&out);
}

/* --- remarks --- */

__attribute__((format(printf, 2, 3))) static void remark(SweepReport *report, const char *format, ...)
{
    Arena *arena = report->sweep->run->arena;
    va_list arguments;
    va_start(arguments, format);
    Text said = text_format_list(arena, format, arguments);
    va_end(arguments);
    for (size_t i = 0; i < report->remarks.count; i++)
        if (text_equal(report->remarks.items[i], said))
            return;
    *list_push(arena, &report->remarks) = said;
}

static void remark_base(SweepReport *report)
{
    const Sweep *sweep = report->sweep;
    Arena *arena = sweep->run->arena;
    TextBuilder figures = {.arena = arena};
    for (size_t i = 0; i < sweep->studied->figure_count; i++) {
        const StudyFigure *figure = &sweep->studied->figures[i];
        if (isfinite(figure->base))
            text_append_format(&figures, "%s" TEXT_FORMAT " " TEXT_FORMAT, figures.count ? ", " : "", TEXT_ARGUMENTS(figure->label),
                               TEXT_ARGUMENTS(sweep_figure_words(arena, figure, figure->base)));
    }
    if (figures.count)
        remark(report, "Base case, the scenario as it is: " TEXT_FORMAT ".", TEXT_ARGUMENTS(text_builder_text(&figures)));
}

static void remark_all(SweepReport *report)
{
    const Sweep *sweep = report->sweep;
    Arena *arena = sweep->run->arena;
    remark_base(report);
    for (size_t i = 0; i < sweep->studied->figure_count; i++) {
        const StudyFigure *figure = &sweep->studied->figures[i];
        if (figure->slot == SLOT_NONE && sweep->model_count == 1)
            remark(report, TEXT_FORMAT " has no value: " TEXT_FORMAT ".", TEXT_ARGUMENTS(figure->name), TEXT_ARGUMENTS(figure->reason));
    }
    for (size_t i = 0; i < sweep->axis_count; i++)
        if (sweep->axes[i].axis->opaque)
            remark(report, "A printed increment of potential shares is used as it is printed, whatever " TEXT_FORMAT " is: an approximation.",
                   TEXT_ARGUMENTS(sweep->axes[i].range.name));
    for (size_t i = 0; i < sweep->refusals.count; i++) {
        const SweepRefusal *refusal = &sweep->refusals.items[i];
        if (refusal->cells)
            remark(report, TEXT_FORMAT " cell%s without figures: " TEXT_FORMAT " [%s].", TEXT_ARGUMENTS(count_words(arena, refusal->cells)), refusal->cells == 1 ? "" : "s",
                   TEXT_ARGUMENTS(refusal->what), problem_name(refusal->kind));
    }
    if (report->stopped)
        remark(report, "Stopped: " TEXT_FORMAT " of " TEXT_FORMAT " cells were computed.", TEXT_ARGUMENTS(count_words(arena, sweep->done)),
               TEXT_ARGUMENTS(count_words(arena, sweep->cells)));
}

static bool stands_in(const SweepGrid *grid, size_t figure, const char *word)
{
    size_t figures = grid->sweep->studied->figure_count;
    for (uint64_t cell = 0; word && cell < grid->sweep->cells; cell++)
        if (grid->words[cell * figures + figure] && strcmp(grid->sweep->words.items[grid->words[cell * figures + figure]], word) == 0)
            return true;
    return false;
}

void sweep_grid_remarks(SweepReport *report, const SweepGrid *grid)
{
    const Studied *studied = report->sweep->studied;
    for (size_t i = 0; i < studied->figure_count; i++)
        for (size_t j = 0; j < studied->figures[i].exception_count; j++) {
            const AnalysisException *exception = &studied->figures[i].exceptions[j];
            if (stands_in(grid, i, exception->word))
                remark(report, "%s: " TEXT_FORMAT ".", exception->word, TEXT_ARGUMENTS(exception->why));
        }
}

/* --- running --- */

/* What a user has to know whatever the format says of it. */
static void warn(const SweepReport *report)
{
    const Sweep *sweep = report->sweep;
    Place place = sweep->axis_count ? sweep->axes[0].range.place : (Place){0};
    for (size_t i = 0; i < sweep->refusals.count; i++) {
        const SweepRefusal *refusal = &sweep->refusals.items[i];
        if (refusal->cells)
            problem_as(sweep->run, SEVERITY_warning, refusal->kind, place, TEXT_FORMAT " of " TEXT_FORMAT " cells have no figures: " TEXT_FORMAT,
                       TEXT_ARGUMENTS(count_words(sweep->run->arena, refusal->cells)), TEXT_ARGUMENTS(count_words(sweep->run->arena, sweep->done)), TEXT_ARGUMENTS(refusal->what));
    }
    if (report->stopped)
        problem(sweep->run, PROBLEM_study_stopped, (Place){0}, "stopped after " TEXT_FORMAT " of " TEXT_FORMAT " cells", TEXT_ARGUMENTS(count_words(sweep->run->arena, sweep->done)),
                TEXT_ARGUMENTS(count_words(sweep->run->arena, sweep->cells)));
}

bool sweep_report_run(SweepReport *report, const SweepOutput *output, const SweepUse *use)
{
    BlocksEnd end = sweep_run(report->sweep, use, output->threads, output->progress);
    report->stopped = end == BLOCKS_stopped;
    remark_all(report);
    warn(report);
    return end != BLOCKS_refused;
}

/* --- the cells that are kept --- */

/* A block of cells: values, then accretion, then words, each in the order of SweepCells. */
typedef struct {
    uint64_t first;
    size_t count;
} Kept;

void sweep_grid_begin(SweepGrid *out, Arena *arena, const Sweep *sweep)
{
    size_t room = (size_t)sweep->cells * sweep->studied->figure_count;
    *out = (SweepGrid){sweep, arena_array(arena, double, room), arena_array(arena, double, room), arena_array(arena, SweepWord, room)};
    for (size_t i = 0; i < room; i++)
        out->values[i] = out->accretion[i] = NAN;
}

static void grid_keep(void *context, const SweepCells *cells, void *kept)
{
    const SweepGrid *grid = context;
    size_t rows = grid->sweep->studied->figure_count * SWEEP_BLOCK;
    double *values = (double *)((Kept *)kept + 1);
    *(Kept *)kept = (Kept){cells->first, cells->count};
    memcpy(values, cells->values, rows * sizeof *values);
    memcpy(values + rows, cells->accretion, rows * sizeof *values);
    memcpy(values + 2 * rows, cells->words, rows * sizeof *cells->words);
}

static bool grid_take(void *context, const void *kept)
{
    SweepGrid *grid = context;
    const Kept *block = kept;
    size_t figures = grid->sweep->studied->figure_count, rows = figures * SWEEP_BLOCK;
    const double *values = (const double *)(block + 1);
    const SweepWord *words = (const SweepWord *)(values + 2 * rows);
    for (size_t figure = 0; figure < figures; figure++)
        for (size_t i = 0; i < block->count; i++) {
            size_t to = (size_t)(block->first + i) * figures + figure, from = figure * SWEEP_BLOCK + i;
            grid->values[to] = values[from];
            grid->accretion[to] = values[rows + from];
            grid->words[to] = words[from];
        }
    return true;
}

SweepUse sweep_grid_use(SweepGrid *grid)
{
    size_t rows = grid->sweep->studied->figure_count * SWEEP_BLOCK;
    return (SweepUse){sizeof(Kept) + rows * (2 * sizeof(double) + sizeof(SweepWord)), grid_keep, grid_take, grid};
}

/* --- formats --- */

static const SweepFormat formats[] = {
    {"text", STUDIED_accretion | STUDIED_conditions | STUDIED_exceptions, sweep_write_text},
    {"csv", STUDIED_conditions, sweep_write_csv},
    {"json", STUDIED_conditions, sweep_write_json},
    {"summary", STUDIED_conditions, sweep_write_summary},
};
enum { FORMATS = sizeof formats / sizeof *formats };

const SweepFormat *sweep_format_find(Text name)
{
    for (size_t i = 0; i < FORMATS; i++)
        if (text_equal(name, text_of(formats[i].name)))
            return &formats[i];
    return NULL;
}

Text sweep_format_suggest(Arena *arena, Text name)
{
    Text names[FORMATS];
    for (size_t i = 0; i < FORMATS; i++)
        names[i] = text_of(formats[i].name);
    return suggest_among(arena, name, names, FORMATS);
}
