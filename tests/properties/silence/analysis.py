"""Figures of the analysis that follow from cells: what rests on a figure that cannot be known, cannot be known either."""
LINES = {"revenue": "revenue.total", "gross_margin": "gross_margin", "operating_income": "operating_income", "net_income": "net_income_to_parent"}


def quotient(above, below):
    return above / below if above is not None and below else None


def expected(truth, companies, parts):
    """What a figure has to be: (known how to compute, amount or None)."""
    cell = lambda name, column: truth.cells.get(("operations", name, column))
    if parts[1] == "contribution" and parts[2] in LINES:
        amounts = {company: cell(LINES[parts[2]], company) for company in companies}
        if None in amounts.values():
            return True, None
        if parts[2] == "net_income":  # of the parent's holders
            amounts = {company: amount * truth.bought.get(company, 1) for company, amount in amounts.items()}
        return (True, amounts[parts[3]] / sum(amounts.values())) if all(amount > 0 for amount in amounts.values()) else (False, None)
    if parts[1] == "historical" and parts[2] in ("basic", "diluted"):
        return True, quotient(cell("net_income_to_parent", parts[3]), cell("shares." + parts[2], parts[3]))
    if parts[1] == "pro_forma" and parts[2] in ("basic", "diluted"):
        return True, cell("eps." + parts[2], "pro_forma")
    if parts[1] == "accretion" and parts[2] in ("basic", "diluted"):
        own = quotient(cell("net_income_to_parent", companies[0]), cell("shares." + parts[2], companies[0]))
        combined = cell("eps." + parts[2], "pro_forma")
        return True, combined / own - 1 if combined is not None and own is not None and own > 0 else None
    return False, None


def analysis_follows(run, truth, near, verdict):
    companies = []
    for row in run.rows:
        if row.statement == "operations" and row.column not in companies + ["reclassifications", "adjustments", "autonomous_entity", "pro_forma"]:
            companies.append(row.column)
    for row in run.rows:
        if row.statement != "analysis" or row.value is None or ("operations", "eps.diluted", "pro_forma") in truth.open and "diluted" in row.name:
            continue
        computed, true = expected(truth, companies, row.name.split("."))
        if computed and (true is None or not near(row.value, true)):
            verdict.wrong.append(f"{row.name}: {float(row.value):,.8g} is shown, " + ("and cannot be known" if true is None else f"{float(true):,.8g} is true"))
