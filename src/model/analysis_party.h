/* model/analysis_party: what the deal analysis knows of the parties: their figures, their shares, what is paid.
 *
 * In:       companies' figures, the deal's entries, inputs that have a name for the analysis.
 * Out:      values, or why they are missing.
 * Includes: base, statement, calendar, scenario, model.
 *
 * Inputs of that kind: deal.acquirer_shares_outstanding and the target's deal.shares_outstanding, deal.exchange_ratio, deal.tax_rate,
 * deal.measurement_price, market.acquirer_price and the target's market.target_price. Where there are several targets, each has its own
 * deal.ID_shares_outstanding, deal.ID_exchange_ratio and market.ID_price. */
#ifndef PROFORMA_MODEL_ANALYSIS_PARTY_H
#define PROFORMA_MODEL_ANALYSIS_PARTY_H

#include "model/analysis_table.h"

/* Fills what Analysing has of shares and earnings. */
void party_shares(Analysing *at);
void party_earnings(Analysing *at);

Text party_name(const Analysing *at, size_t company);
double party_months(const Analysing *at);    /* of the period */
/* The day of the pro forma balance sheet; where the scenario shows none the period's last. */
Day party_balance_day(const Analysing *at);

Looked party_line(Analysing *at, size_t company, LineId line);            /* of the period */
Looked party_balance(Analysing *at, size_t company, LineId line, Day day); /* of the company's balance sheet */
/* After the reclassifications that are the company's own, before adjustments. */
Looked party_conformed(Analysing *at, size_t company, LineId line);
Looked party_common(Analysing *at, size_t company);
/* What the statement's per-share amounts are of: that, or where the form ends at them income from continuing operations less preferred dividends. */
Looked party_earned(Analysing *at, size_t company);
Looked party_diluted(Analysing *at, size_t company); /* its own diluted count */ /* income for the holders of common stock: net income less preferred dividends */

/* An input "GROUP.NAME" in its unit [unit_mismatch]; missing where the scenario has none. */
Looked party_input(Analysing *at, Text name, UnitKind unit);
Looked party_price(Analysing *at, size_t target);   /* of one of its shares before the deal was announced */
Looked party_ratio(Analysing *at, size_t target);   /* the acquirer's shares for one of the target's */
/* Cash that the consideration pays where no entry of the statement posts interest; missing: none. */
Looked party_unfunded_cash(Analysing *at);
Looked party_tax_rate(Analysing *at);

/* Entries of the deal, on the pro forma balance sheet. NULL: it does not apply there, or is of another kind, or another target's; ACQUIRER: of
 * all targets. */
const AppliedEntry *party_applied(Analysing *at, const EntryKind *kind, size_t target, size_t entry);
/* The part of the target that is bought; missing: all of it. */
Looked party_part(Analysing *at, size_t target);
/* The sum of a figure over them; nothing is 0, missing where no entry applies. */
Looked party_handed_out(Analysing *at, const EntryKind *kind, size_t target, const char *figure);
const EntryValue *party_value(const ScenarioEntry *entry, const char *key);

#endif
