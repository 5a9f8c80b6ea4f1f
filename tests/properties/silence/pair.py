"""What most situations are made of: an acquirer that prints the wanted period, a target, and their combination."""
import datetime
from fractions import Fraction

from chart import OPERATIONS
from company import NAMES, Company
from filing import Paper, View
from periods import Span, last_day
from scenario import Scenario
from truth import Known, Truth, combine


class Situation:
    """files: {name: text}; truth; telling: words of a message that is to the point, should a figure be wrong."""

    def __init__(self, files, truth, telling=()):
        self.files, self.truth, self.telling = files, truth, telling


def two_companies(rng, quarters, thousands=(True, True), target_year_end=3):
    names = rng.sample(NAMES, 2)
    return (Company(rng, names[0], quarters, thousands[0]),
            Company(rng, names[1], quarters, thousands[1], year_end=target_year_end))


def column(company, span, **changes):
    """All that a statement of operations may show of a span, in the unit of print."""
    found = {**company.operations(span), **company.shares(span), **company.per_share(span)}
    found.update(changes)
    return found


def operations_text(company, spans, view=None, **keys):
    paper = Paper(company)
    paper.operations([column(company, span) for span in spans], spans, view or View(company), **keys)
    return paper.text()


def filed(quarter, days=40):
    return str(last_day(quarter) + datetime.timedelta(days=days))


def known_operations(company, span, view=None):
    """In dollars."""
    view = view or View(company)
    return Known({name: amount * company.scale for name, amount in company.operations(span).items()}, view.printed())


class Pair:
    """An acquirer whose statements print the wanted span, and a target of whom the situation says what is printed and known."""

    def __init__(self, rng, acquirer, target, span, ratio=None, reporting="usd_thousands", shares=True, buyer_view=None):
        self.rng, self.acquirer, self.target, self.span = rng, acquirer, target, span
        self.truth = Truth()
        self.scenario = Scenario(acquirer, target, [span.name], reporting)
        self.ratio = ratio or Fraction(rng.randrange(100, 2500), 1000)
        self.scenario.input("exchange_ratio", self.ratio, "ratio")
        self.files = {}
        self.shares_counted, self.potential, self.adjustments = shares, shares and rng.random() < 0.6, {}
        if not shares:
            self.scenario.shares = ""
        if self.potential:
            self.scenario.shares += (f' potential = {{ options = {{ shares = "({target.id}.shares.diluted - {target.id}.shares.basic) * '
                                     'deal.exchange_ratio"; printed_increment = true; }; };')
        spans = [span] + ([span.back()] if rng.random() < 0.5 and span.back().first in acquirer.amounts else [])
        self.add(acquirer, "buyer.txt", operations_text(acquirer, spans, buyer_view), span.last)

    def add(self, company, file, text, quarter, keys="", days=40):
        self.files[file] = text
        self.scenario.filing(company, file, filed(quarter, days), keys)

    def settle(self, known, shares, per_share, ask_shares=True):
        """known: the target's Known; shares and per_share: its true counts (in shares) and amounts, without those not known."""
        truth, acquirer, span = self.truth, self.acquirer, self.span
        combine(truth, "operations", {acquirer.id: known_operations(acquirer, span), self.target.id: known}, self.adjustments, OPERATIONS)
        own = {name: count * acquirer.share_unit for name, count in acquirer.shares(span).items()}
        for company, counts, amounts in ((acquirer, own, acquirer.per_share(span)), (self.target, shares, per_share)):
            for name, amount in {**counts, **amounts}.items():
                truth.put("operations", name, company.id, amount, ask=ask_shares or company is acquirer)
        income = truth.cells.get(("operations", "net_income_to_parent", "pro_forma"))
        if "shares.basic" in shares and self.shares_counted:
            self.settle_shares(own, shares, income, known)
        return Situation({**self.files, "deal.cfg": self.scenario.text()}, truth)

    def settle_shares(self, own, shares, income, known):
        truth = self.truth
        basic = own["shares.basic"] + shares["shares.basic"] * self.ratio
        truth.put("operations", "shares.basic", "pro_forma", basic, ask=True)
        if income is None:
            return
        truth.put("operations", "common", "pro_forma", income)
        truth.put("operations", "eps.basic", "pro_forma", income / basic, ask=True)
        if income < 0:
            truth.put("operations", "shares.diluted", "pro_forma", basic, ask=True)
            truth.put("operations", "eps.diluted", "pro_forma", income / basic, ask=True)
            return
        # in a loss the printed diluted count is the basic one, so what would dilute the combination's income is not known
        losses = self.acquirer.income(self.span) < 0 or known.amounts.get("net_income_to_parent", 0) < 0
        if not self.potential or losses or "shares.diluted" not in shares:
            return
        diluted = basic + own["shares.diluted"] - own["shares.basic"] + (shares["shares.diluted"] - shares["shares.basic"]) * self.ratio
        truth.put("operations", "shares.diluted", "pro_forma", diluted, ask=True)
        truth.put("operations", "eps.diluted", "pro_forma", income / diluted, ask=True)


def printed_shares(company, span):
    return {name: Fraction(count * company.share_unit) for name, count in company.shares(span).items()}


def wanted(rng, length=None):
    """A span to be shown."""
    length = length or rng.choice((1, 1, 2, 4))
    last = 4 * rng.randrange(1999, 2008) + rng.choice((0, 1, 2, 3))
    if length == 4:
        last = last // 4 * 4 + 3
    return Span(last - length + 1, last)
