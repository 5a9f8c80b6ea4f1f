"""Quarters are whole numbers: 4 x year + 0 for the one that ends on March 31, and so on; with WEEKS added, the quarters of years that end on
the last Saturday of December and have 52 or 53 weeks, the last quarter of these 14."""
import datetime

WEEKS = 400_000
NUMBERS = {13: "Thirteen", 14: "Fourteen", 26: "Twenty-six", 27: "Twenty-seven", 39: "Thirty-nine", 40: "Forty", 52: "Fifty-two", 53: "Fifty-three"}
LENGTHS = {1: "Three months", 2: "Six months", 3: "Nine months", 4: "Year"}


def last_saturday(year):
    day = datetime.date(year, 12, 31)
    return day - datetime.timedelta(days=(day.weekday() - 5) % 7)


def first_day(quarter):
    if quarter >= WEEKS:
        return last_day(quarter - 1) + datetime.timedelta(days=1)
    year, part = divmod(quarter, 4)
    return datetime.date(year, 3 * part + 1, 1)


def last_day(quarter):
    if quarter < WEEKS:
        return first_day(quarter + 1) - datetime.timedelta(days=1)
    year, part = divmod(quarter - WEEKS, 4)
    return last_saturday(year) if part == 3 else last_saturday(year - 1) + datetime.timedelta(weeks=13 * (part + 1))


class Span:
    """Some quarters in a row, the last one included."""

    def __init__(self, first, last):
        self.first, self.last = first, last

    def __eq__(self, other):
        return (self.first, self.last) == (other.first, other.last)

    def __hash__(self):
        return hash((self.first, self.last))

    @property
    def quarters(self):
        return range(self.first, self.last + 1)

    @property
    def length(self):
        return self.last - self.first + 1

    @property
    def days(self):
        return (last_day(self.last) - first_day(self.first)).days + 1

    @property
    def name(self):
        """As the program names it: 2004-03-31/3M."""
        return f"{last_day(self.last)}/" + (f"{self.days // 7}W" if self.first >= WEEKS else f"{3 * self.length}M")

    @property
    def words(self):
        return NUMBERS[self.days // 7] + " weeks" if self.first >= WEEKS else LENGTHS[self.length]

    @property
    def start(self):
        return str(first_day(self.first))

    @property
    def end(self):
        return str(last_day(self.last))

    def back(self, years=1):
        return Span(self.first - 4 * years, self.last - 4 * years)


def day_words(quarter):
    return f"{last_day(quarter):%B} {last_day(quarter).day}"


def year_of(quarter):
    return last_day(quarter).year
