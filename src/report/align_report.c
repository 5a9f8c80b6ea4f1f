#include "report/align_report.h"

/* --- what is shown --- */

static bool kind_wanted(const ModelRequest *request, uint8_t kind)
{
    for (size_t i = 0; i < request->kind_count; i++)
        if (request->kinds[i] == kind)
            return true;
    return request->kind_count == 0;
}

static bool unreachable(Run *run, const Scenario *scenario, size_t company, WantedPeriod wanted, const AlignList *list, size_t from)
{
    Text reason = TEXT("");
    for (size_t i = from; i < list->count && !reason.length; i++)
        if (!list->items[i]->not_reported)
            reason = list->items[i]->reason;
    const ScenarioCompany *given = &scenario->companies[company];
    Text period = wanted_period_text(run->arena, wanted);
    return problem(run, PROBLEM_period_unreachable, given->place, "no statement of " TEXT_FORMAT " reaches " TEXT_FORMAT "%s" TEXT_FORMAT,
                   TEXT_ARGUMENTS(given->company.id), TEXT_ARGUMENTS(period), reason.length ? ": " : "", TEXT_ARGUMENTS(reason));
}

/* An instant selects balance sheets, a span of days everything else. */
static bool list_period(AlignList *list, const Scenario *scenario, const Books *books, size_t company, const ModelRequest *request, WantedPeriod wanted)
{
    bool instant = wanted_period_is_instant(wanted), reached = false;
    size_t from = list->count;
    for (uint8_t kind = 0; kind < list->chart->statement_count; kind++) {
        const StatementKind *statement = &list->chart->statements[kind];
        if (statement->instant != instant || !kind_wanted(request, kind))
            continue;
        for (Basis basis = BASIS_gaap; basis < (statement->has_bases ? BASIS_COUNT : BASIS_non_gaap); basis++) {
            const AlignedStatement *aligned;
            if (request->has_basis && request->basis != basis)
                continue;
            if (!align_statement(&aligned, list->run, list->chart, books, kind, basis, wanted, scenario_align_rules(scenario, company)))
                return false;
            reached = reached || aligned->available;
            *list_push(list->run->arena, list) = aligned;
        }
    }
    return reached || list->count == from || unreachable(list->run, scenario, company, wanted, list, from);
}

bool align_report(AlignList *out, Run *run, const Chart *chart, const Scenario *scenario, const Books *books, size_t company,
                  const ModelRequest *request)
{
    const Company *named = &scenario->companies[company].company;
    *out = (AlignList){.run = run, .chart = chart, .id = named->id, .title = named->title.length ? named->title : named->id, .reporting = scenario->reporting};
    const WantedPeriod *periods = request->period_count ? request->periods : scenario->periods;
    size_t period_count = request->period_count ? request->period_count : scenario->period_count;
    bool good = true;
    for (size_t i = 0; i < period_count; i++)
        good = list_period(out, scenario, books, company, request, periods[i]) && good;
    return good;
}

Unit align_unit(const AlignList *list, LineId line)
{
    UnitKind kind = chart_at(list->chart, line)->unit;
    return (Unit){(uint8_t)kind, kind == UNIT_per_share ? 0 : list->reporting.scale};
}
