/* The shares issued: a formula, or one of the two rules that make one. Reading order: formulas made, the rules, the settings. */
#include "scenario/name.h"
#include "scenario/reading.h"

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

static bool is_input(const Made *made, Text name)
{
    return name_resolve(made->reading->out, made->reading->chart, name).kind == NAMED_input;
}

/* deal.ID_NAME, the target's own, or deal.NAME, which may be shared by several. Where not all names could be read, none is said to be missing. */
static Text input_of(Made *made, Text target, const char *name, bool shared)
{
    Reading *reading = made->reading;
    Text own = text_format(reading->run->arena, "deal." TEXT_FORMAT "_%s", TEXT_ARGUMENTS(target), name), common = text_format(reading->run->arena, "deal.%s", name);
    if (is_input(made, own))
        return own;
    if (!shared && reading->out->target_count > 1)
        common = own;
    if (made->good && reading->names_known && !is_input(made, common))
        made->good = problem(reading->run, PROBLEM_unknown_name, made->place,
                             "there is no input \"" TEXT_FORMAT "\", with which the rule \"%s\" counts the shares issued; add it, or write them as \"issued\"", TEXT_ARGUMENTS(common), made->rule);
    return common;
}

static void add_term(Made *made, const Expression *term, Text text)
{
    made->formula = made->formula ? made_operation(made, EXPRESSION_add, made->formula, term) : term;
    text_append_format(&made->text, "%s" TEXT_FORMAT, made->text.count ? " + " : "", TEXT_ARGUMENTS(text));
}

static void add_at_ratio(Made *made, Text target, Text counted)
{
    Text ratio = input_of(made, target, "exchange_ratio", true);
    add_term(made, made_operation(made, EXPRESSION_multiply, made_name(made, counted), made_name(made, ratio)),
             text_format(made->reading->run->arena, TEXT_FORMAT " * " TEXT_FORMAT, TEXT_ARGUMENTS(counted), TEXT_ARGUMENTS(ratio)));
}

/* ---- the rules ---- */

static bool hands_out_shares(const ScenarioEntry *entry)
{
    for (const EntryFigure *figure = entry->kind && entry->kind->purchase ? entry->kind->figures : NULL; figure && figure->name; figure++)
        if (text_equal(text_of(figure->name), TEXT("shares_issued")))
            return true;
    return false;
}

static bool issues(const Scenario *scenario, const ScenarioEntry *entry)
{
    return hands_out_shares(entry) && scenario_entry_in_force(scenario, entry);
}

static bool any_issues(const Scenario *scenario)
{
    for (size_t i = 0; i < scenario->entry_count; i++)
        if (issues(scenario, &scenario->entries[i]))
            return true;
    return false;
}

/* By the mix of stock and cash, and the ratio, of the entries of the target's purchase; false: it has none. */
static bool add_as_agreed(Made *made, Text target, Text counted)
{
    const Scenario *scenario = made->reading->out;
    bool added = false;
    for (size_t i = 0; i < scenario->entry_count; i++) {
        if (!issues(scenario, &scenario->entries[i]) || !text_equal(scenario->entries[i].company, target))
            continue;
        Text each = text_format(made->reading->run->arena, "entries." TEXT_FORMAT ".shares_per_target_share", TEXT_ARGUMENTS(scenario->entries[i].name));
        add_term(made, made_operation(made, EXPRESSION_multiply, made_name(made, counted), made_name(made, each)),
                 text_format(made->reading->run->arena, TEXT_FORMAT " * " TEXT_FORMAT, TEXT_ARGUMENTS(counted), TEXT_ARGUMENTS(each)));
        added = true;
    }
    return added;
}

static void weighted_average(Made *made)
{
    const Reading *reading = made->reading;
    LineId basic = reading->chart->per_share.basic_shares;
    for (size_t i = 0; basic != LINE_NONE && i < reading->out->target_count; i++) {
        Text target = reading->out->targets[i];
        Text counted = text_format(reading->run->arena, TEXT_FORMAT "." TEXT_FORMAT, TEXT_ARGUMENTS(target), TEXT_ARGUMENTS(chart_at(reading->chart, basic)->name));
        if (!add_as_agreed(made, target, counted))
            add_at_ratio(made, target, counted);
    }
}

static void outstanding_at_closing(Made *made)
{
    const Scenario *scenario = made->reading->out;
    for (size_t i = 0; i < scenario->entry_count; i++)
        if (issues(scenario, &scenario->entries[i])) {
            Text name = text_format(made->reading->run->arena, "entries." TEXT_FORMAT ".shares_issued", TEXT_ARGUMENTS(scenario->entries[i].name));
            add_term(made, made_name(made, name), name);
        }
    for (size_t i = 0; !any_issues(scenario) && i < scenario->target_count; i++)
        add_at_ratio(made, scenario->targets[i], input_of(made, scenario->targets[i], "shares_outstanding", false));
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
