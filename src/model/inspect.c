/* Reading order: inputs, entries, filings, companies. */
#include "model/inspect.h"

#include "model/lookup.h"
#include "scenario/formula.h"

/* --- inputs --- */

typedef struct {
    const Model *model;
    bool *used; /* one for each input */
} InputUse;

static void mark_inputs(InputUse *use, const Expression *expression)
{
    if (!expression)
        return;
    if (expression->kind == EXPRESSION_name) {
        Named named = name_resolve(use->model->scenario, use->model->chart, expression->name);
        if (named.kind == NAMED_input)
            use->used[named.index] = true;
    }
    for (int i = 0; i < 3; i++)
        mark_inputs(use, expression->operands[i]);
}

static void mark_formula(void *use, const Formula *formula)
{
    mark_inputs(use, formula->expression);
}

static void inspect_inputs(const Model *model)
{
    const Scenario *scenario = model->scenario;
    InputUse use = {model, arena_array(model->run->arena, bool, scenario->input_count)};
    scenario_formulas(scenario, model->chart, mark_formula, &use);
    for (size_t i = 0; i < scenario->input_count; i++)
        if (!use.used[i] && !model->input_read[i])
            problem(model->run, PROBLEM_unused_input, scenario->inputs[i].place, "nothing uses the input \"" TEXT_FORMAT "\": no entry, no share count, no analysis, no figure to verify",
                    TEXT_ARGUMENTS(lookup_name(model, (Named){.kind = NAMED_input, .index = i, .line = LINE_NONE})));
}

/* --- entries --- */

static bool is_applied(const Model *model, const ScenarioEntry *entry)
{
    for (size_t i = 0; i < model->applied.count; i++)
        if (model->applied.items[i]->entry == entry)
            return true;
    return false;
}

static const SkippedEntry *find_skipped(const Model *model, const ScenarioEntry *entry)
{
    for (size_t i = 0; i < model->skipped.count; i++)
        if (model->skipped.items[i].entry == entry)
            return &model->skipped.items[i];
    return NULL;
}

/* An entry that filings make needless is no fault: one file of entries may serve several scenarios. */
static void inspect_entries(const Model *model)
{
    for (size_t i = 0; i < model->scenario->entry_count; i++) {
        const ScenarioEntry *entry = &model->scenario->entries[i];
        const SkippedEntry *skipped = find_skipped(model, entry);
        if (entry->off || is_applied(model, entry))
            continue;
        if (skipped)
            problem_as(model->run, SEVERITY_note, PROBLEM_unused_entry, entry->place, "entry \"" TEXT_FORMAT "\" is skipped in every period: " TEXT_FORMAT,
                       TEXT_ARGUMENTS(entry->name), TEXT_ARGUMENTS(skipped->why));
        else
            problem(model->run, PROBLEM_unused_entry, entry->place, "entry \"" TEXT_FORMAT "\" is applied in no period: the scenario combines no %s" TEXT_FORMAT " that it is for",
                    TEXT_ARGUMENTS(entry->name), entry->kind->free ? "" : "statement", TEXT_ARGUMENTS(entry->kind->free ? model->chart->statements[entry->statement].title : TEXT("")));
    }
}

/* --- filings --- */

static bool stands_in(const Fact *fact, uint32_t source)
{
    if (fact->place.source == source)
        return true;
    for (size_t i = 0; i < fact->term_count; i++)
        if (stands_in(fact->terms[i].fact, source))
            return true;
    return false;
}

static bool sheet_uses(const Model *model, const Sheet *sheet, size_t company, uint32_t source)
{
    const AlignedStatement *aligned = sheet->aligned[company];
    for (LineId line = 0; aligned->available && line < model->chart->statements[sheet->kind].count; line++)
        if (aligned->facts[line] && stands_in(aligned->facts[line], source))
            return true;
    return false;
}

static bool takes_anything(const Books *books, size_t order, const TakenKind *take)
{
    for (size_t i = 0; i < books->taken_count; i++) {
        const TakenStatement *taken = &books->taken[i];
        if (taken->order == (int)order && taken->statement->kind == take->kind && (take->every_basis || taken->statement->basis == take->basis))
            return true;
    }
    return false;
}

static void inspect_takes(const Model *model, size_t company, size_t order)
{
    const FilingUse *use = &model->scenario->companies[company].filings[order];
    for (size_t i = 0; i < use->take_count; i++)
        if (!takes_anything(&model->books[company], order, &use->takes[i]))
            problem(model->run, PROBLEM_unused_take, use->takes[i].place, "\"" TEXT_FORMAT "\" prints no " TEXT_FORMAT "%s of " TEXT_FORMAT, TEXT_ARGUMENTS(use->file),
                    TEXT_ARGUMENTS(model->chart->statements[use->takes[i].kind].title), use->takes[i].basis == BASIS_non_gaap ? ", non-GAAP," : "",
                    TEXT_ARGUMENTS(model->scenario->companies[company].company.id));
}

static bool share_column(const Statement *a, const Statement *b)
{
    for (size_t i = 0; a->kind == b->kind && a->basis == b->basis && i < a->column_count; i++)
        for (size_t j = 0; j < b->column_count; j++)
            if (period_equal(a->periods[i], b->periods[j]))
                return true;
    return false;
}

static bool is_compared(const Books *books, size_t order)
{
    for (size_t i = 0; i < books->taken_count; i++)
        for (size_t j = 0; books->taken[i].order == (int)order && j < books->taken_count; j++)
            if (books->taken[j].order != (int)order && share_column(books->taken[i].statement, books->taken[j].statement))
                return true;
    return false;
}

static void inspect_filing(const Model *model, size_t company, size_t order)
{
    const FilingUse *use = &model->scenario->companies[company].filings[order];
    const Source *source = NULL;
    bool used = false;
    for (size_t i = 0; i < model->run->sources.count; i++)
        if (text_equal(model->run->sources.items[i]->path, use->path))
            source = model->run->sources.items[i];
    for (size_t i = 0; source && i < model->sheets.count && !used; i++)
        used = sheet_uses(model, &model->sheets.items[i], company, source->number);
    if (used)
        return;
    Text id = model->scenario->companies[company].company.id;
    if (is_compared(&model->books[company], order))
        problem_as(model->run, SEVERITY_note, PROBLEM_unused_filing, use->place, "the figures of " TEXT_FORMAT " in \"" TEXT_FORMAT "\" are compared with those of other filings, not used",
                   TEXT_ARGUMENTS(id), TEXT_ARGUMENTS(use->file));
    else
        problem(model->run, PROBLEM_unused_filing, use->place, "no figure of " TEXT_FORMAT " is used from \"" TEXT_FORMAT "\": no period of the scenario needs one",
                TEXT_ARGUMENTS(id), TEXT_ARGUMENTS(use->file));
}

/* --- companies --- */

static void inspect_companies(const Model *model)
{
    const Scenario *scenario = model->scenario;
    const Setting *companies = setting_find(scenario->root, "companies");
    for (size_t i = 0; companies && i < companies->count; i++)
        if (scenario_company(scenario, companies->children[i].name) == scenario->company_count)
            problem(model->run, PROBLEM_unused_company, companies->children[i].name_place, "\"" TEXT_FORMAT "\" takes no part: it is neither the acquirer nor a target",
                    TEXT_ARGUMENTS(companies->children[i].name));
}

void inspect_unused(const Model *model)
{
    inspect_companies(model);
    for (size_t company = 0; company < model->scenario->company_count; company++)
        for (size_t order = 0; order < model->scenario->companies[company].filing_count; order++) {
            inspect_takes(model, company, order);
            inspect_filing(model, company, order);
        }
    inspect_inputs(model);
    inspect_entries(model);
}
