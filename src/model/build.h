/* model/build: the whole model, sheet by sheet, compiled, evaluated and checked.
 *
 * In:       a scenario, the chart, each company's books; what is asked for.
 * Out:      a model that every study and report reads.
 * Includes: base, statement, calendar, scenario, model. */
#ifndef PROFORMA_MODEL_BUILD_H
#define PROFORMA_MODEL_BUILD_H

#include "model/model.h"

/* What a request leaves out is not built. Counts 0: everything of the scenario. */
typedef struct {
    const WantedPeriod *periods;
    size_t period_count;
    const uint8_t *kinds;
    size_t kind_count;
    bool has_basis;
    Basis basis;
    const WantedPeriod *also; /* one more period, which may be out of reach; NULL: none */
    const Expression *const *names; /* figures whose slots are wanted beside: model->wanted */
    size_t name_count;
    bool only_names;          /* for a study: no statement but those that the names need, and nothing is verified */
} ModelRequest;

/* False when an entry does not balance, a name is unknown or a period cannot be reached. A figure to verify that does not tie is a warning
 * and leaves the model usable. */
bool model_build(Model *out, Run *run, const Chart *chart, const Scenario *scenario, const Books *books, const ModelRequest *request);

/* One sheet, opened if it was not there, with its entries, its pro forma column and its per-share figures. While a model is being built. */
bool build_sheet(size_t *out, Model *model, uint8_t kind, Basis basis, WantedPeriod wanted);

#endif
