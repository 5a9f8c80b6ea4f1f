#include "model/analysis.h"

#include "model/per_share.h"

const Analysis *analysis_find(const Model *model, size_t sheet)
{
    for (size_t i = 0; i < model->analyses.count; i++)
        if (model->analyses.items[i].sheet == sheet)
            return &model->analyses.items[i];
    return NULL;
}

const AnalysisFigure *analysis_figure(const Analysis *analysis, AnalysisId id, size_t subject)
{
    for (size_t i = 0; i < analysis->figures.count; i++)
        if (analysis->figures.items[i].id == id && analysis->figures.items[i].subject == subject)
            return &analysis->figures.items[i];
    return NULL;
}

bool analysis_sheet(const Analysis **out, Model *model, size_t sheet)
{
    *out = analysis_find(model, sheet);
    if (*out || !per_share_find(model, sheet))
        return true;
    Analysis *made = list_push(model->run->arena, &model->analyses);
    *made = (Analysis){.sheet = sheet};
    *out = made;
    return true;
}
