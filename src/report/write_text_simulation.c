/* A simulation for people. Reading order: amounts, what was drawn, statistics, histograms, indices, remarks. */
#include "report/write_text.h"

#include <math.h>

enum { LABEL = 30, LEAST_COLUMN = 16, BAR = 40 };

/* ---- amounts ---- */

/* A spread is smaller than the figure that it is of, and is told more closely. */
static Text spoken(Arena *arena, const StudyFigure *figure, double value, StatisticKind kind)
{
    enum { CLOSER = 2 };
    switch (kind) {
    case STATISTIC_count: return amount_spoken(arena, value, 0);
    case STATISTIC_share: return isfinite(value) ? text_format(arena, TEXT_FORMAT " %%", TEXT_ARGUMENTS(amount_spoken(arena, 100 * value, 1))) : TEXT("-");
    case STATISTIC_level:
    case STATISTIC_spread: break;
    }
    int decimals = figure->decimals + (kind == STATISTIC_spread ? CLOSER : 0);
    if (!figure->percent || !isfinite(value))
        return amount_spoken(arena, value, decimals);
    return text_format(arena, TEXT_FORMAT " %%", TEXT_ARGUMENTS(amount_spoken(arena, 100 * value, decimals)));
}

/* ---- what was drawn ---- */

static void append_head(TextBuilder *out, const SimulationReport *report)
{
    Arena *arena = out->arena;
    const Studied *studied = report->studied;
    text_append(out, studied->model->scenario->title);
    text_append_format(out, "\nSimulation of " TEXT_FORMAT ", " TEXT_FORMAT ": " TEXT_FORMAT " draws, seed %llu, %s\n\n", TEXT_ARGUMENTS(studied->period),
                       TEXT_ARGUMENTS(studied->basis), TEXT_ARGUMENTS(amount_spoken(arena, (double)report->simulation->draws, 0)),
                       (unsigned long long)report->request->seed, report->request->sobol ? "Sobol points shifted at random" : "random points");
}

static int names_width(const Studied *studied)
{
    size_t width = 0;
    for (size_t i = 0; i < studied->axis_count; i++)
        width = studied->axes[i].name.length > width ? studied->axes[i].name.length : width;
    return (int)width + 2;
}

static void append_inputs(TextBuilder *out, const SimulationReport *report)
{
    const Studied *studied = report->studied;
    const Scenario *scenario = studied->model->scenario;
    int width = names_width(studied);
    text_append(out, TEXT("Drawn\n"));
    for (size_t i = 0; i < studied->axis_count; i++) {
        const StudyAxis *axis = &studied->axes[i];
        text_append(out, TEXT("  "));
        append_padded(out, axis->name, width);
        text_append(out, distribution_words(out->arena, axis->input->distribution, axis->unit));
        text_append_format(out, " (" TEXT_FORMAT ")\n", TEXT_ARGUMENTS(unit_name(out->arena, axis->unit)));
    }
    for (size_t i = 0; i < scenario->correlation_count; i++) {
        const ScenarioCorrelation *correlation = &scenario->correlations[i];
        text_append(out, TEXT("  Correlation of "));
        for (size_t j = 0; j < correlation->input_count; j++) {
            text_append(out, j == 0 ? TEXT("") : j + 1 < correlation->input_count ? TEXT(", ") : TEXT(" and "));
            text_append(out, simulation_input(out->arena, studied, correlation->inputs[j]));
        }
        text_append_format(out, ": " TEXT_FORMAT "\n", TEXT_ARGUMENTS(amount_plain(out->arena, correlation->coefficient)));
    }
    text_append_char(out, '\n');
}

/* ---- statistics ---- */

static int column_width(const StudyFigure *figure)
{
    return (figure->label.length < LEAST_COLUMN ? LEAST_COLUMN : (int)figure->label.length) + 2;
}

static bool is_shown(const SimulationReport *report, StatisticKind kind)
{
    bool any = kind != STATISTIC_share;
    for (size_t i = 0; i < report->studied->figure_count; i++)
        any = any || report->simulation->figures[i].has_accretion;
    return any;
}

static void append_statistics(TextBuilder *out, const SimulationReport *report)
{
    size_t figures = report->studied->figure_count;
    Statistic (*statistics)[SIMULATION_STATISTICS] = arena_allocate_array(out->arena, sizeof *statistics, figures);
    append_padded(out, TEXT(""), LABEL);
    for (size_t i = 0; i < figures; i++) {
        append_right(out, report->studied->figures[i].label, column_width(&report->studied->figures[i]));
        simulation_statistics(statistics[i], out->arena, report, i);
    }
    end_line(out);
    for (size_t row = 0; row < SIMULATION_STATISTICS; row++) {
        if (!is_shown(report, statistics[0][row].kind))
            continue;
        append_padded(out, statistics[0][row].label, LABEL);
        for (size_t i = 0; i < figures; i++)
            append_right(out, spoken(out->arena, &report->studied->figures[i], statistics[i][row].value, statistics[i][row].kind), column_width(&report->studied->figures[i]));
        end_line(out);
    }
}

/* ---- histograms ---- */

static void append_bar(TextBuilder *out, Text label, uint64_t count, uint64_t most)
{
    append_right(out, label, LABEL + 6);
    append_right(out, amount_spoken(out->arena, (double)count, 0), LEAST_COLUMN);
    text_append(out, TEXT("  "));
    text_append_times(out, TEXT("#"), (size_t)((double)count / (double)most * BAR + 0.5));
    end_line(out);
}

static void append_histogram(TextBuilder *out, const SimulatedFigure *figure, const StudyFigure *named)
{
    Arena *arena = out->arena;
    uint64_t most = figure->below > figure->above ? figure->below : figure->above;
    for (size_t i = 0; i < SIMULATED_BARS; i++)
        most = figure->bars[i] > most ? figure->bars[i] : most;
    if (most == 0 || !(figure->high > figure->low))
        return;
    text_append_format(out, "\n" TEXT_FORMAT "\n", TEXT_ARGUMENTS(named->label));
    append_bar(out, text_format(arena, "below " TEXT_FORMAT, TEXT_ARGUMENTS(spoken(arena, named, figure->low, STATISTIC_spread))), figure->below, most);
    for (size_t i = 0; i < SIMULATED_BARS; i++)
        append_bar(out, text_format(arena, TEXT_FORMAT " to " TEXT_FORMAT, TEXT_ARGUMENTS(spoken(arena, named, simulation_edge(figure, i), STATISTIC_spread)),
                                    TEXT_ARGUMENTS(spoken(arena, named, simulation_edge(figure, i + 1), STATISTIC_spread))),
                   figure->bars[i], most);
    append_bar(out, text_format(arena, "from " TEXT_FORMAT, TEXT_ARGUMENTS(spoken(arena, named, figure->high, STATISTIC_spread))), figure->above, most);
}

/* ---- indices ---- */

static Text index_text(Arena *arena, double index)
{
    return isfinite(index) ? amount_spoken(arena, index, 4) : TEXT("-");
}

static void append_indices(TextBuilder *out, const SimulatedFigure *figure, const StudyFigure *named, const Studied *studied)
{
    if (!figure->indices)
        return;
    text_append_format(out, "\nSobol indices of " TEXT_FORMAT "\n", TEXT_ARGUMENTS(named->label));
    append_padded(out, TEXT(""), LABEL);
    static const char *const heads[] = {"first order", "error", "total", "error"};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        append_right(out, text_of(heads[i]), LEAST_COLUMN);
    end_line(out);
    for (size_t i = 0; i < studied->axis_count; i++) {
        const SobolIndex *index = &figure->indices[i];
        const double values[] = {index->first, index->first_error, index->total, index->total_error};
        append_padded(out, studied->axes[i].name, LABEL);
        for (size_t j = 0; j < sizeof values / sizeof *values; j++)
            append_right(out, index_text(out->arena, values[j]), LEAST_COLUMN);
        end_line(out);
    }
}

/* ---- all ---- */

Text text_simulation(Arena *arena, const SimulationReport *report)
{
    TextBuilder out = {.arena = arena};
    const Studied *studied = report->studied;
    append_head(&out, report);
    append_inputs(&out, report);
    append_statistics(&out, report);
    for (size_t i = 0; i < studied->figure_count; i++) {
        append_histogram(&out, &report->simulation->figures[i], &studied->figures[i]);
        append_indices(&out, &report->simulation->figures[i], &studied->figures[i], studied);
    }
    for (size_t i = 0; i < report->remark_count; i++)
        text_append_format(&out, "%s" TEXT_FORMAT "\n", i == 0 ? "\n" : "", TEXT_ARGUMENTS(report->remarks[i]));
    return text_builder_text(&out);
}
