/* What a regime decides: DECISION(axis, name, its words), each WORD(NAME, word). From this list come the enums that adjustments compare with
 * (IN_PROCESS_expense) and the keys and words of config/regimes.cfg; a decision that a regime there lacks is a problem. */

/* how the deal is accounted for */
DECISION(accounting, pooling, WORD(POOLING, allow) WORD(POOLING, prohibit))
DECISION(accounting, direct_costs, WORD(DIRECT_COSTS, consideration) WORD(DIRECT_COSTS, expense))
DECISION(accounting, awards, WORD(AWARDS, whole) WORD(AWARDS, service_before))
DECISION(accounting, contingent, WORD(CONTINGENT, when_resolved) WORD(CONTINGENT, up_to_excess) WORD(CONTINGENT, fair_value))
DECISION(accounting, in_process, WORD(IN_PROCESS, expense) WORD(IN_PROCESS, capitalise))
DECISION(accounting, unvested_awards, WORD(UNVESTED_AWARDS, contra_equity) WORD(UNVESTED_AWARDS, expense_later))
DECISION(accounting, deferred_revenue, WORD(DEFERRED_REVENUE, fulfilment) WORD(DEFERRED_REVENUE, contract))
DECISION(accounting, goodwill, WORD(GOODWILL, amortise) WORD(GOODWILL, test))
DECISION(accounting, negative_residual, WORD(NEGATIVE_RESIDUAL, reduce_noncurrent) WORD(NEGATIVE_RESIDUAL, reduce_eligible) WORD(NEGATIVE_RESIDUAL, gain))
DECISION(accounting, debt_costs, WORD(DEBT_COSTS, asset) WORD(DEBT_COSTS, deduction))
DECISION(accounting, minority, WORD(MINORITY, carrying_amount) WORD(MINORITY, fair_value))
DECISION(accounting, minority_place, WORD(MINORITY_PLACE, outside) WORD(MINORITY_PLACE, equity))

/* the form in which the pro forma is filed */
DECISION(form, one_time, WORD(ONE_TIME, remove) WORD(ONE_TIME, keep))
DECISION(form, autonomous, WORD(AUTONOMOUS, refuse) WORD(AUTONOMOUS, column))
DECISION(form, management, WORD(MANAGEMENT, note_outside) WORD(MANAGEMENT, note_reconciled))
DECISION(form, ends_at, WORD(ENDS_AT, continuing))
DECISION(form, required, WORD(REQUIRED, year_and_interim))

/* how the potential shares of a statement are counted */
DECISION(per_share, tax_benefit, WORD(TAX_BENEFIT, in_proceeds) WORD(TAX_BENEFIT, left_out))
DECISION(per_share, price_contingency, WORD(PRICE_CONTINGENCY, when_met) WORD(PRICE_CONTINGENCY, always))
