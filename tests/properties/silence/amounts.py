"""Exact arithmetic of the test's own, and how amounts are printed."""
from fractions import Fraction


def rounded(amount, unit=1):
    """To whole units, half away from zero."""
    amount = Fraction(amount) / unit
    whole = abs(amount) + Fraction(1, 2)
    whole = whole.numerator // whole.denominator
    return (whole if amount >= 0 else -whole) * unit


def decimals(amount, places):
    """A decimal text, half away from zero."""
    scaled = rounded(Fraction(amount) * 10 ** places)
    text = str(abs(scaled)).rjust(places + 1, "0")
    whole, part = (text[:-places], text[-places:]) if places else (text, "")
    grouped = f"{int(whole):,}"
    return ("-" if scaled < 0 else "") + grouped + ("." + part if places else "")


def printed(amount, places=0, nil=False):
    """As filers print: parentheses for what is below zero, -- for nil."""
    if nil and amount == 0:
        return "--"
    text = decimals(amount, places)
    return "(" + text[1:] + ")" if text.startswith("-") else text


def plain(amount):
    """For a scenario: digits without separators, exact where the decimals end."""
    amount = Fraction(amount)
    if amount.denominator == 1:
        return str(amount.numerator)
    places = 1
    while (amount * 10 ** places).denominator != 1 and places < 12:
        places += 1
    return decimals(amount, places).replace(",", "")
