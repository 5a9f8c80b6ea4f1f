"""The grid of bench/sweep.c by other means: prints nanoseconds a cell of numpy and of an object model, and the diluted EPS of the first cell."""
import sys
import time

import numpy as np

SIDE = 1000


def above_zero(value):
    return np.maximum(value, 0.0)


def rounded(value):
    return np.trunc(value + np.copysign(0.49999999999999994, value))


def by_numpy(ratio, price):
    """The formula of hand.c, whole arrays at a time."""
    issued = 92482.834 * ratio
    basic = 394496 + issued
    paid = price * ratio
    early_gain, late_gain = above_zero(paid - 6), above_zero(paid - 18)
    early_deferred = rounded(6000 * 0.3 * (1 - 0.6) * early_gain)
    late_deferred = rounded(8000 * 0.8 * (1 - 0.3) * late_gain)
    net_assets = 667562 - 250671 - 35000 + 255000 + 25000 + 29227 - 113691
    goodwill = above_zero(rounded(issued * price) + 440000 + 20000 - (net_assets + early_deferred + late_deferred))
    expense = rounded(early_deferred * 11340 / 60480) + rounded(late_deferred * 13860 / 90720) - 7746
    income = 33540 - 3035 - 8585 + 3434 + 10600 - expense - rounded(-expense * 0.4)
    early = 6000 * ratio * above_zero(1 - (6 / ratio + 0.3 * (1 - 0.6) * early_gain * 29 / 32 / ratio) / 27)
    late = 8000 * ratio * above_zero(1 - (18 / ratio + 0.8 * (1 - 0.3) * late_gain * 133 / 144 / ratio) / 27)
    diluted = np.where(income > 0, basic + early + late + 27363, basic)
    eps_basic, eps_diluted = income / basic, income / diluted
    return eps_basic, eps_diluted, eps_basic / (33540 / 394496) - 1, eps_diluted / (33540 / 421859) - 1, goodwill


class Statement:
    """Lines by name; totals from their parts."""

    def __init__(self, lines):
        self.lines = dict(lines)

    def post(self, line, amount):
        self.lines[line] = self.lines.get(line, 0) + amount

    def plus(self, other):
        sum_of_both = Statement(self.lines)
        for line, amount in other.lines.items():
            sum_of_both.post(line, amount)
        return sum_of_both

    def total(self, *names):
        return sum(self.lines.get(name, 0) for name in names)

    def net_income(self):
        gross = self.total("revenue.product", "revenue.service") - self.total("cost.product", "cost.service")
        expenses = self.total("research", "marketing", "general", "amortization", "merger")
        return gross - expenses + self.total("interest") - self.total("tax")


class Option:
    def __init__(self, count, strike, unvested, served, yearly, average):
        self.count, self.strike, self.unvested, self.served, self.yearly, self.average = count, strike, unvested, served, yearly, average

    def gain(self, ratio, price):
        return max(price * ratio - self.strike, 0)

    def deferred(self, ratio, price):
        return whole(self.count * self.unvested * (1 - self.served) * self.gain(ratio, price))

    def shares(self, ratio, price, market):
        unrecognised = self.unvested * (1 - self.served) * self.gain(ratio, price) * self.average[0] / self.average[1] / ratio
        return self.count * ratio * max(1 - (self.strike / ratio + unrecognised) / market, 0)


def whole(value):
    return int(value + 0.5) if value >= 0 else -int(-value + 0.5)


# Lines whose parts do not matter here are put together; each company's net income is the one that its filing prints.
ACQUIRER = Statement({"revenue.product": 187262, "revenue.service": 36797, "cost.product": 56565, "cost.service": 16000, "research": 52000,
                      "marketing": 44000, "general": 8000, "amortization": 4754, "interest": 7800, "tax": 17000})
TARGET = Statement({"revenue.product": 74000, "revenue.service": 19518, "cost.product": 14190, "cost.service": 4800, "research": 18000,
                    "marketing": 34000, "general": 8000, "amortization": 10661, "merger": 10600, "interest": 1500, "tax": -2198})
ACQUIRER.post("interest", 33540 - ACQUIRER.net_income())
TARGET.post("interest", -3035 - TARGET.net_income())
OPTIONS = [Option(6000, 6, 0.3, 0.6, (11340, 60480), (29, 32)), Option(8000, 18, 0.8, 0.3, (13860, 90720), (133, 144))]


def by_objects(ratio, price):
    """The pro forma income statement and what hangs on it, built anew."""
    issued = 92482.834 * ratio
    deferred = [option.deferred(ratio, price) for option in OPTIONS]
    expense = sum(whole(amount * option.yearly[0] / option.yearly[1]) for option, amount in zip(OPTIONS, deferred))
    adjustments = Statement({})
    adjustments.post("amortization", expense - 7746)
    adjustments.post("amortization", 9000 + 2500 - 2915)
    adjustments.post("merger", -10600)
    adjustments.post("tax", -whole((expense - 7746) * 0.4) - 3434)
    income = ACQUIRER.plus(TARGET).plus(adjustments).net_income()
    basic = 394496 + issued
    diluted = basic
    if income > 0:
        diluted += sum(option.shares(ratio, price, 27) for option in OPTIONS) + 27363
    total = whole(issued * price) + 440000 + 20000
    goodwill = max(total - (667562 - 250671 - 35000 + 255000 + 25000 + sum(deferred) + 29227 - 113691), 0)
    return income / basic, income / diluted, income / basic / (33540 / 394496) - 1, income / diluted / (33540 / 421859) - 1, goodwill


def main():
    ratios, prices = 1.2 + np.arange(SIDE) * 0.0004, 20 + np.arange(SIDE) * 0.02
    # Whole grids and single rows, which stay in the cache: the faster counts.
    grid = np.meshgrid(ratios, prices, indexing="ij")
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        by_numpy(*grid)
        middle = time.perf_counter()
        for ratio in ratios:
            by_numpy(ratio, prices)
        taken.append(min(middle - start, time.perf_counter() - middle))
    cells = [(float(ratio), float(price)) for ratio in ratios[::50] for price in prices[::10]]
    start = time.perf_counter()
    for ratio, price in cells:
        by_objects(ratio, price)
    objects = (time.perf_counter() - start) / len(cells)
    first = by_objects(float(ratios[0]), float(prices[0])), [float(column[0, 0]) for column in by_numpy(*grid)]
    if max(abs(a - b) for a, b in zip(*first)) > 1e-9:
        sys.exit("numpy and objects differ: %s" % (first,))
    print(sorted(taken)[2] / SIDE**2 * 1e9, objects * 1e9, repr(first[1][1]))


main()
