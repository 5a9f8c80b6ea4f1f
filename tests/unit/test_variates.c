/* study/variates and study/elementary: the numbers of Random123 and of GSL's interface to it; GSL's normal distribution and the C library's
 * functions, in units of the last place. Every variant that this machine has gives the same bits. */
#include "study/variates.h"

#include "study/elementary.h"
#include "unit.h"

#include <Random123/conventional/gsl_cbrng.h>
#include <Random123/threefry.h>
#include <gsl/gsl_cdf.h>
#include <math.h>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" /* of the macro */
GSL_CBRNG(threefry, threefry2x64);
#pragma GCC diagnostic pop

enum { COUNT = 1000 };

static threefry2x64_ctr_t words_of(uint64_t seed, uint64_t stream, uint64_t draw, uint64_t pair)
{
    threefry2x64_key_t key = {{seed, stream}};
    threefry2x64_ctr_t counter = {{draw, pair}};
    return threefry2x64(counter, key);
}

/* From the list of known answers that comes with Random123 (kat_vectors, threefry2x64 20). */
static const struct {
    uint64_t all, even, odd; /* `all`: each word of key and counter */
} known[] = {
    {0, UINT64_C(0xc2b6e3a8c2c69865), UINT64_C(0x6f81ed42f350084d)},
    {UINT64_MAX, UINT64_C(0xe02cb7c4d95d277a), UINT64_C(0xd06633d0893b8b68)},
};

START_TEST(gives_known_answers)
{
    threefry2x64_ctr_t words = words_of(known[_i].all, known[_i].all, known[_i].all, known[_i].all);
    ck_assert(words.v[0] == known[_i].even && words.v[1] == known[_i].odd);
}
END_TEST

/* It counts from 1 on, and hands out the lower halves of the words, the last word first. A uniform number has the upper 52 bits of a word. */
START_TEST(is_the_stream_of_gsl)
{
    static double even[COUNT], odd[COUNT];
    const unsigned long seed = 0x123456789ABCDEF0;
    gsl_rng *generator = gsl_rng_alloc(gsl_rng_threefry);
    gsl_rng_set(generator, seed);
    variates_baseline.uniforms(even, odd, seed, STREAM_draws, 0, 1, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        threefry2x64_ctr_t words = words_of(seed, STREAM_draws, 1 + i, 0);
        ck_assert_uint_eq(gsl_rng_get(generator), (uint32_t)words.v[1]);
        ck_assert_uint_eq(gsl_rng_get(generator), (uint32_t)words.v[0]);
        ck_assert(ldexp(even[i], 53) == 2 * (double)(words.v[0] >> 12) + 1 && ldexp(odd[i], 53) == 2 * (double)(words.v[1] >> 12) + 1);
    }
    gsl_rng_free(generator);
}
END_TEST

START_TEST(depends_on_the_position_alone)
{
    static double even[COUNT], odd[COUNT];
    double one, other;
    variates_baseline.uniforms(even, odd, 7, STREAM_second, 3, 1000, COUNT);
    for (size_t i = 0; i < COUNT; i += 111) {
        variates_baseline.uniforms(&one, &other, 7, STREAM_second, 3, 1000 + i, 1);
        ck_assert(one == even[i] && other == odd[i]);
    }
    variates_baseline.uniforms(&one, &other, 7, STREAM_draws, 3, 1000, 1);
    ck_assert(one != even[0]);
}
END_TEST

/* The mean of 10^6 of them is within four standard errors, 1/sqrt(12)/1000, of a half. */
START_TEST(lies_between_0_and_1)
{
    static double even[COUNT], odd[COUNT];
    double sum = 0;
    for (uint64_t part = 0; part < 500; part++) {
        variates_baseline.uniforms(even, odd, 1, STREAM_draws, 0, part * COUNT, COUNT);
        for (size_t i = 0; i < COUNT; i++) {
            ck_assert(even[i] > 0 && even[i] < 1 && odd[i] > 0 && odd[i] < 1);
            sum += even[i] + odd[i];
        }
    }
    ck_assert_double_eq_tol(sum / 1e6, 0.5, 4 * 0.28868 / 1000);
}
END_TEST

START_TEST(variants_give_the_same_bits)
{
    static double even[COUNT], odd[COUNT], wanted[3][COUNT], found[3][COUNT];
    const Variates *variants[VARIATES_MOST];
    size_t count = variates_variants(variants);
    ck_assert(count >= 1 && variants[count - 1] == &variates_baseline);
    for (size_t i = 0; i < count; i++)
        for (uint64_t seed = 0; seed < 50; seed++) {
            variates_baseline.uniforms(even, odd, seed, STREAM_draws, 1, 0, COUNT - 3);
            variates_baseline.normal_quantiles(wanted[0], even, COUNT - 3);
            variates_baseline.normal_probabilities(wanted[1], wanted[0], COUNT - 3);
            variants[i]->uniforms(found[2], odd, seed, STREAM_draws, 1, 0, COUNT - 3);
            variants[i]->normal_quantiles(found[0], found[2], COUNT - 3);
            variants[i]->normal_probabilities(found[1], found[0], COUNT - 3);
            ck_assert_mem_eq(found[2], even, sizeof even);
            ck_assert_mem_eq(found[0], wanted[0], sizeof found[0]);
            ck_assert_mem_eq(found[1], wanted[1], sizeof found[1]);
        }
}
END_TEST

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
    enum { MANY = 4001 };
    static double probabilities[MANY], found[MANY];
    double worst = 0;
    for (int i = 0; i < MANY; i++)
        probabilities[i] = i < 2000 ? (i + 0.5) / 2000 : i < 3000 ? pow(10, -(i - 1999) * 0.0157) : 1 - pow(2, -(i - 2999) * 0.052);
    variates_baseline.normal_quantiles(found, probabilities, MANY);
    for (int i = 0; i < MANY; i++)
        worst = fmax(worst, ulps(found[i], gsl_cdf_ugaussian_Pinv(probabilities[i])));
    printf("quantile %.2f ulp\n", worst);
    ck_assert_double_lt(worst, 8);
}
END_TEST

/* Where it is small, an ulp of the value itself moves the probability by value^2 ulp. */
START_TEST(probabilities)
{
    enum { MANY = 20001 };
    static double values[MANY], found[MANY];
    double worst = 0;
    for (int i = 0; i < MANY; i++)
        values[i] = (i - 10000) * 0.000873;
    variates_baseline.normal_probabilities(found, values, MANY);
    for (int i = 0; i < MANY; i++)
        worst = fmax(worst, ulps(found[i], gsl_cdf_ugaussian_P(values[i])) / (1 + values[i] * values[i]));
    printf("probability %.2f ulp\n", worst);
    ck_assert_double_lt(worst, 4);
}
END_TEST

START_TEST(each_is_the_inverse_of_the_other)
{
    for (double p = 0.001; p < 1; p += 0.001) {
        double z, back;
        variates_baseline.normal_quantiles(&z, &p, 1);
        variates_baseline.normal_probabilities(&back, &z, 1);
        ck_assert_double_eq_tol(back, p, 1e-15);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("variates");
    unit_add(suite, "gives known answers", gives_known_answers, UNIT_COUNT(known));
    unit_add(suite, "is the stream of GSL", is_the_stream_of_gsl, 1);
    unit_add(suite, "depends on the position alone", depends_on_the_position_alone, 1);
    unit_add(suite, "lies between 0 and 1", lies_between_0_and_1, 1);
    unit_add(suite, "variants give the same bits", variants_give_the_same_bits, 1);
    unit_add(suite, "exponential and logarithm", exponential_and_logarithm, 1);
    unit_add(suite, "quantiles", quantiles, 1);
    unit_add(suite, "probabilities", probabilities, 1);
    unit_add(suite, "each is the inverse of the other", each_is_the_inverse_of_the_other, 1);
    return unit_run(suite);
}
