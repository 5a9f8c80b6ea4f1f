/* statement/chart: the chart of accounts: which lines exist, what they are called, and how each enters its total.
 *
 * In:       config/chart.cfg, the general chart; config/charts/<industry>.cfg, what differs from it in an industry.
 * Out:      lines in the order in which statements show them; captions matched to lines.
 * Includes: base.
 *
 * Everything known about a line is data: C code asks the chart for roles (the control number, the share counts), never for captions.
 * All charts of a run have the same statements in the same order; their lines differ, so a LineId means something in its own chart only.
 * statement/chart_build makes a chart of settings, statement/chart_merge the settings of an industry's chart of two files. */
#ifndef PROFORMA_STATEMENT_CHART_H
#define PROFORMA_STATEMENT_CHART_H

#include "base/amount.h"
#include "base/settings.h"

typedef uint16_t LineId;
#define LINE_NONE UINT16_MAX

typedef enum { BASIS_gaap, BASIS_non_gaap, BASIS_COUNT } Basis;
Text basis_name(Basis basis); /* "gaap", "non_gaap" */
bool basis_from_name(Basis *out, Text name);

typedef struct {
    Text name;    /* "revenue.product"; unique in the chart */
    Text label;   /* how reports call it: "Product" */
    Text heading; /* what stands above it in a report: "Net revenues"; every line of a group has it, so it is printed where it changes; empty: none */
    uint8_t statement; /* index into chart->statements */
    UnitKind unit;     /* UNIT_money, UNIT_shares or UNIT_per_share */
    LineId into;       /* the total that it enters; LINE_NONE for none */
    int8_t sign;       /* +1 or -1: how it enters it. Signs are those printed: expenses are positive on operations */
    bool is_total;     /* some line enters it */
    const LineId *addends; /* the lines that enter it, in the chart's order */
    uint16_t addend_count;
    bool grand;        /* closes a statement: ruled twice below (net income, total assets) */
    LineId equals;     /* a total of the same statement that must be the same amount (assets; liabilities and equity); LINE_NONE for none */
    LineId posts;  /* of a total of finer lines: that of them to which what is posted to it goes where they have rows; LINE_NONE: one has to be named */
    LineId alone;      /* of a total: what a row of it is where the statement prints nothing that enters it; LINE_NONE: still the total */
    LineId same_as;    /* a line of another statement (or basis) that prints the same amount; LINE_NONE for none */
    int8_t same_sign;
    Basis same_basis;
    const LineId *stands_for; /* a row of this line is a row of each of these: "Basic and diluted". The line itself never has an amount */
    uint16_t stands_for_count;
    bool stays;        /* a reclassification may not change it: operating, pre-tax and net income, total assets, total equity */
    bool keeps_value;  /* of an asset: a residual of a purchase below zero does not reduce it (SFAS 141, APB 16) */
    bool debt, liquid; /* of a balance sheet: what enterprise value adds to the value of equity, and what it takes off */
    bool never_absent; /* not nil where a statement leaves it out: discontinued operations, extraordinary items, changes in accounting */
    bool recasts;      /* an amount of it was taken out of the lines above it: discontinued operations */
    bool positive;     /* cannot be below zero: total revenue, total assets */
    bool opening, closing; /* of a flow statement: an instant, the day before the column's first or its last (cash at beginning, at end) */
} Line;

typedef struct {
    Text name;  /* operations, balance_sheet, cash_flows, reconciliation, footnote */
    Text title; /* "statement of operations" */
    bool instant;   /* a balance sheet: its columns are instants */
    bool has_bases; /* operations: GAAP and non-GAAP; every other statement is gaap */
    LineId first, count; /* its lines are neighbours */
} StatementKind;

/* The lines on which per-share arithmetic rests (rules: control number, ASC 260-10-45). LINE_NONE when a chart has none. */
typedef struct {
    LineId income;
    LineId common_income; /* income after preferred dividends, which a statement need not print */
    LineId attributable;  /* net income less what is attributable to other holders than the parent's, before preferred dividends */
    LineId non_controlling_income; /* what is, below net income (since 2009): taken off */
    LineId minority_income;        /* the same above income from continuing operations (until then): added with the sign that is printed */
    LineId continuing;    /* income from continuing operations, which may be part of income */
    LineId preferred_dividends;
    LineId basic_shares, basic_eps;
    LineId diluted_shares, diluted_eps;
    LineId continuing_to_parent;  /* income from continuing operations without the share of others */
    LineId continuing_basic_eps, continuing_diluted_eps;
} PerShareLines;

/* The lines to which a purchase is posted unless the scenario names others. LINE_NONE when a chart has none. */
typedef struct {
    LineId cash, goodwill, intangibles, assets;
    LineId accrued, deferred_revenue, debt, deferred_tax, deferred_credit;
    LineId minority, non_controlling; /* what other holders have: between liabilities and equity, or in equity */
    LineId all_equity;                /* equity, the parent's, and that */
    LineId common_stock, deferred_compensation, retained_earnings, equity;
    LineId investments; /* long-term ones, which may be accounted for by the equity method */
    LineId inventories, deal_costs, bargain_gain;
    LineId amortization, interest_income, interest_expense, pretax_income, income_tax;
} DealLines;

typedef struct Chart {
    Text industry; /* "airline"; "general" for config/chart.cfg */
    Line *lines;
    Text *line_names;
    size_t line_count;
    StatementKind *statements;
    size_t statement_count;
    PerShareLines per_share;
    DealLines deal;
    LineId revenue; /* total revenue, for what a calendar leaves out or counts twice */
    LineId gross_margin, operating_income; /* LINE_NONE in an industry that has none */
    struct CaptionIndex *captions; /* private, as are the next */
    struct NameIndex *names;
    struct Industries *industries; /* of the general chart: what the others are made of, and those made */
} Chart;

/* config/chart.cfg */
bool chart_read(const Chart **out, Run *run);
/* The chart of an industry, read when it is first asked for; an empty name or "general" is the general chart itself. [unknown_chart] at
 * `place` when config/charts/ has none of that name. Charts that are handed out do not change; asking does, so ask before threads start.
 * They live as long as the run that read the general one, which is told what is wrong inside their files. */
bool chart_industry(const Chart **out, Run *run, const Chart *general, Text industry, Place place);

LineId chart_line(const Chart *chart, Text name);          /* LINE_NONE when there is none */
int chart_statement(const Chart *chart, Text name);        /* index, or -1 */
Text chart_nearest_line(const Chart *chart, Text name);    /* for "did you mean" */
/* The end of a message about a name that is no statement, or no basis. */
Text chart_suggest_statement(const Chart *chart, Arena *arena, Text name);
Text basis_suggest(Arena *arena, Text name);
static inline const Line *chart_at(const Chart *chart, LineId line) { return &chart->lines[line]; }

/* The lines whose amounts a row prints that is named *line: that line, or those for which it stands. */
typedef struct {
    const LineId *items;
    size_t count;
} PrintedLines;
PrintedLines chart_printed(const Chart *chart, const LineId *line);
bool chart_prints(const Chart *chart, LineId row, LineId line); /* `line` is among those of a row that is named `row`, which may be LINE_NONE */

/* A caption or heading in the form in which captions are compared: lower case, words only, one blank between them; parenthesised
 * words ("(loss)") and footnote markers left out; words of config/chart.cfg `synonyms` replaced. */
Text caption_normalise(const Chart *chart, Arena *arena, Text caption);

/* The line that a normalised caption means in a statement, under normalised headings (headings[0] the innermost). An entry that names
 * a section is taken only when the innermost heading has that name, and then before one that names none: "Basic" under "Discontinued
 * operations" under "Income per share" is not what stands right under the latter. LINE_NONE when no entry fits. */
LineId chart_match(const Chart *chart, uint8_t statement, Text caption, const Text *headings, size_t heading_count);

#endif
