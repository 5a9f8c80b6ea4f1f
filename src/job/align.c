#include "job/job.h"

#include "base/suggest.h"
#include "job/load.h"

static bool unknown_entity(Run *run, const Scenario *scenario, const char *entity)
{
    Text *ids = arena_array(run->arena, Text, scenario->company_count);
    for (size_t i = 0; i < scenario->company_count; i++)
        ids[i] = scenario->companies[i].company.id;
    return problem_as(run, SEVERITY_usage, PROBLEM_unknown_company, place_of_word(run, "--entity", entity), "the scenario has no company \"%s\"" TEXT_FORMAT, entity,
                      TEXT_ARGUMENTS(suggest_among(run->arena, text_of(entity), ids, scenario->company_count)));
}

bool job_align(Text *out, Run *run, const ProformaRequest *request)
{
    Loaded loaded = {0};
    ModelRequest wanted;
    const Writer *writer;
    AlignList list;
    if (!request->entity)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "no company is named: give --entity NAME");
    if (!load_all(&loaded, &wanted, &writer, run, request))
        return false;
    size_t company = scenario_company(loaded.scenario, text_of(request->entity));
    if (company == loaded.scenario->company_count && text_equal(text_of(request->entity), TEXT("acquirer")))
        company = 0;
    if (company == loaded.scenario->company_count)
        return unknown_entity(run, loaded.scenario, request->entity);
    if (!align_report(&list, run, loaded.chart, loaded.scenario, &loaded.books[company], company, &wanted))
        return false;
    *out = writer->align(run->arena, &list);
    return true;
}
