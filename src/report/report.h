/* report/report: a combination as tables and notes that any writer can render.
 *
 * In:       an evaluated model.
 * Out:      plain structures: titles, column heads, rows of cells, schedules, lettered notes, blocks; every text that needs knowledge is made here.
 * Includes: base, statement, calendar, scenario, model.
 *
 * The layout is the chart's: rows stand in its order, under its headings. A writer knows no line, no column and no company. */
#ifndef PROFORMA_REPORT_REPORT_H
#define PROFORMA_REPORT_REPORT_H

#include "model/model.h"

/* A line whose amount is part of another's. */
typedef struct {
    Text name;
    int sign;        /* +1 or -1 */
} ReportPart;

/* What an entry brings to a cell of its column. */
typedef struct {
    Text name;       /* "conform_amortization" */
    double amount;
    const Fact *const *origins; /* reported figures that its amounts refer to */
    size_t origin_count;
} ReportEntry;

/* What a cell is when it is no figure of a company. */
typedef enum {
    CELL_summed = STATE_set + 1, /* a company's total that it does not print, added from its lines */
    CELL_posted,                 /* by entries */
    CELL_computed,               /* a change in shares, which no entry makes */
    CELL_combined,
    CELL_not_combined
} CellState;

typedef struct {
    bool shown;      /* has something to say: a value, a nil, or a reason */
    bool has_value;
    bool nil;        /* printed as a dash by everybody who prints it */
    double value;
    Text text;       /* as a person reads it: "30,505", "(3,035)", "--"; empty when blank */
    Text letters;    /* notes that stand beside it: "(a)" */
    Text note;       /* where it stands, how it was derived, or why it is blank */
    /* the same as structure, for a writer whose reader is a program */
    uint8_t state;   /* a State of a company's figure, or a CellState */
    bool across;     /* the sum of all other cells of the row */
    const Fact *fact; /* a company's figure; NULL: none, or added from its lines */
    const ReportPart *parts; /* lines of the same column whose sum it is */
    size_t part_count;
    const ReportEntry *entries; /* that make up a cell of an entry column */
    size_t entry_count;
    const Text *quotient; /* the two lines of the same column of which it is the quotient; NULL: it is none */
} ReportCell;

typedef struct {
    bool heading;    /* a label over the rows that follow; no cells */
    Text label;
    Text group;      /* the heading over it; may be empty */
    int indent;
    Text name;       /* line name */
    Text unit;       /* "usd_thousands" */
    bool ruled;      /* a rule above: it is a total */
    bool closing;    /* a double rule below */
    ReportCell *cells; /* one for each column */
} ReportRow;

enum { HEAD_LINES = 3 };

typedef struct {
    Text name;       /* "pro_forma" */
    Text head[HEAD_LINES]; /* the first lines may be empty */
    size_t column;   /* of the model */
    bool figures;    /* a company's own column; the others are what the program adds */
    const Period *period; /* the days for which a company's figures stand; NULL: it has none here, or the column is no company's */
} ReportColumn;

typedef struct {
    Text statement, basis;
    Text titles[3];
    WantedPeriod wanted; /* as it was asked for */
    Period period;       /* that the figures cover */
    ReportColumn *columns;
    size_t column_count;
    ReportRow *rows;
    size_t row_count, row_capacity;
    Text *remarks;   /* why a column is empty */
    size_t remark_count, remark_capacity;
} ReportTable;

/* A lettered note or a block of the report's end: a label and paragraphs. */
typedef struct {
    Text label;
    Text *paragraphs;
    size_t count, capacity;
} ReportNote;

typedef struct {
    ReportNote *items;
    size_t count, capacity;
} ReportNotes;

/* A cell of a schedule: a value of the program, or words. */
typedef struct {
    bool has_value;  /* false: blank, or a word in its place ("n.m."), and `note` says why; without a name there is nothing to say */
    double value;    /* of `name` */
    int weight;      /* +1; -1 where the row deducts it: then the text has the other sign */
    Text text;       /* as a person reads it: "150,000", "(60,000)", "indefinite" */
    Text unit;       /* "usd_thousands" */
    Text name;       /* what --set or explain takes: "entries.consideration.total" */
    Text note;       /* schedule, row and column in words, and what of `name` it is where it is not the whole */
} ReportScheduleCell;

typedef struct {
    bool heading;    /* a label over the rows that follow; no cells */
    Text label;
    int indent;
    bool ruled;      /* a rule above: what stands above adds up to it */
    bool closing;    /* a double rule below */
    ReportScheduleCell *cells; /* one for each column */
} ReportScheduleRow;

typedef struct {
    Text head;       /* may be empty when there is one column */
    Basis basis;
    Period period;   /* of its values */
} ReportScheduleColumn;

/* A table of a deal beside the statements. */
typedef struct {
    Text statement;  /* "deal", "analysis": what CSV calls it */
    Text title;      /* "Consideration" */
    Text column;     /* what CSV has as the column: id of the target that it is about, or "pro_forma" */
    Text subtitle;   /* "First · March 31, 2004 · in thousands, except per-share amounts" */
    ReportScheduleColumn *columns;
    size_t column_count;
    ReportScheduleRow *rows;
    size_t count, capacity; /* of rows */
    struct { Text *items; size_t count, capacity; } remarks; /* what its values are measured by, and why some are missing */
} ReportSchedule;

typedef struct Report {
    const Chart *chart;     /* that names the lines of facts */
    const Sources *sources; /* in which their places are */
    Text title;
    ReportTable *tables;
    size_t table_count, table_capacity;
    struct { ReportSchedule *items; size_t count, capacity; } schedules;
    struct { Text *items; size_t count, capacity; } studies; /* of the scenario, as the format writes them */
    ReportNote lacking; /* tables of the analysis that have no value, for the block Missing */
    ReportNotes notes;  /* "(a)", "(b)" */
    ReportNotes blocks; /* Deal, Calendar, Checks, ... */
} Report;

Report *report_build(const Model *model);

#endif
