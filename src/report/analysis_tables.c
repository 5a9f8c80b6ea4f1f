/* Reading order: subjects, cells, rows, remarks, tables. */
#include "report/analysis_tables.h"

#include "model/analysis.h"
#include "report/letters.h"
#include "report/note.h"
#include "report/words.h"
#include "scenario/security.h"

#include <math.h>
#include <string.h>

enum { MOST_COLUMNS = 4 }; /* that a page has room for */

/* What is to be said of several rows. */
typedef struct {
    Text words;
    struct { Text *items; size_t count, capacity; } labels;
} Remark;

/* One table of one basis: so many sheets from `first` on. */
typedef struct {
    const Model *model;
    const Analysis *const *analyses; /* one for each column */
    size_t column_count;
    Basis basis;
    AnalysisTable table;
    ReportSchedule *schedule;
    Text under;                      /* whose name the rows stand under */
    struct { Remark *items; size_t count, capacity; } remarks;
} Tabling;

static Arena *arena_of(const Tabling *at)
{
    return at->model->run->arena;
}

/* --- subjects --- */

static Text subject_words(const Tabling *at, AnalysisSubject subject, size_t index)
{
    const Scenario *scenario = at->model->scenario;
    Text name = analysis_subject_name(scenario, subject, index);
    switch (subject) {
    case SUBJECT_company:
    case SUBJECT_target: return scenario->companies[index].company.label;
    case SUBJECT_entry:
        return text_format(arena_of(at), TEXT_FORMAT " " TEXT_FORMAT, TEXT_ARGUMENTS(words_label(arena_of(at), name)),
                           TEXT_ARGUMENTS(report_entry_letter(at->model, &scenario->entries[index])));
    case SUBJECT_security:
        if (scenario_security(scenario, index).kind == SECURITY_printed)
            return text_format(arena_of(at), TEXT_FORMAT ", as printed", TEXT_ARGUMENTS(scenario->companies[0].company.label));
        return words_label(arena_of(at), name);
    case SUBJECT_none: break;
    }
    return name;
}

/* --- cells --- */

static Unit counted(const Tabling *at, AnalysisId id)
{
    UnitKind kind = analysis_unit(id);
    return (Unit){(uint8_t)kind, kind == UNIT_money || kind == UNIT_shares ? at->model->scenario->reporting.scale : 0};
}

static Text unit_words(const Tabling *at, AnalysisId id)
{
    return analysis_unit(id) == UNIT_ratio ? text_of(strcmp(analysis_figures[id].unit, "percent") == 0 ? "ratio" : analysis_figures[id].unit)
                                           : unit_name(arena_of(at), counted(at, id));
}

static Text value_words(const Tabling *at, AnalysisId id, double value)
{
    const AnalysisFigureKind *kind = &analysis_figures[id];
    Text text = amount_spoken(arena_of(at), strcmp(kind->unit, "percent") == 0 ? 100 * value : value, kind->decimals);
    const char *behind = strcmp(kind->unit, "percent") == 0 ? " %" : strcmp(kind->unit, "times") == 0 ? " x" : "";
    if (strcmp(kind->unit, "in_or_out") == 0)
        return value != 0 ? TEXT("in") : TEXT("out");
    return text_format(arena_of(at), TEXT_FORMAT "%s", TEXT_ARGUMENTS(text), behind);
}

static double value_at(const Tabling *at, const AnalysisFigure *figure)
{
    return !figure || figure->slot == SLOT_NONE ? NAN : at->model->values[figure->slot];
}

static Text note_words(const Tabling *at, const AnalysisFigure *figure)
{
    Text how = figure->how && saying_holds(figure->how, at->model->values) ? saying_text(arena_of(at), figure->how, at->model->values) : TEXT("");
    bool both = how.length && figure->why.length;
    return text_format(arena_of(at), TEXT_FORMAT "%s" TEXT_FORMAT, TEXT_ARGUMENTS(how), both ? "; " : "", TEXT_ARGUMENTS(figure->why));
}

static ReportScheduleCell figure_cell(const Tabling *at, const AnalysisFigure *figure)
{
    ReportScheduleCell cell = {.weight = 1};
    double value = value_at(at, figure);
    if (!figure)
        return cell;
    cell.has_value = isfinite(value);
    cell.value = cell.has_value ? value : 0;
    cell.text = cell.has_value ? value_words(at, figure->id, value) : figure->slot != SLOT_NONE && figure->word ? text_of(figure->word) : TEXT("");
    cell.unit = unit_words(at, figure->id);
    cell.name = analysis_name(arena_of(at), at->model->scenario, figure->id, figure->subject);
    cell.note = cell.has_value && !figure->how ? TEXT("") : note_words(at, figure);
    return cell;
}

/* --- rows --- */

static ReportScheduleRow *add_row(const Tabling *at, Text label, int indent)
{
    ReportSchedule *schedule = at->schedule;
    schedule->rows = arena_grow(arena_of(at), schedule->rows, schedule->count, &schedule->capacity, sizeof *schedule->rows);
    ReportScheduleRow *row = &schedule->rows[schedule->count++];
    *row = (ReportScheduleRow){.label = label, .indent = indent, .cells = arena_array(arena_of(at), ReportScheduleCell, schedule->column_count)};
    return row;
}

static Remark *remark_of(Tabling *at, Text words)
{
    for (size_t i = 0; i < at->remarks.count; i++)
        if (text_equal(at->remarks.items[i].words, words))
            return &at->remarks.items[i];
    Remark *made = list_push(arena_of(at), &at->remarks);
    *made = (Remark){.words = words};
    return made;
}

static void remark(Tabling *at, Text label, Text words)
{
    Remark *said = remark_of(at, words);
    for (size_t i = 0; i < said->labels.count; i++)
        if (text_equal(said->labels.items[i], label))
            return;
    *list_push(arena_of(at), &said->labels) = label;
}

/* "basic; diluted: why" */
static void say_remarks(Tabling *at)
{
    for (size_t i = 0; i < at->remarks.count; i++) {
        const Remark *said = &at->remarks.items[i];
        TextBuilder out = {.arena = arena_of(at)};
        for (size_t label = 0; label < said->labels.count; label++)
            text_append_format(&out, "%s" TEXT_FORMAT, label ? "; " : "", TEXT_ARGUMENTS(said->labels.items[label]));
        text_append_format(&out, ": " TEXT_FORMAT ".", TEXT_ARGUMENTS(said->words));
        *list_push(arena_of(at), &at->schedule->remarks) = text_builder_text(&out);
    }
}

static bool counts(AnalysisId id)
{
    return analysis_unit(id) == UNIT_money || analysis_unit(id) == UNIT_shares;
}

/* A row that no column has anything to show for is a remark; one of amounts that are all 0 says nothing, unless it is a total. */
static void add_figures(Tabling *at, AnalysisId id, size_t subject, Text label, int indent)
{
    ReportScheduleCell cells[MOST_COLUMNS];
    bool shown = false;
    for (size_t i = 0; i < at->column_count; i++) {
        cells[i] = figure_cell(at, analysis_figure(at->analyses[i], id, subject));
        shown = shown || (cells[i].text.length && !(counts(id) && cells[i].has_value && cells[i].value == 0));
        if (cells[i].note.length)
            remark(at, text_format(arena_of(at), TEXT_FORMAT "%s" TEXT_FORMAT, TEXT_ARGUMENTS(indent ? at->under : TEXT("")), indent ? ": " : "", TEXT_ARGUMENTS(label)), cells[i].note);
    }
    ReportScheduleRow *row = shown ? add_row(at, label, indent) : NULL;
    for (size_t i = 0; row && i < at->column_count; i++)
        row->cells[i] = cells[i];
}

/* The figures of a subject that follow each other in the list stand under its name. */
static AnalysisId run_end(const Tabling *at, AnalysisId first)
{
    AnalysisId end = first;
    while (end < ANALYSIS_FIGURES && analysis_figures[end].table == at->table && analysis_figures[end].subject == analysis_figures[first].subject)
        end++;
    return end;
}

static void add_subject(Tabling *at, AnalysisId first, AnalysisId end, size_t index)
{
    size_t before = at->schedule->count;
    at->under = subject_words(at, analysis_figures[first].subject, index);
    add_row(at, at->under, 0)->heading = true;
    for (AnalysisId id = first; id < end; id++)
        add_figures(at, id, index, text_of(analysis_figures[id].label), 1);
    if (at->schedule->count == before + 1)
        at->schedule->count = before;
}

static Text lone_label(const Tabling *at, AnalysisId id, size_t index)
{
    const AnalysisFigureKind *kind = &analysis_figures[id];
    Text subject = subject_words(at, kind->subject, index);
    if (kind->subject == SUBJECT_none)
        return text_of(kind->label);
    return kind->subject == SUBJECT_entry ? subject : text_format(arena_of(at), "%s " TEXT_FORMAT, kind->label, TEXT_ARGUMENTS(subject));
}

static void add_run(Tabling *at, AnalysisId first, AnalysisId end)
{
    AnalysisSubject subject = analysis_figures[first].subject;
    size_t count = analysis_subject_count(at->model->scenario, subject);
    if (subject == SUBJECT_none)
        for (AnalysisId id = first; id < end; id++)
            add_figures(at, id, 0, text_of(analysis_figures[id].label), 0);
    for (size_t i = subject == SUBJECT_target ? 1 : 0; subject != SUBJECT_none && i < count; i++) {
        if (end - first > 1)
            add_subject(at, first, end, i);
        else
            add_figures(at, first, i, lone_label(at, first, i), 0);
    }
}

/* --- tables --- */

static void begin_table(Tabling *at)
{
    Arena *arena = arena_of(at);
    ReportSchedule *schedule = at->schedule = arena_new(arena, ReportSchedule);
    *schedule = (ReportSchedule){.statement = TEXT("analysis"), .title = text_of(analysis_titles[at->table]), .column = column_name(COLUMN_pro_forma), .column_count = at->column_count};
    schedule->subtitle = text_format(arena, "%s · " TEXT_FORMAT, at->basis == BASIS_gaap ? "GAAP" : "Non-GAAP", TEXT_ARGUMENTS(words_units(at->model, true)));
    schedule->columns = arena_array(arena, ReportScheduleColumn, at->column_count);
    for (size_t i = 0; i < at->column_count; i++) {
        WantedPeriod wanted = at->model->sheets.items[at->analyses[i]->sheet].wanted;
        schedule->columns[i] = (ReportScheduleColumn){wanted_period_text(arena, wanted), at->basis, wanted_period_span(wanted)};
    }
}

/* A table without any value is not shown; what it lacks is told once. */
static void say_missing(Report *report, const Tabling *at, Text why)
{
    ReportNote *lacking = &report->lacking;
    Text said = text_format(arena_of(at), "%s: " TEXT_FORMAT ".", analysis_titles[at->table], TEXT_ARGUMENTS(why));
    for (size_t i = 0; i < lacking->count; i++)
        if (text_equal(lacking->paragraphs[i], said))
            return;
    note_say(arena_of(at), lacking, TEXT_FORMAT, TEXT_ARGUMENTS(said));
}

static void build_table(Report *report, Tabling *at)
{
    begin_table(at);
    for (AnalysisId id = 0, end; id < ANALYSIS_FIGURES; id = end) {
        end = analysis_figures[id].table == at->table ? run_end(at, id) : id + 1;
        if (analysis_figures[id].table == at->table)
            add_run(at, id, end);
    }
    say_remarks(at);
    if (at->schedule->count)
        *list_push(arena_of(at), &report->schedules) = *at->schedule;
    for (size_t i = 0; at->schedule->count == 0 && i < at->remarks.count; i++)
        say_missing(report, at, at->remarks.items[i].words);
}

static size_t find_analyses(const Analysis **out, const Model *model, Basis basis)
{
    size_t count = 0;
    for (size_t i = 0; i < model->requested.count; i++) {
        const Analysis *analysis = analysis_find(model, model->requested.items[i]);
        if (analysis && model->sheets.items[model->requested.items[i]].basis == basis && analysis->figures.count)
            out[count++] = analysis;
    }
    return count;
}

void analysis_tables_build(Report *report, const Model *model)
{
    const Analysis **found = arena_array(model->run->arena, const Analysis *, model->requested.count);
    for (Basis basis = 0; basis < BASIS_COUNT; basis++) {
        size_t count = find_analyses(found, model, basis);
        for (size_t first = 0; first < count; first += MOST_COLUMNS)
            for (AnalysisTable table = 0; table < ANALYSIS_TABLES; table++) {
                Tabling at = {.model = model, .analyses = found + first, .basis = basis, .table = table};
                at.column_count = count - first < MOST_COLUMNS ? count - first : MOST_COLUMNS;
                build_table(report, &at);
            }
    }
}
