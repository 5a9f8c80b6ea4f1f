/* The scenario's entries, shares and figures to verify: what is written as formulas over names. */
#include "scenario/reading.h"

/* ---- entries ---- */

static void unknown_line(Reading *reading, Text line, Place place)
{
    Text near = chart_nearest_line(reading->chart, line);
    reading->good = problem(reading->run, PROBLEM_unknown_line, place, "there is no line \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(line),
                            TEXT_ARGUMENTS(suggest(reading->run->arena, near)));
}

static void read_leg(Reading *reading, ScenarioLeg *out, const ScenarioEntry *entry, bool has_statement, const Setting *leg)
{
    Text line = {0};
    out->line = LINE_NONE;
    out->place = leg->place;
    if (!read_element(reading, leg))
        return;
    need_text(reading, &line, leg, "line");
    need_expression(reading, &out->amount, &out->amount_text, leg, "amount");
    if (!line.start)
        return;
    out->line = chart_line(reading->chart, line);
    Place place = place_of_setting(leg, "line");
    if (out->line == LINE_NONE)
        unknown_line(reading, line, place);
    else if (has_statement && chart_at(reading->chart, out->line)->statement != entry->statement)
        reading->good = problem(reading->run, PROBLEM_unknown_line, place, "\"" TEXT_FORMAT "\" is no line of the entry's statement, " TEXT_FORMAT,
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

static void read_whole_entry(Reading *reading, ScenarioEntry *out, const Setting *entry)
{
    static const char *const kinds[] = {"reclassification", "adjustment", NULL};
    reading->good &= setting_need(reading->run, entry, "kind") != NULL;
    out->kind = read_choice(reading, entry, "kind", kinds, 0) == 1 ? ENTRY_adjustment : ENTRY_reclassification;
    read_text(reading, &out->company, entry, "company");
    if (out->company.length)
        check_company(reading, out->company, place_of_setting(entry, "company"));
    read_text(reading, &out->from_presentation, entry, "from_presentation");
    if (out->from_presentation.length) /* without a company nothing tells which figures follow the presentation */
        reading->good &= setting_need(reading->run, entry, "company") != NULL;
    bool has_statement = read_statement(reading, out, entry);
    read_periods(reading, &out->periods, &out->period_count, entry, "periods");
    read_legs(reading, out, has_statement, entry);
}

/* ---- inverses ---- */

/* Of what an entry is and where it applies an inverse says nothing: it would be no inverse if that differed. */
static void check_inverse_keys(Reading *reading, const Setting *entry)
{
    static const char *const own[] = {"inverse_of", "reason", "citation", "assumption", "apply", NULL};
    for (size_t i = 0; i < entry->count; i++) {
        bool known = false;
        for (int j = 0; own[j]; j++)
            known = known || text_equal(entry->children[i].name, text_of(own[j]));
        if (!known)
            reading->good = problem(reading->run, PROBLEM_unknown_key, entry->children[i].name_place, "an inverse has no \"" TEXT_FORMAT "\" of its own; it has that of its entry",
                                    TEXT_ARGUMENTS(entry->children[i].name));
    }
}

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

static void negate_leg(Reading *reading, ScenarioLeg *leg)
{
    if (!leg->amount)
        return;
    Expression *negated = arena_new(reading->run->arena, Expression);
    *negated = (Expression){.kind = EXPRESSION_negate, .place = leg->amount->place, .operands = {leg->amount}};
    leg->amount = negated;
    leg->amount_text = text_format(reading->run->arena, "-(" TEXT_FORMAT ")", TEXT_ARGUMENTS(leg->amount_text));
}

static void read_inverse(Reading *reading, ScenarioEntry *out, size_t index, const Setting *entry)
{
    check_inverse_keys(reading, entry);
    const ScenarioEntry *inverted = find_inverted(reading, index, out->inverse_of, place_of_setting(entry, "inverse_of"));
    if (!inverted)
        return;
    ScenarioEntry own = *out;
    *out = *inverted;
    out->name = own.name;
    out->place = own.place;
    out->inverse_of = own.inverse_of;
    out->off = own.off || inverted->off;
    out->reason = own.reason;
    out->citation = own.citation;
    out->assumption = own.assumption;
    out->legs = arena_array(reading->run->arena, ScenarioLeg, out->leg_count);
    for (size_t i = 0; i < out->leg_count; i++) {
        out->legs[i] = inverted->legs[i];
        negate_leg(reading, &out->legs[i]);
    }
}

static void read_entry(Reading *reading, ScenarioEntry *out, size_t index, const Setting *entry)
{
    out->name = entry->name;
    out->place = entry->name_place;
    if (!read_element(reading, entry))
        return;
    check_named(reading, entry, "an entry");
    read_text(reading, &out->inverse_of, entry, "inverse_of");
    need_text(reading, &out->reason, entry, "reason");
    read_text(reading, &out->citation, entry, "citation");
    read_text(reading, &out->assumption, entry, "assumption");
    bool apply = true;
    reading->good &= setting_read_boolean(&apply, reading->run, entry, "apply");
    out->off = !apply;
    if (setting_find(entry, "inverse_of"))
        read_inverse(reading, out, index, entry);
    else
        read_whole_entry(reading, out, entry);
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

/* ---- shares ---- */

static void read_potential(Reading *reading, ScenarioPotential *out, const Setting *potential)
{
    out->name = potential->name;
    out->place = potential->name_place;
    if (!read_element(reading, potential))
        return;
    check_named(reading, potential, "potential shares");
    need_expression(reading, &out->shares, &out->shares_text, potential, "shares");
    reading->good &= setting_read_boolean(&out->printed_increment, reading->run, potential, "printed_increment");
}

static void refuse_two_class(Reading *reading, const Setting *shares)
{
    static const char *const methods[] = {"one_class", "two_class", NULL};
    if (read_choice(reading, shares, "method", methods, 0) == 1)
        reading->good = problem(reading->run, PROBLEM_not_supported, place_of_setting(shares, "method"),
                                "two-class earnings per share are not computed: income is divided by the shares of one class");
}

void read_shares(Reading *reading)
{
    Scenario *out = reading->out;
    const Setting *shares = read_group(reading, out->root, "shares");
    if (!shares)
        return;
    out->has_shares = true;
    out->shares_place = shares->name_place;
    refuse_two_class(reading, shares);
    need_expression(reading, &out->issued, &out->issued_text, shares, "issued");
    const Setting *potential = read_group(reading, shares, "potential");
    out->potential_count = potential ? potential->count : 0;
    out->potentials = arena_array(reading->run->arena, ScenarioPotential, out->potential_count);
    for (size_t i = 0; i < out->potential_count; i++)
        read_potential(reading, &out->potentials[i], &potential->children[i]);
}

/* ---- figures to verify ---- */

static void read_verify(Reading *reading, ScenarioVerify *out, const Setting *verify)
{
    out->key = verify->name;
    out->place = place_of_setting(verify, "value");
    if (!read_element(reading, verify))
        return;
    need_expression(reading, &out->name, &out->name_text, verify, "name");
    read_period(reading, &out->period, &out->has_period, verify, "period");
    read_basis(reading, &out->basis, &out->has_basis, verify, "basis");
    const Setting *value = setting_need(reading->run, verify, "value");
    if (value)
        read_printed(reading, &out->value, value);
    reading->good &= value != NULL;
    need_text(reading, &out->source, verify, "source");
}

void read_verifies(Reading *reading)
{
    Scenario *out = reading->out;
    const Setting *verifies = read_group(reading, out->root, "verify");
    out->verify_count = verifies ? verifies->count : 0;
    out->verifies = arena_array(reading->run->arena, ScenarioVerify, out->verify_count);
    for (size_t i = 0; i < out->verify_count; i++)
        read_verify(reading, &out->verifies[i], &verifies->children[i]);
}
