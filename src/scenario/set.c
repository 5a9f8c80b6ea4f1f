/* Reading order: one option, its setting in the tree, names that stay open, reported figures, names that are near. */
#include "scenario/set.h"

/* ---- one option ---- */

/* One option is one source, however many scenarios it is applied to: what is wrong with it is said once. */
static const Source *option_source(Run *run, Text option, Text text)
{
    for (size_t i = 0; i < run->sources.count; i++) {
        const Source *known = run->sources.items[i];
        if (text_equal(known->name, option) && text_equal(known->bytes, text))
            return known;
    }
    return source_add(&run->sources, run->arena, option, TEXT(""), text);
}

/* A name that stays open has no value. */
static void open_option(SetOption *out, Run *run, Text name, size_t open)
{
    const Source *source = option_source(run, TEXT("--vary"), name);
    Place place = {source->number, 0, (uint32_t)name.length};
    *out = (SetOption){.name = text_trim(source->bytes), .whole = place, .name_place = place, .value_place = place, .open = open};
}

static bool split_option(SetOption *out, Run *run, Text text)
{
    const Source *source = option_source(run, TEXT("--set"), text);
    text = source->bytes;
    size_t equals = text_find_char(text, '=', 0);
    out->name = text_trim(text_slice(text, 0, equals));
    out->value = text_trim(text_slice(text, equals + 1, text.length));
    uint32_t name = (uint32_t)(out->name.start - text.start), value = (uint32_t)(out->value.start - text.start);
    out->whole = (Place){source->number, 0, (uint32_t)text.length};
    out->name_place = (Place){source->number, name, name + (uint32_t)out->name.length};
    out->value_place = (Place){source->number, value, value + (uint32_t)out->value.length};
    if (equals == text.length || out->name.length == 0)
        return problem(run, PROBLEM_bad_usage, out->whole, "--set takes NAME=VALUE, such as deal.exchange_ratio=1.5");
    return true;
}

/* ---- its setting ---- */

/* Walks the words of a path as far as there are settings; `rest` is what is left of it. */
static const Setting *walk_path(const Setting *root, Text path, Text *rest)
{
    const Setting *at = root;
    while (path.length) {
        size_t dot = text_find_char(path, '.', 0);
        const Setting *next = setting_find_text(at, text_slice(path, 0, dot));
        if (!next)
            break;
        at = next;
        path = text_slice(path, dot + 1, path.length);
    }
    *rest = path;
    return at;
}

/* Of a setting that the scenario leaves out no value tells the type. */
static SettingKind kind_of_key(EntryKinds kinds, const Setting *group, Text key)
{
    static const struct {
        const char *key;
        SettingKind kind;
    } known[] = {
        {"periods", SETTING_list},     {"targets", SETTING_list},      {"names", SETTING_list},
        {"take", SETTING_list},        {"statements", SETTING_list},         {"assumptions", SETTING_list},  {"range", SETTING_list},
        {"join_days", SETTING_integer}, {"balance_days", SETTING_integer}, {"printed_increment", SETTING_boolean},
        {"apply", SETTING_boolean},    {"values", SETTING_list},       {"weights", SETTING_list},
        {"deductible", SETTING_boolean}, {"unroll", SETTING_boolean},  {"new_lines", SETTING_list},
        {"vary", SETTING_list},        {"show", SETTING_list},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (text_equal(key, text_of(known[i].key)))
            return known[i].kind;
    return scenario_key_setting(kinds, group, key);
}

/* A list of groups (the legs of an entry) has no text that could stand for it. */
static bool has_text(const Setting *setting)
{
    return setting->kind != SETTING_list || setting->count == 0 || (setting->children[0].kind != SETTING_group && setting->children[0].kind != SETTING_list);
}

const Setting *scenario_leg(const Setting *entry, Text line)
{
    const Setting *legs = setting_find(entry, "legs"), *found = NULL;
    for (size_t i = 0; legs && legs->kind == SETTING_list && i < legs->count; i++) {
        const Setting *written = setting_find(&legs->children[i], "line"), *amount = setting_find(&legs->children[i], "amount");
        if (!written || written->kind != SETTING_text || !text_equal(written->text, line))
            continue;
        if (found || !amount)
            return NULL;
        found = amount;
    }
    return found;
}

/* The setting that a name means; NULL: there is none, and `group` is as far as its words lead, with `rest` behind it. */
static const Setting *find_written(const Setting *root, Text name, const Setting **group, Text *rest)
{
    const Setting *input = walk_path(setting_find(root, "inputs"), name, rest);
    const Setting *value = input && rest->length == 0 ? setting_find(input, "value") : NULL;
    if (value)
        return value;
    *group = walk_path(root, name, rest);
    return rest->length ? scenario_leg(*group, *rest) : *group;
}

/* One that the scenario leaves out but could have (calendar, balance_days). */
static bool is_left_out(Run *run, EntryKinds kinds, const Setting *group, Text key)
{
    const char *const *keys = group->kind == SETTING_group ? scenario_keys(run->arena, kinds, group) : NULL;
    for (; keys && *keys; keys++)
        if (text_equal(key, text_of(*keys)))
            return true;
    return false;
}

/* Groups have no text; what an inverse leaves out is its entry's, and an entry that has legs of its own becomes none. */
static bool can_be_added(EntryKinds kinds, const Setting *group, Text key)
{
    static const char *const others[] = {"companies", "filings", "deal", "inputs", "correlations", "entries", "legs", "shares", "potential", "tranches", "convertibles", "prices", "verify", "studies", "inverse_of", "distribution"};
    if (setting_find(group, "inverse_of"))
        return false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (text_equal(key, text_of(others[i])))
            return false;
    return scenario_key_setting(kinds, group, key) != SETTING_group;
}

static Text path_below(Run *run, Text prefix, Text name)
{
    return text_format(run->arena, TEXT_FORMAT "%s" TEXT_FORMAT, TEXT_ARGUMENTS(prefix), prefix.length ? "." : "", TEXT_ARGUMENTS(name));
}

static void collect_paths(ScenarioPaths *out, Run *run, EntryKinds kinds, const Setting *group, Text prefix)
{
    const char *const *keys = scenario_keys(run->arena, kinds, group);
    for (size_t i = 0; i < group->count; i++) {
        const Setting *child = &group->children[i];
        Text path = path_below(run, prefix, child->name);
        if (child->kind == SETTING_group)
            collect_paths(out, run, kinds, child, path);
        else if (has_text(child))
            *list_push(run->arena, out) = (ScenarioPath){path, child};
    }
    for (; keys && *keys; keys++)
        if (can_be_added(kinds, group, text_of(*keys)) && !setting_find(group, *keys))
            *list_push(run->arena, out) = (ScenarioPath){path_below(run, prefix, text_of(*keys)), NULL};
}

ScenarioPaths scenario_paths(Run *run, EntryKinds kinds, const Setting *root)
{
    ScenarioPaths paths = {0};
    collect_paths(&paths, run, kinds, root, TEXT(""));
    return paths;
}

static bool apply_option(SetOption *option, Run *run, EntryKinds kinds, const Setting *root)
{
    Text rest;
    const Setting *group, *setting = find_written(root, option->name, &group, &rest);
    option->done = setting || is_left_out(run, kinds, group, rest);
    if (!option->done || (!setting && option->open))
        return true;
    if (!setting)
        setting = setting_add(run, group, rest, kind_of_key(kinds, group, rest), option->name_place);
    if (setting->kind == SETTING_group || !has_text(setting))
        return problem(run, option->open ? PROBLEM_cannot_vary : PROBLEM_bad_usage, option->name_place, "\"" TEXT_FORMAT "\" is a group of settings; %s takes one of them",
                       TEXT_ARGUMENTS(option->name), option->open ? "--vary" : "--set");
    option->setting = option->open ? setting : NULL; /* by then nothing more is added, which could move it */
    return option->open || setting_replace(run, setting, option->value, option->value_place);
}

static bool is_given(const SetOptions *options, const Setting *root, Text name)
{
    Text rest;
    const Setting *group, *setting = find_written(root, name, &group, &rest);
    for (size_t i = 0; i < options->count; i++)
        if (text_equal(options->items[i].name, name) || (setting && find_written(root, options->items[i].name, &group, &rest) == setting))
            return true;
    return false;
}

/* What the scenario's studies vary; mistakes in them are told of by who reads the ranges. */
static bool open_studied(SetOptions *out, Run *run, EntryKinds kinds, const Setting *root, size_t open)
{
    const Setting *studies = setting_find(root, "studies");
    bool good = true;
    for (size_t i = 0; studies && studies->kind == SETTING_group && i < studies->count; i++) {
        const Setting *vary = setting_find(&studies->children[i], "vary");
        for (size_t j = 0; vary && vary->kind == SETTING_list && j < vary->count; j++) {
            Text text = vary->children[j].kind == SETTING_text ? vary->children[j].text : TEXT("");
            Text name = text_trim(text_slice(text, 0, text_find_char(text, '=', 0)));
            if (name.length == 0 || open >= OPEN_MOST || is_given(out, root, name))
                continue;
            Place place = vary->children[j].place;
            SetOption *option = list_push(run->arena, out);
            *option = (SetOption){.name = name, .whole = place, .name_place = place, .value_place = place, .open = ++open, .of_study = true};
            good = apply_option(option, run, kinds, root) && good;
        }
    }
    return good;
}

bool sets_apply(SetOptions *out, Run *run, Scenario *scenario, const ScenarioOptions *options)
{
    bool good = true;
    *out = (SetOptions){0};
    for (size_t i = 0; i < options->set_count + options->open_count; i++) {
        SetOption *option = list_push(run->arena, out);
        bool split = true;
        if (i < options->set_count)
            split = split_option(option, run, options->sets[i]);
        else
            open_option(option, run, options->opens[i - options->set_count], i - options->set_count + 1);
        option->done = !split;
        good = split && apply_option(option, run, scenario->kinds, scenario->root) && good;
    }
    if (options->open_studies)
        good = open_studied(out, run, scenario->kinds, scenario->root, options->open_count) && good;
    scenario->open_count = out->count - options->set_count;
    scenario->opens = arena_array(run->arena, ScenarioOpen, scenario->open_count);
    for (size_t i = 0; i < scenario->open_count; i++)
        scenario->opens[i].kind = OPEN_setting;
    return good;
}

/* ---- names that stay open ---- */

static size_t input_of_setting(const Scenario *scenario, const Setting *setting)
{
    size_t at = 0;
    while (at < scenario->input_count && !(text_equal(scenario->inputs[at].name, setting->parent->name) && setting->parent->parent &&
                                           text_equal(scenario->inputs[at].group, setting->parent->parent->name)))
        at++;
    return text_equal(setting->name, TEXT("value")) ? at : scenario->input_count;
}

const Expression *sets_formula(Reading *reading, const Setting *setting, const Expression *formula)
{
    for (size_t i = 0; i < reading->options->count; i++) {
        const SetOption *option = &reading->options->items[i];
        if (!option->open || option->setting != setting)
            continue;
        Expression *number = arena_new(reading->run->arena, Expression);
        *number = (Expression){.kind = EXPRESSION_number, .place = formula->place, .open = (uint8_t)option->open, .operands = {formula}};
        reading->out->opens[option->open - 1].kind = OPEN_formula;
        return number;
    }
    return formula;
}

static void describe_open(Reading *reading, const SetOption *option)
{
    Scenario *out = reading->out;
    ScenarioOpen *open = &out->opens[option->open - 1];
    open->name = option->name;
    open->place = option->whole;
    open->setting = option->setting;
    if (!option->setting)
        return;
    size_t input = input_of_setting(out, option->setting);
    if (input < out->input_count) {
        open->kind = OPEN_input;
        open->input = input;
        open->unit = (UnitKind)out->inputs[input].unit.kind;
    }
}

/* Two names of one thing would each undo what the other does. */
static void check_twice(Reading *reading, const SetOptions *options, size_t index)
{
    const SetOption *option = &options->items[index];
    const Setting *group, *root = reading->out->root;
    Text rest;
    for (size_t i = 0; i < index; i++) {
        const SetOption *other = &options->items[i];
        bool same = option->setting ? option->setting == find_written(root, other->name, &group, &rest) : text_equal(option->name, other->name);
        if (same && option->open)
            reading->good = problem(reading->run, PROBLEM_bad_usage, option->whole, "\"" TEXT_FORMAT "\" is %s", TEXT_ARGUMENTS(option->name),
                                    other->open ? "varied twice" : "varied, and --set gives it one value");
    }
}

/* ---- reported figures ---- */

typedef struct {
    Text *items;
    size_t count, capacity;
} Names;

static Text near_name(const Reading *reading, Text name)
{
    Run *run = reading->run;
    const Scenario *scenario = reading->out;
    Names names = {0};
    size_t dot = text_find_char(name, '.', 0);
    Text head = text_slice(name, 0, dot), line = text_slice(name, dot + 1, text_find_char(name, '@', dot));
    for (size_t i = 0; i < scenario->input_count; i++)
        *list_push(run->arena, &names) = text_format(run->arena, TEXT_FORMAT "." TEXT_FORMAT, TEXT_ARGUMENTS(scenario->inputs[i].group), TEXT_ARGUMENTS(scenario->inputs[i].name));
    for (const char *const *key = scenario_keys(run->arena, scenario->kinds, scenario->root); *key; key++)
        *list_push(run->arena, &names) = text_of(*key);
    for (size_t i = 0; i < scenario->company_count && dot < name.length; i++) {
        Text id = scenario->companies[i].company.id, near = chart_nearest_line(reading->chart, line);
        *list_push(run->arena, &names) = text_format(run->arena, TEXT_FORMAT "." TEXT_FORMAT, TEXT_ARGUMENTS(id), TEXT_ARGUMENTS(near.length ? near : line));
        if (text_equal(id, head) && near.length)
            return names.items[names.count - 1];
    }
    ScenarioPaths paths = scenario_paths(run, scenario->kinds, scenario->root);
    for (size_t i = 0; i < paths.count; i++)
        *list_push(run->arena, &names) = paths.items[i].name;
    return nearest_name(name, names.items, names.count);
}

/* pro_forma.net_income, entries.NAME.LINE, a line alone: what is computed is set by what it is computed from. */
static bool is_computed(const Reading *reading, Text name)
{
    static const char *const heads[] = {"reclassifications", "adjustments", "autonomous_entity", "pro_forma", "entries"};
    Text whole = text_slice(name, 0, text_find_char(name, '@', 0));
    whole = text_slice(whole, 0, text_find_char(whole, ':', 0));
    size_t dot = text_find_char(whole, '.', 0);
    bool known = chart_line(reading->chart, whole) != LINE_NONE;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        bool headed = text_equal(text_slice(whole, 0, dot), text_of(heads[i]));
        for (size_t at = dot; headed && at < whole.length; at = text_find_char(whole, '.', at + 1))
            known = known || chart_line(reading->chart, text_slice(whole, at + 1, whole.length)) != LINE_NONE;
    }
    return known;
}

static void unknown_name(Reading *reading, const SetOption *option)
{
    if (is_computed(reading, option->name)) {
        reading->good = problem_as(reading->run, SEVERITY_usage, option->open ? PROBLEM_cannot_vary : PROBLEM_unknown_name, option->name_place,
                                   "\"" TEXT_FORMAT "\" is computed; an input or a company's figure can be %s", TEXT_ARGUMENTS(option->name), option->open ? "varied" : "set");
        return;
    }
    Text near = near_name(reading, option->name);
    reading->good = problem_as(reading->run, SEVERITY_usage, PROBLEM_unknown_name, option->name_place, "there is no \"" TEXT_FORMAT "\" to %s" TEXT_FORMAT,
                               TEXT_ARGUMENTS(option->name), option->open ? "vary" : "set", TEXT_ARGUMENTS(suggest(reading->run->arena, near)));
}

static bool is_company(const Scenario *scenario, Text id)
{
    for (size_t i = 0; i < scenario->company_count; i++)
        if (text_equal(scenario->companies[i].company.id, id))
            return true;
    return false;
}

static void resolve(Reading *reading, const SetOption *option)
{
    Scenario *out = reading->out;
    ScenarioSet set = {.place = option->whole, .open = (uint8_t)option->open};
    size_t dot = text_find_char(option->name, '.', 0);
    if (dot == option->name.length || !is_company(out, text_slice(option->name, 0, dot))) {
        unknown_name(reading, option);
        return;
    }
    if (!expression_parse_name(&set.name, reading->run, option->name, option->name_place)) {
        reading->good = false;
        return;
    }
    Text line = text_slice(set.name.name, dot + 1, set.name.name.length);
    if (chart_line(reading->chart, line) == LINE_NONE)
        unknown_name(reading, option);
    else if (!option->open && !printed_parse_scaled(&set.value, option->value))
        reading->good = problem(reading->run, PROBLEM_bad_amount, option->value_place, "\"" TEXT_FORMAT "\" is no amount", TEXT_ARGUMENTS(option->value));
    else
        out->sets[out->set_count++] = set;
    if (option->open) {
        out->opens[option->open - 1].kind = OPEN_figure;
        out->opens[option->open - 1].unit = chart_line(reading->chart, line) == LINE_NONE ? UNIT_none : (UnitKind)chart_at(reading->chart, chart_line(reading->chart, line))->unit;
    }
}

void sets_resolve(Reading *reading, const SetOptions *options)
{
    reading->out->sets = arena_array(reading->run->arena, ScenarioSet, options->count);
    for (size_t i = 0; i < options->count; i++) {
        if (options->items[i].open)
            describe_open(reading, &options->items[i]);
        if (!options->items[i].done && (reading->good || !options->items[i].of_study)) /* what a study names may follow from another mistake */
            resolve(reading, &options->items[i]);
        check_twice(reading, options, i);
    }
}
