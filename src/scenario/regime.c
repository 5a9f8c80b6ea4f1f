/* Reading order: decisions, a regime of the file, the file, finding, days that are known, selection, words. */
#include "scenario/regime.h"

/* ---- decisions ---- */

#define WORD(name, word) #word,
#define DECISION(axis, name, words) static const char *const words_of_##name[] = {words NULL};
#include "scenario/decision_list.h"
#undef DECISION
#undef WORD

static const struct {
    Axis axis;
    const char *name;
    const char *const *words;
} decisions[DECISION_COUNT] = {
#define DECISION(axis, name, words) {AXIS_##axis, #name, words_of_##name},
#include "scenario/decision_list.h"
#undef DECISION
};

static const char *const axis_names[AXES] = {"accounting", "form", "per_share"};

Axis decision_axis(Decision decision)
{
    return decisions[decision].axis;
}

/* ---- a regime of the file ---- */

static const struct {
    const char *key, *words;
} day_kinds[DAY_KINDS] = {
    {"initiated", "initiated"},
    {"closed", "closed"},
    {"fiscal_year_begins", "closed in a fiscal year of the acquirer that begins"},
    {"fiscal_year_ends", "closed in a fiscal year of the acquirer that ends"},
    {"filed", "filed"},
    {"period_ends", "for periods that end"},
};

static bool start_read(RegimeStarts *out, Run *run, const Setting *start)
{
    RegimeStart read = {0};
    while (read.kind < DAY_KINDS && !text_equal(start->name, text_of(day_kinds[read.kind].key)))
        read.kind++;
    if (read.kind == DAY_KINDS)
        return problem(run, PROBLEM_unknown_key, start->name_place, "\"" TEXT_FORMAT "\" is no day by which rules are told apart", TEXT_ARGUMENTS(start->name));
    if (!setting_is(run, start, SETTING_text))
        return false;
    if (!day_parse(&read.from, start->text))
        return problem(run, PROBLEM_bad_date, start->place, "\"" TEXT_FORMAT "\" is no date", TEXT_ARGUMENTS(start->text));
    out->items[out->count++] = read;
    return true;
}

/* A name stands once in a group, so there are no more of them than kinds. */
static bool starts_read(RegimeStarts *out, Run *run, const Setting *starts)
{
    bool good = !starts || setting_is(run, starts, SETTING_group);
    for (size_t i = 0; starts && good && i < starts->count; i++)
        good = start_read(out, run, &starts->children[i]);
    return good;
}

static bool word_read(uint8_t *out, Run *run, Decision decision, const Setting *group, Text word)
{
    enum { MOST_WORDS = 8 };
    Text words[MOST_WORDS];
    uint8_t count = 0;
    for (; decisions[decision].words[count] && count < MOST_WORDS; count++) {
        words[count] = text_of(decisions[decision].words[count]);
        if (text_equal(word, words[count])) {
            *out = count;
            return true;
        }
    }
    return problem(run, PROBLEM_unknown_choice, setting_find(group, "decides")->place, "%s cannot be \"" TEXT_FORMAT "\"" TEXT_FORMAT, decisions[decision].name,
                   TEXT_ARGUMENTS(word), TEXT_ARGUMENTS(suggest_among(run->arena, word, words, count)));
}

static bool decision_read(Regime *out, Run *run, Decision decision, const Setting *group)
{
    static const char *const keys[] = {"decides", "says", "citation", NULL};
    Text word = {0};
    bool good = setting_is(run, group, SETTING_group) && setting_check_keys(run, group, keys);
    good = good && setting_need_text(&word, run, group, "decides") && word_read(&out->choice[decision], run, decision, group, word);
    good = good && setting_need_text(&out->says[decision], run, group, "says");
    return good && setting_need_text(&out->citations[decision], run, group, "citation");
}

/* What keeps the rest from another regime states only what differs; any other has to decide all. */
static bool decisions_read(Regime *out, Run *run, const Setting *group, bool keeps)
{
    bool good = true;
    for (Decision decision = 0; decision < DECISION_COUNT; decision++) {
        if (decision_axis(decision) != out->axis || (keeps && !setting_find(group, decisions[decision].name)))
            continue;
        const Setting *stated = setting_need(run, group, decisions[decision].name);
        good &= stated && decision_read(out, run, decision, stated);
    }
    return good;
}

static bool keys_known(Run *run, Axis axis, const Setting *group)
{
    const char *keys[DECISION_COUNT + 6] = {"title", "style", "applies", "early", "keeps"};
    size_t count = 5;
    for (Decision decision = 0; decision < DECISION_COUNT; decision++)
        if (decision_axis(decision) == axis)
            keys[count++] = decisions[decision].name;
    keys[count] = NULL;
    return setting_check_keys(run, group, keys);
}

static bool regime_read(Regimes *out, Run *run, Axis axis, const Setting *group)
{
    Regime regime = {0};
    Text kept = {0};
    bool good = setting_is(run, group, SETTING_group) && keys_known(run, axis, group) && setting_read_text(&kept, run, group, "keeps");
    const Regime *before = kept.start ? regime_find(out, axis, kept) : NULL;
    if (good && kept.start && !before)
        good = problem(run, PROBLEM_unknown_choice, setting_find(group, "keeps")->place, "no regime \"" TEXT_FORMAT "\" stands above this one" TEXT_FORMAT,
                       TEXT_ARGUMENTS(kept), TEXT_ARGUMENTS(regime_suggest(run->arena, out, axis, kept)));
    if (!good)
        return false;
    if (before)
        regime = *before;
    regime.axis = axis;
    regime.name = group->name;
    regime.applies = regime.early = (RegimeStarts){0};
    good = setting_need_text(&regime.title, run, group, "title");
    good &= setting_need_text(&regime.style, run, group, "style");
    good &= setting_need(run, group, "applies") && starts_read(&regime.applies, run, setting_find(group, "applies"));
    good &= starts_read(&regime.early, run, setting_find(group, "early"));
    good &= decisions_read(&regime, run, group, before != NULL);
    *list_push(run->arena, out) = regime;
    return good;
}

/* ---- the file ---- */

bool regimes_read(Regimes *out, Run *run)
{
    static const char *const keys[] = {"accounting", "form", "per_share", NULL};
    const Setting *root;
    Text path = text_format(run->arena, TEXT_FORMAT "/regimes.cfg", TEXT_ARGUMENTS(run->config_folder));
    if (!settings_read(&root, run, path, path, (Place){0}))
        return false;
    bool good = setting_check_keys(run, root, keys);
    for (Axis axis = 0; axis < AXES; axis++) {
        const Setting *regimes = setting_need(run, root, axis_names[axis]);
        good &= regimes && setting_is(run, regimes, SETTING_group);
        for (size_t i = 0; good && i < regimes->count; i++)
            good = regime_read(out, run, axis, &regimes->children[i]);
    }
    return good;
}

/* ---- finding ---- */

const Regime *regime_find(const Regimes *regimes, Axis axis, Text name)
{
    for (size_t i = 0; i < regimes->count; i++)
        if (regimes->items[i].axis == axis && text_equal(regimes->items[i].name, name))
            return &regimes->items[i];
    return NULL;
}

Text regime_suggest(Arena *arena, const Regimes *regimes, Axis axis, Text name)
{
    Text *names = arena_array(arena, Text, regimes->count);
    size_t count = 0;
    for (size_t i = 0; i < regimes->count; i++)
        if (regimes->items[i].axis == axis)
            names[count++] = regimes->items[i].name;
    return suggest_among(arena, name, names, count);
}

/* ---- days that are known ---- */

/* Between which days a day lies; both the same when it is known. */
typedef struct {
    Day earliest, latest;
} Known;

enum { FIRST_DAY = INT32_MIN / 2, LAST_DAY = INT32_MAX / 2, LONGEST_YEAR = 371 }; /* 53 weeks */

static Known known_closing(const DealDays *days)
{
    if (days->closed != DAY_NONE)
        return (Known){days->closed, days->closed};
    return (Known){days->announced != DAY_NONE ? days->announced : FIRST_DAY, LAST_DAY};
}

static Known known_day(DayKind kind, const DealDays *days)
{
    Known closing = known_closing(days);
    Period year;
    bool exact = days->closed != DAY_NONE && days->acquirer &&
                 (days->flow ? company_year_of(&year, days->acquirer, *days->flow) : company_year(&year, days->acquirer, days->closed));
    switch (kind) {
    case DAY_initiated: return days->announced != DAY_NONE ? (Known){days->announced, days->announced} : (Known){FIRST_DAY, closing.latest};
    case DAY_period_ends:
    case DAY_closed: return closing;
    case DAY_fiscal_year_begins: return exact ? (Known){year.start, year.start} : (Known){closing.earliest - LONGEST_YEAR + 1, closing.latest};
    case DAY_fiscal_year_ends: return exact ? (Known){year.end, year.end} : (Known){closing.earliest, closing.latest + LONGEST_YEAR - 1};
    default: return days->filed != DAY_NONE ? (Known){days->filed, days->filed} : (Known){FIRST_DAY, LAST_DAY};
    }
}

static const char *lacking_day(DayKind kind, const DealDays *days)
{
    switch (kind) {
    case DAY_initiated: return "announced";
    case DAY_closed: return "closed";
    case DAY_filed: return "filed";
    default: return days->closed == DAY_NONE ? "closed" : "fiscal_year_end";
    }
}

/* ---- words ---- */

static Text closing_words(Arena *arena, const DealDays *days)
{
    if (days->closed != DAY_NONE)
        return text_format(arena, "closed " TEXT_FORMAT, TEXT_ARGUMENTS(day_iso(arena, days->closed)));
    return text_format(arena, "announced " TEXT_FORMAT " and closed later", TEXT_ARGUMENTS(day_iso(arena, days->announced)));
}

/* "initiated 2004-02-09, on or after 2001-07-01" */
static Text start_words(Arena *arena, RegimeStart start, const DealDays *days)
{
    TextBuilder out = {.arena = arena};
    Known day = known_day(start.kind, days);
    bool exact = day.earliest == day.latest, in_year = start.kind == DAY_fiscal_year_begins || start.kind == DAY_fiscal_year_ends;
    if (in_year || (start.kind == DAY_closed && !exact))
        text_append(&out, closing_words(arena, days));
    if (in_year)
        text_append_format(&out, ", in a fiscal year of the acquirer that %s", start.kind == DAY_fiscal_year_begins ? "begins" : "ends");
    else if (exact)
        text_append_format(&out, "%s", day_kinds[start.kind].words);
    if (exact)
        text_append_format(&out, " " TEXT_FORMAT, TEXT_ARGUMENTS(day_iso(arena, day.earliest)));
    text_append_format(&out, "%s on or after " TEXT_FORMAT, exact || !in_year ? "," : "", TEXT_ARGUMENTS(day_iso(arena, start.from)));
    return text_builder_text(&out);
}

Text regimes_cover(Arena *arena, const Regimes *regimes, Axis axis)
{
    TextBuilder out = {.arena = arena};
    for (size_t i = 0; i < regimes->count; i++) {
        const Regime *regime = &regimes->items[i];
        for (size_t j = 0; regime->axis == axis && j < regime->applies.count; j++) {
            text_append(&out, j ? TEXT(" or ") : out.count ? TEXT("; ") : TEXT(""));
            if (j == 0)
                text_append_format(&out, TEXT_FORMAT ": ", TEXT_ARGUMENTS(regime->style));
            text_append_format(&out, "%s on or after " TEXT_FORMAT, day_kinds[regime->applies.items[j].kind].words, TEXT_ARGUMENTS(day_iso(arena, regime->applies.items[j].from)));
        }
    }
    return text_builder_text(&out);
}

/* ---- selection ---- */

/* The first start that certainly lies at or before the deal's day; NULL: none. `unknown` is the first of which that cannot be told. */
static const RegimeStart *start_met(const RegimeStarts *starts, const DealDays *days, const RegimeStart **unknown)
{
    *unknown = NULL;
    for (size_t i = 0; i < starts->count; i++) {
        const RegimeStart *start = &starts->items[i];
        Known day = known_day(start->kind, days);
        if (day.earliest >= start->from)
            return start;
        if (day.latest >= start->from && !*unknown)
            *unknown = start;
    }
    return NULL;
}

/* Where the next regime begins by the same day, that says best why it is not the one. */
static Text selected_words(Arena *arena, RegimeStart met, const Regime *next, const DealDays *days)
{
    Text words = start_words(arena, met, days);
    if (!next || next->applies.count == 0 || next->applies.items[0].kind != met.kind)
        return words;
    return text_format(arena, TEXT_FORMAT " and before " TEXT_FORMAT, TEXT_ARGUMENTS(words), TEXT_ARGUMENTS(day_iso(arena, next->applies.items[0].from)));
}

RegimeSelection regime_select(Arena *arena, const Regimes *regimes, Axis axis, const DealDays *days)
{
    const Regime *next = NULL;
    for (size_t i = regimes->count; i-- > 0;) {
        const Regime *regime = &regimes->items[i];
        const RegimeStart *unknown;
        if (regime->axis != axis)
            continue;
        const RegimeStart *met = start_met(&regime->applies, days, &unknown);
        if (met)
            return (RegimeSelection){.regime = regime, .reason = selected_words(arena, *met, next, days)};
        if (unknown)
            return (RegimeSelection){.lacking = lacking_day(unknown->kind, days)};
        next = regime;
    }
    return (RegimeSelection){0};
}

const Regime *regime_of_period(const Regimes *regimes, Axis axis, Period period, const Company *acquirer, Day filed)
{
    const DealDays days = {.announced = DAY_NONE, .closed = period.end, .filed = filed == DAY_NONE ? period.end : filed, .acquirer = acquirer, .flow = &period};
    for (size_t i = regimes->count; i-- > 0;) {
        const Regime *regime = &regimes->items[i];
        const RegimeStart *unknown;
        if (regime->axis != axis)
            continue;
        if (start_met(&regime->applies, &days, &unknown))
            return regime;
        if (unknown)
            return NULL;
    }
    return NULL;
}

Text regime_chosen(Arena *arena, const Regimes *regimes, const Regime *chosen, const DealDays *days)
{
    const RegimeStart *unknown;
    const RegimeStart *early = start_met(&chosen->early, days, &unknown);
    RegimeSelection selected = regime_select(arena, regimes, chosen->axis, days);
    TextBuilder out = {.arena = arena};
    text_append(&out, TEXT("chosen by the scenario"));
    if (selected.regime == chosen) {
        text_append_format(&out, ", as its days would have it: " TEXT_FORMAT, TEXT_ARGUMENTS(selected.reason));
    } else if (selected.regime) {
        if (early)
            text_append_format(&out, ", early as is allowed: " TEXT_FORMAT, TEXT_ARGUMENTS(start_words(arena, *early, days)));
        text_append_format(&out, "%s " TEXT_FORMAT ": " TEXT_FORMAT, early ? "; without that it would be" : " against its days, which lead to",
                           TEXT_ARGUMENTS(selected.regime->style), TEXT_ARGUMENTS(selected.reason));
    }
    return text_builder_text(&out);
}
