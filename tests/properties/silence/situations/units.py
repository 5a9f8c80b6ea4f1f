"""Unit lines: those of dollars are read by their scale, any other may give no figure."""
from filing import WHOLE_SHARES, View
from pair import Pair, known_operations, operations_text, printed_shares, two_companies, wanted
from truth import Known

THOUSANDS = ("(in thousands, except per share amounts)", "(In thousands, except per share data)", "(Dollars in thousands, except per share amounts)",
             "(in $K, except per share amounts)", "(000's, except per share amounts)", "(in 000's, except per share amounts)",
             "(expressed in thousands of U.S. dollars, except per share amounts)", "(U.S. dollars in thousands, except per share amounts)",
             "(thousands of dollars, except per share amounts)", "($ in thousands, except per share amounts)", "(US$ thousands, except per share amounts)",
             "(amounts in thousands of US dollars, except per share amounts)", "(000s omitted, except per share amounts)")
MILLIONS = ("(in millions, except per share amounts)", "($M, except per share amounts)", "($mm, except per share amounts)",
            "(in $ millions, except per share amounts)", "(millions of dollars, except per share amounts)", "(Dollars in millions, except per share amounts)",
            "(US$ in millions, except per share amounts)", "(expressed in millions of U.S. dollars, except per share amounts)")
FOREIGN = ("EUR", "GBP", "JPY", "CAD", "CHF", "SEK", "NOK", "DKK", "AUD", "SGD", "HKD", "INR", "BRL", "KRW", "ZAR", "CNY", "ILS", "MXN", "NIS", "RMB",
           "A$", "S$", "HK$", "NT$", "NZ$", "C$", "R$", "Cdn$", "Euro", "Australian dollars", "New Taiwan dollars", "Hong Kong dollars", "Renminbi", "won",
           "rupees", "reais", "rand", "pounds sterling", "Swiss francs", "\u20ac", "\u00a3", "\u00a5", "Canadian dollars", "shekels", "baht", "zloty")
FORMS = ("({0} in thousands, except per share amounts)", "(in thousands of {0}, except per share amounts)", "({0} thousands, except per share amounts)",
         "(amounts in thousands of {0}, except per share amounts)", "(expressed in thousands of {0})", "(in {0} thousands)", "({0} millions, except per share amounts)",
         "(in millions of {0}, except per share amounts)")
SCALES = ("(in lakhs, except per share amounts)", "(Rs. in crores)", "(in ten thousands, except per share amounts)", "(in hundreds, except per share amounts)",
          "(in tens of thousands of dollars)", "(in crores)", "(dollars in hundreds)", "(in mn of EUR)", "(in myriads)")


def make(rng):
    span = wanted(rng)
    kind = rng.choice(("thousands", "millions", "foreign", "foreign", "scale"))
    acquirer, target = two_companies(rng, range(span.first - 4, span.last + 1), (True, kind != "millions"))
    pair = Pair(rng, acquirer, target, span, reporting=rng.choice(("usd_thousands", "usd")), shares=kind in ("thousands", "millions"))
    line = {"thousands": rng.choice(THOUSANDS + WHOLE_SHARES[:3]), "millions": rng.choice(MILLIONS + WHOLE_SHARES[3:]), "foreign": rng.choice(FORMS).format(rng.choice(FOREIGN)),
            "scale": rng.choice(SCALES)}[kind]
    pair.add(target, "seller.txt", operations_text(target, [span], View(target), unit_line=line), span.last)
    if kind in ("thousands", "millions"):
        return pair.settle(known_operations(target, span), printed_shares(target, span), target.per_share(span))
    everything = set(known_operations(target, span).amounts)
    situation = pair.settle(Known({}, View(target).printed(), everything), {}, {})
    # the buyer's own figures may stand there; the combination's may not
    situation.telling = ("unit", "currency")
    return situation
