/* From the acquirer's diluted earnings per share to the pro forma ones. Income first, on the acquirer's count; then the shares issued, then the
 * rest of the diluted count. No step is what the others leave over, so their sum is a proof. */
#include "model/analysis_party.h"

/* For the holders of common stock; SLOT_NONE: the entry moves none. */
static Slot income_moved(const Analysing *at, const AppliedEntry *applied)
{
    const Chart *chart = at->model->chart;
    const PerShareLines *lines = &chart->per_share;
    LineId line = lines->common_income == LINE_NONE ? lines->income : lines->common_income;
    bool shown = applied->sheet == at->sheet && applied->column < COLUMN_pro_forma && applied->entry->kind->column != COLUMN_reclassifications;
    return shown ? applied->effects[line - chart->statements[at->model->sheets.items[at->sheet].kind].first] : SLOT_NONE;
}

static void put_entries(Analysing *at, Looked count)
{
    const Model *model = at->model;
    for (size_t entry = 0; entry < model->scenario->entry_count; entry++)
        for (size_t i = 0; i < model->applied.count; i++) {
            Slot effect = model->applied.items[i]->entry == &model->scenario->entries[entry] ? income_moved(at, model->applied.items[i]) : SLOT_NONE;
            if (effect != SLOT_NONE)
                analysis_put(at, ANALYSIS_bridge_entry, entry, analysis_op(at, OP_DIVIDE, analysis_known(effect), count));
        }
}

void analysis_bridge(Analysing *at)
{
    Looked count = at->diluted.shares, issued = {at->per_share.issued, at->per_share.basic_reason};
    /* what the acquirer's own convertibles add back stays in the numerator until the test of the combination */
    Looked added = analysis_op(at, OP_SUBTRACT, at->diluted.income, at->basic.income), income = analysis_op(at, OP_ADD, at->pro_forma_basic.income, added);
    Looked on_own = analysis_op(at, OP_DIVIDE, income, count), on_issued = analysis_op(at, OP_DIVIDE, income, analysis_op(at, OP_ADD, count, issued));
    analysis_put(at, ANALYSIS_bridge_start, 0, at->diluted.each);
    for (size_t target = 1; target < at->model->scenario->company_count; target++)
        analysis_put(at, ANALYSIS_bridge_income, target, analysis_op(at, OP_DIVIDE, party_earned(at, target), count));
    put_entries(at, count);
    analysis_put(at, ANALYSIS_bridge_issued, 0, analysis_op(at, OP_SUBTRACT, on_issued, on_own));
    analysis_except_unknown(at, analysis_put(at, ANALYSIS_bridge_potential, 0, analysis_op(at, OP_SUBTRACT, at->pro_forma_diluted.each, on_issued)));
    analysis_except_unknown(at, analysis_put(at, ANALYSIS_bridge_end, 0, at->pro_forma_diluted.each));
}
