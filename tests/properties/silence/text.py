"""The text report says in its combined column what CSV says."""
import re
import subprocess

from judge import SCALES


def combined_columns(text):
    """Of each statement, what stands in the last column, row by row; blank cells are left out."""
    statements, edge, blank = [], None, 0
    for line in text.splitlines():
        blank = 0 if line.strip() else blank + 1
        rule = re.fullmatch(r" {20,}(?:─+ *)+", line)
        if rule and edge is None:
            edge = len(line.rstrip())
            statements.append([])
        elif blank == 2:  # one stands between a total that is blank and the rows above it
            edge = None
        elif edge and "─" not in line and "═" not in line:
            cell = re.search(r"(?:^| )([(\d,.)$-]+)$", line.rstrip())  # notes of the adjustments may push it to the right
            if cell and len(line.rstrip()) >= edge - 1:
                statements[-1].append(cell.group(1).replace("$", ""))
    return statements


def written(row):
    """As the text report prints an amount."""
    amount = row.value / SCALES[row.unit]
    text = f"{abs(int(amount)):,}"
    return f"({text})" if amount < 0 else text


def text_agrees(program, folder, run, verdict):
    done = subprocess.run([program, "--scenario", "deal.cfg"], cwd=folder, capture_output=True, text=True, timeout=60)
    statements = combined_columns(done.stdout)
    names = [name for name in ("operations", "balance_sheet") if any(row.statement == name for row in run.rows)]
    for name, cells in zip(names, statements):
        rows = [row for row in run.rows if row.statement == name and row.column == "pro_forma" and row.value is not None
                and not row.name.startswith(("eps.", "shares."))]
        for row, cell in zip(rows, cells):
            if cell != written(row) and not (cell == "--" and row.value == 0):
                verdict.wrong.append(f"{name} {row.name} pro_forma: the text says {cell}, CSV {written(row)}")
                break
        if len(cells) < len(rows):
            verdict.wrong.append(f"{name}: the text has {len(cells)} combined amounts, CSV {len(rows)}")
