"""Statements as text: rows, heads and unit lines in the ways of press releases."""
import random
from fractions import Fraction

from amounts import printed
from periods import WEEKS, day_words, year_of

CAPTIONS = {
    "revenue.total": ("Net revenues", "Revenues", "Net sales", "Total revenues"),
    "cost.total": ("Cost of revenues", "Cost of sales", "Cost of goods sold"),
    "gross_margin": ("Gross profit", "Gross margin"),
    "opex.research_development": ("Research and development",),
    "opex.sales_marketing": ("Sales and marketing", "Marketing and selling"),
    "opex.general_administrative": ("General and administrative",),
    "opex.selling_general_administrative": ("Selling, general and administrative",),
    "opex.restructuring_other": ("Restructuring and other", "Restructuring"),
    "opex.depreciation_amortization": ("Depreciation and amortization",),
    "opex.amortization_intangibles": ("Amortization of intangible assets", "Amortization of purchased intangibles"),
    "opex.goodwill_impairment": ("Impairment of goodwill",),
    "opex.merger_related": ("Merger related costs",),
    "opex.total": ("Total operating expenses",),
    "operating_income": ("Operating income", "Income from operations"),
    "other.interest_income": ("Interest income",),
    "other.interest_expense": ("Interest expense",),
    "other.interest_net": ("Interest and other income, net",),
    "other.other_net": ("Other income, net",),
    "pretax_income": ("Income before income taxes",),
    "income_tax": ("Provision for income taxes", "Income taxes"),
    "income.continuing": ("Income from continuing operations",),
    "income.discontinued": ("Income from discontinued operations, net of tax",),
    "income.extraordinary": ("Extraordinary items",),
    "net_income": ("Net income", "Net income (loss)"),
    "net_income_to_non_controlling": ("Net income attributable to noncontrolling interests", "Less: Net income attributable to noncontrolling interest"),
    "equity.non_controlling_interest": ("Noncontrolling interests", "Noncontrolling interest"),
    "equity.total_with_non_controlling": ("Total equity",),
    "assets.cash": ("Cash and cash equivalents", "Cash and equivalents"),
    "assets.short_term_investments": ("Short-term investments", "Marketable securities"),
    "assets.accounts_receivable": ("Accounts receivable, net", "Accounts receivable"),
    "assets.inventories": ("Inventories",),
    "assets.prepaid_other": ("Prepaid expenses and other current assets", "Prepaid expenses"),
    "assets.current_total": ("Total current assets",),
    "assets.property_equipment": ("Property and equipment, net", "Property, plant and equipment, net"),
    "assets.long_term_investments": ("Long-term investments",),
    "assets.goodwill": ("Goodwill",),
    "assets.intangibles": ("Intangible assets, net", "Other intangible assets"),
    "assets.other": ("Other assets", "Other long-term assets"),
    "assets.total": ("Total assets",),
    "liabilities.accounts_payable": ("Accounts payable",),
    "liabilities.accrued": ("Accrued liabilities", "Accrued expenses"),
    "liabilities.accrued_compensation": ("Accrued compensation",),
    "liabilities.deferred_revenue": ("Deferred revenue",),
    "liabilities.current_total": ("Total current liabilities",),
    "liabilities.long_term_debt": ("Long-term debt",),
    "liabilities.deferred_tax": ("Deferred tax liabilities",),
    "liabilities.other_long_term": ("Other long-term liabilities",),
    "liabilities.total": ("Total liabilities",),
    "liabilities.minority_interest": ("Minority interest",),
    "equity.common_stock_par": ("Common stock",),
    "equity.paid_in_capital": ("Additional paid-in capital",),
    "equity.common_stock": ("Common stock and additional paid-in capital",),
    "equity.accumulated_oci": ("Accumulated other comprehensive income",),
    "equity.retained_earnings": ("Retained earnings",),
    "equity.treasury_stock": ("Treasury stock", "Treasury stock, at cost"),
    "equity.total": ("Total stockholders' equity",),
    "liabilities_and_equity.total": ("Total liabilities and stockholders' equity",),
}

UNIT_LINES = {1000: ("(in thousands, except per share amounts)", "(In thousands, except per share data)", "(amounts in thousands, except per share amounts)"),
              10 ** 6: ("(in millions, except per share amounts)", "(In millions, except per share data)")}

# Share counts of these tables are whole shares.
WHOLE_SHARES = ("(in thousands, except share and per share amounts)", "(In thousands, except share data)",
                "(Dollars in thousands, except share and per share data)", "(in millions, except share and per share amounts)")


def caption_of(company, name):
    own = " ".join(company.printed_name.replace(",", "").split()[:2]).title()
    if name == "net_income_to_parent":
        return "Net income attributable to " + own
    if name == "equity.total" and "equity.non_controlling_interest" in company.balance:
        return f"Total {own} stockholders' equity"
    choices = CAPTIONS[name]
    return choices[(company.captions >> (sum(map(ord, name)) % 24)) % len(choices)]


class View:
    """Which lines of its operations a company shows in one filing."""

    def __init__(self, company, **changes):
        self.opex = list(company.opex)
        self.opex_total, self.pretax = company.opex_total, company.pretax
        self.other, self.gross_margin = list(company.other), company.gross_margin
        self.split_revenue, self.split_cost = company.split_revenue, company.split_cost
        self.continuing, self.discontinued = False, []  # lines below income from continuing operations
        self.nil = ()                                   # lines printed as -- where they are 0
        self.others = "net_income_to_non_controlling" in next(iter(company.amounts.values()))
        self.left_out = ()                              # lines of which nothing is printed though the totals are
        self.last = None                                # the last row, where the rest is missing
        self.shares, self.per_share = True, True
        self.__dict__.update(changes)

    def lines(self):
        """In the order of print; a text with a colon is a heading."""
        rows = []
        if self.split_revenue:
            rows += ["Revenues:", "revenue.product", "revenue.service"]
        rows += ["revenue.total"]
        if self.split_cost:
            rows += ["Cost of revenues:", "cost.product", "cost.service"]
        rows += ["cost.total"] + ["gross_margin"] * self.gross_margin
        rows += ["Operating expenses:"] * self.opex_total + self.opex + ["opex.total"] * self.opex_total + ["operating_income"]
        rows += self.other + ["pretax_income"] * self.pretax + ["income_tax"]
        rows += ["income.continuing"] * self.continuing + self.discontinued + ["net_income"]
        rows += ["net_income_to_non_controlling", "net_income_to_parent"] * self.others
        rows = [row for row in rows if row not in self.left_out]
        return rows[:rows.index(self.last) + 1] if self.last else rows

    def printed(self):
        return [row for row in self.lines() if not row.endswith(":")]


class Paper:
    """A filing in the making."""

    def __init__(self, company, width=12):
        self.company, self.rng = company, random.Random(company.layout)
        self.width = width + self.rng.randrange(0, 4)
        self.left = 56 + self.rng.randrange(0, 6)
        self.dollars, self.rules = self.rng.random() < 0.4, self.rng.random() < 0.7
        self.lines, self.whole_shares = [], False

    def text(self):
        return "\n".join(self.lines) + "\n"

    def put(self, text=""):
        self.lines.append(text.rstrip())

    def center(self, text):
        self.put(" " * max(0, (self.left + 2 * self.width - len(text)) // 2) + text)

    def title(self, words, unit_line):
        self.put()
        self.center(self.company.printed_name)
        self.center(words)
        self.center(unit_line)
        self.put()

    def row(self, caption, values, dollar=False):
        sign = "$ " if dollar and self.dollars else ""
        cells = "".join((sign * value[0].isdigit() + value).rjust(self.width) for value in values)
        self.put(caption.ljust(self.left) + cells)

    def rule(self, columns, sign="-"):
        if self.rules:
            self.put(" " * self.left + "".join((sign * 8).rjust(self.width) for _ in range(columns)))

    def spans_head(self, spans):
        """Groups of columns of one length and one day, the years below; of weeks a head for each column."""
        if spans[0].first >= WEEKS:
            return self.weeks_head(spans)
        groups = []
        for span in spans:
            key = (span.words, day_words(span.last))
            if groups and groups[-1][0] == key:
                groups[-1][1] += 1
            else:
                groups.append([key, 1])
        over = lambda words: "".join(word.center(self.width * count) for word, count in words)
        self.put(" " * (self.left + 4) + over([(key[0] + " ended", count) for key, count in groups]))
        self.put(" " * (self.left + 4) + over([(key[1] + ",", count) for key, count in groups]))
        self.put(" " * self.left + "".join(str(year_of(span.last)).rjust(self.width) for span in spans))
        self.rule(len(spans))

    def weeks_head(self, spans):
        self.width = max(self.width, 16)
        for words in ([span.words.split()[0] for span in spans], ["weeks ended"] * len(spans), [day_words(span.last) + "," for span in spans],
                      [str(year_of(span.last)) for span in spans]):
            self.put(" " * self.left + "".join(word.rjust(self.width) for word in words))
        self.rule(len(spans))

    # ---- statements --------------------------------------------------------------------------------------------

    def operations(self, columns, spans, view, unit_line=None):
        """columns: of each span all lines, shares and per-share amounts by name, in the unit of print (per share: in dollars)."""
        company = self.company
        unit_line = unit_line or self.rng.choice(UNIT_LINES[company.scale])
        self.whole_shares = unit_line in WHOLE_SHARES
        self.title("CONSOLIDATED STATEMENTS OF OPERATIONS (Unaudited)", unit_line)
        self.spans_head(spans)
        totals = ("revenue.total", "gross_margin", "operating_income", "pretax_income", "net_income", "opex.total", "income.continuing", "net_income_to_parent")
        for name in view.lines():
            if name.endswith(":"):
                self.put(name)
                continue
            caption = {"revenue.product": "Product", "revenue.service": "Service", "cost.product": "Product", "cost.service": "Service"}.get(name)
            if caption is None:
                caption = caption_of(company, name)
                if name in ("revenue.total", "cost.total") and getattr(view, "split_" + name.split(".")[0]):
                    caption = "Total " + {"revenue.total": "revenues", "cost.total": "cost of revenues"}[name]
            if name in totals and name != "revenue.total":
                self.rule(len(columns))
            indent = "  " if name not in totals else ""
            self.row(indent + caption, [printed(column[name], nil=name in view.nil) for column in columns],
                     dollar=name in ("revenue.total", "net_income"))
        if view.last:
            return
        self.rule(len(columns), "=")
        if view.per_share:
            self.per_share_rows(columns)
        if view.shares:
            self.share_rows(columns)

    def per_share_rows(self, columns):
        rows = [("Basic", "eps.basic"), ("Diluted", "eps.diluted")]
        if self.rng.random() < 0.5:
            self.put("Net income per share:")
            rows = [("  " + word, name) for word, name in rows]
        else:
            rows = [(word + " earnings per share", name) for word, name in rows]
        for caption, name in rows:
            self.row(caption, [printed(column[name], 2) for column in columns], dollar=True)

    def share_rows(self, columns):
        rows = [("Basic", "shares.basic"), ("Diluted", "shares.diluted")]
        if self.rng.random() < 0.5:
            self.put("Shares used in computing net income per share:")
            rows = [("  " + word, name) for word, name in rows]
        else:
            rows = [("Weighted average shares, " + word.lower(), name) for word, name in rows]
        for caption, name in rows:
            self.row(caption, [self.count(column[name]) for column in columns])

    def count(self, shares):
        company = self.company
        if self.whole_shares:
            return printed(shares * company.share_unit)
        return printed(Fraction(shares) * company.share_unit / company.scale, company.share_places)

    def balance_sheet(self, amounts, quarter, last=None, before=None):
        """amounts: all lines by name; before: of the day a year earlier, in a second column."""
        columns = [amounts] + ([before] if before else [])
        self.title("CONSOLIDATED BALANCE SHEETS (Unaudited)", "(in thousands)" if self.company.scale == 1000 else "(in millions)")
        self.put(" " * self.left + "".join((day_words(quarter) + ",").rjust(self.width + 3) for _ in columns))
        self.put(" " * self.left + "".join(str(year_of(quarter - 4 * back)).rjust(self.width + 3) for back in range(len(columns))))
        for name in balance_rows(amounts):
            if name.endswith(":"):
                self.put(name[:-1] if name in ("Assets:", "Liabilities and stockholders' equity:") else name)
                continue
            if name.endswith("total"):
                self.rule(len(columns))
            indent = "" if name in ("assets.total", "liabilities_and_equity.total") else "  "
            self.put((indent + caption_of(self.company, name)).ljust(self.left)
                     + "".join(printed(column[name]).rjust(self.width + 3) for column in columns))
            if name == last:
                break


def balance_rows(amounts):
    """The rows of a balance sheet in the order of print; a text with a colon is a heading."""
    present = lambda names: [name for name in names if name in amounts]
    rows = ["Assets:", "Current assets:"]
    rows += present(("assets.cash", "assets.short_term_investments", "assets.accounts_receivable", "assets.inventories", "assets.prepaid_other"))
    rows += ["assets.current_total"]
    rows += present(("assets.property_equipment", "assets.long_term_investments", "assets.goodwill", "assets.intangibles", "assets.other"))
    rows += ["assets.total", "Liabilities and stockholders' equity:", "Current liabilities:"]
    rows += present(("liabilities.accounts_payable", "liabilities.accrued", "liabilities.accrued_compensation", "liabilities.deferred_revenue"))
    rows += ["liabilities.current_total"] + present(("liabilities.long_term_debt", "liabilities.deferred_tax", "liabilities.other_long_term"))
    rows += ["liabilities.total"] + present(("liabilities.minority_interest",)) + ["Stockholders' equity:"]
    finer = "equity.common_stock_par" in amounts
    rows += present(("equity.common_stock_par", "equity.paid_in_capital")) if finer else ["equity.common_stock"]
    rows += present(("equity.accumulated_oci", "equity.retained_earnings", "equity.treasury_stock")) + ["equity.total"]
    if "equity.non_controlling_interest" in amounts:
        rows += ["equity.non_controlling_interest", "equity.total_with_non_controlling"]
    return rows + ["liabilities_and_equity.total"]
