/* How the test for dilution came out: its numbers, and each potential security with its rank. */
#include "model/analysis_table.h"

static void put_security(Analysing *at, const Security *security)
{
    analysis_put(at, ANALYSIS_income, security->index, analysis_known(security->income));
    AnalysisFigure *shares = analysis_put(at, ANALYSIS_increment, security->index, analysis_known(security->shares));
    shares->how = security->how;
    if (security->opaque && !security->how)
        analysis_how(at, shares, "an increment as it was printed, an approximation that no price moves");
    analysis_put(at, ANALYSIS_rank, security->index, analysis_known(security->rank));
    analysis_put(at, ANALYSIS_included, security->index, analysis_known(security->included));
}

void analysis_dilution(Analysing *at)
{
    const PerShare *per_share = &at->per_share;
    analysis_put(at, ANALYSIS_control, 0, (Looked){per_share->control, TEXT("net income is not reported")});
    analysis_put(at, ANALYSIS_numerator, 0, (Looked){per_share->diluted.income, per_share->diluted_reason});
    for (size_t i = 0; i < per_share->securities.count; i++)
        put_security(at, &per_share->securities.items[i]);
}
