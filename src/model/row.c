#include "model/row.h"

static bool prints(const Model *model, const Sheet *sheet, size_t company, LineId line)
{
    return sheet_figure(model, sheet, company, line)->slot != SLOT_NONE;
}

bool row_below(const Model *model, const Sheet *sheet, size_t company, LineId total)
{
    const Line *above = chart_at(model->chart, total);
    for (size_t i = 0; i < above->addend_count; i++)
        if (prints(model, sheet, company, above->addends[i]) || row_below(model, sheet, company, above->addends[i]))
            return true;
    return false;
}

/* A company prints it, and none prints a line that enters it. */
static bool is_undivided(const Model *model, const Sheet *sheet, LineId total)
{
    bool printed = false;
    for (size_t company = 0; company < model->scenario->company_count; company++) {
        if (row_below(model, sheet, company, total))
            return false;
        printed = printed || prints(model, sheet, company, total);
    }
    return printed;
}

Slot row_printed(const Model *model, const Sheet *sheet, size_t company, LineId line)
{
    LineId at = line;
    while (at != LINE_NONE && !prints(model, sheet, company, at) && !(at != line && row_below(model, sheet, company, at)))
        at = chart_at(model->chart, at)->into;
    bool divided = at != LINE_NONE && at != line && row_below(model, sheet, company, at);
    return at == LINE_NONE || divided ? SLOT_NONE : sheet_figure(model, sheet, company, at)->slot;
}

bool row_find(LineId *out, const Model *model, const Sheet *sheet, LineId line)
{
    const Chart *chart = model->chart;
    *out = LINE_NONE;
    for (LineId at = line; at != LINE_NONE; at = chart_at(chart, at)->into)
        if (chart_at(chart, at)->is_total && is_undivided(model, sheet, at))
            *out = at;
    if (*out != LINE_NONE)
        return true;
    while (chart_at(chart, line)->is_total && chart_at(chart, line)->posts != LINE_NONE)
        line = chart_at(chart, line)->posts;
    *out = line;
    return !chart_at(chart, line)->is_total;
}
