/* Reading order: names in full, the owners of each part of a model, the one that says most. */
#include "report/slot_owner.h"

#include "model/lookup.h"
#include "report/letters.h"

/* --- names in full --- */

Text full_name_text(Arena *arena, const FullName *name)
{
    return text_format(arena, TEXT_FORMAT "%s" TEXT_FORMAT "%s" TEXT_FORMAT, TEXT_ARGUMENTS(name->bare), name->period.length ? "@" : "", TEXT_ARGUMENTS(name->period),
                       name->basis.length ? ":" : "", TEXT_ARGUMENTS(name->basis));
}

Text full_name_beside(Arena *arena, const FullName *name, const FullName *other)
{
    Text basis = other->basis.length ? other->basis : basis_name(BASIS_gaap);
    FullName rest = *name;
    if (text_equal(rest.period, other->period))
        rest.period = TEXT("");
    if (text_equal(rest.basis, basis))
        rest.basis = TEXT("");
    return full_name_text(arena, &rest);
}

static bool is_of_balance_sheet(const Model *model, Named named)
{
    return named.kind == NAMED_figure && model->scenario->entries[named.index].kind->figures[named.figure].at_balance;
}

FullName named_full(const Model *model, Named named, WantedPeriod wanted, Basis basis)
{
    FullName name = {.bare = lookup_name(model, named), .period = TEXT(""), .basis = TEXT("")};
    bool of_line = named.kind == NAMED_company || named.kind == NAMED_column || named.kind == NAMED_entry;
    if (named.kind == NAMED_input || is_of_balance_sheet(model, named))
        return name;
    name.period = wanted_period_text(model->run->arena, wanted);
    if (named.kind == NAMED_analysis || (of_line && model->chart->statements[chart_at(model->chart, named.line)->statement].has_bases))
        name.basis = basis_name(basis);
    return name;
}

/* "entries.tax.income_tax "amortization"": of several that an entry posts to one line. */
static Text leg_words(const Model *model, const SlotOwner *owner)
{
    Text label = owner->leg->label.length ? owner->leg->label : TEXT("leg");
    return text_format(model->run->arena, "entries." TEXT_FORMAT "." TEXT_FORMAT " \"" TEXT_FORMAT "\"", TEXT_ARGUMENTS(owner->applied->entry->name),
                       TEXT_ARGUMENTS(chart_at(model->chart, owner->leg->line)->name), TEXT_ARGUMENTS(label));
}

FullName owner_name(const Model *model, const SlotOwner *owner)
{
    WantedPeriod wanted = {0};
    Basis basis = BASIS_gaap;
    if (owner->sheet != SIZE_MAX) {
        wanted = model->sheets.items[owner->sheet].wanted;
        basis = model->sheets.items[owner->sheet].basis;
    }
    if (owner->named.kind != NAMED_nothing)
        return named_full(model, owner->named, wanted, basis);
    Text words = owner->leg ? leg_words(model, owner) : text_of(owner->words);
    return (FullName){.bare = words, .period = owner->sheet == SIZE_MAX ? TEXT("") : wanted_period_text(model->run->arena, wanted), .basis = TEXT("")};
}

Text owner_letter(const Model *model, const SlotOwner *owner)
{
    bool shares = owner->rank == OWNER_column && chart_at(model->chart, owner->named.line)->unit == UNIT_shares;
    if (owner->applied)
        return report_entry_letter(model, owner->applied->entry);
    return shares ? report_shares_letter(model) : TEXT("");
}

/* --- owners --- */

/* 0 and 1 are everybody's. */
static void add(SlotOwners *out, SlotOwner owner)
{
    const Program *program = &out->model->program;
    if (owner.slot == SLOT_NONE || owner.slot == program->zero || owner.slot == program->one)
        return;
    owner.next = out->first[owner.slot];
    *list_push(out->model->run->arena, &out->owners) = owner;
    out->first[owner.slot] = out->owners.count;
}

static void add_sheet(SlotOwners *out, size_t index)
{
    const Model *model = out->model;
    const Sheet *sheet = &model->sheets.items[index];
    const StatementKind *kind = &model->chart->statements[sheet->kind];
    size_t companies = model->scenario->company_count;
    for (size_t column = 0; column < model_column_count(model); column++)
        for (LineId line = kind->first; line < kind->first + kind->count; line++) {
            const Figure *figure = sheet_figure(model, sheet, column, line);
            bool company = column < companies, pro_forma = column == model_column(model, COLUMN_pro_forma);
            add(out, (SlotOwner){.rank = company ? (figure->fact && !figure->summed ? OWNER_company : OWNER_summed) : pro_forma ? OWNER_pro_forma : OWNER_column,
                                 .slot = figure->slot, .sheet = index, .figure = company ? figure : NULL,
                                 .named = {.kind = company ? NAMED_company : NAMED_column, .index = company ? column : column - companies, .line = line}});
        }
}

static void add_entry(SlotOwners *out, const AppliedEntry *applied)
{
    const Model *model = out->model;
    const StatementKind *kind = &model->chart->statements[model->sheets.items[applied->sheet].kind];
    size_t entry = (size_t)(applied->entry - model->scenario->entries);
    for (LineId i = 0; i < kind->count; i++)
        add(out, (SlotOwner){.rank = OWNER_effect, .slot = applied->effects[i], .sheet = applied->sheet, .applied = applied,
                             .named = {.kind = NAMED_entry, .index = entry, .line = (LineId)(kind->first + i)}});
    for (size_t i = 0; i < entry_figure_count(applied->entry->kind->figures); i++)
        add(out, (SlotOwner){.rank = OWNER_figure, .slot = applied->figures[i], .sheet = applied->sheet, .applied = applied,
                             .named = {.kind = NAMED_figure, .index = entry, .line = LINE_NONE, .figure = i}});
    for (size_t i = 0; i < applied->legs.count; i++)
        add(out, (SlotOwner){.rank = OWNER_leg, .slot = applied->legs.items[i].amount, .sheet = applied->sheet, .applied = applied, .leg = &applied->legs.items[i],
                             .named = {.line = LINE_NONE}});
}

static void add_analysis_figure(SlotOwners *out, OwnerRank rank, size_t sheet, AnalysisId id, size_t subject, Slot slot)
{
    add(out, (SlotOwner){.rank = rank, .slot = slot, .sheet = sheet, .named = {.kind = NAMED_analysis, .index = id, .line = LINE_NONE, .figure = subject}});
}

static void add_per_share(SlotOwners *out, const PerShare *per_share)
{
    add(out, (SlotOwner){.rank = OWNER_security, .slot = per_share->issued, .sheet = per_share->sheet, .words = "shares issued", .named = {.line = LINE_NONE}});
    add_analysis_figure(out, OWNER_analysis, per_share->sheet, ANALYSIS_control, 0, per_share->control);
    add_analysis_figure(out, OWNER_analysis, per_share->sheet, ANALYSIS_numerator, 0, per_share->diluted.income);
    for (size_t i = 0; i < per_share->securities.count; i++) {
        const Security *security = &per_share->securities.items[i];
        add_analysis_figure(out, OWNER_security, per_share->sheet, ANALYSIS_income, security->index, security->income);
        add_analysis_figure(out, OWNER_security, per_share->sheet, ANALYSIS_increment, security->index, security->shares);
        add_analysis_figure(out, OWNER_security, per_share->sheet, ANALYSIS_rank, security->index, security->rank);
        add_analysis_figure(out, OWNER_security, per_share->sheet, ANALYSIS_included, security->index, security->included);
    }
}

static void add_analysis(SlotOwners *out, const Analysis *analysis)
{
    for (size_t i = 0; i < analysis->figures.count; i++) {
        const AnalysisFigure *figure = &analysis->figures.items[i];
        add_analysis_figure(out, OWNER_analysis, analysis->sheet, figure->id, figure->subject, figure->slot);
    }
}

void slot_owners_find(SlotOwners *out, const Model *model)
{
    *out = (SlotOwners){.model = model};
    out->first = arena_array(model->run->arena, size_t, model->program.values.count);
    for (size_t i = 0; i < model->scenario->input_count; i++)
        add(out, (SlotOwner){.rank = OWNER_input, .slot = model->input_slots[i], .sheet = SIZE_MAX, .named = {.kind = NAMED_input, .index = i, .line = LINE_NONE}});
    for (size_t i = 0; i < model->sheets.count; i++)
        add_sheet(out, i);
    for (size_t i = 0; i < model->applied.count; i++)
        add_entry(out, model->applied.items[i]);
    for (size_t i = 0; i < model->per_shares.count; i++)
        add_per_share(out, &model->per_shares.items[i]);
    for (size_t i = 0; i < model->analyses.count; i++)
        add_analysis(out, &model->analyses.items[i]);
}

/* --- the one that says most --- */

/* A figure of its kind says more of an entry than a line, unless that line is being told of; of equal owners the first in the model is meant. */
static int says(const SlotOwner *owner, LineId line)
{
    bool same_line = line != LINE_NONE && owner->named.line == line;
    return 2 * (int)owner->rank + (owner->rank == OWNER_effect && same_line ? 3 : same_line);
}

const SlotOwner *slot_owner(const SlotOwners *owners, Slot slot, LineId line)
{
    const SlotOwner *best = NULL;
    for (size_t at = owners->first[slot]; at; at = owners->owners.items[at - 1].next) {
        const SlotOwner *owner = &owners->owners.items[at - 1];
        if (!best || says(owner, line) >= says(best, line))
            best = owner;
    }
    return best;
}
