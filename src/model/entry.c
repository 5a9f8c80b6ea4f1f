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

/* A purchase is accounted for in GAAP statements; what other holders have of income, they have of it on every basis. */
static bool kind_meets_sheet(const Model *model, const ScenarioEntry *entry, size_t index)
{
    const EntryKind *kind = entry->kind;
    if (model->sheets.items[index].basis != BASIS_gaap && !kind->every_basis)
        return false;
    return (kind->balance_sheet && line_is_in(model, index, model->chart->deal.assets)) ||
           (kind->operations && line_is_in(model, index, model->chart->per_share.income) && (!kind->operates || kind->operates(entry)));
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

/* That an entry stands so many times among those that are being compiled. */
typedef struct {
    const ScenarioEntry *entry;
    size_t sheet;
    int64_t depth;
} Step;

typedef struct {
    Step *items;
    size_t count, capacity;
} Steps;

/* What is being compiled, the innermost first. */
typedef struct Compiling {
    const ScenarioEntry *entry;
    size_t sheet;
    Steps steps; /* at which its amounts hold, and at no others; none: they are final */
    struct Compiling *outer;
} Compiling;

/* An entry at steps of a circle. */
typedef struct Unrolled {
    const AppliedEntry *applied;
    Steps steps;
} Unrolled;

/* A circle that goes through both statements of an entry is cut once. */
static bool is_cut(const Model *model, size_t sheet, const ScenarioEntry *entry)
{
    return entry->unroll > 0 && (!entry->kind->balance_sheet || line_is_in(model, sheet, model->chart->deal.assets));
}

static int64_t depth_of(const Model *model, size_t sheet, const ScenarioEntry *entry)
{
    int64_t depth = 0;
    for (const Compiling *at = model->compiling; at; at = at->outer)
        depth += at->entry == entry && at->sheet == sheet;
    return depth;
}

static const Step *find_step(const Steps *steps, size_t sheet, const ScenarioEntry *entry)
{
    for (size_t i = 0; i < steps->count; i++)
        if (steps->items[i].entry == entry && steps->items[i].sheet == sheet)
            return &steps->items[i];
    return NULL;
}

static void add_step(Model *model, Steps *steps, Step step)
{
    if (!find_step(steps, step.sheet, step.entry))
        *list_push(model->run->arena, steps) = step;
}

/* What uses an entry at a step is at that step itself. */
static void use_steps(Model *model, const Steps *steps)
{
    for (size_t i = 0; model->compiling && i < steps->count; i++)
        add_step(model, &model->compiling->steps, steps->items[i]);
}

static bool steps_hold(const Model *model, const Steps *steps)
{
    for (size_t i = 0; i < steps->count; i++)
        if (depth_of(model, steps->items[i].sheet, steps->items[i].entry) != steps->items[i].depth)
            return false;
    return true;
}

static const AppliedEntry *find_applied(Model *model, size_t sheet, const ScenarioEntry *entry)
{
    for (size_t i = 0; i < model->applied.count; i++)
        if (model->applied.items[i]->entry == entry && model->applied.items[i]->sheet == sheet)
            return model->applied.items[i];
    for (size_t i = 0; i < model->unrolled.count; i++) {
        const Unrolled *unrolled = &model->unrolled.items[i];
        if (unrolled->applied->entry != entry || unrolled->applied->sheet != sheet || !steps_hold(model, &unrolled->steps))
            continue;
        use_steps(model, &unrolled->steps);
        return unrolled->applied;
    }
    return NULL;
}

/* The same entry around this one, where nothing between the two cuts the circle. */
static const Compiling *find_circle(const Model *model, size_t sheet, const ScenarioEntry *entry)
{
    const Compiling *at = model->compiling;
    while (at && !is_cut(model, at->sheet, at->entry) && !(at->entry == entry && at->sheet == sheet))
        at = at->outer;
    return at && !is_cut(model, at->sheet, at->entry) ? at : NULL;
}

static Text compiling_words(const Model *model, const Compiling *at)
{
    Arena *arena = model->run->arena;
    return text_format(arena, "\"" TEXT_FORMAT "\" (" TEXT_FORMAT ")", TEXT_ARGUMENTS(at->entry->name), TEXT_ARGUMENTS(wanted_period_text(arena, model->sheets.items[at->sheet].wanted)));
}

/* Once: what else is in the circle, or needs it, fails with it. */
static bool refuse_circle(Model *model, const Compiling *first, Place place)
{
    if (model->circular)
        return false;
    model->circular = true;
    Text words = compiling_words(model, first), chain = words;
    for (const Compiling *at = model->compiling; at != first; at = at->outer)
        chain = text_format(model->run->arena, TEXT_FORMAT ", which needs " TEXT_FORMAT, TEXT_ARGUMENTS(compiling_words(model, at)), TEXT_ARGUMENTS(chain));
    return problem(model->run, PROBLEM_circular_reference, place, "an amount depends on itself: " TEXT_FORMAT " needs " TEXT_FORMAT, TEXT_ARGUMENTS(words), TEXT_ARGUMENTS(chain));
}

static AppliedEntry *applied_new(Model *model, size_t sheet, const ScenarioEntry *entry, Slot effect)
{
    Arena *arena = model->run->arena;
    AppliedEntry *applied = arena_new(arena, AppliedEntry);
    size_t lines = model->chart->statements[model->sheets.items[sheet].kind].count, figures = entry_figure_count(entry->kind->figures);
    *applied = (AppliedEntry){.entry = entry, .sheet = sheet, .column = entry->kind->column, .residual = effect};
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
    if (inverted)
        adjust->applied->column = inverted->column;
    for (size_t i = 0; inverted && i < inverted->legs.count; i++) {
        const AppliedLeg *leg = &inverted->legs.items[i];
        AppliedLeg *posted = adjust_post_signed(adjust, leg->line, -1, leg->amount, leg->label);
        if (!posted)
            continue;
        posted->place = leg->place;
        posted->not_deductible = leg->not_deductible;
        posted->taxed = leg->taxed;
        posted->difference = adjust_op(adjust, OP_NEGATE, leg->difference, SLOT_NONE);
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

Slot entry_residual(Model *model, const AppliedEntry *applied)
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
    ColumnKind column = applied->column;
    for (LineId line = kind->first; column != COLUMN_none && line < kind->first + kind->count; line++) {
        Figure *figure = sheet_figure(model, sheet, model_column(model, column), line);
        figure->slot = program_add(&model->program, figure->slot, applied->effects[line - kind->first]);
    }
}

static Adjust adjust_begin(Model *model, AppliedEntry *applied)
{
    const Sheet *met = &model->sheets.items[applied->sheet];
    return (Adjust){.model = model, .program = &model->program, .entry = applied->entry, .sheet = applied->sheet, .applied = applied, .good = true,
                    .context = {.model = model, .wanted = met->wanted, .basis = met->basis, .place = applied->entry->place, .entry = applied}};
}

/* How far the last step of a circle moved what the entry posts. */
static void say_unrolled(Adjust *adjust)
{
    const Model *model = adjust->model;
    const AppliedEntry *before = NULL;
    for (size_t i = 0; !before && i < model->unrolled.count; i++) {
        const Unrolled *unrolled = &model->unrolled.items[i];
        const Step *step = find_step(&unrolled->steps, adjust->sheet, adjust->entry);
        if (unrolled->applied->entry == adjust->entry && unrolled->applied->sheet == adjust->sheet && step && step->depth == 1)
            before = unrolled->applied;
    }
    Slot most = adjust->program->zero;
    for (size_t i = 0; before && i < model->chart->statements[model->sheets.items[adjust->sheet].kind].count; i++) {
        Slot moved = program_add_signed(adjust->program, adjust->applied->effects[i], -1, before->effects[i]);
        if (moved != SLOT_NONE)
            most = adjust_op(adjust, OP_MAXIMUM, most, adjust_op(adjust, OP_MAXIMUM, moved, adjust_op(adjust, OP_NEGATE, moved, SLOT_NONE)));
    }
    adjust_say(adjust, "The amounts depend on themselves: computed #r times, beginning with 0; the last time moved them by at most #m.",
               adjust_constant(adjust, (double)adjust->entry->unroll, "steps"), most);
}

/* What is compiled is final, or holds at the steps of the circles that it was compiled in. */
static void keep_applied(Adjust *adjust, const Compiling *compiled)
{
    Model *model = adjust->model;
    AppliedEntry *applied = adjust->applied;
    Unrolled unrolled = {.applied = applied};
    int64_t around = depth_of(model, adjust->sheet, adjust->entry);
    bool cut = is_cut(model, adjust->sheet, adjust->entry), circular = cut && find_step(&compiled->steps, adjust->sheet, adjust->entry);
    for (size_t i = 0; i < compiled->steps.count; i++)
        if (!cut || compiled->steps.items[i].entry != adjust->entry || compiled->steps.items[i].sheet != adjust->sheet)
            add_step(model, &unrolled.steps, compiled->steps.items[i]);
    if (cut && around > 0)
        add_step(model, &unrolled.steps, (Step){adjust->entry, adjust->sheet, around});
    applied->residual = entry_residual(model, applied);
    use_steps(model, &unrolled.steps);
    if (circular && around == 0)
        say_unrolled(adjust);
    if (unrolled.steps.count) {
        *list_push(model->run->arena, &model->unrolled) = unrolled;
        return;
    }
    *list_push(model->run->arena, &model->applied) = applied;
    post_to_column(model, applied);
}

static bool compile(const AppliedEntry **out, Model *model, size_t sheet, const ScenarioEntry *entry)
{
    Compiling compiling = {.entry = entry, .sheet = sheet, .outer = model->compiling};
    AppliedEntry *applied = applied_new(model, sheet, entry, SLOT_NONE);
    Adjust adjust = adjust_begin(model, applied);
    model->compiling = &compiling;
    bool good = compile_entry(&adjust);
    model->compiling = compiling.outer;
    if (!good)
        return false;
    keep_applied(&adjust, &compiling);
    *out = applied;
    return true;
}

/* Where a circle begins. */
static const AppliedEntry *apply_start(Model *model, size_t sheet, const ScenarioEntry *entry)
{
    Unrolled start = {.applied = applied_new(model, sheet, entry, model->program.zero)};
    add_step(model, &start.steps, (Step){entry, sheet, entry->unroll});
    use_steps(model, &start.steps);
    *list_push(model->run->arena, &model->unrolled) = start;
    return start.applied;
}

bool entry_apply(const AppliedEntry **out, Model *model, size_t sheet, const ScenarioEntry *entry, Place place)
{
    bool here = false;
    *out = NULL;
    if (!entry_meets_sheet(model, entry, sheet))
        return true;
    if (!starts_here(&here, model, sheet, entry))
        return false;
    if (!here)
        return true;
    *out = find_applied(model, sheet, entry);
    if (!*out && is_cut(model, sheet, entry) && depth_of(model, sheet, entry) == entry->unroll)
        *out = apply_start(model, sheet, entry);
    const Compiling *first = *out ? NULL : find_circle(model, sheet, entry);
    if (first)
        return refuse_circle(model, first, place);
    return *out || compile(out, model, sheet, entry);
}

/* --- all of a sheet --- */

bool entries_apply(Model *model, size_t sheet)
{
    bool good = true;
    const AppliedEntry *applied;
    for (size_t i = 0; i < model->scenario->entry_count; i++)
        good = entry_apply(&applied, model, sheet, &model->scenario->entries[i], model->scenario->entries[i].place) && good;
    return good;
}

bool entries_reconcile(Model *model, size_t sheet)
{
    bool good = true;
    for (size_t i = 0; i < model->applied.count; i++) {
        AppliedEntry *applied = model->applied.items[i];
        Adjust adjust = adjust_begin(model, applied);
        if (applied->sheet == sheet && applied->entry->kind->reconcile)
            good = applied->entry->kind->reconcile(&adjust) && adjust.good && good;
    }
    return good;
}
