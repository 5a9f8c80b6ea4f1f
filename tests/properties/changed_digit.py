"""One digit of one printed number changed at a time: does `proforma parse` notice?

Noticed: a message about the file is another one, or a statement's proof is (its state, or how many of its numbers are held or bounded). A number
is called proved when the unchanged file's JSON says that it is held by a relation.

    changed_digit.py PROGRAM FOLDER SAMPLE FILE...     SAMPLE: how many numbers of each file are changed, 0 for all of them
"""
import json
import os
import random
import subprocess
import sys

BATCH = 150


def parse(program, folder, names):
    """What parse says of each file: its statements' proofs, its messages, its cells."""
    run = subprocess.run([program, "parse", "--format", "json", *names], cwd=folder, capture_output=True, check=False)
    said = {name: {"proofs": [], "messages": [], "cells": []} for name in names}
    for line in run.stderr.decode("utf-8", "replace").splitlines():
        name, _, rest = line.partition(":")
        if name in said and not line.startswith(" "):
            # a place in another file of the batch is this file under another name
            said[name]["messages"].append(rest.replace(name, "file"))
    if run.stdout:
        for file in json.loads(run.stdout)["files"]:
            for statement in file["statements"]:
                said[file["file"]]["proofs"].append((statement["line"], tuple(sorted((key, str(value)) for key, value in statement["proof"].items()))))
                for row in statement["rows"]:
                    for cell in row["values"]:
                        if not cell["nil"]:
                            said[file["file"]]["cells"].append({**cell, "caption": row["caption"], "statement": statement["statement"]})
    return said


def changed(lines, cell, choose):
    """The file with one digit of the cell another one. Its column counts characters, from 1."""
    line, at = cell["line"] - 1, cell["column"] - 1
    text = lines[line]
    digits = [i for i in range(at, at + len(cell["text"])) if i < len(text) and text[i].isdigit()]
    if not digits or text[at:at + len(cell["text"])] != cell["text"]:
        return None
    place = choose.choice(digits)
    other = choose.choice([digit for digit in "0123456789" if digit != text[place]])
    return lines[:line] + [text[:place] + other + text[place + 1:]] + lines[line + 1:]


def try_file(program, folder, path, sample):
    with open(path, encoding="latin-1", newline="") as file:
        lines = file.read().splitlines(keepends=True)
    name = "plain-" + os.path.basename(path)
    with open(os.path.join(folder, name), "w", encoding="latin-1", newline="") as file:
        file.writelines(lines)
    plain = parse(program, folder, [name])[name]
    choose = random.Random(os.path.basename(path))
    cells = plain["cells"] if not sample or sample > len(plain["cells"]) else choose.sample(plain["cells"], sample)
    counts = {"numbers": 0, "noticed": 0, "proved": 0, "proved noticed": 0}
    missed = []
    for first in range(0, len(cells), BATCH):
        batch = {}
        for number, cell in enumerate(cells[first:first + BATCH]):
            text = changed(lines, cell, choose)
            if text is None:
                missed.append((cell, "its digits do not stand where JSON says"))
                continue
            batch[f"changed-{number}.txt"] = cell
            with open(os.path.join(folder, f"changed-{number}.txt"), "w", encoding="latin-1", newline="") as file:
                file.writelines(text)
        for name, said in parse(program, folder, list(batch)).items():
            cell = batch[name]
            noticed = said["proofs"] != plain["proofs"] or said["messages"] != plain["messages"]
            held = cell["proof"] == "held"
            counts["numbers"] += 1
            counts["noticed"] += noticed
            counts["proved"] += held
            counts["proved noticed"] += held and noticed
            if held and not noticed:
                missed.append((cell, "every relation that it takes part in holds as before"))
    return counts, missed


def main():
    program, folder, sample = sys.argv[1], sys.argv[2], int(sys.argv[3])
    total = {}
    places = 0
    for path in sys.argv[4:]:
        counts, missed = try_file(program, folder, path, sample)
        if counts["numbers"]:
            print(f"{os.path.basename(path)}: {counts['noticed']} of {counts['numbers']} changes noticed, {counts['proved noticed']} of {counts['proved']} of proved numbers")
        for cell, why in missed:
            print(f"    {os.path.basename(path)}:{cell['line']}: {cell['statement']}, \"{cell['caption']}\" {cell['text']}: {why}")
            places += why.startswith("its digits")
        for key, value in counts.items():
            total[key] = total.get(key, 0) + value
    print(f"all: {total['noticed']} of {total['numbers']} noticed ({100 * total['noticed'] / max(1, total['numbers']):.1f} %), "
          f"{total['proved noticed']} of {total['proved']} proved ones ({100 * total['proved noticed'] / max(1, total['proved']):.2f} %)")
    return 1 if places or total["proved noticed"] < 0.99 * total["proved"] or not total["proved"] else 0


sys.exit(main())
