/* proforma: pro forma statements of a merger from the companies' own filings. The library's public header.
 *
 * A run reads config/ and filings, and hands out results and problems. Whatever it hands out lives until proforma_end. The library never
 * prints, exits, aborts or reads the command line, and keeps no state outside a run; runs in several threads do not meet.
 *
 *     ProformaRun *run = proforma_begin("share/proforma/config");
 *     ProformaRequest request = {.scenario = "base.cfg", .format = "csv"};
 *     ProformaText text;
 *     if (proforma_report(run, &request, &text) < PROFORMA_USAGE)
 *         fwrite(text.bytes, 1, text.length, stdout);
 *     for (size_t i = 0; i < proforma_problem_count(run); i++)
 *         fputs(proforma_problem(run, i), stderr);
 *     proforma_end(run);
 */
#ifndef PROFORMA_H
#define PROFORMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ProformaRun ProformaRun;

/* The gravest thing that happened in the run so far; the program's exit code. From PROFORMA_USAGE on there is no result. */
typedef enum {
    PROFORMA_DONE = 0,
    PROFORMA_LOOK = 1,  /* done, but something is to be looked at: a failed verification, a table that could not be read */
    PROFORMA_USAGE = 2, /* an unknown name or option */
    PROFORMA_INPUT = 3  /* bad input, or memory ended */
} ProformaOutcome;

typedef struct {
    const char *bytes; /* ended by a zero, which is not counted */
    size_t length;
} ProformaText;

/* What is wanted. Zero or NULL means the default that stands beside it. */
typedef struct {
    const char *scenario;            /* path of the scenario file: needed, except by proforma_parse and proforma_kinds */
    const char *scenario_name;       /* what messages call it; default: the path */
    const char *const *periods;      /* "2004-03-31/3M", "1998-10-31/13W", "2004-03-31"; default: the scenario's */
    size_t period_count;
    const char *const *statements;   /* "operations" ...; default: all */
    size_t statement_count;
    const char *basis;               /* "gaap" or "non_gaap"; default: both */
    const char *entity;              /* company of proforma_align: its id, or "acquirer" */
    const char *chart;               /* of proforma_parse, for companies without one of their own: "airline", "broker_dealer" ...; default: the general chart */
    const char *format;              /* "text" (the default), "csv" or "json" */
    const char *const *sets;         /* "NAME=VALUE" */
    size_t set_count;
    const char *const *files;        /* filings of proforma_parse */
    size_t file_count;
    const char *other_scenario;      /* proforma_diff: B, where `scenario` is A */
    const char *other_scenario_name; /* what messages call it; default: the path */
    const char *pattern;             /* proforma_names: part of a name, or a glob; proforma_kinds: a kind; default: every one */
    const char *name;                /* proforma_explain: a name as proforma_names lists it, or a setting's path */
    const char *depth;               /* proforma_explain: how many levels below it, "2"; default: all */
    size_t threads;                  /* that proforma_parse and studies work with; default: one for each processor */

    /* studies: proforma_sweep, proforma_solve, proforma_tornado, proforma_simulate */
    const char *const *varies;       /* "NAME=FROM:TO:STEP", "NAME=FROM:TO:#COUNT", "NAME=a,b,c"; of proforma_solve one "NAME=LOW:HIGH" */
    size_t vary_count;
    const char *const *shows;        /* "NAME[,NAME]..." */
    size_t show_count;
    const char *column;              /* that a bare line means; default: "pro_forma" */
    const char *study;               /* proforma_sweep: one of the scenario's studies, in place of varies and shows */
    const char *aim;                 /* proforma_solve: "NAME=VALUE" */
    const char *draws, *seed;        /* proforma_simulate: whole numbers; default of the seed: 1 */
    const char *points;              /* proforma_simulate: "random" (the default) or "sobol" */
    bool indices;                    /* proforma_simulate: first-order and total Sobol indices as well */
    bool colour;                     /* text is for a terminal that shows colours */
    /* Told about ten times a second, by the thread that called, how far a study is; false: stop, with what is finished. NULL: nobody is told. */
    bool (*progress)(void *context, uint64_t done, uint64_t total);
    void *progress_context;
} ProformaRequest;

typedef enum { PROFORMA_NOTE, PROFORMA_WARNING, PROFORMA_ERROR } ProformaSeverity;

/* A problem in pieces, for who wants to colour or arrange them; a piece that does not apply is "", none is NULL. */
typedef struct {
    ProformaSeverity severity;
    const char *place;   /* "base.cfg:41:12: ", or "proforma: " when there is none */
    const char *word;    /* "error", "warning" or "note" */
    const char *message; /* ": message [name]", then the line that is meant; ends with a newline */
    const char *caret;   /* blanks and ^ under the place, without an end of line */
    const char *remedy;  /* the rule and the remedy, each on its line */
} ProformaProblem;

/* Who takes a result that may have any length, piece by piece. Both are called by the thread that called the library, in the order of the
 * files, whatever the number of threads; neither may call the library with the same run, except proforma_output_append. */
typedef struct {
    bool (*result)(void *context, const char *bytes, size_t length); /* false: it can take no more, and the run is to end */
    void (*message)(void *context, const ProformaProblem *problem);  /* its texts are gone afterwards */
    void *context;
} ProformaSink;

/* For a program that was built for MPI, once in a process each, around everything else: joins the ranks that mpirun started, which then do
 * proforma_sweep and proforma_simulate together. All of them must be given the same. True on the first, which alone has results and problems to
 * show; another gets PROFORMA_INPUT. Without MPI there is only the first. */
bool proforma_ranks_begin(void);
void proforma_ranks_end(void);

/* `config_folder` is the path of config/. NULL only when there is no memory at all. */
ProformaRun *proforma_begin(const char *config_folder);
void proforma_end(ProformaRun *run);

/* The combined statements of a scenario. */
ProformaOutcome proforma_report(ProformaRun *run, const ProformaRequest *request, ProformaText *out);
/* Every printed value of every table that can be read and dated. Files are read one by one, so memory depends on the largest of them and on
 * the number of threads, not on how many there are. All are tried, whatever is wrong with one. The problems of the files go to the sink only,
 * those of the request and of config/ into the run. From PROFORMA_USAGE on what the sink took is to be thrown away: it is no result. */
ProformaOutcome proforma_parse(ProformaRun *run, const ProformaRequest *request, const ProformaSink *sink);
/* One company's statements on the wanted periods, each figure with its state and formula. */
ProformaOutcome proforma_align(ProformaRun *run, const ProformaRequest *request, ProformaText *out);

/* What is wrong with a scenario, warnings of what has no effect included. The text, one line on what was looked at and what was found, is
 * handed out whatever the outcome; only scenario and scenario_name of the request are used. */
ProformaOutcome proforma_check(ProformaRun *run, const ProformaRequest *request, ProformaText *out);
/* What changes from one scenario's report to another's, cell by cell; PROFORMA_LOOK when anything does. */
ProformaOutcome proforma_diff(ProformaRun *run, const ProformaRequest *request, ProformaText *out);
/* Every name of a scenario, with value, unit and what may be done with it. At most one period. */
ProformaOutcome proforma_names(ProformaRun *run, const ProformaRequest *request, ProformaText *out);
/* The kinds of entries; with `pattern` the keys and figures of that kind. No scenario is needed. */
ProformaOutcome proforma_kinds(ProformaRun *run, const ProformaRequest *request, ProformaText *out);

/* Where one figure came from: a tree down to the cells of the filings, as "text" or "json". A name without a value is PROFORMA_LOOK, and says
 * why; of a setting its value and its place. */
ProformaOutcome proforma_explain(ProformaRun *run, const ProformaRequest *request, ProformaText *out);

/* Results over a grid of values: "text", "csv", "json" or "summary". Comes piece by piece, since a grid may have any number of cells. When the
 * progress stopped it, what is finished is the result, and PROFORMA_LOOK. */
ProformaOutcome proforma_sweep(ProformaRun *run, const ProformaRequest *request, const ProformaSink *sink);
/* The values of one name for which a figure has the wanted value: "text" or "json". PROFORMA_LOOK when the
 * figure passes the value without having it; where it does neither there is no result. */
ProformaOutcome proforma_solve(ProformaRun *run, const ProformaRequest *request, ProformaText *out);
/* What each input's range does to a figure, the largest effect first, beside exact derivatives: "text", "csv" or "json". */
ProformaOutcome proforma_tornado(ProformaRun *run, const ProformaRequest *request, ProformaText *out);
/* How figures are distributed when the inputs are: "text", "csv" or "json". `draws` takes each draw as a row of CSV; NULL: nobody wants them. */
ProformaOutcome proforma_simulate(ProformaRun *run, const ProformaRequest *request, ProformaText *out, const ProformaSink *draws);

/* Problems in the order in which they were found, each ready to print: place, message, [name], the line, a caret, the rule, the remedy.
 * A run that is NULL, since there was no memory to begin it, has the one problem that memory ended. */
size_t proforma_problem_count(const ProformaRun *run);
const char *proforma_problem(ProformaRun *run, size_t index);
/* The same in pieces. */
ProformaProblem proforma_problem_parts(ProformaRun *run, size_t index);

/* A result that comes piece by piece, and is written whole or not at all: into the file `path`, which is written aside and then renamed;
 * with `path` NULL to the open `descriptor`, once all of it is there. Until then a long one lies in an unlinked file of $TMPDIR or /tmp.
 * NULL when nothing can be written there. Every output is ended by commit or abandon, before the run ends. */
typedef struct ProformaOutput ProformaOutput;
ProformaOutput *proforma_output_begin(ProformaRun *run, const char *path, int descriptor);
/* False when it cannot be written; why is a problem of the run after commit or abandon. */
bool proforma_output_append(ProformaOutput *output, const char *bytes, size_t length);
ProformaOutcome proforma_output_commit(ProformaOutput *output);
void proforma_output_abandon(ProformaOutput *output);

/* Writes a result to a file: aside and then renamed, so that an old file stays whole when something fails. */
ProformaOutcome proforma_save(ProformaRun *run, const char *path, ProformaText text);

/* Records a mistake of the command line, so that messages of all kinds look alike. */
ProformaOutcome proforma_usage_problem(ProformaRun *run, const char *message);
/* Records that a result could not be written to where the caller writes it, and why. */
ProformaOutcome proforma_output_problem(ProformaRun *run, const char *why);
/* The nearest of `count` words to a mistyped one; NULL when none is near. */
const char *proforma_nearest(ProformaRun *run, const char *word, const char *const *words, size_t count);

#endif
