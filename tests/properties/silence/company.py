"""A made-up company: its figures quarter by quarter, in the unit in which it prints, and what of them it shows."""
from fractions import Fraction

from amounts import rounded
from chart import BALANCE, OPERATIONS, all_of
from periods import Span

NAMES = ("QUARRY SYSTEMS", "TARN INDUSTRIES", "VESPER NETWORK", "LINNET LABS", "SEDGE MATERIALS", "FERN OPTICS", "OSPREY TOOLS",
         "KESTREL SOFTWARE", "ALDER DEVICES", "HARBOUR FOODS", "MARL CHEMICAL", "PEWIT AIR")


class Company:
    """rng is used up at once, so that a company is the same whatever is asked of it later."""

    def __init__(self, rng, name, quarters, thousands=True, size=None, year_end=3):
        self.printed_name = name + rng.choice((", INC.", " CORP.", " CORPORATION"))
        self.id = name.lower().replace(" ", "_")
        self.scale = 1000 if thousands else 10 ** 6
        self.year_end = year_end
        size = size or (rng.randrange(8_000, 400_000) if thousands else rng.randrange(300, 40_000))
        # what it shows; the finest lines that it keeps
        self.split_revenue, self.split_cost = rng.random() < 0.3, rng.random() < 0.2
        self.gross_margin = self.split_cost or rng.random() < 0.75
        self.opex = self._draw_opex(rng)
        self.opex_total, self.pretax = rng.random() < 0.5, True
        self.other = rng.choice(([], [], ["other.interest_income", "other.interest_expense"], ["other.interest_net"],
                                 ["other.other_net"], ["other.interest_expense", "other.other_net"]))
        self.pretax = bool(self.other) or rng.random() < 0.5
        self.captions = rng.randrange(1 << 30)
        self.layout = rng.randrange(1 << 30)
        # share counts in whole units that the tables print
        self.share_unit = 1000 if thousands else 100_000
        self.share_places = 0 if thousands else 1
        count = rng.randrange(8_000, 200_000) if thousands else rng.randrange(500, 20_000)
        self.more_diluted = rng.choice((0, count // 40, count // 15))
        self.basic, self.amounts = {}, {}
        for quarter in quarters:
            self.basic[quarter] = count
            count += rng.randrange(-count // 200, count // 60)
            size += rng.randrange(-size // 20, size // 12)
            self.amounts[quarter] = self._draw_quarter(rng, size)
        self.balance = self._draw_balance(rng, size)

    @staticmethod
    def _draw_opex(rng):
        selling = rng.choice((["opex.sales_marketing", "opex.general_administrative"], ["opex.selling_general_administrative"]))
        more = [name for name in ("opex.research_development", "opex.depreciation_amortization", "opex.restructuring_other",
                                  "opex.amortization_intangibles") if rng.random() < 0.35]
        return more[:1] + selling + more[1:]

    def _draw_quarter(self, rng, size):
        part = lambda low, high: rng.randrange(max(1, size * low // 100), max(2, size * high // 100) + 1)
        drawn = {}
        if self.split_revenue:
            drawn["revenue.service"] = part(15, 35)
            drawn["revenue.product"] = size - drawn["revenue.service"]
        else:
            drawn["revenue.total"] = size
        if self.split_cost:
            drawn["cost.product"], drawn["cost.service"] = part(25, 35), part(10, 15)
        else:
            drawn["cost.total"] = part(35, 55)
        for name in self.opex:
            low, high = {"opex.selling_general_administrative": (14, 22), "opex.restructuring_other": (0, 3)}.get(name, (4, 12))
            drawn[name] = part(low, high)
        for name in self.other:
            amount = part(1, 2)
            drawn[name] = -amount if name == "other.interest_expense" or rng.random() < 0.2 else amount
        pretax = all_of(drawn, OPERATIONS)["pretax_income"]
        drawn["income_tax"] = rounded(Fraction(rng.randrange(20, 41), 100) * pretax) if pretax > 0 else 0
        return drawn

    def _draw_balance(self, rng, size):
        part = lambda low, high: rng.randrange(max(1, size * low // 100), max(2, size * high // 100) + 1)
        drawn = {"assets.cash": part(60, 90), "assets.accounts_receivable": part(30, 60), "assets.property_equipment": part(40, 90),
                 "liabilities.accounts_payable": part(10, 20), "liabilities.accrued": part(5, 15)}
        for name, low, high, chance in (("assets.short_term_investments", 5, 20, 0.3), ("assets.inventories", 10, 40, 0.4),
                                        ("assets.prepaid_other", 2, 6, 0.5), ("assets.goodwill", 5, 30, 0.5), ("assets.other", 1, 5, 0.4),
                                        ("assets.intangibles", 5, 15, 0.4), ("assets.long_term_investments", 3, 9, 0.2),
                                        ("liabilities.accrued_compensation", 2, 6, 0.3), ("liabilities.deferred_revenue", 2, 9, 0.3),
                                        ("liabilities.long_term_debt", 20, 50, 0.6), ("liabilities.deferred_tax", 1, 5, 0.2),
                                        ("liabilities.other_long_term", 1, 4, 0.2), ("equity.accumulated_oci", 1, 3, 0.3)):
            if rng.random() < chance:
                drawn[name] = part(low, high)
        if rng.random() < 0.65:
            drawn["equity.common_stock_par"], drawn["equity.paid_in_capital"] = part(1, 2), part(40, 70)
        else:
            drawn[rng.choice(("equity.common_stock_par", "equity.common_stock"))] = part(40, 70)
        if rng.random() < 0.25:
            drawn["equity.treasury_stock"] = -part(1, 4)
        drawn["equity.retained_earnings"] = 0
        found = all_of(drawn, BALANCE)
        drawn["equity.retained_earnings"] = found["assets.total"] - found["liabilities_and_equity.total"]
        return drawn

    # ---- figures, in the unit of print -----------------------------------------------------------------------

    def finest(self, span):
        """The sums of the finest lines over a span."""
        found = {}
        for quarter in span.quarters:
            for name, amount in self.amounts[quarter].items():
                found[name] = found.get(name, 0) + amount
        return found

    def operations(self, span):
        """All lines of a span with their totals, in the unit of print."""
        return all_of(self.finest(span), OPERATIONS)

    def income(self, span):
        """Of the parent's holders: what earnings per share are of."""
        return self.operations(span)["net_income_to_parent"]

    def shares(self, span):
        """Weighted average as printed, in share units: {shares.basic, shares.diluted}."""
        days = {quarter: Span(quarter, quarter).days for quarter in span.quarters}
        average = lambda more: rounded(Fraction(sum(days[q] * (self.basic[q] + more) for q in span.quarters), sum(days.values())))
        basic = average(0)
        loss = self.income(span) < 0
        return {"shares.basic": basic, "shares.diluted": basic if loss else average(self.more_diluted)}

    def per_share(self, span):
        """Printed to the cent, from the printed counts."""
        income = self.income(span) * self.scale
        shares = self.shares(span)
        return {"eps." + kind: Fraction(rounded(Fraction(income, shares["shares." + kind] * self.share_unit) * 100), 100)
                for kind in ("basic", "diluted")}
