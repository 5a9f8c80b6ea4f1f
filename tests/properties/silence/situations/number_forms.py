"""Signs and separators of other pages: read as what they are, or told, never dropped."""
import re

from pair import Pair, known_operations, operations_text, printed_shares, two_companies, wanted
from situations.losses import lose

NEGATIVE = {"minus U+2212": "\u2212{0}", "en dash": "\u2013{0}", "em dash": "\u2014{0}", "hyphen": "-{0}", "minus after": "{0}-", "CR": "{0} CR", "spaced": "( {0})"}
SEPARATORS = {"thin space": "\u2009", "no-break space": "\u00a0", "narrow no-break space": "\u202f"}


def rewritten(text, rng):
    """The cells of a filing in another form, right-aligned where they were."""
    way = rng.choice((*NEGATIVE, *NEGATIVE, *SEPARATORS, "full width"))
    if way in NEGATIVE:
        def cell(found):
            new = NEGATIVE[way].format(found.group(2))
            blanks = len(found.group(0)) - len(new)
            return " " * max(1, blanks) + new
        return re.sub(r"( +)\(([\d,.]+)\)", cell, text), way
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if not re.search(r"\d,\d{3}", line) or rng.random() < 0.3 and way == "full width":
            continue
        if way == "full width":
            lines[number] = re.sub(r"[\d,]+$", lambda found: "".join(chr(ord(sign) + 0xfee0) if sign.isdigit() else sign for sign in found.group(0)), line)
        else:
            lines[number] = re.sub(r"(?<=\d),(?=\d{3})", SEPARATORS[way], line)
    return "\n".join(lines) + "\n", way


def make(rng):
    span = wanted(rng)
    acquirer, target = two_companies(rng, range(span.first - 4, span.last + 1))
    if rng.random() < 0.6:
        lose(target, span.quarters)
    pair = Pair(rng, acquirer, target, span)
    text, _ = rewritten(operations_text(target, [span]), rng)
    pair.add(target, "seller.txt", text, span.last)
    situation = pair.settle(known_operations(target, span), printed_shares(target, span), target.per_share(span))
    situation.telling = ("number", "minus", "caption", "incomplete")
    return situation
