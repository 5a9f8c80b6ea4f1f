"""Statements of cash flows: of a company, as text, and as they are derived."""
import random

from chart import CASH_FLOWS, all_of
from filing import Paper
from periods import Span

CAPTIONS = {
    "cash_flow.net_income": "Net income", "cash_flow.depreciation": "Depreciation", "cash_flow.depreciation_amortization": "Depreciation and amortization",
    "cash_flow.stock_compensation": "Stock-based compensation", "cash_flow.deferred_taxes": "Deferred income taxes",
    "cash_flow.accounts_receivable": "Accounts receivable", "cash_flow.inventories": "Inventories", "cash_flow.prepaid_other": "Prepaid expenses and other current assets",
    "cash_flow.other_assets": "Other assets", "cash_flow.prepaid_and_other_assets": "Prepaid expenses, other current assets and other long-term assets",
    "cash_flow.accounts_payable": "Accounts payable", "cash_flow.deferred_revenue": "Deferred revenue", "cash_flow.operating_other": "Other operating activities",
    "cash_flow.operating_total": "Net cash provided by operating activities", "cash_flow.capital_expenditures": "Capital expenditures",
    "cash_flow.purchases_of_investments": "Purchases of short-term investments", "cash_flow.sales_of_investments": "Proceeds from sales of investments",
    "cash_flow.investing_other": "Other investing activities", "cash_flow.investing_total": "Net cash used in investing activities",
    "cash_flow.stock_issued": "Issuance of common stock", "cash_flow.stock_repurchased": "Repurchase of common stock",
    "cash_flow.dividends_paid": "Dividends paid", "cash_flow.financing_other": "Other financing activities",
    "cash_flow.financing_total": "Net cash used in financing activities", "cash_flow.exchange_rates": "Effect of exchange rates on cash",
    "cash_flow.net_increase": "Increase in cash", "cash_flow.cash_beginning": "Cash and cash equivalents at beginning of period",
    "cash_flow.cash_end": "Cash and cash equivalents at end of period",
}
OPERATING = ("net_income", "depreciation", "depreciation_amortization", "stock_compensation", "deferred_taxes")
CHANGES = ("accounts_receivable", "inventories", "prepaid_other", "other_assets", "prepaid_and_other_assets", "accounts_payable", "deferred_revenue", "operating_other")
INVESTING = ("capital_expenditures", "purchases_of_investments", "sales_of_investments", "investing_other")
FINANCING = ("stock_issued", "stock_repurchased", "dividends_paid", "financing_other", "exchange_rates")


class CashFlows:
    """Quarter by quarter, in the unit of print. Net income is that of operations."""

    def __init__(self, company, quarters):
        rng = random.Random(company.layout + 1)
        self.company, self.amounts, self.cash = company, {}, {}
        optional = ["stock_compensation", "deferred_taxes", "inventories", "deferred_revenue", "operating_other", "purchases_of_investments",
                    "sales_of_investments", "stock_issued", "stock_repurchased", "dividends_paid", "exchange_rates", "prepaid_other", "other_assets"]
        self.names = {"depreciation_amortization", "accounts_receivable", "accounts_payable", "capital_expenditures", "financing_other"}
        self.names |= {name for name in optional if rng.random() < 0.5}
        held = rng.randrange(20_000, 200_000)
        for quarter in quarters:
            self.cash[quarter] = held
            drawn = {"cash_flow." + name: rng.randrange(1, 4000) if name in ("depreciation_amortization", "stock_compensation", "stock_issued")
                     else rng.randrange(-4000, 3000) for name in sorted(self.names)}
            drawn["cash_flow.net_income"] = company.operations(Span(quarter, quarter))["net_income"]
            self.amounts[quarter] = drawn
            held += all_of(drawn, CASH_FLOWS)["cash_flow.net_increase"]
        self.cash[quarter + 1] = held

    def lines(self, span):
        finest = {}
        for quarter in span.quarters:
            for name, amount in self.amounts[quarter].items():
                finest[name] = finest.get(name, 0) + amount
        found = all_of(finest, CASH_FLOWS)
        found["cash_flow.cash_beginning"] = self.cash[span.first]
        found["cash_flow.cash_end"] = self.cash[span.last + 1]
        return found


def rows(names):
    """names: the finest lines that are shown, without cash_flow."""
    shown = lambda part: ["cash_flow." + name for name in part if name in names]
    return (["Operating activities:", *shown(OPERATING), "Changes in operating assets and liabilities:", *shown(CHANGES), "cash_flow.operating_total",
             "Investing activities:", *shown(INVESTING), "cash_flow.investing_total", "Financing activities:", *shown(FINANCING[:4]), "cash_flow.financing_total"]
            + shown(FINANCING[4:]) + ["cash_flow.net_increase", "cash_flow.cash_beginning", "cash_flow.cash_end"])


def write(paper: Paper, columns, spans, names):
    from amounts import printed
    paper.title("CONSOLIDATED STATEMENTS OF CASH FLOWS (Unaudited)", "(in thousands)" if paper.company.scale == 1000 else "(in millions)")
    paper.spans_head(spans)
    for name in rows(names):
        if name.endswith(":"):
            paper.put(name)
            continue
        if name.endswith(("total", "increase", "end")):
            paper.rule(len(columns))
        paper.row("  " + CAPTIONS[name], [printed(column[name]) for column in columns])
