/* model/counting: what the potential securities of one statement are counted with.
 *
 * In:       a sheet of operations; the scenario's prices, exchange ratios and spans of days.
 * Out:      formulas of a security as slots, the ratio of its company, the parts of the period with their prices, weights by days.
 * Includes: base, statement, calendar, scenario, model.
 *
 * The price is that of the acquirer's stock in the period, from `shares.prices`, or without it the inputs of group market. A period longer than a quarter
 * for which `shares.prices` has the quarters is counted by these, each with its own prices, and averaged by days (ASC 260-10-55-3, 55-3B). What
 * a security needs and cannot have is no problem: `unknown` says it, and diluted earnings per share are then not known. */
#ifndef PROFORMA_MODEL_COUNTING_H
#define PROFORMA_MODEL_COUNTING_H

#include "model/lookup.h"

/* A part of the period, or all of it. */
typedef struct {
    WantedPeriod wanted;
    const ScenarioPrice *price;
} CountedPart;

typedef struct {
    Model *model;
    Program *program;
    LookupContext context;
    int days;             /* of the period */
    CountedPart *parts;   /* in order of time; one, or the quarters */
    size_t part_count;
    const Regime *regime; /* that holds for the period; NULL: not known */
    Slot dividends;       /* of convertible preferred stock, added back so far; SLOT_NONE: none */
    Place dividends_place;
    Text unknown;         /* why what a security adds is not known; empty: all is known so far */
    bool good;
} Counting;

Counting counting_begin(Model *model, size_t sheet);
void counting_unknown(Counting *counting, Text why); /* the first is kept */

/* The formula of a key; SLOT_NONE: it has none, or no value, which `unknown` then says. */
Slot counting_value(Counting *counting, const ScenarioSecurity *security, const EntryKey *keys, int key);
/* The same where it must be there, and not be negative [out_of_range]. */
Slot counting_need(Counting *counting, const ScenarioSecurity *security, const EntryKey *keys, int key);
void counting_not_negative(Counting *counting, const ScenarioSecurity *security, const EntryKey *keys, int key, Slot slot);

/* Shares of the acquirer for one of the company's: 1, the ratio of an entry of its purchase, or deal.exchange_ratio. */
Slot counting_ratio(Counting *counting, const ScenarioSecurity *security);
/* Prices of a part, SLOT_NONE with `unknown`: not given. An average price buys back, and must be above 0 [average_price_zero]. */
Slot counting_average(Counting *counting, const CountedPart *part);
Slot counting_closing(Counting *counting, const CountedPart *part);

/* Days of a part, and of the period, on which a security is outstanding. */
int counting_days(const CountedPart *part, const EntryValue *outstanding);
int counting_all_days(const Counting *counting, const EntryValue *outstanding);
/* The amounts, one a part, weighted by those days, over so many days. */
Slot counting_weighted(Counting *counting, const Slot *amounts, const EntryValue *outstanding, int over);

#endif
