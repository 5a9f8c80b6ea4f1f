#include "job/job.h"

#include "base/suggest.h"
#include "job/load.h"

static bool choose_names(NameList *out, Run *run, const NameList *all, const char *pattern)
{
    *out = pattern ? names_matching(run->arena, all, text_of(pattern)) : *all;
    if (out->count)
        return true;
    Text near = names_nearest(run->arena, all, text_of(pattern ? pattern : ""));
    return problem_as(run, SEVERITY_usage, PROBLEM_unknown_name, (Place){0}, "no name matches \"%s\"" TEXT_FORMAT, pattern ? pattern : "",
                      TEXT_ARGUMENTS(suggest(run->arena, near)));
}

/* The day for which a purchase is accounted, whose figures are listed whatever the period is; DAY_NONE: there is no purchase. */
static Day purchase_day(const Scenario *scenario)
{
    for (size_t i = 0; i < scenario->entry_count; i++)
        if (scenario->entries[i].kind->purchase && scenario->deal)
            return scenario->deal->balance_sheet;
    return DAY_NONE;
}

bool job_names(Text *out, Run *run, const ProformaRequest *request)
{
    Loaded loaded = {0};
    ModelRequest wanted;
    const Writer *writer;
    if (request->period_count > 1)
        return problem(run, PROBLEM_bad_usage, (Place){0}, "names are listed for one period");
    if (!load_all(&loaded, &wanted, &writer, run, request))
        return false;
    WantedPeriod period = request->period_count ? wanted.periods[0] : loaded.scenario->periods[0], day = {.end = period.end};
    const WantedPeriod periods[] = {period, {.end = purchase_day(loaded.scenario)}};
    size_t period_count = periods[1].end == DAY_NONE || periods[1].end == day.end ? 1 : 2;
    uint8_t *kinds = arena_array(run->arena, uint8_t, loaded.chart->statement_count); /* also those that the scenario does not show */
    for (size_t i = 0; i < loaded.chart->statement_count; i++)
        kinds[i] = (uint8_t)i;
    Model *model = load_model(run, &loaded, &(ModelRequest){.periods = periods, .period_count = period_count, .also = &day, .kinds = kinds, .kind_count = loaded.chart->statement_count});
    if (!model)
        return false;
    NameList all, chosen;
    name_list(&all, model, period, day, wanted.has_basis ? wanted.basis : BASIS_gaap);
    if (!choose_names(&chosen, run, &all, request->pattern))
        return false;
    *out = writer->names(run->arena, &chosen);
    return true;
}
