#include "scenario/deal.h"

bool deal_refuses(Run *run, const Deal *deal, Decision decision, Place place, Text refused)
{
    const Regime *regime = deal_regime(deal, decision);
    return problem(run, PROBLEM_regime_refuses, place, TEXT_FORMAT " refuses " TEXT_FORMAT ": " TEXT_FORMAT " (" TEXT_FORMAT ")", TEXT_ARGUMENTS(regime->style),
                   TEXT_ARGUMENTS(refused), TEXT_ARGUMENTS(regime->says[decision]), TEXT_ARGUMENTS(regime->citations[decision]));
}
