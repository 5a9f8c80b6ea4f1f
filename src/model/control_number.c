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

/* What is taken off income on the way to a total below it: as the companies print the income that is left, or as they print what goes. */
static Slot find_taken(Model *model, const PerShare *per_share, Slot income, LineId left, LineId taken, Text *reason)
{
    Slot rest = left == LINE_NONE ? SLOT_NONE : pro_forma(model, per_share, left)->slot;
    if (rest != SLOT_NONE && income != SLOT_NONE)
        return program_op(&model->program, OP_SUBTRACT, income, rest, SLOT_NONE);
    return taken == LINE_NONE ? SLOT_NONE : sum_columns(model, per_share, taken, reason);
}

static void need_printed(Text *reason, const Model *model, const PerShare *per_share, LineId line)
{
    for (size_t company = 0; company < model->scenario->company_count; company++) {
        const Figure *figure = sheet_figure(model, &model->sheets.items[per_share->sheet], company, line);
        if (figure->slot == SLOT_NONE)
            cannot(reason, model, per_share, company, line, figure->reason);
    }
}

/* Discontinued operations and what else enters net income beside income from continuing operations. */
static bool has_below(const Model *model, const PerShare *per_share)
{
    const PerShareLines *lines = &model->chart->per_share;
    const Line *whole = chart_at(model->chart, lines->income);
    for (size_t i = 0; lines->continuing != LINE_NONE && i < whole->addend_count; i++)
        for (size_t company = 0; whole->addends[i] != lines->continuing && company < model->scenario->company_count; company++)
            if (sheet_figure(model, &model->sheets.items[per_share->sheet], company, whole->addends[i])->slot != SLOT_NONE)
                return true;
    return false;
}

static bool ends_at_continuing(const Model *model, const PerShare *per_share)
{
    const Deal *deal = model->scenario->deal;
    return deal && deal->regimes[AXIS_form] && deal_decides(deal, DECISION_ends_at) == ENDS_AT_continuing && has_below(model, per_share);
}

/* What is divided is of continuing operations as well; where those are not known, nothing is. */
static void end_at_continuing(PerShare *out)
{
    out->of_continuing = true;
    out->common = out->control;
    if (out->control == SLOT_NONE)
        out->basic_reason = out->diluted_reason;
}

bool control_number(PerShare *out, Model *model)
{
    const PerShareLines *lines = &model->chart->per_share;
    LineId line = lines->income;
    const Figure *income = pro_forma(model, out, line);
    Text reason = TEXT(""), unknown = TEXT("");
    need_printed(&reason, model, out, line);
    if (income->slot == SLOT_NONE)
        cannot(&reason, model, out, model_column(model, COLUMN_pro_forma), line, income->reason);
    out->others = find_taken(model, out, income->slot, lines->attributable, lines->non_controlling_income, &reason);
    out->continuing = program_add_signed(&model->program, find_continuing(model, out, income->slot, &unknown), -1, out->others);
    Slot attributable = program_add_signed(&model->program, income->slot, -1, out->others);
    out->preferred = find_taken(model, out, attributable, lines->common_income, lines->preferred_dividends, &reason);
    out->common = out->control = SLOT_NONE;
    if (reason.length == 0)
        out->common = program_add_signed(&model->program, attributable, -1, out->preferred);
    if (reason.length == 0 && unknown.length) { /* net income is known, so what basic is is known, too */
        out->continuing = SLOT_NONE;
        out->diluted_reason = text_format(model->run->arena, "dilution is tested against income from continuing operations, and " TEXT_FORMAT, TEXT_ARGUMENTS(unknown));
    } else if (reason.length == 0) {
        out->control = program_add_signed(&model->program, out->continuing, -1, out->preferred);
    }
    if (reason.length == 0 && ends_at_continuing(model, out))
        end_at_continuing(out);
    if (reason.length == 0)
        return true;
    const Sheet *sheet = &model->sheets.items[out->sheet];
    return !model->scenario->has_shares ||
           problem(model->run, PROBLEM_control_number_unknown, model->scenario->shares_place, "the control number of " TEXT_FORMAT " " TEXT_FORMAT " cannot be computed: " TEXT_FORMAT,
                   TEXT_ARGUMENTS(wanted_period_text(model->run->arena, sheet->wanted)), TEXT_ARGUMENTS(basis_name(sheet->basis)), TEXT_ARGUMENTS(reason));
}
