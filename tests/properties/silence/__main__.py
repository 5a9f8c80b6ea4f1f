"""python3 tests/properties/silence PROGRAM [--pairs N] [--seed S] [--kinds A,B] [--keep FOLDER] [--jobs N] [--list]"""
import argparse
import collections
import concurrent.futures
import pathlib
import random
import re
import shutil
import sys
import tempfile

from judge import Run, judge
from situations import KINDS
from text import text_agrees

WORDS = ("right", "refused", "told", "silent")


def word_of(run, situation, found):
    if found.wrong:
        told = run.code != 0 and any(re.search(words, run.said) for words in situation.telling)
        return "told" if told else "silent", found.wrong
    if run.code >= 2:
        return "refused", run.said.strip().splitlines()[:2]
    return ("refused", found.withheld) if found.withheld else ("right", [])


def try_pair(program, kind, seed, number, scratch, keep):
    """One pair, made from its own random numbers: the same whatever else is tried."""
    situation = KINDS[kind][0].make(random.Random(f"{seed}/{kind}/{number}"))
    folder = pathlib.Path(scratch) / f"{kind}-{seed}-{number}"
    folder.mkdir()
    for name, text in situation.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    run = Run(program, folder)
    found = judge(run, situation.truth)
    if run.code < 2 and number // len(KINDS) % 4 == 0:
        text_agrees(program, folder, run, found)
    word, why = word_of(run, situation, found)
    if word == "silent" or keep and word in keep:
        (folder / "why.txt").write_text(f"exit {run.code}\n" + "\n".join(why) + "\n" + run.said, encoding="utf-8")
    else:
        shutil.rmtree(folder)
    return kind, number, word, why


def arguments():
    parser = argparse.ArgumentParser(prog="silence", description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--pairs", type=int, default=600)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--only", type=int, help="the pair of this number alone")
    parser.add_argument("--folder", help="where files of failures are kept")
    parser.add_argument("--keep", default="", help="also keep the files of: right, refused, told")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--show", type=int, default=3, help="how many failures of a kind are shown")
    return parser.parse_args()


def main():
    options = arguments()
    kinds = options.kinds.split(",")
    scratch = options.folder or tempfile.mkdtemp(prefix="silence.")
    pathlib.Path(scratch).mkdir(parents=True, exist_ok=True)
    pairs = [(kinds[number % len(kinds)], number) for number in range(options.pairs)] if options.only is None else [(kinds[0], options.only)]
    counts = {kind: collections.Counter() for kind in kinds}
    keep = options.keep.split(",") if options.keep else []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        tried = pool.map(lambda pair: try_pair(options.program, *pair[:1], options.seed, pair[1], scratch, keep), pairs)
        for kind, number, word, why in tried:
            counts[kind][word] += 1
            if word == "silent" and counts[kind]["silent"] <= options.show or word in keep and counts[kind][word] <= options.show:
                print(f"{word}: {scratch}/{kind}-{options.seed}-{number} (--kinds {kind} --seed {options.seed} --only {number})")
                print("".join(f"    {line}\n" for line in why[:6]), end="")
    return report(counts)


def report(counts):
    bad = False
    print("kind".ljust(28) + "".join(word.rjust(9) for word in WORDS))
    for kind, count in counts.items():
        print(kind.ljust(28) + "".join(str(count[word]).rjust(9) for word in WORDS))
        tried, least = sum(count.values()), KINDS[kind][1]
        if count["silent"]:
            bad = True
        elif tried >= 10 and count["right"] < least * tried:
            print(f"    at least {least:.0%} have to be right")
            bad = True
    return 1 if bad else 0


sys.exit(main())
