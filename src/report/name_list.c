/* Reading order: inputs, lines of companies, columns and entries, figures of entries, the analysis, paths, patterns. */
#include "report/name_list.h"

#include "model/analysis.h"
#include "model/entry.h"
#include "model/lookup.h"
#include "report/origin.h"
#include "scenario/set.h"
#include "statement/replace.h"

#include <fnmatch.h>
#include <math.h>
#include <string.h>

typedef struct {
    Arena *arena;
    NameList *out;
    Model *model;
    WantedPeriod wanted, instant;
    Basis basis;
} Listing;

static void add(Listing *listing, NamedItem item)
{
    *list_push(listing->arena, listing->out) = item;
}

static void add_inputs(Listing *listing)
{
    const Scenario *scenario = listing->model->scenario;
    for (size_t i = 0; i < scenario->input_count; i++) {
        const ScenarioInput *input = &scenario->inputs[i];
        add(listing, (NamedItem){.name = lookup_name(listing->model, (Named){.kind = NAMED_input, .index = i, .line = LINE_NONE}),
                                 .value = amount_plain(listing->arena, scenario_input_value(input)),
                                 .unit = unit_name(listing->arena, input->unit), .settable = true, .readable = true, .number = true,
                                 .what = text_format(listing->arena, TEXT_FORMAT "%s", TEXT_ARGUMENTS(input->source), input->set ? "; replaced by --set" : "")});
    }
}

/* --- figures --- */

static WantedPeriod period_of(const Listing *listing, LineId line)
{
    const Chart *chart = listing->model->chart;
    return chart->statements[chart_at(chart, line)->statement].instant ? listing->instant : listing->wanted;
}

/* Of the sheets that the model was built with: one opened now would have slots without values. */
static bool find_sheet(size_t *out, const Listing *listing, LineId line)
{
    const Model *model = listing->model;
    uint8_t kind = chart_at(model->chart, line)->statement;
    Basis basis = model->chart->statements[kind].has_bases ? listing->basis : BASIS_gaap;
    for (*out = 0; *out < model->sheets.count; ++*out) {
        const Sheet *sheet = &model->sheets.items[*out];
        if (sheet->kind == kind && sheet->basis == basis && wanted_period_equal(sheet->wanted, period_of(listing, line)))
            return true;
    }
    return false;
}

static Text pasted_name(const Listing *listing, Named named)
{
    const Model *model = listing->model;
    WantedPeriod wanted = period_of(listing, named.line);
    bool first = model->scenario->period_count && wanted_period_equal(model->scenario->periods[0], wanted);
    bool bases = model->chart->statements[chart_at(model->chart, named.line)->statement].has_bases;
    TextBuilder out = {.arena = listing->arena};
    text_append(&out, lookup_name(model, named));
    if (!first)
        text_append_format(&out, "@" TEXT_FORMAT, TEXT_ARGUMENTS(wanted_period_text(listing->arena, wanted)));
    if (bases && listing->basis != BASIS_gaap)
        text_append_format(&out, ":" TEXT_FORMAT, TEXT_ARGUMENTS(basis_name(listing->basis)));
    return text_builder_text(&out);
}

/* Money and shares are counted in the scale of the report. */
static Text counted_unit(const Listing *listing, UnitKind kind)
{
    bool scaled = kind == UNIT_money || kind == UNIT_shares;
    return unit_name(listing->arena, (Unit){(uint8_t)kind, scaled ? listing->model->scenario->reporting.scale : 0});
}

/* The value is what an expression would get. */
static void add_figure(Listing *listing, Named named, bool settable, Text what)
{
    Looked looked;
    LookupContext context = {.model = listing->model, .wanted = period_of(listing, named.line), .basis = listing->basis};
    if (!lookup_named(&looked, &context, named))
        return;
    bool known = looked.slot != SLOT_NONE && isfinite(listing->model->values[looked.slot]);
    add(listing, (NamedItem){.name = pasted_name(listing, named), .value = known ? amount_plain(listing->arena, listing->model->values[looked.slot]) : TEXT(""),
                             .unit = counted_unit(listing, chart_at(listing->model->chart, named.line)->unit), .settable = settable && known, .readable = true,
                             .number = true, .what = what.length || known ? what : looked.reason});
}

static void add_company_line(Listing *listing, size_t sheet, size_t company, LineId line)
{
    const Model *model = listing->model;
    const Sheet *opened = &model->sheets.items[sheet];
    const Figure *figure = sheet_figure(model, opened, company, line);
    bool refused = figure->fact && figure->fact->state == STATE_not_derivable;
    if (figure->slot == SLOT_NONE && !refused)
        return;
    bool settable = books_replaceable(&model->books[company], model->chart, line, opened->basis, opened->wanted) != NULL;
    add_figure(listing, (Named){.kind = NAMED_company, .index = company, .line = line}, settable, origin_figure(model, opened, company, line));
}

static void add_column_line(Listing *listing, size_t sheet, ColumnKind column, LineId line)
{
    const Model *model = listing->model;
    const Sheet *opened = &model->sheets.items[sheet];
    const Figure *figure = sheet_figure(model, opened, model_column(model, column), line);
    bool refused = column == COLUMN_pro_forma && opened->combinable && figure->reason.length;
    bool effect = figure->slot != SLOT_NONE && (column == COLUMN_pro_forma || model->values[figure->slot] != 0);
    if (effect || refused)
        add_figure(listing, (Named){.kind = NAMED_column, .index = column, .line = line}, false, refused ? figure->reason : chart_at(model->chart, line)->label);
}

static void add_entry_line(Listing *listing, size_t sheet, size_t entry, LineId line)
{
    const Model *model = listing->model;
    LineId first = model->chart->statements[model->sheets.items[sheet].kind].first;
    for (size_t i = 0; i < model->applied.count; i++) {
        const AppliedEntry *applied = model->applied.items[i];
        if (applied->sheet != sheet || applied->entry != &model->scenario->entries[entry])
            continue;
        Slot effect = applied->effects[line - first];
        if (effect != SLOT_NONE && model->values[effect] != 0) {
            add_figure(listing, (Named){.kind = NAMED_entry, .index = entry, .line = line}, false, applied->entry->kind->column == COLUMN_reclassifications ? TEXT("reclassification") : TEXT("adjustment"));
            return;
        }
    }
}

/* Where an entry hands out its figures: the pro forma balance sheet, or this period's operations; NULL when the model was not built for that. */
static const AppliedEntry *find_handed_out(const Listing *listing, size_t entry, bool at_balance)
{
    const Model *model = listing->model;
    WantedPeriod wanted = at_balance ? (WantedPeriod){.end = balance_day(model)} : listing->wanted;
    for (size_t i = 0; i < model->applied.count; i++) {
        const AppliedEntry *applied = model->applied.items[i];
        const Sheet *sheet = &model->sheets.items[applied->sheet];
        if (applied->entry == &model->scenario->entries[entry] && sheet->basis == BASIS_gaap && wanted_period_equal(sheet->wanted, wanted))
            return applied;
    }
    return NULL;
}

/* A figure of operations is named with the period as a line of theirs is. */
static void add_entry_figures(Listing *listing, size_t entry)
{
    const Model *model = listing->model;
    const EntryFigure *figures = model->scenario->entries[entry].kind->figures;
    LineId income = model->chart->per_share.income;
    for (size_t i = 0; figures && figures[i].name; i++) {
        const AppliedEntry *applied = find_handed_out(listing, entry, figures[i].at_balance);
        Slot slot = applied ? applied->figures[i] : SLOT_NONE;
        Named named = {.kind = NAMED_figure, .index = entry, .line = figures[i].at_balance ? LINE_NONE : income, .figure = i};
        if (slot == SLOT_NONE || !isfinite(model->values[slot]))
            continue;
        add(listing, (NamedItem){.name = figures[i].at_balance ? lookup_name(model, named) : pasted_name(listing, named),
                                 .value = amount_plain(listing->arena, model->values[slot]), .unit = counted_unit(listing, figures[i].unit),
                                 .readable = true, .number = true, .what = text_of(figures[i].meaning)});
    }
}

/* Statement by statement, each line of it. A day has balance sheets only. */
static void add_lines(Listing *listing, NamedKind kind, size_t index)
{
    const Chart *chart = listing->model->chart;
    for (LineId line = 0; line < chart->line_count; line++) {
        bool instant = chart->statements[chart_at(chart, line)->statement].instant;
        size_t sheet;
        if ((!instant && wanted_period_is_instant(listing->wanted)) || !find_sheet(&sheet, listing, line))
            continue;
        if (kind == NAMED_company)
            add_company_line(listing, sheet, index, line);
        else if (kind == NAMED_column)
            add_column_line(listing, sheet, (ColumnKind)index, line);
        else
            add_entry_line(listing, sheet, index, line);
    }
}

/* --- the analysis --- */

static Text analysis_unit_words(const Listing *listing, AnalysisId id)
{
    bool percent = strcmp(analysis_figures[id].unit, "percent") == 0; /* a fraction, which people read as percent */
    return percent ? TEXT("ratio") : analysis_unit(id) == UNIT_ratio ? text_of(analysis_figures[id].unit) : counted_unit(listing, analysis_unit(id));
}

/* What has no number says so: "n.m.: the acquirer alone ...". */
static Text analysis_words(const Listing *listing, const AnalysisFigure *figure)
{
    if (figure->why.length == 0)
        return text_of(analysis_figures[figure->id].label);
    return text_format(listing->arena, "%s%s" TEXT_FORMAT, figure->word ? figure->word : "missing", ": ", TEXT_ARGUMENTS(figure->why));
}

static void add_analysis(Listing *listing)
{
    const Model *model = listing->model;
    LineId income = model->chart->per_share.income;
    size_t sheet;
    const Analysis *analysis = !wanted_period_is_instant(listing->wanted) && find_sheet(&sheet, listing, income) ? analysis_find(model, sheet) : NULL;
    for (size_t i = 0; analysis && i < analysis->figures.count; i++) {
        const AnalysisFigure *figure = &analysis->figures.items[i];
        Named named = {.kind = NAMED_analysis, .index = figure->id, .line = income, .figure = figure->subject};
        bool known = figure->slot != SLOT_NONE && isfinite(model->values[figure->slot]);
        add(listing, (NamedItem){.name = pasted_name(listing, named), .value = known ? amount_plain(listing->arena, model->values[figure->slot]) : TEXT(""),
                                 .unit = analysis_unit_words(listing, figure->id), .readable = true, .number = true, .what = analysis_words(listing, figure)});
    }
}

/* --- paths --- */

static void add_paths(Listing *listing)
{
    Model *model = listing->model;
    ScenarioPaths paths = scenario_paths(model->run, model->scenario->kinds, model->scenario->root);
    for (size_t i = 0; i < paths.count; i++) {
        const Setting *setting = paths.items[i].setting;
        NamedItem item = {.name = paths.items[i].name, .settable = true, .what = TEXT("left out")};
        if (setting) {
            item.number = setting->kind == SETTING_integer || setting->kind == SETTING_real;
            item.value = setting_value_text(listing->arena, setting);
            item.what = origin_place(model, setting->place);
        }
        add(listing, item);
    }
}

void name_list(NameList *out, Model *model, WantedPeriod wanted, WantedPeriod instant, Basis basis)
{
    *out = (NameList){0};
    Listing listing = {model->run->arena, out, model, wanted, instant, basis};
    add_inputs(&listing);
    for (size_t company = 0; company < model->scenario->company_count; company++)
        add_lines(&listing, NAMED_company, company);
    for (ColumnKind column = 0; column < COLUMN_KINDS; column++)
        add_lines(&listing, NAMED_column, column);
    for (size_t entry = 0; entry < model->scenario->entry_count; entry++) {
        add_entry_figures(&listing, entry);
        add_lines(&listing, NAMED_entry, entry);
    }
    add_analysis(&listing);
    add_paths(&listing);
}

/* --- patterns --- */

static Text lower_case(Arena *arena, Text text)
{
    TextBuilder out = {.arena = arena};
    for (size_t i = 0; i < text.length; i++)
        text_append_char(&out, char_lower(text.start[i]));
    return text_builder_text(&out);
}

static bool is_glob(Text pattern)
{
    for (size_t i = 0; i < pattern.length; i++)
        if (pattern.start[i] == '*' || pattern.start[i] == '?' || pattern.start[i] == '[')
            return true;
    return false;
}

static bool name_matches(Arena *arena, Text name, Text pattern, bool glob)
{
    Text lower = lower_case(arena, name), bare = text_slice(lower, 0, text_find_char(lower, '@', 0));
    if (!glob)
        return text_find(lower, pattern, 0) < lower.length || pattern.length == 0;
    const char *wanted = text_zero_terminated(arena, pattern);
    return fnmatch(wanted, text_zero_terminated(arena, lower), 0) == 0 || fnmatch(wanted, text_zero_terminated(arena, bare), 0) == 0;
}

NameList names_matching(Arena *arena, const NameList *all, Text pattern)
{
    NameList out = {0};
    Text lower = lower_case(arena, pattern);
    bool glob = is_glob(pattern);
    for (size_t i = 0; i < all->count; i++)
        if (name_matches(arena, all->items[i].name, lower, glob))
            *list_push(arena, &out) = all->items[i];
    return out;
}

/* A pattern is often a line without its company or column. */
Text names_nearest(Arena *arena, const NameList *all, Text pattern)
{
    Text *names = arena_array(arena, Text, 2 * all->count);
    for (size_t i = 0; i < all->count; i++) {
        Text name = all->items[i].name;
        names[i] = name;
        names[all->count + i] = text_slice(name, text_find_char(name, '.', 0) + 1, text_find_char(name, '@', 0));
    }
    return nearest_name(pattern, names, 2 * all->count);
}
