/* A simulation as JSON: what was drawn, then each figure with its statistics, its histogram and its indices. */
#include "report/write_json.h"

static void add_amount(Json into, const char *name, double value)
{
    json_add_number(into, name, amount_plain(into.arena, value));
}

static void add_input(Json into, const StudyAxis *axis)
{
    json_add_text(into, "name", axis->name);
    json_add_text(into, "unit", unit_name(into.arena, axis->unit));
    json_add_text(into, "distribution", distribution_words(into.arena, axis->input->distribution, axis->unit));
}

static void add_correlation(Json into, const Studied *studied, const ScenarioCorrelation *correlation)
{
    Json inputs = json_add_list(into, "inputs");
    for (size_t i = 0; i < correlation->input_count; i++)
        json_add_text(inputs, NULL, simulation_input(into.arena, studied, correlation->inputs[i]));
    add_amount(into, "coefficient", correlation->coefficient);
}

static void fill_head(Json into, const void *what)
{
    const SimulationReport *report = what;
    const Studied *studied = report->studied;
    const Scenario *scenario = studied->model->scenario;
    json_add_text(into, "title", scenario->title);
    json_add_text(into, "period", studied->period);
    json_add_text(into, "basis", studied->basis);
    json_add_number(into, "draws", text_format(into.arena, "%llu", (unsigned long long)report->simulation->draws));
    json_add_number(into, "asked", text_format(into.arena, "%llu", (unsigned long long)report->request->draws));
    json_add_flag(into, "stopped", report->simulation->stopped);
    json_add_number(into, "seed", text_format(into.arena, "%llu", (unsigned long long)report->request->seed));
    json_add_text(into, "points", report->request->sobol ? TEXT("sobol") : TEXT("random"));
    Json inputs = json_add_list(into, "inputs"), correlations = json_add_list(into, "correlations");
    for (size_t i = 0; i < studied->axis_count; i++)
        add_input(json_add_object(inputs, NULL), &studied->axes[i]);
    for (size_t i = 0; i < scenario->correlation_count; i++)
        add_correlation(json_add_object(correlations, NULL), studied, &scenario->correlations[i]);
    json_add_texts(into, "remarks", report->remarks, report->remark_count);
}

typedef struct {
    const SimulationReport *report;
    size_t figure;
} FigureOf;

static void add_histogram(Json into, const SimulatedFigure *figure)
{
    json_add_number(into, "below", text_format(into.arena, "%llu", (unsigned long long)figure->below));
    json_add_number(into, "above", text_format(into.arena, "%llu", (unsigned long long)figure->above));
    Json bars = json_add_list(into, "bars");
    for (size_t i = 0; i < SIMULATED_BARS; i++) {
        Json bar = json_add_object(bars, NULL);
        add_amount(bar, "from", simulation_edge(figure, i));
        add_amount(bar, "to", simulation_edge(figure, i + 1));
        json_add_number(bar, "count", text_format(into.arena, "%llu", (unsigned long long)figure->bars[i]));
    }
}

static void add_indices(Json list, const SimulatedFigure *figure, const Studied *studied)
{
    for (size_t i = 0; figure->indices && i < studied->axis_count; i++) {
        Json index = json_add_object(list, NULL);
        json_add_text(index, "input", studied->axes[i].name);
        add_amount(index, "first_order", figure->indices[i].first);
        add_amount(index, "first_order_error", figure->indices[i].first_error);
        add_amount(index, "total", figure->indices[i].total);
        add_amount(index, "total_error", figure->indices[i].total_error);
    }
}

static void fill_figure(Json into, const void *what)
{
    const FigureOf *of = what;
    const StudyFigure *named = &of->report->studied->figures[of->figure];
    const SimulatedFigure *figure = &of->report->simulation->figures[of->figure];
    Statistic statistics[SIMULATION_STATISTICS];
    json_add_text(into, "name", named->name);
    json_add_text(into, "label", named->label);
    json_add_text(into, "unit", unit_name(into.arena, named->unit));
    simulation_statistics(statistics, into.arena, of->report, of->figure);
    for (size_t i = 0; i < SIMULATION_STATISTICS; i++)
        add_amount(into, text_zero_terminated(into.arena, statistics[i].name), statistics[i].value);
    add_histogram(json_add_object(into, "histogram"), figure);
    if (figure->indices)
        add_indices(json_add_list(into, "indices"), figure, of->report->studied);
}

Text json_simulation(Arena *arena, const SimulationReport *report)
{
    TextBuilder out = {.arena = arena};
    json_append_head(&out, json_piece(arena, JSON_indented, fill_head, report));
    text_append(&out, TEXT(",\n  \"figures\": ["));
    for (size_t i = 0; i < report->studied->figure_count; i++)
        json_append_element(&out, json_piece(arena, JSON_indented, fill_figure, &(FigureOf){report, i}), i == 0);
    text_append(&out, TEXT("\n  ]\n}\n"));
    return text_builder_text(&out);
}
