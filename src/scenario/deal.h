/* scenario/deal: the scenario's group `deal`: the days of a deal and the regimes that they lead to.
 *
 * In:       dates of a scenario, config/regimes.cfg.
 * Out:      how the deal is accounted for and in which form its pro forma is filed, and why.
 * Includes: base, statement, scenario/regime.
 *
 * The inputs of a group of the same name (deal.exchange_ratio) are no part of it: they are figures, these are settings. */
#ifndef PROFORMA_SCENARIO_DEAL_H
#define PROFORMA_SCENARIO_DEAL_H

#include "scenario/regime.h"

typedef struct {
    DealDays days;
    Day balance_sheet; /* of the pro forma balance sheet; by default the latest instant among the scenario's periods; DAY_NONE: neither */
    const Regime *regimes[DEAL_AXES];
    Text reasons[DEAL_AXES]; /* "initiated 2004-02-09, on or after 2001-07-01", "chosen by the scenario" */
    Place place;        /* of the group's name */
} Deal;

/* The regime that decides it, which is one of how the deal is accounted for or filed. */
static inline const Regime *deal_regime(const Deal *deal, Decision decision)
{
    return deal->regimes[decision_axis(decision)];
}

/* A word of that decision: deal_decides(deal, DECISION_in_process) == IN_PROCESS_expense. */
static inline uint8_t deal_decides(const Deal *deal, Decision decision)
{
    return deal_regime(deal, decision)->choice[decision];
}

/* Records [regime_refuses] at the place: "SFAS 141 refuses method = "pooling": what it says (citation)". `refused` is what is asked for. */
bool deal_refuses(Run *run, const Deal *deal, Decision decision, Place place, Text refused);

#endif
