"""The combination by its rules, from what each company shows."""
from fractions import Fraction

from chart import ENTERS, above, parts_of


class Truth:
    """cells: (statement, line, column) and its amount in dollars or shares. What is not in it, may not be shown.
    asked: cells whose lack is a refusal. open: cells that only their group's sum tests. groups: sums of such groups.
    gaps: totals above lines that are not known, whose rows need not sum to them. bought: the part of a company that was bought, where others keep one."""

    def __init__(self):
        self.cells, self.asked, self.open, self.groups = {}, set(), set(), {}
        self.bought, self.gaps = {}, set()

    def put(self, statement, name, column, amount, ask=False):
        self.cells[statement, name, column] = Fraction(amount)
        if ask:
            self.asked.add((statement, name, column))


class Known:
    """What one company's prints let be known of a statement, in dollars, and which of it was printed."""

    def __init__(self, amounts, printed=(), unknown=()):
        self.amounts = {name: Fraction(amount) for name, amount in amounts.items() if name not in unknown}
        self.printed, self.unknown = set(printed) - set(unknown), set(unknown)


def absent_counts_as_nothing(known, name):
    """A line that a company does not show is nothing in a sum, unless the company shows its total without any finer line."""
    if name in known.unknown:
        return False
    into = ENTERS[name][0]
    finer = [part for part, _ in parts_of(into) if part in known.amounts or part in known.unknown]
    return into not in known.printed or bool(finer)


def combine(truth, statement, companies, adjustments, chart, income_known=True):
    """companies: {column: Known}; adjustments: {finest line: dollars}, by which all totals above move, too."""
    moved = {}
    for name, amount in adjustments.items():
        moved[name] = moved.get(name, 0) + amount
        for total, sign in above(name):
            moved[total] = moved.get(total, 0) + sign * amount
    for column, known in companies.items():
        truth.gaps |= {(statement, total, each) for name in known.unknown for total, _ in above(name) for each in (column, "pro_forma")}
    for name in chart:
        held = {column: known.amounts.get(name) for column, known in companies.items()}
        for column, amount in held.items():
            if amount is not None:
                truth.put(statement, name, column, amount, ask=name in companies[column].printed)
        if name in moved:
            truth.put(statement, name, "adjustments", moved[name])
        total = bool(parts_of(name))
        gaps = [column for column, amount in held.items() if amount is None]
        if total and gaps and not all(nothing_of(companies[column], name) for column in gaps):
            continue
        if not total and not all(absent_counts_as_nothing(companies[column], name) for column in gaps):
            continue
        if len(gaps) < len(held) or name in moved:
            amount = sum(amount for amount in held.values() if amount is not None) + moved.get(name, 0)
            doubtful = any(total in companies[column].unknown for column in gaps for total, _ in above(name))
            truth.put(statement, name, "pro_forma", amount, ask=not doubtful and any(name in known.printed for known in companies.values()))


def nothing_of(known, total):
    """A total of which a company has no line at all, such as other income, though what it enters is known."""
    if total in known.unknown:
        return False
    into = ENTERS[total][0]
    return into is not None and into in known.amounts or into is not None and nothing_of(known, into)
