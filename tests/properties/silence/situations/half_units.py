"""An amount that is a half unit in the decimals of the scenario, whatever its binary neighbour is."""
from fractions import Fraction

from amounts import plain, rounded
from pair import Pair, known_operations, operations_text, printed_shares, two_companies, wanted


def lost_in_binary(text):
    """Whether the formula, computed in doubles, does not end at the half."""
    return (2 * eval(text.replace(" thousand", ""))) % 1 != 0  # pylint: disable=eval-used


def draw_half(rng):
    """A formula over decimals whose value is a half unit of a thousand dollars: (text, dollars)."""
    hard = rng.random() < 0.7
    while True:
        money = Fraction(rng.randrange(1, 90_000))          # thousands of dollars
        rate = Fraction(rng.randrange(1, 20_000), rng.choice((1000, 10_000, 100_000)))
        months = rng.choice((3, 6, 9, 12, 1))
        form = rng.choice(("product", "quotient", "two", "sum"))
        if form == "product":
            value, text = money * rate * months / 12, f"{plain(money)} thousand * {plain(rate)} * {months} / 12"
        elif form == "quotient":
            years = Fraction(rng.choice((4, 5, 8, 10, 16, 20, 25)), rng.choice((1, 2)))
            value, text = money / years * months / 12, f"{plain(money)} thousand / {plain(years)} * {months} / 12"
        elif form == "two":
            other = Fraction(rng.randrange(1, 1000), 1000)
            value, text = money * rate * other, f"{plain(money)} thousand * {plain(rate)} * {plain(other)}"
        else:
            other = Fraction(rng.randrange(1, 9000), 10)
            value, text = money * rate - other, f"{plain(money)} thousand * {plain(rate)} - {plain(other)} thousand"
        if (value * 2).denominator == 1 and value.denominator == 2 and abs(value) < 10 ** 6 and lost_in_binary(text) == hard:
            return text, value * 1000


def make(rng):
    span = wanted(rng)
    acquirer, target = two_companies(rng, range(span.first - 4, span.last + 1), (True, True))
    pair = Pair(rng, acquirer, target, span)
    pair.add(target, "seller.txt", operations_text(target, [span]), span.last)
    lines = rng.sample(["opex.restructuring_other", "opex.amortization", "income_tax", "revenue.total", "other.other_net", "opex.merger_related"], rng.choice((1, 2, 3)))
    if acquirer.split_revenue or target.split_revenue:
        lines = [line for line in lines if line != "revenue.total"] or ["income_tax"]
    for number, line in enumerate(lines):
        text, value = draw_half(rng)
        pair.adjustments[line] = rounded(value, 1000)
        pair.scenario.entries.append(f'half{number} = {{ kind = "adjustment"; statement = "operations"; reason = "Made up"; new_lines = [ "{line}" ]; '
                                     f'legs = ( {{ line = "{line}"; amount = "{text}"; }} ); }};')
    return pair.settle(known_operations(target, span), printed_shares(target, span), target.per_share(span))
