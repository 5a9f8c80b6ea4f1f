"""Terms of one period name or divide their lines differently."""
from derived import Derived


def sales_in_one_line(rng, derived):
    """Selling expenses in two lines here and in one there."""
    two = ["opex.sales_marketing", "opex.general_administrative"]
    for amounts in derived.target.amounts.values():
        if "opex.selling_general_administrative" in amounts:
            whole = amounts.pop("opex.selling_general_administrative")
            amounts[two[0]] = whole * rng.randrange(40, 70) // 100
            amounts[two[1]] = whole - amounts[two[0]]
    rest = [name for name in derived.target.opex if name not in two + ["opex.selling_general_administrative"]]
    one = rng.randrange(len(derived.terms))
    for index, view in enumerate(derived.views):
        view.opex = rest[:1] + (["opex.selling_general_administrative"] if index == one else two) + rest[1:]
    derived.target.opex = rest + two


def interest_in_one_line(rng, derived):
    """Interest income and expense here, their sum there."""
    for amounts in derived.target.amounts.values():
        for name in derived.target.other:
            amounts.pop(name)
        size = amounts.get("revenue.total", 0) or amounts["revenue.product"]
        amounts["other.interest_income"], amounts["other.interest_expense"] = size // 60 + rng.randrange(1, 9), -(size // 90) - rng.randrange(1, 9)
    derived.target.other, derived.target.pretax = ["other.interest_income", "other.interest_expense"], True
    one = rng.randrange(len(derived.terms))
    for index, view in enumerate(derived.views):
        view.other, view.pretax = (["other.interest_net"] if index == one else list(derived.target.other)), True


def revenue_divided(rng, derived):
    """Product and service in some terms only."""
    for amounts in derived.target.amounts.values():
        if "revenue.total" in amounts:
            whole = amounts.pop("revenue.total")
            amounts["revenue.service"] = whole * rng.randrange(20, 40) // 100
            amounts["revenue.product"] = whole - amounts["revenue.service"]
    one = rng.randrange(len(derived.terms))
    for index, view in enumerate(derived.views):
        view.split_revenue = index != one
    derived.target.split_revenue = True


def totals_in_some(rng, derived):
    """Inner totals that only some terms print: nothing is lost."""
    for view in derived.views:
        view.gross_margin, view.opex_total = rng.random() < 0.5, rng.random() < 0.5
        view.pretax = bool(view.other) or rng.random() < 0.5
    if derived.target.split_cost:
        for view in derived.views:
            view.gross_margin = True


def folded_away(rng, derived):
    """A line of a shorter term that the longer one, which holds its months, folds into its general expenses.

    The other way round it is no contradiction: a line that only the longer one prints may have begun in its last months.
    """
    longer = [index for index, (span, sign) in enumerate(derived.terms)
              if any(sign > other for _, other in derived.terms) and span.length == max(each.length for each, _ in derived.terms)]
    if not longer:
        return totals_in_some(rng, derived)
    line = "opex.restructuring_other"
    general = next(name for name in ("opex.general_administrative", "opex.selling_general_administrative") if name in derived.target.opex)
    for amounts in derived.target.amounts.values():
        if line not in amounts:
            amounts[line] = max(1, amounts[general] // 5)
            amounts[general] -= amounts[line]
    if line not in derived.target.opex:
        derived.target.opex.append(line)
    for index, view in enumerate(derived.views):
        view.opex = list(derived.target.opex)
        if index == longer[0]:
            view.opex.remove(line)
            finest = derived.finest(index)
            derived.changes[index] = {general: finest[general] + finest[line]}
    derived.folded = {general, line, "opex.selling_general_administrative"}


WAYS = (sales_in_one_line, sales_in_one_line, interest_in_one_line, revenue_divided, totals_in_some, folded_away)


def make(rng):
    derived = Derived(rng)
    derived.folded = set()
    rng.choice(WAYS)(rng, derived)
    derived.write(comparative=False)
    return derived.settle(derived.known(unknown=derived.folded, also={"opex.selling_general_administrative"}), derived.shares())
