/* Reading order: pieces and their places, numbers of one scale, steps, evenly spread values, lists, values. */
#include "study/range.h"

__extension__ typedef __int128 Wide; /* of digits: products and differences of two numbers of 18 digits */

enum { MOST_DIGITS = 18, SPREAD_DIGITS = 15 };
static const int64_t most = 1000000000000000000; /* 10^18, which no number of 18 digits reaches */

typedef struct {
    Run *run;
    Text text;
    Place place;
} Reading;

/* ---- pieces and their places ---- */

/* What stands between quotes begins one byte later; of a text that is written otherwise than it reads, only the whole has a place. */
static Place place_of(const Reading *reading, Text piece)
{
    size_t span = reading->place.end - reading->place.start, quotes = span == reading->text.length + 2;
    if (span != reading->text.length + 2 * quotes)
        return reading->place;
    uint32_t start = reading->place.start + (uint32_t)quotes + (uint32_t)(piece.start - reading->text.start);
    return (Place){reading->place.source, start, start + (uint32_t)piece.length};
}

/* The next piece up to `mark`, trimmed; `rest` is what stands behind the mark. */
static Text piece_next(Text *rest, char mark)
{
    size_t end = text_find_char(*rest, mark, 0);
    Text piece = text_trim(text_slice(*rest, 0, end));
    *rest = text_slice(*rest, end + 1, rest->length);
    return piece;
}

static size_t count_char(Text text, char wanted)
{
    size_t count = 0;
    for (size_t at = text_find_char(text, wanted, 0); at < text.length; at = text_find_char(text, wanted, at + 1))
        count++;
    return count;
}

static bool no_number(const Reading *reading, Text piece, const char *what)
{
    return problem(reading->run, PROBLEM_bad_range, place_of(reading, piece), "\"" TEXT_FORMAT "\" is no number for %s", TEXT_ARGUMENTS(piece), what);
}

/* ---- numbers of one scale ---- */

static bool scale_up(int64_t *digits, int places)
{
    for (; places > 0 && *digits; places--)
        if (*digits >= most / 10 || *digits <= -most / 10)
            return false;
        else
            *digits *= 10;
    return true;
}

static int exponent(Printed printed)
{
    return printed.unit.scale - printed.decimals;
}

/* With the same scale word and as many decimals, so that their digits can be added. */
static bool bring_together(const Reading *reading, Printed *numbers, size_t count)
{
    int scale = numbers[0].unit.scale, least = exponent(numbers[0]);
    for (size_t i = 1; i < count; i++) {
        if (!numbers[i].unit.scale != !scale || !numbers[i].unit.scale != !numbers[0].unit.scale)
            return problem(reading->run, PROBLEM_bad_range, reading->place, "a scale word stands behind some of the numbers only");
        scale = numbers[i].unit.scale < scale ? numbers[i].unit.scale : scale;
        least = exponent(numbers[i]) < least ? exponent(numbers[i]) : least;
    }
    for (size_t i = 0; i < count; i++) {
        if (!scale_up(&numbers[i].digits, exponent(numbers[i]) - least))
            return problem(reading->run, PROBLEM_bad_range, reading->place, "the values would have more than %d digits", MOST_DIGITS);
        numbers[i].unit.scale = (uint8_t)scale;
        numbers[i].decimals = (uint8_t)(scale - least);
    }
    return true;
}

/* ---- steps ---- */

static bool steps_make(Range *out, const Reading *reading, Text step_text, Printed from, Printed to, Printed step)
{
    Printed numbers[] = {from, to, step};
    if (!bring_together(reading, numbers, sizeof numbers / sizeof *numbers))
        return false;
    int64_t way = numbers[1].digits - numbers[0].digits, by = numbers[2].digits;
    if (by == 0)
        return problem(reading->run, PROBLEM_bad_range, place_of(reading, step_text), "a step of 0 never reaches the end of the range");
    if (way != 0 && (way > 0) != (by > 0))
        return problem(reading->run, PROBLEM_bad_range, out->values_place, "no value lies in the range: it goes from a %s number to a %s one, and its step goes %s",
                       way > 0 ? "lower" : "higher", way > 0 ? "higher" : "lower", by > 0 ? "up" : "down");
    out->form = RANGE_steps;
    out->numbers = true;
    out->count = (uint64_t)(way / by) + 1;
    out->first = out->last = numbers[0];
    out->step = by;
    out->last.digits = numbers[0].digits + way / by * by;
    return true;
}

/* ---- evenly spread values ---- */

static int digit_count(int64_t digits)
{
    int count = 0;
    for (; digits; digits /= 10)
        count++;
    return count;
}

/* Is the way from one value to the next a decimal with so few digits that it can be counted in? Then the values are steps. */
static bool step_is_decimal(Printed *from, Printed *to, int64_t *step, uint64_t steps)
{
    Printed first = *from, last = *to;
    while (((Wide)last.digits - first.digits) % (Wide)steps != 0) {
        if (!scale_up(&first.digits, 1) || !scale_up(&last.digits, 1) || digit_count(first.digits) >= SPREAD_DIGITS || digit_count(last.digits) >= SPREAD_DIGITS)
            return false;
        first.decimals++;
        last.decimals++;
    }
    *step = (last.digits - first.digits) / (int64_t)steps;
    *from = first;
    *to = last;
    return true;
}

/* As many decimals as leave the larger end 15 significant digits, which every reader turns into the same double. */
static void spread_widen(Range *out)
{
    while (digit_count(out->first.digits) < SPREAD_DIGITS && digit_count(out->last.digits) < SPREAD_DIGITS) {
        scale_up(&out->first.digits, 1);
        scale_up(&out->last.digits, 1);
        out->first.decimals++;
        out->last.decimals++;
    }
}

static bool count_read(uint64_t *out, Text text)
{
    *out = 0;
    for (size_t i = 0; i < text.length; i++)
        if (!char_is_digit(text.start[i]) || *out >= (uint64_t)most)
            return false;
        else
            *out = *out * 10 + (uint64_t)(text.start[i] - '0');
    return text.length > 0;
}

static bool spread_make(Range *out, const Reading *reading, Text count_text, Printed from, Printed to)
{
    Printed ends[] = {from, to};
    Place place = place_of(reading, count_text);
    if (!count_read(&out->count, text_slice(count_text, 1, count_text.length)))
        return problem(reading->run, PROBLEM_bad_range, place, "\"" TEXT_FORMAT "\" is no number of values, such as #5", TEXT_ARGUMENTS(count_text));
    if (out->count == 0)
        return problem(reading->run, PROBLEM_bad_range, place, "a range of no values is empty");
    if (!bring_together(reading, ends, sizeof ends / sizeof *ends))
        return false;
    if (ends[0].digits > ends[1].digits)
        return problem(reading->run, PROBLEM_bad_range, out->values_place, "the range is reversed: its first number is above its second");
    if ((ends[0].digits == ends[1].digits) != (out->count == 1))
        return problem(reading->run, PROBLEM_bad_range, place, out->count == 1 ? "one value cannot be both ends of the range" : "the two ends of the range are one value");
    out->numbers = true;
    out->form = RANGE_steps;
    out->counted = true;
    if (out->count > 1 && !step_is_decimal(&ends[0], &ends[1], &out->step, out->count - 1))
        out->form = RANGE_spread;
    out->first = ends[0];
    out->last = ends[1];
    if (out->form == RANGE_spread)
        spread_widen(out);
    return true;
}

/* ---- lists ---- */

static bool list_make(Range *out, const Reading *reading, Text values)
{
    Arena *arena = reading->run->arena;
    out->form = RANGE_list;
    out->count = count_char(values, ',') + 1;
    out->words = arena_array(arena, Text, out->count);
    out->list = arena_array(arena, Printed, out->count);
    out->numbers = true;
    for (uint64_t i = 0; i < out->count; i++) {
        out->words[i] = piece_next(&values, ',');
        out->numbers = printed_parse_scaled(&out->list[i], out->words[i]) && out->numbers;
        if (out->words[i].length == 0)
            return problem(reading->run, PROBLEM_bad_range, out->values_place, "a value of the list is empty");
    }
    out->first = out->list[0];
    out->last = out->list[out->count - 1];
    return true;
}

static bool ends_make(Range *out, const Reading *reading, Text values)
{
    Printed from, to, step;
    Text first = piece_next(&values, ':'), last = piece_next(&values, ':');
    values = text_trim(values);
    bool good = printed_parse_scaled(&from, first) || no_number(reading, first, "the first value");
    good = (printed_parse_scaled(&to, last) || no_number(reading, last, "the last value")) && good;
    if (text_starts_with(values, TEXT("#")))
        return good && spread_make(out, reading, values, from, to);
    good = (printed_parse_scaled(&step, values) || no_number(reading, values, "the step")) && good;
    return good && steps_make(out, reading, values, from, to, step);
}

bool range_read(Range *out, Run *run, Text text, Place place)
{
    Reading reading = {run, text, place};
    size_t equals = text_find_char(text, '=', 0);
    Text values = text_trim(text_slice(text, equals + 1, text.length));
    *out = (Range){.name = text_trim(text_slice(text, 0, equals)), .place = place, .values_place = place_of(&reading, values)};
    if (out->name.length == 0 || values.length == 0)
        return problem(run, PROBLEM_bad_usage, place, "what varies is written NAME=FROM:TO:STEP, NAME=FROM:TO:#COUNT or NAME=a,b,c, such as deal.exchange_ratio=1.2:1.6:0.1");
    switch (count_char(values, ':')) {
    case 0: return list_make(out, &reading, values);
    case 2: return ends_make(out, &reading, values);
    default: return problem(run, PROBLEM_bad_range, out->values_place, "a range has three parts: FROM:TO:STEP or FROM:TO:#COUNT");
    }
}

/* ---- values ---- */

/* Half away from zero, to the decimals of the ends. */
static int64_t spread_digits(const Range *range, uint64_t index)
{
    Wide steps = (Wide)(range->count - 1), sum = (Wide)range->first.digits * (steps - (Wide)index) + (Wide)range->last.digits * (Wide)index;
    return (int64_t)((2 * sum + (sum < 0 ? -steps : steps)) / (2 * steps));
}

Printed range_value(const Range *range, uint64_t index)
{
    Printed value = range->first;
    if (range->form == RANGE_list)
        return range->list[index];
    value.digits = range->form == RANGE_spread ? spread_digits(range, index) : value.digits + (int64_t)index * range->step;
    for (; range->counted && value.decimals && value.digits % 10 == 0; value.decimals--)
        value.digits /= 10;
    return value;
}

Text range_text(Arena *arena, const Range *range, uint64_t index)
{
    return range->form == RANGE_list ? range->words[index] : printed_text(arena, range_value(range, index));
}
