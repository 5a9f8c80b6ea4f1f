#include "scenario/load.h"

#include "filing/filing.h"
#include "statement/recognize.h"
#include "statement/replace.h"
#include "statement/restate.h"

typedef struct {
    const Source *source;
    Statements statements;
    bool good;
} ReadFiling;

typedef struct {
    Run *run;
    const Chart *chart;
    const Scenario *scenario;
    Companies companies;
    struct { ReadFiling *items; size_t count, capacity; } read;
} Loading;

static Companies merge_companies(Arena *arena, const Companies *known, const Scenario *scenario)
{
    Companies merged = *known;
    merged.items = arena_array(arena, Company, known->count + scenario->company_count);
    for (size_t i = 0; i < known->count; i++)
        merged.items[i] = known->items[i];
    for (size_t i = 0; i < scenario->company_count; i++) {
        Company *same = company_find(&merged, scenario->companies[i].company.id);
        *(same ? same : &merged.items[merged.count++]) = scenario->companies[i].company;
    }
    return merged;
}

/* NULL when it cannot be read; a problem was recorded the first time. */
static const Statements *read_filing(Loading *loading, const FilingUse *use)
{
    const Source *source;
    const Filing *filing;
    if (!run_read_file(&source, loading->run, use->file, use->path, use->place))
        return NULL;
    for (size_t i = 0; i < loading->read.count; i++)
        if (loading->read.items[i].source == source)
            return loading->read.items[i].good ? &loading->read.items[i].statements : NULL;
    ReadFiling *item = list_push(loading->run->arena, &loading->read);
    *item = (ReadFiling){.source = source};
    item->good = filing_read(&filing, loading->run, source) &&
                 statements_recognize(&item->statements, loading->run, filing, loading->chart, &loading->companies);
    return item->good ? &item->statements : NULL;
}

/* --- what is taken --- */

typedef struct {
    TakenStatement *items;
    size_t count, capacity;
} TakenStatements;

static bool takes(const FilingUse *use, const Statement *statement)
{
    for (size_t i = 0; i < use->take_count; i++)
        if (use->takes[i].kind == statement->kind && (use->takes[i].every_basis || use->takes[i].basis == statement->basis))
            return true;
    return use->take_count == 0;
}

static bool nothing_taken(const Loading *loading, const Statements *statements, const ScenarioCompany *company, const FilingUse *use)
{
    TextBuilder found = {.arena = loading->run->arena};
    for (size_t i = 0; i < statements->count; i++) {
        Text entity = statements->items[i].entity;
        if (entity.length && text_find(text_builder_text(&found), entity, 0) == found.count)
            text_append_format(&found, "%s" TEXT_FORMAT, found.count ? ", " : "", TEXT_ARGUMENTS(entity));
    }
    return problem(loading->run, PROBLEM_nothing_taken, use->place, "\"" TEXT_FORMAT "\" holds no statement of " TEXT_FORMAT " that is taken from it; it has statements of " TEXT_FORMAT,
                   TEXT_ARGUMENTS(use->file), TEXT_ARGUMENTS(company->company.id), TEXT_ARGUMENTS(text_builder_text(&found)));
}

/* What is not taken is neither used nor compared. */
static bool take_statements(TakenStatements *taken, Loading *loading, const ScenarioCompany *company, size_t order)
{
    const FilingUse *use = &company->filings[order];
    const Statements *statements = read_filing(loading, use);
    Statements compared = {0};
    for (size_t i = 0; statements && i < statements->count; i++) {
        const Statement *statement = &statements->items[i];
        if (!text_equal(statement->entity, company->company.id) || !takes(use, statement))
            continue;
        *list_push(loading->run->arena, taken) = (TakenStatement){statement, use->filed, (int)order, use->presentation, use->splits};
        *list_push(loading->run->arena, &compared) = *statement;
    }
    if (!statements || compared.count == 0)
        return statements && nothing_taken(loading, statements, company, use);
    statements_compare(loading->run, &compared);
    return true;
}

static bool load_company(Books *out, Loading *loading, const ScenarioCompany *company)
{
    TakenStatements taken = {0};
    bool good = true;
    for (size_t order = 0; order < company->filing_count; order++)
        good = take_statements(&taken, loading, company, order) && good;
    return good && books_make(out, loading->run, loading->chart, company->company.id, taken.items, taken.count, loading->scenario->reporting.scale);
}

/* COMPANY.LINE=VALUE options; scenario/set has made sure that company and line exist. */
static bool replace_figure(Books *books, const Loading *loading, const ScenarioSet *set)
{
    const Scenario *scenario = loading->scenario;
    Text name = set->name.name;
    size_t dot = text_find_char(name, '.', 0);
    Books *company = &books[scenario_company(scenario, text_slice(name, 0, dot))];
    LineId line = chart_line(loading->chart, text_slice(name, dot + 1, name.length));
    WantedPeriod wanted = set->name.has_period || scenario->period_count == 0 ? set->name.period : scenario->periods[0];
    Basis basis = set->name.has_basis ? set->name.basis : BASIS_gaap;
    if (set->open)
        return books_open(company, loading->run, loading->chart, line, basis, wanted, set->open, set->place);
    return books_replace(company, loading->run, loading->chart, line, basis, wanted, set->value, scenario->reporting.scale, set->place);
}

bool books_load(Books **out, Run *run, const Chart *chart, const Companies *known, const Scenario *scenario)
{
    Loading loading = {.run = run, .chart = chart, .scenario = scenario, .companies = merge_companies(run->arena, known, scenario)};
    bool good = true;
    *out = arena_array(run->arena, Books, scenario->company_count);
    for (size_t i = 0; i < scenario->company_count; i++)
        good = load_company(&(*out)[i], &loading, &scenario->companies[i]) && good;
    for (size_t i = 0; good && i < scenario->set_count; i++)
        good = replace_figure(*out, &loading, &scenario->sets[i]);
    return good;
}

bool filings_open(Run *run, const Scenario *scenario)
{
    const Source *source;
    bool good = true;
    for (size_t i = 0; i < scenario->company_count; i++)
        for (size_t j = 0; j < scenario->companies[i].filing_count; j++) {
            const FilingUse *use = &scenario->companies[i].filings[j];
            good = (use->file.length == 0 || run_read_file(&source, run, use->file, use->path, use->place)) && good;
        }
    return good;
}
