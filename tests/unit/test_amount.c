#include "base/amount.h"
#include "unit.h"

#include <math.h>
#include <string.h>

static jmp_buf memory_ended;

static Arena *arena_for_test(void)
{
    return arena_create(&memory_ended);
}

static void assert_text(Text text, const char *wanted)
{
    ck_assert_msg(text_equal(text, text_of(wanted)), "\"%.*s\" where \"%s\" is due", TEXT_ARGUMENTS(text), wanted);
}

static const struct {
    const char *text;
    int64_t digits;
    int decimals;
} printed[] = {
    {"30,505", 30505, 0},      {"(3,035)", -3035, 0}, {"$ (46,003)", -46003, 0}, {"$(46,003)", -46003, 0}, {"0.09", 9, 2},
    {"(0.03)", -3, 2},         {".07", 7, 2},         {"1,673.3", 16733, 1},     {"-7", -7, 0},            {"0.00", 0, 2},
    {"21,539,821", 21539821, 0}, {"1404", 1404, 0},   {"123456789012345678", 123456789012345678, 0},
};

START_TEST(reads_printed)
{
    Printed value;
    ck_assert(printed_parse(&value, text_of(printed[_i].text)));
    ck_assert_int_eq(value.digits, printed[_i].digits);
    ck_assert_int_eq(value.decimals, printed[_i].decimals);
}
END_TEST

static const char *const no_numbers[] = {"", "--", "(", "()", "1,23", "12,3456", "1.2.3", "(5", "--5", "12a", "1234567890123456789", "$", "1 2"};

START_TEST(refuses_what_is_no_number)
{
    Printed value;
    ck_assert_msg(!printed_parse(&value, text_of(no_numbers[_i])), "%s", no_numbers[_i]);
}
END_TEST

/* 1,250.0 million = 1,250,000 thousand; 361.3 million = 361,300 thousand; 1,500 dollars = 1.5 thousand, refused. */
static const struct {
    const char *text;
    uint8_t unit_scale, scale;
    Conversion conversion;
    Money money;
} conversions[] = {
    {"1,250.0 million", 0, 3, CONVERSION_exact, 1250000}, {"361.3", 6, 3, CONVERSION_exact, 361300},
    {"1,500", 0, 3, CONVERSION_inexact, 0},               {"2,000", 0, 3, CONVERSION_exact, 2},
    {"(19,230)", 3, 3, CONVERSION_exact, -19230},         {"0.5", 3, 3, CONVERSION_inexact, 0},
    {"1,125,899,906,842,624", 3, 3, CONVERSION_exact, MONEY_LARGEST}, /* 2^50 */
    {"1,125,899,906,842,625", 3, 3, CONVERSION_overflow, 0},
    {"123456789012345678", 9, 0, CONVERSION_overflow, 0},
};

START_TEST(converts_exactly_or_not_at_all)
{
    Printed value;
    Money money = 0;
    ck_assert(printed_parse_scaled(&value, text_of(conversions[_i].text)));
    value.unit.scale = (uint8_t)(value.unit.scale + conversions[_i].unit_scale);
    ck_assert_int_eq(printed_to_money(&money, value, conversions[_i].scale), conversions[_i].conversion);
    ck_assert_int_eq(money, conversions[_i].money);
}
END_TEST

/* Half away from zero in decimal, also where the double lies below the half: 1.005 and 2.675 do. 0.0582 and 0.0544 are 30,505 over 524,211.56 and 560,876.06. */
static const struct {
    double value;
    int decimals;
    const char *text;
} spoken[] = {
    {30505, 0, "30,505"},    {-3035, 0, "(3,035)"},     {0.0582, 2, "0.06"},      {-0.0328, 2, "(0.03)"}, {1.005, 2, "1.01"},    {2.675, 2, "2.68"},
    {-1.005, 2, "(1.01)"},   {0.004, 2, "0.00"},        {-0.004, 2, "0.00"},      {0.005, 2, "0.01"},    {999.5, 0, "1,000"},   {524211.56, 2, "524,211.56"},
    {560876.06, 0, "560,876"}, {1234567.891, 1, "1,234,567.9"}, {0, 0, "0"},      {0, 2, "0.00"},        {0.5, 0, "1"},         {99.996, 2, "100.00"},
    {1e15, 0, "1,000,000,000,000,000"}, {0.000012, 4, "0.0000"},
};

START_TEST(speaks)
{
    Arena *arena = arena_for_test();
    assert_text(amount_spoken(arena, spoken[_i].value, spoken[_i].decimals), spoken[_i].text);
    arena_destroy(arena);
}
END_TEST

static const struct {
    double value;
    const char *text;
} plain[] = {{30505, "30505"}, {-3035, "-3035"}, {524211.56, "524211.56"}, {0.1, "0.1"}, {1.0 / 3.0, "0.3333333333333333"}, {0, "0"}, {-0.25, "-0.25"}, {9007199254740991, "9007199254740991"}, {999999999999999.875, "999999999999999.9"}, {0.3, "0.3"}, {0.1 + 0.2, "0.30000000000000004"}, {1e20, "100000000000000000000"}, {1e21, "1e21"}, {1.5e-7, "1.5e-7"}, {0.00012, "0.00012"}};

START_TEST(writes_the_shortest_text_that_reads_back)
{
    Arena *arena = arena_for_test();
    Text text = amount_plain(arena, plain[_i].value);
    assert_text(text, plain[_i].text);
    ck_assert(strtod(text_zero_terminated(arena, text), NULL) == plain[_i].value);
    arena_destroy(arena);
}
END_TEST

/* The digits of the decimal of 15 digits, else 16, else 17 that the C library rounds to and reads back, without zeros behind them. */
static void library_digits(char out[40], double value)
{
    char text[40];
    size_t count = 0;
    for (int precision = 15; precision <= 17; precision++) {
        snprintf(text, sizeof text, "%.*e", precision - 1, value);
        if (strtod(text, NULL) == value)
            break;
    }
    for (const char *c = text; *c && *c != 'e'; c++)
        if (*c >= '0' && *c <= '9')
            out[count++] = *c;
    while (count > 1 && out[count - 1] == '0')
        count--;
    out[count] = 0;
}

/* Those of a number as it is written, without the zeros that only place its point. */
static void written_digits(char out[40], const char *text)
{
    size_t count = 0;
    for (const char *c = text; *c && *c != 'e'; c++)
        if (*c >= (count ? '0' : '1') && *c <= '9')
            out[count++] = *c;
    while (count > 1 && out[count - 1] == '0')
        count--;
    out[count] = 0;
}

/* Bits of any pattern; 2^-80 to 2^60; dollars and cents; amounts per share, which are quotients; powers of two and what is next to them. */
static double random_double(uint64_t state, int kind)
{
    double value = 0;
    uint64_t high = state >> 11;
    switch (kind) {
    case 0: memcpy(&value, &state, sizeof value); return value;
    case 1: return ldexp((double)high, (int)(state % 140) - 133);
    case 2: return (double)(high % 10000000000) / 100;
    case 3: return (double)(high % 100000) / (double)(1 + (high >> 20) % 1000000000);
    default: return nextafter(ldexp(1, (int)(state % 120) - 60), (double)(high % 3) * 0x1p60);
    }
}

/* By a fixed sequence: what is written reads back, and has the digits that the C library finds. */
START_TEST(has_the_digits_of_the_library)
{
    uint64_t state = 2385 + (uint64_t)_i;
    for (int i = 0; i < 20000; i++) {
        char text[AMOUNT_LONGEST + 1], written[40], wanted[40];
        state = state * 6364136223846793005u + 1442695040888963407u;
        double value = random_double(state ^ state >> 32, _i);
        if (!isfinite(value) || value == 0)
            continue;
        text[amount_write(text, value)] = 0;
        written_digits(written, text);
        library_digits(wanted, value);
        ck_assert_msg(strtod(text, NULL) == value && strcmp(written, wanted) == 0, "%s where %.17g has the digits %s", text, value, wanted);
    }
}
END_TEST

/* Half away from zero, as a spreadsheet's ROUND(x,0): a half is exact in a double below 2^52, so what lies beside one must not count as one.
 * 0.49999999999999994 is the double before 0.5 and 2.4999999999999996 that before 2.5; 4503599627370495.5 is 2^52 - 0.5. */
static const struct {
    double value, rounded;
} rounded[] = {
    {0, 0}, {0.5, 1}, {1.5, 2}, {2.5, 3}, {0.49999999999999994, 0}, {0.50000000000000011, 1}, {2.4999999999999996, 2}, {558.5, 559}, {30505, 30505},
    {2251799813685247.5, 2251799813685248}, {2251799813685248.25, 2251799813685248}, {2251799813685248.5, 2251799813685249}, {4503599627370494.5, 4503599627370495},
    {4503599627370495.5, 4503599627370496}, {4503599627370497, 4503599627370497}, {9007199254740993e3, 9007199254740993e3},
};

START_TEST(rounds_half_away)
{
    ck_assert_msg(round_half_away(rounded[_i].value) == rounded[_i].rounded, "%.17g", rounded[_i].value);
    ck_assert_msg(round_half_away(-rounded[_i].value) == -rounded[_i].rounded, "-%.17g", rounded[_i].value);
}
END_TEST

/* What is left of 100,000 doubles of any size below 2^52, by a fixed sequence, is less than a half, or a half and the result farther from zero. */
START_TEST(rounds_to_the_nearest)
{
    uint64_t state = 558;
    for (int i = 0; i < 100000; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        double value = ldexp((double)(state >> 11), (int)(state % 60) - 61), near = round_half_away(value), off = fabs(near - value);
        ck_assert_msg((double)(int64_t)near == near && (off < 0.5 || (off == 0.5 && near > value)), "%.17g", value);
        ck_assert(round_half_away(-value) == -near);
    }
}
END_TEST

static const char *const units[] = {"usd", "usd_thousands", "usd_millions", "usd_billions", "shares", "shares_thousands", "usd_per_share", "ratio", "percent"};

START_TEST(names_units_both_ways)
{
    Arena *arena = arena_for_test();
    Unit unit;
    ck_assert(unit_from_name(&unit, text_of(units[_i])));
    assert_text(unit_name(arena, unit), units[_i]);
    ck_assert(!unit_from_name(&unit, TEXT("eur_thousands")));
    arena_destroy(arena);
}
END_TEST

START_TEST(writes_printed_plainly)
{
    Arena *arena = arena_for_test();
    assert_text(printed_plain(arena, (Printed){.digits = -3035}), "-3035");
    assert_text(printed_plain(arena, (Printed){.digits = 9, .decimals = 2}), "0.09");
    assert_text(printed_plain(arena, (Printed){.digits = 0, .decimals = 2}), "0.00");
    assert_text(printed_plain(arena, (Printed){.digits = -16733, .decimals = 1}), "-1673.3");
    arena_destroy(arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("amount");
    unit_add(suite, "reads printed numbers", reads_printed, UNIT_COUNT(printed));
    unit_add(suite, "refuses what is no number", refuses_what_is_no_number, UNIT_COUNT(no_numbers));
    unit_add(suite, "converts exactly or not at all", converts_exactly_or_not_at_all, UNIT_COUNT(conversions));
    unit_add(suite, "speaks", speaks, UNIT_COUNT(spoken));
    unit_add(suite, "shortest text", writes_the_shortest_text_that_reads_back, UNIT_COUNT(plain));
    unit_add(suite, "digits of the library", has_the_digits_of_the_library, 5);
    unit_add(suite, "rounds half away", rounds_half_away, UNIT_COUNT(rounded));
    unit_add(suite, "rounds to the nearest", rounds_to_the_nearest, 1);
    unit_add(suite, "units", names_units_both_ways, UNIT_COUNT(units));
    unit_add(suite, "printed plainly", writes_printed_plainly, 1);
    return unit_run(suite);
}
