/* report/sweep_report: a sweep in words.
 *
 * In:       a sweep, before and after it has run.
 * Out:      its head, values and figures as people read them, and what is to be said beside them.
 * Includes: base, model, study, report. */
#ifndef PROFORMA_REPORT_SWEEP_REPORT_H
#define PROFORMA_REPORT_SWEEP_REPORT_H

#include "study/sweep.h"
#include "study/sweep_summary.h"

typedef struct {
    Sweep *sweep;
    bool titled;      /* begins with the title of the scenario */
    Text study;       /* name of one that the scenario declares; may be empty */
    Text study_title; /* likewise */
    struct { Text *items; size_t count, capacity; } remarks;
    bool stopped;
    bool colour;      /* text is for a terminal that shows colours */
} SweepReport;

/* Where a sweep is written while it runs. */
typedef struct {
    bool (*write)(void *context, Text bytes); /* false: it can take no more */
    void *context;
    size_t threads; /* 0: one for each processor */
    StudyProgress progress;
} SweepOutput;

/* Runs the sweep and writes it. False: a problem, [too_many_cells] of text, or `write` has had enough. What was stopped is written as far as it came. */
typedef bool SweepWrite(SweepReport *report, const SweepOutput *output);
SweepWrite sweep_write_text, sweep_write_csv, sweep_write_json, sweep_write_summary;

typedef struct {
    const char *name;
    unsigned parts; /* StudiedParts that it needs */
    SweepWrite *write;
} SweepFormat;

const SweepFormat *sweep_format_find(Text name); /* NULL: there is no such format */
Text sweep_format_suggest(Arena *arena, Text name);

/* Every cell of a sweep of at most SWEEP_TEXT_MOST, kept to be printed as text. */
enum { SWEEP_TEXT_MOST = 10000 };
typedef struct {
    const Sweep *sweep;
    double *values, *accretion; /* values[cell * figures + figure] */
    SweepWord *words;
} SweepGrid;

void sweep_grid_begin(SweepGrid *out, Arena *arena, const Sweep *sweep);
SweepUse sweep_grid_use(SweepGrid *grid);

/* "target.shares.basic: 85,000 to 95,000 by 2,500 (5 values; 92,390 in the scenario)" */
Text sweep_axis_words(Arena *arena, const SweepAxis *axis);
/* "92,390" */
Text sweep_value_words(Arena *arena, const SweepAxis *axis, uint64_t index);
/* The scenario's own value of an axis that has one, as --set takes it. */
Printed sweep_base_value(const StudyAxis *axis);
/* "0.0582", "(31.55) %" */
Text sweep_figure_words(Arena *arena, const StudyFigure *figure, double value);
/* "deal.exchange_ratio=1.404 deal.measurement_price=29.47": the values of a cell. */
Text sweep_cell_words(Arena *arena, const Sweep *sweep, uint64_t cell);

/* Runs it, and says what is to be said: figures without a value, approximations, cells without figures, where it was stopped. False: `take` has
 * had enough. */
bool sweep_report_run(SweepReport *report, const SweepOutput *output, const SweepUse *use);
/* Why words stand in place of values in a grid. */
void sweep_grid_remarks(SweepReport *report, const SweepGrid *grid);

/* Rows of CSV or elements of JSON, made by the threads that compute them. */
typedef enum { SWEEP_ROWS_csv, SWEEP_ROWS_json } SweepRowsForm;
typedef struct {
    const Sweep *sweep;
    SweepRowsForm form;
    Text **words;   /* of each axis, the values of a list as the form writes them; NULL: its values are numbers */
    size_t longest; /* bytes of a row */
    const SweepOutput *output;
} SweepRows;
void sweep_rows_begin(SweepRows *out, Arena *arena, const Sweep *sweep, SweepRowsForm form, const SweepOutput *output);
SweepUse sweep_rows_use(SweepRows *rows);

/* The head of text: the scenario, the study, the period and the basis, what varies. The remarks end it. */
void text_sweep_head(TextBuilder *out, const SweepReport *report);
void text_sweep_remarks(TextBuilder *out, const SweepReport *report);

#endif
