/* study/statistics: sums, bins and ranks, compared with the values themselves. */
#include "study/statistics.h"

#include "study/indices.h"
#include "unit.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <math.h>

enum { COUNT = 20011 }; /* no multiple of the strands */

/* Well spread over 0 to 1, with a long tail on one side; every tenth is one value, every 17th is none where `gaps`. */
static void fill(double *values, bool gaps)
{
    for (int i = 0; i < COUNT; i++) {
        double u = fmod(i * 0.6180339887498949, 1);
        values[i] = i % 10 == 3 ? 0.25 : u < 0.9 ? u : 1 / (1.0001 - u);
        if (gaps && i % 17 == 0)
            values[i] = i % 2 ? NAN : INFINITY;
    }
}

static void collect(Statistics *out, StatisticsScale *scale, const double *values)
{
    static double pilot[COUNT];
    for (int i = 0; i < 8192; i++)
        pilot[i] = values[i];
    statistics_scale(scale, pilot, 8192);
    statistics_begin(out);
    for (int from = 0; from < COUNT; from += 256)
        statistics_add(out, scale, values + from, (size_t)(COUNT - from < 256 ? COUNT - from : 256));
}

START_TEST(moments_and_quantiles)
{
    static double values[COUNT], kept[COUNT];
    static Statistics statistics;
    StatisticsScale scale;
    size_t count = 0;
    fill(values, _i == 1);
    collect(&statistics, &scale, values);
    for (int i = 0; i < COUNT; i++)
        if (isfinite(values[i]))
            kept[count++] = values[i];
    ck_assert_uint_eq(statistics_count(&statistics), count);
    ck_assert_uint_eq(statistics.bins[BIN_none].count, COUNT - count);
    ck_assert_uint_eq(statistics_between(&statistics, BIN_below, BIN_none), count);
    double deviation = gsl_stats_sd(kept, 1, count);
    ck_assert_double_eq_tol(statistics_mean(&statistics, &scale), gsl_stats_mean(kept, 1, count), 1e-9);
    ck_assert_double_eq_tol(statistics_deviation(&statistics), deviation, 1e-9 * deviation);
    ck_assert_double_eq_tol(statistics_error(&statistics, true), deviation / sqrt((double)count), 1e-9 * deviation);
    gsl_sort(kept, 1, count);
    ck_assert(statistics_least(&statistics) == kept[0] && statistics_largest(&statistics) == kept[count - 1]);
    for (double share = 0.01; share < 0.991; share += 0.01)
        ck_assert_double_eq_tol(statistics_quantile(&statistics, share), gsl_stats_quantile_from_sorted_data(kept, 1, count, share),
                                (scale.high - scale.low) / STATISTICS_BINS);
}
END_TEST

/* 1, 2 and 3 as often as 4, 5 and 1 of ten: a quantile is one of them, exactly. */
START_TEST(atoms_are_exact)
{
    static double values[COUNT];
    static Statistics statistics;
    StatisticsScale scale;
    for (int i = 0; i < COUNT; i++)
        values[i] = i % 10 < 4 ? 1 : i % 10 < 9 ? 2 : 3;
    collect(&statistics, &scale, values);
    ck_assert(statistics_quantile(&statistics, 0.25) == 1 && statistics_quantile(&statistics, 0.5) == 2 && statistics_quantile(&statistics, 0.99) == 3);
}
END_TEST

START_TEST(one_value_has_no_spread)
{
    static double values[COUNT];
    static Statistics statistics;
    StatisticsScale scale;
    for (int i = 0; i < COUNT; i++)
        values[i] = 0.0582;
    collect(&statistics, &scale, values);
    ck_assert(statistics_mean(&statistics, &scale) == 0.0582 && statistics_deviation(&statistics) == 0 && statistics_quantile(&statistics, 0.05) == 0.0582);
    statistics_begin(&statistics);
    ck_assert(isnan(statistics_mean(&statistics, &scale)) && isnan(statistics_deviation(&statistics)) && isnan(statistics_quantile(&statistics, 0.5)));
    ck_assert(isnan(statistics_error(&statistics, true)) && isnan(statistics_error(&statistics, false)) && isnan(statistics_least(&statistics)));
}
END_TEST

/* Two halves together are the whole: the same counts, and sums within rounding. */
START_TEST(merges)
{
    static double values[COUNT];
    static Statistics whole, first, second;
    StatisticsScale scale;
    fill(values, true);
    collect(&whole, &scale, values);
    statistics_begin(&first);
    statistics_begin(&second);
    statistics_add(&first, &scale, values, COUNT / 2 / STATISTICS_STRANDS * STATISTICS_STRANDS);
    statistics_add(&second, &scale, values + COUNT / 2 / STATISTICS_STRANDS * STATISTICS_STRANDS, COUNT - COUNT / 2 / STATISTICS_STRANDS * STATISTICS_STRANDS);
    statistics_merge(&first, &second);
    ck_assert_mem_eq(first.bins, whole.bins, sizeof whole.bins);
    ck_assert_mem_eq(first.count, whole.count, sizeof whole.count);
    ck_assert_double_eq_tol(statistics_deviation(&first), statistics_deviation(&whole), 1e-9);
}
END_TEST

/* f = a + 2 b with a and b of one variance: the indices are 1/5 and 4/5, alone and together. Here a and b take -1 and 1, each pair of samples as
 * often as any other, so the estimates are exact but for count - 1. */
START_TEST(indices_of_a_sum)
{
    enum { LANES = 16 * STATISTICS_STRANDS };
    double first[LANES], second[LANES], mixed[2][LANES];
    for (int i = 0; i < LANES; i++) {
        int bits = i / STATISTICS_STRANDS;
        double a = bits & 1 ? 1 : -1, b = bits & 2 ? 1 : -1, other_a = bits & 4 ? 1 : -1, other_b = bits & 8 ? 1 : -1;
        first[i] = a + 2 * b;
        second[i] = other_a + 2 * other_b;
        mixed[0][i] = other_a + 2 * b;
        mixed[1][i] = a + 2 * other_b;
    }
    for (int input = 0; input < 2; input++) {
        static IndexSums sums;
        SobolIndex index;
        sums = (IndexSums){0};
        index_add(&sums, 7, first, second, mixed[input], LANES);
        index_estimate(&index, &sums);
        ck_assert_double_eq_tol(index.first, input ? 0.8 : 0.2, 0.005);
        ck_assert_double_eq_tol(index.total, input ? 0.8 : 0.2, 0.005);
        ck_assert_double_eq_tol(index.first_error, 0, 1e-12);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("statistics");
    unit_add(suite, "moments and quantiles", moments_and_quantiles, 2);
    unit_add(suite, "atoms are exact", atoms_are_exact, 1);
    unit_add(suite, "one value has no spread", one_value_has_no_spread, 1);
    unit_add(suite, "merges", merges, 1);
    unit_add(suite, "indices of a sum", indices_of_a_sum, 1);
    return unit_run(suite);
}
