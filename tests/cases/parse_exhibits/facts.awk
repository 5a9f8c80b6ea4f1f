# Both CSV files in one form, to be sorted and compared: the columns of facts.csv as `parse` calls them.
# -v from=truth for facts.csv, -v from=parse for the output of `proforma parse`.
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
FNR == 1 { next }
from == "truth" {
    fields($0, f)
    statement = f[4]; basis = "gaap"
    if (statement == "operations_non_gaap") { statement = "operations"; basis = "non_gaap" }
    if (statement == "footnote_deferred_compensation") statement = "footnote"
    if (statement == "cash_flow_supplement") statement = "cash_flows"
    print f[1], f[7], f[8], f[3], statement, basis, f[5], f[6], f[9], f[10], f[11], f[13], f[12]
}
from == "parse" {
    fields($0, f)
    sub(/.*\//, "", f[1]); sub(/\.txt$/, "", f[1])
    print f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9], f[10], f[11], f[12], f[13]
}
