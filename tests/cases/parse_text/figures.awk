# First the CSV of parse, then its text form: every value of the former has to stand, as a person writes it, in the row of the latter that
# begins with its line. Prints each that does not, and how many do.
function spoken(value, nil,    sign, whole, part, out) {
    if (nil)
        return "--"
    sign = sub(/^-/, "", value)
    part = value
    whole = value
    sub(/\..*/, "", whole)
    if (!sub(/^[^.]*/, "", part))
        part = ""
    while (length(whole) > 3) {
        out = "," substr(whole, length(whole) - 2) out
        whole = substr(whole, 1, length(whole) - 3)
    }
    return (sign ? "(" : "") whole out part (sign ? ")" : "")
}
FNR == 1 { file++ }
file == 1 && FNR > 1 {
    count = split($0, field, ",")
    wanted[++values] = spoken(field[count - 3], field[count - 1])
    line[values] = field[2]
}
# The figures of a row stand behind its caption, which ends before column 54.
file == 2 && /^ *[0-9]+  / { row[$1] = row[$1] " " substr($0, 54) " " }
file == 2 && / $/ { print "blanks at the end: " $0 }
END {
    for (i = 1; i <= values; i++)
        if (index(row[line[i]], " " wanted[i] " "))
            found++
        else
            print "line " line[i] " lacks " wanted[i]
    print found " of " values " values"
}
