# Which cells of filings/truth.csv does the output of `proforma parse` hold? A cell is found when a value of the same file, kind, basis,
# period and amount was printed; parsed.csv first, then truth.csv.
function fields(line, out,    n, i, c, quoted, field) {
    n = 0; field = ""; quoted = 0
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        if (c == "\"") {
            if (quoted && substr(line, i + 1, 1) == "\"") { field = field c; i++ }
            else quoted = !quoted
        } else if (c == "," && !quoted) { out[++n] = field; field = "" }
        else field = field c
    }
    out[++n] = field
    return n
}
function days(date,    y, m, d) { # days since some day, by the civil calendar
    y = substr(date, 1, 4) + 0; m = substr(date, 6, 2) + 0; d = substr(date, 9, 2) + 0
    if (m < 3) { y--; m += 12 }
    return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) + int((153 * (m - 3) + 2) / 5) + d
}
function scale(unit) { return unit ~ /_millions$/ ? 1000000 : unit ~ /_thousands$/ ? 1000 : 1 }
function key(file, kind, date, months, value) { return sprintf("%s|%s|%s|%d|%.0f", file, kind, date, months, value * 100) }
FNR == 1 { file++; next }
file == 1 {
    fields($0, f)
    sub(/.*\//, "", f[1])
    months = f[9] == "" ? 0 : int((days(f[10]) - days(f[9]) + 1) / 30.4375 + 0.5)
    found[key(f[1], f[5] "/" f[6], f[10], months, f[11] * scale(f[12]))] = 1
}
file == 2 {
    fields($0, f)
    kind = f[2] == "income" ? "operations/gaap" : f[2] == "nongaap-income" ? "operations/non_gaap" : f[2] == "balance" ? "balance_sheet/gaap" : "cash_flows/gaap"
    cells++
    if (key(f[1], kind, f[4], f[5], f[6]) in found) right++
    else print "not found: " f[1] " " f[2] " " f[3] " " f[4] " " f[7]
}
END { print right " of " cells " cells" }
