/* scenario/analysis: the names of the deal analysis, analysis.FIGURE and analysis.FIGURE.SUBJECT.
 *
 * In:       scenario/analysis_list.h; a scenario.
 * Out:      what such a name stands for, and the name of a figure; units and words of each.
 * Includes: base, statement, scenario/scenario.
 *
 * A figure of the analysis belongs to one statement of operations, so @END/LENGTH and :BASIS may follow its name. A subject is a company (by
 * its id, or acquirer, or target where there is one), an entry or a potential security. */
#ifndef PROFORMA_SCENARIO_ANALYSIS_H
#define PROFORMA_SCENARIO_ANALYSIS_H

#include "scenario/scenario.h"

typedef enum {
#define TABLE(id, title) TABLE_##id,
#include "scenario/analysis_list.h"
#undef TABLE
    ANALYSIS_TABLES
} AnalysisTable;

typedef enum {
#define FIGURE(id, table, name, subject, unit, decimals, label) ANALYSIS_##id,
#include "scenario/analysis_list.h"
#undef FIGURE
    ANALYSIS_FIGURES
} AnalysisId;

typedef enum { SUBJECT_none, SUBJECT_company, SUBJECT_target, SUBJECT_entry, SUBJECT_security } AnalysisSubject;

typedef struct {
    AnalysisTable table;
    const char *name;         /* "accretion.basic" */
    AnalysisSubject subject;
    const char *unit;         /* "ratio", "percent" (a fraction that people read as percent), "cents_per_share", "per_share", "money", "shares", "times", "rank" */
    int decimals;             /* that people read */
    const char *label;        /* of its row */
} AnalysisFigureKind;

extern const AnalysisFigureKind analysis_figures[ANALYSIS_FIGURES];
extern const char *const analysis_titles[ANALYSIS_TABLES];

UnitKind analysis_unit(AnalysisId id); /* as formulas take it */
size_t analysis_subject_count(const Scenario *scenario, AnalysisSubject subject); /* 1 of SUBJECT_none; of a target: of all companies, 0 being none */
Text analysis_subject_name(const Scenario *scenario, AnalysisSubject subject, size_t index);

/* `name` is what stands behind "analysis."; false: no figure has that name. */
bool analysis_resolve(AnalysisId *id, size_t *subject, const Scenario *scenario, Text name);
/* "analysis.ownership.first" */
Text analysis_name(Arena *arena, const Scenario *scenario, AnalysisId id, size_t subject);
/* The figure that "analysis...." could have meant, or one that begins so and needs a subject; empty: none is near. */
Text analysis_nearest(Arena *arena, const Scenario *scenario, Text name);

#endif
