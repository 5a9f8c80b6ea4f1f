"""A company with holders of its own subsidiaries' shares prints their income below net income and their interest inside equity, as since 2009."""
from chart import BALANCE, all_of
from filing import Paper, View
from pair import Pair, column, known_operations, printed_shares, two_companies
from periods import Span
from truth import Known, combine


def share(rng, company):
    """Others' part of its income and equity."""
    part = rng.randrange(2, 20)
    for amounts in company.amounts.values():
        amounts["net_income_to_non_controlling"] = sum(amounts.values()) * part // 1000 + 1
    held = company.balance["assets.cash"] * part // 100 + 1
    company.balance["equity.non_controlling_interest"] = held
    company.balance["equity.retained_earnings"] -= held


def make(rng):
    last = 4 * rng.randrange(2010, 2020) + rng.randrange(4)
    span = Span(last - rng.choice((1, 2, 4)) + 1, last)
    companies = two_companies(rng, range(span.first - 4, span.last + 1), rng.choice(((True, True), (True, False))))
    for company in rng.choice((companies, companies[:1], companies[1:])):
        share(rng, company)
    acquirer, target = companies
    pair = Pair(rng, acquirer, target, span)
    pair.scenario.filings = {acquirer.id: [], target.id: []}
    pair.scenario.periods.append(span.end)
    known = {}
    for company, file in zip(companies, ("buyer.txt", "seller.txt")):
        paper = Paper(company)
        paper.operations([column(company, span)], [span], View(company))
        paper.balance_sheet(all_of(company.balance, BALANCE), span.last)
        pair.add(company, file, paper.text(), span.last)
        sheet = {name: amount * company.scale for name, amount in all_of(company.balance, BALANCE).items()}
        known[company.id] = Known(sheet, [name for name in sheet if name in company.balance or name.endswith("total")])
    situation = pair.settle(known_operations(target, span), printed_shares(target, span), target.per_share(span))
    combine(situation.truth, "balance_sheet", known, {}, BALANCE)
    return situation
