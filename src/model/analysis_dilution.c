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

static void put_basic(Analysing *at, const PerShare *per_share)
{
    Looked shares = {per_share->basic, per_share->basic_reason}, issued = {per_share->issued, per_share->basic_reason};
    analysis_put(at, ANALYSIS_common, 0, (Looked){per_share->common, TEXT("net income is not reported")});
    analysis_put(at, ANALYSIS_acquirer_shares, 0, at->basic.shares);
    analysis_put(at, ANALYSIS_issued, 0, issued);
    analysis_put(at, ANALYSIS_basic_shares, 0, shares);
    analysis_put(at, ANALYSIS_basic_each, 0, at->pro_forma_basic.each);
}

static void put_diluted(Analysing *at, const PerShare *per_share)
{
    analysis_put(at, ANALYSIS_numerator, 0, (Looked){per_share->diluted.income, per_share->diluted_reason});
    analysis_except_unknown(at, analysis_put(at, ANALYSIS_diluted_shares, 0, (Looked){per_share->diluted.shares, per_share->diluted_reason}));
    analysis_except_unknown(at, analysis_put(at, ANALYSIS_diluted_each, 0, at->pro_forma_diluted.each));
}

void analysis_dilution(Analysing *at)
{
    const PerShare *per_share = &at->per_share;
    put_basic(at, per_share);
    analysis_put(at, ANALYSIS_control, 0, (Looked){per_share->control, per_share->common == SLOT_NONE ? TEXT("net income is not reported") : per_share->diluted_reason});
    for (size_t i = 0; i < per_share->securities.count; i++)
        put_security(at, &per_share->securities.items[i]);
    put_diluted(at, per_share);
}
