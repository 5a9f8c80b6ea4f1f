/* Reading order: groups of a chart become lines; then names that refer to lines are resolved; then the look-ups. */
#include "statement/chart_build.h"

#include "statement/caption.h"

#include <string.h>

/* What a group says for its lines. */
typedef struct {
    const Setting *section, *into, *unit;
    Text heading;
} Inherited;

/* A line and the settings of it that are resolved when all lines are known. */
typedef struct {
    Line line;
    const Setting *setting, *section, *into, *same_as, *equals, *posts, *alone, *stands_for;
} Pending;

typedef struct {
    Run *run;
    Chart *chart;
    uint8_t statement;
    Pending *items;
    size_t count, capacity;
} Reading;

/* In the order of line_keys, where the flags stand last. */
enum { KEY_label, KEY_captions, KEY_section, KEY_into, KEY_heading, KEY_unit, KEY_same_as, KEY_equals, KEY_posts, KEY_alone, KEY_stands_for, LINE_KEYS = 21 };
static const char *const line_keys[] = {"label", "captions", "section", "into", "heading", "unit", "same_as", "equals", "posts", "alone", "stands_for", "grand", "stays", "opening", "closing", "debt", "liquid", "keeps_value",
                                        "never_absent", "recasts", "positive", NULL};
static const char *const statement_keys[] = {"title", "instant", "has_bases", "lines", NULL};
static const char *const chart_keys[] = {"ignored", "droppable", "synonyms", "roles", "statements", NULL};

static bool unit_read(UnitKind *out, Run *run, const Setting *setting)
{
    *out = UNIT_money;
    if (!setting || text_equal(setting->text, TEXT("money")))
        return true;
    *out = text_equal(setting->text, TEXT("per_share")) ? UNIT_per_share : UNIT_shares;
    if (*out == UNIT_per_share || text_equal(setting->text, TEXT("shares")))
        return true;
    return problem(run, PROBLEM_unknown_choice, setting->place, "there is no unit of a line \"" TEXT_FORMAT "\"; there are money, shares and per_share", TEXT_ARGUMENTS(setting->text));
}

static bool line_flags_read(Line *line, Run *run, const Setting *setting)
{
    return setting_read_boolean(&line->grand, run, setting, "grand") && setting_read_boolean(&line->stays, run, setting, "stays") &&
           setting_read_boolean(&line->opening, run, setting, "opening") && setting_read_boolean(&line->closing, run, setting, "closing") &&
           setting_read_boolean(&line->debt, run, setting, "debt") && setting_read_boolean(&line->liquid, run, setting, "liquid") &&
           setting_read_boolean(&line->never_absent, run, setting, "never_absent") && setting_read_boolean(&line->recasts, run, setting, "recasts") &&
           setting_read_boolean(&line->positive, run, setting, "positive") && setting_read_boolean(&line->keeps_value, run, setting, "keeps_value");
}

static const Setting *own_or(const Setting *setting, const char *name, const Setting *inherited)
{
    const Setting *own = setting_find(setting, name);
    return own ? own : inherited;
}

/* One pass over what a line says: a chart has hundreds of lines, of which most say two or three things. */
static bool line_keys_find(const Setting *found[LINE_KEYS], Run *run, const Setting *setting)
{
    for (size_t i = 0; i < setting->count; i++) {
        Text name = setting->children[i].name;
        size_t key = 0;
        while (key < LINE_KEYS && (line_keys[key][0] != name.start[0] || !text_equal(name, text_of(line_keys[key]))))
            key++;
        if (key == LINE_KEYS)
            return setting_check_keys(run, setting, line_keys);
        found[key] = &setting->children[i];
    }
    return found[KEY_label] ? setting_is(run, found[KEY_label], SETTING_text) : setting_need(run, setting, "label") != NULL;
}

static bool line_read(Reading *reading, const Setting *setting, Text name, const Inherited *inherited)
{
    Run *run = reading->run;
    const Setting *found[LINE_KEYS] = {0};
    if (!line_keys_find(found, run, setting))
        return false;
    Pending pending = {.setting = setting, .same_as = found[KEY_same_as], .equals = found[KEY_equals], .posts = found[KEY_posts], .alone = found[KEY_alone], .stands_for = found[KEY_stands_for]};
    pending.section = found[KEY_section] ? found[KEY_section] : inherited->section;
    pending.into = found[KEY_into] ? found[KEY_into] : inherited->into;
    Line *line = &pending.line;
    *line = (Line){.name = name, .heading = inherited->heading, .statement = reading->statement, .sign = 1, .same_sign = 1};
    line->into = line->equals = line->same_as = line->posts = line->alone = LINE_NONE;
    line->label = found[KEY_label]->text;
    bool good = !found[KEY_heading] || setting_read_text(&line->heading, run, setting, "heading");
    good = good && unit_read(&line->unit, run, found[KEY_unit] ? found[KEY_unit] : inherited->unit);
    for (size_t key = KEY_stands_for + 1; good && key < LINE_KEYS; key++)
        good = !found[key] || line_flags_read(line, run, setting);
    if (good)
        *list_push(run->arena, reading) = pending;
    return good;
}

static bool is_group_of_lines(const Setting *setting)
{
    for (size_t i = 0; i < setting->count; i++)
        if (setting->children[i].kind == SETTING_group)
            return true;
    return false;
}

static bool group_key_check(Run *run, const Setting *child)
{
    const Text group_keys[] = {TEXT("section"), TEXT("into"), TEXT("heading"), TEXT("unit")};
    for (size_t i = 0; i < sizeof group_keys / sizeof *group_keys; i++)
        if (text_equal(child->name, group_keys[i]))
            return true;
    return problem(run, PROBLEM_unknown_key, child->name_place, "a group of lines has no setting \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(child->name),
                   TEXT_ARGUMENTS(suggest_among(run->arena, child->name, group_keys, sizeof group_keys / sizeof *group_keys)));
}

/* A group that is there only for what its lines share, such as the total that they enter, adds nothing to their names. */
static Text path_of(Arena *arena, Text path, Text name)
{
    if (text_starts_with(name, TEXT("*")))
        return path;
    if (path.length == 0)
        return name;
    char *bytes = arena_allocate(arena, path.length + 1 + name.length);
    memcpy(bytes, path.start, path.length);
    bytes[path.length] = '.';
    memcpy(bytes + path.length + 1, name.start, name.length);
    return (Text){bytes, path.length + 1 + name.length};
}

static bool group_read(Reading *reading, const Setting *group, Text path, Inherited inherited)
{
    Run *run = reading->run;
    inherited.section = own_or(group, "section", inherited.section);
    inherited.into = own_or(group, "into", inherited.into);
    inherited.unit = own_or(group, "unit", inherited.unit);
    bool good = setting_read_text(&inherited.heading, run, group, "heading");
    for (size_t i = 0; i < group->count; i++) {
        const Setting *child = &group->children[i];
        Text name = path_of(run->arena, path, child->name);
        if (child->kind != SETTING_group) {
            good &= group_key_check(run, child);
        } else if (is_group_of_lines(child)) {
            good &= group_read(reading, child, name, inherited);
        } else {
            good &= line_read(reading, child, name, &inherited);
        }
    }
    return good;
}

static bool statement_read(Reading *reading, StatementKind *kind, const Setting *setting)
{
    Run *run = reading->run;
    *kind = (StatementKind){.name = setting->name, .first = (LineId)reading->count};
    const Setting *lines = setting_find(setting, "lines");
    if (!setting_check_keys(run, setting, statement_keys) || !setting_need_text(&kind->title, run, setting, "title") ||
        !setting_read_boolean(&kind->instant, run, setting, "instant") || !setting_read_boolean(&kind->has_bases, run, setting, "has_bases"))
        return false;
    if (!lines || lines->kind != SETTING_group)
        return problem(run, PROBLEM_setting_missing, setting->place, "statement \"" TEXT_FORMAT "\" has no lines", TEXT_ARGUMENTS(setting->name));
    if (!group_read(reading, lines, TEXT(""), (Inherited){0}))
        return false;
    kind->count = (LineId)(reading->count - kind->first);
    return true;
}

static bool statements_read(Reading *reading, const Setting *statements)
{
    Chart *chart = reading->chart;
    chart->statement_count = statements->count;
    chart->statements = arena_array(reading->run->arena, StatementKind, statements->count);
    bool good = true;
    for (size_t i = 0; i < statements->count && good; i++) {
        reading->statement = (uint8_t)i;
        good = statement_read(reading, &chart->statements[i], &statements->children[i]);
    }
    return good;
}

/* --- names --- */

static bool names_index(Reading *reading)
{
    Chart *chart = reading->chart;
    struct NameIndex *names = arena_new(reading->run->arena, struct NameIndex);
    size_t slots = 64;
    while (slots < 2 * reading->count)
        slots *= 2;
    names->mask = slots - 1;
    names->slots = arena_array(reading->run->arena, LineId, slots);
    memset(names->slots, 0xFF, slots * sizeof *names->slots);
    chart->names = names;
    for (size_t i = 0; i < reading->count; i++) {
        LineId *slot = chart_name_slot(chart, chart->lines[i].name);
        if (*slot != LINE_NONE)
            return problem(reading->run, PROBLEM_duplicate_key, reading->items[i].setting->name_place, "two statements have a line " TEXT_FORMAT,
                           TEXT_ARGUMENTS(chart->lines[i].name));
        *slot = (LineId)i;
    }
    return true;
}

/* --- references between lines --- */

/* Reads "-line:basis" of a setting; an absent or empty one leaves LINE_NONE. */
static bool reference_read(LineId *out, int8_t *sign, Basis *basis, Run *run, const Chart *chart, const Setting *setting)
{
    if (!setting || (setting->kind == SETTING_text && setting->text.length == 0))
        return true;
    Text name = setting->kind == SETTING_text ? setting->text : TEXT("");
    *sign = text_starts_with(name, TEXT("-")) ? -1 : 1;
    if (*sign < 0 || text_starts_with(name, TEXT("+")))
        name = text_slice(name, 1, name.length);
    size_t colon = text_find_char(name, ':', 0);
    bool known_basis = colon == name.length || basis_from_name(basis, text_slice(name, colon + 1, name.length));
    *out = chart_line(chart, text_slice(name, 0, colon));
    if (*out != LINE_NONE && known_basis)
        return true;
    if (*out != LINE_NONE)
        return problem(run, PROBLEM_unknown_line, setting->place, "\"" TEXT_FORMAT "\" ends with no basis; there are gaap and non_gaap", TEXT_ARGUMENTS(setting->text));
    return problem(run, PROBLEM_unknown_line, setting->place, "there is no line \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(name),
                   TEXT_ARGUMENTS(suggest(run->arena, chart_nearest_line(chart, text_slice(name, 0, colon)))));
}

/* Its rows are of the unit of the lines for which it stands, or a count of shares would be taken for an amount per share. */
static bool stands_for_resolve(Run *run, const Chart *chart, const Pending *pending, Line *line)
{
    Text *names = NULL;
    size_t count = 0;
    if (!setting_read_phrases(&names, &count, run, pending->setting, "stands_for"))
        return false;
    LineId *lines = arena_array(run->arena, LineId, count);
    for (size_t i = 0; i < count; i++) {
        lines[i] = chart_line(chart, names[i]);
        Place place = setting_phrase_place(pending->stands_for, i, names[i]);
        if (lines[i] == LINE_NONE)
            return problem(run, PROBLEM_unknown_line, place, "there is no line \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(names[i]),
                           TEXT_ARGUMENTS(suggest(run->arena, chart_nearest_line(chart, names[i]))));
        const Line *other = chart_at(chart, lines[i]);
        if (other->statement != line->statement || other->unit != line->unit)
            return problem(run, PROBLEM_unknown_line, place, TEXT_FORMAT " is a line of another statement or unit", TEXT_ARGUMENTS(other->name));
    }
    line->stands_for = lines;
    line->stands_for_count = (uint16_t)count;
    return true;
}

static bool line_resolve(Run *run, Chart *chart, const Pending *pending, Line *line)
{
    int8_t sign;
    Basis basis = BASIS_gaap;
    if (!reference_read(&line->into, &line->sign, &basis, run, chart, pending->into) ||
        !reference_read(&line->equals, &sign, &basis, run, chart, pending->equals) || !reference_read(&line->posts, &sign, &basis, run, chart, pending->posts) ||
        !reference_read(&line->alone, &sign, &basis, run, chart, pending->alone) ||
        !reference_read(&line->same_as, &line->same_sign, &line->same_basis, run, chart, pending->same_as))
        return false;
    if (line->into != LINE_NONE && line == &chart->lines[line->into])
        line->into = LINE_NONE; /* what its group says holds for the others */
    LineId inside[] = {line->into, line->equals, line->posts, line->alone};
    for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
        if (inside[i] != LINE_NONE && chart->lines[inside[i]].statement != line->statement)
            return problem(run, PROBLEM_unknown_line, pending->setting->name_place, TEXT_FORMAT " is a line of another statement",
                           TEXT_ARGUMENTS(chart->lines[inside[i]].name));
    return !pending->stands_for || stands_for_resolve(run, chart, pending, line);
}

/* What is posted to a total keeps its sign in the line that takes it. */
static bool posts_enter(Run *run, const Chart *chart, const Pending *pending)
{
    for (size_t i = 0; i < chart->line_count; i++) {
        LineId posts = chart->lines[i].posts;
        if (posts != LINE_NONE && (chart->lines[posts].into != i || chart->lines[posts].sign < 0))
            return problem(run, PROBLEM_unknown_line, pending[i].posts->place, TEXT_FORMAT " does not enter " TEXT_FORMAT " with a plus", TEXT_ARGUMENTS(chart->lines[posts].name),
                           TEXT_ARGUMENTS(chart->lines[i].name));
    }
    return true;
}

static bool totals_are_finite(Run *run, const Chart *chart, const Pending *pending)
{
    for (size_t i = 0; i < chart->line_count; i++) {
        size_t steps = 0;
        for (LineId at = chart->lines[i].into; at != LINE_NONE; at = chart->lines[at].into)
            if (++steps > chart->line_count)
                return problem(run, PROBLEM_unknown_line, pending[i].setting->name_place, TEXT_FORMAT " enters a total that enters itself",
                               TEXT_ARGUMENTS(chart->lines[i].name));
    }
    return true;
}

static void addends_collect(Chart *chart, Arena *arena)
{
    LineId *pool = arena_array(arena, LineId, chart->line_count), **ends = arena_array(arena, LineId *, chart->line_count);
    for (size_t i = 0; i < chart->line_count; i++)
        if (chart->lines[i].into != LINE_NONE)
            chart->lines[chart->lines[i].into].addend_count++;
    for (size_t i = 0; i < chart->line_count; i++) {
        Line *line = &chart->lines[i];
        line->is_total = line->addend_count > 0;
        line->addends = ends[i] = pool;
        pool += line->addend_count;
    }
    for (size_t i = 0; i < chart->line_count; i++)
        if (chart->lines[i].into != LINE_NONE)
            *ends[chart->lines[i].into]++ = (LineId)i;
}

/* Lines of one group share their sections, which are read once. */
typedef struct {
    const Setting *setting;
    Text *items;
    size_t count;
} Sections;

static bool sections_read(Sections *sections, Run *run, Chart *chart, const Setting *setting)
{
    if (setting == sections->setting)
        return true;
    *sections = (Sections){.setting = setting};
    if (setting && !setting_read_phrases(&sections->items, &sections->count, run, setting->parent, "section"))
        return false;
    for (size_t i = 0; i < sections->count; i++)
        sections->items[i] = caption_section(chart->captions, run->arena, sections->items[i]);
    return true;
}

/* A label is a caption too, so the chart need not say it twice. */
static bool captions_read(Run *run, Chart *chart, LineId line, const Pending *pending, const Sections *sections)
{
    const Setting *setting = pending->setting, *captions = setting_find(setting, "captions");
    Text *written = NULL;
    size_t count = 0;
    if (!setting_read_phrases(&written, &count, run, setting, "captions"))
        return false;
    bool good = true;
    for (size_t i = 0; i <= count; i++) {
        Text caption = i < count ? written[i] : chart->lines[line].label;
        Place place = i < count ? setting_phrase_place(captions, i, caption) : setting->name_place;
        bool once = sections->count == 0 || text_find_char(caption, ':', 0) < caption.length;
        for (size_t j = 0; j < (once ? 1 : sections->count); j++)
            good &= caption_add(run, chart, line, caption, once ? TEXT("") : sections->items[j], place);
    }
    return good;
}

static bool lines_resolve(Reading *reading)
{
    Chart *chart = reading->chart;
    Run *run = reading->run;
    chart->line_count = reading->count;
    chart->lines = arena_array(run->arena, Line, reading->count);
    chart->line_names = arena_array(run->arena, Text, reading->count);
    for (size_t i = 0; i < reading->count; i++) {
        chart->lines[i] = reading->items[i].line;
        chart->line_names[i] = chart->lines[i].name;
    }
    if (!names_index(reading))
        return false;
    bool good = true;
    Sections sections = {0};
    for (size_t i = 0; i < reading->count; i++) {
        good &= line_resolve(run, chart, &reading->items[i], &chart->lines[i]);
        good &= sections_read(&sections, run, chart, reading->items[i].section) &&
                captions_read(run, chart, (LineId)i, &reading->items[i], &sections);
    }
    if (!good || !posts_enter(run, chart, reading->items) || !totals_are_finite(run, chart, reading->items))
        return false;
    addends_collect(chart, run->arena);
    return true;
}

static bool roles_read(Run *run, Chart *chart, const Setting *roles)
{
    PerShareLines *lines = &chart->per_share;
    DealLines *deal = &chart->deal;
    struct {
        const char *name;
        LineId *line;
    } known[] = {
        {"revenue", &chart->revenue},           {"income", &lines->income},       {"common_income", &lines->common_income},
        {"basic_shares", &lines->basic_shares}, {"basic_eps", &lines->basic_eps}, {"diluted_shares", &lines->diluted_shares},
        {"diluted_eps", &lines->diluted_eps},   {"continuing", &lines->continuing}, {"preferred_dividends", &lines->preferred_dividends},
        {"attributable", &lines->attributable}, {"continuing_to_parent", &lines->continuing_to_parent},
        {"continuing_basic_eps", &lines->continuing_basic_eps}, {"continuing_diluted_eps", &lines->continuing_diluted_eps}, {"non_controlling_income", &lines->non_controlling_income}, {"minority_income", &lines->minority_income},
        {"gross_margin", &chart->gross_margin}, {"operating_income", &chart->operating_income},
        {"cash", &deal->cash},                  {"goodwill", &deal->goodwill},    {"intangibles", &deal->intangibles},
        {"assets", &deal->assets},              {"accrued", &deal->accrued},      {"deferred_revenue", &deal->deferred_revenue},
        {"debt", &deal->debt},                  {"deferred_tax", &deal->deferred_tax}, {"minority", &deal->minority},
        {"non_controlling", &deal->non_controlling}, {"all_equity", &deal->all_equity},
        {"deferred_credit", &deal->deferred_credit}, {"common_stock", &deal->common_stock}, {"deferred_compensation", &deal->deferred_compensation},
        {"retained_earnings", &deal->retained_earnings}, {"equity", &deal->equity}, {"amortization", &deal->amortization},
        {"interest_income", &deal->interest_income}, {"interest_expense", &deal->interest_expense}, {"pretax_income", &deal->pretax_income},
        {"income_tax", &deal->income_tax},      {"inventories", &deal->inventories}, {"investments", &deal->investments}, {"deal_costs", &deal->deal_costs}, {"bargain_gain", &deal->bargain_gain},
    };
    enum { ROLES = sizeof known / sizeof *known };
    const char *names[ROLES + 1] = {0};
    bool good = true;
    for (size_t i = 0; i < ROLES; i++) {
        int8_t sign;
        Basis basis;
        names[i] = known[i].name;
        *known[i].line = LINE_NONE;
        good &= reference_read(known[i].line, &sign, &basis, run, chart, setting_find(roles, known[i].name));
    }
    return good && (!roles || setting_check_keys(run, roles, names));
}

bool chart_build(Chart **out, Run *run, const Setting *root)
{
    if (!setting_check_keys(run, root, chart_keys))
        return false;
    Chart *chart = arena_new(run->arena, Chart);
    Reading reading = {.run = run, .chart = chart};
    const Setting *statements = setting_find(root, "statements");
    if (!statements || statements->kind != SETTING_group)
        return problem(run, PROBLEM_setting_missing, root->place, "the chart has no statements");
    if (!captions_create(&chart->captions, run, root) || !statements_read(&reading, statements) || !lines_resolve(&reading) ||
        !roles_read(run, chart, setting_find(root, "roles")))
        return false;
    *out = chart;
    return true;
}
