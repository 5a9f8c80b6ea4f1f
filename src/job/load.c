#include "job/load.h"

#include "base/suggest.h"
#include "model/adjust.h"
#include "statement/reading.h"

static const Text *texts_of(Arena *arena, const char *const *words, size_t count)
{
    Text *texts = arena_array(arena, Text, count);
    for (size_t i = 0; i < count; i++)
        texts[i] = text_of(words[i]);
    return texts;
}

bool load_knowledge(Loaded *loaded, Run *run)
{
    bool chart = chart_read(&loaded->chart, run);
    bool companies = companies_read(&loaded->companies, run);
    return chart && companies && reading_read(&loaded->companies.reading, run, loaded->chart);
}

bool load_scenario(Loaded *loaded, Run *run, const ProformaRequest *request)
{
    Text path = text_of(request->scenario), name = request->scenario_name ? text_of(request->scenario_name) : path;
    ScenarioOptions options = {texts_of(run->arena, request->sets, request->set_count), request->set_count, loaded->opens, loaded->open_count,
                               loaded->open_studies};
    bool good = scenario_read(&loaded->scenario, run, loaded->chart, &loaded->companies, adjustment_kinds, name, path, &options);
    if (loaded->scenario && loaded->scenario->chart)
        loaded->chart = loaded->scenario->chart;
    return good;
}

bool load_books(Loaded *loaded, Run *run)
{
    return books_load(&loaded->books, run, loaded->chart, &loaded->companies, loaded->scenario);
}

/* --- what is asked for --- */

Place place_of_word(Run *run, const char *option, const char *word)
{
    const Source *source = source_add(&run->sources, run->arena, text_of(option), TEXT(""), text_of(word));
    return (Place){source->number, 0, (uint32_t)source->bytes.length};
}

static bool read_periods(ModelRequest *out, Run *run, const ProformaRequest *request)
{
    WantedPeriod *periods = arena_array(run->arena, WantedPeriod, request->period_count);
    bool good = true;
    for (size_t i = 0; i < request->period_count; i++) {
        const char *word = request->periods[i];
        if (!wanted_period_parse(&periods[i], text_of(word)))
            good = problem_as(run, SEVERITY_usage, PROBLEM_bad_date, place_of_word(run, "--period", word), "\"%s\" is no period", word);
        for (size_t j = 0; good && j < i; j++)
            if (wanted_period_equal(periods[i], periods[j]))
                good = problem(run, PROBLEM_bad_usage, place_of_word(run, "--period", word), "the period %s is given twice", word);
    }
    out->periods = periods;
    out->period_count = request->period_count;
    return good;
}

static bool read_kinds(ModelRequest *out, Run *run, const Chart *chart, const ProformaRequest *request)
{
    uint8_t *kinds = arena_array(run->arena, uint8_t, request->statement_count);
    bool good = true;
    for (size_t i = 0; i < request->statement_count; i++) {
        int kind = chart_statement(chart, text_of(request->statements[i]));
        if (kind < 0)
            good = problem_as(run, SEVERITY_usage, PROBLEM_unknown_statement, place_of_word(run, "--statement", request->statements[i]), "there is no statement \"%s\"" TEXT_FORMAT,
                              request->statements[i], TEXT_ARGUMENTS(chart_suggest_statement(chart, run->arena, text_of(request->statements[i]))));
        kinds[i] = (uint8_t)(kind < 0 ? 0 : kind);
    }
    out->kinds = kinds;
    out->kind_count = request->statement_count;
    return good;
}

bool read_request(ModelRequest *out, Run *run, const Chart *chart, const ProformaRequest *request)
{
    *out = (ModelRequest){.has_basis = request->basis != NULL};
    bool good = read_periods(out, run, request);
    good = read_kinds(out, run, chart, request) && good;
    if (request->basis && !basis_from_name(&out->basis, text_of(request->basis)))
        good = problem(run, PROBLEM_bad_usage, place_of_word(run, "--basis", request->basis), "there is no basis \"%s\"" TEXT_FORMAT, request->basis,
                       TEXT_ARGUMENTS(basis_suggest(run->arena, text_of(request->basis))));
    return good;
}

bool read_format(const Writer **out, Run *run, const ProformaRequest *request)
{
    Text format = request->format ? text_of(request->format) : TEXT("text");
    *out = writer_find(format);
    return *out || problem(run, PROBLEM_bad_usage, place_of_word(run, "--format", request->format), "there is no format \"" TEXT_FORMAT "\"" TEXT_FORMAT,
                           TEXT_ARGUMENTS(format), TEXT_ARGUMENTS(writer_suggest(run->arena, format)));
}

static bool kind_meets(const Chart *chart, const ModelRequest *wanted, WantedPeriod period)
{
    for (size_t i = 0; i < wanted->kind_count; i++)
        if (chart->statements[wanted->kinds[i]].instant == wanted_period_is_instant(period))
            return true;
    return wanted->kind_count == 0;
}

/* A report without any statement says nothing to anybody. */
static bool meets_any(Run *run, const Loaded *loaded, const ModelRequest *wanted)
{
    bool given = wanted->period_count > 0;
    const WantedPeriod *periods = given ? wanted->periods : loaded->scenario->periods;
    size_t count = given ? wanted->period_count : loaded->scenario->period_count;
    for (size_t i = 0; i < count; i++)
        if (kind_meets(loaded->chart, wanted, periods[i]))
            return true;
    return problem(run, PROBLEM_bad_usage, (Place){0}, "none of the %s is one of the statements asked for: a balance sheet is of a day, such as 2004-03-31, the others are of a span, such as 2004-03-31/3M",
                   given ? "periods asked for" : "scenario's periods");
}

size_t load_entity(const Scenario *scenario, Text entity)
{
    size_t company = scenario_company(scenario, entity);
    return company == scenario->company_count && text_equal(entity, TEXT("acquirer")) ? 0 : company;
}

/* Of the request, when it names one. */
static bool entity_known(Run *run, const Scenario *scenario, const char *entity)
{
    if (!entity || load_entity(scenario, text_of(entity)) < scenario->company_count)
        return true;
    Text *ids = arena_array(run->arena, Text, scenario->company_count);
    for (size_t i = 0; i < scenario->company_count; i++)
        ids[i] = scenario->companies[i].company.id;
    return problem_as(run, SEVERITY_usage, PROBLEM_unknown_company, place_of_word(run, "--entity", entity), "the scenario has no company \"%s\"" TEXT_FORMAT, entity,
                      TEXT_ARGUMENTS(suggest_among(run->arena, text_of(entity), ids, scenario->company_count)));
}

bool load_all(Loaded *loaded, ModelRequest *wanted, const Writer **writer, Run *run, const ProformaRequest *request)
{
    bool good = read_format(writer, run, request);
    if (!request->scenario)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "no scenario is named: give --scenario FILE");
    if (!load_knowledge(loaded, run))
        return false;
    good = read_request(wanted, run, loaded->chart, request) && good;
    good = load_scenario(loaded, run, request) && good;
    good = good && meets_any(run, loaded, wanted) && entity_known(run, loaded->scenario, request->entity);
    return good && load_books(loaded, run);
}

Model *load_model(Run *run, const Loaded *loaded, const ModelRequest *wanted)
{
    Model *model = arena_new(run->arena, Model);
    return model_build(model, run, loaded->chart, loaded->scenario, loaded->books, wanted) ? model : NULL;
}
