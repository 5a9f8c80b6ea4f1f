/* Comparative per-share data as in a merger proxy: historical, pro forma, and what the latter is for a holder of one of the target's shares. */
#include "model/analysis_party.h"

#include "model/build.h"
#include "model/per_share.h"

/* A company's own diluted count is as it was printed, also where the combination is tested anew. */
static void put_historical(Analysing *at, size_t company, Day day)
{
    const PerShareLines *lines = &at->model->chart->per_share;
    Looked common = party_earned(at, company), equity = party_balance(at, company, at->model->chart->deal.equity, day);
    analysis_put(at, ANALYSIS_historical_basic, company, analysis_op(at, OP_DIVIDE, common, party_line(at, company, lines->basic_shares)));
    bool printed = !at->per_share.of_continuing && per_share_adds_back(at->model, at->sheet, company);
    AnalysisFigure *diluted = analysis_put(at, ANALYSIS_historical_diluted, company, printed ? party_line(at, company, lines->diluted_eps) : analysis_op(at, OP_DIVIDE, common, party_diluted(at, company)));
    if (printed)
        analysis_how(at, diluted, "as it is printed, with income added back");
    AnalysisFigure *book = analysis_put(at, ANALYSIS_historical_book, company, analysis_op(at, OP_DIVIDE, equity, at->shares[company]));
    analysis_how(at, book, at->outstanding ? "on shares outstanding" : "on weighted-average shares of the period");
}

/* A balance sheet that the scenario shows: its entries can be posted there, of another day nobody knows. */
static bool shows(const Scenario *scenario, Day day)
{
    bool shown = scenario->deal && scenario->deal->balance_sheet == day;
    for (size_t i = 0; i < scenario->period_count; i++)
        shown = shown || (wanted_period_is_instant(scenario->periods[i]) && scenario->periods[i].end == day);
    return shown;
}

static bool moves_balances(const Scenario *scenario, uint8_t statement)
{
    for (size_t i = 0; i < scenario->entry_count; i++) {
        const EntryKind *kind = scenario->entries[i].kind;
        if (!scenario->entries[i].off && (kind->free ? scenario->entries[i].statement == statement : kind->balance_sheet != NULL))
            return true;
    }
    return false;
}

static Looked sum_equity(Analysing *at, Day day)
{
    Looked sum = party_balance(at, ACQUIRER, at->model->chart->deal.equity, day);
    for (size_t target = 1; target < at->model->scenario->company_count; target++)
        sum = analysis_op(at, OP_ADD, sum, party_balance(at, target, at->model->chart->deal.equity, day));
    return sum;
}

static Looked pro_forma_equity(Analysing *at, Day day)
{
    Model *model = at->model;
    LineId equity = model->chart->deal.equity;
    size_t sheet;
    if (equity == LINE_NONE || !moves_balances(model->scenario, chart_at(model->chart, equity)->statement))
        return sum_equity(at, day);
    if (!shows(model->scenario, day))
        return analysis_missing(at, "the scenario shows no balance sheet of " TEXT_FORMAT, TEXT_ARGUMENTS(wanted_period_text(model->run->arena, (WantedPeriod){.end = day})));
    if (!build_sheet(&sheet, model, chart_at(model->chart, equity)->statement, BASIS_gaap, (WantedPeriod){.end = day})) {
        at->good = false;
        return (Looked){.slot = SLOT_NONE};
    }
    const Sheet *built = &model->sheets.items[sheet];
    const Figure *figure = sheet_figure(model, built, model_column(model, COLUMN_pro_forma), equity);
    return (Looked){figure->slot, figure->reason.length ? figure->reason : TEXT("not every company reports that balance sheet")};
}

static Looked pro_forma_book(Analysing *at, Day day, Looked *shares)
{
    *shares = at->shares[ACQUIRER];
    for (size_t target = 1; target < at->model->scenario->company_count; target++)
        *shares = analysis_op(at, OP_ADD, *shares, at->issued[target]);
    return analysis_op(at, OP_DIVIDE, pro_forma_equity(at, day), *shares);
}

static void put_equivalent(Analysing *at, size_t target, Looked book)
{
    Looked ratio = party_ratio(at, target);
    AnalysisFigure *basic = analysis_put(at, ANALYSIS_equivalent_basic, target, analysis_op(at, OP_MULTIPLY, at->pro_forma_basic.each, ratio));
    analysis_how(at, basic, "x #r", ratio.slot);
    analysis_except_unknown(at, analysis_put(at, ANALYSIS_equivalent_diluted, target, analysis_op(at, OP_MULTIPLY, at->pro_forma_diluted.each, ratio)));
    analysis_put(at, ANALYSIS_equivalent_book, target, analysis_op(at, OP_MULTIPLY, book, ratio));
}

void analysis_comparative(Analysing *at)
{
    size_t companies = at->model->scenario->company_count;
    Day day = at->model->sheets.items[at->sheet].wanted.end;
    Looked shares, book = pro_forma_book(at, day, &shares);
    for (size_t company = 0; company < companies; company++)
        put_historical(at, company, day);
    analysis_put(at, ANALYSIS_pro_forma_basic, 0, at->pro_forma_basic.each);
    analysis_except_unknown(at, analysis_put(at, ANALYSIS_pro_forma_diluted, 0, at->pro_forma_diluted.each));
    AnalysisFigure *figure = analysis_put(at, ANALYSIS_pro_forma_book, 0, book);
    analysis_how(at, figure, at->outstanding ? "on shares outstanding" : "on weighted-average shares of the period");
    for (size_t target = 1; target < companies; target++)
        put_equivalent(at, target, book);
}
