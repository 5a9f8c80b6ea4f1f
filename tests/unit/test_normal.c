/* study/normal and study/elementary: compared with GSL and the C library, in units of the last place. */
#include "study/normal.h"

#include "study/elementary.h"
#include "unit.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

static double ulps(double found, double wanted)
{
    return fabs(found - wanted) / (nextafter(fabs(wanted), INFINITY) - fabs(wanted));
}

START_TEST(exponential_and_logarithm)
{
    double worst_exp = 0, worst_log = 0;
    for (double x = -700; x < 700; x += 0.0137) {
        worst_exp = fmax(worst_exp, ulps(elementary_exp(x), exp(x)));
        double y = exp(x / 2.1) * 1.37;
        worst_log = fmax(worst_log, ulps(elementary_log(y), log(y)));
    }
    for (double y = 1e-3; y < 4; y += 1.37e-5)
        worst_log = fmax(worst_log, ulps(elementary_log(y), log(y)));
    printf("exp %.2f, log %.2f ulp\n", worst_exp, worst_log);
    ck_assert_double_lt(worst_exp, 2);
    ck_assert_double_lt(worst_log, 2);
    ck_assert(elementary_exp(0) == 1 && elementary_log(1) == 0 && elementary_exp(-1000) == 0 && isinf(elementary_exp(1000)));
}
END_TEST

START_TEST(quantiles)
{
    enum { COUNT = 4001 };
    static double probabilities[COUNT], found[COUNT];
    double worst = 0;
    for (int i = 0; i < COUNT; i++)
        probabilities[i] = i < 2000 ? (i + 0.5) / 2000 : i < 3000 ? pow(10, -(i - 1999) * 0.0157) : 1 - pow(2, -(i - 2999) * 0.052);
    normal_quantiles(found, probabilities, COUNT);
    for (int i = 0; i < COUNT; i++)
        worst = fmax(worst, ulps(found[i], gsl_cdf_ugaussian_Pinv(probabilities[i])));
    printf("quantile %.2f ulp\n", worst);
    ck_assert_double_lt(worst, 8);
}
END_TEST

/* Where it is small, an ulp of the value itself moves the probability by value^2 ulp. */
START_TEST(probabilities)
{
    enum { COUNT = 20001 };
    static double values[COUNT], found[COUNT];
    double worst = 0;
    for (int i = 0; i < COUNT; i++)
        values[i] = (i - 10000) * 0.000873;
    normal_probabilities(found, values, COUNT);
    for (int i = 0; i < COUNT; i++)
        worst = fmax(worst, ulps(found[i], gsl_cdf_ugaussian_P(values[i])) / (1 + values[i] * values[i]));
    printf("probability %.2f ulp\n", worst);
    ck_assert_double_lt(worst, 4);
}
END_TEST

START_TEST(each_is_the_inverse_of_the_other)
{
    for (double p = 0.001; p < 1; p += 0.001) {
        double z, back;
        normal_quantiles(&z, &p, 1);
        normal_probabilities(&back, &z, 1);
        ck_assert_double_eq_tol(back, p, 1e-15);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("normal");
    unit_add(suite, "exponential and logarithm", exponential_and_logarithm, 1);
    unit_add(suite, "quantiles", quantiles, 1);
    unit_add(suite, "probabilities", probabilities, 1);
    unit_add(suite, "each is the inverse of the other", each_is_the_inverse_of_the_other, 1);
    return unit_run(suite);
}
