"""Rows add up to the totals below them, in every column of every report; the text says what the CSV says; what is printed stands at its place.

    rows_add_up.py PROGRAM CHARTS SCENARIO...    CHARTS: the folder of chart.cfg and charts/

How lines enter totals is read from the charts here, by a reader of the tests' own.
"""
import csv
import io
import os
import re
import subprocess
import sys
from collections import OrderedDict

# --- the chart: which line enters which total, and with which sign ---

TOKEN = re.compile(r'"([^"]*)"|([A-Za-z*][\w*-]*)|([{}=;()\[\],])')


def settings(text):
    """The groups of a file as nested dictionaries; what is no text or group is left as a word."""
    text = re.sub(r"(?m)#.*$", "", text)
    tokens = [(match.group(1) is not None, match.group(1) if match.group(1) is not None else match.group(0)) for match in TOKEN.finditer(text)]
    at = 0

    def group():
        nonlocal at
        out = OrderedDict()
        while at < len(tokens) and tokens[at] != (False, "}"):
            name = tokens[at][1]
            at += 1
            if at < len(tokens) and tokens[at] == (False, "="):
                at += 1
                if tokens[at] == (False, "{"):
                    at += 1
                    out[name] = group()
                    at += 1
                else:
                    out[name] = tokens[at][1]
                    at += 1
        return out

    return group()


def lines_of(group, prefix, inherited, out):
    into = group.get("into", inherited)
    for name, value in group.items():
        if not isinstance(value, dict):
            continue
        full = prefix if name.startswith("*") else (prefix + "." if prefix else "") + name
        if any(isinstance(inner, dict) for inner in value.values()):
            lines_of(value, full, into, out)
        else:
            out[full] = value.get("into", into)


def merged(general, industry):
    """An industry's chart says what differs."""
    out = OrderedDict(general)
    for name, value in industry.items():
        both = isinstance(value, dict) and isinstance(general.get(name), dict)
        out[name] = merged(general[name], value) if both else value
    return out


def read_settings(path):
    with open(path, encoding="utf-8") as source:
        return settings(source.read())


def chart_of(folder, industry):
    """total -> [(sign, line)]"""
    tree = read_settings(os.path.join(folder, "chart.cfg"))
    if industry:
        tree = merged(tree, read_settings(os.path.join(folder, "charts", industry + ".cfg")))
    lines, addends = {}, {}
    for kind in tree["statements"].values():
        lines_of(kind.get("lines", {}), "", "", lines)
    for line, into in lines.items():
        total = (into or "").lstrip("+-")
        if total and total != line:
            addends.setdefault(total, []).append((-1 if into.startswith("-") else 1, line))
    return addends


def industry_of(scenario):
    """That which the scenario, or a file that it includes, names."""
    with open(scenario, encoding="utf-8") as file:
        text = file.read()
    found = re.search(r'\bchart = "(\w+)"', text)
    included = [os.path.join(os.path.dirname(scenario), name) for name in re.findall(r'(?m)^\s*@include "([^"]*)"', text)]
    return found.group(1) if found else next((name for name in map(industry_of, filter(os.path.isfile, included)) if name), None)


# --- a report ---

def report(program, scenario, form):
    run = subprocess.run([program, "--scenario", os.path.basename(scenario), "--format", form], cwd=os.path.dirname(scenario), capture_output=True, check=False)
    return run.stdout.decode("utf-8", "replace") if run.returncode <= 1 else None


def tables_of(text):
    """(statement, basis, start, end) -> name -> column -> (value, unit, note), in the order of the report."""
    tables = OrderedDict()
    for row in csv.DictReader(io.StringIO(text)):
        if row["statement"] not in ("operations", "balance_sheet", "cash_flows", "reconciliation", "footnote"):
            continue
        key = (row["statement"], row["basis"], row["period_start"], row["period_end"])
        tables.setdefault(key, OrderedDict()).setdefault(row["name"], OrderedDict())[row["column"]] = (row["value"], row["unit"], row["note"])
    return tables


def shown_sum(addends, values, total):
    """What the shown rows under a total make, and how many they are; those of a total that is not shown stand in its place."""
    value, count = 0, 0
    for sign, line in addends.get(total, []):
        if line in values:
            value, count = value + sign * values[line], count + 1
        else:
            below, rows = shown_sum(addends, values, line)
            value, count = value + sign * below, count + rows
    return value, count


def check_sums(fail, addends, tables):
    checked = 0
    for key, rows in tables.items():
        columns = {column for cells in rows.values() for column in cells}
        companies = len(columns - {"reclassifications", "adjustments", "autonomous_entity", "autonomous", "pro_forma"})
        for column in columns:
            values = {name: float(cells[column][0]) for name, cells in rows.items()
                      if column in cells and cells[column][0] != "" and cells[column][1].split("_")[0] == "usd" and "share" not in cells[column][1]}
            for total, value in values.items():
                made, count = shown_sum(addends, values, total)
                added = column in ("reclassifications", "adjustments", "autonomous_entity", "autonomous")
                allowed = 0 if added else (count + 1) / 2 * (companies if column == "pro_forma" else 2)
                if count and abs(value - made) > allowed:
                    fail(f"{key}: {column}: {total} is {value}, its rows make {made}")
                checked += bool(count)
    return checked


def text_rows(text):
    """The rows of cells of a statement in the text, blanks left out: letters of entries may push what follows them to the right."""
    label = None
    for line in text.split("\n"):
        if "─" in line and not re.search(r"[^─ ]", line):
            label = line.index("─") if label is None else label
            continue
        if label is None or not line.strip():
            continue
        cells = [cell for cell in re.sub(r"\([a-z]+\)", " ", line[label:]).split() if re.fullmatch(r"--|\(?-?[\d,]+(\.\d+)?\)?", cell)]
        if cells:
            yield cells


def number(text):
    plain = text.strip("()").replace(",", "")
    return 0.0 if text == "--" else float(plain) * (-1 if text.startswith("(") else 1)


def check_text(fail, text, tables):
    """The cells of the text, in order, are those of the CSV."""
    body = text.split("\n\n\n")
    shown = [list(text_rows(block)) for block in body if re.search(r"(?m)^Unaudited ", block)]
    if len(shown) != len(tables):
        fail(f"{len(shown)} statements in the text, {len(tables)} in the CSV")
        return 0
    checked = 0
    for rows, (key, names) in zip(shown, tables.items()):
        wanted = [(name, [cell[0] for cell in cells.values()]) for name, cells in names.items()]
        wanted = [(name, [value for value in values if value != ""]) for name, values in wanted]
        wanted = [(name, values) for name, values in wanted if values]
        if len(rows) != len(wanted):
            fail(f"{key}: {len(rows)} rows of figures in the text, {len(wanted)} in the CSV")
            continue
        for cells, (name, values) in zip(rows, wanted):
            checked += len(values)
            decimals = [len(cell.strip("()").partition(".")[2]) for cell in cells]
            if len(cells) != len(values) or any(abs(number(cell) - float(value)) > 0.5 * 10 ** -places * (1 + 1e-9) for cell, value, places in zip(cells, values, decimals)):
                fail(f"{key}: {name}: {cells} in the text, {values} in the CSV")
    return checked


def filings_of(scenario):
    """name -> path of the filings that it and what it includes name."""
    with open(scenario, encoding="utf-8") as file:
        text = file.read()
    folder, out = os.path.dirname(scenario), {}
    for included in re.findall(r'(?m)^\s*@include "([^"]*)"', text):
        if os.path.isfile(os.path.join(folder, included)):
            out.update(filings_of(os.path.join(folder, included)))
    out.update({os.path.basename(name): os.path.join(folder, name) for name in re.findall(r'\bfile = "([^"]*)"', text)})
    return out


def check_places(fail, scenario, tables):
    """The digits at the place of a printed figure are its own, but for zeros at the end where the units differ."""
    files = filings_of(scenario)
    checked = 0
    for key, rows in tables.items():
        for name, cells in rows.items():
            for column, (value, _, note) in cells.items():
                match = re.fullmatch(r"([^\s:]+):(\d+):(\d+)", note)
                if not match or value == "" or match.group(1) not in files or not os.path.isfile(files[match.group(1)]):
                    continue
                with open(files[match.group(1)], encoding="utf-8", errors="replace") as file:
                    line = file.read().split("\n")[int(match.group(2)) - 1]
                printed = re.match(r"[\s$(]*([\d,.]+)", line[int(match.group(3)) - 1:])
                digits = re.sub(r"[^\d]", "", printed.group(1)).strip("0") if printed else ""
                own = re.sub(r"[^\d]", "", value.split("e")[0]).strip("0")
                checked += 1
                if digits != own:
                    fail(f"{key}: {column}: {name} is {value}, and {note} has {line[int(match.group(3)) - 1:][:16]!r}")
    return checked


def main():
    program, charts, failures, counts = sys.argv[1], sys.argv[2], 0, [0, 0, 0, 0]
    for scenario in sys.argv[3:]:
        text = report(program, scenario, "csv")
        if not text:
            continue

        def fail(words, scenario=scenario):
            nonlocal failures
            failures += 1
            if failures <= 40:
                print(f"{scenario}: {words}")

        tables = tables_of(text)
        counts[0] += 1
        counts[1] += check_sums(fail, chart_of(charts, industry_of(scenario)), tables)
        counts[2] += check_text(fail, report(program, scenario, "text"), tables)
        counts[3] += check_places(fail, scenario, tables)
    print(f"{counts[0]} scenarios: {counts[1]} totals are the sum of their rows, {counts[2]} cells of text are those of CSV, {counts[3]} figures stand at their places; {failures} failures")
    return 1 if failures or not all(counts) else 0


sys.exit(main())
