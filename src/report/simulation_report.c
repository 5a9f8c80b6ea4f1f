/* Reading order: remarks, statistics, rows of draws. */
#include "report/simulation_report.h"

#include "report/write_csv.h"

#include <math.h>

/* ---- remarks ---- */

static Text *remark_add(SimulationReport *out)
{
    return &out->remarks[out->remark_count++];
}

void simulation_report(SimulationReport *out, Arena *arena, const Studied *studied, const SimulationRequest *request, const Simulation *simulation)
{
    *out = (SimulationReport){.studied = studied, .request = request, .simulation = simulation};
    out->remarks = arena_array(arena, Text, 1 + studied->axis_count + studied->figure_count);
    if (simulation->stopped)
        *remark_add(out) = text_format(arena, "Stopped: the figures are those of the first %llu of %llu draws.", (unsigned long long)simulation->draws,
                                       (unsigned long long)request->draws);
    for (size_t i = 0; i < studied->axis_count; i++)
        if (studied->axes[i].opaque)
            *remark_add(out) = text_format(arena, TEXT_FORMAT " does not move the potential shares that a statement prints: they are used as printed, an approximation.",
                                           TEXT_ARGUMENTS(studied->axes[i].name));
    for (size_t i = 0; i < studied->figure_count; i++)
        if (studied->figures[i].slot == SLOT_NONE)
            *remark_add(out) = text_format(arena, TEXT_FORMAT " has no value: " TEXT_FORMAT, TEXT_ARGUMENTS(studied->figures[i].label), TEXT_ARGUMENTS(studied->figures[i].reason));
}

/* ---- statistics ---- */

void simulation_statistics(Statistic out[SIMULATION_STATISTICS], Arena *arena, const SimulationReport *report, size_t figure)
{
    const SimulatedFigure *of = &report->simulation->figures[figure];
    size_t count = 0;
    out[count++] = (Statistic){TEXT("base"), TEXT("Scenario as it is"), STATISTIC_level, report->studied->figures[figure].base};
    out[count++] = (Statistic){TEXT("count"), TEXT("Draws with a value"), STATISTIC_count, (double)of->count};
    out[count++] = (Statistic){TEXT("missing"), TEXT("Draws without"), STATISTIC_count, (double)of->missing};
    out[count++] = (Statistic){TEXT("mean"), TEXT("Mean"), STATISTIC_level, of->mean};
    out[count++] = (Statistic){TEXT("deviation"), TEXT("Standard deviation"), STATISTIC_spread, of->deviation};
    out[count++] = (Statistic){TEXT("error"), TEXT("Standard error of the mean"), STATISTIC_spread, of->error};
    out[count++] = (Statistic){TEXT("accretion"), TEXT("Probability of accretion"), STATISTIC_share, of->has_accretion ? of->accretion : NAN};
    out[count++] = (Statistic){TEXT("minimum"), TEXT("Minimum"), STATISTIC_level, of->least};
    for (size_t i = 0; i < SIMULATED_QUANTILES; i++)
        out[count++] = (Statistic){text_format(arena, "quantile_" TEXT_FORMAT, TEXT_ARGUMENTS(amount_plain(arena, simulated_shares[i]))),
                                   text_format(arena, "%2.0f %%", 100 * simulated_shares[i]), STATISTIC_level, of->quantiles[i]};
    out[count++] = (Statistic){TEXT("maximum"), TEXT("Maximum"), STATISTIC_level, of->largest};
}

double simulation_edge(const SimulatedFigure *figure, size_t bar)
{
    return figure->low + (figure->high - figure->low) * (double)bar / SIMULATED_BARS;
}

Text simulation_input(Arena *arena, const Studied *studied, size_t input)
{
    return name_text(arena, studied->model->scenario, studied->model->chart, (Named){.kind = NAMED_input, .index = input});
}

/* ---- rows of draws ---- */

bool simulated_rows_begin(SimulatedRows *out, Arena *arena, const Studied *studied, bool (*result)(void *context, const char *bytes, size_t length), void *context)
{
    enum { LEAST_ROOM = 1 << 16 };
    size_t columns = studied->axis_count + studied->figure_count, row = columns * (AMOUNT_LONGEST + 1);
    TextBuilder head = {.arena = arena};
    Text *names = arena_array(arena, Text, columns);
    for (size_t i = 0; i < columns; i++)
        names[i] = i < studied->axis_count ? studied->axes[i].name : studied->figures[i - studied->axis_count].label;
    csv_record(&head, names, columns);
    *out = (SimulatedRows){studied, result, context, .room = row > LEAST_ROOM ? row : LEAST_ROOM};
    out->bytes = arena_allocate(arena, out->room);
    return result(context, head.items, head.count);
}

/* The separator behind it is written with it. */
static size_t field_write(char *out, double value, char separator)
{
    size_t length = amount_write(out, value);
    out[length] = separator;
    return length + 1;
}

bool simulated_rows_take(void *context, const SimulatedDraws *draws)
{
    const SimulatedRows *rows = context;
    size_t inputs = rows->studied->axis_count, figures = rows->studied->figure_count, longest = (inputs + figures) * (AMOUNT_LONGEST + 1), length = 0;
    for (size_t draw = 0; draw < draws->count; draw++) {
        if (length + longest > rows->room) {
            if (!rows->result(rows->context, rows->bytes, length))
                return false;
            length = 0;
        }
        for (size_t i = 0; i < inputs; i++)
            length += field_write(rows->bytes + length, draws->values[i][draw], ',');
        for (size_t i = 0; i < figures; i++)
            length += field_write(rows->bytes + length, draws->figures[i][draw], i + 1 < figures ? ',' : '\n');
    }
    return rows->result(rows->context, rows->bytes, length);
}
