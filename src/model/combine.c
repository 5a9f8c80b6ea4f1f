#include "model/combine.h"

#include "model/entry.h"
#include "model/row.h"

static const StatementKind *sheet_kind(const Model *model, const Sheet *sheet)
{
    return &model->chart->statements[sheet->kind];
}

static void set_apart_below(const Model *model, Sheet *sheet, LineId total)
{
    const Line *above = chart_at(model->chart, total);
    for (size_t i = 0; i < above->addend_count; i++) {
        sheet->apart[above->addends[i] - sheet_kind(model, sheet)->first] = true;
        set_apart_below(model, sheet, above->addends[i]);
    }
}

static void find_apart(const Model *model, Sheet *sheet, LineId total)
{
    bool only_total = false, lines = false;
    for (size_t company = 0; company < model->scenario->company_count; company++) {
        bool below = row_below(model, sheet, company, total);
        lines = lines || below;
        only_total = only_total || (!below && sheet_figure(model, sheet, company, total)->slot != SLOT_NONE);
    }
    if (only_total && lines)
        set_apart_below(model, sheet, total);
}

/* The sum of the companies' figures; nothing when one of them should be there and is not, with its reason. */
static Slot sum_companies(Model *model, const Sheet *sheet, LineId line, Text *reason)
{
    Slot sum = SLOT_NONE;
    for (size_t company = 0; company < model->scenario->company_count; company++) {
        const Figure *figure = sheet_figure(model, sheet, company, line);
        if (figure->slot == SLOT_NONE && figure->reason.length) {
            *reason = text_format(model->run->arena, TEXT_FORMAT ": " TEXT_FORMAT, TEXT_ARGUMENTS(model_column_name(model, company)),
                                  TEXT_ARGUMENTS(figure->reason));
            return SLOT_NONE;
        }
        sum = program_add(&model->program, sum, figure->slot);
    }
    return sum;
}

static void combine_line(Model *model, Sheet *sheet, LineId line)
{
    Figure *combined = sheet_figure(model, sheet, model_column(model, COLUMN_pro_forma), line);
    Slot sum = sum_companies(model, sheet, line, &combined->reason);
    if (combined->reason.length)
        return;
    for (ColumnKind column = COLUMN_reclassifications; column < COLUMN_pro_forma; column++) {
        Slot effect = sheet_figure(model, sheet, model_column(model, column), line)->slot;
        bool printed = sum != SLOT_NONE || !chart_at(model->chart, line)->is_total; /* a total that nobody prints stays unprinted */
        sum = printed ? program_add(&model->program, sum, effect) : sum;
    }
    combined->slot = sum;
}

bool combine_sheet(Model *model, size_t index)
{
    if (!model->sheets.items[index].combinable)
        return true;
    if (!entries_apply(model, index))
        return false;
    Sheet *sheet = &model->sheets.items[index];
    const StatementKind *kind = sheet_kind(model, sheet);
    for (LineId line = kind->first; line < kind->first + kind->count; line++)
        if (chart_at(model->chart, line)->is_total)
            find_apart(model, sheet, line);
    for (LineId line = kind->first; line < kind->first + kind->count; line++)
        if (chart_at(model->chart, line)->unit == UNIT_money && !sheet->apart[line - kind->first])
            combine_line(model, sheet, line);
    return true;
}
