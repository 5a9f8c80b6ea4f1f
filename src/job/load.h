/* job/load: what a job needs before it can begin: knowledge, a scenario, its filings, and what is asked for.
 *
 * In:       a request.
 * Out:      the chart, the companies, the scenario and each company's books; the periods, statements, basis and format that are wanted.
 * Includes: proforma.h and every room to the left. */
#ifndef PROFORMA_JOB_LOAD_H
#define PROFORMA_JOB_LOAD_H

#include "model/build.h"
#include "proforma.h"
#include "report/writer.h"
#include "scenario/load.h"

typedef struct {
    const Chart *chart;
    Companies companies;
    const Scenario *scenario;
    Books *books; /* one for each company */
    const Text *opens; /* names that stay open, set before the scenario is loaded; see scenario/scenario */
    size_t open_count;
    bool open_studies; /* what the scenario's own studies vary, too */
} Loaded;

bool load_knowledge(Loaded *loaded, Run *run);                                        /* config/ */
bool load_scenario(Loaded *loaded, Run *run, const ProformaRequest *request);         /* after that */
bool load_books(Loaded *loaded, Run *run);                                            /* after that */

bool read_request(ModelRequest *out, Run *run, const Chart *chart, const ProformaRequest *request);
bool read_format(const Writer **out, Run *run, const ProformaRequest *request);
/* A word of the request is a source of its own, so that what is wrong with it has a place: "--period:1:1". */
Place place_of_word(Run *run, const char *option, const char *word);

/* All of these. What is asked for is looked at before a filing is read; mistakes in it and in the scenario are reported together. */
bool load_all(Loaded *loaded, ModelRequest *wanted, const Writer **writer, Run *run, const ProformaRequest *request);

/* The company that the request's entity names, by its id or as "acquirer"; company_count when there is none. */
size_t load_entity(const Scenario *scenario, Text entity);

/* A scenario that is loaded, as the model of what is wanted; NULL: a problem. */
Model *load_model(Run *run, const Loaded *loaded, const ModelRequest *wanted);

#endif
