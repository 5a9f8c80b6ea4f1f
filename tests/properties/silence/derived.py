"""Periods that a target does not print, but that what it prints adds up to."""
from fractions import Fraction

from chart import OPERATIONS, all_of
from pair import Pair, column, two_companies
from filing import Paper, View
from periods import WEEKS, Span
from truth import Known


def draw_terms(rng, year_end, first=0):
    """A wanted span and its terms, (span, sign), for a fiscal year that ends with the quarter year_end of the calendar year."""
    start = first + 4 * rng.randrange(1999, 2008) + (year_end + 1) % 4
    from_start = lambda last: Span(start, start + last - 1)
    between = lambda first, last: Span(start + first - 1, start + last - 1)
    return rng.choice((
        (between(4, 4), [(from_start(4), 1), (from_start(3), -1)]),
        (between(4, 4), [(from_start(4), 1), (from_start(3), -1)]),
        (between(3, 3), [(from_start(3), 1), (from_start(2), -1)]),
        (between(2, 2), [(from_start(2), 1), (from_start(1), -1)]),
        (between(3, 4), [(from_start(4), 1), (from_start(2), -1)]),
        (between(1, 2), [(between(1, 1), 1), (between(2, 2), 1)]),
        (between(1, 3), [(from_start(2), 1), (between(3, 3), 1)]),
        (between(3, 6), [(from_start(4), 1), (from_start(2), -1), (between(5, 6), 1)]),
    ))


class Derived:
    """A pair whose target prints only the terms; each term has a view, and may have amounts that are not the company's own."""

    def __init__(self, rng, thousands=None, weeks=False):
        self.rng = rng
        year_end = 3 if weeks else rng.choice((3, 3, 2, 1, 0))
        self.span, self.terms = draw_terms(rng, year_end, WEEKS if weeks else 0)
        quarters = range(min(span.first for span, _ in self.terms) - 8, max(span.last for span, _ in self.terms) + 1)
        thousands = thousands or rng.choice(((True, True), (True, True), (False, False)))
        self.acquirer, self.target = two_companies(rng, quarters, thousands, year_end)
        self.pair = Pair(rng, self.acquirer, self.target, self.span)
        self.views = [View(self.target) for _ in self.terms]
        self.changes = [{} for _ in self.terms]      # amounts of a term that replace the company's own
        self.unit_lines = [None for _ in self.terms]

    def finest(self, index):
        """What the term at index sums, finest lines."""
        return self.target.finest(self.terms[index][0])

    def write(self, comparative=True):
        """One filing for each term, in the order of their ends."""
        order = sorted(range(len(self.terms)), key=lambda index: (self.terms[index][0].last, self.terms[index][0].length))
        for number, index in enumerate(order):
            span = self.terms[index][0]
            spans = [span, span.back()] if comparative and not self.changes[index] and self.rng.random() < 0.3 else [span]
            paper = Paper(self.target)
            columns = [merged(column(self.target, each, **(self.changes[index] if each == span else {})), self.views[index]) for each in spans]
            paper.operations(columns, spans, self.views[index])
            self.pair.add(self.target, f"seller-{number}.txt", paper.text(), span.last, days=40 + number)

    # ---- the truth -----------------------------------------------------------------------------------------------

    def shares(self, restate=lambda index, kind, count: count):
        """Weighted averages of the wanted span from the printed ones, by days; a count that a loss made basic gives no diluted one."""
        found = {}
        for kind in ("shares.basic", "shares.diluted"):
            if kind == "shares.diluted" and self.target.income(self.span) < 0:
                found[kind] = found["shares.basic"]
                continue
            if kind == "shares.diluted" and any(self.target.income(span) < 0 for span, _ in self.terms):
                continue
            total = sum(sign * span.days * restate(index, kind, self.target.shares(span)[kind]) for index, (span, sign) in enumerate(self.terms))
            found[kind] = Fraction(total) * self.target.share_unit / self.span.days
        return found

    def per_share(self, shares, income=None):
        if income is None:
            income = self.target.income(self.span) * self.target.scale
        return {"eps." + kind: Fraction(income) / shares["shares." + kind] for kind in ("basic", "diluted") if "shares." + kind in shares}

    def known(self, unknown=(), also=()):
        """What every term prints, and the totals; also: lines that can be known though not every term prints them."""
        everywhere = set.intersection(*(set(view.printed()) for view in self.views))
        somewhere = set.union(*(set(view.printed()) for view in self.views))
        amounts = all_of(self.target.finest(self.span), OPERATIONS)
        merge = {"opex.selling_general_administrative": ("opex.sales_marketing", "opex.general_administrative"),
                 "other.interest_net": ("other.interest_income", "other.interest_expense")}
        for line, parts in merge.items():
            if line not in amounts and line in somewhere:
                amounts[line] = sum(amounts[part] for part in parts)
        totals = {name for name in OPERATIONS if name in amounts and name not in somewhere}
        lost = (somewhere - everywhere - set(also) - {name for name in somewhere if is_total(name, amounts)}) | set(unknown)
        kept = {name: amount * self.target.scale for name, amount in amounts.items() if name in somewhere | totals}
        return Known(kept, everywhere, lost)

    def settle(self, known, shares, income=None):
        return self.pair.settle(known, shares, self.per_share(shares, income))


def is_total(name, amounts):
    return name in ("revenue.total", "cost.total", "gross_margin", "opex.total", "operating_income", "pretax_income", "net_income",
                    "income.continuing", "other.interest_net", "other.total", "opex.selling_general_administrative") and name in amounts


def merged(lines, view):
    """Sums that a view shows in one line."""
    lines = dict(lines)
    if "opex.selling_general_administrative" in view.opex and "opex.selling_general_administrative" not in lines:
        lines["opex.selling_general_administrative"] = lines["opex.sales_marketing"] + lines["opex.general_administrative"]
    if "other.interest_net" in view.other and "other.interest_net" not in lines:
        lines["other.interest_net"] = lines["other.interest_income"] + lines["other.interest_expense"]
    return lines
