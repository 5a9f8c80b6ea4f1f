#include "scenario/analysis.h"

#include "scenario/security.h"

#include <string.h>

const AnalysisFigureKind analysis_figures[ANALYSIS_FIGURES] = {
#define FIGURE(id, table, name, subject, unit, decimals, label) [ANALYSIS_##id] = {TABLE_##table, name, SUBJECT_##subject, unit, decimals, label},
#include "scenario/analysis_list.h"
};

const char *const analysis_titles[ANALYSIS_TABLES] = {
#define TABLE(id, title) [TABLE_##id] = title,
#include "scenario/analysis_list.h"
};

UnitKind analysis_unit(AnalysisId id)
{
    static const struct {
        const char *name;
        UnitKind kind;
    } units[] = {{"money", UNIT_money}, {"shares", UNIT_shares}, {"per_share", UNIT_per_share}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i].name, analysis_figures[id].unit) == 0)
            return units[i].kind;
    return UNIT_ratio;
}

size_t analysis_subject_count(const Scenario *scenario, AnalysisSubject subject)
{
    switch (subject) {
    case SUBJECT_none: return 1;
    case SUBJECT_company:
    case SUBJECT_target: return scenario->company_count;
    case SUBJECT_entry: return scenario->entry_count;
    case SUBJECT_security: return scenario_security_count(scenario);
    }
    return 0;
}

Text analysis_subject_name(const Scenario *scenario, AnalysisSubject subject, size_t index)
{
    switch (subject) {
    case SUBJECT_none: return TEXT("");
    case SUBJECT_company:
    case SUBJECT_target: return scenario->companies[index].company.id;
    case SUBJECT_entry: return scenario->entries[index].name;
    case SUBJECT_security: return scenario_security_name(scenario, index);
    }
    return TEXT("");
}

/* A company also goes by its part in the deal; empty: this subject by none. */
static Text part_name(const Scenario *scenario, AnalysisSubject subject, size_t index)
{
    if (subject != SUBJECT_company && subject != SUBJECT_target)
        return TEXT("");
    return index == 0 ? TEXT("acquirer") : scenario->company_count == 2 ? TEXT("target") : TEXT("");
}

static size_t first_subject(AnalysisSubject subject)
{
    return subject == SUBJECT_target ? 1 : 0;
}

static bool resolve_subject(size_t *out, const Scenario *scenario, AnalysisSubject subject, Text word)
{
    for (size_t i = first_subject(subject); word.length && i < analysis_subject_count(scenario, subject); i++)
        if (text_equal(word, analysis_subject_name(scenario, subject, i)) || text_equal(word, part_name(scenario, subject, i))) {
            *out = i;
            return true;
        }
    return false;
}

/* A figure of the only target needs no name of it. */
static bool resolve_figure(size_t *out, const Scenario *scenario, const AnalysisFigureKind *figure, Text name)
{
    Text known = text_of(figure->name);
    if (!text_starts_with(name, known))
        return false;
    Text rest = text_slice(name, known.length, name.length);
    *out = first_subject(figure->subject);
    if (rest.length == 0)
        return figure->subject == SUBJECT_none || (figure->subject == SUBJECT_target && scenario->company_count == 2);
    return rest.start[0] == '.' && figure->subject != SUBJECT_none && resolve_subject(out, scenario, figure->subject, text_slice(rest, 1, rest.length));
}

bool analysis_resolve(AnalysisId *id, size_t *subject, const Scenario *scenario, Text name)
{
    for (AnalysisId i = 0; i < ANALYSIS_FIGURES; i++)
        if (resolve_figure(subject, scenario, &analysis_figures[i], name)) {
            *id = i;
            return true;
        }
    return false;
}

Text analysis_name(Arena *arena, const Scenario *scenario, AnalysisId id, size_t subject)
{
    const AnalysisFigureKind *figure = &analysis_figures[id];
    Text of = analysis_subject_name(scenario, figure->subject, subject);
    return text_format(arena, "analysis.%s%s" TEXT_FORMAT, figure->name, of.length ? "." : "", TEXT_ARGUMENTS(of));
}

/* --- what a name could have meant --- */

typedef struct {
    Text *items;
    size_t count, capacity;
} Names;

static void add_names(Names *out, Arena *arena, const Scenario *scenario, AnalysisId id)
{
    AnalysisSubject subject = analysis_figures[id].subject;
    for (size_t i = first_subject(subject); i < analysis_subject_count(scenario, subject); i++) {
        Text part = part_name(scenario, subject, i);
        *list_push(arena, out) = analysis_name(arena, scenario, id, i);
        if (part.length)
            *list_push(arena, out) = text_format(arena, "analysis.%s." TEXT_FORMAT, analysis_figures[id].name, TEXT_ARGUMENTS(part));
    }
}

Text analysis_nearest(Arena *arena, const Scenario *scenario, Text name)
{
    Names names = {0};
    for (AnalysisId id = 0; id < ANALYSIS_FIGURES; id++)
        add_names(&names, arena, scenario, id);
    for (size_t i = 0; i < names.count; i++)
        if (name.length < names.items[i].length && text_starts_with(names.items[i], name) && names.items[i].start[name.length] == '.')
            return names.items[i];
    return nearest_name(name, names.items, names.count);
}
