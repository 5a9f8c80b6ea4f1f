/* Reading order: the kinds, what the scenario gives, arithmetic, the sheet, what comes out. */
#include "model/adjust.h"

#include "model/entry.h"
#include "model/row.h"

#include <stdlib.h>

const EntryKind *const adjustment_kinds[] = {
    &adjust_reclassification,      &adjust_free,                &adjust_consideration,    &adjust_elimination,  &adjust_fair_values,
    &adjust_deferred_compensation, &adjust_in_process_research, &adjust_deferred_revenue, &adjust_deferred_tax, &adjust_goodwill,
    &adjust_amortization,          &adjust_financing,           &adjust_one_time_items,   &adjust_tax,          &adjust_intercompany,
    &adjust_policy,                &adjust_autonomous_entity,   &adjust_synergies,        NULL,
};

/* --- what the scenario gives --- */

const EntryValue *adjust_key(const Adjust *adjust, int key)
{
    return &adjust->entry->values[key];
}

bool adjust_given(const Adjust *adjust, int key)
{
    return adjust_key(adjust, key)->given;
}

/* 1 of a finite number; 0 of an infinite one and of none. */
static Slot is_number(Program *program, Slot slot)
{
    return slot == SLOT_NONE ? slot : program_op(program, OP_EQUAL, program_op(program, OP_SUBTRACT, slot, slot, SLOT_NONE), program->zero, SLOT_NONE);
}

Slot adjust_formula(Adjust *adjust, const EntryValue *value)
{
    Looked looked;
    if (!value->formula)
        return SLOT_NONE;
    if (!lookup_expression(&looked, &adjust->context, value->formula)) {
        adjust->good = false;
        return SLOT_NONE;
    }
    if (looked.slot == SLOT_NONE)
        adjust->good = problem(adjust->model->run, PROBLEM_source_not_reported, value->formula->place, "the amount of entry \"" TEXT_FORMAT "\" for " TEXT_FORMAT " cannot be had: " TEXT_FORMAT,
                               TEXT_ARGUMENTS(adjust->entry->name), TEXT_ARGUMENTS(wanted_period_text(adjust->model->run->arena, adjust->context.wanted)),
                               TEXT_ARGUMENTS(looked.reason));
    if (expression_divides(value->formula))
        adjust_require(adjust, is_number(adjust->program, looked.slot), PROBLEM_division_by_zero, value->formula->place, "this amount divides by 0");
    if (value->part)
        model_require_part(adjust->model, &adjust->applied->conditions, looked.slot, value->place, value->part);
    return looked.slot;
}

Slot adjust_value(Adjust *adjust, int key)
{
    return adjust_formula(adjust, adjust_key(adjust, key));
}

Slot adjust_formula_or(Adjust *adjust, const EntryValue *value, double otherwise)
{
    return value->formula ? adjust_formula(adjust, value) : adjust_constant(adjust, otherwise, "not given");
}

Slot adjust_value_or(Adjust *adjust, int key, double otherwise)
{
    return adjust_formula_or(adjust, adjust_key(adjust, key), otherwise);
}

Slot adjust_need(Adjust *adjust, int key, const char *why)
{
    if (!adjust_key(adjust, key)->formula)
        adjust->good = problem(adjust->model->run, PROBLEM_setting_missing, adjust->entry->place, "\"" TEXT_FORMAT "\" has no \"%s\", which it needs %s",
                               TEXT_ARGUMENTS(adjust->entry->name), adjust->entry->kind->keys[key].name, why);
    return adjust_value(adjust, key);
}

static bool has_line(const Model *model, LineId line)
{
    uint8_t kind = chart_at(model->chart, line)->statement;
    for (size_t company = 0; company < model->scenario->company_count; company++)
        for (size_t i = 0; i < model->books[company].count; i++)
            if (model->books[company].items[i].kind == kind && column_fact(model->chart, &model->books[company].items[i], line))
                return true;
    return false;
}

static bool is_new_line(const ScenarioEntry *entry, LineId line)
{
    for (size_t i = 0; i < entry->new_line_count; i++)
        if (entry->new_lines[i] == line)
            return true;
    return false;
}

/* Legs are written by hand, and may stand on a line that no company has only where that is said. */
static bool known_line(const Model *model, const ScenarioEntry *entry, LineId line)
{
    return !entry->kind->free || has_line(model, line) || is_new_line(entry, line);
}

/* ""par_line", ": where the value is that of a key of the entry itself. */
static Text for_key(const Adjust *adjust, const EntryValue *value)
{
    const EntryKey *keys = adjust->entry->kind->keys;
    for (size_t i = 0; adjust->entry->values && i < entry_key_count(keys); i++)
        if (value == &adjust->entry->values[i])
            return text_format(adjust->model->run->arena, "\"%s\", ", keys[i].name);
    return TEXT("");
}

static LineId line_row(Adjust *adjust, Place place, LineId line)
{
    LineId row;
    const Chart *chart = adjust->model->chart;
    if (row_find(&row, adjust->model, &adjust->model->sheets.items[adjust->sheet], line))
        return row;
    const Line *total = chart_at(chart, line);
    adjust->good = problem(adjust->model->run, PROBLEM_posted_to_total, place, "entry \"" TEXT_FORMAT "\" posts to \"" TEXT_FORMAT "\", the total of lines such as " TEXT_FORMAT,
                           TEXT_ARGUMENTS(adjust->entry->name), TEXT_ARGUMENTS(total->name), TEXT_ARGUMENTS(chart_at(chart, total->addends[0])->name));
    return LINE_NONE;
}

LineId adjust_line(Adjust *adjust, const EntryValue *value, LineId otherwise)
{
    LineId line = value->given ? value->line : otherwise;
    Run *run = adjust->model->run;
    if (line == LINE_NONE)
        adjust->good = problem(run, PROBLEM_setting_missing, adjust->entry->place, "\"" TEXT_FORMAT "\" has no " TEXT_FORMAT "a line to post to, and the chart has none for it",
                               TEXT_ARGUMENTS(adjust->entry->name), TEXT_ARGUMENTS(for_key(adjust, value)));
    else if (!line_is_in(adjust->model, adjust->sheet, line))
        adjust->good = problem(run, PROBLEM_unknown_line, value->place, "\"" TEXT_FORMAT "\" is no line of the statement to which the entry is posted, " TEXT_FORMAT,
                               TEXT_ARGUMENTS(chart_at(adjust->model->chart, line)->name),
                               TEXT_ARGUMENTS(adjust->model->chart->statements[adjust->model->sheets.items[adjust->sheet].kind].name));
    else if (value->given && !known_line(adjust->model, adjust->entry, line))
        adjust->good = problem(run, PROBLEM_line_of_no_company, value->place, "entry \"" TEXT_FORMAT "\" posts to \"" TEXT_FORMAT "\", a line that no company has",
                               TEXT_ARGUMENTS(adjust->entry->name), TEXT_ARGUMENTS(chart_at(adjust->model->chart, line)->name));
    else
        return line_row(adjust, value->place, line);
    return LINE_NONE;
}

LineId adjust_income_line(Adjust *adjust, const EntryValue *value, LineId otherwise)
{
    LineId line = value->given ? value->line : otherwise;
    if (line == LINE_NONE || adjust_enters(adjust, line, adjust->model->chart->deal.pretax_income) != 0)
        return adjust_line(adjust, value, otherwise);
    adjust->good = problem(adjust->model->run, PROBLEM_unknown_line, value->place, "\"" TEXT_FORMAT "\" is no line of income before taxes, to which the entry is posted",
                           TEXT_ARGUMENTS(chart_at(adjust->model->chart, line)->name));
    return LINE_NONE;
}

/* --- arithmetic --- */

Slot adjust_constant(Adjust *adjust, double value, const char *meaning)
{
    return value == 0.0 ? adjust->program->zero : program_meant(adjust->program, value, meaning);
}

Slot adjust_op(Adjust *adjust, OpCode code, Slot a, Slot b)
{
    bool missing = a == SLOT_NONE || (op_arity(code) > 1 && b == SLOT_NONE);
    return missing ? SLOT_NONE : program_op(adjust->program, code, a, b, SLOT_NONE);
}

Slot adjust_round(Adjust *adjust, Slot amount)
{
    return adjust_op(adjust, OP_ROUND, amount, SLOT_NONE);
}

/* --- the sheet --- */

size_t adjust_company(const Adjust *adjust)
{
    return scenario_company(adjust->model->scenario, adjust->entry->company);
}

Slot adjust_reported(const Adjust *adjust, size_t company, LineId line)
{
    return sheet_figure(adjust->model, &adjust->model->sheets.items[adjust->sheet], company, line)->slot;
}

int adjust_enters(const Adjust *adjust, LineId line, LineId total)
{
    int sign = 1;
    for (; line != LINE_NONE && line != total; line = chart_at(adjust->model->chart, line)->into)
        sign *= chart_at(adjust->model->chart, line)->sign;
    return line == LINE_NONE ? 0 : sign;
}

double adjust_months(const Adjust *adjust)
{
    return wanted_period_months(adjust->context.wanted);
}

double adjust_months_before(const Adjust *adjust)
{
    enum { WEEK = 7 }; /* years and quarters of weeks begin within one of the day that the calendar has */
    const Scenario *scenario = adjust->model->scenario;
    Period shown = wanted_period_span(adjust->context.wanted), first = shown, year;
    for (size_t i = 0; i < scenario->period_count; i++) {
        Period other = wanted_period_span(scenario->periods[i]);
        if (!wanted_period_is_instant(scenario->periods[i]) && other.start < first.start)
            first = other;
    }
    if (company_year_of(&year, &scenario->companies[0].company, first))
        first = year;
    int months = 0;
    while (day_add_months(first.start, months + 1) <= shown.start + WEEK)
        months++;
    return months;
}

const AppliedEntry *adjust_other(Adjust *adjust, const ScenarioEntry *entry)
{
    const AppliedEntry *other;
    if (!entry_apply(&other, adjust->model, adjust->sheet, entry, adjust->entry->place))
        adjust->good = false;
    return adjust->good ? other : NULL;
}

const AppliedEntry *adjust_other_at_balance(Adjust *adjust, const ScenarioEntry *entry)
{
    const AppliedEntry *other = NULL;
    size_t sheet;
    bool opened = lookup_balance_sheet(&sheet, adjust->model, entry->place);
    if (!opened || !entry_apply(&other, adjust->model, sheet, entry, adjust->entry->place))
        adjust->good = false;
    return adjust->good ? other : NULL;
}

/* --- what comes out --- */

/* An amount on a line moves every total above it. */
static void post(Model *model, AppliedEntry *applied, LineId line, Slot amount)
{
    const Chart *chart = model->chart;
    LineId first = chart->statements[model->sheets.items[applied->sheet].kind].first;
    int sign = 1;
    for (LineId at = line; at != LINE_NONE; at = chart_at(chart, at)->into) {
        applied->effects[at - first] = program_add_signed(&model->program, applied->effects[at - first], sign, amount);
        sign *= chart_at(chart, at)->sign;
    }
}

AppliedLeg *adjust_post(Adjust *adjust, LineId line, Slot amount, Text label)
{
    if (line == LINE_NONE || amount == SLOT_NONE) {
        adjust->good = adjust->good && line != LINE_NONE;
        return NULL;
    }
    line = line_row(adjust, adjust->entry->place, line);
    if (line == LINE_NONE)
        return NULL;
    amount = program_whole(adjust->program, amount);
    AppliedLeg *leg = list_push(adjust->model->run->arena, &adjust->applied->legs);
    *leg = (AppliedLeg){.line = line, .amount = amount, .label = label, .difference = SLOT_NONE, .place = adjust->entry->place};
    post(adjust->model, adjust->applied, line, amount);
    return leg;
}

AppliedLeg *adjust_post_signed(Adjust *adjust, LineId line, int sign, Slot amount, Text label)
{
    Slot whole = amount == SLOT_NONE ? SLOT_NONE : program_whole(adjust->program, amount);
    return adjust_post(adjust, line, sign < 0 ? adjust_op(adjust, OP_NEGATE, whole, SLOT_NONE) : whole, label);
}

AppliedLeg *adjust_post_income(Adjust *adjust, LineId line, int sign, Slot amount, Text label)
{
    return adjust_post_signed(adjust, line, sign * adjust_enters(adjust, line, adjust->model->chart->deal.pretax_income), amount, label);
}

/* What an entry of a purchase charges is there as well: costs of the deal that the form keeps in operations. */
static Slot charged(Adjust *adjust, LineId line)
{
    const Scenario *scenario = adjust->model->scenario;
    const StatementKind *kind = &adjust->model->chart->statements[adjust->model->sheets.items[adjust->sheet].kind];
    Slot sum = SLOT_NONE;
    for (size_t i = 0; i < scenario->entry_count; i++) {
        const AppliedEntry *other = scenario->entries[i].kind == &adjust_consideration ? adjust_other(adjust, &scenario->entries[i]) : NULL;
        sum = other ? program_add(adjust->program, sum, other->effects[line - kind->first]) : sum;
    }
    return sum;
}

static Slot there_is(Adjust *adjust, size_t company, LineId line)
{
    const Model *model = adjust->model;
    if (company < model->scenario->company_count)
        return row_printed(model, &model->sheets.items[adjust->sheet], company, line);
    Slot sum = line_is_in(model, adjust->sheet, model->chart->per_share.income) && adjust->entry->kind == &adjust_one_time_items ? charged(adjust, line) : SLOT_NONE;
    for (size_t i = 0; i < model->scenario->company_count; i++)
        sum = program_add(adjust->program, sum, row_printed(model, &model->sheets.items[adjust->sheet], i, line));
    return sum;
}

void adjust_require_there(Adjust *adjust, size_t company, LineId line, Slot amount, const char *doing, Place place)
{
    Slot there = there_is(adjust, company, line);
    if (amount == SLOT_NONE)
        return;
    there = there == SLOT_NONE ? adjust->program->zero : there;
    Text what = text_format(adjust->model->run->arena, "entry \"" TEXT_FORMAT "\" %s " TEXT_FORMAT " than is there", TEXT_ARGUMENTS(adjust->entry->name), doing,
                            TEXT_ARGUMENTS(chart_at(adjust->model->chart, line)->name));
    /* of an amount that is printed below 0 no more can be taken either */
    Slot within = adjust_op(adjust, OP_MULTIPLY, amount, adjust_op(adjust, OP_SUBTRACT, there, amount));
    model_require_told(adjust->model, &adjust->applied->conditions, adjust_op(adjust, OP_LESS_EQUAL, adjust->program->zero, within), PROBLEM_more_than_there_is, place, what,
                       "#m of #m", amount, there);
}

AppliedLeg *adjust_take(Adjust *adjust, size_t company, LineId line, Slot amount, Text label, Place place)
{
    AppliedLeg *leg = adjust_post_signed(adjust, line, -1, amount, label);
    if (leg)
        adjust_require_there(adjust, company, leg->line, amount, "takes more off", place);
    return leg;
}

Slot adjust_left_over(Adjust *adjust)
{
    return entry_residual(adjust->model, adjust->applied);
}

void adjust_figure(Adjust *adjust, int figure, Slot slot)
{
    adjust->applied->figures[figure] = slot;
}

Slot adjust_life(Adjust *adjust, Text name, const char *use, Slot amount, Slot years)
{
    Slot yearly = adjust_round(adjust, adjust_op(adjust, OP_DIVIDE, amount, years));
    *list_push(adjust->model->run->arena, &adjust->applied->lives) = (AppliedLife){name, text_of(use), amount, years, yearly};
    return yearly;
}

static void say(Adjust *adjust, Slot when, const char *words, va_list arguments)
{
    *list_push(adjust->model->run->arena, &adjust->applied->sayings) = saying_make(adjust->model->run->arena, when, words, arguments);
}

void adjust_say(Adjust *adjust, const char *words, ...)
{
    va_list arguments;
    va_start(arguments, words);
    say(adjust, SLOT_NONE, words, arguments);
    va_end(arguments);
}

void adjust_say_when(Adjust *adjust, Slot when, const char *words, ...)
{
    va_list arguments;
    va_start(arguments, words);
    say(adjust, when, words, arguments);
    va_end(arguments);
}

/* --- what must hold --- */

/* The acquirer's fiscal year that is shown first; false: none is. */
static bool find_first_year(WantedPeriod *out, const Scenario *scenario)
{
    enum { WEEK = 7 };
    bool found = false;
    for (size_t i = 0; i < scenario->period_count; i++) {
        WantedPeriod wanted = scenario->periods[i];
        Period span = wanted_period_span(wanted), year;
        bool twelve = wanted.months == 12 || wanted.weeks >= 52, known = twelve && company_year_of(&year, &scenario->companies[0].company, span);
        bool whole = twelve && (!known || (abs(year.start - span.start) <= WEEK && abs(year.end - span.end) <= WEEK));
        if (whole && (!found || span.end < wanted_period_span(*out).end))
            *out = wanted;
        found = found || whole;
    }
    return found;
}

bool adjust_bears_one_time(Adjust *adjust, const char *what)
{
    WantedPeriod first;
    const Sheet *sheet = &adjust->model->sheets.items[adjust->sheet];
    if (adjust_decides(adjust, DECISION_one_time) != ONE_TIME_keep || sheet->basis != BASIS_gaap)
        return false;
    if (find_first_year(&first, adjust->model->scenario))
        return wanted_period_equal(first, sheet->wanted);
    if (what)
        adjust_say(adjust, "#t that do not recur belong to the earliest fiscal year, which is not shown.", text_of(what));
    return false;
}

void adjust_require(Adjust *adjust, Slot holds, ProblemKind kind, Place place, const char *what)
{
    model_require(adjust->model, &adjust->applied->conditions, holds, kind, place, "entry \"" TEXT_FORMAT "\": %s", TEXT_ARGUMENTS(adjust->entry->name), what);
}

unsigned adjust_decides(Adjust *adjust, Decision decision)
{
    return deal_decides(adjust->model->scenario->deal, decision);
}

bool adjust_refuse(Adjust *adjust, Decision decision, Place place, const char *refused)
{
    return adjust->good = deal_refuses(adjust->model->run, adjust->model->scenario->deal, decision, place, text_of(refused));
}

/* --- spreading over time --- */

Slot adjust_months_of_life(Adjust *adjust, Slot years)
{
    double before = adjust_months_before(adjust);
    Slot life = adjust_op(adjust, OP_MULTIPLY, years, adjust_constant(adjust, 12, "months of a year"));
    Slot end = adjust_op(adjust, OP_MINIMUM, adjust_constant(adjust, before + adjust_months(adjust), "months to the end of the period"), life);
    Slot start = adjust_op(adjust, OP_MINIMUM, adjust_constant(adjust, before, "months before the period"), life);
    return adjust_op(adjust, OP_SUBTRACT, end, start);
}

Slot adjust_straight_line(Adjust *adjust, Slot amount, Slot years, Place place)
{
    Slot months = adjust_months_of_life(adjust, years), life = adjust_op(adjust, OP_MULTIPLY, years, adjust_constant(adjust, 12, "months of a year"));
    adjust_require(adjust, adjust_op(adjust, OP_LESS, adjust->program->zero, years), PROBLEM_negative_life, place, "a life is longer than 0 years");
    return adjust_round(adjust, adjust_op(adjust, OP_DIVIDE, adjust_op(adjust, OP_MULTIPLY, amount, months), life));
}
