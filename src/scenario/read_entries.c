/* The scenario's entries: what they have in common, the legs of free ones, inverses, presentations. */
#include "scenario/reading.h"

/* ---- free entries ---- */

static void read_leg(Reading *reading, ScenarioLeg *out, const ScenarioEntry *entry, bool has_statement, const Setting *leg)
{
    Text line = {0};
    out->line = LINE_NONE;
    if (!read_element(reading, leg))
        return;
    need_text(reading, &line, leg, "line");
    if (setting_need(reading->run, leg, "amount"))
        read_formula(reading, &out->amount, &out->amount_text, leg, "amount");
    else
        reading->good = false;
    if (!line.start)
        return;
    const Setting *setting = setting_find(leg, "line");
    out->place = setting->place;
    out->line = read_line(reading, setting);
    if (out->line != LINE_NONE && has_statement && chart_at(reading->chart, out->line)->statement != entry->statement)
        reading->good = problem(reading->run, PROBLEM_unknown_line, setting->place, "\"" TEXT_FORMAT "\" is no line of the entry's statement, " TEXT_FORMAT,
                                TEXT_ARGUMENTS(line), TEXT_ARGUMENTS(reading->chart->statements[entry->statement].name));
}

static void read_legs(Reading *reading, ScenarioEntry *out, bool has_statement, const Setting *entry)
{
    const Setting *legs = setting_need(reading->run, entry, "legs");
    if (!legs || !setting_is(reading->run, legs, SETTING_list)) {
        reading->good = false;
        return;
    }
    if (legs->count == 0)
        reading->good = problem(reading->run, PROBLEM_setting_missing, legs->name_place, "\"legs\" names no leg");
    out->leg_count = legs->count;
    out->legs = arena_array(reading->run->arena, ScenarioLeg, legs->count);
    for (size_t i = 0; i < legs->count; i++)
        read_leg(reading, &out->legs[i], out, has_statement, &legs->children[i]);
}

/* The bases that an entry is for: the one it names, else every one that its statement has. */
static bool read_statement(Reading *reading, ScenarioEntry *out, const Setting *entry)
{
    Text statement = {0};
    TakenKind kind;
    bool has_basis;
    need_text(reading, &statement, entry, "statement");
    read_basis(reading, &out->basis, &has_basis, entry, "basis");
    if (!statement.start || !read_kind(reading, &kind, statement, place_of_setting(entry, "statement")))
        return false;
    out->statement = kind.kind;
    if (!has_basis)
        out->basis = kind.basis;
    else if (!reading->chart->statements[kind.kind].has_bases && out->basis != BASIS_gaap)
        reading->good = problem(reading->run, PROBLEM_unknown_statement, place_of_setting(entry, "basis"), "of \"" TEXT_FORMAT "\" there is gaap only", TEXT_ARGUMENTS(statement));
    out->every_basis = !has_basis && kind.every_basis;
    return true;
}

static void read_free(Reading *reading, ScenarioEntry *out, const Setting *entry)
{
    read_text(reading, &out->from_presentation, entry, "from_presentation");
    if (out->from_presentation.length) /* without a company nothing tells which figures follow the presentation */
        reading->good &= setting_need(reading->run, entry, "company") != NULL;
    bool has_statement = read_statement(reading, out, entry);
    read_legs(reading, out, has_statement, entry);
}

/* ---- what entries have in common ---- */

static void unknown_kind(Reading *reading, const Setting *kind)
{
    reading->good = problem(reading->run, PROBLEM_unknown_kind, kind->place, "there is no kind of entry \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(kind->text),
                            TEXT_ARGUMENTS(entry_kind_suggest(reading->run->arena, reading->out->kinds, kind->text)));
}

static void read_kind_name(Reading *reading, ScenarioEntry *out, const Setting *entry)
{
    const Setting *kind = setting_need(reading->run, entry, "kind");
    if (!kind || !setting_is(reading->run, kind, SETTING_text)) {
        reading->good = false;
        return;
    }
    out->kind = entry_kind_find(reading->out->kinds, kind->text);
    if (!out->kind)
        unknown_kind(reading, kind);
}

static void read_new_lines(Reading *reading, ScenarioEntry *out, const Setting *entry)
{
    Text *names = NULL;
    size_t count = 0;
    if (!setting_read_texts(&names, &count, reading->run, entry, "new_lines")) {
        reading->good = false;
        return;
    }
    const Setting *list = setting_find(entry, "new_lines");
    out->new_lines = arena_array(reading->run->arena, LineId, count);
    for (out->new_line_count = 0; out->new_line_count < count; out->new_line_count++)
        out->new_lines[out->new_line_count] = read_line(reading, &list->children[out->new_line_count]);
}

/* An entry of a purchase is one target's; where there is one target, it need not be named. */
static void read_company(Reading *reading, ScenarioEntry *out, const Setting *entry)
{
    const Scenario *scenario = reading->out;
    bool of_target = out->kind && (out->kind->purchase || out->kind->of_target), known = false;
    Place place = place_of_setting(entry, "company");
    read_text(reading, &out->company, entry, "company");
    if (out->company.length)
        known = check_company(reading, out->company, place);
    if (known && out->kind && out->kind->closes && text_equal(out->company, scenario->acquirer))
        reading->good = problem(reading->run, PROBLEM_unknown_company, place, "\"" TEXT_FORMAT "\" is the acquirer; \"%s\" is of a target, and names it", TEXT_ARGUMENTS(out->company),
                                out->kind->name);
    if (out->company.length || !of_target)
        return;
    if (scenario->target_count == 1)
        out->company = scenario->targets[0];
    else
        reading->good &= setting_need(reading->run, entry, "company") != NULL;
}

/* A number other than 0 says yes, too: once it was how often a circle was gone through, settled or not. */
static void read_circular(Reading *reading, ScenarioEntry *out, const Setting *entry)
{
    const Setting *setting = setting_find(entry, "unroll");
    int64_t passes = 0;
    if (!setting || setting->kind != SETTING_integer) {
        reading->good &= setting_read_boolean(&out->circular, reading->run, entry, "unroll");
        return;
    }
    reading->good &= setting_read_integer(&passes, reading->run, entry, "unroll");
    out->circular = passes != 0;
}

static void read_whole_entry(Reading *reading, ScenarioEntry *out, const Setting *entry)
{
    read_kind_name(reading, out, entry);
    bool deductible = !out->kind || !out->kind->untaxed;
    read_company(reading, out, entry);
    read_periods(reading, &out->periods, &out->period_count, entry, "periods");
    reading->good &= setting_read_boolean(&deductible, reading->run, entry, "deductible");
    out->not_deductible = !deductible;
    out->tax_rate = (EntryValue){.given = setting_find(entry, "tax_rate"), .part = "tax_rate", .place = place_of_setting(entry, "tax_rate")};
    if (out->tax_rate.given)
        read_formula(reading, &out->tax_rate.formula, &out->tax_rate.text, entry, "tax_rate");
    read_circular(reading, out, entry);
    read_new_lines(reading, out, entry);
    if (!out->kind)
        return;
    if (out->kind->needs_deal && !setting_find(reading->out->root, "deal"))
        reading->good = problem(reading->run, PROBLEM_setting_missing, out->place, "\"" TEXT_FORMAT "\" depends on how the deal is accounted for, and there is no \"deal\"", TEXT_ARGUMENTS(out->name));
    if (out->kind->free)
        read_free(reading, out, entry);
    out->values = read_values(reading, out->kind->keys, entry);
}

/* ---- inverses ---- */

static void unknown_entry(Reading *reading, Text wanted, size_t earlier, Place place)
{
    const Scenario *scenario = reading->out;
    Text *names = arena_array(reading->run->arena, Text, earlier);
    for (size_t i = 0; i < earlier; i++)
        names[i] = scenario->entries[i].name;
    reading->good = problem(reading->run, PROBLEM_unknown_entry, place, "no entry \"" TEXT_FORMAT "\" stands above this one" TEXT_FORMAT, TEXT_ARGUMENTS(wanted),
                            TEXT_ARGUMENTS(suggest_among(reading->run->arena, wanted, names, earlier)));
}

static const ScenarioEntry *find_inverted(Reading *reading, size_t index, Text wanted, Place place)
{
    const ScenarioEntry *entries = reading->out->entries;
    size_t found = 0;
    while (found < index && !text_equal(entries[found].name, wanted))
        found++;
    if (text_equal(entries[index].name, wanted)) {
        reading->good = problem(reading->run, PROBLEM_unknown_entry, place, "\"" TEXT_FORMAT "\" is named as the inverse of itself", TEXT_ARGUMENTS(wanted));
        return NULL;
    }
    if (found == index) {
        unknown_entry(reading, wanted, index, place);
        return NULL;
    }
    if (entries[found].inverse_of.length) {
        reading->good = problem(reading->run, PROBLEM_unknown_entry, place, "\"" TEXT_FORMAT "\" is itself an inverse, of \"" TEXT_FORMAT "\"", TEXT_ARGUMENTS(wanted),
                                TEXT_ARGUMENTS(entries[found].inverse_of));
        return NULL;
    }
    return &entries[found];
}

static void read_inverse(Reading *reading, ScenarioEntry *out, size_t index, const Setting *entry)
{
    const ScenarioEntry *inverted = find_inverted(reading, index, out->inverse_of, place_of_setting(entry, "inverse_of"));
    if (!inverted)
        return;
    ScenarioEntry own = *out;
    *out = *inverted;
    out->name = own.name;
    out->place = own.place;
    out->inverse_of = own.inverse_of;
    out->inverted = (size_t)(inverted - reading->out->entries);
    out->off = own.off || inverted->off;
    out->reason = own.reason;
    out->citation = own.citation;
    out->assumption = own.assumption;
}

static void read_entry(Reading *reading, ScenarioEntry *out, size_t index, const Setting *entry)
{
    out->name = entry->name;
    out->place = entry->name_place;
    if (!read_element(reading, entry))
        return;
    check_named(reading, entry, "an entry");
    read_text(reading, &out->inverse_of, entry, "inverse_of");
    read_text(reading, &out->citation, entry, "citation");
    read_text(reading, &out->assumption, entry, "assumption");
    bool apply = true;
    reading->good &= setting_read_boolean(&apply, reading->run, entry, "apply");
    out->off = !apply;
    if (setting_find(entry, "inverse_of"))
        read_inverse(reading, out, index, entry);
    else
        read_whole_entry(reading, out, entry);
    if (setting_find(entry, "reason") || (out->kind && out->kind->free) || out->inverse_of.length)
        need_text(reading, &out->reason, entry, "reason"); /* what the legs of a free entry are for, only its author can say */
    else if (out->kind)
        out->reason = text_of(out->kind->summary);
}

/* A presentation is that of a company, or a word that filings and entries both use; a word that stands alone is mistyped, and the
 * entry would be skipped or applied twice in silence. */
static bool presented_by_filing(const Scenario *scenario, Text presentation)
{
    for (size_t i = 0; i < scenario->company_count; i++)
        for (size_t j = 0; j < scenario->companies[i].filing_count; j++)
            if (text_equal(scenario->companies[i].filings[j].presentation, presentation))
                return true;
    return false;
}

static bool presented_by_entry(const Scenario *scenario, Text presentation)
{
    for (size_t i = 0; i < scenario->entry_count; i++)
        if (text_equal(scenario->entries[i].from_presentation, presentation))
            return true;
    return false;
}

static void check_filing_presentations(Reading *reading, const Setting *company)
{
    const Setting *filings = setting_find(company, "filings");
    for (size_t i = 0; filings && i < filings->count; i++) {
        const Setting *presentation = setting_find(&filings->children[i], "presentation");
        if (presentation && presentation->kind == SETTING_text && presentation->text.length && !presented_by_entry(reading->out, presentation->text))
            check_company(reading, presentation->text, presentation->place);
    }
}

static void check_presentations(Reading *reading, const Setting *entries)
{
    const Scenario *scenario = reading->out;
    for (size_t i = 0; i < scenario->entry_count; i++) {
        Text presentation = scenario->entries[i].from_presentation;
        if (presentation.length && !scenario->entries[i].inverse_of.length && !presented_by_filing(scenario, presentation))
            check_company(reading, presentation, place_of_setting(&entries->children[i], "from_presentation"));
    }
    const Setting *companies = setting_find(scenario->root, "companies");
    for (size_t i = 0; companies && i < companies->count; i++)
        check_filing_presentations(reading, &companies->children[i]);
}

void read_entries(Reading *reading)
{
    Scenario *out = reading->out;
    const Setting *entries = read_group(reading, out->root, "entries");
    out->entry_count = entries ? entries->count : 0;
    out->entries = arena_array(reading->run->arena, ScenarioEntry, out->entry_count);
    for (size_t i = 0; i < out->entry_count; i++)
        read_entry(reading, &out->entries[i], i, &entries->children[i]);
    check_presentations(reading, entries);
}
