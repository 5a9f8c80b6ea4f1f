/* model/model: the combination as sheets of figures, whose values are slots of one program.
 *
 * In:       a scenario, the chart, each company's books.
 * Out:      sheets of figures (one for each statement, basis and period) whose values are slots of one program; entries with their
 *           proofs; per-share figures; what was verified.
 * Includes: base, statement, calendar, scenario.
 *
 * Reclassifications and adjustments are the same thing, balanced entries in different columns (rules 3). No money is added outside
 * calendar/ and the evaluator. A figure without a slot is blank and says why. */
#ifndef PROFORMA_MODEL_MODEL_H
#define PROFORMA_MODEL_MODEL_H

#include "calendar/align.h"
#include "model/program.h"
#include "model/saying.h"
#include "scenario/analysis.h"
#include "scenario/name.h"

/* The columns of a sheet: each company's, in the scenario's order, then those of ColumnKind. */

typedef struct {
    Slot slot;        /* SLOT_NONE: blank */
    bool summed;      /* a total that the company does not print, added from its lines because another company prints it or the deal needs it */
    const Fact *fact; /* a company's figure: the aligned fact; NULL for what the program computes */
    Text reason;      /* why it is blank, when it could have been expected not to be */
} Figure;

typedef struct {
    uint8_t kind;
    Basis basis;
    WantedPeriod wanted;
    const AlignedStatement **aligned; /* one for each company */
    Figure *figures;                  /* figures[column * lines of the kind + line - first line] */
    bool *apart;                      /* per line: not combined, because a company reports only the total above it */
    bool combined;                    /* built: entries and the pro forma column are in */
    bool combinable;                  /* every company reports the statement */
} Sheet;

/* What an entry posts to one line: a whole amount. */
typedef struct {
    LineId line;
    Slot amount;
    Text label;         /* what it is for, beside the line: "technology"; may be empty */
    Slot difference;    /* the temporary difference that it makes, of which a deferred tax is due; SLOT_NONE: none */
    bool not_deductible; /* what it moves income by is not taxed */
    const ScenarioEntry *taxed; /* of a leg of tax: whose income it is on; NULL: of no entry's */
    Place place;        /* of the formula that gave it */
} AppliedLeg;

/* What is taken for granted of amounts; checked when the program has run. */
typedef struct {
    Slot holds; /* 0: it does not */
    ProblemKind kind;
    Place place;
    Text what;
    const Saying *told; /* the values that break it, in the report; NULL: none. A study, in which they vary, says `what` alone */
} Condition;

typedef struct { Condition *items; size_t count, capacity; } Conditions;

/* An asset that an entry records, and how long it lasts. */
typedef struct {
    Text name, use;     /* "technology"; how it is used up: "amortized", "indefinite" */
    Slot amount, life;  /* in years; SLOT_NONE: indefinite */
    Slot yearly;        /* what of it is amortized in a year; SLOT_NONE: nothing */
} AppliedLife;

/* An entry in one sheet. */
typedef struct AppliedEntry {
    const ScenarioEntry *entry;
    size_t sheet;
    ColumnKind column;  /* that of its kind, unless the entry chose another */
    struct { AppliedLeg *items; size_t count, capacity; } legs;
    Conditions conditions;
    Slot *effects;      /* per line of the kind, totals included; SLOT_NONE: none */
    Slot *figures;      /* one for each figure of the entry's kind; SLOT_NONE where it was not computed */
    struct { AppliedLife *items; size_t count, capacity; } lives;
    struct { const Saying **items; size_t count, capacity; } sayings; /* its arithmetic, for the notes */
    Slot residual;      /* on a balance sheet assets less liabilities and equity, of a reclassification of income its effect on it: must be 0,
                           but for an entry of a purchase, of which the sum must be; SLOT_NONE: an adjustment of income */
    const Fact **origins; /* reported figures that its amounts refer to */
    size_t origin_count, origin_capacity;
} AppliedEntry;

/* The slot of a figure of the entry's kind, by its name; SLOT_NONE: it has none of that name, or it was not computed. */
Slot applied_figure(const AppliedEntry *applied, const char *name);

typedef struct {
    const ScenarioEntry *entry;
    WantedPeriod wanted;
    uint8_t kind;
    Basis basis;
    Text why;
} SkippedEntry;

/* A potential security in one operations sheet (ASC 260-10-45-16 to 45-44), by its position among the scenario's: see scenario/security. */
typedef struct {
    size_t index;      /* scenario_security_name(..., index) */
    size_t company;    /* whose; company_count: not told */
    bool opaque;       /* a printed increment: used as printed, an approximation that no price moves */
    Slot income;       /* what it adds to the numerator: 0 or more */
    Slot shares;       /* what it adds to the denominator before it is tested: 0 or more */
    Slot rank;         /* in the sequence, 1 the most dilutive */
    Slot included;     /* 1: in; 0: out, as antidilutive */
    const Saying *how; /* its arithmetic; NULL: the formula says it all */
} Security;

/* What is left of the test for dilution: model/dilution. */
typedef struct {
    Slot income, shares; /* numerator and denominator of diluted earnings per share */
} Diluted;

/* The per-share arithmetic of one operations sheet. */
typedef struct {
    size_t sheet;
    Slot others;  /* what of net income below it is attributable to other holders than the parent's; SLOT_NONE: nothing */
    Slot continuing, preferred; /* income from continuing operations attributable to the parent; preferred dividends, SLOT_NONE: none */
    Slot control; /* the one less the other: decides what dilutes */
    bool of_continuing; /* the form's statement ends at income from continuing operations, and a company has amounts below it */
    Slot common;  /* what is divided for basic: net income attributable to the parent less preferred dividends, or of_continuing the control number */
    LineId basic_line, diluted_line; /* in which the quotients stand */
    Slot issued, basic; /* SLOT_NONE where it could not be had */
    Diluted diluted;
    struct { Security *items; size_t count; } securities; /* those that take part, in the scenario's order */
    Text basic_reason, diluted_reason;
} PerShare;

/* Where the rules give no number: in those lanes in which `when` is not 0 the figure's slot holds none. */
typedef struct {
    Slot when;
    const char *word; /* that stands for it: "n.m.", "none"; NULL: it is missing */
    Text why;
} AnalysisException;

/* Figures of the deal analysis of one operations sheet: model/analysis. */
typedef struct {
    AnalysisId id;
    size_t subject;    /* a company, an entry or a security, as the figure's Subject says; 0 */
    Slot slot;         /* SLOT_NONE: see `why` */
    struct { AnalysisException *items; size_t count, capacity; } exceptions; /* the first that holds counts */
    const char *word;  /* once evaluated, of lane 0: of the exception that holds; NULL: none does */
    Text why;          /* why there is no value; once evaluated also why there is no number; empty where there is one */
    const Saying *how; /* what it is measured by, where that is a choice: "on weighted-average shares"; NULL: nothing to say */
} AnalysisFigure;

typedef struct {
    size_t sheet;
    struct { AnalysisFigure *items; size_t count, capacity; } figures; /* in the order of scenario/analysis_list.h */
    Slot sources, uses; /* of the deal, which must be equal; SLOT_NONE: it has none */
    Place deal;         /* of its first entry of consideration */
} Analysis;

typedef struct {
    const ScenarioVerify *verify;
    Slot slot;
    Text reason; /* why it could not be computed */
    bool ties;
} Verified;

/* A period that the form of the deal's pro forma requires; a day: its balance sheet. */
typedef struct {
    WantedPeriod wanted;
    bool listed;  /* among the scenario's periods */
    Text lacking; /* which companies' filings do not reach it, and why; empty: all do */
} Required;

typedef struct Model {
    Run *run;
    const Chart *chart;
    const Scenario *scenario;
    const Books *books; /* one for each company */
    Program program;
    double *values;     /* lane 0, once evaluated: values[slot] */
    struct { Sheet *items; size_t count, capacity; } sheets;
    struct { size_t *items; size_t count, capacity; } requested; /* sheets that were asked for, in the order of the report */
    struct { AppliedEntry **items; size_t count, capacity; } applied;
    struct { SkippedEntry *items; size_t count, capacity; } skipped;
    struct { PerShare *items; size_t count, capacity; } per_shares;
    struct { Analysis *items; size_t count, capacity; } analyses;
    Conditions conditions; /* of what is no entry's */
    Slot *wanted;       /* one for each name of the request; SLOT_NONE where it has no value */
    Text *wanted_reasons; /* why */
    bool studied;       /* built for a study: what is open has slots of its own */
    Slot *open_slots;   /* one for each open name of the scenario; SLOT_NONE: see model/open */
    Slot *open_formulas; /* what the scenario writes in place of it; SLOT_NONE: it is an input or a figure */
    bool *open_decides; /* its value decided how the model was built */
    Conditions proofs;  /* of a study: what model_check proves of lane 0, where an open name might change it */
    Slot *input_slots;  /* one for each of the scenario's inputs */
    bool *input_read;   /* likewise: the analysis takes it by its name */
    struct Compiling *compiling; /* entries that are being compiled; private to model/entry */
    struct Circle *circle;       /* likewise: the circle that is gone through; NULL: none */
    bool circular;      /* likewise: a circle was refused */
    Verified *verified; /* one for each of the scenario's */
    struct { Required *items; size_t count, capacity; } required; /* of a scenario with a deal */
    Text required_unknown; /* why it cannot be told what is required; empty: it can */
    size_t purchases_closed;  /* purchases of a target, each in one balance sheet, that leave nothing over */
    size_t balance_sheets_even, balance_sheets_uneven; /* pro forma balance sheets; uneven: within the rounding of the companies' own */
    size_t pro_forma_totals_foot, pro_forma_totals_rounded, pro_forma_totals_off;
} Model;

/* What the scenario allows the calendar of a company; as filed is a matter of targets, the acquirer's calendar is the report's. */
AlignRules scenario_align_rules(const Scenario *scenario, size_t company);

size_t model_column(const Model *model, ColumnKind column);
size_t model_column_count(const Model *model);
Figure *sheet_figure(const Model *model, const Sheet *sheet, size_t column, LineId line);
Text model_column_name(const Model *model, size_t column); /* "pro_forma", or the id of a company */

/* Is it a total that statements show since the deal leaves a part of a target with others: net income attributable to the parent, equity of all? */
bool model_shows_total(const Model *model, LineId total);

/* Where the slot is 0, the problem is recorded once the program has run. SLOT_NONE: nothing. */
void model_require(Model *model, Conditions *conditions, Slot holds, ProblemKind kind, Place place, const char *format, ...);
/* The same with the values that break it, which `words` name (model/saying). */
void model_require_told(Model *model, Conditions *conditions, Slot holds, ProblemKind kind, Place place, Text what, const char *words, ...);
/* That a rate or a part of a whole is 0 to 1 [out_of_range]: who means 40 percent and writes 40 would get forty times the whole. Both readings
 * of what was written are named. */
void model_require_part(Model *model, Conditions *conditions, Slot part, Place place, const char *name);

/* The sheet, opened (companies' figures, with the totals that another company prints) if it was not there; index into sheets, since sheets move while more are opened. */
bool model_open_sheet(size_t *out, Model *model, uint8_t kind, Basis basis, WantedPeriod wanted);
/* "target.net_income@2004-03-31/3M:non_gaap": what --set and explain take. */
Text figure_name(const Model *model, const Sheet *sheet, size_t column, LineId line);

#endif
