"""What a run said against what is true."""
import csv
import io
import subprocess
from fractions import Fraction

from analysis import analysis_follows
from chart import parts_of

SCALES = {"usd": 1, "usd_thousands": 1000, "usd_millions": 10 ** 6, "shares": 1, "shares_thousands": 1000, "shares_millions": 10 ** 6, "usd_per_share": 1}


class Row:
    def __init__(self, fields):
        self.statement, _, _, self.end, self.name, self.column, value, unit, self.note = fields
        self.value = None if value == "" else Fraction(value) * SCALES.get(unit, 1)
        self.unit = unit


class Run:
    """One run of the program in a folder that holds deal.cfg."""

    def __init__(self, program, folder):
        done = subprocess.run([program, "--scenario", "deal.cfg", "--format", "csv"], cwd=folder, capture_output=True, text=True, timeout=60)
        self.code, self.said = done.returncode, done.stderr
        rows = list(csv.reader(io.StringIO(done.stdout)))[1:] if done.stdout else []
        self.rows = [Row(fields) for fields in rows]
        self.cells = {(row.statement, row.name, row.column): row for row in self.rows}


def near(shown, true):
    """A quotient is printed as the shortest text of a double."""
    return abs(shown - true) <= abs(true) / 10 ** 11 + Fraction(1, 10 ** 12)


class Verdict:
    """wrong: what is shown and is not true; withheld: what is true, asked for, and not shown."""

    def __init__(self):
        self.wrong, self.withheld = [], []


def money(row):
    return row.unit.startswith("usd") and row.unit != "usd_per_share"


def compare(run, truth, verdict):
    """Each cell that is shown must be in truth.cells with its amount; truth.open names cells that only sums test."""
    for key, row in run.cells.items():
        statement, name, column = key
        if statement == "analysis" and key not in truth.cells or statement == "deal" and key not in truth.cells:
            continue
        if row.value is None or key in truth.open or column == "adjustments" and name.startswith("shares."):
            continue
        if key not in truth.cells:
            if not (column in ("adjustments", "reclassifications") and row.value == 0):
                verdict.wrong.append(f"{statement} {name} {column}: {float(row.value):,.6g} is shown, and cannot be known")
            continue
        true = truth.cells[key]
        if not (row.value == true if money(row) else near(row.value, true)):
            verdict.wrong.append(f"{statement} {name} {column}: {float(row.value):,.10g} is shown, {float(true):,.10g} is true")
    for key in truth.asked:
        if key not in run.cells or run.cells[key].value is None:
            verdict.withheld.append(" ".join(key))


def adds_up(run, truth, verdict):
    """In every column, the rows shown under a total sum to it; a row that is blank for a reason ends the test of its total."""
    for (statement, name, column), row in run.cells.items():
        if statement not in ("operations", "balance_sheet", "cash_flows") or row.value is None or name.startswith(("eps.", "shares.")):
            continue
        if (statement, name, column) in truth.gaps:
            continue
        shown = sum_of(run, statement, name, column)
        if shown is not None and shown != row.value:
            verdict.wrong.append(f"{statement} {name} {column}: {float(row.value):,.10g} stands under rows that sum to {float(shown):,.10g}")
    for column in {row.column for row in run.rows}:
        both = [run.cells.get(("balance_sheet", name, column)) for name in ("assets.total", "liabilities_and_equity.total")]
        if all(both) and None not in [row.value for row in both] and both[0].value != both[1].value:
            verdict.wrong.append(f"balance_sheet {column}: assets and liabilities with equity differ")


class Blank(Exception):
    """A row that is blank for a reason, so that its total has no sum."""


def sum_of(run, statement, total, column):
    """The rows that are shown below a total, through totals that are not shown. None: no row, or one that is blank for a reason."""
    try:
        return sum_below(run, statement, total, column)
    except Blank:
        return None


def sum_below(run, statement, total, column):
    found, some = 0, False
    for name, sign in parts_of(total):
        row = run.cells.get((statement, name, column))
        if row is not None and row.value is None and row.note not in ("", "not reported"):
            raise Blank
        if row is not None and row.value is not None:
            found, some = found + sign * row.value, True
            continue
        below = sum_below(run, statement, name, column)
        if below is not None:
            found, some = found + sign * below, True
    return found if some else None


def per_share(run, truth, verdict):
    """Combined earnings per share are income over shares."""
    for kind in ("basic", "diluted"):
        rows = [run.cells.get(("operations", name, "pro_forma")) for name in ("eps." + kind, "shares." + kind)]
        income = truth.cells.get(("operations", "common", "pro_forma"))
        if income is None or not all(rows) or None in [row.value for row in rows]:
            continue
        if rows[1].value <= 0 or not near(rows[0].value, income / rows[1].value):
            verdict.wrong.append(f"operations eps.{kind} pro_forma: {float(rows[0].value):.8g} is not income over shares")


def groups(run, truth, verdict):
    """Where the rule leaves open in which row of a group an amount stands, the group's rows sum to the truth."""
    for (statement, name, column), true in truth.groups.items():
        row = run.cells.get((statement, name, column))
        shown = row.value if row is not None and row.value is not None else sum_of(run, statement, name, column)
        if shown is None:
            if true != 0 and run.cells:
                verdict.withheld.append(f"{statement} {name} {column}")
        elif shown != true:
            verdict.wrong.append(f"{statement} {name} {column}: the rows of the group sum to {float(shown):,.10g}, {float(true):,.10g} is true")


def judge(run, truth):
    verdict = Verdict()
    if run.code not in (0, 1, 2, 3):
        verdict.wrong.append(f"the program ended with {run.code}")
    compare(run, truth, verdict)
    groups(run, truth, verdict)
    adds_up(run, truth, verdict)
    per_share(run, truth, verdict)
    analysis_follows(run, truth, near, verdict)
    return verdict
