# Sums of named rows, one line for each date: what the printed totals must be. "wrong" and the name where a named total is another amount.
# A caption may hold commas, so fields are counted from the end: date, value, unit, nil, name.
$NF != "" { amount[$(NF - 4), $NF] += $(NF - 3); dates[$(NF - 4)] = 1 }
function sum(date, names,    i, n, name, total) {
    n = split(names, name, " ")
    for (i = 1; i <= n; i++) total += amount[date, name[i]]
    return total + 0
}
function total(date, name, value) {
    if (name != "" && amount[date, name] != value) print "wrong " name " " date ": " amount[date, name] " is not " value
    line = line " " value
    return value
}
END {
    for (date in dates) {
        line = date
        if ((date, "revenue.total") in amount) {
            revenue = total(date, "revenue.total", sum(date, "revenue.passenger revenue.regional_affiliates revenue.cargo revenue.other"))
            expenses = total(date, "opex.total", sum(date, "opex.wages opex.fuel opex.depreciation_amortization opex.rentals_landing_fees " \
                "opex.maintenance opex.aircraft_rentals opex.food_service opex.commissions opex.other"))
            operating = total(date, "operating_income", revenue - expenses)
            other = total(date, "", sum(date, "other.interest_income other.interest_expense other.interest_capitalized other.miscellaneous"))
            pretax = total(date, "pretax_income", operating + other)
            total(date, "net_income", pretax - amount[date, "income_tax"])
        }
        if ((date, "assets.current_total") in amount) {
            current = total(date, "assets.current_total", sum(date, "assets.cash assets.short_term_investments assets.accounts_receivable " \
                "assets.inventories assets.deferred_tax_current assets.other_current"))
            owned = total(date, "", sum(date, "assets.flight_equipment assets.other_equipment assets.purchase_deposits"))
            leased = total(date, "", sum(date, "assets.leased_flight_equipment assets.leased_other_equipment"))
            total(date, "", current + owned + leased + sum(date, "assets.goodwill_routes assets.gate_rights assets.other"))
            due = total(date, "liabilities.current_total", sum(date, "liabilities.accounts_payable liabilities.accrued " \
                "liabilities.air_traffic_liability liabilities.current_debt liabilities.current_leases"))
            equity = total(date, "", sum(date, "equity.preferred_stock equity.common_stock_par equity.paid_in_capital equity.treasury_stock " \
                "equity.accumulated_oci equity.retained_earnings"))
            total(date, "", due + equity + sum(date, "liabilities.long_term_debt liabilities.leases liabilities.deferred_tax " \
                "liabilities.postretirement liabilities.other_deferred"))
        }
        print line
    }
}
