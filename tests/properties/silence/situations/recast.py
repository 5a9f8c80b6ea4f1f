"""A later print shows a division as discontinued operations, an earlier one has it in every line."""
from chart import OPERATIONS, all_of
from derived import Derived
from truth import Known


def make(rng):
    derived = Derived(rng)
    target, line = derived.target, "income.discontinued"
    # the division: a part of each line, and its income after tax as one line where it is recast
    part = rng.randrange(10, 40)
    lines = [name for name in next(iter(target.amounts.values())) if name not in ("income_tax",)]
    everywhere = rng.random() < 0.3
    recast = {index for index, (span, _) in enumerate(derived.terms) if everywhere or span.last == max(each.last for each, _ in derived.terms)}
    for index in recast:
        finest = derived.finest(index)
        division = {name: finest[name] * part // 100 for name in lines}
        division["income_tax"] = finest["income_tax"] * part // 100
        income = all_of(division, OPERATIONS)["net_income"]
        kept = {name: amount - division.get(name, 0) for name, amount in finest.items()}
        kept[line] = income
        derived.changes[index] = all_of(kept, OPERATIONS)
        derived.views[index].continuing, derived.views[index].discontinued = True, [line]
    derived.write(comparative=False)
    if len(recast) == len(derived.terms):
        return derived.settle(recast_alike(derived), derived.shares())
    known = derived.known()
    known.unknown |= set(known.amounts) | set(derived.views[0].printed()) | {"income.continuing", line}
    below = ("net_income", "net_income_to_parent", "net_income_to_common")
    known.unknown -= set(below)
    known.amounts = {name: known.amounts[name] for name in below}
    known.printed = {"net_income"}
    situation = derived.settle(known, derived.shares())
    # whether potential shares dilute hangs on income from continuing operations, which is not known
    situation.truth.asked -= {("operations", name, "pro_forma") for name in ("shares.diluted", "eps.diluted")}
    return situation


def recast_alike(derived):
    """Every term was recast: the wanted span is their sum, line by line."""
    names = set.union(*(set(change) for change in derived.changes))
    amounts = {name: sum(sign * derived.changes[index].get(name, 0) for index, (_, sign) in enumerate(derived.terms)) for name in names}
    return Known({name: amount * derived.target.scale for name, amount in amounts.items()}, derived.views[0].printed())
