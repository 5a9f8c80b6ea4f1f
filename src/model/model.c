#include "model/open.h"
#include "statement/foot.h"

#include <string.h>

size_t model_column(const Model *model, ColumnKind column)
{
    return model->scenario->company_count + column;
}

size_t model_column_count(const Model *model)
{
    return model->scenario->company_count + COLUMN_KINDS;
}

Text model_column_name(const Model *model, size_t column)
{
    if (column < model->scenario->company_count)
        return model->scenario->companies[column].company.id;
    return column_name((ColumnKind)(column - model->scenario->company_count));
}

Figure *sheet_figure(const Model *model, const Sheet *sheet, size_t column, LineId line)
{
    const StatementKind *kind = &model->chart->statements[sheet->kind];
    return &sheet->figures[column * kind->count + (line - kind->first)];
}

Slot applied_figure(const AppliedEntry *applied, const char *name)
{
    const EntryFigure *figures = applied->entry->kind->figures;
    for (size_t i = 0; figures && figures[i].name; i++)
        if (strcmp(figures[i].name, name) == 0)
            return applied->figures[i];
    return SLOT_NONE;
}

Text figure_name(const Model *model, const Sheet *sheet, size_t column, LineId line)
{
    TextBuilder out = {.arena = model->run->arena};
    text_append(&out, model_column_name(model, column));
    text_append_char(&out, '.');
    text_append(&out, chart_at(model->chart, line)->name);
    text_append_char(&out, '@');
    text_append(&out, wanted_period_text(out.arena, sheet->wanted));
    if (model->chart->statements[sheet->kind].has_bases) {
        text_append_char(&out, ':');
        text_append(&out, basis_name(sheet->basis));
    }
    return text_builder_text(&out);
}

void model_require(Model *model, Conditions *conditions, Slot holds, ProblemKind kind, Place place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (holds != SLOT_NONE)
        *list_push(model->run->arena, conditions) = (Condition){holds, kind, place, text_format_list(model->run->arena, format, arguments), NULL};
    va_end(arguments);
}

void model_require_told(Model *model, Conditions *conditions, Slot holds, ProblemKind kind, Place place, Text what, const char *words, ...)
{
    va_list arguments;
    va_start(arguments, words);
    if (holds != SLOT_NONE)
        *list_push(model->run->arena, conditions) = (Condition){holds, kind, place, what, saying_make(model->run->arena, SLOT_NONE, words, arguments)};
    va_end(arguments);
}

void model_require_part(Model *model, Conditions *conditions, Slot part, Place place, const char *name)
{
    Program *program = &model->program;
    if (part == SLOT_NONE)
        return;
    Slot least = program_op(program, OP_LESS_EQUAL, program->zero, part, SLOT_NONE), most = program_op(program, OP_LESS_EQUAL, part, program->one, SLOT_NONE);
    Slot hundredth = program_op(program, OP_DIVIDE, part, program_meant(program, 100, "percent of a whole"), SLOT_NONE);
    Text what = text_format(model->run->arena, "%s has to be 0 to 1, as a rate or a part of a whole", name);
    model_require_told(model, conditions, least, PROBLEM_out_of_range, place, what, "it is #r", part);
    model_require_told(model, conditions, most, PROBLEM_out_of_range, place, what, "it is #r, which is #c; #r percent is #r", part, part, part, hundredth);
}

AlignRules scenario_align_rules(const Scenario *scenario, size_t company)
{
    const ScenarioCompany *given = &scenario->companies[company];
    return (AlignRules){.join_days = given->join_days,
                        .balance_days = given->balance_days,
                        .balance_date = given->balance_date,
                        .as_filed = scenario->as_filed && company > 0};
}

/* A nil is a value, 0; what is not reported is none. Aligned facts enter the program as constants, since alignment is done; but for what a study
 * varies. */
static void open_figure(Model *model, Figure *figure, const Fact *fact)
{
    figure->fact = fact;
    figure->slot = SLOT_NONE;
    if (fact_has_value(fact))
        figure->slot = open_fact(model, fact);
    else if (fact && fact->state == STATE_not_derivable)
        figure->reason = fact->reason;
}

static bool open_company(Model *model, Sheet *sheet, size_t company)
{
    const StatementKind *kind = &model->chart->statements[sheet->kind];
    const AlignedStatement **aligned = &sheet->aligned[company];
    if (!align_statement(aligned, model->run, model->chart, &model->books[company], sheet->kind, sheet->basis, sheet->wanted,
                         scenario_align_rules(model->scenario, company)))
        return false;
    sheet->combinable = sheet->combinable && (*aligned)->available;
    for (LineId line = kind->first; line < kind->first + kind->count; line++) {
        Figure *figure = sheet_figure(model, sheet, company, line);
        open_figure(model, figure, aligned_fact(model->chart, *aligned, line));
        if (!(*aligned)->available)
            figure->reason = (*aligned)->reason;
    }
    return true;
}

static Slot sum_lines_below(Model *model, const Sheet *sheet, size_t company, LineId total)
{
    const Line *above = chart_at(model->chart, total);
    Slot sum = SLOT_NONE;
    for (size_t i = 0; i < above->addend_count; i++) {
        LineId line = above->addends[i];
        Slot slot = sheet_figure(model, sheet, company, line)->slot;
        if (slot == SLOT_NONE)
            slot = sum_lines_below(model, sheet, company, line);
        sum = program_add_signed(&model->program, sum, chart_at(model->chart, line)->sign, slot);
    }
    return sum;
}

/* What enters a total that is not known, and is not printed, is not known either. */
static void leave_unknown(Model *model, const Sheet *sheet, size_t company, LineId line, Text reason)
{
    const Line *at = chart_at(model->chart, line);
    Figure *figure = sheet_figure(model, sheet, company, line);
    if (figure->slot != SLOT_NONE || figure->reason.length)
        return;
    figure->reason = reason;
    for (size_t i = 0; i < at->addend_count; i++)
        leave_unknown(model, sheet, company, at->addends[i], reason);
}

/* A total that the company does not print and another does is the sum of what it prints below, where that is all that enters it (statement/foot). */
static void complete_company(Model *model, const Sheet *sheet, size_t company, LineId total, bool printed)
{
    const AlignedStatement *aligned = sheet->aligned[company];
    const ReportedColumn column = {.kind = sheet->kind, .basis = sheet->basis, .period = aligned->period, .facts = aligned->facts};
    Figure *figure = sheet_figure(model, sheet, company, total);
    Money sum;
    if (figure->slot != SLOT_NONE || figure->reason.length || !column_addends(&sum, model->chart, &column, total))
        return;
    if (!column_sum(&sum, model->chart, &column, total)) {
        Text name = chart_at(model->chart, total)->name;
        leave_unknown(model, sheet, company, total, text_format(model->run->arena, TEXT_FORMAT " is not printed, and nothing printed proves that all its lines are there", TEXT_ARGUMENTS(name)));
    } else if (printed) {
        figure->slot = sum_lines_below(model, sheet, company, total);
        figure->summed = figure->slot != SLOT_NONE;
    }
}

bool model_shows_total(const Model *model, LineId total)
{
    const Scenario *scenario = model->scenario;
    if ((total != model->chart->per_share.attributable && total != model->chart->deal.all_equity) || !scenario->deal ||
        deal_decides(scenario->deal, DECISION_minority_place) != MINORITY_PLACE_equity)
        return false;
    for (size_t i = 0; i < scenario->entry_count; i++)
        if (scenario->entries[i].kind->leaves_part && scenario->entries[i].kind->leaves_part(&scenario->entries[i]) && scenario_entry_in_force(scenario, &scenario->entries[i]))
            return true;
    return false;
}

static void complete_total(Model *model, const Sheet *sheet, LineId total)
{
    size_t companies = model->scenario->company_count;
    bool printed = model_shows_total(model, total);
    for (size_t company = 0; company < companies; company++)
        printed = printed || sheet_figure(model, sheet, company, total)->slot != SLOT_NONE;
    for (size_t company = 0; company < companies; company++)
        complete_company(model, sheet, company, total, printed);
}

/* What a company does not print counts as nothing only where that is known. */
static void leave_hidden(Model *model, const Sheet *sheet, size_t company)
{
    const StatementKind *kind = &model->chart->statements[sheet->kind];
    const AlignedStatement *aligned = sheet->aligned[company];
    const ReportedColumn column = {.kind = sheet->kind, .basis = sheet->basis, .period = aligned->period, .facts = aligned->facts};
    for (LineId line = kind->first; line < kind->first + kind->count; line++) {
        const Figure *figure = sheet_figure(model, sheet, company, line);
        const Line *at = chart_at(model->chart, line);
        if (at->unit == UNIT_money && figure->slot == SLOT_NONE && figure->reason.length == 0 && column_hides(model->chart, &column, line))
            leave_unknown(model, sheet, company, line, text_format(model->run->arena, TEXT_FORMAT " is not printed, and may stand in what is", TEXT_ARGUMENTS(at->name)));
    }
}

static void complete_totals(Model *model, const Sheet *sheet)
{
    const StatementKind *kind = &model->chart->statements[sheet->kind];
    for (LineId line = kind->first; line < kind->first + kind->count; line++)
        if (chart_at(model->chart, line)->is_total)
            complete_total(model, sheet, line);
    for (size_t company = 0; company < model->scenario->company_count; company++)
        leave_hidden(model, sheet, company);
}

bool model_open_sheet(size_t *out, Model *model, uint8_t kind, Basis basis, WantedPeriod wanted)
{
    if (!model->chart->statements[kind].has_bases)
        basis = BASIS_gaap;
    for (size_t i = 0; i < model->sheets.count; i++) {
        const Sheet *known = &model->sheets.items[i];
        if (known->kind == kind && known->basis == basis && wanted_period_equal(known->wanted, wanted)) {
            *out = i;
            return true;
        }
    }
    Arena *arena = model->run->arena;
    size_t lines = model->chart->statements[kind].count, columns = model_column_count(model);
    Sheet sheet = {.kind = kind, .basis = basis, .wanted = wanted, .combinable = true};
    sheet.aligned = arena_array(arena, const AlignedStatement *, model->scenario->company_count);
    sheet.figures = arena_array(arena, Figure, columns * lines);
    sheet.apart = arena_array(arena, bool, lines);
    for (size_t i = 0; i < columns * lines; i++)
        sheet.figures[i].slot = SLOT_NONE;
    for (size_t company = 0; company < model->scenario->company_count; company++)
        if (!open_company(model, &sheet, company))
            return false;
    if (sheet.combinable)
        complete_totals(model, &sheet);
    *list_push(arena, &model->sheets) = sheet;
    *out = model->sheets.count - 1;
    return true;
}
