/* study/random: the numbers of Random123, and of GSL's interface to it. */
#include "study/random.h"

#include "unit.h"

#include <Random123/conventional/gsl_cbrng.h>
#include <Random123/threefry.h>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" /* of the macro */
GSL_CBRNG(threefry, threefry2x64);
#pragma GCC diagnostic pop

enum { COUNT = 1000 };

/* From the list of known answers that comes with Random123 (kat_vectors, threefry2x64 20). */
static const struct {
    uint64_t seed, stream, draw, pair, even, odd;
} known[] = {
    {0, 0, 0, 0, UINT64_C(0xc2b6e3a8c2c69865), UINT64_C(0x6f81ed42f350084d)},
    {UINT64_C(0xffffffffffffffff), UINT64_C(0xffffffffffffffff), UINT64_C(0xffffffffffffffff), UINT64_C(0xffffffffffffffff), UINT64_C(0xe02cb7c4d95d277a), UINT64_C(0xd06633d0893b8b68)},
};

START_TEST(gives_known_answers)
{
    threefry2x64_key_t key = {{known[_i].seed, known[_i].stream}};
    threefry2x64_ctr_t counter = {{known[_i].draw, known[_i].pair}};
    threefry2x64_ctr_t words = threefry2x64(counter, key);
    ck_assert(words.v[0] == known[_i].even && words.v[1] == known[_i].odd);
    if (known[_i].stream)
        return; /* there is no such stream */
    uint64_t even, odd;
    random_words(&even, &odd, known[_i].seed, STREAM_draws, known[_i].pair, known[_i].draw, 1);
    ck_assert(even == known[_i].even && odd == known[_i].odd);
}
END_TEST

/* It counts from 1 on, and hands out the lower halves of the words, the last word first. */
START_TEST(is_the_stream_of_gsl)
{
    static uint64_t even[COUNT], odd[COUNT];
    const unsigned long seed = 0x123456789ABCDEF0;
    gsl_rng *generator = gsl_rng_alloc(gsl_rng_threefry);
    gsl_rng_set(generator, seed);
    random_words(even, odd, seed, STREAM_draws, 0, 1, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        ck_assert_uint_eq(gsl_rng_get(generator), (uint32_t)odd[i]);
        ck_assert_uint_eq(gsl_rng_get(generator), (uint32_t)even[i]);
    }
    gsl_rng_free(generator);
}
END_TEST

START_TEST(depends_on_the_position_alone)
{
    static double even[COUNT], odd[COUNT];
    double one, other;
    random_uniforms(even, odd, 7, STREAM_second, 3, 1000, COUNT);
    for (size_t i = 0; i < COUNT; i += 111) {
        random_uniforms(&one, &other, 7, STREAM_second, 3, 1000 + i, 1);
        ck_assert(one == even[i] && other == odd[i]);
    }
    random_uniforms(&one, &other, 7, STREAM_draws, 3, 1000, 1);
    ck_assert(one != even[0]);
}
END_TEST

/* The mean of 10^6 of them is within four standard errors, 1/sqrt(12)/1000, of a half. */
START_TEST(lies_between_0_and_1)
{
    static double even[COUNT], odd[COUNT];
    double sum = 0;
    for (uint64_t part = 0; part < 500; part++) {
        random_uniforms(even, odd, 1, STREAM_draws, 0, part * COUNT, COUNT);
        for (size_t i = 0; i < COUNT; i++) {
            ck_assert(even[i] > 0 && even[i] < 1 && odd[i] > 0 && odd[i] < 1);
            sum += even[i] + odd[i];
        }
    }
    ck_assert_double_eq_tol(sum / 1e6, 0.5, 4 * 0.28868 / 1000);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("random");
    unit_add(suite, "gives known answers", gives_known_answers, UNIT_COUNT(known));
    unit_add(suite, "is the stream of GSL", is_the_stream_of_gsl, 1);
    unit_add(suite, "depends on the position alone", depends_on_the_position_alone, 1);
    unit_add(suite, "lies between 0 and 1", lies_between_0_and_1, 1);
    return unit_run(suite);
}
