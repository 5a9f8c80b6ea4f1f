# Reads a table of historical columns (name, then a column for each company), then the report as CSV. Says which figure of the table the report
# prints otherwise, which figure of a company it has besides, and which line of money is not the sum of the companies' columns.
BEGIN { FS = "," }
FNR == 1 { for (i = 2; NR == 1 && i <= NF; i++) company[i] = $i; companies = NR == 1 ? NF : companies; next }
NR == FNR {
    for (i = 2; i <= NF; i++) {
        if ($i != "") wanted[$1 "," company[i]] = $i
        sum[$1] += $i
    }
    next
}
$1 == "analysis" { next }
$8 == "usd_thousands" && $6 == "pro_forma" { combined[$5] = $7 }
$6 != "pro_forma" && $7 != "" { printed[$5 "," $6] = $7 }
END {
    for (figure in wanted) {
        if (printed[figure] "" == wanted[figure] "") same++
        else print "wrong: " figure " is " printed[figure] ", not " wanted[figure]
    }
    for (figure in printed)
        if (!(figure in wanted)) print "wrong: " figure " is in no historical column"
    for (line in combined) {
        if (combined[line] == sum[line]) sums++
        else print "wrong: " line " of the combination is " combined[line] ", not " sum[line]
    }
    print same " figures as filed, " sums " sums"
}
