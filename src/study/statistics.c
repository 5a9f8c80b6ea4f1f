/* Reading order: the scale, values into sums and bins, moments, quantiles. */
#include "study/statistics.h"

#include <float.h>
#include <gsl/gsl_sort.h>
#include <math.h>
#include <string.h>

enum { STRANDS = STATISTICS_STRANDS };

/* ---- scale ---- */

/* Where all of the pilot is one value, anything beside it lies below or above. */
void statistics_scale(StatisticsScale *out, double *pilot, size_t count)
{
    const double edge = 0.004;
    size_t kept = 0;
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        if (isfinite(pilot[i]))
            pilot[kept++] = pilot[i];
    *out = (StatisticsScale){.bins_a_unit = DBL_MAX};
    if (!kept)
        return;
    gsl_sort(pilot, 1, kept);
    size_t outside = (size_t)(edge * (double)(kept - 1));
    out->low = pilot[outside];
    out->high = pilot[kept - 1 - outside];
    if (out->high > out->low && isfinite(STATISTICS_BINS / (out->high - out->low)))
        out->bins_a_unit = STATISTICS_BINS / (out->high - out->low);
    for (size_t i = 0; i < kept; i++)
        sum += pilot[i] - pilot[kept / 2];
    out->pivot = pilot[kept / 2] + sum / (double)kept;
    if (!isfinite(out->pivot))
        out->pivot = pilot[kept / 2];
}

/* ---- values ---- */

void statistics_begin(Statistics *out)
{
    *out = (Statistics){0};
    for (size_t i = 0; i < STATISTICS_ALL_BINS; i++)
        out->bins[i] = (StatisticsBin){0, INFINITY, -INFINITY};
}

static inline bool has_value(double value)
{
    return value - value == 0;
}

static void add_sums(Statistics *to, double pivot, const double *values, size_t count)
{
    size_t whole = count - count % STRANDS;
    for (size_t i = 0; i < whole; i += STRANDS)
        for (size_t k = 0; k < STRANDS; k++) {
            double distance = has_value(values[i + k]) ? values[i + k] - pivot : 0;
            to->sum[k] += distance;
            to->squares[k] += distance * distance;
            to->count[k] += has_value(values[i + k]) ? 1 : 0;
        }
    for (size_t i = whole; i < count; i++) {
        double distance = has_value(values[i]) ? values[i] - pivot : 0;
        to->sum[i - whole] += distance;
        to->squares[i - whole] += distance * distance;
        to->count[i - whole] += has_value(values[i]) ? 1 : 0;
    }
}

static void bin_add(StatisticsBin *bin, double value)
{
    bin->count++;
    bin->least = value < bin->least ? value : bin->least;
    bin->largest = value > bin->largest ? value : bin->largest;
}

void statistics_add(Statistics *to, const StatisticsScale *scale, const double *values, size_t count)
{
    enum { PART = 256 };
    int32_t bins[PART];
    add_sums(to, scale->pivot, values, count);
    for (size_t from = 0; from < count; from += PART) {
        size_t part = count - from < PART ? count - from : PART;
        for (size_t i = 0; i < part; i++) {
            double value = values[from + i], at = (value - scale->low) * scale->bins_a_unit + BIN_first;
            at = at < BIN_below ? BIN_below : at;
            at = at > BIN_above ? BIN_above : at;
            bins[i] = (int32_t)(has_value(value) ? at : BIN_none);
        }
        for (size_t i = 0; i < part; i++)
            bin_add(&to->bins[bins[i]], values[from + i]);
    }
}

void statistics_merge(Statistics *to, const Statistics *from)
{
    for (size_t k = 0; k < STRANDS; k++) {
        to->count[k] += from->count[k];
        to->sum[k] += from->sum[k];
        to->squares[k] += from->squares[k];
    }
    for (size_t i = 0; i < STATISTICS_ALL_BINS; i++) {
        const StatisticsBin *bin = &from->bins[i];
        to->bins[i].count += bin->count;
        to->bins[i].least = bin->least < to->bins[i].least ? bin->least : to->bins[i].least;
        to->bins[i].largest = bin->largest > to->bins[i].largest ? bin->largest : to->bins[i].largest;
    }
}

/* ---- moments ---- */

static double total(const double strands[STRANDS])
{
    double sum = 0;
    for (size_t k = 0; k < STRANDS; k++)
        sum += strands[k];
    return sum;
}

uint64_t statistics_count(const Statistics *of)
{
    return (uint64_t)total(of->count);
}

double statistics_mean(const Statistics *of, const StatisticsScale *scale)
{
    double count = total(of->count);
    return count > 0 ? scale->pivot + total(of->sum) / count : NAN;
}

double statistics_deviation(const Statistics *of)
{
    double count = total(of->count), sum = total(of->sum), squares = total(of->squares);
    double rest = squares - sum * sum / count;
    return count > 1 ? sqrt((rest > 0 ? rest : 0) / (count - 1)) : NAN;
}

double strands_error(const double estimates[STRANDS])
{
    double mean = 0, squares = 0;
    for (size_t k = 0; k < STRANDS; k++)
        mean += estimates[k] / STRANDS;
    for (size_t k = 0; k < STRANDS; k++)
        squares += (estimates[k] - mean) * (estimates[k] - mean);
    return sqrt(squares / (STRANDS - 1) / STRANDS);
}

double statistics_error(const Statistics *of, bool independent)
{
    double means[STRANDS];
    if (independent)
        return statistics_deviation(of) / sqrt(total(of->count));
    for (size_t k = 0; k < STRANDS; k++)
        means[k] = of->count[k] > 0 ? of->sum[k] / of->count[k] : NAN;
    return strands_error(means);
}

/* ---- order ---- */

double statistics_least(const Statistics *of)
{
    for (size_t i = BIN_below; i <= BIN_above; i++)
        if (of->bins[i].count)
            return of->bins[i].least;
    return NAN;
}

double statistics_largest(const Statistics *of)
{
    for (size_t i = BIN_above + 1; i-- > BIN_below;)
        if (of->bins[i].count)
            return of->bins[i].largest;
    return NAN;
}

uint64_t statistics_between(const Statistics *of, size_t from, size_t to)
{
    uint64_t count = 0;
    for (size_t i = from; i < to; i++)
        count += of->bins[i].count;
    return count;
}

/* The value of a rank: those of a bin are taken to lie evenly from its least to its largest. */
static double ranked(const Statistics *of, uint64_t rank)
{
    for (size_t i = BIN_below; i <= BIN_above; i++) {
        const StatisticsBin *bin = &of->bins[i];
        if (rank < bin->count)
            return bin->count == 1 ? bin->least : bin->least + (bin->largest - bin->least) * ((double)rank / (double)(bin->count - 1));
        rank -= bin->count;
    }
    return NAN;
}

double statistics_quantile(const Statistics *of, double share)
{
    uint64_t count = statistics_count(of);
    if (!count)
        return NAN;
    double rank = share * (double)(count - 1);
    uint64_t below = (uint64_t)rank;
    double low = ranked(of, below), high = below + 1 < count ? ranked(of, below + 1) : low;
    return low + (high - low) * (rank - (double)below);
}
