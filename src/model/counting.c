#include "model/counting.h"

#include "model/entry.h"

#include <string.h>

/* --- the parts of a period --- */

static bool is_long(WantedPeriod wanted)
{
    enum { QUARTER_MONTHS = 3, QUARTER_WEEKS = 14 };
    return wanted.months > QUARTER_MONTHS || wanted.weeks > QUARTER_WEEKS;
}

/* A price of at most a quarter that begins on the day; NULL: there is none. */
static const ScenarioPrice *find_next(const Scenario *scenario, Day start, Day end)
{
    for (size_t i = 0; i < scenario->price_count; i++) {
        Period span = wanted_period_span(scenario->prices[i].period);
        if (!is_long(scenario->prices[i].period) && !wanted_period_is_instant(scenario->prices[i].period) && span.start == start && span.end <= end)
            return &scenario->prices[i];
    }
    return NULL;
}

/* The quarters that lie side by side from the first day to the last; false when they do not reach it. */
static bool find_quarters(Counting *out, const Scenario *scenario, WantedPeriod wanted)
{
    Period whole = wanted_period_span(wanted);
    out->part_count = 0;
    for (Day day = whole.start; is_long(wanted) && day <= whole.end;) {
        const ScenarioPrice *price = find_next(scenario, day, whole.end);
        if (!price)
            return false;
        out->parts[out->part_count++] = (CountedPart){price->period, price};
        day = price->period.end + 1;
    }
    return out->part_count > 0;
}

static void find_parts(Counting *out, const Scenario *scenario, WantedPeriod wanted)
{
    out->parts = arena_array(out->model->run->arena, CountedPart, scenario->price_count + 1);
    if (find_quarters(out, scenario, wanted))
        return;
    static const ScenarioPrice none = {0};
    out->parts[0] = (CountedPart){wanted, scenario->price_count ? &none : &scenario->market};
    out->part_count = 1;
    for (size_t i = 0; i < scenario->price_count; i++)
        if (wanted_period_equal(scenario->prices[i].period, wanted))
            out->parts[0].price = &scenario->prices[i];
}

Counting counting_begin(Model *model, size_t index)
{
    const Sheet *sheet = &model->sheets.items[index];
    const Scenario *scenario = model->scenario;
    Period period = wanted_period_span(sheet->wanted);
    Counting out = {.model = model, .program = &model->program, .context = {.model = model, .wanted = sheet->wanted, .basis = sheet->basis, .place = scenario->shares_place},
                    .days = period_days(period), .dividends = SLOT_NONE, .good = true};
    out.regime = scenario_share_regime(scenario, period);
    find_parts(&out, scenario, sheet->wanted);
    return out;
}

void counting_unknown(Counting *counting, Text why)
{
    if (counting->unknown.length == 0)
        counting->unknown = why;
}

/* --- what the scenario gives --- */

static Slot look(Counting *counting, const Expression *formula, Text what)
{
    Looked looked;
    if (!lookup_expression(&looked, &counting->context, formula)) {
        counting->good = false;
        return SLOT_NONE;
    }
    if (looked.slot == SLOT_NONE)
        counting_unknown(counting, text_format(counting->model->run->arena, TEXT_FORMAT ": " TEXT_FORMAT, TEXT_ARGUMENTS(what), TEXT_ARGUMENTS(looked.reason)));
    return looked.slot;
}

static Text key_words(const Counting *counting, const ScenarioSecurity *security, const EntryKey *keys, int key)
{
    return text_format(counting->model->run->arena, "%s of \"" TEXT_FORMAT "\"", keys[key].name, TEXT_ARGUMENTS(security->name));
}

Slot counting_value(Counting *counting, const ScenarioSecurity *security, const EntryKey *keys, int key)
{
    const EntryValue *value = &security->values[key];
    Slot slot = value->formula ? look(counting, value->formula, key_words(counting, security, keys, key)) : SLOT_NONE;
    if (value->part)
        model_require_part(counting->model, &counting->model->conditions, slot, value->place, value->part);
    return slot;
}

Slot counting_need(Counting *counting, const ScenarioSecurity *security, const EntryKey *keys, int key)
{
    Slot slot = counting_value(counting, security, keys, key);
    if (!security->values[key].formula)
        counting_unknown(counting, text_format(counting->model->run->arena, TEXT_FORMAT ": not given", TEXT_ARGUMENTS(key_words(counting, security, keys, key))));
    counting_not_negative(counting, security, keys, key, slot);
    return slot;
}

void counting_not_negative(Counting *counting, const ScenarioSecurity *security, const EntryKey *keys, int key, Slot slot)
{
    if (slot != SLOT_NONE)
        model_require(counting->model, &counting->model->conditions, program_op(counting->program, OP_LESS_EQUAL, counting->program->zero, slot, SLOT_NONE), PROBLEM_out_of_range,
                      security->values[key].place, TEXT_FORMAT " is 0 or more", TEXT_ARGUMENTS(key_words(counting, security, keys, key)));
}

/* --- ratios and prices --- */

static const ScenarioInput *find_input(const Counting *counting, Text group, Text name, Slot *slot)
{
    const Scenario *scenario = counting->model->scenario;
    *slot = SLOT_NONE;
    for (size_t i = 0; i < scenario->input_count; i++)
        if (text_equal(scenario->inputs[i].group, group) && text_equal(scenario->inputs[i].name, name)) {
            *slot = counting->model->input_slots[i];
            return &scenario->inputs[i];
        }
    return NULL;
}

/* The ratio that an entry of the company's purchase computes, as where the value is agreed and the ratio floats. */
static bool find_agreed(Looked *out, Counting *counting, Text company)
{
    const Scenario *scenario = counting->model->scenario;
    *out = (Looked){.slot = SLOT_NONE};
    for (size_t i = 0; i < scenario->entry_count && balance_day(counting->model) != DAY_NONE; i++) {
        const ScenarioEntry *entry = &scenario->entries[i];
        bool consideration = entry->kind && entry->kind->purchase && scenario_entry_in_force(scenario, entry) && text_equal(entry->company, company);
        for (size_t j = 0; consideration && j < entry_figure_count(entry->kind->figures); j++)
            if (strcmp(entry->kind->figures[j].name, "ratio") == 0)
                return lookup_named(out, &counting->context, (Named){.kind = NAMED_figure, .index = i, .line = LINE_NONE, .figure = j});
    }
    return true;
}

Slot counting_ratio(Counting *counting, const ScenarioSecurity *security)
{
    Looked agreed;
    Slot slot;
    if (scenario_company(counting->model->scenario, security->company) == 0)
        return counting->program->one;
    if (!find_agreed(&agreed, counting, security->company))
        counting->good = false;
    Text own = text_format(counting->model->run->arena, TEXT_FORMAT "_exchange_ratio", TEXT_ARGUMENTS(security->company));
    const ScenarioInput *input = find_input(counting, TEXT("deal"), own, &slot);
    if (!input)
        input = find_input(counting, TEXT("deal"), TEXT("exchange_ratio"), &slot);
    if (agreed.slot == SLOT_NONE && slot == SLOT_NONE)
        counting_unknown(counting, text_format(counting->model->run->arena, "the exchange ratio of " TEXT_FORMAT " (deal.exchange_ratio) is not given", TEXT_ARGUMENTS(security->company)));
    if (agreed.slot != SLOT_NONE)
        slot = agreed.slot;
    if (slot != SLOT_NONE)
        model_require(counting->model, &counting->model->conditions, program_op(counting->program, OP_LESS, counting->program->zero, slot, SLOT_NONE), PROBLEM_out_of_range,
                      agreed.slot == SLOT_NONE ? input->place : security->place, "an exchange ratio is more than 0");
    return slot;
}

static Slot find_price(Counting *counting, const CountedPart *part, bool average)
{
    Arena *arena = counting->model->run->arena;
    const Expression *formula = average ? part->price->average : part->price->closing;
    Text what = text_format(arena, "%s price of the acquirer's stock for " TEXT_FORMAT, average ? "average" : "closing", TEXT_ARGUMENTS(wanted_period_text(arena, part->wanted)));
    if (formula)
        return look(counting, formula, what);
    counting_unknown(counting, text_format(arena, "no " TEXT_FORMAT " is given (shares.prices, or without it market.%s_price)", TEXT_ARGUMENTS(what), average ? "average" : "closing"));
    return SLOT_NONE;
}

Slot counting_average(Counting *counting, const CountedPart *part)
{
    Slot price = find_price(counting, part, true);
    if (price != SLOT_NONE)
        model_require(counting->model, &counting->model->conditions, program_op(counting->program, OP_LESS, counting->program->zero, price, SLOT_NONE), PROBLEM_average_price_zero,
                      part->price->average->place, "the average price of the acquirer's stock is 0 or less, and options and principals are divided by it");
    return price;
}

Slot counting_closing(Counting *counting, const CountedPart *part)
{
    return find_price(counting, part, false);
}

/* --- days --- */

static int common_days(Period a, Day from, Day to)
{
    Day first = from > a.start ? from : a.start, last = to < a.end ? to : a.end;
    return last < first ? 0 : last - first + 1;
}

int counting_days(const CountedPart *part, const EntryValue *outstanding)
{
    Period span = wanted_period_span(part->wanted);
    int days = 0;
    if (!outstanding->given)
        return period_days(span);
    for (size_t i = 0; i < outstanding->count; i++) {
        const EntryValue *bounds = outstanding->items[i].values;
        days += common_days(span, bounds[SPAN_from].given ? bounds[SPAN_from].day : span.start, bounds[SPAN_to].given ? bounds[SPAN_to].day : span.end);
    }
    return days;
}

int counting_all_days(const Counting *counting, const EntryValue *outstanding)
{
    int days = 0;
    for (size_t i = 0; i < counting->part_count; i++)
        days += counting_days(&counting->parts[i], outstanding);
    return days;
}

Slot counting_weighted(Counting *counting, const Slot *amounts, const EntryValue *outstanding, int over)
{
    Program *program = counting->program;
    Slot sum = SLOT_NONE;
    for (size_t i = 0; i < counting->part_count; i++) {
        int days = counting_days(&counting->parts[i], outstanding);
        if (days == over)
            return amounts[i];
        if (days > 0)
            sum = program_add(program, sum, program_op(program, OP_MULTIPLY, amounts[i], program_meant(program, days, "days outstanding"), SLOT_NONE));
    }
    return sum == SLOT_NONE ? program->zero : program_op(program, OP_DIVIDE, sum, program_meant(program, over, "days of the period"), SLOT_NONE);
}
