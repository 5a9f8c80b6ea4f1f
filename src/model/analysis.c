#include "model/analysis_party.h"

#include "model/per_share.h"

#include <math.h>
#include <stdlib.h>

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

static int in_list_order(const void *a, const void *b)
{
    const AnalysisFigure *one = a, *other = b;
    if (one->id != other->id)
        return one->id < other->id ? -1 : 1;
    return (one->subject > other->subject) - (one->subject < other->subject);
}

static void fill(Analysing *at)
{
    party_shares(at);
    party_earnings(at);
    analysis_dilution(at);
    analysis_comparative(at);
    analysis_accretion(at);
    analysis_bridge(at);
    analysis_contribution(at);
    if (at->model->sheets.items[at->sheet].basis == BASIS_gaap) { /* what is given does not depend on how income is measured */
        analysis_sources(at);
        analysis_price(at);
    }
    qsort(at->made.figures.items, at->made.figures.count, sizeof *at->made.figures.items, in_list_order);
}

bool analysis_sheet(const Analysis **out, Model *model, size_t sheet)
{
    const PerShare *per_share = per_share_find(model, sheet);
    *out = analysis_find(model, sheet);
    if (*out || !per_share)
        return true;
    Analysing at = {.model = model, .program = &model->program, .sheet = sheet, .per_share = *per_share, .good = true};
    at.made = (Analysis){.sheet = sheet, .sources = SLOT_NONE, .uses = SLOT_NONE};
    at.no_number = program_meant(&model->program, NAN, "no number");
    fill(&at);
    Analysis *made = list_push(model->run->arena, &model->analyses);
    *made = at.made;
    *out = made;
    return at.good;
}

static void settle(const double *values, AnalysisFigure *figure)
{
    for (size_t i = figure->exceptions.count; i-- > 0;)
        if (values[figure->exceptions.items[i].when] != 0) {
            figure->word = figure->exceptions.items[i].word;
            figure->why = figure->exceptions.items[i].why;
        }
}

void analysis_settle(Model *model)
{
    for (size_t i = 0; i < model->analyses.count; i++)
        for (size_t j = 0; j < model->analyses.items[i].figures.count; j++)
            settle(model->values, &model->analyses.items[i].figures.items[j]);
}
