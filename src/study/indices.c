#include "study/indices.h"

#include <math.h>

enum { STRANDS = STATISTICS_STRANDS };

static inline void add_lane(IndexSums *to, size_t strand, double pivot, double first, double second, double mixed)
{
    double sum = first + second + mixed;
    bool counts = sum - sum == 0;
    double a = counts ? first - pivot : 0, b = counts ? second - pivot : 0, m = counts ? mixed - pivot : 0;
    to->from_first[strand] += (a - m) * (a - m);
    to->from_second[strand] += (b - m) * (b - m);
    to->sum[strand] += a + b;
    to->squares[strand] += a * a + b * b;
    to->count[strand] += counts ? 1 : 0;
}

void index_add(IndexSums *to, double pivot, const double *first, const double *second, const double *mixed, size_t count)
{
    size_t whole = count - count % STRANDS;
    for (size_t i = 0; i < whole; i += STRANDS)
        for (size_t k = 0; k < STRANDS; k++)
            add_lane(to, k, pivot, first[i + k], second[i + k], mixed[i + k]);
    for (size_t i = whole; i < count; i++)
        add_lane(to, i - whole, pivot, first[i], second[i], mixed[i]);
}

void index_merge(IndexSums *to, const IndexSums *from)
{
    for (size_t k = 0; k < STRANDS; k++) {
        to->from_first[k] += from->from_first[k];
        to->from_second[k] += from->from_second[k];
        to->sum[k] += from->sum[k];
        to->squares[k] += from->squares[k];
        to->count[k] += from->count[k];
    }
}

static void estimate(double *first, double *total, double from_first, double from_second, double sum, double squares, double count)
{
    double variance = (squares - sum * sum / (2 * count)) / (2 * count - 1);
    bool varies = count > 1 && variance > 0;
    *first = varies ? 1 - from_second / (2 * count) / variance : NAN;
    *total = varies ? from_first / (2 * count) / variance : NAN;
}

void index_estimate(SobolIndex *out, const IndexSums *of)
{
    Strands firsts, totals;
    IndexSums all = {0};
    for (size_t k = 0; k < STRANDS; k++) {
        estimate(&firsts[k], &totals[k], of->from_first[k], of->from_second[k], of->sum[k], of->squares[k], of->count[k]);
        all.from_first[0] += of->from_first[k];
        all.from_second[0] += of->from_second[k];
        all.sum[0] += of->sum[k];
        all.squares[0] += of->squares[k];
        all.count[0] += of->count[k];
    }
    estimate(&out->first, &out->total, all.from_first[0], all.from_second[0], all.sum[0], all.squares[0], all.count[0]);
    out->first_error = strands_error(firsts);
    out->total_error = strands_error(totals);
}
