/* Reading order: numbers, a row, remarks, a table, all. */
#include "report/tornado_report.h"

#include "report/words.h"

#include <math.h>

typedef struct {
    Arena *arena;
    const StudyFigure *figure;
} Writing;

/* ---- numbers ---- */

static Text number(const Writing *writing, double value)
{
    return isfinite(value) ? amount_plain(writing->arena, value) : TEXT("");
}

/* As the report prints it; a change needs more digits. */
static Text spoken(const Writing *writing, double value, int more)
{
    const StudyFigure *figure = writing->figure;
    if (!isfinite(value))
        return TEXT("");
    if (!figure->percent)
        return amount_spoken(writing->arena, value, figure->decimals + more);
    return text_format(writing->arena, TEXT_FORMAT " %%", TEXT_ARGUMENTS(amount_spoken(writing->arena, value * 100, figure->decimals + more)));
}

/* Large amounts with separators. */
static Text written_value(const Writing *writing, double at)
{
    return isfinite(at) && at == trunc(at) ? amount_spoken(writing->arena, at, 0) : words_digits(writing->arena, at);
}

/* Accretion has a sign of its own. */
static TornadoEnd end_of(const Writing *writing, const TornadoPoint *point)
{
    bool known = !writing->figure->percent;
    return (TornadoEnd){.at = number(writing, point->at), .value = number(writing, point->value), .at_spoken = written_value(writing, point->at),
                        .spoken = spoken(writing, point->value, 0), .number = point->value, .sign = known && point->accretion > 0 ? '+' : known && point->accretion < 0 ? '-' : ' '};
}

/* ---- a row ---- */

static void add_row(TornadoTable *table, const Writing *writing, const TornadoBar *bar)
{
    enum { MORE_DIGITS = 2 };
    const StudyAxis *axis = bar->axis;
    TornadoRow *row = list_push(writing->arena, &table->rows);
    *row = (TornadoRow){.name = axis->name, .unit = unit_name(writing->arena, axis->unit), .base = number(writing, scenario_input_value(axis->input)), .ranged = bar->ranged};
    row->base_spoken = written_value(writing, scenario_input_value(axis->input));
    row->derivative = number(writing, bar->derivative);
    row->one_percent = number(writing, bar->one_percent);
    row->derivative_spoken = words_digits(writing->arena, bar->derivative);
    row->one_percent_spoken = spoken(writing, bar->one_percent, MORE_DIGITS);
    if (!bar->ranged)
        return;
    row->from = end_of(writing, &bar->from);
    row->to = end_of(writing, &bar->to);
    row->least = end_of(writing, &bar->least);
    row->largest = end_of(writing, &bar->largest);
    row->least_inside = bar->least.inside;
    row->largest_inside = bar->largest.inside;
    row->blank = bar->blank;
    row->swing = number(writing, bar->swing);
    row->swing_spoken = spoken(writing, bar->swing, 0);
}

/* ---- remarks ---- */

__attribute__((format(printf, 3, 4))) static void remark(TornadoTable *table, const Writing *writing, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    *list_push(writing->arena, &table->remarks) = text_format_list(writing->arena, format, arguments);
    va_end(arguments);
}

static void remark_extreme(TornadoTable *table, const Writing *writing, const TornadoRow *row, const TornadoEnd *extreme, const char *word)
{
    remark(table, writing, TEXT_FORMAT ": the %s figure, " TEXT_FORMAT ", lies inside the range, near " TEXT_FORMAT ".", TEXT_ARGUMENTS(row->name), word,
           TEXT_ARGUMENTS(extreme->spoken), TEXT_ARGUMENTS(extreme->at_spoken));
}

static void add_remarks(TornadoTable *table, const Writing *writing)
{
    for (size_t i = 0; i < table->rows.count; i++) {
        const TornadoRow *row = &table->rows.items[i];
        if (row->derivative.length == 0)
            remark(table, writing, TEXT_FORMAT ": right beside its value the figure has none, so there is no derivative.", TEXT_ARGUMENTS(row->name));
        if (row->least_inside)
            remark_extreme(table, writing, row, &row->least, "least");
        if (row->largest_inside)
            remark_extreme(table, writing, row, &row->largest, "largest");
        if (row->blank)
            remark(table, writing, TEXT_FORMAT ": at %zu of %zu points of its range the figure has no value.", TEXT_ARGUMENTS(row->name), row->blank, table->points);
    }
}

/* ---- a table ---- */

/* Why the scenario as it is has no such figure. */
static Text reason_of(const Writing *writing, const double *values)
{
    const StudyFigure *figure = writing->figure;
    for (size_t i = 0; i < figure->exception_count; i++)
        if (figure->exceptions[i].when != SLOT_NONE && values[figure->exceptions[i].when] != 0)
            return figure->exceptions[i].why;
    return figure->reason.length ? figure->reason : TEXT("it is a quotient of 0, or of what has no value");
}

static void fill_table(TornadoTable *out, const Writing *writing, const Tornado *tornado, const double *values)
{
    const StudyFigure *figure = writing->figure;
    *out = (TornadoTable){.figure = figure->name, .unit = unit_name(writing->arena, figure->unit), .base = number(writing, figure->base), .base_spoken = spoken(writing, figure->base, 0),
                          .base_number = figure->base, .points = TORNADO_POINTS};
    if (out->base.length == 0) {
        out->reason = reason_of(writing, values);
        return;
    }
    for (size_t i = 0; i < tornado->ranged.count; i++)
        add_row(out, writing, &tornado->ranged.items[i]);
    for (size_t i = 0; i < tornado->others.count; i++)
        add_row(out, writing, &tornado->others.items[i]);
    for (size_t i = 0; i < tornado->idle.count; i++)
        *list_push(writing->arena, &out->idle) = tornado->idle.items[i].axis->name;
    add_remarks(out, writing);
}

/* ---- all ---- */

static bool any_range(const Studied *studied)
{
    for (size_t i = 0; i < studied->axis_count; i++)
        if (studied->axes[i].input->has_range)
            return true;
    return false;
}

void tornado_report(TornadoReport *out, Arena *arena, const Studied *studied, const Tornado *tornados)
{
    const Scenario *scenario = studied->model->scenario;
    *out = (TornadoReport){.title = scenario->title, .tables = arena_array(arena, TornadoTable, studied->figure_count), .count = studied->figure_count};
    for (size_t i = 0; i < studied->figure_count; i++) {
        Writing writing = {arena, &studied->figures[i]};
        fill_table(&out->tables[i], &writing, &tornados[i], studied->model->values);
    }
    if (!any_range(studied))
        *list_push(arena, &out->remarks) = TEXT("No input has a range, such as range = [ 1.2, 1.6 ]: there are no swings.");
    for (size_t i = 0; i < studied->axis_count; i++)
        if (studied->axes[i].opaque && studied->axes[i].input->has_range)
            *list_push(arena, &out->remarks) = text_format(arena, TEXT_FORMAT ": a printed increment of potential shares is used as printed, and does not move with it.",
                                                           TEXT_ARGUMENTS(studied->axes[i].name));
    for (size_t i = 0; i < scenario->input_count; i++)
        if (scenario->inputs[i].set)
            *list_push(arena, &out->remarks) = text_format(arena, TEXT_FORMAT "." TEXT_FORMAT ": held at the value of --set.", TEXT_ARGUMENTS(scenario->inputs[i].group),
                                                           TEXT_ARGUMENTS(scenario->inputs[i].name));
}
