/* study/range: values in exact decimal, and as --set takes them. */
#include "study/range.h"

#include "unit.h"

static Run *run_begin(void)
{
    static jmp_buf out_of_memory;
    static Run run;
    run = (Run){.arena = arena_create(&out_of_memory)};
    return &run;
}

static bool read_text(Range *out, Run *run, const char *text)
{
    const Source *source = source_add(&run->sources, run->arena, TEXT("--vary"), TEXT(""), text_of(text));
    return range_read(out, run, source->bytes, (Place){source->number, 0, (uint32_t)source->bytes.length});
}

/* Values with | between them, at most the first three and the last. Steps are added by hand; 1/3 and 2/3 have no decimals, so they are rounded
 * to 15 digits: 1 + 1/3 to 14 decimals, 100/3 to 12, where the larger end has 15. 0.1 + 0.2 is no sum of doubles here. */
static const struct {
    const char *text;
    uint64_t count;
    const char *values;
} ranges[] = {
    {"x=1.2:1.6:0.1", 5, "1.2|1.3|1.4|1.6"},
    {"x=1.2:1.65:0.1", 5, "1.20|1.30|1.40|1.60"},
    {"x=0:0.3:0.1", 4, "0.0|0.1|0.2|0.3"},
    {"x=3:-3:-2", 4, "3|1|-1|-3"},
    {"x=-0.05:0.05:0.05", 3, "-0.05|0.00|0.05|0.05"},
    {"x=5:5:1", 1, "5|5"},
    {"x = 85,000 : 95,000 : 2,500", 5, "85000|87500|90000|95000"},
    {"x=1 million:1.1 million:50 thousand", 3, "1000 thousand|1050 thousand|1100 thousand|1100 thousand"},
    {"x=1.3:1.5:#3", 3, "1.3|1.4|1.5|1.5"},
    {"x=1:2:#5", 5, "1|1.25|1.5|2"},
    {"x=1:2:#4", 4, "1|1.33333333333333|1.66666666666667|2"},
    {"x=-1:1:#4", 4, "-1|-0.33333333333333|0.33333333333333|1"},
    {"x=0:100:#4", 4, "0|33.333333333333|66.666666666667|100"},
    {"x=7:7:#1", 1, "7|7"},
    {"x=1.404", 1, "1.404|1.404"},
    {"x=1.5,1.404,-2", 3, "1.5|1.404|-2|-2"},
    {"x=2004-04-16,2009-02-01", 2, "2004-04-16|2009-02-01|2009-02-01"},
    {"x=0:999999999999999999:1", 1000000000000000000u, "0|1|2|999999999999999999"},
    {"x=0:1:0.000000000000000001", 0, ""},
};

START_TEST(reads_values)
{
    Run *run = run_begin();
    Range range;
    bool good = read_text(&range, run, ranges[_i].text);
    ck_assert_msg(good == (ranges[_i].count > 0), "%s", ranges[_i].text);
    if (!good)
        return;
    TextBuilder out = {.arena = run->arena};
    for (uint64_t i = 0; i < range.count && i < 3; i++) {
        text_append(&out, range_text(run->arena, &range, i));
        text_append_char(&out, '|');
    }
    text_append(&out, range_text(run->arena, &range, range.count - 1));
    ck_assert_str_eq(text_zero_terminated(run->arena, text_builder_text(&out)), ranges[_i].values);
    ck_assert(range.count == ranges[_i].count);
}
END_TEST

/* A value has the bits of its own text: of FROM + i x STEP and of the values between two ends alike. */
static const char *const texts[] = {"x=0:1:0.1", "x=0.1:2.3:0.01", "x=1.2:1.6:#1000", "x=-3:3:#70", "x=1.404:92390:#4097"};

START_TEST(reads_back)
{
    Run *run = run_begin();
    Range range;
    ck_assert(read_text(&range, run, texts[_i]));
    for (uint64_t i = 0; i < range.count; i++) {
        Text text = range_text(run->arena, &range, i);
        Printed read, value = range_value(&range, i);
        ck_assert(printed_parse_scaled(&read, text));
        ck_assert(read.digits == value.digits && read.decimals == value.decimals);
        ck_assert(printed_to_double(value, 0) == strtod(text_zero_terminated(run->arena, text), NULL));
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("range");
    unit_add(suite, "reads values", reads_values, UNIT_COUNT(ranges));
    unit_add(suite, "reads back", reads_back, UNIT_COUNT(texts));
    return unit_run(suite);
}
