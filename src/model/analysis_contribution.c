/* What each company's holders own of the combination, against what the company brings to it. */
#include "model/analysis_party.h"

static void put_ownership(Analysing *at)
{
    size_t companies = at->model->scenario->company_count;
    Looked all = at->shares[ACQUIRER];
    for (size_t target = 1; target < companies; target++)
        all = analysis_op(at, OP_ADD, all, at->issued[target]);
    for (size_t company = 0; company < companies; company++) {
        Looked part = company == ACQUIRER ? at->shares[ACQUIRER] : at->issued[company];
        AnalysisFigure *figure = analysis_put(at, ANALYSIS_ownership, company, analysis_op(at, OP_DIVIDE, part, all));
        analysis_how(at, figure, at->outstanding ? "on shares outstanding" : "on weighted-average shares of the period");
    }
}

/* 1 where a company's figure is below 0, or all are 0: parts of a whole would then mean nothing. */
static Slot no_parts(Analysing *at, const Looked *figures, Looked sum)
{
    Looked none = analysis_op(at, OP_EQUAL, sum, analysis_constant(at, 0));
    for (size_t company = 0; company < at->model->scenario->company_count; company++)
        none = analysis_op(at, OP_MAXIMUM, none, analysis_op(at, OP_LESS, figures[company], analysis_constant(at, 0)));
    return none.slot;
}

/* Of net income what is the parent's: of a target the part that is bought, of that which is its own holders'. */
static Looked attributable(Analysing *at, size_t company, Looked income)
{
    const PerShareLines *lines = &at->model->chart->per_share;
    Looked others = lines->non_controlling_income == LINE_NONE ? (Looked){.slot = SLOT_NONE} : party_line(at, company, lines->non_controlling_income), part = party_part(at, company);
    if (income.slot != SLOT_NONE && others.slot != SLOT_NONE)
        income = analysis_op(at, OP_SUBTRACT, income, others);
    return part.slot == SLOT_NONE ? income : analysis_op(at, OP_MULTIPLY, income, part);
}

static void put_contribution(Analysing *at, AnalysisId id, LineId line)
{
    size_t companies = at->model->scenario->company_count;
    Looked *figures = arena_array(at->model->run->arena, Looked, companies), sum = {.slot = SLOT_NONE};
    for (size_t company = 0; company < companies; company++) {
        figures[company] = party_conformed(at, company, line);
        if (line == at->model->chart->per_share.income)
            figures[company] = attributable(at, company, figures[company]);
        sum = company ? analysis_op(at, OP_ADD, sum, figures[company]) : figures[company];
    }
    Slot none = no_parts(at, figures, sum);
    for (size_t company = 0; company < companies; company++) {
        AnalysisFigure *figure = analysis_put(at, id, company, analysis_op(at, OP_DIVIDE, figures[company], sum));
        if (figure->slot == SLOT_NONE)
            figure->why = sum.reason;
        analysis_except(at, figure, none, "n.m.", TEXT("a company's amount is below 0, or all are 0"));
    }
}

void analysis_contribution(Analysing *at)
{
    const Chart *chart = at->model->chart;
    put_ownership(at);
    put_contribution(at, ANALYSIS_contribution_revenue, chart->revenue);
    put_contribution(at, ANALYSIS_contribution_gross_margin, chart->gross_margin);
    put_contribution(at, ANALYSIS_contribution_operating_income, chart->operating_income);
    put_contribution(at, ANALYSIS_contribution_net_income, chart->per_share.income);
}
