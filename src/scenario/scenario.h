/* scenario/scenario: a scenario file as plain structs.
 *
 * In:       scenarios/x.cfg with its includes, options NAME=VALUE.
 * Out:      who combines with whom, from which filings, on which periods, under which regimes, with which inputs, entries, shares and figures to
 *           verify.
 * Includes: base, statement.
 *
 * Everything is checked that can be checked without reading the filings: keys, types, dates, units, names of statements, lines and
 * companies, expressions with the names inside them. A mistake that others follow from is reported alone. */
#ifndef PROFORMA_SCENARIO_SCENARIO_H
#define PROFORMA_SCENARIO_SCENARIO_H

#include "base/settings.h"
#include "scenario/deal.h"
#include "scenario/distribution.h"
#include "scenario/entry_kind.h"
#include "statement/company.h"
#include "statement/statement.h"

typedef struct {
    uint8_t kind; /* index into chart->statements */
    Basis basis;
    bool every_basis; /* "operations" takes both, "operations.gaap" one */
    Place place;
} TakenKind;

typedef struct {
    Text key;          /* "q1_2004" */
    Text file;         /* as written in the scenario */
    Text path;
    Place place;       /* of the file's name in the scenario */
    Day filed;         /* DAY_NONE when not given */
    Text presentation; /* empty: the company's own id */
    TakenKind *takes;  /* count 0: everything that the filing prints of the company */
    size_t take_count;
    FilingSplits splits; /* by which its share counts are restated */
    Text assumption;   /* what the file assumes, for the report: `assumption = "..."` */
} FilingUse;

typedef struct {
    Company company;   /* config/companies.cfg overridden by the scenario */
    FilingUse *filings;
    size_t filing_count;
    int join_days;     /* boundaries of 52/53-week years at most so many days apart may be joined (0 to 7; default 0) */
    int balance_days;  /* a balance at most so many days before the wanted instant may stand in (0 to 93; default 0) */
    Day balance_date;  /* the very balance to be used, named; may be later than the wanted instant; DAY_NONE */
    Text missing;      /* what is known to be missing, for the report; may be empty */
    Place place;
} ScenarioCompany;

typedef struct {
    Text group, name;  /* deal, exchange_ratio */
    Printed value;
    Unit unit;
    double number;     /* what formulas compute with: money and shares in the reporting scale, percent as a fraction */
    Text source;       /* or "assumption" */
    bool has_range;
    InputNumber range[2];
    const Distribution *distribution; /* NULL: none */
    Place place;       /* of the value */
    bool set;          /* replaced by --set */
} ScenarioInput;

/* Each two of the inputs, all of which have distributions, hang together: the coefficient is of the normal numbers behind them. */
typedef struct {
    Text name;
    size_t *inputs;    /* positions among the scenario's */
    size_t input_count;
    double coefficient;
    Place place;       /* of its name */
} ScenarioCorrelation;

typedef struct {
    LineId line;
    const Expression *amount;
    Text amount_text;
    Place place; /* of the line's name */
} ScenarioLeg;

/* Of an inverse (`inverse_of = "NAME"`) all but name, reason, citation, assumption and place is that of the entry that it takes back, an
 * earlier one that is no inverse itself; it posts what that entry posts, negated, so the two together move nothing, to the unit. */
typedef struct ScenarioEntry {
    Text name;
    Text inverse_of;        /* name of the entry that it takes back; empty: none */
    size_t inverted;        /* its position */
    bool off;               /* `apply = false`: in the file, not in the figures; an inverse is off when its entry is */
    const EntryKind *kind;  /* NULL where it could not be read */
    Text company;           /* of an entry of a purchase the target; empty: the combination */
    WantedPeriod *periods;  /* count 0: every period */
    size_t period_count;
    Text reason;            /* that of the kind when none is given */
    Text citation;          /* optional, S-X or ASC */
    Text assumption;        /* what the entry assumes, for the report; may be empty */
    bool not_deductible;    /* `deductible = false`: no leg of the tax entry */
    EntryValue tax_rate; /* its own rate; without a formula: that of the tax entry */
    bool circular;          /* `unroll`: its amounts may depend on themselves */
    LineId *new_lines;      /* that it brings into a statement of which no company has them */
    size_t new_line_count;
    EntryValue *values;     /* one for each of the kind's keys */
    /* of free kinds */
    Text from_presentation; /* empty: none needed */
    uint8_t statement;
    Basis basis;
    bool every_basis;
    ScenarioLeg *legs;
    size_t leg_count;
    Place place;            /* of the entry's name */
} ScenarioEntry;

/* A potential security of a company that is listed: a tranche of options (also for the awards of a purchase), or a convertible. What a company
 * has of them replaces the increment that its statements print, and is never added to it. */
typedef struct {
    Text name;
    Text company;
    EntryValue *values;     /* one for each of tranche_keys, or of convertible_keys; NULL where it could not be read */
    Place place;
} ScenarioSecurity;

/* `unrecognised`: compensation cost of an option that future service earns, average of the period, which counts as proceeds; `tax_benefit`:
 * excess tax benefit of an option on exercise at the average price, which counts too where the rules of the period say so. Both for one option as
 * the company issued it, like its strike. `outstanding`: spans of days, see span_keys; without them the whole period. */
enum {
    TRANCHE_company, TRANCHE_options, TRANCHE_strike, TRANCHE_fair_value, TRANCHE_unvested, TRANCHE_service_before, TRANCHE_remaining_years,
    TRANCHE_unrecognised, TRANCHE_tax_benefit, TRANCHE_outstanding, TRANCHE_KEYS
};
extern const EntryKey tranche_keys[TRANCHE_KEYS + 1];

/* `shares`: of the company, into which all of it converts. `interest`: of the period, before tax, for the time in which it is outstanding;
 * `dividends`: likewise, of convertible preferred stock, never taxed. `settlement`: what the holder gets on conversion. */
enum {
    CONVERTIBLE_company, CONVERTIBLE_shares, CONVERTIBLE_interest, CONVERTIBLE_tax_rate, CONVERTIBLE_dividends, CONVERTIBLE_settlement,
    CONVERTIBLE_principal, CONVERTIBLE_trigger_price, CONVERTIBLE_outstanding, CONVERTIBLE_KEYS
};
enum { SETTLEMENT_shares, SETTLEMENT_principal_in_cash };
extern const EntryKey convertible_keys[CONVERTIBLE_KEYS + 1];

/* One item of `outstanding`: from that day to that day, both included; a side that is not given is without bound. */
enum { SPAN_from, SPAN_to, SPAN_KEYS };
extern const EntryKey span_keys[SPAN_KEYS + 1];

/* The prices of the acquirer's stock in one period, where the scenario gives them period by period: `shares.prices`. */
typedef struct {
    Text name;
    WantedPeriod period;
    const Expression *average; /* of the period: buys back */
    const Expression *closing; /* on its last day: whether a market-price contingency is met; NULL: not given */
    Place place;
} ScenarioPrice;

/* How shares issued are counted: rules 5.1. */
typedef enum {
    ISSUED_formula,              /* as `issued` says */
    ISSUED_weighted_average,     /* the target's weighted average of the period x ratio; default of a plain combination */
    ISSUED_outstanding_at_closing /* the target's shares outstanding at closing x ratio; default of a purchase */
} IssuedRule;

typedef struct {
    Text name;
    const Expression *shares;
    Text shares_text;
    bool printed_increment; /* opaque, as printed: an approximation, and the report says so */
    Place place;
} ScenarioPotential;

typedef struct {
    Text key;
    const Expression *name; /* the figure: a name or an expression over names */
    Text name_text;
    bool has_period, has_basis;
    WantedPeriod period;
    Basis basis;
    Printed value;          /* decimals say to how many places it must tie */
    Text source;            /* where the figure stands or the arithmetic that gives it */
    Place place;            /* of the value */
} ScenarioVerify;

/* A grid over names that vary: what the options of proforma sweep say, kept in the scenario. What a range says is read when it is used. */
typedef struct {
    Text name, title;  /* title: may be empty */
    Text *varies;      /* "NAME=FROM:TO:STEP" ... */
    Place *vary_places;
    size_t vary_count;
    Text *shows;       /* "NAME[,NAME]..." */
    size_t show_count;
    bool has_period, has_basis;
    WantedPeriod period; /* of names that give none */
    Basis basis;
    Text column;       /* that a bare line means; empty: pro_forma */
    Place place;       /* of its name */
} ScenarioStudy;

/* --set NAME=VALUE of something that is not an input or a path of the scenario: a reported figure, replaced before alignment. */
typedef struct {
    Expression name;
    Printed value; /* without a scale word (unit.scale 0) in the reporting unit */
    uint8_t open;  /* 1 + position among the open names; 0: it has the value */
    Place place;   /* of the whole option */
} ScenarioSet;

/* What a study varies: a name that --set takes, whose value stays open. */
typedef enum {
    OPEN_input,
    OPEN_formula, /* a setting that the scenario writes as a formula or a number of one */
    OPEN_figure,  /* a company's reported figure */
    OPEN_setting  /* any other setting: no formula takes it as a number */
} OpenKind;

typedef struct {
    Text name;              /* as it was given */
    Place place;
    OpenKind kind;
    size_t input;           /* OPEN_input: its position */
    UnitKind unit;          /* of its values: a figure's that of its line; UNIT_none of formulas and settings */
    const Setting *setting; /* NULL: a figure */
    Text set;               /* OPEN_figure: the whole name */
} ScenarioOpen;

typedef struct {
    Text title, path;
    const Chart *chart;        /* the one with which all its companies are read */
    Unit reporting;            /* money unit of the run; usd_thousands */
    WantedPeriod *periods;
    size_t period_count;
    TakenKind *statements;     /* that are shown unless others are asked for; count 0: all */
    size_t statement_count;
    bool as_filed;             /* calendar = "as_filed" */
    Text acquirer;
    Text *targets;
    size_t target_count;
    ScenarioCompany *companies; /* acquirer first, then the targets in their order */
    size_t company_count;
    const Deal *deal;          /* NULL: the scenario has no group `deal` */
    ScenarioInput *inputs;
    size_t input_count;
    ScenarioCorrelation *correlations;
    size_t correlation_count;
    ScenarioEntry *entries;
    size_t entry_count;
    bool has_shares;
    IssuedRule issued_rule;
    const Expression *issued;  /* shares.issued, or the formula of its rule; NULL when the scenario has no shares */
    Text issued_text;
    Place shares_place;
    ScenarioPotential *potentials;
    size_t potential_count;
    ScenarioSecurity *tranches;
    size_t tranche_count;
    ScenarioSecurity *convertibles;
    size_t convertible_count;
    ScenarioPrice *prices;
    size_t price_count;
    ScenarioPrice market;      /* market.average_price and market.closing_price, of every other period; NULL: not given, or nothing needs it */
    const Regimes *regimes;    /* config/regimes.cfg; NULL: nothing in the scenario depends on it */
    ScenarioVerify *verifies;
    size_t verify_count;
    ScenarioStudy *studies;
    size_t study_count;
    Text *assumptions;         /* `assumptions = ( "...", ... )`: said in the report apart from facts */
    size_t assumption_count;
    ScenarioSet *sets;
    size_t set_count;
    ScenarioOpen *opens;       /* one for each name that a study varies */
    size_t open_count;
    const Setting *root;       /* the tree after --set, for full paths of the scenario */
    EntryKinds kinds;
} Scenario;

/* Options of the command line that a scenario is read with. */
typedef struct {
    const Text *sets;    /* "NAME=VALUE" */
    size_t set_count;
    const Text *opens;   /* "NAME", at most OPEN_MOST: their values stay open, and the figures are those of the scenario as it is */
    size_t open_count;
    bool open_studies;   /* and with them what the scenario's own studies vary, but for what `sets` gives a value */
} ScenarioOptions;
enum { OPEN_MOST = 200 };

/* `general`: config/chart.cfg. The scenario's own chart is handed out with it: that of `chart`, or else the one that its companies agree on
 * [mixed_charts]. `kinds`: the kinds that entries can have.
 *
 * One NAME=VALUE of the command line. NAME is an input (deal.exchange_ratio), a full path of the scenario
 * (inputs.deal.exchange_ratio.value, calendar, periods), or a reported figure (target.cost.product@2004-03-31/3M:gaap).
 * A VALUE has the type of what it replaces. Problems of options have places in a source named "--set"; of open names in one named "--vary". */
bool scenario_read(const Scenario **out, Run *run, const Chart *general, const Companies *companies, EntryKinds kinds, Text name, Text path,
                   const ScenarioOptions *options);

/* The value in the input's own unit: what --set takes. A percentage is not yet a fraction. */
static inline double scenario_input_value(const ScenarioInput *input)
{
    return printed_to_double(input->value, input->unit.scale);
}

/* The rules by which the potential shares of a period are counted, in a pro forma filed on the deal's day; NULL: see regime_of_period. */
const Regime *scenario_share_regime(const Scenario *scenario, Period period);

/* Not one that is off, nor one that another takes back, nor one that takes another back: with its inverse an entry is as if neither were there. */
bool scenario_entry_in_force(const Scenario *scenario, const ScenarioEntry *entry);

/* Position of a company; company_count when there is none of that id. */
static inline size_t scenario_company(const Scenario *scenario, Text id)
{
    size_t index = 0;
    while (index < scenario->company_count && !text_equal(scenario->companies[index].company.id, id))
        index++;
    return index;
}

#endif
