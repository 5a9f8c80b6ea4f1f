/* The shares issued: a formula, or one of the two rules that make one. Reading order: formulas made, the rules, the settings. */
#include "scenario/name.h"
#include "scenario/reading.h"

#define RATIO "deal.exchange_ratio"
#define OUTSTANDING "deal.shares_outstanding"

/* ---- formulas made ---- */

/* As if it stood where the rule is asked for. */
typedef struct {
    Reading *reading;
    Place place;
    const char *rule;
    const Expression *formula;
    TextBuilder text;
    bool good;
} Made;

static const Expression *made_name(Made *made, Text name)
{
    Expression *out = arena_new(made->reading->run->arena, Expression);
    *out = (Expression){.kind = EXPRESSION_name, .place = made->place, .name = name};
    return out;
}

static const Expression *made_operation(Made *made, ExpressionKind kind, const Expression *left, const Expression *right)
{
    Expression *out = arena_new(made->reading->run->arena, Expression);
    *out = (Expression){.kind = kind, .place = made->place, .operands = {left, right}};
    return out;
}

/* Where the names of inputs could not all be read, none is said to be missing. */
static void need_input(Made *made, const char *name)
{
    Reading *reading = made->reading;
    if (reading->names_known && name_resolve(reading->out, reading->chart, text_of(name)).kind == NAMED_nothing)
        made->good = problem(reading->run, PROBLEM_unknown_name, made->place, "there is no input \"%s\", with which the rule \"%s\" counts the shares issued; add it, or write them as \"issued\"",
                             name, made->rule);
}

static void add_term(Made *made, Text counted, bool at_ratio)
{
    Text term = at_ratio ? text_format(made->reading->run->arena, TEXT_FORMAT " * " RATIO, TEXT_ARGUMENTS(counted)) : counted;
    const Expression *formula = made_name(made, counted);
    if (at_ratio)
        formula = made_operation(made, EXPRESSION_multiply, formula, made_name(made, TEXT(RATIO)));
    made->formula = made->formula ? made_operation(made, EXPRESSION_add, made->formula, formula) : formula;
    text_append_format(&made->text, "%s" TEXT_FORMAT, made->text.count ? " + " : "", TEXT_ARGUMENTS(term));
}

/* ---- the rules ---- */

static bool hands_out_shares(const ScenarioEntry *entry)
{
    for (const EntryFigure *figure = entry->kind && entry->kind->purchase ? entry->kind->figures : NULL; figure && figure->name; figure++)
        if (text_equal(text_of(figure->name), TEXT("shares_issued")))
            return true;
    return false;
}

/* Does the entry issue shares? Not one that is off, or that another takes back. */
static bool issues(const Scenario *scenario, size_t index)
{
    const ScenarioEntry *entry = &scenario->entries[index];
    bool out = hands_out_shares(entry) && !entry->off && !entry->inverse_of.length;
    for (size_t i = index + 1; out && i < scenario->entry_count; i++)
        out = scenario->entries[i].off || !scenario->entries[i].inverse_of.length || scenario->entries[i].inverted != index;
    return out;
}

static bool any_issues(const Scenario *scenario)
{
    for (size_t i = 0; i < scenario->entry_count; i++)
        if (issues(scenario, i))
            return true;
    return false;
}

static void weighted_average(Made *made)
{
    const Reading *reading = made->reading;
    LineId basic = reading->chart->per_share.basic_shares;
    need_input(made, RATIO);
    for (size_t i = 0; basic != LINE_NONE && i < reading->out->target_count; i++)
        add_term(made, text_format(reading->run->arena, TEXT_FORMAT "." TEXT_FORMAT, TEXT_ARGUMENTS(reading->out->targets[i]), TEXT_ARGUMENTS(chart_at(reading->chart, basic)->name)), true);
}

static void outstanding_at_closing(Made *made)
{
    Reading *reading = made->reading;
    const Scenario *scenario = reading->out;
    for (size_t i = 0; i < scenario->entry_count; i++)
        if (issues(scenario, i))
            add_term(made, text_format(reading->run->arena, "entries." TEXT_FORMAT ".shares_issued", TEXT_ARGUMENTS(scenario->entries[i].name)), false);
    if (made->formula)
        return;
    need_input(made, OUTSTANDING);
    need_input(made, RATIO);
    if (scenario->target_count > 1)
        made->good = problem(reading->run, PROBLEM_setting_missing, made->place,
                             "\"issued\" is missing: " OUTSTANDING " counts the shares of one target, and there are several without an entry of their consideration");
    add_term(made, TEXT(OUTSTANDING), true);
}

/* ---- the settings ---- */

void read_issued(Reading *reading, const Setting *shares)
{
    static const char *const rules[] = {"weighted_average", "outstanding_at_closing", NULL};
    Scenario *out = reading->out;
    bool formula = setting_find(shares, "issued") != NULL;
    int rule = read_choice(reading, shares, "rule", rules, formula ? -1 : any_issues(out));
    out->issued_rule = rule < 0 ? ISSUED_formula : rule == 0 ? ISSUED_weighted_average : ISSUED_outstanding_at_closing;
    if (formula) {
        read_formula(reading, &out->issued, &out->issued_text, shares, "issued");
        return;
    }
    if (setting_mistyped(reading->run, shares, TEXT("issued")))
        return;
    Made made = {.reading = reading, .place = setting_find(shares, "rule") ? place_of_setting(shares, "rule") : shares->name_place, .rule = rules[rule],
                 .text = {.arena = reading->run->arena}, .good = true};
    if (rule == 0)
        weighted_average(&made);
    else
        outstanding_at_closing(&made);
    reading->good &= made.good;
    out->issued = made.good ? made.formula : NULL;
    out->issued_text = text_builder_text(&made.text);
}
