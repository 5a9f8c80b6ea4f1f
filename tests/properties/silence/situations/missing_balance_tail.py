"""A balance sheet that ends before its last totals."""
from chart import BALANCE, all_of
from filing import Paper, View, balance_rows
from pair import Pair, column, known_operations, printed_shares, two_companies, wanted
from truth import Known, combine

ENDS = ("assets.current_total", "assets.total", "liabilities.current_total", "liabilities.total")


def both(company, span, last=None):
    paper = Paper(company)
    paper.operations([column(company, span)], [span], View(company))
    paper.balance_sheet(all_of(company.balance, BALANCE), span.last, last)
    return paper.text()


def make(rng):
    span = wanted(rng)
    acquirer, target = two_companies(rng, range(span.first - 4, span.last + 1), rng.choice(((True, True), (True, False))))
    pair = Pair(rng, acquirer, target, span)
    pair.files["buyer.txt"] = both(acquirer, span)
    pair.scenario.periods.append(span.end)
    end = rng.choice(ENDS)
    pair.add(target, "seller.txt", both(target, span, end), span.last)
    situation = pair.settle(known_operations(target, span), printed_shares(target, span), target.per_share(span))
    sheets = {company: {name: amount * company.scale for name, amount in all_of(company.balance, BALANCE).items()} for company in (acquirer, target)}
    rows = [row for row in balance_rows(sheets[target]) if not row.endswith(":")]
    shown = rows[:rows.index(end) + 1]
    unknown = set(sheets[target]) - set(shown)
    for total in ("assets.intangibles_other", "liabilities_and_equity.total"):  # of two known lines; equal to a known total
        if "assets.total" in shown:
            unknown.discard(total)
    known = {acquirer.id: Known(sheets[acquirer], [name for name in sheets[acquirer] if name in acquirer.balance or name.endswith("total")]),
             target.id: Known(sheets[target], shown, unknown)}
    combine(situation.truth, "balance_sheet", known, {}, BALANCE)
    # what is equal to it is not asked for
    situation.truth.asked.discard(("balance_sheet", "liabilities_and_equity.total", "pro_forma"))
    return situation
