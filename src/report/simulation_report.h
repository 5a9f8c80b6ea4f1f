/* report/simulation_report: a simulation as it is told: what was drawn, how the figures came out, and their draws as rows of CSV.
 *
 * In:       a simulation and what it was asked for.
 * Out:      rows of statistics that every format prints; rows of draws.
 * Includes: base, scenario, model, study. */
#ifndef PROFORMA_REPORT_SIMULATION_REPORT_H
#define PROFORMA_REPORT_SIMULATION_REPORT_H

#include "study/simulate.h"

typedef struct {
    const Studied *studied;
    const SimulationRequest *request;
    const Simulation *simulation;
    Text *remarks; /* sentences: that it was stopped, what prices do not move, why a figure has no value */
    size_t remark_count;
} SimulationReport;

void simulation_report(SimulationReport *out, Arena *arena, const Studied *studied, const SimulationRequest *request, const Simulation *simulation);

/* A statistic of a figure. */
typedef enum { STATISTIC_level, STATISTIC_spread, STATISTIC_count, STATISTIC_share } StatisticKind;
typedef struct {
    Text name;  /* "mean", "quantile_0.05" */
    Text label; /* "Mean", "5 %" */
    StatisticKind kind;
    double value; /* NAN: none */
} Statistic;

/* The statistics of one figure, the same for each in the same order: SIMULATION_STATISTICS of them. */
enum { SIMULATION_STATISTICS = 9 + SIMULATED_QUANTILES };
void simulation_statistics(Statistic out[SIMULATION_STATISTICS], Arena *arena, const SimulationReport *report, size_t figure);
double simulation_edge(const SimulatedFigure *figure, size_t bar); /* where a bar of the histogram begins, and the one before it ends */

Text simulation_input(Arena *arena, const Studied *studied, size_t input); /* the name of an input of the scenario */

/* Draws as CSV: the inputs as --set takes them, then the figures, empty where there is no value. Allocates nothing after `begin`. */
typedef struct {
    const Studied *studied;
    bool (*result)(void *context, const char *bytes, size_t length); /* false: it takes no more */
    void *context;
    char *bytes;
    size_t room;
} SimulatedRows;

bool simulated_rows_begin(SimulatedRows *out, Arena *arena, const Studied *studied, bool (*result)(void *context, const char *bytes, size_t length), void *context);
bool simulated_rows_take(void *rows, const SimulatedDraws *draws); /* of a SimulationRequest */

#endif
