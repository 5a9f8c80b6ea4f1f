/* The figures of the deal analysis, table by table, row by row, as reports show them.
 *
 *     TABLE(id, title)
 *     FIGURE(id, table, name behind "analysis.", subject, unit, decimals that people read, label)
 *
 * A row stands for each subject. Adding a figure is a line here and its formula in model/analysis_<table>.c. */
#ifndef TABLE
#define TABLE(...)
#endif
#ifndef FIGURE
#define FIGURE(...)
#endif

/* Numerators and denominators, and how the test for dilution came out. */
TABLE(dilution, "Earnings per share")
FIGURE(common, dilution, "dilution.common_income", none, "money", 0, "Income for common stock")
FIGURE(acquirer_shares, dilution, "dilution.acquirer_shares", none, "shares", 2, "Acquirer's weighted-average shares")
FIGURE(issued, dilution, "dilution.shares_issued", none, "shares", 2, "Shares issued")
FIGURE(basic_shares, dilution, "dilution.basic_shares", none, "shares", 2, "Basic: shares")
FIGURE(basic_each, dilution, "dilution.basic", none, "per_share", 4, "Basic: income per share")
FIGURE(control, dilution, "dilution.control", none, "money", 0, "Control number: dilution is tested against it")
FIGURE(income, dilution, "dilution.income", security, "money", 0, "adds to income")
FIGURE(increment, dilution, "dilution.shares", security, "shares", 2, "adds shares")
FIGURE(rank, dilution, "dilution.rank", security, "rank", 0, "rank")
FIGURE(included, dilution, "dilution.included", security, "in_or_out", 0, "in, or out as antidilutive")
FIGURE(numerator, dilution, "dilution.diluted_income", none, "money", 0, "Diluted: income")
FIGURE(diluted_shares, dilution, "dilution.diluted_shares", none, "shares", 2, "Diluted: shares")
FIGURE(diluted_each, dilution, "dilution.diluted", none, "per_share", 4, "Diluted: income per share")

/* As in a merger proxy. Equivalent pro forma: pro forma x exchange ratio. */
TABLE(comparative, "Comparative per-share data")
FIGURE(historical_basic, comparative, "historical.basic", company, "per_share", 4, "Historical, basic")
FIGURE(historical_diluted, comparative, "historical.diluted", company, "per_share", 4, "Historical, diluted")
FIGURE(historical_book, comparative, "historical.book_value", company, "per_share", 2, "Historical, book value")
FIGURE(pro_forma_basic, comparative, "pro_forma.basic", none, "per_share", 4, "Pro forma combined, basic")
FIGURE(pro_forma_diluted, comparative, "pro_forma.diluted", none, "per_share", 4, "Pro forma combined, diluted")
FIGURE(pro_forma_book, comparative, "pro_forma.book_value", none, "per_share", 2, "Pro forma combined, book value")
FIGURE(equivalent_basic, comparative, "equivalent.basic", target, "per_share", 4, "Equivalent pro forma, basic")
FIGURE(equivalent_diluted, comparative, "equivalent.diluted", target, "per_share", 4, "Equivalent pro forma, diluted")
FIGURE(equivalent_book, comparative, "equivalent.book_value", target, "per_share", 2, "Equivalent pro forma, book value")

TABLE(accretion, "Accretion and dilution")
FIGURE(accretion_basic, accretion, "accretion.basic", none, "percent", 1, "Accretion (dilution), basic")
FIGURE(accretion_basic_cents, accretion, "accretion.basic_cents", none, "cents_per_share", 2, "in cents a share, basic")
FIGURE(accretion_diluted, accretion, "accretion.diluted", none, "percent", 1, "Accretion (dilution), diluted")
FIGURE(accretion_diluted_cents, accretion, "accretion.diluted_cents", none, "cents_per_share", 2, "in cents a share, diluted")
FIGURE(break_even_synergies, accretion, "break_even.synergies", none, "money", 0, "Break-even synergies before tax, basic")
FIGURE(break_even_synergies_diluted, accretion, "break_even.synergies_diluted", none, "money", 0, "Break-even synergies before tax, diluted")
FIGURE(break_even_ratio, accretion, "break_even.ratio", none, "ratio", 3, "Break-even exchange ratio, basic")

/* From the acquirer's earnings per share to the pro forma ones, each step unrounded; the steps sum to the end. */
TABLE(bridge, "Bridge of diluted earnings per share")
FIGURE(bridge_start, bridge, "bridge.start", none, "per_share", 4, "Acquirer, diluted")
FIGURE(bridge_income, bridge, "bridge.income", target, "per_share", 4, "Income of")
FIGURE(bridge_entry, bridge, "bridge.entry", entry, "per_share", 4, "Entry")
FIGURE(bridge_issued, bridge, "bridge.shares_issued", none, "per_share", 4, "Shares issued")
FIGURE(bridge_potential, bridge, "bridge.potential_shares", none, "per_share", 4, "Potential shares")
FIGURE(bridge_end, bridge, "bridge.end", none, "per_share", 4, "Pro forma, diluted")

TABLE(contribution, "Ownership and contribution")
FIGURE(ownership, contribution, "ownership", company, "percent", 1, "Ownership")
FIGURE(contribution_revenue, contribution, "contribution.revenue", company, "percent", 1, "Contribution of revenue")
FIGURE(contribution_gross_margin, contribution, "contribution.gross_margin", company, "percent", 1, "Contribution of gross margin")
FIGURE(contribution_operating_income, contribution, "contribution.operating_income", company, "percent", 1, "Contribution of operating income")
FIGURE(contribution_net_income, contribution, "contribution.net_income", company, "percent", 1, "Contribution of net income")

TABLE(sources, "Sources and uses")
FIGURE(source_stock, sources, "sources.stock", none, "money", 0, "Shares issued")
FIGURE(source_awards, sources, "sources.awards", none, "money", 0, "Awards replaced")
FIGURE(source_contingent, sources, "sources.contingent", none, "money", 0, "Contingent consideration")
FIGURE(source_debt, sources, "sources.debt", none, "money", 0, "Borrowed")
FIGURE(source_accrued, sources, "sources.accrued", none, "money", 0, "Accrued, to be paid")
FIGURE(source_cash, sources, "sources.cash", none, "money", 0, "Cash on hand")
FIGURE(source_lacking, sources, "sources.lacking", none, "money", 0, "Cash that neither company has")
FIGURE(source_total, sources, "sources.total", none, "money", 0, "Sources")
FIGURE(use_holders, sources, "uses.holders", none, "money", 0, "To the target's holders")
FIGURE(use_costs, sources, "uses.costs", none, "money", 0, "Costs of the deal and of issuing shares")
FIGURE(use_fees, sources, "uses.fees", none, "money", 0, "Costs of borrowing")
FIGURE(use_cash, sources, "uses.cash", none, "money", 0, "Kept as cash")
FIGURE(use_repaid, sources, "uses.repaid", none, "money", 0, "Debt repaid")
FIGURE(use_total, sources, "uses.total", none, "money", 0, "Uses")

TABLE(price, "Premium and implied multiples")
FIGURE(consideration, price, "consideration", none, "money", 0, "Consideration")
FIGURE(offer, price, "offer", target, "per_share", 2, "Offer for a share")
FIGURE(premium, price, "premium", target, "percent", 1, "Premium")
FIGURE(equity_value, price, "equity_value", target, "money", 0, "Equity value")
FIGURE(enterprise_value, price, "enterprise_value", target, "money", 0, "Enterprise value")
FIGURE(multiple_revenue, price, "multiple.revenue", target, "times", 1, "Enterprise value / revenue of a year")
FIGURE(multiple_operating_income, price, "multiple.operating_income", target, "times", 1, "Enterprise value / operating income of a year")
FIGURE(multiple_earnings, price, "multiple.earnings", target, "times", 1, "Equity value / net income of a year")
FIGURE(multiple_book, price, "multiple.book_value", target, "times", 1, "Equity value / book value")

#undef TABLE
#undef FIGURE
