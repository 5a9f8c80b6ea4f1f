#!/bin/sh
# Draws are distributed as the scenario says: moments, correlations, quantiles and Sobol indices come out as arithmetic has them, Sobol points
# come nearer than random ones, and the same seed gives the same bytes for any number of threads.
# shellcheck source=tests/property.sh
. "$(dirname "$0")/../property.sh"

scenario=$REPO/tests/cases/simulate/deal.cfg
figures=x.normal,x.lognormal,x.uniform,x.triangular,x.discrete,x.empirical,adjustments.revenue.product
simulate() { "$program" simulate --scenario "$scenario" --basis gaap --format csv "$@" 2>"$scratch/messages" || { fail "simulate $*"; cat "$scratch/messages"; }; }
# expect FILE STATISTIC FIGURE VALUE TOLERANCE
expect() {
    awk -F, -v statistic="$2" -v figure="$3" -v wanted="$4" -v most="$5" '$1 == statistic && $2 == figure { found = 1; off = $3 - wanted; if (off < 0) off = -off; good = off <= most; value = $3 }
        END { if (!found) { print "no " statistic " of " figure; exit 1 } if (!good) { print statistic " of " figure " is " value ", not " wanted " within " most; exit 1 } }' "$1" || fail "see above"
}
error_of() { awk -F, -v figure="$2" '$1 == "error" && $2 == figure { print 4 * $3 }' "$1"; }

# Mean and standard deviation, each within four standard errors. That of a deviation is deviation * sqrt((kurtosis - 1) / (4 draws)):
# 3 is the kurtosis of a normal number, 1.8 of a uniform one, 2.4 of a triangle, 2.3 and 2.0 of the lists below, 4.64 of the lognormal
# (e^4v + 2 e^3v + 3 e^2v - 3 with v = 0.09).
# lognormal: 20 e^0.045 and that times sqrt(e^0.09 - 1); triangle: 110/3 and sqrt((15^2 + 40^2 + 55^2 - 15 40 - 15 55 - 40 55) / 18);
# discrete: 0.4 1 + 0.5 2 + 0.1 3 and sqrt(0.4 0.49 + 0.5 0.09 + 0.1 1.69); empirical: the mean of four values and their deviation;
# sum: sqrt(50^2 + 80^2 + 30^2 + 2 0.6 50 80 - 2 0.5 80 30) = sqrt(12200) million.
draws=50000
simulate --draws $draws --seed 7 --show $figures --save-draws "$scratch/draws.csv" >"$scratch/moments"
awk -v draws=$draws 'BEGIN {
    v = 0.09; m = 20 * exp(v / 2)
    print "x.normal", 1e6, 5e4, 3
    print "x.lognormal", m, m * sqrt(exp(v) - 1), exp(4 * v) + 2 * exp(3 * v) + 3 * exp(2 * v) - 3
    print "x.uniform", 0.36, 0.12 / sqrt(12), 1.8
    print "x.triangular", 110 / 3, sqrt(1225 / 18), 2.4
    print "x.discrete", 1.7, sqrt(0.41), (0.4 * 0.7 ^ 4 + 0.5 * 0.3 ^ 4 + 0.1 * 1.3 ^ 4) / 0.41 ^ 2
    e[1] = 26.4; e[2] = 24.9; e[3] = 29.47; e[4] = 26.18
    for (i in e) mean += e[i] / 4
    for (i in e) { two += (e[i] - mean) ^ 2 / 4; four += (e[i] - mean) ^ 4 / 4 }
    print "x.empirical", mean, sqrt(two), four / two ^ 2
    print "adjustments.revenue.product", 3.5e6, sqrt(12200) * 1000, 3
}' OFMT=%.12g CONVFMT=%.12g >"$scratch/wanted"
[ "$(wc -l <"$scratch/wanted")" -eq 7 ] || fail "nothing to compare with"
while read -r figure mean deviation kurtosis; do
    expect "$scratch/moments" count "$figure" $draws 0
    expect "$scratch/moments" mean "$figure" "$mean" "$(error_of "$scratch/moments" "$figure")"
    expect "$scratch/moments" deviation "$figure" "$deviation" "$(awk "BEGIN { print 4 * $deviation * sqrt(($kurtosis - 1) / (4 * $draws)) }")"
    expect "$scratch/moments" error "$figure" "$(awk "BEGIN { print $deviation / sqrt($draws) }")" "$(awk "BEGIN { print 0.02 * $deviation / sqrt($draws) }")"
done <"$scratch/wanted"

# Correlations, within four of their own standard errors, (1 - c^2) / sqrt(draws). A uniform input has that of the normal number behind it times sqrt(3 / pi).
[ "$(wc -l <"$scratch/draws.csv")" -eq $((draws + 1)) ] || fail "not every draw was saved"
awk -F, -v draws=$draws 'function r(a, b) { return (sum[a, b] / n - mean[a] * mean[b] / n / n) / sqrt((sum[a, a] / n - (mean[a] / n) ^ 2) * (sum[b, b] / n - (mean[b] / n) ^ 2)) }
    function check(name, found, wanted) { if (found - wanted > 4 * (1 - wanted ^ 2) / sqrt(draws) || wanted - found > 4 * (1 - wanted ^ 2) / sqrt(draws)) { print "correlation of " name " is " found ", not " wanted; bad = 1 } }
    NR == 1 { if ($0 !~ /^x.normal,x.second,x.third,x.lognormal,x.uniform,x.triangular,/) { print "other columns: " $0; bad = 1 }; next }
    { x[1] = $1 - 1000; x[2] = $2 - 2000; x[3] = $3 - 500; x[4] = log($4 / 20); x[5] = $5 - 36; x[6] = $6 - 36; n++
      for (a = 1; a <= 6; a++) { mean[a] += x[a]; for (b = a; b <= 6; b++) sum[a, b] += x[a] * x[b] } }
    END { check("normal and second", r(1, 2), 0.6); check("second and third", r(2, 3), -0.5); check("normal and third", r(1, 3), 0)
          check("lognormal and uniform", r(4, 5), 0.8 * sqrt(3 / 3.14159265358979)); check("uniform and triangular", r(5, 6), 0); exit bad }' "$scratch/draws.csv" || fail "see above"

# Quantiles: the draws, sorted, at rank share * (draws - 1). What is told is within a bin, a 4096th of the range that the histogram shows.
for column in 11 12 15; do
    figure=$(sed -n 1p "$scratch/draws.csv" | cut -d, -f$column)
    sed 1d "$scratch/draws.csv" | cut -d, -f$column | LC_ALL=C sort -g >"$scratch/sorted"
    for share in 0.01 0.05 0.1 0.25 0.5 0.75 0.9 0.95 0.99; do
        wanted=$(awk -v share=$share -v draws=$draws 'BEGIN { rank = share * (draws - 1); low = int(rank) } NR == low + 1 { a = $1 } NR == low + 2 { printf "%.17g", a + ($1 - a) * (rank - low) }' "$scratch/sorted")
        bin=$(awk -F, -v figure="$figure" '$2 == figure && $1 ~ /^below/ { split($1, w, " "); low = w[2] } $2 == figure && $1 ~ /^from [^ ]*$/ { split($1, w, " "); print (w[2] - low) / 4096 }' "$scratch/moments")
        expect "$scratch/moments" quantile_$share "$figure" "$wanted" "$bin"
    done
    expect "$scratch/moments" minimum "$figure" "$(sed -n 1p "$scratch/sorted")" 0
    expect "$scratch/moments" maximum "$figure" "$(sed -n '$p' "$scratch/sorted")" 0
done

# A draw that is set gives its figure. The sum of three amounts is posted whole.
sed -n 777p "$scratch/draws.csv" | {
    IFS=, read -r normal second third lognormal uniform triangular discrete empirical left right rest
    "$program" --scenario "$scenario" --basis gaap --statement operations --format csv --set "x.normal=$normal" --set "x.second=$second" --set "x.third=$third" 2>"$scratch/messages" |
        grep -q ",revenue.product,adjustments,${rest##*,}," || echo "$rest of $normal + $second + $third is not what the report has ($lognormal $uniform $triangular $discrete $empirical $left $right)"
} >"$scratch/differs"
[ ! -s "$scratch/differs" ] || { fail "a draw is not what --set gives"; cat "$scratch/differs"; }

# The same bytes: threads, blocks that end in the middle, saving; and others of another seed.
for points in random sobol; do
    simulate --draws 50001 --seed 3 --points $points --show $figures --threads 1 >"$scratch/one"
    simulate --draws 50001 --seed 3 --points $points --show $figures --threads 2 >"$scratch/two"
    simulate --draws 50001 --seed 3 --points $points --show $figures --threads 3 --save-draws "$scratch/saved" >"$scratch/three"
    simulate --draws 50001 --seed 4 --points $points --show $figures >"$scratch/other"
    same "$scratch/one" "$scratch/two" "two threads give other bytes than one ($points)"
    same "$scratch/one" "$scratch/three" "three threads or saving give other bytes than one ($points)"
    ! cmp -s "$scratch/one" "$scratch/other" || fail "another seed gives the same bytes ($points)"
done
simulate --draws 50001 --seed 3 --points sobol --show $figures --threads 1 --save-draws "$scratch/again" >"$scratch/one"
same "$scratch/saved" "$scratch/again" "the draws of one thread and of three differ"

# Sobol points: the error of the mean of the sum of three amounts, which is 3,500,000, falls about as the number of draws, that of random points as its root.
for draws in 1024 4096 16384 65536 262144; do
    for points in random sobol; do
        simulate --draws $draws --points $points --show adjustments.revenue.product >"$scratch/$points"
        awk -F, -v draws=$draws -v points=$points '$1 == "mean" { off = $3 - 3500000 } $1 == "error" { printf "%d draws, %s: off by %.1f, standard error %.1f\n", draws, points, off, $3 }' "$scratch/$points"
    done
done | tee "$scratch/table"
awk '/random/ { random = $9 + 0 } /sobol/ { sobol = $9 + 0; off = $6 + 0; off = off < 0 ? -off : off; if (off > 5 * sobol) bad = 1; first = first ? first : sobol } { last = sobol }
     END { exit bad || sobol > random / 10 || last > first / 32 }' "$scratch/table" || fail "Sobol points do not come nearer"

# Sobol indices of a product of independent normal numbers of means 10 and 5 and deviations 4 and 3: the variance is 10^2 3^2 + 5^2 4^2 + 4^2 3^2 = 1444,
# of which the left brings about 400 alone and 144 together with the right. Of the sum without its correlated second: 2500 and 900 of 3400.
for points in random sobol; do
    simulate --draws 65536 --points $points --indices --set x.second=2000 --set x.lognormal=20 --show adjustments.revenue.service,adjustments.revenue.product >"$scratch/indices"
    for row in "product.left service 400 544 1444" "product.right service 900 1044 1444" "x.normal product 2500 2500 3400" "x.third product 900 900 3400" "x.uniform product 0 0 1"; do
        # shellcheck disable=SC2086
        set -- $row
        figure=adjustments.revenue.$2
        for kind in first_order total; do
            part=$([ $kind = total ] && echo "$4" || echo "$3")
            most=$(awk -F, -v row="${kind}_error $1" -v figure="$figure" '$1 == row && $2 == figure { print 4 * $3 + 1e-9 }' "$scratch/indices")
            expect "$scratch/indices" "$kind $1" "$figure" "$(awk "BEGIN { print $part / $5 }")" "$most"
            [ "$(awk "BEGIN { print ($most < 0.06) }")" = 1 ] || fail "the error of an index is $most"
        done
    done
done

finish
