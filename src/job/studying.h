/* job/studying: a scenario opened for a study: its model with what is varied left open.
 *
 * In:       a request; the names that are varied, each with the first of its values; the figures that are shown.
 * Out:      a Studied.
 * Includes: proforma.h and every room to the left.
 *
 * Varying a name is a --set of it whose value stays open: it is read, checked and converted the same way, so a value that is varied and one that
 * is set give the same bits. An input, a formula of the scenario and a figure of a reported column become slots of the program. Whatever else
 * --set takes (a date, a rule, a figure that other periods are derived from) has no slot, and each of its values needs a model of its own:
 * studying_point. */
#ifndef PROFORMA_JOB_STUDYING_H
#define PROFORMA_JOB_STUDYING_H

#include "job/load.h"
#include "study/studied.h"

typedef struct {
    Text name, value; /* value: the first that it takes, as --set takes it; empty: the one that the scenario gives (inputs only) */
    Place place;      /* of the whole option, for messages */
} Varied;

typedef struct {
    Run *run;
    const ProformaRequest *request;
    Loaded loaded;
    ModelRequest wanted;
    Varied *varied;
    size_t varied_count;
    Model *model;        /* once it is opened */
    WantedPeriod first;  /* the period of names that give none */
} Studying;

/* Knowledge, scenario, filings. Refused: a name that nobody knows or that cannot vary [cannot_vary], one that is varied twice or set too. */
bool studying_load(Studying *out, Run *run, const ProformaRequest *request, const Varied *varied, size_t count);
/* The same of a scenario that is loaded with open_studies: nothing is read again. */
bool studying_share(Studying *out, Run *run, const ProformaRequest *request, const Loaded *loaded, const Varied *varied, size_t count);
/* The model. `shows`: names parted by commas; a name that nobody knows is [unknown_name], one without a value keeps its reason. */
bool studying_open(Studied *out, Studying *studying, const Text *shows, size_t show_count);
/* All of it for the inputs of the scenario that are wanted (NULL: all are), with what the request shows. One that --set gives a value is held. */
bool studying_open_inputs(Studied *out, Run *run, const ProformaRequest *request, bool (*wanted)(const ScenarioInput *));
/* The model of the same request with these values, one for each varied name, set; in the memory of `run`, which may be one of its own. */
bool studying_point(Studied *out, Run *run, const Studying *studying, const Text *values, const Text *shows, size_t show_count);

#endif
