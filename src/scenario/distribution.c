/* Reading order: parameters, each shape (what it reads, what is possible, how it is said), the table of shapes, one that is read, words. */
#include "scenario/distribution.h"

#include "scenario/reading.h"

/* ---- parameters ---- */

typedef struct {
    Reading *reading;
    const Setting *setting; /* the group `distribution` */
    Unit unit;              /* of the input */
} Group;

static const Unit PLAIN = {UNIT_ratio, 0};

static bool need_number(InputNumber *out, const Group *group, const char *key, Unit unit)
{
    const Setting *setting = setting_need(group->reading->run, group->setting, key);
    return setting ? read_in_unit(group->reading, out, setting, unit) : (group->reading->good = false);
}

static bool need_numbers(InputNumber **out, size_t *count, const Group *group, const char *key, Unit unit)
{
    const Setting *list = setting_need(group->reading->run, group->setting, key);
    if (!list || !setting_is(group->reading->run, list, SETTING_list))
        return group->reading->good = false;
    bool good = true;
    *out = arena_array(group->reading->run->arena, InputNumber, list->count);
    *count = list->count;
    for (size_t i = 0; i < list->count; i++)
        good = read_in_unit(group->reading, &(*out)[i], &list->children[i], unit) && good;
    return good;
}

static bool require(const Group *group, const char *key, bool possible, const char *rule)
{
    if (!possible)
        group->reading->good = problem(group->reading->run, PROBLEM_bad_distribution, place_of_setting(group->setting, key), "%s", rule);
    return possible;
}

typedef struct {
    TextBuilder text;
    Unit unit;
} Words;

static void say(Words *out, const char *before, const InputNumber *number, Unit unit)
{
    text_append(&out->text, text_of(before));
    text_append(&out->text, amount_plain(out->text.arena, input_number_in_unit(number, unit)));
}

/* ---- normal, lognormal ---- */

static bool read_deviation(Distribution *out, const Group *group, Unit unit)
{
    return need_number(&out->deviation, group, "deviation", unit) && require(group, "deviation", out->deviation.number > 0, "the deviation must be above 0");
}

static bool read_normal(Distribution *out, const Group *group)
{
    bool good = need_number(&out->mean, group, "mean", group->unit);
    return read_deviation(out, group, group->unit) && good;
}

static void say_normal(Words *out, const Distribution *distribution)
{
    say(out, ", mean ", &distribution->mean, out->unit);
    say(out, ", deviation ", &distribution->deviation, out->unit);
}

static bool read_lognormal(Distribution *out, const Group *group)
{
    bool good = need_number(&out->median, group, "median", group->unit) &&
                require(group, "median", out->median.number > 0, "the median must be above 0, as every value of a lognormal distribution is");
    return read_deviation(out, group, PLAIN) && good;
}

static void say_lognormal(Words *out, const Distribution *distribution)
{
    say(out, ", median ", &distribution->median, out->unit);
    say(out, ", deviation of the logarithm ", &distribution->deviation, PLAIN);
}

/* ---- uniform, triangular ---- */

static bool read_uniform(Distribution *out, const Group *group)
{
    bool good = need_number(&out->low, group, "low", group->unit);
    good = need_number(&out->high, group, "high", group->unit) && good;
    return good && require(group, "high", out->low.number < out->high.number, "high must be above low");
}

static void say_uniform(Words *out, const Distribution *distribution)
{
    say(out, " ", &distribution->low, out->unit);
    say(out, " to ", &distribution->high, out->unit);
}

static bool read_triangular(Distribution *out, const Group *group)
{
    bool good = read_uniform(out, group);
    return need_number(&out->mode, group, "mode", group->unit) && good &&
           require(group, "mode", out->low.number <= out->mode.number && out->mode.number <= out->high.number, "the mode must be from low to high");
}

static void say_triangular(Words *out, const Distribution *distribution)
{
    say_uniform(out, distribution);
    say(out, ", mode ", &distribution->mode, out->unit);
}

/* ---- discrete, empirical ---- */

static bool read_empirical(Distribution *out, const Group *group)
{
    return need_numbers(&out->values, &out->value_count, group, "values", group->unit) &&
           require(group, "values", out->value_count > 0, "there must be a value");
}

/* Of many values the least and the largest tell more than all. */
static void say_empirical(Words *out, const Distribution *distribution)
{
    const InputNumber *least = distribution->values, *largest = distribution->values;
    for (size_t i = 1; i < distribution->value_count; i++) {
        least = distribution->values[i].number < least->number ? &distribution->values[i] : least;
        largest = distribution->values[i].number > largest->number ? &distribution->values[i] : largest;
    }
    text_append_format(&out->text, ", %zu value%s", distribution->value_count, distribution->value_count == 1 ? "" : "s");
    say(out, " from ", least, out->unit);
    say(out, " to ", largest, out->unit);
}

static bool read_discrete(Distribution *out, const Group *group)
{
    bool good = read_empirical(out, group), possible = true;
    if (!need_numbers(&out->weights, &out->weight_count, group, "weights", PLAIN) || !good)
        return false;
    double sum = 0;
    for (size_t i = 0; i < out->weight_count; i++) {
        possible = possible && out->weights[i].number >= 0;
        sum += out->weights[i].number;
    }
    return require(group, "weights", out->weight_count == out->value_count, "there must be one weight for each value") &&
           require(group, "weights", possible, "no weight may be below 0") && require(group, "weights", sum > 0, "one of the weights must be above 0");
}

static void say_discrete(Words *out, const Distribution *distribution)
{
    for (size_t i = 0; i < distribution->value_count; i++) {
        say(out, i ? ", " : " ", &distribution->values[i], out->unit);
        say(out, " (weight ", &distribution->weights[i], PLAIN);
        text_append(&out->text, TEXT(")"));
    }
}

/* ---- the table ---- */

static const char *const every_keys[] = {"shape", "mean", "median", "deviation", "low", "high", "mode", "values", "weights", NULL};
static const char *const normal_keys[] = {"shape", "mean", "deviation", NULL};
static const char *const lognormal_keys[] = {"shape", "median", "deviation", NULL};
static const char *const uniform_keys[] = {"shape", "low", "high", NULL};
static const char *const triangular_keys[] = {"shape", "low", "high", "mode", NULL};
static const char *const discrete_keys[] = {"shape", "values", "weights", NULL};
static const char *const empirical_keys[] = {"shape", "values", NULL};

/* In the order of DistributionShape, as the names are. */
static const char *const shape_names[] = {"normal", "lognormal", "uniform", "triangular", "discrete", "empirical", NULL};
static const struct {
    const char *const *keys;
    bool (*read)(Distribution *out, const Group *group);
    void (*say)(Words *out, const Distribution *distribution);
} shapes[] = {
    {normal_keys, read_normal, say_normal},       {lognormal_keys, read_lognormal, say_lognormal},
    {uniform_keys, read_uniform, say_uniform},    {triangular_keys, read_triangular, say_triangular},
    {discrete_keys, read_discrete, say_discrete}, {empirical_keys, read_empirical, say_empirical},
};

const char *const *distribution_keys(const Setting *group)
{
    const Setting *shape = setting_find(group, "shape");
    for (size_t i = 0; shape && shape->kind == SETTING_text && shape_names[i]; i++)
        if (text_equal(shape->text, text_of(shape_names[i])))
            return shapes[i].keys;
    return every_keys;
}

/* ---- one that is read, and its words ---- */

void read_distribution(Reading *reading, const Distribution **out, const Setting *input, Unit unit)
{
    Group group = {reading, read_group(reading, input, "distribution"), unit};
    if (!group.setting)
        return;
    if (!setting_need(reading->run, group.setting, "shape"))
        reading->good = false;
    int shape = read_choice(reading, group.setting, "shape", shape_names, -1);
    Distribution *distribution = arena_new(reading->run->arena, Distribution);
    if (shape < 0)
        return;
    distribution->shape = (DistributionShape)shape;
    if (shapes[shape].read(distribution, &group))
        *out = distribution;
}

double input_number_in_unit(const InputNumber *number, Unit unit)
{
    return printed_to_double(number->written, unit.scale);
}

Text distribution_words(Arena *arena, const Distribution *distribution, Unit unit)
{
    Words words = {{.arena = arena}, unit};
    text_append(&words.text, text_of(shape_names[distribution->shape]));
    shapes[distribution->shape].say(&words, distribution);
    return text_builder_text(&words.text);
}
