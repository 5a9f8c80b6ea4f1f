/* Reading order: the keys, groups, simple values, values of the domain, names. */
#include "scenario/reading.h"

#include "scenario/set.h"

#include <math.h>

/* ---- the keys ---- */

static const char *const root_keys[] = {"title", "reporting_unit", "periods", "statements", "calendar", "chart", "acquirer", "targets", "companies",
                                        "deal", "inputs", "correlations", "entries", "shares", "verify", "studies", "assumptions", NULL};
static const char *const company_keys[] = {"title", "label", "names", "fiscal_year_end", "chart", "filings", "join_days", "balance_days",
                                           "balance_date", "currency", "missing", "split", NULL};
static const char *const split_keys[] = {"day", "ratio", NULL};
static const char *const deal_keys[] = {"announced", "closed", "filed", "balance_sheet", "regime", "form", "method", "accounting_acquirer",
                                        "prior_holding", NULL};
static const char *const filing_keys[] = {"file", "filed", "take", "presentation", "assumption", "split", NULL};
static const char *const input_keys[] = {"value", "unit", "source", "range", "distribution", NULL};
static const char *const correlation_keys[] = {"inputs", "coefficient", NULL};
static const char *const shares_keys[] = {"method", "rule", "issued", "potential", "tranches", "convertibles", "prices", NULL};
static const char *const potential_keys[] = {"shares", "printed_increment", NULL};
static const char *const price_keys[] = {"period", "average", "closing", NULL};
static const char *const verify_keys[] = {"name", "period", "basis", "value", "source", NULL};
static const char *const study_keys[] = {"title", "vary", "show", "period", "basis", "column", NULL};

enum { DEEPEST = 6 };

/* Which group has which keys, by its path from the root; * stands for any name. */
static const struct KeyGroup {
    const char *path[DEEPEST];
    const char *const *keys;
    const char *const *(*keys_of)(const Setting *group); /* where they depend on what the group says */
    const EntryKey *table;                               /* where they have types */
} groups[] = {
    {{NULL}, .keys = root_keys},
    {{"companies", "*"}, .keys = company_keys},
    {{"companies", "*", "filings", "*"}, .keys = filing_keys},
    {{"companies", "*", "split"}, .keys = split_keys},
    {{"companies", "*", "split", "*"}, .keys = split_keys},
    {{"companies", "*", "filings", "*", "split"}, .keys = split_keys},
    {{"companies", "*", "filings", "*", "split", "*"}, .keys = split_keys},
    {{"deal"}, .keys = deal_keys},
    {{"inputs", "*", "*"}, .keys = input_keys},
    {{"inputs", "*", "*", "distribution"}, .keys_of = distribution_keys},
    {{"correlations", "*"}, .keys = correlation_keys},
    {{"shares"}, .keys = shares_keys},
    {{"shares", "potential", "*"}, .keys = potential_keys},
    {{"shares", "prices", "*"}, .keys = price_keys},
    {{"shares", "tranches", "*"}, .table = tranche_keys},
    {{"shares", "tranches", "*", "outstanding", "*"}, .table = span_keys},
    {{"shares", "convertibles", "*"}, .table = convertible_keys},
    {{"shares", "convertibles", "*", "outstanding", "*"}, .table = span_keys},
    {{"verify", "*"}, .keys = verify_keys},
    {{"studies", "*"}, .keys = study_keys},
};
enum { GROUPS = sizeof groups / sizeof *groups };

static bool path_matches(const char *const path[DEEPEST], const Setting *group, int depth)
{
    for (int i = depth; i-- > 0; group = group->parent) {
        Text word = text_of(path[i]);
        if (!text_equal(word, TEXT("*")) && !text_equal(word, group->name))
            return false;
    }
    return depth == DEEPEST || !path[depth];
}

/* NULL: it has no keys of its own; what lies inside an entry has those of the entry's kind. */
static const struct KeyGroup *find_keys(bool *of_entry, const Setting *group)
{
    const Setting *top = group;
    int depth = 0;
    for (const Setting *at = group; at->parent; at = at->parent, depth++)
        top = at;
    *of_entry = depth > 1 && text_equal(top->name, TEXT("entries"));
    for (int i = 0; !*of_entry && i < GROUPS && depth <= DEEPEST; i++)
        if (path_matches(groups[i].path, group, depth))
            return &groups[i];
    return NULL;
}

const char *const *scenario_keys(Arena *arena, EntryKinds kinds, const Setting *group)
{
    bool of_entry;
    const struct KeyGroup *found = find_keys(&of_entry, group);
    if (!found)
        return of_entry ? entry_keys(arena, kinds, group) : NULL;
    if (found->table)
        return key_names(arena, found->table);
    return found->keys_of ? found->keys_of(group) : found->keys;
}

SettingKind scenario_key_setting(EntryKinds kinds, const Setting *group, Text key)
{
    bool of_entry;
    const struct KeyGroup *found = find_keys(&of_entry, group);
    return of_entry ? entry_key_setting(kinds, group, key) : key_setting(found ? found->table : NULL, key);
}

/* ---- groups ---- */

bool read_element(Reading *reading, const Setting *element)
{
    const char *const *keys = scenario_keys(reading->run->arena, reading->out->kinds, element);
    bool good = setting_is(reading->run, element, SETTING_group);
    if (good && keys)
        reading->good &= setting_check_keys(reading->run, element, keys);
    reading->good &= good;
    reading->names_known &= good; /* what is no group may be one that formulas refer to */
    return good;
}

const Setting *read_group(Reading *reading, const Setting *parent, const char *name)
{
    const Setting *group = setting_find(parent, name);
    return group && read_element(reading, group) ? group : NULL;
}

static bool bad_name(Reading *reading, const Setting *named, const char *what)
{
    static const char *const taken[] = {"pro_forma", "reclassifications", "adjustments", "autonomous_entity", "entries", "analysis"};
    for (size_t i = 0; i < named->name.length; i++)
        if (named->name.start[i] == '-' || named->name.start[i] == '*')
            return !problem(reading->run, PROBLEM_bad_name, named->name_place, "\"" TEXT_FORMAT "\" cannot be the name of %s: it has letters, digits and _ only",
                            TEXT_ARGUMENTS(named->name), what);
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (text_equal(named->name, text_of(taken[i])))
            return !problem(reading->run, PROBLEM_bad_name, named->name_place, "\"%s\" means a column of the report and cannot be the name of %s", taken[i], what);
    return false;
}

void check_named(Reading *reading, const Setting *named, const char *what)
{
    if (bad_name(reading, named, what))
        reading->good = reading->names_known = false;
}

/* ---- simple values ---- */

Place place_of_setting(const Setting *group, const char *name)
{
    const Setting *setting = setting_find(group, name);
    return setting ? setting->place : group->name_place;
}

void read_text(Reading *reading, Text *out, const Setting *group, const char *name)
{
    reading->good &= setting_read_text(out, reading->run, group, name);
}

/* An empty text says no more than none. */
void need_text(Reading *reading, Text *out, const Setting *group, const char *name)
{
    Text text = {0};
    reading->good &= setting_need_text(&text, reading->run, group, name);
    if (text.start && text_trim(text).length == 0)
        reading->good = problem(reading->run, PROBLEM_setting_missing, place_of_setting(group, name), "\"%s\" is empty", name);
    else if (text.start)
        *out = text;
}

int read_choice(Reading *reading, const Setting *group, const char *name, const char *const words[], int absent)
{
    enum { MOST_WORDS = 8 };
    Text word = {0}, all[MOST_WORDS];
    size_t count = 0;
    read_text(reading, &word, group, name);
    if (!word.start)
        return absent;
    for (; words[count] && count < MOST_WORDS; count++) {
        all[count] = text_of(words[count]);
        if (text_equal(word, all[count]))
            return (int)count;
    }
    reading->good = problem(reading->run, PROBLEM_unknown_choice, place_of_setting(group, name), "there is no %s \"" TEXT_FORMAT "\"" TEXT_FORMAT, name, TEXT_ARGUMENTS(word),
                            TEXT_ARGUMENTS(suggest_among(reading->run->arena, word, all, count)));
    return absent;
}

void read_days(Reading *reading, int *out, const Setting *group, const char *name, int most)
{
    int64_t days = 0;
    reading->good &= setting_read_integer(&days, reading->run, group, name);
    if (days < 0 || days > most)
        reading->good = problem(reading->run, PROBLEM_out_of_range, place_of_setting(group, name), "%s must be 0 to %d days, not %lld", name, most, (long long)days);
    else
        *out = (int)days;
}

/* ---- values of the domain ---- */

static bool bad_date(Reading *reading, Text text, Place place, const char *what)
{
    return reading->good = problem(reading->run, PROBLEM_bad_date, place, "\"" TEXT_FORMAT "\" is no %s", TEXT_ARGUMENTS(text), what);
}

void read_date(Reading *reading, Day *out, const Setting *group, const char *name)
{
    Text text = {0};
    read_text(reading, &text, group, name);
    *out = DAY_NONE;
    if (text.start && !day_parse(out, text))
        bad_date(reading, text, place_of_setting(group, name), "date");
}

void read_periods(Reading *reading, WantedPeriod **out, size_t *count, const Setting *group, const char *name)
{
    Text *texts = NULL;
    if (!setting_read_texts(&texts, count, reading->run, group, name)) {
        reading->good = false;
        *count = 0;
        return;
    }
    const Setting *list = setting_find(group, name);
    *out = arena_array(reading->run->arena, WantedPeriod, *count);
    for (size_t i = 0; i < *count; i++)
        if (!wanted_period_parse(&(*out)[i], texts[i]))
            bad_date(reading, texts[i], list->children[i].place, "period");
}

void read_period(Reading *reading, WantedPeriod *out, bool *has, const Setting *group, const char *name)
{
    Text text = {0};
    read_text(reading, &text, group, name);
    *has = text.start != NULL;
    if (*has && !wanted_period_parse(out, text))
        bad_date(reading, text, place_of_setting(group, name), "period");
}

void read_basis(Reading *reading, Basis *out, bool *has, const Setting *group, const char *name)
{
    static const char *const words[] = {"gaap", "non_gaap", NULL};
    int choice = read_choice(reading, group, name, words, -1);
    *has = choice >= 0;
    *out = choice == 1 ? BASIS_non_gaap : BASIS_gaap;
}

bool read_printed(Reading *reading, Printed *out, const Setting *setting)
{
    bool number = setting->kind == SETTING_integer || setting->kind == SETTING_real;
    if (!number && !setting_is(reading->run, setting, SETTING_text))
        return reading->good = false;
    Text written = number ? source_text(&reading->run->sources, setting->place) : setting->text;
    if (printed_parse_scaled(out, written))
        return true;
    /* 1e-3, 0x10 and 5L have other digits than their value */
    double value = setting->kind == SETTING_integer ? (double)setting->integer : setting->real;
    if (number && printed_parse(out, amount_plain(reading->run->arena, value)))
        return true;
    return reading->good = problem(reading->run, PROBLEM_bad_amount, setting->place, "\"" TEXT_FORMAT "\" is no amount", TEXT_ARGUMENTS(written));
}

bool read_in_unit(Reading *reading, InputNumber *out, const Setting *setting, Unit unit)
{
    bool scaled = unit.kind == UNIT_money || unit.kind == UNIT_shares;
    if (!read_printed(reading, &out->written, setting) || unit.kind == UNIT_none)
        return reading->good = false;
    Unit *written = &out->written.unit;
    if (!scaled && written->scale)
        return reading->good = problem(reading->run, PROBLEM_bad_amount, setting->place, "a " TEXT_FORMAT " takes no scale word",
                                       TEXT_ARGUMENTS(unit_name(reading->run->arena, unit)));
    *written = (Unit){unit.kind, written->scale ? written->scale : unit.scale};
    Printed fraction = out->written;
    fraction.decimals = (uint8_t)(fraction.decimals + (unit.kind == UNIT_percent ? 2 : 0));
    out->number = printed_to_double(fraction, scaled ? reading->out->reporting.scale : 0);
    if (unit.kind == UNIT_money && fabs(out->number) > (double)MONEY_LARGEST)
        return reading->good = problem(reading->run, PROBLEM_amount_overflow, setting->place, TEXT_FORMAT " is beyond 2^50 " TEXT_FORMAT,
                                       TEXT_ARGUMENTS(source_text(&reading->run->sources, setting->place)), TEXT_ARGUMENTS(unit_name(reading->run->arena, reading->out->reporting)));
    return true;
}

void need_expression(Reading *reading, const Expression **out, Text *text, const Setting *group, const char *name)
{
    Text written = {0};
    need_text(reading, &written, group, name);
    if (!written.start)
        return;
    *text = written;
    bool parsed = expression_parse(out, reading->run, written, place_of_setting(group, name));
    reading->good &= parsed;
    if (parsed)
        *out = sets_formula(reading, setting_find(group, name), *out);
}

/* ---- names ---- */

static bool unknown_kind(Reading *reading, Text text, Place place)
{
    return reading->good = problem(reading->run, PROBLEM_unknown_statement, place, "there is no statement \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(text),
                                   TEXT_ARGUMENTS(chart_suggest_statement(reading->chart, reading->run->arena, text)));
}

static bool unknown_basis(Reading *reading, Text statement, Text basis, Place place)
{
    return reading->good = problem(reading->run, PROBLEM_unknown_statement, place, "of \"" TEXT_FORMAT "\" there is no basis \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(statement),
                                   TEXT_ARGUMENTS(basis), TEXT_ARGUMENTS(basis_suggest(reading->run->arena, basis)));
}

bool read_kind(Reading *reading, TakenKind *out, Text text, Place place)
{
    size_t dot = text_find_char(text, '.', 0);
    Text statement = text_slice(text, 0, dot), basis_text = text_slice(text, dot + 1, text.length);
    int kind = chart_statement(reading->chart, statement);
    Basis basis = BASIS_gaap;
    bool has_basis = dot < text.length;
    if (kind < 0)
        return unknown_kind(reading, statement, place);
    if (has_basis && !basis_from_name(&basis, basis_text))
        return unknown_basis(reading, statement, basis_text, place);
    bool bases = reading->chart->statements[kind].has_bases;
    if (!bases && basis != BASIS_gaap)
        return reading->good = problem(reading->run, PROBLEM_unknown_statement, place, "of \"" TEXT_FORMAT "\" there is gaap only", TEXT_ARGUMENTS(statement));
    *out = (TakenKind){(uint8_t)kind, basis, bases && !has_basis, place};
    return true;
}

void read_kinds(Reading *reading, TakenKind **out, size_t *count, const Setting *group, const char *name)
{
    Text *texts = NULL;
    size_t named = 0;
    if (!setting_read_texts(&texts, &named, reading->run, group, name)) {
        reading->good = false;
        return;
    }
    const Setting *list = setting_find(group, name);
    *out = arena_array(reading->run->arena, TakenKind, named);
    for (size_t i = 0; i < named; i++)
        *count += read_kind(reading, &(*out)[*count], texts[i], list->children[i].place);
}

static bool unknown_company(Reading *reading, const Setting *companies, Text id, Place place)
{
    Arena *arena = reading->run->arena;
    Text *ids = arena_array(arena, Text, companies->count);
    for (size_t i = 0; i < companies->count; i++)
        ids[i] = companies->children[i].name;
    for (size_t i = 0; i < reading->unknown_companies.count; i++)
        if (text_equal(reading->unknown_companies.items[i], id))
            return false;
    *list_push(arena, &reading->unknown_companies) = id;
    return problem(reading->run, PROBLEM_unknown_company, place, "the scenario has no company \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(id),
                   TEXT_ARGUMENTS(suggest_among(arena, id, ids, companies->count)));
}

bool check_company(Reading *reading, Text id, Place place)
{
    const Setting *companies = setting_find(reading->out->root, "companies");
    if (setting_find_text(companies, id))
        return true;
    if (companies && companies->kind == SETTING_group)
        unknown_company(reading, companies, id, place);
    return reading->good = reading->names_known = false;
}
