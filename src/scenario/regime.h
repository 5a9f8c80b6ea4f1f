/* scenario/regime: rules by their time: how a deal is accounted for, in which form the pro forma is filed, how its potential shares are counted.
 *
 * In:       config/regimes.cfg; the days of a deal; the period of a statement.
 * Out:      on each axis named regimes, in order of time, each with what it decides; the one that covers a deal's days, and why; that of a period.
 * Includes: base, statement.
 *
 * A regime is data: a word for each decision of its axis (scenario/decision_list.h), the sentence that reports say of it, and its citation.
 * Reading none: scenario_read asks for the file only when a scenario has a deal, options or convertibles. */
#ifndef PROFORMA_SCENARIO_REGIME_H
#define PROFORMA_SCENARIO_REGIME_H

#include "base/settings.h"
#include "statement/company.h"

/* A deal has one regime on each of its axes; on the others each statement has its own, by its period. */
typedef enum { AXIS_accounting, AXIS_form, DEAL_AXES, AXIS_per_share = DEAL_AXES, AXES } Axis;

typedef enum {
#define DECISION(axis, name, words) DECISION_##name,
#include "scenario/decision_list.h"
#undef DECISION
    DECISION_COUNT
} Decision;

/* For each decision its words: DIRECT_COSTS_consideration, DIRECT_COSTS_expense, ... */
#define WORD(name, word) name##_##word,
#define DECISION(axis, name, words) enum { words };
#include "scenario/decision_list.h"
#undef DECISION
#undef WORD

/* The days by which regimes are told apart; the fiscal year is that of the acquirer in which the deal closes, or the statement's period ends. */
typedef enum { DAY_initiated, DAY_closed, DAY_fiscal_year_begins, DAY_fiscal_year_ends, DAY_filed, DAY_period_ends, DAY_KINDS } DayKind;

/* That such a day is `from` or later. */
typedef struct {
    DayKind kind;
    Day from;
} RegimeStart;

typedef struct {
    RegimeStart items[DAY_KINDS];
    size_t count;
} RegimeStarts;

typedef struct {
    Axis axis;
    Text name;  /* "sfas_141" */
    Text title; /* "FASB Statement No. 141, Business Combinations" */
    Text style; /* how reports cite it: "SFAS 141" */
    RegimeStarts applies; /* from any of these days on, until that of a later regime */
    RegimeStarts early;   /* from any of these on a deal may choose it; may be none */
    uint8_t choice[DECISION_COUNT]; /* by decision of its axis, such as IN_PROCESS_expense */
    Text says[DECISION_COUNT];
    Text citations[DECISION_COUNT];
} Regime;

typedef struct {
    Regime *items; /* of all axes, each in order of time */
    size_t count, capacity;
} Regimes;

bool regimes_read(Regimes *out, Run *run); /* config/regimes.cfg */

/* NULL when the axis has none of that name. */
const Regime *regime_find(const Regimes *regimes, Axis axis, Text name);
Text regime_suggest(Arena *arena, const Regimes *regimes, Axis axis, Text name); /* the end of a message about a name that is none */
Axis decision_axis(Decision decision);

/* What is known of a deal; DAY_NONE: not given. An announcement is not later than the closing, so either bounds the other. */
typedef struct {
    Day announced; /* initiated: when its terms were made public */
    Day closed;    /* or is expected to close */
    Day filed;     /* when the pro forma is filed */
    const Company *acquirer;
    const Period *flow; /* of the statement that stands here as a deal that closes with its period; NULL: it is a deal */
} DealDays;

typedef struct {
    const Regime *regime; /* NULL: none covers the days, or something is lacking */
    Text reason;          /* "initiated 2004-02-09, on or after 2001-07-01" */
    const char *lacking;  /* announced, closed, filed, or the acquirer's fiscal_year_end, without which it cannot be told; NULL: nothing */
} RegimeSelection;

RegimeSelection regime_select(Arena *arena, const Regimes *regimes, Axis axis, const DealDays *days);
/* Of a regime that the scenario names: "chosen by the scenario", and what the days say of that. */
Text regime_chosen(Arena *arena, const Regimes *regimes, const Regime *chosen, const DealDays *days);
/* Of a statement's period, in a pro forma that is filed on a day: rules that restate the periods that are shown cover them from then on. Not
 * filed: as if with the period's end. NULL: none covers it, or it cannot be told without the acquirer's fiscal_year_end. */
const Regime *regime_of_period(const Regimes *regimes, Axis axis, Period period, const Company *acquirer, Day filed);
/* Which days the regimes of an axis cover: "APB 16: initiated on or after 1970-11-01; ...". */
Text regimes_cover(Arena *arena, const Regimes *regimes, Axis axis);

#endif
