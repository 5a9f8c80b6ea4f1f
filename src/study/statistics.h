/* study/statistics: what is kept of any number of values of a figure, in memory that does not grow with them.
 *
 * In:       the scale of a figure, which a pilot of its values gives; then values, lane by lane, and what other threads kept.
 * Out:      their number, mean, deviation and quantiles.
 * Includes: nothing of the project.
 *
 * Sums of distances from a pivot are kept in STRANDS strands, by the lane modulo STRANDS: vector code, and each strand an estimate of its
 * own. Values are counted in BINS equal bins between the 0.4th and the 99.6th percent of the pilot and one bin on either side, each with its
 * least and its largest value. A quantile is found by its rank: exact where its bin holds one value, however often; else it is off by less
 * than the bin is wide, 1/4096 of that range, and by far less where values lie evenly in the bin. What is no finite number has no value and
 * is counted apart. Bins are merged in any order; sums in the order of the lanes give the same bits. */
#ifndef PROFORMA_STUDY_STATISTICS_H
#define PROFORMA_STUDY_STATISTICS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { STATISTICS_BINS = 4096, STATISTICS_STRANDS = 16 };

typedef struct {
    double pivot;
    double low, high; /* of the equal bins */
    double bins_a_unit;
} StatisticsScale;

typedef struct {
    uint64_t count;
    double least, largest;
} StatisticsBin;

/* BIN_above: what lies at or beyond `high`; BIN_none: lanes without a value. */
enum { BIN_below = 0, BIN_first = 1, BIN_above = STATISTICS_BINS + 1, BIN_none, STATISTICS_ALL_BINS };

typedef struct {
    double count[STATISTICS_STRANDS]; /* whole numbers, in doubles as vectors are */
    double sum[STATISTICS_STRANDS], squares[STATISTICS_STRANDS]; /* of distances from the pivot */
    StatisticsBin bins[STATISTICS_ALL_BINS];
} Statistics;

/* Of `count` values, which it sorts; those that are no finite numbers are left out. */
void statistics_scale(StatisticsScale *out, double *pilot, size_t count);
void statistics_begin(Statistics *out);
/* The first value belongs to strand 0. */
void statistics_add(Statistics *to, const StatisticsScale *scale, const double *values, size_t count);
void statistics_merge(Statistics *to, const Statistics *from);

/* Of values; where there are none, or one for what needs two, these are NAN. */
uint64_t statistics_count(const Statistics *of);
double statistics_mean(const Statistics *of, const StatisticsScale *scale);
double statistics_deviation(const Statistics *of); /* of a sample: by count - 1 */
/* Of the mean. Independent draws: deviation / root of the count; else the strands, of which each is a sample of its own, tell. */
double statistics_error(const Statistics *of, bool independent);
double statistics_least(const Statistics *of);
double statistics_largest(const Statistics *of);
/* At the rank share * (count - 1), counted from 0; between two ranks on the line between their values. */
double statistics_quantile(const Statistics *of, double share);
/* How many of them lie in bins from `from` on and before `to`. */
uint64_t statistics_between(const Statistics *of, size_t from, size_t to);

/* Standard error of a mean of STRANDS estimates; NAN when one of them is none. */
double strands_error(const double estimates[STATISTICS_STRANDS]);

#endif
