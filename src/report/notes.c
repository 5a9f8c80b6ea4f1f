#include "report/notes.h"

#include "report/blocks.h"
#include "report/letters.h"
#include "report/note.h"
#include "report/origin.h"
#include "report/words.h"
#include "scenario/security.h"

#include <math.h>

static Text sheet_words(const Model *model, const Sheet *sheet)
{
    bool bases = model->chart->statements[sheet->kind].has_bases;
    return text_format(model->run->arena, TEXT_FORMAT "%s" TEXT_FORMAT, TEXT_ARGUMENTS(wanted_period_text(model->run->arena, sheet->wanted)),
                       bases ? " " : "", TEXT_ARGUMENTS(bases ? basis_name(sheet->basis) : TEXT("")));
}

static Text spoken(const Model *model, Slot slot, int decimals)
{
    if (slot == SLOT_NONE || !isfinite(model->values[slot]))
        return TEXT("not known");
    return amount_spoken(model->run->arena, model->values[slot], decimals);
}

/* --- entries --- */

static Text stays_words(const Model *model, const StatementKind *kind)
{
    TextBuilder out = {.arena = model->run->arena};
    for (LineId line = kind->first; line < kind->first + kind->count; line++)
        if (chart_at(model->chart, line)->stays)
            text_append_format(&out, "%s" TEXT_FORMAT, out.count ? ", " : "", TEXT_ARGUMENTS(chart_at(model->chart, line)->name));
    return text_builder_text(&out);
}

static void append_origins(TextBuilder *out, const Model *model, const AppliedEntry *applied)
{
    for (size_t i = 0; i < applied->origin_count; i++) {
        const Fact *fact = applied->origins[i];
        bool again = false;
        for (size_t j = 0; j < i; j++)
            again = again || applied->origins[j] == fact;
        if (again)
            continue;
        text_append(out, TEXT("; from "));
        if (fact->place.source)
            text_append_format(out, "\"" TEXT_FORMAT "\" " TEXT_FORMAT, TEXT_ARGUMENTS(fact->caption), TEXT_ARGUMENTS(origin_quoted(model, fact->place)));
        else
            text_append_format(out, TEXT_FORMAT " " TEXT_FORMAT " (derived)", TEXT_ARGUMENTS(chart_at(model->chart, fact->line)->name),
                               TEXT_ARGUMENTS(amount_spoken(out->arena, fact->number, 0)));
    }
}

/* What is posted; empty when every leg is 0. */
static Text legs_words(const Model *model, const AppliedEntry *applied)
{
    TextBuilder out = {.arena = model->run->arena};
    for (size_t i = 0; i < applied->legs.count; i++) {
        const AppliedLeg *leg = &applied->legs.items[i];
        if (model->values[leg->amount] == 0)
            continue;
        text_append_format(&out, "%s" TEXT_FORMAT " " TEXT_FORMAT, out.count ? ", " : "", TEXT_ARGUMENTS(chart_at(model->chart, leg->line)->name),
                           TEXT_ARGUMENTS(spoken(model, leg->amount, 0)));
    }
    if (out.count)
        append_origins(&out, model, applied);
    return text_builder_text(&out);
}

/* The entry in a sheet of the report. */
static bool stands_in_report(const Model *model, const AppliedEntry *applied, const ScenarioEntry *entry)
{
    return applied->entry == entry && report_requested(model, applied->sheet);
}

static bool says(const Model *model, const AppliedEntry *applied, Text sentence)
{
    for (size_t i = 0; i < applied->sayings.count; i++)
        if (saying_holds(applied->sayings.items[i], model->values) && text_equal(saying_text(model->run->arena, applied->sayings.items[i], model->values), sentence))
            return true;
    return applied->sayings.count == 0;
}

/* Is it said in every sheet in which the entry says anything? */
static bool said_everywhere(const Model *model, const ScenarioEntry *entry, Text sentence)
{
    for (size_t i = 0; i < model->applied.count; i++)
        if (stands_in_report(model, model->applied.items[i], entry) && !says(model, model->applied.items[i], sentence))
            return false;
    return true;
}

/* Its arithmetic, once where it is the same in every sheet, and what is posted. */
static void say_applied(const Model *model, ReportNote *note, const AppliedEntry *applied)
{
    Arena *arena = model->run->arena;
    Text sheet = sheet_words(model, &model->sheets.items[applied->sheet]), legs = legs_words(model, applied);
    for (size_t i = 0; i < applied->sayings.count; i++) {
        Text sentence = saying_text(arena, applied->sayings.items[i], model->values);
        if (!saying_holds(applied->sayings.items[i], model->values))
            continue;
        if (said_everywhere(model, applied->entry, sentence))
            note_say(arena, note, TEXT_FORMAT, TEXT_ARGUMENTS(sentence));
        else
            note_say(arena, note, TEXT_FORMAT ": " TEXT_FORMAT, TEXT_ARGUMENTS(sheet), TEXT_ARGUMENTS(sentence));
    }
    if (applied->column != COLUMN_none && legs.length)
        note_say(arena, note, TEXT_FORMAT ": " TEXT_FORMAT ".", TEXT_ARGUMENTS(sheet), TEXT_ARGUMENTS(legs));
}

static void note_entry(Report *report, const Model *model, const ScenarioEntry *entry)
{
    Arena *arena = model->run->arena;
    ReportNote *note = note_add(arena, &report->notes, report_entry_letter(model, entry));
    Text inverse = entry->inverse_of.length ? text_format(arena, ", inverse of \"" TEXT_FORMAT "\"", TEXT_ARGUMENTS(entry->inverse_of)) : TEXT("");
    note_say(arena, note, TEXT_FORMAT " \"" TEXT_FORMAT "\"" TEXT_FORMAT ". " TEXT_FORMAT ".%s" TEXT_FORMAT "%s", TEXT_ARGUMENTS(words_kind(arena, entry->kind)),
             TEXT_ARGUMENTS(entry->name), TEXT_ARGUMENTS(inverse), TEXT_ARGUMENTS(entry->reason), entry->citation.length ? " " : "", TEXT_ARGUMENTS(entry->citation),
             entry->not_deductible ? " Not deductible for tax." : "");
    for (size_t i = 0; i < model->applied.count; i++)
        if (stands_in_report(model, model->applied.items[i], entry))
            say_applied(model, note, model->applied.items[i]);
    if (entry->kind->column == COLUMN_reclassifications)
        note_say(arena, note, "Proved in every period: its legs sum to zero in income, and it leaves unchanged " TEXT_FORMAT ".",
                 TEXT_ARGUMENTS(stays_words(model, &model->chart->statements[entry->statement])));
}

/* --- shares --- */

static Text issued_words(IssuedRule rule)
{
    switch (rule) {
    case ISSUED_weighted_average: return TEXT("the target's weighted average of the period x ratio");
    case ISSUED_outstanding_at_closing: return TEXT("the target's shares outstanding at closing x ratio");
    case ISSUED_formula: break;
    }
    return TEXT("the scenario's formula");
}

static bool is_included(const Model *model, const Security *security)
{
    return model->values[security->included] != 0;
}

/* "early 6,107.03, the acquirer's own, as printed, 27,363.00": those that are in, or those that are out, of which some have no shares to add. */
static Text securities_words(const Model *model, const PerShare *per_share, bool included)
{
    TextBuilder out = {.arena = model->run->arena};
    for (size_t i = 0; i < per_share->securities.count; i++) {
        const Security *security = &per_share->securities.items[i];
        bool printed = scenario_security(model->scenario, security->index).kind == SECURITY_printed;
        if (is_included(model, security) != included || model->values[security->shares] == 0)
            continue;
        text_append_format(&out, "%s" TEXT_FORMAT " " TEXT_FORMAT, out.count ? ", " : "", TEXT_ARGUMENTS(printed ? TEXT("the acquirer's own, as printed,") : scenario_security_name(model->scenario, security->index)),
                           TEXT_ARGUMENTS(spoken(model, security->shares, 2)));
    }
    return text_builder_text(&out);
}

/* The rules of the period where a security depends on them. */
static void say_era(const Model *model, ReportNote *note, const PerShare *per_share, const ScenarioSecurity *listed, bool tranche)
{
    const Scenario *scenario = model->scenario;
    bool depends = listed->values[tranche ? TRANCHE_tax_benefit : CONVERTIBLE_trigger_price].formula;
    Decision decision = tranche ? DECISION_tax_benefit : DECISION_price_contingency;
    const Regime *regime = !depends ? NULL : scenario_share_regime(scenario, wanted_period_span(model->sheets.items[per_share->sheet].wanted));
    if (regime)
        note_say(model->run->arena, note, TEXT_FORMAT ": " TEXT_FORMAT " (" TEXT_FORMAT ").", TEXT_ARGUMENTS(regime->style), TEXT_ARGUMENTS(regime->says[decision]),
                 TEXT_ARGUMENTS(regime->citations[decision]));
}

/* Of each security that the scenario lists its arithmetic, and what becomes of it. */
static void say_securities(const Model *model, ReportNote *note, const PerShare *per_share, Text words)
{
    const Scenario *scenario = model->scenario;
    for (size_t i = 0; i < per_share->securities.count; i++) {
        const Security *security = &per_share->securities.items[i];
        SecurityAt at = scenario_security(scenario, security->index);
        if (!security->how)
            continue;
        bool nothing = model->values[security->shares] == 0, tranche = at.kind == SECURITY_tranche;
        note_say(model->run->arena, note, TEXT_FORMAT ": " TEXT_FORMAT ", " TEXT_FORMAT ": " TEXT_FORMAT "; %s.", TEXT_ARGUMENTS(words),
                 TEXT_ARGUMENTS(scenario_security_name(scenario, security->index)), TEXT_ARGUMENTS(scenario->companies[security->company].company.id),
                 TEXT_ARGUMENTS(saying_text(model->run->arena, security->how, model->values)), nothing ? "adds no shares" : is_included(model, security) ? "in" : "out, antidilutive");
        say_era(model, note, per_share, tranche ? &scenario->tranches[at.position] : &scenario->convertibles[at.position], tranche);
    }
}

/* Where the control number is not net income. */
static void say_control(const Model *model, ReportNote *note, const PerShare *per_share, Text words)
{
    Slot income = sheet_figure(model, &model->sheets.items[per_share->sheet], model_column(model, COLUMN_pro_forma), model->chart->per_share.income)->slot;
    Arena *arena = model->run->arena;
    bool others = per_share->others != SLOT_NONE && model->values[per_share->others] != 0;
    if (per_share->control == SLOT_NONE || (income != SLOT_NONE && model->values[per_share->control] == model->values[income]))
        return;
    bool preferred = per_share->preferred != SLOT_NONE && model->values[per_share->preferred] != 0;
    Text less = !preferred ? TEXT("") : text_format(arena, " less preferred dividends " TEXT_FORMAT " = " TEXT_FORMAT, TEXT_ARGUMENTS(spoken(model, per_share->preferred, 0)),
                                                    TEXT_ARGUMENTS(spoken(model, per_share->control, 0)));
    Text divided = model->values[per_share->control] == model->values[per_share->common]
                       ? TEXT("")
                       : text_format(arena, "; divided is net income%s%s " TEXT_FORMAT, others ? " attributable to the parent" : "", preferred ? " less preferred dividends" : "", TEXT_ARGUMENTS(spoken(model, per_share->common, 0)));
    note_say(arena, note, TEXT_FORMAT ": control number: income from continuing operations %s" TEXT_FORMAT TEXT_FORMAT TEXT_FORMAT ".", TEXT_ARGUMENTS(words), others ? "attributable to the parent " : "",
             TEXT_ARGUMENTS(spoken(model, per_share->continuing, 0)), TEXT_ARGUMENTS(less), TEXT_ARGUMENTS(divided));
}

static void say_basic(const Model *model, ReportNote *note, const PerShare *per_share, Text words)
{
    const Sheet *sheet = &model->sheets.items[per_share->sheet];
    const PerShareLines *lines = &model->chart->per_share;
    size_t column = model_column(model, COLUMN_pro_forma);
    note_say(model->run->arena, note, TEXT_FORMAT ": issued " TEXT_FORMAT "; basic " TEXT_FORMAT " + " TEXT_FORMAT " = " TEXT_FORMAT " shares, " TEXT_FORMAT " / " TEXT_FORMAT " = " TEXT_FORMAT ".",
        TEXT_ARGUMENTS(words), TEXT_ARGUMENTS(spoken(model, per_share->issued, 2)),
        TEXT_ARGUMENTS(spoken(model, sheet_figure(model, sheet, 0, lines->basic_shares)->slot, 0)), TEXT_ARGUMENTS(spoken(model, per_share->issued, 2)),
        TEXT_ARGUMENTS(spoken(model, per_share->basic, 2)), TEXT_ARGUMENTS(spoken(model, per_share->common, 0)),
        TEXT_ARGUMENTS(spoken(model, per_share->basic, 2)), TEXT_ARGUMENTS(spoken(model, sheet_figure(model, sheet, column, per_share->basic_line)->slot, 4)));
}

static void say_diluted(const Model *model, ReportNote *note, const PerShare *per_share, Text words)
{
    const Sheet *sheet = &model->sheets.items[per_share->sheet];
    Arena *arena = model->run->arena;
    Text in = securities_words(model, per_share, true), out = securities_words(model, per_share, false);
    if (per_share->control != SLOT_NONE && model->values[per_share->control] <= 0) {
        note_say(arena, note, TEXT_FORMAT ": the combination has a loss%s, so diluted equals basic%s" TEXT_FORMAT ".", TEXT_ARGUMENTS(words),
                 model->values[per_share->common] <= 0 ? "" : " by its control number", out.length ? "; excluded as antidilutive: " : "", TEXT_ARGUMENTS(out));
        return;
    }
    if (per_share->diluted.shares == SLOT_NONE || !isfinite(model->values[per_share->diluted.shares])) {
        note_say(arena, note, TEXT_FORMAT ": diluted not derivable: " TEXT_FORMAT ".", TEXT_ARGUMENTS(words), TEXT_ARGUMENTS(per_share->diluted_reason));
        return;
    }
    note_say(arena, note, TEXT_FORMAT ": diluted " TEXT_FORMAT " shares%s" TEXT_FORMAT "%s" TEXT_FORMAT "; " TEXT_FORMAT " / " TEXT_FORMAT " = " TEXT_FORMAT ".", TEXT_ARGUMENTS(words),
             TEXT_ARGUMENTS(spoken(model, per_share->diluted.shares, 2)), in.length ? ", with " : "", TEXT_ARGUMENTS(in), out.length ? "; out as antidilutive " : "", TEXT_ARGUMENTS(out),
             TEXT_ARGUMENTS(spoken(model, per_share->diluted.income, 0)), TEXT_ARGUMENTS(spoken(model, per_share->diluted.shares, 2)),
             TEXT_ARGUMENTS(spoken(model, sheet_figure(model, sheet, model_column(model, COLUMN_pro_forma), per_share->diluted_line)->slot, 4)));
}

static void say_per_share(const Model *model, ReportNote *note, const PerShare *per_share)
{
    Text words = sheet_words(model, &model->sheets.items[per_share->sheet]);
    if (per_share->basic == SLOT_NONE) {
        note_say(model->run->arena, note, TEXT_FORMAT ": not known: " TEXT_FORMAT ".", TEXT_ARGUMENTS(words), TEXT_ARGUMENTS(per_share->basic_reason));
        return;
    }
    say_basic(model, note, per_share, words);
    say_control(model, note, per_share, words);
    say_securities(model, note, per_share, words);
    say_diluted(model, note, per_share, words);
}

static void note_shares(Report *report, const Model *model)
{
    const Scenario *scenario = model->scenario;
    if (report_shares_letter(model).length == 0)
        return;
    ReportNote *note = note_add(model->run->arena, &report->notes, report_shares_letter(model));
    note_say(model->run->arena, note, "Shares. The target's own shares vanish; shares issued = " TEXT_FORMAT " (" TEXT_FORMAT "), as if outstanding from the start of the period.",
        TEXT_ARGUMENTS(scenario->issued_text), TEXT_ARGUMENTS(issued_words(scenario->issued_rule)));
    for (size_t i = 0; i < scenario->potential_count; i++)
        note_say(model->run->arena, note, "Potential shares " TEXT_FORMAT " = " TEXT_FORMAT "%s.", TEXT_ARGUMENTS(scenario->potentials[i].name), TEXT_ARGUMENTS(scenario->potentials[i].shares_text),
            scenario->potentials[i].printed_increment ? " (an approximation: a printed increment x ratio, not recomputed when a price moves)" : "");
    for (size_t i = 0; i < model->requested.count; i++)
        for (size_t j = 0; j < model->per_shares.count; j++)
            if (model->per_shares.items[j].sheet == model->requested.items[i])
                say_per_share(model, note, &model->per_shares.items[j]);
}

void notes_build(Report *report, const Model *model)
{
    for (size_t i = 0; i < model->scenario->entry_count; i++)
        if (report_entry_letter(model, &model->scenario->entries[i]).length)
            note_entry(report, model, &model->scenario->entries[i]);
    note_shares(report, model);
    blocks_build(report, model);
}
