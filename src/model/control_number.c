#include "model/control_number.h"

static const Figure *pro_forma(const Model *model, const PerShare *per_share, LineId line)
{
    return sheet_figure(model, &model->sheets.items[per_share->sheet], model_column(model, COLUMN_pro_forma), line);
}

static void cannot(Text *reason, const Model *model, const PerShare *per_share, size_t column, LineId line, Text why)
{
    if (reason->length == 0)
        *reason = text_format(model->run->arena, TEXT_FORMAT ": " TEXT_FORMAT, TEXT_ARGUMENTS(figure_name(model, &model->sheets.items[per_share->sheet], column, line)),
                              TEXT_ARGUMENTS(why.length ? why : TEXT("not reported")));
}

/* The line in all columns, also where it is combined in a total only. */
static Slot sum_columns(Model *model, const PerShare *per_share, LineId line, Text *reason)
{
    Slot sum = SLOT_NONE;
    for (size_t column = 0; column < model_column(model, COLUMN_pro_forma); column++) {
        const Figure *figure = sheet_figure(model, &model->sheets.items[per_share->sheet], column, line);
        if (figure->slot == SLOT_NONE && figure->reason.length)
            cannot(reason, model, per_share, column, line, figure->reason);
        sum = program_add(&model->program, sum, figure->slot);
    }
    return sum;
}

static Slot find_continuing(Model *model, const PerShare *per_share, Slot income, Text *reason)
{
    const PerShareLines *lines = &model->chart->per_share;
    Slot continuing = lines->continuing == LINE_NONE ? income : pro_forma(model, per_share, lines->continuing)->slot;
    if (continuing != SLOT_NONE || income == SLOT_NONE)
        return continuing;
    continuing = income;
    const Line *whole = chart_at(model->chart, lines->income);
    for (size_t i = 0; i < whole->addend_count; i++)
        if (whole->addends[i] != lines->continuing)
            continuing = program_add_signed(&model->program, continuing, -chart_at(model->chart, whole->addends[i])->sign,
                                            sum_columns(model, per_share, whole->addends[i], reason));
    return continuing;
}

/* As the companies print the income that is left, or as they print the dividends. */
static Slot find_preferred(Model *model, const PerShare *per_share, Slot income, Text *reason)
{
    const PerShareLines *lines = &model->chart->per_share;
    Slot common = lines->common_income == LINE_NONE ? SLOT_NONE : pro_forma(model, per_share, lines->common_income)->slot;
    if (common != SLOT_NONE && income != SLOT_NONE)
        return program_op(&model->program, OP_SUBTRACT, income, common, SLOT_NONE);
    return lines->preferred_dividends == LINE_NONE ? SLOT_NONE : sum_columns(model, per_share, lines->preferred_dividends, reason);
}

static void need_printed(Text *reason, const Model *model, const PerShare *per_share, LineId line)
{
    for (size_t company = 0; company < model->scenario->company_count; company++) {
        const Figure *figure = sheet_figure(model, &model->sheets.items[per_share->sheet], company, line);
        if (figure->slot == SLOT_NONE)
            cannot(reason, model, per_share, company, line, figure->reason);
    }
}

bool control_number(PerShare *out, Model *model)
{
    LineId line = model->chart->per_share.income;
    const Figure *income = pro_forma(model, out, line);
    Text reason = TEXT(""), unknown = TEXT("");
    need_printed(&reason, model, out, line);
    if (income->slot == SLOT_NONE)
        cannot(&reason, model, out, model_column(model, COLUMN_pro_forma), line, income->reason);
    out->continuing = find_continuing(model, out, income->slot, &unknown);
    out->preferred = find_preferred(model, out, income->slot, &reason);
    out->common = out->control = SLOT_NONE;
    if (reason.length == 0)
        out->common = program_add_signed(&model->program, income->slot, -1, out->preferred);
    if (reason.length == 0 && unknown.length) { /* net income is known, so what basic is is known, too */
        out->continuing = SLOT_NONE;
        out->diluted_reason = text_format(model->run->arena, "dilution is tested against income from continuing operations, and " TEXT_FORMAT, TEXT_ARGUMENTS(unknown));
        return true;
    }
    if (reason.length == 0) {
        out->control = program_add_signed(&model->program, out->continuing, -1, out->preferred);
        return true;
    }
    const Sheet *sheet = &model->sheets.items[out->sheet];
    return !model->scenario->has_shares ||
           problem(model->run, PROBLEM_control_number_unknown, model->scenario->shares_place, "the control number of " TEXT_FORMAT " " TEXT_FORMAT " cannot be computed: " TEXT_FORMAT,
                   TEXT_ARGUMENTS(wanted_period_text(model->run->arena, sheet->wanted)), TEXT_ARGUMENTS(basis_name(sheet->basis)), TEXT_ARGUMENTS(reason));
}
