"""Quarters of the calendar are whole numbers: 4 x year + 0 for the one that ends on March 31, and so on."""
import datetime

MONTHS = ("March 31", "June 30", "September 30", "December 31")
LENGTHS = {1: "Three months", 2: "Six months", 3: "Nine months", 4: "Year"}


def first_day(quarter):
    year, part = divmod(quarter, 4)
    return datetime.date(year, 3 * part + 1, 1)


def last_day(quarter):
    return first_day(quarter + 1) - datetime.timedelta(days=1)


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
        return f"{last_day(self.last)}/{3 * self.length}M"

    @property
    def start(self):
        return str(first_day(self.first))

    @property
    def end(self):
        return str(last_day(self.last))

    def back(self, years=1):
        return Span(self.first - 4 * years, self.last - 4 * years)


def day_words(quarter):
    return MONTHS[quarter % 4]


def year_of(quarter):
    return quarter // 4
