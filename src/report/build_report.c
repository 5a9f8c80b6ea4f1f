#include "model/per_share.h"
#include "report/analysis_tables.h"
#include "report/letters.h"
#include "report/notes.h"
#include "report/origin.h"
#include "report/schedules.h"
#include "report/words.h"

#include <math.h>

/* --- cells --- */

static int unit_decimals(UnitKind unit)
{
    return unit == UNIT_per_share ? 2 : 0;
}

static Unit line_unit(const Model *model, LineId line)
{
    UnitKind kind = chart_at(model->chart, line)->unit;
    return (Unit){(uint8_t)kind, kind == UNIT_per_share ? 0 : model->scenario->reporting.scale};
}

static bool posts_to(const Model *model, const AppliedEntry *applied, size_t sheet, size_t column, LineId line)
{
    ColumnKind kind = applied->column;
    LineId first = model->chart->statements[model->sheets.items[sheet].kind].first;
    return applied->sheet == sheet && kind != COLUMN_none && model_column(model, kind) == column && applied->effects[line - first] != SLOT_NONE;
}

static bool has_leg(const Model *model, const AppliedEntry *applied, LineId line)
{
    for (size_t i = 0; i < applied->legs.count; i++)
        if (applied->legs.items[i].line == line && model->values[applied->legs.items[i].amount] != 0)
            return true;
    return false;
}

static ReportEntry entry_part(const Model *model, const AppliedEntry *applied, LineId line)
{
    LineId first = model->chart->statements[model->sheets.items[applied->sheet].kind].first;
    return (ReportEntry){applied->entry->name, model->values[applied->effects[line - first]], applied->origins, applied->origin_count};
}

/* Which entries make up a cell of their column; letters stand beside the lines of their legs, not beside the totals above. */
static void explain_entry_cell(const Model *model, ReportCell *cell, size_t sheet, size_t column, LineId line)
{
    TextBuilder letters = {.arena = model->run->arena}, note = {.arena = model->run->arena};
    struct { ReportEntry *items; size_t count, capacity; } entries = {0};
    if (chart_at(model->chart, line)->unit == UNIT_shares) {
        cell->letters = report_shares_letter(model);
        cell->note = TEXT("shares issued and potential shares, less the target's own");
        cell->state = CELL_computed;
        return;
    }
    for (size_t i = 0; i < model->applied.count; i++) {
        const AppliedEntry *applied = model->applied.items[i];
        bool posted = posts_to(model, applied, sheet, column, line), leg = has_leg(model, applied, line);
        if (!posted || (!leg && entry_part(model, applied, line).amount == 0))
            continue;
        text_append(&note, note.count ? TEXT(", entries.") : TEXT("entries."));
        text_append(&note, applied->entry->name);
        *list_push(model->run->arena, &entries) = entry_part(model, applied, line);
        if (leg)
            text_append(&letters, report_entry_letter(model, applied->entry));
    }
    cell->letters = text_builder_text(&letters);
    cell->note = text_builder_text(&note);
    cell->state = CELL_posted;
    cell->entries = entries.items;
    cell->entry_count = entries.count;
}

static bool all_nil(const Model *model, const Sheet *sheet, LineId line)
{
    bool nil = false;
    for (size_t company = 0; company < model->scenario->company_count; company++) {
        const Figure *figure = sheet_figure(model, sheet, company, line);
        if (figure->slot != SLOT_NONE && !(figure->fact && figure->fact->state == STATE_nil))
            return false;
        nil = nil || figure->slot != SLOT_NONE;
    }
    return nil;
}

/* An amount per share that a filing prints stands as it is printed. */
static int shown_decimals(const Figure *figure, UnitKind unit)
{
    bool printed = unit == UNIT_per_share && figure->fact && figure->fact->state == STATE_reported;
    return printed && figure->fact->printed.decimals > unit_decimals(unit) ? figure->fact->printed.decimals : unit_decimals(unit);
}

static void show_value(const Model *model, ReportCell *cell, const Figure *figure, LineId line)
{
    double value = figure->slot == SLOT_NONE ? NAN : model->values[figure->slot];
    cell->has_value = isfinite(value);
    cell->value = cell->has_value ? value : 0;
    if (!cell->has_value)
        return;
    cell->text = cell->nil ? TEXT("--") : amount_spoken(model->run->arena, value, shown_decimals(figure, chart_at(model->chart, line)->unit));
}

typedef struct {
    ReportPart *items;
    size_t count, capacity;
} Parts;

/* The lines that a total was added from; one below it that is not printed itself is a total of others. */
static void add_parts(Parts *parts, const Model *model, const Sheet *sheet, size_t company, LineId total, int sign)
{
    const Line *above = chart_at(model->chart, total);
    for (size_t i = 0; i < above->addend_count; i++) {
        const Line *line = chart_at(model->chart, above->addends[i]);
        if (sheet_figure(model, sheet, company, above->addends[i])->slot == SLOT_NONE)
            add_parts(parts, model, sheet, company, above->addends[i], sign * line->sign);
        else
            *list_push(model->run->arena, parts) = (ReportPart){line->name, sign * line->sign};
    }
}

static void explain_company_cell(const Model *model, ReportCell *cell, const Sheet *sheet, size_t company, LineId line, const Figure *figure)
{
    if (figure->summed) {
        Parts parts = {0};
        add_parts(&parts, model, sheet, company, line, 1);
        cell->state = CELL_summed;
        cell->parts = parts.items;
        cell->part_count = parts.count;
    } else if (figure->fact) {
        cell->state = (uint8_t)figure->fact->state;
        cell->fact = figure->fact;
    } else {
        cell->state = sheet->aligned[company]->not_reported ? STATE_not_reported : STATE_not_derivable;
    }
}

static void build_company_cell(const Model *model, ReportCell *cell, const Sheet *sheet, size_t company, LineId line)
{
    const Figure *figure = sheet_figure(model, sheet, company, line);
    cell->nil = figure->fact && figure->fact->state == STATE_nil;
    show_value(model, cell, figure, line);
    cell->note = origin_figure(model, sheet, company, line);
    explain_company_cell(model, cell, sheet, company, line, figure);
    cell->shown = true;
}

/* Net income, unless preferred dividends are taken off or what a conversion would save is added. */
static Text numerator_name(const Model *model, const Sheet *sheet, bool basic)
{
    LineId income = model->chart->per_share.income;
    const PerShare *per_share = per_share_find(model, (size_t)(sheet - model->sheets.items));
    Slot divided = !per_share ? SLOT_NONE : basic ? per_share->common : per_share->diluted.income;
    bool net = divided == SLOT_NONE || divided == sheet_figure(model, sheet, model_column(model, COLUMN_pro_forma), income)->slot;
    return net ? chart_at(model->chart, income)->name : basic ? TEXT("analysis.dilution.common_income") : TEXT("analysis.dilution.diluted_income");
}

/* What the pro forma column is made of: the columns beside it, or for a per-share amount the lines above and below it. */
static void explain_combined_cell(const Model *model, ReportCell *cell, const Sheet *sheet, LineId line)
{
    const PerShareLines *lines = &model->chart->per_share;
    cell->state = cell->nil ? STATE_nil : CELL_combined;
    switch (chart_at(model->chart, line)->unit) {
    case UNIT_per_share: {
        Text *quotient = arena_array(model->run->arena, Text, 2);
        bool basic = line == lines->basic_eps || line == lines->continuing_basic_eps;
        quotient[0] = numerator_name(model, sheet, basic);
        quotient[1] = chart_at(model->chart, basic ? lines->basic_shares : lines->diluted_shares)->name;
        cell->quotient = quotient;
        break;
    }
    case UNIT_shares:
        cell->across = sheet_figure(model, sheet, model_column(model, COLUMN_adjustments), line)->slot != SLOT_NONE;
        break;
    default:
        cell->across = true;
    }
}

static void build_added_cell(const Model *model, ReportCell *cell, size_t index, size_t column, LineId line)
{
    const Sheet *sheet = &model->sheets.items[index];
    const StatementKind *kind = &model->chart->statements[sheet->kind];
    const Figure *figure = sheet_figure(model, sheet, column, line);
    bool pro_forma = column == model_column(model, COLUMN_pro_forma);
    cell->nil = pro_forma && figure->slot != SLOT_NONE && model->values[figure->slot] == 0 && all_nil(model, sheet, line);
    show_value(model, cell, figure, line);
    bool effect = cell->has_value && (pro_forma || cell->value != 0);
    cell->has_value = effect;
    cell->shown = effect || (pro_forma && sheet->combinable);
    if (effect && !pro_forma)
        explain_entry_cell(model, cell, index, column, line);
    else if (effect)
        explain_combined_cell(model, cell, sheet, line);
    else
        cell->text = TEXT("");
    if (pro_forma && !effect)
        cell->state = CELL_not_combined;
    if (pro_forma && !effect && sheet->apart[line - kind->first])
        cell->note = text_format(model->run->arena, "combined at " TEXT_FORMAT, TEXT_ARGUMENTS(chart_at(model->chart, chart_at(model->chart, line)->into)->name));
    else if (pro_forma && !effect)
        cell->note = figure->reason;
}

/* --- columns --- */

static bool posts_entries(const Scenario *scenario, ColumnKind column)
{
    for (size_t i = 0; i < scenario->entry_count; i++)
        if (!scenario->entries[i].off && scenario->entries[i].kind->column == column)
            return true;
    return false;
}

/* The column of autonomous-entity adjustments stands only where there are any. */
static size_t shown_columns(const Model *model, size_t *out)
{
    size_t count = 0;
    for (size_t column = 0; column < model_column_count(model); column++)
        if (column != model_column(model, COLUMN_autonomous) || posts_entries(model->scenario, COLUMN_autonomous))
            out[count++] = column;
    return count;
}

/* --- rows --- */

static bool line_present(const Model *model, const Sheet *sheet, LineId line)
{
    for (size_t column = 0; column < model_column_count(model); column++) {
        const Figure *figure = sheet_figure(model, sheet, column, line);
        bool refused = figure->fact && figure->fact->state == STATE_not_derivable;
        bool effect = column != model_column(model, COLUMN_pro_forma) || figure->slot != SLOT_NONE;
        if ((figure->slot != SLOT_NONE || refused) && effect && !(chart_at(model->chart, line)->is_total && column >= model->scenario->company_count))
            return true;
    }
    return false;
}

static ReportRow *push_row(Arena *arena, ReportTable *table)
{
    table->rows = arena_grow(arena, table->rows, table->row_count, &table->row_capacity, sizeof *table->rows);
    return &table->rows[table->row_count++];
}

static void add_heading(Arena *arena, ReportTable *table, Text heading)
{
    *push_row(arena, table) = (ReportRow){.heading = true, .label = heading};
}

/* A total whose lines are shown has a rule above it; one that nobody splits looks like any other line. */
static bool has_lines_shown(const Model *model, const Sheet *sheet, LineId total)
{
    const Line *above = chart_at(model->chart, total);
    for (size_t i = 0; i < above->addend_count; i++)
        if (line_present(model, sheet, above->addends[i]) || has_lines_shown(model, sheet, above->addends[i]))
            return true;
    return false;
}

static void build_row(const Model *model, ReportTable *table, size_t index, LineId line, bool under_heading)
{
    Arena *arena = model->run->arena;
    const Sheet *sheet = &model->sheets.items[index];
    const Line *entry = chart_at(model->chart, line);
    ReportRow row = {.label = entry->label, .group = entry->heading, .name = entry->name, .unit = unit_name(arena, line_unit(model, line)), .closing = entry->grand};
    row.ruled = has_lines_shown(model, sheet, line);
    row.indent = under_heading ? (row.ruled ? 2 : 1) : 0;
    row.cells = arena_array(arena, ReportCell, table->column_count);
    for (size_t i = 0; i < table->column_count; i++) {
        size_t column = table->columns[i].column;
        if (column < model->scenario->company_count)
            build_company_cell(model, &row.cells[i], sheet, column, line);
        else
            build_added_cell(model, &row.cells[i], index, column, line);
    }
    *push_row(arena, table) = row;
}

/* A heading governs the lines that name it; a line without one stands at the margin. */
static void build_rows(const Model *model, ReportTable *table, size_t index)
{
    const Sheet *sheet = &model->sheets.items[index];
    const StatementKind *kind = &model->chart->statements[sheet->kind];
    Text heading = TEXT("");
    for (LineId line = kind->first; line < kind->first + kind->count; line++) {
        const Line *entry = chart_at(model->chart, line);
        if (!line_present(model, sheet, line))
            continue;
        if (entry->heading.length && !text_equal(entry->heading, heading))
            add_heading(model->run->arena, table, entry->heading);
        heading = entry->heading;
        build_row(model, table, index, line, entry->heading.length > 0);
    }
}

/* --- tables --- */

static Text filing_words(const Model *model, size_t company, const AlignedStatement *aligned)
{
    if (!aligned->available)
        return aligned->not_reported ? TEXT("not reported") : TEXT("not available");
    if (aligned->formula.length)
        return TEXT("derived");
    if (aligned->term_count == 0)
        return TEXT("");
    if (aligned->gap_days)
        return text_format(model->run->arena, "%s " TEXT_FORMAT, period_is_instant(aligned->period) ? "at" : "to", TEXT_ARGUMENTS(day_iso(model->run->arena, aligned->period.end)));
    const ReportedColumn *column = aligned->terms[0].column;
    const ScenarioCompany *given = &model->scenario->companies[company];
    if (column->filed == DAY_NONE && column->order >= 0 && (size_t)column->order < given->filing_count)
        return given->filings[column->order].key;
    return TEXT("as printed");
}

/* How the form of the deal calls the columns that entries make. */
static const char *const *added_heads(const Scenario *scenario, ColumnKind column)
{
    static const char *const heads[COLUMN_KINDS][HEAD_LINES] = {
        {"", "Reclassi-", "fications"}, {"", "Pro forma", "adjustments"}, {"Autonomous", "entity", "adjustments"}, {"", "Pro forma", "combined"}};
    static const char *const transaction[HEAD_LINES] = {"Transaction", "accounting", "adjustments"};
    bool columns = scenario->deal && deal_decides(scenario->deal, DECISION_autonomous) == AUTONOMOUS_column;
    return columns && column == COLUMN_adjustments ? transaction : heads[column];
}

static void build_columns(const Model *model, ReportTable *table, const Sheet *sheet)
{
    size_t *shown = arena_array(model->run->arena, size_t, model_column_count(model));
    table->column_count = shown_columns(model, shown);
    table->columns = arena_array(model->run->arena, ReportColumn, table->column_count);
    for (size_t i = 0; i < table->column_count; i++) {
        ReportColumn *out = &table->columns[i];
        size_t column = out->column = shown[i];
        out->name = model_column_name(model, column);
        out->figures = column < model->scenario->company_count;
        if (out->figures) {
            out->head[HEAD_LINES - 2] = model->scenario->companies[column].company.label;
            out->head[HEAD_LINES - 1] = filing_words(model, column, sheet->aligned[column]);
            out->period = sheet->aligned[column]->available ? &sheet->aligned[column]->period : NULL;
            continue;
        }
        for (size_t line = 0; line < HEAD_LINES; line++)
            out->head[line] = text_of(added_heads(model->scenario, (ColumnKind)(column - model->scenario->company_count))[line]);
    }
}

static Text company_titles(const Model *model)
{
    TextBuilder out = {.arena = model->run->arena};
    for (size_t company = 0; company < model->scenario->company_count; company++) {
        bool last = company + 1 == model->scenario->company_count;
        text_append(&out, company == 0 ? TEXT("") : last ? TEXT(" and ") : TEXT(", "));
        text_append(&out, model->scenario->companies[company].company.title);
    }
    return text_builder_text(&out);
}

static bool is_operations(const Model *model, const StatementKind *kind)
{
    LineId income = model->chart->per_share.income;
    return income >= kind->first && income < kind->first + kind->count;
}

static bool has_purchase(const Scenario *scenario)
{
    for (size_t i = 0; i < scenario->entry_count; i++)
        if (!scenario->entries[i].off && scenario->entries[i].kind->purchase)
            return true;
    return false;
}

/* A purchase is accounted for on the balance sheet and in GAAP operations; other statements of its scenario only combine. */
static Text kind_title(const Model *model, const Sheet *sheet)
{
    const StatementKind *kind = &model->chart->statements[sheet->kind];
    LineId assets = model->chart->deal.assets;
    bool balance_sheet = assets >= kind->first && assets < kind->first + kind->count;
    bool purchase = has_purchase(model->scenario), pro_forma = purchase && sheet->basis == BASIS_gaap && (balance_sheet || is_operations(model, kind));
    bool adjusted = purchase ? pro_forma : posts_entries(model->scenario, COLUMN_adjustments);
    return text_format(model->run->arena, "Unaudited %s" TEXT_FORMAT "%s", !sheet->combinable ? "" : pro_forma ? "pro forma condensed combined " : "combined ", TEXT_ARGUMENTS(kind->title),
                       adjusted ? "" : ", before purchase accounting (not an Article 11 pro forma)");
}

static void build_titles(const Model *model, ReportTable *table, const Sheet *sheet)
{
    Arena *arena = model->run->arena;
    const StatementKind *kind = &model->chart->statements[sheet->kind];
    const char *basis = !kind->has_bases ? "" : sheet->basis == BASIS_gaap ? " · GAAP" : " · non-GAAP";
    table->titles[0] = company_titles(model);
    table->titles[1] = kind_title(model, sheet);
    table->titles[2] = text_format(arena, TEXT_FORMAT "%s · " TEXT_FORMAT, TEXT_ARGUMENTS(words_label(arena, period_spoken(arena, table->period))), basis,
                                   TEXT_ARGUMENTS(words_units(model, is_operations(model, kind))));
}

static void build_remarks(const Model *model, ReportTable *table, const Sheet *sheet)
{
    Arena *arena = model->run->arena;
    for (size_t company = 0; company < model->scenario->company_count; company++) {
        const AlignedStatement *aligned = sheet->aligned[company];
        if (aligned->available)
            continue;
        Text why = aligned->not_reported ? text_format(arena, "not reported: the filings taken print no " TEXT_FORMAT,
                                                       TEXT_ARGUMENTS(model->chart->statements[sheet->kind].title))
                                         : aligned->reason;
        table->remarks = arena_grow(arena, table->remarks, table->remark_count, &table->remark_capacity, sizeof *table->remarks);
        table->remarks[table->remark_count++] =
            text_format(arena, TEXT_FORMAT ": " TEXT_FORMAT "; nothing is combined.", TEXT_ARGUMENTS(model->scenario->companies[company].company.label), TEXT_ARGUMENTS(why));
    }
}

static bool sheet_shown(const Model *model, const Sheet *sheet)
{
    for (size_t company = 0; company < model->scenario->company_count; company++)
        if (sheet->aligned[company]->available)
            return true;
    return false;
}

static void build_table(const Model *model, Report *report, size_t index)
{
    Arena *arena = model->run->arena;
    const Sheet *sheet = &model->sheets.items[index];
    ReportTable table = {.statement = model->chart->statements[sheet->kind].name, .basis = basis_name(sheet->basis), .wanted = sheet->wanted, .period = wanted_period_span(sheet->wanted)};
    for (size_t company = model->scenario->company_count; company-- > 0;)
        if (sheet->aligned[company]->available && !model->scenario->as_filed)
            table.period = sheet->aligned[company]->period;
    build_columns(model, &table, sheet);
    build_titles(model, &table, sheet);
    build_remarks(model, &table, sheet);
    build_rows(model, &table, index);
    report->tables = arena_grow(arena, report->tables, report->table_count, &report->table_capacity, sizeof *report->tables);
    report->tables[report->table_count++] = table;
}

Report *report_build(const Model *model)
{
    Report *report = arena_new(model->run->arena, Report);
    report->chart = model->chart;
    report->sources = &model->run->sources;
    report->title = model->scenario->title;
    for (size_t i = 0; i < model->requested.count; i++)
        if (sheet_shown(model, &model->sheets.items[model->requested.items[i]]))
            build_table(model, report, model->requested.items[i]);
    schedules_build(report, model);
    analysis_tables_build(report, model);
    notes_build(report, model);
    return report;
}
