#include "study/studied.h"

/* Of a formula a number without a scale word is in the report's unit, as in the formula itself. */
static uint8_t scale_of(const Studied *studied, const StudyAxis *axis, Printed *value)
{
    uint8_t reporting = studied->model->scenario->reporting.scale;
    bool scaled = axis->unit.kind == UNIT_money || axis->unit.kind == UNIT_shares;
    value->unit.kind = axis->unit.kind;
    if (axis->formula)
        return value->unit.scale ? reporting : 0;
    if (scaled && value->unit.scale == 0)
        value->unit.scale = axis->unit.scale;
    return scaled ? reporting : 0;
}

bool studied_number(double *out, Run *run, const Studied *studied, const StudyAxis *axis, Printed value, Place place)
{
    uint8_t scale = scale_of(studied, axis, &value);
    bool fraction = axis->unit.kind == UNIT_percent, money = axis->unit.kind == UNIT_money;
    Money whole;
    if (value.unit.scale && !axis->formula && !money && axis->unit.kind != UNIT_shares)
        return problem_as(run, SEVERITY_usage, PROBLEM_bad_amount, place, "a value of " TEXT_FORMAT " takes no scale word", TEXT_ARGUMENTS(axis->name));
    if (money && !axis->input) {
        Conversion conversion = printed_to_money(&whole, value, scale);
        if (conversion != CONVERSION_exact)
            return problem_as(run, SEVERITY_usage, conversion == CONVERSION_inexact ? PROBLEM_inexact_conversion : PROBLEM_amount_overflow, place,
                              "a value of " TEXT_FORMAT " is %s " TEXT_FORMAT, TEXT_ARGUMENTS(axis->name), conversion == CONVERSION_inexact ? "not a whole number of" : "more than 2^50",
                              TEXT_ARGUMENTS(unit_name(run->arena, (Unit){UNIT_money, scale})));
        *out = (double)whole;
        return true;
    }
    value.decimals = (uint8_t)(value.decimals + (fraction ? 2 : 0));
    *out = printed_to_double(value, scale);
    return !money || (*out <= (double)MONEY_LARGEST && *out >= -(double)MONEY_LARGEST) ||
           problem_as(run, SEVERITY_usage, PROBLEM_amount_overflow, place, "a value of " TEXT_FORMAT " is beyond 2^50 units", TEXT_ARGUMENTS(axis->name));
}

void studied_slice(Slice *out, Arena *arena, const Studied *studied, const bool *alike, unsigned parts)
{
    Slot *varied = arena_array(arena, Slot, studied->axis_count);
    size_t count = 2 * studied->figure_count + studied->condition_count;
    for (size_t i = 0; i < studied->figure_count; i++)
        count += studied->figures[i].exception_count;
    Slot *wanted = arena_array(arena, Slot, count);
    count = 0;
    for (size_t i = 0; i < studied->axis_count; i++)
        varied[i] = studied->axes[i].slot;
    for (size_t i = 0; i < studied->figure_count; i++)
        wanted[count++] = studied->figures[i].slot;
    for (size_t i = 0; (parts & STUDIED_accretion) && i < studied->figure_count; i++)
        wanted[count++] = studied->figures[i].accretion;
    for (size_t i = 0; (parts & STUDIED_conditions) && i < studied->condition_count; i++)
        wanted[count++] = studied->conditions[i].holds;
    for (size_t i = 0; (parts & STUDIED_exceptions) && i < studied->figure_count; i++)
        for (size_t j = 0; j < studied->figures[i].exception_count; j++)
            wanted[count++] = studied->figures[i].exceptions[j].when;
    slice_make(out, arena, &studied->model->program, studied->model->values, varied, alike, studied->axis_count, wanted, count);
}
