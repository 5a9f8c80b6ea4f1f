"""A purchase: its entries as the scenario writes them, and what they post, by the rules of purchase accounting."""
from fractions import Fraction

from amounts import plain, rounded
from chart import BALANCE, OPERATIONS, all_of
from pair import Pair, Situation, column, filed, two_companies
from filing import Paper, View
from periods import Span
from truth import Known, combine

EQUITY = tuple(name for name, (into, _) in BALANCE.items() if name.startswith("equity.") and name != "equity.total")
# lines among which a rule leaves open in which row an amount stands: their sum is tested
GROUPS = {"equity.common_stock": ("equity.common_stock", "equity.common_stock_par", "equity.paid_in_capital"),
          "assets.intangibles_other": ("assets.intangibles_other", "assets.intangibles", "assets.other"),
          "other.interest_net": ("other.interest_net", "other.interest_income", "other.interest_expense")}

# lines that a kind of entry posts to by itself: no scenario need say that they are new
ROLES = {"assets.cash", "assets.goodwill", "assets.intangibles_other", "assets.intangibles", "liabilities.other_accrued", "liabilities.deferred_tax",
         "liabilities.long_term_debt", "equity.common_stock", "equity.retained_earnings", "opex.amortization", "other.interest_income",
         "other.interest_expense", "income_tax"}


class Purchase:
    """In thousands of dollars and of shares; amounts are posted whole."""

    def __init__(self, rng, years=None):
        self.rng = rng
        year = rng.choice(years or list(range(2002, 2006)) + list(range(2010, 2018)))
        length = rng.choice((1, 1, 2, 4))
        last = 4 * year + (3 if length == 4 else rng.choice((0, 1, 2, 3)) if length == 1 else rng.choice((1, 3)))
        self.span = Span(last - length + 1, last)
        self.new_rules = year >= 2009
        quarters = range(self.span.first - 4, last + 1)
        self.acquirer, self.target = two_companies(rng, quarters, (True, True))
        self.views = [View(company) for company in (self.acquirer, self.target)]
        self.pair = Pair(rng, self.acquirer, self.target, self.span, shares=False)
        self.pair.files.clear()
        self.pair.scenario.filings = {self.acquirer.id: [], self.target.id: []}
        self.pair.scenario.inputs.clear()
        self.scenario, self.truth = self.pair.scenario, self.pair.truth
        self.scenario.periods.append(self.span.end)
        days = (filed(last, 30), filed(last, rng.randrange(70, 160)), filed(last, 170))
        self.scenario.deal = f'announced = "{days[0]}"; closed = "{days[1]}"; filed = "{days[2]}";'
        self.scenario.shares = 'rule = "outstanding_at_closing";'
        self.balance = all_of(self.target.balance, BALANCE)
        self.posted, self.charged = {}, {}     # {line: thousands} of the balance sheet and of operations
        self.effects = []                      # of each entry on income before tax
        self.issued = Fraction(0)              # thousands of shares
        self.increment = None                  # potential shares of the target, thousands
        self.net_assets = Fraction(self.balance["equity.total"])
        self.paid = Fraction(0)
        self.part_key = ""
        self.new, self.names_new_lines = set(), rng.random() < 0.5
        self.spread = 0
        self.months = 3 * self.span.length


    # ---- posting -------------------------------------------------------------------------------------------------

    def post(self, line, amount):
        self.note_new(line)
        self.posted[line] = self.posted.get(line, 0) + amount

    def charge(self, line, amount):
        self.note_new(line)
        self.charged[line] = self.charged.get(line, 0) + amount

    def entry(self, text):
        """new_lines may name what no company prints; half of the scenarios do without."""
        if self.new and (self.names_new_lines or not self.new <= ROLES):
            text = text.replace("{ kind", "{ new_lines = [ " + ", ".join(f'"{line}"' for line in sorted(self.new)) + " ]; kind", 1)
        self.new = set()
        self.scenario.entries.append(text)

    def note_new(self, line):
        if not any(line in amounts for company in (self.acquirer, self.target) for amounts in (company.balance, company.operations(self.span))):
            self.new.add(line)

    def input(self, name, value, unit):
        return self.scenario.input(name, Fraction(value), unit)

    # ---- entries -------------------------------------------------------------------------------------------------

    def consideration(self, ways=("stock", "cash", "both", "mix"), part=Fraction(1), others=0):
        """part: how much of the target is bought; others: what remains with other holders, thousands at fair value."""
        rng, keys = self.rng, []
        way = rng.choice(ways)
        shares = Fraction(rng.randrange(5_000, 60_000_000), 1000) if rng.random() < 0.3 else Fraction(rng.randrange(5_000, 60_000))
        worth = self.net_assets * rng.randrange(13, 40) / 10 + 1000
        per_share = worth / shares
        bought = f"{self.input('shares', shares, 'shares_thousands')}"
        if part != 1:
            bought += f" * {self.input('part', part, 'ratio')}"
            keys.append(self.part_key)
            keys.append(f"non_controlling_interest = \"{self.input('others', others, 'usd_thousands')}\";")
            self.post("equity.non_controlling_interest", others)
            shares *= part
        keys.append(f"shares = \"{bought}\";")
        ratio, price, cash = Fraction(rng.randrange(50, 3000), 1000), Fraction(0), Fraction(0)
        stock_part, cash_part = Fraction(1), Fraction(1)
        if way == "mix":
            stock_part = Fraction(rng.randrange(10, 90), 100)
            cash_part = 1 - stock_part
        if way in ("stock", "both", "mix"):
            price = Fraction(rounded(per_share / ratio * 100), 100) + Fraction(rng.randrange(1, 40), 100)
            keys.append(f"exchange_ratio = \"{self.input('exchange_ratio', ratio, 'ratio')}\"; price = \"{self.input('measurement_price', price, 'usd_per_share')}\";")
        if way in ("cash", "both", "mix"):
            cash = Fraction(rounded(per_share * 100 / (2 if way == "both" else 1)), 100) + Fraction(1, 100)
            keys.append(f"cash_per_share = \"{self.input('cash_price', cash, 'usd_per_share')}\";")
        if way == "cash":
            stock_part = Fraction(0)
            keys.append("stock_part = 0;")
        if way == "mix":
            keys.append(f"stock_part = {plain(stock_part)}; cash_part = {plain(cash_part)};")
        self.issued = shares * ratio * stock_part if way != "cash" else Fraction(0)
        stock, money = rounded(self.issued * price), rounded(shares * cash * cash_part)
        self.paid = Fraction(stock + money)
        self.post("equity.common_stock", stock)
        self.post("assets.cash", -money)
        self.money = money
        if rng.random() < 0.5:
            costs = rng.randrange(100, 3000)
            keys.append(f"direct_costs = \"{self.input('direct_costs', costs, 'usd_thousands')}\";")
            self.post("liabilities.other_accrued", costs)
            if self.new_rules:
                self.post("equity.retained_earnings", -costs)
            else:
                self.paid += costs
        if way in ("stock", "both") and rng.random() < 0.4:
            self.awards(ratio, price)
        if price and rng.random() < 0.3 and self.par_lines():
            par = rounded(self.issued * Fraction(1, 100))
            keys.append('par_value = 0.01; par_line = "equity.common_stock_par";')
            self.post("equity.common_stock_par", par)
            self.post("equity.common_stock", -par)
        self.entry(f"consideration = {{ kind = \"consideration\"; {' '.join(keys)} }};")

    def par_lines(self):
        return any("equity.common_stock_par" in company.balance for company in (self.acquirer, self.target))

    def awards(self, ratio, price):
        """Options of the target, rolled over: part of what is paid, and potential shares by the treasury stock method."""
        rng = self.rng
        options, worth = Fraction(rng.randrange(50, 4000)), Fraction(rng.randrange(50, 3000), 100)
        strike, average = Fraction(rng.randrange(10, 6000), 100), price + Fraction(rng.randrange(-5, 200), 100)
        average = max(average, Fraction(1, 2))
        earned, keys = Fraction(1), ""
        if self.new_rules and rng.random() < 0.5:
            unvested, served = Fraction(rng.randrange(1, 9), 10), Fraction(rng.randrange(0, 9), 10)
            earned = 1 - unvested * (1 - served)
            keys = f"unvested = {plain(unvested)}; service_before = {plain(served)}; remaining_years = 2;"
        self.input("market.average_price", average, "usd_per_share")
        self.scenario.shares += (f" tranches = {{ options = {{ company = \"{self.target.id}\"; options = \"{self.input('options', options, 'shares_thousands')}\"; "
                                 f"strike = \"{self.input('strike', strike, 'usd_per_share')}\"; fair_value = \"{self.input('award', worth, 'usd_per_share')}\"; {keys} }}; }};")
        paid = rounded(options * worth * earned)
        self.paid += paid
        self.post("equity.common_stock", paid)
        self.increment = options * ratio * max(Fraction(0), 1 - strike / ratio / average)

    def elimination(self):
        keys = ""
        for line in EQUITY:
            if line in self.target.balance:
                self.post(line, -self.target.balance[line])
        self.net_assets -= self.take_off("assets.goodwill")
        if "assets.intangibles" in self.target.balance and self.rng.random() < 0.6:
            keys = f'intangibles = "{self.target.id}.assets.intangibles"; intangibles_line = "assets.intangibles";'
            self.net_assets -= self.take_off("assets.intangibles")
        self.entry(f'elimination = {{ kind = "elimination"; {keys} }};')

    def take_off(self, line):
        amount = self.target.balance.get(line, 0)
        if amount:
            self.post(line, -amount)
        return amount

    def fair_values(self):
        rng, items = self.rng, []
        self.recorded, self.differences, line = [], [], rng.choice(("assets.intangibles", "assets.intangibles_other"))
        for number in range(rng.choice((1, 1, 2, 3))):
            value, life = rng.randrange(50, 40_000), Fraction(rng.choice((2, 3, 4, 5, 6, 7, 10, 12, 15)))
            if rng.random() < 0.15:
                life += Fraction(1, 2)
            items.append(f"item{number} = {{ line = \"{line}\"; value = \"{self.input(f'value{number}', value, 'usd_thousands')}\"; "
                         f"life = \"{self.input(f'life{number}', life, 'years')}\"; }};")
            self.post(line, value)
            self.net_assets += value
            self.recorded.append((value, life))
            self.differences.append(value)
        if rng.random() < 0.3:
            book = self.target.balance["assets.property_equipment"]
            value = book + rng.randrange(1, 5000)
            items.append(f"land = {{ line = \"assets.property_equipment\"; class = \"other\"; value = \"{self.input('land', value, 'usd_thousands')}\"; "
                         f"book = \"{self.target.id}.assets.property_equipment\"; }};")
            self.post("assets.property_equipment", value - book)
            self.net_assets += value - book
            self.differences.append(value - book)
        self.entry(f"values = {{ kind = \"fair_values\"; items = {{ {' '.join(items)} }}; }};")

    def deferred_tax(self):
        self.rate = Fraction(self.rng.choice((35, 38, 40, 25, Fraction(377, 10))), 100)
        self.input("tax_rate", self.rate * 100, "percent")
        if self.rng.random() < 0.8:
            due = sum(rounded(self.rate * difference) for difference in self.differences)
            self.post("liabilities.deferred_tax", due)
            self.entry('deferred_tax = { kind = "deferred_tax"; rate = "deal.tax_rate"; };')
            self.net_assets -= due

    def goodwill(self, others=0):
        self.residual = self.paid + others - self.net_assets
        if self.residual < 0:  # a bargain: a gain at closing; before ASC 805 refused, since no assets are named that it would reduce
            self.post("equity.retained_earnings", -self.residual)
        self.post("assets.goodwill", max(Fraction(0), self.residual))
        self.entry('goodwill = { kind = "goodwill"; };')

    def amortization(self):
        keys, effect = "", 0
        for value, life in self.recorded:
            amount = rounded(Fraction(value) / life * self.months / 12)
            self.charge("opex.amortization", amount)
            effect -= amount
        if "opex.amortization_intangibles" in self.target.opex and self.rng.random() < 0.7:
            own = self.target.operations(self.span)["opex.amortization_intangibles"]
            keys = f'remove = {{ own = {{ amount = "{self.target.id}.opex.amortization_intangibles"; line = "opex.amortization_intangibles"; }}; }};'
            self.charge("opex.amortization_intangibles", -own)
            effect += own
        self.entry(f'amortization = {{ kind = "amortization"; {keys} }};')
        self.effects.append(effect)

    def financing(self):
        rng, keys, effect = self.rng, [], 0
        if rng.random() < 0.6:
            amount, rate = rng.randrange(500, 90_000), Fraction(rng.randrange(200, 1200), 10_000)
            fees = self.fees(amount) if self.span.last // 4 < 2015 and rng.random() < 0.4 else ""
            keys.append(f"debt = {{ loan = {{ amount = \"{self.input('loan', amount, 'usd_thousands')}\"; rate = \"{self.input('loan_rate', rate * 100, 'percent')}\"; {fees}}}; }};")
            interest = rounded(amount * rate * self.months / 12)
            self.post("assets.cash", amount)
            self.post("liabilities.long_term_debt", amount)
            self.charge("other.interest_expense", -interest)
            effect -= interest + self.spread
        if rng.random() < 0.5 and self.money:
            rate = Fraction(rng.randrange(50, 600), 10_000)
            keys.append(f"cash_used = \"entries.consideration.cash\"; foregone_rate = \"{self.input('cash_rate', rate * 100, 'percent')}\";")
            lost = rounded(self.money * rate * self.months / 12)
            self.charge("other.interest_income", -lost)
            effect -= lost
        if keys:
            self.entry(f"financing = {{ kind = \"financing\"; {' '.join(keys)} }};")
            self.effects.append(effect)

    def fees(self, amount):
        """Costs of borrowing: an asset, spread over the years of the debt."""
        fees, years = self.rng.randrange(10, 10 + amount // 20), self.rng.choice((3, 5, 7))
        self.spread = rounded(Fraction(fees, years) * self.months / 12)
        self.post("assets.other", fees)
        self.post("assets.cash", -fees)
        self.charge("other.interest_expense", -self.spread)
        return f"fees = \"{self.input('fees', fees, 'usd_thousands')}\"; years = \"{self.input('fee_years', years, 'years')}\"; fees_line = \"assets.other\"; "

    def tax(self):
        """Whether the adjustments are taxed."""
        if self.rng.random() < 0.15:
            return False
        self.charge("income_tax", sum(rounded(self.rate * effect) for effect in self.effects))
        self.entry('tax = { kind = "tax"; rate = "deal.tax_rate"; };')
        return True

    # ---- the truth -----------------------------------------------------------------------------------------------

    def write(self):
        for company, view, file in ((self.acquirer, self.views[0], "buyer.txt"), (self.target, self.views[1], "seller.txt")):
            paper = Paper(company)
            paper.operations([column(company, self.span)], [self.span], view)
            paper.balance_sheet(all_of(company.balance, BALANCE), self.span.last)
            self.pair.add(company, file, paper.text(), self.span.last)

    def settle(self):
        truth, ids = self.truth, (self.acquirer.id, self.target.id)
        known = [{name: amount * 1000 for name, amount in company.operations(self.span).items()} for company in (self.acquirer, self.target)]
        combine(truth, "operations", {each: Known(amounts, view.printed()) for each, amounts, view in zip(ids, known, self.views)},
                {line: amount * 1000 for line, amount in self.charged.items()}, OPERATIONS)
        sheets = [{name: amount * 1000 for name, amount in all_of(company.balance, BALANCE).items()} for company in (self.acquirer, self.target)]
        combine(truth, "balance_sheet", {each: Known(amounts, [name for name in amounts if name in company.balance or name.endswith("total")])
                                         for each, amounts, company in zip(ids, sheets, (self.acquirer, self.target))},
                {line: amount * 1000 for line, amount in self.posted.items()}, BALANCE)
        for statement, posted in (("operations", self.charged), ("balance_sheet", self.posted)):
            for line, amount in posted.items():
                if amount and (statement, line, "adjustments") in truth.cells:
                    truth.asked |= {(statement, line, "adjustments"), (statement, line, "pro_forma")} & set(truth.cells)
        self.open_groups()
        self.per_share()
        for name, amount in (("entries.consideration.total", self.paid), ("entries.goodwill.goodwill", max(0, self.residual)), ("entries.goodwill.net_assets", self.net_assets)):
            truth.put("deal", name, self.target.id, amount * 1000)
        return Situation({**self.pair.files, "deal.cfg": self.scenario.text()}, truth, ())

    def open_groups(self):
        """Where a total is posted to, or one company prints it whole and another in parts, the rows' sum is what counts."""
        truth = self.truth
        for top, lines in GROUPS.items():
            statement = "operations" if top in OPERATIONS else "balance_sheet"
            for column_name in ("adjustments", "pro_forma"):
                whole = truth.cells.get((statement, top, column_name))
                if whole is None:
                    continue
                truth.groups[statement, top, column_name] = whole
                keys = {(statement, line, column_name) for line in lines}
                truth.open |= keys
                truth.asked -= keys

    def per_share(self):
        truth, span = self.truth, self.span
        for company in (self.acquirer, self.target):
            for name, count in company.shares(span).items():
                truth.put("operations", name, company.id, count * 1000, ask=True)
            for name, amount in company.per_share(span).items():
                truth.put("operations", name, company.id, amount, ask=True)
        income = self.income()
        shares = self.acquirer.shares(span)["shares.basic"] * 1000 + self.issued * 1000
        truth.put("operations", "common", "pro_forma", income)
        truth.put("operations", "shares.basic", "pro_forma", shares, ask=True)
        truth.put("operations", "eps.basic", "pro_forma", income / shares, ask=True)
        own = Fraction(self.acquirer.income(span), self.acquirer.shares(span)["shares.basic"])
        if own > 0:
            truth.put("analysis", "analysis.accretion.basic", "pro_forma", income / shares / own - 1, ask=True)
        diluted = shares
        if income >= 0:
            printed = self.acquirer.shares(span)
            if self.increment is None or self.acquirer.income(span) < 0:
                return
            diluted = shares + 1000 * (printed["shares.diluted"] - printed["shares.basic"] + self.increment)
        truth.put("operations", "shares.diluted", "pro_forma", diluted, ask=True)
        truth.put("operations", "eps.diluted", "pro_forma", income / diluted, ask=True)

    def income(self):
        """Of the parent's holders."""
        return self.truth.cells["operations", "net_income_to_parent", "pro_forma"]
