/* A simulation as CSV: statistic,figure,value, a row for each statistic of each figure; a bar of the histogram is a count. */
#include "report/write_csv.h"

static void append_row(TextBuilder *out, Text statistic, Text figure, double value)
{
    const Text fields[] = {statistic, figure, amount_plain(out->arena, value)};
    csv_record(out, fields, sizeof fields / sizeof *fields);
}

static Text edge_text(Arena *arena, const SimulatedFigure *figure, size_t bar)
{
    return amount_plain(arena, simulation_edge(figure, bar));
}

static void append_histogram(TextBuilder *out, const SimulatedFigure *figure, Text label)
{
    Arena *arena = out->arena;
    if (figure->count == 0)
        return;
    append_row(out, text_format(arena, "below " TEXT_FORMAT, TEXT_ARGUMENTS(edge_text(arena, figure, 0))), label, (double)figure->below);
    for (size_t i = 0; i < SIMULATED_BARS; i++)
        append_row(out, text_format(arena, "from " TEXT_FORMAT " to " TEXT_FORMAT, TEXT_ARGUMENTS(edge_text(arena, figure, i)), TEXT_ARGUMENTS(edge_text(arena, figure, i + 1))),
                   label, (double)figure->bars[i]);
    append_row(out, text_format(arena, "from " TEXT_FORMAT, TEXT_ARGUMENTS(edge_text(arena, figure, SIMULATED_BARS))), label, (double)figure->above);
}

static void append_index(TextBuilder *out, const SobolIndex *index, Text input, Text label)
{
    Arena *arena = out->arena;
    append_row(out, text_format(arena, "first_order " TEXT_FORMAT, TEXT_ARGUMENTS(input)), label, index->first);
    append_row(out, text_format(arena, "first_order_error " TEXT_FORMAT, TEXT_ARGUMENTS(input)), label, index->first_error);
    append_row(out, text_format(arena, "total " TEXT_FORMAT, TEXT_ARGUMENTS(input)), label, index->total);
    append_row(out, text_format(arena, "total_error " TEXT_FORMAT, TEXT_ARGUMENTS(input)), label, index->total_error);
}

Text csv_simulation(Arena *arena, const SimulationReport *report)
{
    TextBuilder out = {.arena = arena};
    text_append(&out, TEXT("statistic,figure,value\n"));
    for (size_t i = 0; i < report->studied->figure_count; i++) {
        const SimulatedFigure *figure = &report->simulation->figures[i];
        Text label = report->studied->figures[i].label;
        Statistic statistics[SIMULATION_STATISTICS];
        simulation_statistics(statistics, arena, report, i);
        for (size_t j = 0; j < SIMULATION_STATISTICS; j++)
            append_row(&out, statistics[j].name, label, statistics[j].value);
        append_histogram(&out, figure, label);
        for (size_t j = 0; figure->indices && j < report->studied->axis_count; j++)
            append_index(&out, &figure->indices[j], report->studied->axes[j].name, label);
    }
    return text_builder_text(&out);
}
