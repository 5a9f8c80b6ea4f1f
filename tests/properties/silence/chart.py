"""What enters which total, with its sign there: the part of a chart of accounts that the made-up companies use.

Written down anew from the forms of Regulation S-X, not read from the program's own chart, so that a slip there is found here.
"""

OPERATIONS = {
    "revenue.product": ("revenue.total", 1), "revenue.service": ("revenue.total", 1), "revenue.total": ("gross_margin", 1),
    "cost.product": ("cost.total", 1), "cost.service": ("cost.total", 1), "cost.total": ("gross_margin", -1),
    "gross_margin": ("operating_income", 1),
    "opex.research_development": ("opex.total", 1), "opex.sales_marketing": ("opex.selling_general_administrative", 1),
    "opex.selling_general_administrative": ("opex.total", 1), "opex.general_administrative": ("opex.selling_general_administrative", 1),
    "opex.restructuring_other": ("opex.total", 1), "opex.depreciation_amortization": ("opex.total", 1),
    "opex.amortization_intangibles": ("opex.total", 1), "opex.amortization": ("opex.total", 1),
    "opex.merger_related": ("opex.total", 1), "opex.stock_compensation": ("opex.total", 1),
    "opex.goodwill_impairment": ("opex.total", 1), "opex.in_process_research_development": ("opex.total", 1),
    "opex.total": ("operating_income", -1), "operating_income": ("pretax_income", 1),
    "other.interest_income": ("other.interest_net", 1), "other.interest_expense": ("other.interest_net", 1),
    "other.interest_net": ("other.total", 1), "other.other_net": ("other.total", 1),
    "other.gain_on_investments": ("other.total", 1), "other.total": ("pretax_income", 1),
    "pretax_income": ("income.before_minority_interest", 1), "income_tax": ("income.before_minority_interest", -1),
    "income.before_minority_interest": ("income.continuing", 1), "income.minority_interest": ("income.continuing", 1),
    "income.continuing": ("net_income", 1), "income.discontinued": ("net_income", 1), "income.extraordinary": ("net_income", 1),
    "net_income": ("net_income_to_parent", 1), "net_income_to_non_controlling": ("net_income_to_parent", -1),
    "net_income_to_parent": ("net_income_to_common", 1), "dividends.preferred": ("net_income_to_common", -1), "net_income_to_common": (None, 0),
}

BALANCE = {
    "assets.cash": ("assets.current_total", 1), "assets.short_term_investments": ("assets.current_total", 1),
    "assets.accounts_receivable": ("assets.current_total", 1), "assets.inventories": ("assets.current_total", 1),
    "assets.prepaid_other": ("assets.current_total", 1), "assets.current_total": ("assets.total", 1),
    "assets.property_equipment": ("assets.total", 1), "assets.long_term_investments": ("assets.total", 1),
    "assets.goodwill": ("assets.total", 1), "assets.intangibles": ("assets.intangibles_other", 1),
    "assets.other": ("assets.intangibles_other", 1), "assets.intangibles_other": ("assets.total", 1), "assets.total": (None, 0),
    "liabilities.accounts_payable": ("liabilities.current_total", 1), "liabilities.accrued": ("liabilities.current_total", 1),
    "liabilities.accrued_compensation": ("liabilities.current_total", 1), "liabilities.other_accrued": ("liabilities.current_total", 1),
    "liabilities.deferred_revenue": ("liabilities.current_total", 1), "liabilities.current_debt": ("liabilities.current_total", 1),
    "liabilities.current_total": ("liabilities.total", 1), "liabilities.long_term_debt": ("liabilities.total", 1),
    "liabilities.deferred_tax": ("liabilities.total", 1), "liabilities.other_long_term": ("liabilities.total", 1),
    "liabilities.total": ("liabilities_and_equity.total", 1), "liabilities.minority_interest": ("liabilities_and_equity.total", 1),
    "equity.preferred_stock": ("equity.total", 1), "equity.common_stock_par": ("equity.common_stock", 1),
    "equity.paid_in_capital": ("equity.common_stock", 1), "equity.common_stock": ("equity.total", 1),
    "equity.deferred_stock_compensation": ("equity.total", 1), "equity.accumulated_oci": ("equity.total", 1),
    "equity.retained_earnings": ("equity.total", 1), "equity.treasury_stock": ("equity.total", 1),
    "equity.total": ("equity.total_with_non_controlling", 1), "equity.non_controlling_interest": ("equity.total_with_non_controlling", 1),
    "equity.total_with_non_controlling": ("liabilities_and_equity.total", 1), "liabilities_and_equity.total": (None, 0),
}

CASH_FLOWS = {
    **{"cash_flow." + name: ("cash_flow.operating_total", 1) for name in (
        "net_income", "depreciation", "depreciation_amortization", "stock_compensation", "deferred_taxes", "accounts_receivable", "inventories",
        "prepaid_and_other_assets", "accounts_payable", "deferred_revenue", "operating_other")},
    "cash_flow.prepaid_other": ("cash_flow.prepaid_and_other_assets", 1), "cash_flow.other_assets": ("cash_flow.prepaid_and_other_assets", 1),
    **{"cash_flow." + name: ("cash_flow.investing_total", 1) for name in (
        "capital_expenditures", "purchases_of_investments", "sales_of_investments", "investing_other")},
    **{"cash_flow." + name: ("cash_flow.financing_total", 1) for name in ("stock_issued", "stock_repurchased", "dividends_paid", "financing_other")},
    "cash_flow.operating_total": ("cash_flow.net_increase", 1), "cash_flow.investing_total": ("cash_flow.net_increase", 1),
    "cash_flow.financing_total": ("cash_flow.net_increase", 1), "cash_flow.exchange_rates": ("cash_flow.net_increase", 1),
    "cash_flow.net_increase": ("cash_flow.cash_end", 1), "cash_flow.cash_beginning": ("cash_flow.cash_end", 1), "cash_flow.cash_end": (None, 0),
}

ENTERS = {**OPERATIONS, **BALANCE, **CASH_FLOWS}


def parts_of(total):
    """The lines that enter a total, each with its sign."""
    return [(name, sign) for name, (into, sign) in ENTERS.items() if into == total]


def total_of(name, amounts):
    """A line by the amounts of the finest lines, or None where none of them enters it."""
    if name in amounts:
        return amounts[name]
    known = [(sign, total_of(part, amounts)) for part, sign in parts_of(name)]
    known = [sign * amount for sign, amount in known if amount is not None]
    return sum(known) if known else None


def all_of(amounts, chart):
    """Every line of the chart that the finest amounts reach: {name: amount}."""
    found = {name: total_of(name, amounts) for name in chart}
    return {name: amount for name, amount in found.items() if amount is not None}


def above(name):
    """The totals that a line enters, the nearest first, each with the sign with which the line counts there."""
    sign = 1
    while ENTERS[name][0] is not None:
        sign *= ENTERS[name][1]
        name = ENTERS[name][0]
        yield name, sign
