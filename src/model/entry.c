/* Reading order: where an entry applies, circles, compiling one, posting, all of a sheet. */
#include "model/entry.h"

#include "model/adjust.h"

/* --- where an entry applies --- */

Day balance_day(const Model *model)
{
    if (model->scenario->deal)
        return model->scenario->deal->balance_sheet;
    for (size_t i = 0; i < model->scenario->period_count; i++)
        if (wanted_period_is_instant(model->scenario->periods[i]))
            return model->scenario->periods[i].end;
    return DAY_NONE;
}

bool line_is_in(const Model *model, size_t sheet, LineId line)
{
    return line != LINE_NONE && chart_at(model->chart, line)->statement == model->sheets.items[sheet].kind;
}

/* A purchase is accounted for in GAAP statements. */
static bool kind_meets_sheet(const Model *model, const ScenarioEntry *entry, size_t index)
{
    if (model->sheets.items[index].basis != BASIS_gaap)
        return false;
    return (entry->kind->balance_sheet && line_is_in(model, index, model->chart->deal.assets)) ||
           (entry->kind->operations && line_is_in(model, index, model->chart->per_share.income));
}

static bool entry_meets_sheet(const Model *model, const ScenarioEntry *entry, size_t index)
{
    const Sheet *sheet = &model->sheets.items[index];
    bool has_bases = model->chart->statements[sheet->kind].has_bases;
    bool free = entry->statement == sheet->kind && (!has_bases || entry->every_basis || entry->basis == sheet->basis);
    if (entry->off || !(entry->kind->free ? free : kind_meets_sheet(model, entry, index)))
        return false;
    for (size_t i = 0; i < entry->period_count; i++)
        if (wanted_period_equal(entry->periods[i], sheet->wanted))
            return true;
    return entry->period_count == 0;
}

static Text term_presentation(const Model *model, size_t company, const AlignTerm *term)
{
    Text presentation = term->column->presentation;
    return presentation.length ? presentation : model->scenario->companies[company].company.id;
}

typedef enum { PRESENTATION_same, PRESENTATION_other, PRESENTATION_mixed } PresentationMatch;

/* Do the figures of the entry's company follow the presentation that the entry starts from? */
static PresentationMatch match_presentation(const Model *model, const Sheet *sheet, const ScenarioEntry *entry, Text *found)
{
    size_t company = scenario_company(model->scenario, entry->company), same = 0;
    if (entry->from_presentation.length == 0 || company == model->scenario->company_count)
        return PRESENTATION_same;
    const AlignedStatement *aligned = sheet->aligned[company];
    for (size_t i = 0; i < aligned->term_count; i++) {
        Text presentation = term_presentation(model, company, &aligned->terms[i]);
        if (text_equal(presentation, entry->from_presentation))
            same++;
        else
            *found = presentation;
    }
    if (same == aligned->term_count)
        return PRESENTATION_same;
    return same == 0 ? PRESENTATION_other : PRESENTATION_mixed;
}

/* Records why an entry is not applied, once. */
static void skip_entry(Model *model, const Sheet *sheet, const ScenarioEntry *entry, Text found)
{
    for (size_t i = 0; i < model->skipped.count; i++) {
        const SkippedEntry *known = &model->skipped.items[i];
        if (known->entry == entry && known->kind == sheet->kind && known->basis == sheet->basis && wanted_period_equal(known->wanted, sheet->wanted))
            return;
    }
    *list_push(model->run->arena, &model->skipped) =
        (SkippedEntry){entry, sheet->wanted, sheet->kind, sheet->basis,
                       text_format(model->run->arena, "the filing used already carries the presentation of " TEXT_FORMAT, TEXT_ARGUMENTS(found))};
}

static bool starts_here(bool *out, Model *model, size_t index, const ScenarioEntry *entry)
{
    const Sheet *sheet = &model->sheets.items[index];
    Text found = TEXT("");
    PresentationMatch match = match_presentation(model, sheet, entry, &found);
    *out = match == PRESENTATION_same;
    if (match == PRESENTATION_other)
        skip_entry(model, sheet, entry, found);
    return match != PRESENTATION_mixed ||
           problem(model->run, PROBLEM_mixed_presentation, entry->place,
                   "entry \"" TEXT_FORMAT "\" starts from the presentation of " TEXT_FORMAT ", but some of the figures combined for " TEXT_FORMAT " follow that of " TEXT_FORMAT,
                   TEXT_ARGUMENTS(entry->name), TEXT_ARGUMENTS(entry->from_presentation), TEXT_ARGUMENTS(wanted_period_text(model->run->arena, sheet->wanted)),
                   TEXT_ARGUMENTS(found));
}

/* --- circles --- */

/* What is being compiled, the innermost first. `level`: how many times its circle has been gone through. */
typedef struct Compiling {
    const ScenarioEntry *entry;
    size_t sheet;
    int64_t level;
    struct Compiling *outer;
} Compiling;

typedef struct Unrolled {
    int64_t level;
    const AppliedEntry *applied;
} Unrolled;

static const AppliedEntry *find_applied(const Model *model, size_t sheet, const ScenarioEntry *entry, int64_t level)
{
    for (size_t i = 0; level == 0 && i < model->applied.count; i++)
        if (model->applied.items[i]->entry == entry && model->applied.items[i]->sheet == sheet)
            return model->applied.items[i];
    for (size_t i = 0; level > 0 && i < model->unrolled.count; i++) {
        const Unrolled *unrolled = &model->unrolled.items[i];
        if (unrolled->level == level && unrolled->applied->entry == entry && unrolled->applied->sheet == sheet)
            return unrolled->applied;
    }
    return NULL;
}

static const Compiling *find_compiling(const Model *model, size_t sheet, const ScenarioEntry *entry, int64_t level)
{
    const Compiling *at = model->compiling;
    while (at && !(at->entry == entry && at->sheet == sheet && at->level == level))
        at = at->outer;
    return at;
}

static bool refuse_circle(const Model *model, const Compiling *first)
{
    TextBuilder names = {.arena = model->run->arena};
    for (const Compiling *at = model->compiling;; at = at->outer) {
        text_append_format(&names, "\"" TEXT_FORMAT "\" for ", TEXT_ARGUMENTS(at->entry->name));
        if (at == first)
            break;
    }
    return problem(model->run, PROBLEM_circular_reference, first->entry->place, "the amount of entry \"" TEXT_FORMAT "\" is needed by " TEXT_FORMAT "itself",
                   TEXT_ARGUMENTS(first->entry->name), TEXT_ARGUMENTS(text_builder_text(&names)));
}

static int64_t circle_steps(const Model *model, const Compiling *first)
{
    int64_t steps = first->entry->unroll;
    for (const Compiling *at = model->compiling; at != first; at = at->outer)
        steps = at->entry->unroll > steps ? at->entry->unroll : steps;
    return steps;
}

static AppliedEntry *applied_new(Model *model, size_t sheet, const ScenarioEntry *entry, Slot effect)
{
    Arena *arena = model->run->arena;
    AppliedEntry *applied = arena_new(arena, AppliedEntry);
    size_t lines = model->chart->statements[model->sheets.items[sheet].kind].count, figures = entry_figure_count(entry->kind->figures);
    *applied = (AppliedEntry){.entry = entry, .sheet = sheet, .residual = effect};
    applied->effects = arena_array(arena, Slot, lines);
    applied->figures = arena_array(arena, Slot, figures);
    for (size_t i = 0; i < lines; i++)
        applied->effects[i] = effect;
    for (size_t i = 0; i < figures; i++)
        applied->figures[i] = effect;
    return applied;
}

/* --- compiling one --- */

static void compile_legs(Adjust *adjust)
{
    for (size_t i = 0; i < adjust->entry->leg_count; i++) {
        const ScenarioLeg *leg = &adjust->entry->legs[i];
        EntryValue value = {.given = true, .place = leg->place, .formula = leg->amount, .line = leg->line};
        LineId line = adjust_line(adjust, &value, LINE_NONE);
        AppliedLeg *posted = adjust_post(adjust, line, adjust_formula(adjust, &value), TEXT(""));
        if (posted)
            posted->place = leg->amount->place;
    }
}

static void compile_inverse(Adjust *adjust)
{
    const AppliedEntry *inverted = adjust_other(adjust, &adjust->model->scenario->entries[adjust->entry->inverted]);
    for (size_t i = 0; inverted && i < inverted->legs.count; i++) {
        const AppliedLeg *leg = &inverted->legs.items[i];
        AppliedLeg *posted = adjust_post_signed(adjust, leg->line, -1, leg->amount, leg->label);
        if (posted)
            posted->place = leg->place;
    }
}

static bool compile_entry(Adjust *adjust)
{
    const EntryKind *kind = adjust->entry->kind;
    if (adjust->entry->inverse_of.length)
        compile_inverse(adjust);
    else if (kind->free)
        compile_legs(adjust);
    else if (line_is_in(adjust->model, adjust->sheet, adjust->model->chart->deal.assets))
        return kind->balance_sheet(adjust) && adjust->good;
    else
        return kind->operations(adjust) && adjust->good;
    return adjust->good;
}

/* What must be zero: for a reclassification its effect on income; for any entry assets less liabilities and equity. */
static Slot entry_residual(Model *model, const AppliedEntry *applied)
{
    const Chart *chart = model->chart;
    const StatementKind *kind = &chart->statements[model->sheets.items[applied->sheet].kind];
    LineId income = chart->per_share.income;
    if (applied->entry->kind->column == COLUMN_reclassifications && income >= kind->first && income < kind->first + kind->count)
        return applied->effects[income - kind->first];
    for (LineId line = kind->first; line < kind->first + kind->count; line++) {
        LineId other = chart_at(chart, line)->equals; /* of liabilities and equity: assets */
        if (other != LINE_NONE)
            return program_add_signed(&model->program, applied->effects[other - kind->first], -1, applied->effects[line - kind->first]);
    }
    return SLOT_NONE;
}

/* What a note alone shows, and what a circle goes through on its way, stands in no column. */
static void post_to_column(Model *model, const AppliedEntry *applied)
{
    const Sheet *sheet = &model->sheets.items[applied->sheet];
    const StatementKind *kind = &model->chart->statements[sheet->kind];
    ColumnKind column = applied->entry->kind->column;
    for (LineId line = kind->first; column != COLUMN_none && line < kind->first + kind->count; line++) {
        Figure *figure = sheet_figure(model, sheet, model_column(model, column), line);
        figure->slot = program_add(&model->program, figure->slot, applied->effects[line - kind->first]);
    }
}

static bool compile_at(const AppliedEntry **out, Model *model, size_t sheet, const ScenarioEntry *entry, int64_t level)
{
    Compiling compiling = {entry, sheet, level, model->compiling};
    AppliedEntry *applied = applied_new(model, sheet, entry, SLOT_NONE);
    const Sheet *met = &model->sheets.items[sheet];
    Adjust adjust = {.model = model, .program = &model->program, .entry = entry, .sheet = sheet, .applied = applied, .good = true,
                     .context = {.model = model, .wanted = met->wanted, .basis = met->basis, .entry = applied}};
    model->compiling = &compiling;
    bool good = compile_entry(&adjust);
    model->compiling = compiling.outer;
    if (!good)
        return false;
    applied->residual = entry_residual(model, applied);
    *out = applied;
    if (level > 0) {
        *list_push(model->run->arena, &model->unrolled) = (Unrolled){level, applied};
        return true;
    }
    *list_push(model->run->arena, &model->applied) = applied;
    post_to_column(model, applied);
    return true;
}

bool entry_apply(const AppliedEntry **out, Model *model, size_t sheet, const ScenarioEntry *entry)
{
    int64_t level = model->compiling ? model->compiling->level : 0;
    bool here = false;
    *out = NULL;
    if (!entry_meets_sheet(model, entry, sheet))
        return true;
    if (!starts_here(&here, model, sheet, entry))
        return false;
    if (!here)
        return true;
    const Compiling *first = find_compiling(model, sheet, entry, level);
    if (first && circle_steps(model, first) == 0)
        return refuse_circle(model, first);
    if (first && level == circle_steps(model, first)) {
        *out = applied_new(model, sheet, entry, model->program.zero); /* where the circle begins */
        return true;
    }
    level += first != NULL;
    *out = find_applied(model, sheet, entry, level);
    return *out || compile_at(out, model, sheet, entry, level);
}

/* --- all of a sheet --- */

bool entries_apply(Model *model, size_t sheet)
{
    bool good = true;
    const AppliedEntry *applied;
    for (size_t i = 0; i < model->scenario->entry_count; i++)
        good = entry_apply(&applied, model, sheet, &model->scenario->entries[i]) && good;
    return good;
}
