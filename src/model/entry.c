#include "model/entry.h"

#include "model/lookup.h"

static bool entry_meets_sheet(const ScenarioEntry *entry, const Sheet *sheet, bool has_bases)
{
    if (entry->statement != sheet->kind || (has_bases && !entry->every_basis && entry->basis != sheet->basis))
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

/* An amount on a line moves every total above it. */
static void post(Model *model, AppliedEntry *applied, LineId line, Slot amount)
{
    const Chart *chart = model->chart;
    LineId first = chart->statements[model->sheets.items[applied->sheet].kind].first;
    int sign = 1;
    for (LineId at = line; at != LINE_NONE; at = chart_at(chart, at)->into) {
        applied->effects[at - first] = program_add_signed(&model->program, applied->effects[at - first], sign, amount);
        sign *= chart_at(chart, at)->sign;
    }
}

static Slot compile_leg(Model *model, AppliedEntry *applied, const ScenarioLeg *leg)
{
    const Sheet *sheet = &model->sheets.items[applied->sheet];
    LookupContext context = {.model = model, .wanted = sheet->wanted, .basis = sheet->basis, .entry = applied};
    Looked looked;
    if (!lookup_expression(&looked, &context, leg->amount))
        return SLOT_NONE;
    if (looked.slot == SLOT_NONE) {
        Text period = wanted_period_text(model->run->arena, context.wanted);
        problem(model->run, PROBLEM_source_not_reported, leg->amount->place, "the amount of entry \"" TEXT_FORMAT "\" for " TEXT_FORMAT " cannot be had: " TEXT_FORMAT,
                TEXT_ARGUMENTS(applied->entry->name), TEXT_ARGUMENTS(period), TEXT_ARGUMENTS(looked.reason));
        return SLOT_NONE;
    }
    return looked.plain ? looked.slot : program_op(&model->program, OP_ROUND, looked.slot, SLOT_NONE, SLOT_NONE);
}

/* What must be zero: for a reclassification its effect on income; for any entry assets less liabilities and equity. */
static Slot entry_residual(Model *model, const AppliedEntry *applied)
{
    const Chart *chart = model->chart;
    const StatementKind *kind = &chart->statements[model->sheets.items[applied->sheet].kind];
    LineId income = chart->per_share.income;
    if (applied->entry->kind == ENTRY_reclassification && income >= kind->first && income < kind->first + kind->count)
        return applied->effects[income - kind->first];
    for (LineId line = kind->first; line < kind->first + kind->count; line++) {
        LineId other = chart_at(chart, line)->equals;
        if (other != LINE_NONE)
            return program_add_signed(&model->program, applied->effects[line - kind->first], -1, applied->effects[other - kind->first]);
    }
    return SLOT_NONE;
}

static bool apply_entry(Model *model, size_t sheet, const ScenarioEntry *entry)
{
    Arena *arena = model->run->arena;
    size_t lines = model->chart->statements[model->sheets.items[sheet].kind].count;
    AppliedEntry applied = {.entry = entry, .sheet = sheet, .residual = SLOT_NONE};
    applied.effects = arena_array(arena, Slot, lines);
    applied.leg_amounts = arena_array(arena, Slot, entry->leg_count);
    for (size_t i = 0; i < lines; i++)
        applied.effects[i] = SLOT_NONE;
    bool good = true;
    for (size_t i = 0; i < entry->leg_count; i++) {
        applied.leg_amounts[i] = compile_leg(model, &applied, &entry->legs[i]);
        good = good && applied.leg_amounts[i] != SLOT_NONE;
        if (good)
            post(model, &applied, entry->legs[i].line, applied.leg_amounts[i]);
    }
    if (!good)
        return false;
    applied.residual = entry_residual(model, &applied);
    *list_push(arena, &model->applied) = applied;

    ColumnKind column = entry->kind == ENTRY_reclassification ? COLUMN_reclassifications : COLUMN_adjustments;
    const Sheet *posted = &model->sheets.items[sheet]; /* the leg may have opened other sheets and moved this one */
    LineId first = model->chart->statements[posted->kind].first;
    for (LineId line = first; line < first + lines; line++) {
        Figure *figure = sheet_figure(model, posted, model_column(model, column), line);
        figure->slot = program_add(&model->program, figure->slot, applied.effects[line - first]);
    }
    return true;
}

bool entries_apply(Model *model, size_t sheet)
{
    bool good = true;
    for (size_t i = 0; i < model->scenario->entry_count; i++) {
        const ScenarioEntry *entry = &model->scenario->entries[i];
        const Sheet *met = &model->sheets.items[sheet];
        Text found = TEXT("");
        if (entry->off || !entry_meets_sheet(entry, met, model->chart->statements[met->kind].has_bases))
            continue;
        switch (match_presentation(model, met, entry, &found)) {
        case PRESENTATION_same:
            good = apply_entry(model, sheet, entry) && good;
            break;
        case PRESENTATION_other:
            *list_push(model->run->arena, &model->skipped) = (SkippedEntry){
                entry, met->wanted, met->kind, met->basis,
                text_format(model->run->arena, "the filing used already carries the presentation of " TEXT_FORMAT, TEXT_ARGUMENTS(found))};
            break;
        case PRESENTATION_mixed:
            good = problem(model->run, PROBLEM_mixed_presentation, entry->place,
                           "entry \"" TEXT_FORMAT "\" starts from the presentation of " TEXT_FORMAT ", but some of the figures combined for " TEXT_FORMAT
                           " follow that of " TEXT_FORMAT,
                           TEXT_ARGUMENTS(entry->name), TEXT_ARGUMENTS(entry->from_presentation),
                           TEXT_ARGUMENTS(wanted_period_text(model->run->arena, met->wanted)), TEXT_ARGUMENTS(found));
            break;
        }
    }
    return good;
}
