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

/* What is being compiled, the innermost first. */
typedef struct Compiling {
    const ScenarioEntry *entry;
    size_t sheet;
    bool passing; /* its amounts hold for the pass that is made, and for no other */
    struct Compiling *outer;
} Compiling;

typedef struct {
    const AppliedEntry **items;
    size_t count, capacity;
} Passed;

/* The circle that is gone through, pass by pass: its entries as this pass has them so far, and as the one before had them. */
typedef struct Circle {
    const Compiling *outside; /* what was being compiled when it began */
    Passed now, before;
} Circle;

enum { CIRCLE_PASSES = 100 }; /* what has not settled by then is told: a circle that gives back nine tenths has */

static const AppliedEntry *find_passed(const Passed *passed, size_t sheet, const ScenarioEntry *entry)
{
    for (size_t i = 0; i < passed->count; i++)
        if (passed->items[i]->entry == entry && passed->items[i]->sheet == sheet)
            return passed->items[i];
    return NULL;
}

static void use_pass(Model *model)
{
    if (model->compiling)
        model->compiling->passing = true;
}

/* As it is for good, or in this pass. */
static const AppliedEntry *find_applied(Model *model, size_t sheet, const ScenarioEntry *entry)
{
    for (size_t i = 0; i < model->applied.count; i++)
        if (model->applied.items[i]->entry == entry && model->applied.items[i]->sheet == sheet)
            return model->applied.items[i];
    const AppliedEntry *passed = model->circle ? find_passed(&model->circle->now, sheet, entry) : NULL;
    if (passed)
        use_pass(model);
    return passed;
}

/* The same entry around this one: what is asked for closes a circle. `may`: one of the circle's entries allows it. */
static const Compiling *find_circle(bool *may, const Model *model, size_t sheet, const ScenarioEntry *entry)
{
    *may = false;
    const Compiling *outside = model->circle ? model->circle->outside : NULL;
    for (const Compiling *at = model->compiling; at != outside; at = at->outer) {
        *may = *may || at->entry->circular;
        if (at->entry == entry && at->sheet == sheet)
            return at;
    }
    return NULL;
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
    Basis basis = applied->entry->kind->every_basis ? BASIS_gaap : met->basis; /* what an amount is taken of is the same on every basis */
    return (Adjust){.model = model, .program = &model->program, .entry = applied->entry, .sheet = applied->sheet, .applied = applied, .good = true,
                    .context = {.model = model, .wanted = met->wanted, .basis = basis, .place = applied->entry->place, .entry = applied}};
}

/* `passing`: it holds for this pass of a circle only. */
static bool compile(AppliedEntry **out, bool *passing, Model *model, size_t sheet, const ScenarioEntry *entry)
{
    Compiling compiling = {.entry = entry, .sheet = sheet, .outer = model->compiling};
    *out = applied_new(model, sheet, entry, SLOT_NONE);
    Adjust adjust = adjust_begin(model, *out);
    model->compiling = &compiling;
    bool good = compile_entry(&adjust);
    model->compiling = compiling.outer;
    *passing = compiling.passing;
    if (good)
        (*out)->residual = entry_residual(model, *out);
    return good;
}

static void keep_applied(Model *model, AppliedEntry *applied)
{
    *list_push(model->run->arena, &model->applied) = applied;
    post_to_column(model, applied);
}

/* An entry as the pass before had it: before the first, with amounts of 0. */
static const AppliedEntry *pass_before(Model *model, size_t sheet, const ScenarioEntry *entry)
{
    use_pass(model);
    const AppliedEntry *before = find_passed(&model->circle->before, sheet, entry);
    return before ? before : applied_new(model, sheet, entry, model->program.zero);
}

/* That the last pass moved nothing that the entry posts. */
static void require_settled(Model *model, AppliedEntry *last, const AppliedEntry *before)
{
    Adjust adjust = adjust_begin(model, last);
    for (size_t i = 0; i < last->legs.count; i++) {
        const AppliedLeg *leg = &last->legs.items[i];
        Slot was = i < before->legs.count && before->legs.items[i].line == leg->line ? before->legs.items[i].amount : model->program.zero;
        Text what = text_format(model->run->arena, "entry \"" TEXT_FORMAT "\" depends on itself, and its amount of " TEXT_FORMAT " does not settle", TEXT_ARGUMENTS(last->entry->name),
                                TEXT_ARGUMENTS(chart_at(model->chart, leg->line)->name));
        model_require_told(model, &last->conditions, adjust_op(&adjust, OP_EQUAL, was, leg->amount), PROBLEM_circle_not_settled, last->entry->place, what,
                           "the last two of #r passes give #m and #m", adjust_constant(&adjust, CIRCLE_PASSES, "passes"), was, leg->amount);
    }
    adjust_say(&adjust, "The amounts depend on themselves: they were computed from 0 on until nothing moved.");
}

/* Goes through the circles in which an entry stands, if it does, and keeps it as the last pass has it. What else stands in them follows from
 * that when it is asked for. */
static bool compile_circle(AppliedEntry **out, Model *model, size_t sheet, const ScenarioEntry *entry)
{
    Circle circle = {.outside = model->compiling};
    bool good = true, passing = true;
    model->circle = &circle;
    for (int pass = 0; good && passing && pass < CIRCLE_PASSES; pass++) {
        Passed spent = circle.before;
        circle.before = circle.now;
        circle.now = (Passed){spent.items, 0, spent.capacity};
        good = compile(out, &passing, model, sheet, entry);
        *list_push(model->run->arena, &circle.now) = *out;
    }
    model->circle = NULL;
    if (!good)
        return false;
    if (passing)
        require_settled(model, *out, find_passed(&circle.before, sheet, entry));
    keep_applied(model, *out);
    return true;
}

/* Compiles what is not there yet. */
static bool apply_now(AppliedEntry **out, Model *model, size_t sheet, const ScenarioEntry *entry)
{
    bool passing;
    if (entry->circular && !model->circle)
        return compile_circle(out, model, sheet, entry);
    if (!compile(out, &passing, model, sheet, entry))
        return false;
    if (passing) {
        use_pass(model);
        *list_push(model->run->arena, &model->circle->now) = *out;
    } else {
        keep_applied(model, *out);
    }
    return true;
}

bool entry_apply(const AppliedEntry **out, Model *model, size_t sheet, const ScenarioEntry *entry, Place place)
{
    bool here = false, may = false;
    *out = NULL;
    if (!entry_meets_sheet(model, entry, sheet))
        return true;
    if (!starts_here(&here, model, sheet, entry))
        return false;
    if (!here)
        return true;
    *out = find_applied(model, sheet, entry);
    const Compiling *first = *out ? NULL : find_circle(&may, model, sheet, entry);
    if (first && !may)
        return refuse_circle(model, first, place);
    if (first)
        *out = pass_before(model, sheet, entry);
    AppliedEntry *applied = NULL;
    bool good = *out || apply_now(&applied, model, sheet, entry);
    *out = *out ? *out : applied;
    return good;
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
