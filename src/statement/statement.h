/* statement/statement: what a filing states, recognised and checked.
 *
 * In:       tables of a filing; the chart; companies' names.
 * Out:      statements whose every cell knows file, characters, caption, period and unit as printed; then facts in the reporting unit.
 * Includes: base, filing.
 *
 * Glossary. A *statement* is one printed table with a kind, a company and a basis. A *cell* is one printed value. A *fact* is a cell that
 * has become a value of a line for a period. A *reported column* is one dated column of a statement as facts: the unit of calendar algebra
 * and of supersession. Not reported, nil (printed --) and zero (printed 0) are three different things everywhere. */
#ifndef PROFORMA_STATEMENT_STATEMENT_H
#define PROFORMA_STATEMENT_STATEMENT_H

#include "base/amount.h"
#include "filing/filing.h"
#include "statement/chart.h"
#include "statement/period.h"

typedef struct {
    Printed printed;
    bool nil;          /* printed as a dash */
    bool dated;        /* false: stands in a column that is no period (a percentage, a change); never printed by parse */
    Place place;       /* of the digits and what belongs to them: "$", parentheses excluded where apart */
    uint8_t column;    /* index into the statement's columns */
    uint8_t index;     /* 0-based index of the value in its row */
    Period period;     /* the column's, or an instant for opening and closing lines */
} Cell;

typedef struct {
    Text caption;      /* on one line, blanks collapsed, footnote marker and leaders dropped; empty for a total without a caption */
    Text section;      /* innermost heading that governs it, without its colon and markers; may be empty */
    LineId line;       /* LINE_NONE when the chart has no such caption */
    Unit unit;
    Cell *cells;
    uint8_t cell_count;
    bool after_rule;   /* a rule line stands between it and the row before */
    bool total;        /* looks like one: without a caption, or with one that begins as a total's does */
    bool deducted;     /* its caption says that it is taken off: "Less: ..." */
    Place place;       /* of the caption, or of the first value */
} Row;

/* A table, or a row of one, of which nothing was read. */
typedef struct {
    Place place;
    Text reason;
} Skipped;

typedef struct {
    Skipped *items;
    size_t count, capacity;
} SkippedList;

typedef struct {
    const Filing *filing;
    const Chart *chart; /* that names its rows */
    Text entity;        /* id, "ames_department_stores"; empty when no name was found */
    Text entity_title;  /* as printed */
    uint8_t kind;       /* index into chart->statements */
    Basis basis;
    Unit money, shares; /* units of the table */
    bool unit_inherited;
    Period *periods;    /* of its columns */
    uint8_t column_count;
    Row *rows;
    size_t row_count;
    Place title;        /* of the title line, or of the first line when there is no title */
    Place unit_place;   /* of the line that names its unit, of the table above when it is inherited; none when no line does */
    bool has_title;     /* false: named by position or by its captions */
    SkippedList lost;   /* what of it is printed and was not read: rows, or all that stands below a line; each is told by a warning, too. With one of
                         * these it is not complete: what is not printed in it may be lost (rules 10.7) */
} Statement;

typedef struct {
    Statement *items;
    size_t count, capacity;
    SkippedList skipped; /* each is a warning, too */
    SkippedList left_out; /* documents of a submission that hold no statements by rule: where they begin, and their type */
} Statements;

/* --- facts --- */

typedef enum { STATE_not_reported, STATE_reported, STATE_nil, STATE_derived, STATE_not_derivable, STATE_set } State;
Text state_name(State state);

typedef struct Fact Fact;
typedef struct {
    double weight; /* +1 or -1 for flows; days over days for weighted-average shares; 1 for a quotient's parts */
    const Fact *fact;
} Term;

struct Fact {
    LineId line;
    Basis basis;
    State state;
    Period period;
    Money money;      /* UNIT_money lines: whole reporting units */
    double number;    /* every line: the same as a double; shares in the reporting scale, per-share amounts in units of currency */
    double error;     /* derived share counts: the error that rounded inputs allow, in the same unit; 0 else */
    Place place;      /* of the printed value; none for derived facts */
    Text caption;     /* as printed */
    Printed printed;
    const Term *terms; /* derived facts: what they were derived from; a total that an option moved: what it was, less what the option replaced, and that */
    size_t term_count;
    Text reason;       /* not derivable: why. Derived: the formula in words. Set: the option */
    /* What a study varies: */
    uint8_t open;      /* 1 + position of its name among the open ones; 0: it is none of them */
    uint8_t moved_count;
    const Term *moved; /* a total that moves with a line that is open: what it is, less what the line is, and the line */
};

static inline bool fact_has_value(const Fact *fact)
{
    return fact && (fact->state == STATE_reported || fact->state == STATE_nil || fact->state == STATE_derived || fact->state == STATE_set);
}

/* New shares for each old one, from the day on. */
typedef struct {
    Day day;
    double ratio; /* 2 for 2 for 1, 0.1 for 1 for 10; 1: there was none */
    Place place;
} StockSplit;

/* What the scenario says of the basis of a filing's share counts. */
typedef struct {
    const StockSplit *items; /* the splits after it, by which its counts are restated */
    size_t count;
    bool declared; /* the company's splits are listed, so that there are no others */
} FilingSplits;

/* One dated column of one statement, as facts. */
typedef struct {
    uint8_t kind;
    Basis basis;
    Period period;
    Day filed;               /* DAY_NONE when the scenario names no date: then the order of the scenario decides */
    int order;               /* position of the filing in the scenario */
    Text presentation;       /* whose presentation the filing follows; empty: the company's own */
    const Statement *statement; /* of the latest filing of which anything is in it, as are the three above; each fact keeps its own place */
    FilingSplits splits;
    int share_basis;         /* columns with the same number have share counts of one basis, as splits are listed or filings print a period in common */
    Fact **facts;            /* facts[line - first line of the kind]; NULL where the column prints no such line */
} ReportedColumn;

static inline const Fact *column_fact(const Chart *chart, const ReportedColumn *column, LineId line)
{
    const StatementKind *kind = &chart->statements[column->kind];
    return line >= kind->first && line < kind->first + kind->count ? column->facts[line - kind->first] : NULL;
}

/* A statement that a scenario takes from a filing. */
typedef struct {
    const Statement *statement;
    Day filed;               /* DAY_NONE when the scenario names no date */
    int order;               /* position of the filing in the scenario */
    Text presentation;       /* empty: the company's own */
    FilingSplits splits;
} TakenStatement;

/* What a company's filings print, by columns; the later filing supersedes the earlier in the same period. */
typedef struct {
    Text company;            /* id */
    ReportedColumn *items;   /* one for each kind, basis and period */
    size_t count, capacity;
    const TakenStatement *taken; /* all that was taken, the earliest filed first */
    const struct Proof *proofs; /* of each of them: what it is worth (statement/proof) */
    size_t taken_count;
    /* what was checked on the way, for the report */
    size_t totals_exact, totals_rounded, eps_recomputed, same_in_two_filings, same_aggregated, restated;
} Books;

#endif
