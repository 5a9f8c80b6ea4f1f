/* Reading order: the values of each shape, the table of shapes, one that is made. */
#include "study/marginal.h"

#include "study/elementary.h"

#include <math.h>

static void normal_values(const Marginal *marginal, double *lanes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        lanes[i] = marginal->center + marginal->deviation * lanes[i];
}

static void lognormal_values(const Marginal *marginal, double *lanes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        lanes[i] = marginal->center * elementary_exp(marginal->deviation * lanes[i]);
}

static void uniform_values(const Marginal *marginal, double *lanes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        lanes[i] = marginal->low + (marginal->high - marginal->low) * lanes[i];
}

static void triangular_values(const Marginal *marginal, double *lanes, size_t count)
{
    double width = marginal->high - marginal->low, rise = marginal->mode - marginal->low, fall = marginal->high - marginal->mode;
    for (size_t i = 0; i < count; i++) {
        double rising = marginal->low + sqrt(lanes[i] * width * rise), falling = marginal->high - sqrt((1 - lanes[i]) * width * fall);
        lanes[i] = lanes[i] * width < rise ? rising : falling;
    }
}

static void discrete_values(const Marginal *marginal, double *lanes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t at = 0;
        while (at + 1 < marginal->value_count && lanes[i] >= marginal->shares[at])
            at++;
        lanes[i] = marginal->values[at];
    }
}

static void empirical_values(const Marginal *marginal, double *lanes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t at = (size_t)(lanes[i] * (double)marginal->value_count);
        lanes[i] = marginal->values[at < marginal->value_count ? at : marginal->value_count - 1];
    }
}

/* In the order of DistributionShape. */
static const struct {
    bool normal;
    void (*values)(const Marginal *marginal, double *lanes, size_t count);
} shapes[] = {{true, normal_values}, {true, lognormal_values}, {false, uniform_values}, {false, triangular_values}, {false, discrete_values}, {false, empirical_values}};

void marginal_values(const Marginal *marginal, double *lanes, size_t count)
{
    shapes[marginal->shape].values(marginal, lanes, count);
}

void marginal_numbers(double *restrict out, const Marginal *marginal, const double *restrict values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        out[i] = values[i] * marginal->times / marginal->by;
}

/* By increasing value, so that a larger probability never gives a smaller one and correlations keep their sign; shares follow their values. */
static void values_sort(double *values, double *weights, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = i; j > 0 && values[j - 1] > values[j]; j--) {
            double value = values[j], weight = weights[j];
            values[j] = values[j - 1], weights[j] = weights[j - 1];
            values[j - 1] = value, weights[j - 1] = weight;
        }
}

static void values_make(Marginal *out, Arena *arena, const Distribution *distribution, Unit unit)
{
    double sum = 0, before = 0;
    out->value_count = distribution->value_count;
    out->values = arena_array(arena, double, out->value_count);
    out->shares = arena_array(arena, double, out->value_count);
    for (size_t i = 0; i < out->value_count; i++) {
        out->values[i] = input_number_in_unit(&distribution->values[i], unit);
        out->shares[i] = i < distribution->weight_count ? distribution->weights[i].number : 1;
        sum += out->shares[i];
    }
    values_sort(out->values, out->shares, out->value_count);
    for (size_t i = 0; i < out->value_count; i++) {
        before += out->shares[i];
        out->shares[i] = before / sum;
    }
}

static void conversion_make(Marginal *out, Unit unit, Unit reporting)
{
    bool scaled = unit.kind == UNIT_money || unit.kind == UNIT_shares;
    out->times = out->by = 1;
    for (int i = reporting.scale; scaled && i < unit.scale; i++)
        out->times *= 10;
    for (int i = unit.scale; scaled && i < reporting.scale; i++)
        out->by *= 10;
    if (unit.kind == UNIT_percent)
        out->by = 100;
}

void marginal_make(Marginal *out, Arena *arena, const ScenarioInput *input, Unit reporting)
{
    const Distribution *from = input->distribution;
    *out = (Marginal){.shape = from->shape, .normal = shapes[from->shape].normal};
    out->center = input_number_in_unit(from->shape == SHAPE_lognormal ? &from->median : &from->mean, input->unit);
    out->deviation = from->shape == SHAPE_lognormal ? from->deviation.number : input_number_in_unit(&from->deviation, input->unit);
    out->low = input_number_in_unit(&from->low, input->unit);
    out->high = input_number_in_unit(&from->high, input->unit);
    out->mode = input_number_in_unit(&from->mode, input->unit);
    values_make(out, arena, from, input->unit);
    conversion_make(out, input->unit, reporting);
}
