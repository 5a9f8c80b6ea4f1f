/* Reading order: figures of companies, inputs, entries of the deal, shares, earnings per share. */
#include "model/analysis_party.h"

#include "model/adjust.h"
#include "model/dilution.h"
#include "model/entry.h"
#include "scenario/security.h"

#include <string.h>

Text party_name(const Analysing *at, size_t company)
{
    return at->model->scenario->companies[company].company.id;
}

static WantedPeriod period_of(const Analysing *at)
{
    return at->model->sheets.items[at->sheet].wanted;
}

double party_months(const Analysing *at)
{
    return wanted_period_months(period_of(at));
}

Day party_balance_day(const Analysing *at)
{
    Day day = balance_day(at->model);
    return day == DAY_NONE ? period_of(at).end : day;
}

/* --- figures of companies --- */

static Looked look(Analysing *at, Named named, WantedPeriod wanted)
{
    Looked looked;
    LookupContext context = {.model = at->model, .wanted = wanted, .basis = at->model->sheets.items[at->sheet].basis};
    if (lookup_named(&looked, &context, named))
        return looked;
    at->good = false;
    return (Looked){.slot = SLOT_NONE};
}

Looked party_line(Analysing *at, size_t company, LineId line)
{
    if (line == LINE_NONE)
        return analysis_missing(at, "the chart has no such line");
    return look(at, (Named){.kind = NAMED_company, .index = company, .line = line}, period_of(at));
}

Looked party_balance(Analysing *at, size_t company, LineId line, Day day)
{
    if (line == LINE_NONE)
        return analysis_missing(at, "the chart has no such line");
    return look(at, (Named){.kind = NAMED_company, .index = company, .line = line}, (WantedPeriod){.end = day});
}

Looked party_conformed(Analysing *at, size_t company, LineId line)
{
    Looked figure = party_line(at, company, line);
    for (size_t i = 0; figure.slot != SLOT_NONE && i < at->model->applied.count; i++) {
        const AppliedEntry *applied = at->model->applied.items[i];
        const StatementKind *kind = &at->model->chart->statements[at->model->sheets.items[at->sheet].kind];
        if (applied->sheet == at->sheet && applied->column == COLUMN_reclassifications && scenario_company(at->model->scenario, applied->entry->company) == company)
            figure.slot = program_add(at->program, figure.slot, applied->effects[line - kind->first]);
    }
    return figure;
}

/* Net income without what other holders have of it. */
static Looked attributable_to(Analysing *at, size_t company)
{
    const PerShareLines *lines = &at->model->chart->per_share;
    Looked income = party_line(at, company, lines->income);
    Looked own = lines->attributable == LINE_NONE ? income : party_line(at, company, lines->attributable);
    if (own.slot != SLOT_NONE || lines->non_controlling_income == LINE_NONE || income.slot == SLOT_NONE)
        return own.slot != SLOT_NONE ? own : income;
    income.slot = program_add_signed(at->program, income.slot, -1, party_line(at, company, lines->non_controlling_income).slot);
    return income;
}

/* Preferred dividends that are printed enter the line that a statement need not print. */
Looked party_common(Analysing *at, size_t company)
{
    const PerShareLines *lines = &at->model->chart->per_share;
    Looked income = attributable_to(at, company);
    if (lines->common_income == LINE_NONE)
        return income;
    Looked common = party_line(at, company, lines->common_income);
    const Line *total = chart_at(at->model->chart, lines->common_income);
    if (common.slot != SLOT_NONE)
        return common;
    for (size_t i = 0; i < total->addend_count; i++) {
        LineId line = total->addends[i];
        if (line != lines->income && line != lines->attributable && income.slot != SLOT_NONE)
            income.slot = program_add_signed(at->program, income.slot, chart_at(at->model->chart, line)->sign, party_line(at, company, line).slot);
    }
    return income;
}

/* Income from continuing operations less what goes to other holders and preferred dividends, as that of the combination is found (model/control_number). */
static Looked control_of(Analysing *at, size_t company)
{
    const PerShareLines *lines = &at->model->chart->per_share;
    Looked income = party_line(at, company, lines->income), taken = analysis_op(at, OP_SUBTRACT, income, party_common(at, company));
    Looked continuing = lines->continuing == LINE_NONE ? income : party_line(at, company, lines->continuing);
    const Line *whole = chart_at(at->model->chart, lines->income);
    if (income.slot != SLOT_NONE && continuing.slot == SLOT_NONE) {
        continuing = income;
        for (size_t i = 0; i < whole->addend_count; i++)
            if (whole->addends[i] != lines->continuing)
                continuing.slot = program_add_signed(at->program, continuing.slot, -chart_at(at->model->chart, whole->addends[i])->sign, party_line(at, company, whole->addends[i]).slot);
    }
    return analysis_op(at, OP_SUBTRACT, continuing, taken);
}

Looked party_earned(Analysing *at, size_t company)
{
    return at->per_share.of_continuing ? control_of(at, company) : party_common(at, company);
}

/* As printed, unless what the company earns is varied to a loss: then nothing dilutes. */
Looked party_diluted(Analysing *at, size_t company)
{
    const PerShareLines *lines = &at->model->chart->per_share;
    Looked basic = party_line(at, company, lines->basic_shares), diluted = party_line(at, company, lines->diluted_shares);
    Slot income = analysis_op(at, OP_LESS, analysis_known(at->program->zero), control_of(at, company)).slot;
    if (diluted.slot != SLOT_NONE && basic.slot != SLOT_NONE && income != SLOT_NONE)
        diluted.slot = program_op(at->program, OP_SELECT, income, diluted.slot, basic.slot);
    return diluted;
}

/* --- inputs --- */

/* Parts and percentages are numbers alike. */
static UnitKind plain_unit(UnitKind unit)
{
    return unit == UNIT_percent || unit == UNIT_none ? UNIT_ratio : unit;
}

static bool check_unit(Analysing *at, const ScenarioInput *input, Text name, UnitKind unit)
{
    if (plain_unit((UnitKind)input->unit.kind) == plain_unit(unit))
        return true;
    Text due = unit_name(at->model->run->arena, (Unit){(uint8_t)unit, 0});
    return at->good = problem(at->model->run, PROBLEM_unit_mismatch, input->place, "the analysis takes " TEXT_FORMAT " by its name, as an amount in units such as " TEXT_FORMAT,
                              TEXT_ARGUMENTS(name), TEXT_ARGUMENTS(due));
}

Looked party_input(Analysing *at, Text name, UnitKind unit)
{
    Model *model = at->model;
    Named named = name_resolve(model->scenario, model->chart, name);
    if (named.kind != NAMED_input)
        return analysis_missing(at, "there is no input " TEXT_FORMAT, TEXT_ARGUMENTS(name));
    model->input_read[named.index] = true;
    if (!check_unit(at, &model->scenario->inputs[named.index], name, unit))
        return analysis_missing(at, TEXT_FORMAT " is of another unit", TEXT_ARGUMENTS(name));
    return analysis_known(model->input_slots[named.index]);
}

/* "deal." "" "shares_outstanding" of the only target, "deal.first_shares_outstanding" of one of several; each may have the latter. */
static Looked target_input(Analysing *at, size_t target, const char *group, const char *own, Text common, bool shared, UnitKind unit)
{
    Text name = text_format(at->model->run->arena, "%s." TEXT_FORMAT "_%s", group, TEXT_ARGUMENTS(party_name(at, target)), own);
    Looked found = party_input(at, name, unit);
    return found.slot == SLOT_NONE && (shared || at->model->scenario->company_count == 2) ? party_input(at, common, unit) : found;
}

Looked party_price(Analysing *at, size_t target)
{
    return target_input(at, target, "market", "price", TEXT("market.target_price"), false, UNIT_per_share);
}

/* --- entries of the deal --- */

const EntryValue *party_value(const ScenarioEntry *entry, const char *key)
{
    const EntryKey *keys = entry->kind->keys;
    for (size_t i = 0; entry->values && keys && keys[i].name; i++)
        if (strcmp(keys[i].name, key) == 0)
            return &entry->values[i];
    return NULL;
}

const AppliedEntry *party_applied(Analysing *at, const EntryKind *kind, size_t target, size_t entry)
{
    const AppliedEntry *applied = NULL;
    const ScenarioEntry *given = &at->model->scenario->entries[entry];
    size_t sheet;
    bool wanted = given->kind == kind && (target == ACQUIRER || scenario_company(at->model->scenario, given->company) == target);
    if (!wanted || !scenario_entry_in_force(at->model->scenario, given) || balance_day(at->model) == DAY_NONE || at->model->chart->deal.assets == LINE_NONE)
        return NULL;
    if (!lookup_balance_sheet(&sheet, at->model, given->place) || !entry_apply(&applied, at->model, sheet, given, given->place))
        at->good = false;
    return applied;
}

Looked party_handed_out(Analysing *at, const EntryKind *kind, size_t target, const char *figure)
{
    Looked sum = analysis_missing(at, "no entry of kind \"%s\" is applied", kind->name);
    for (size_t i = 0; i < at->model->scenario->entry_count; i++) {
        const AppliedEntry *applied = party_applied(at, kind, target, i);
        Slot slot = applied ? applied_figure(applied, figure) : SLOT_NONE;
        if (applied && sum.slot == SLOT_NONE)
            sum = analysis_known(at->program->zero);
        if (slot != SLOT_NONE)
            sum.slot = sum.slot == at->program->zero ? slot : program_add(at->program, sum.slot, slot);
    }
    return sum;
}

Looked party_part(Analysing *at, size_t target)
{
    Looked part = {.slot = SLOT_NONE};
    for (size_t i = 0; target != ACQUIRER && part.slot == SLOT_NONE && i < at->model->scenario->entry_count; i++) {
        const AppliedEntry *applied = party_applied(at, &adjust_consideration, target, i);
        part.slot = applied ? applied_figure(applied, "part_acquired") : SLOT_NONE;
    }
    return part;
}

Looked party_ratio(Analysing *at, size_t target)
{
    for (size_t i = 0; i < at->model->scenario->entry_count; i++) {
        const AppliedEntry *applied = party_applied(at, &adjust_consideration, target, i);
        Slot ratio = applied ? applied_figure(applied, "ratio") : SLOT_NONE;
        if (ratio != SLOT_NONE)
            return analysis_known(ratio);
    }
    return target_input(at, target, "deal", "exchange_ratio", TEXT("deal.exchange_ratio"), true, UNIT_ratio);
}

/* Does an entry of the statement post interest? */
static bool bears_interest(const Analysing *at)
{
    const DealLines *lines = &at->model->chart->deal;
    for (size_t i = 0; i < at->model->applied.count; i++) {
        const AppliedEntry *applied = at->model->applied.items[i];
        for (size_t j = 0; applied->sheet == at->sheet && j < applied->legs.count; j++) {
            LineId line = applied->legs.items[j].line, net = lines->interest_income == LINE_NONE ? LINE_NONE : chart_at(at->model->chart, lines->interest_income)->into;
            if (line == lines->interest_income || line == lines->interest_expense || line == net)
                return true;
        }
    }
    return false;
}

Looked party_unfunded_cash(Analysing *at)
{
    Looked cash = {.slot = SLOT_NONE};
    for (size_t target = 1; target < at->model->scenario->company_count && !bears_interest(at); target++)
        cash.slot = program_add(at->program, cash.slot, party_handed_out(at, &adjust_consideration, target, "cash").slot);
    return cash.slot == at->program->zero ? (Looked){.slot = SLOT_NONE} : cash;
}

/* That of the scenario, or of its entry of tax. */
Looked party_tax_rate(Analysing *at)
{
    const Scenario *scenario = at->model->scenario;
    Looked rate = party_input(at, TEXT("deal.tax_rate"), UNIT_ratio);
    for (size_t i = 0; rate.slot == SLOT_NONE && i < scenario->entry_count; i++) {
        const ScenarioEntry *entry = &scenario->entries[i];
        const EntryValue *value = entry->kind == &adjust_tax && scenario_entry_in_force(scenario, entry) ? party_value(entry, "rate") : NULL;
        LookupContext context = {.model = at->model, .wanted = period_of(at), .basis = at->model->sheets.items[at->sheet].basis};
        if (value && value->formula && !lookup_expression(&rate, &context, value->formula))
            at->good = false;
    }
    if (rate.slot == SLOT_NONE)
        return analysis_missing(at, "neither an input deal.tax_rate nor an entry of kind \"tax\" tells at which rate income is taxed");
    return rate;
}

/* --- shares --- */

static Looked shares_outstanding(Analysing *at, size_t company)
{
    if (company == ACQUIRER)
        return party_input(at, TEXT("deal.acquirer_shares_outstanding"), UNIT_shares);
    return target_input(at, company, "deal", "shares_outstanding", TEXT("deal.shares_outstanding"), false, UNIT_shares);
}

/* What the consideration issues; in a plain combination shares outstanding x ratio. */
static Looked issued_at_closing(Analysing *at, size_t target)
{
    Looked issued = party_handed_out(at, &adjust_consideration, target, "shares_issued");
    return issued.slot != SLOT_NONE ? issued : analysis_op(at, OP_MULTIPLY, at->shares[target], party_ratio(at, target));
}

static Looked issued_in_period(Analysing *at, size_t target)
{
    if (at->model->scenario->company_count > 2)
        return analysis_op(at, OP_MULTIPLY, at->shares[target], party_ratio(at, target));
    return (Looked){at->per_share.issued, at->per_share.basic_reason};
}

/* Shares outstanding about closing are those of the latest balance sheet; of those of earlier years they say nothing. */
static bool counts_hold(const Analysing *at)
{
    const Scenario *scenario = at->model->scenario;
    Day end = at->model->sheets.items[at->sheet].wanted.end;
    for (size_t i = 0; i < scenario->period_count; i++)
        if (scenario->periods[i].end > end)
            return false;
    return true;
}

void party_shares(Analysing *at)
{
    size_t companies = at->model->scenario->company_count;
    at->shares = arena_array(at->model->run->arena, Looked, companies);
    at->issued = arena_array(at->model->run->arena, Looked, companies);
    at->outstanding = counts_hold(at);
    for (size_t i = 0; i < companies; i++) {
        at->shares[i] = shares_outstanding(at, i);
        at->outstanding = at->outstanding && at->shares[i].slot != SLOT_NONE;
    }
    for (size_t i = 0; !at->outstanding && i < companies; i++)
        at->shares[i] = party_line(at, i, at->model->chart->per_share.basic_shares);
    for (size_t target = 1; target < companies; target++)
        at->issued[target] = at->outstanding ? issued_at_closing(at, target) : issued_in_period(at, target);
}

/* --- earnings per share --- */

static Earnings earnings(Analysing *at, Looked income, Looked shares)
{
    return (Earnings){income, shares, analysis_op(at, OP_DIVIDE, income, shares)};
}

static Earnings pro_forma(Analysing *at, Slot income, Slot shares, LineId line, Text reason)
{
    const Figure *quotient = sheet_figure(at->model, &at->model->sheets.items[at->sheet], model_column(at->model, COLUMN_pro_forma), line);
    return (Earnings){{income, reason}, {shares, reason}, {quotient->slot, reason}};
}

/* The acquirer alone, with its own listed securities, where the combination is tested with them. */
static void retest(Analysing *at)
{
    const PerShare *per_share = &at->per_share;
    Looked unknown = {SLOT_NONE, per_share->diluted_reason};
    Security *own = arena_array(at->model->run->arena, Security, per_share->securities.count);
    size_t count = 0;
    for (size_t i = 0; i < per_share->securities.count; i++)
        if (per_share->securities.items[i].company == ACQUIRER && scenario_security(at->model->scenario, per_share->securities.items[i].index).kind != SECURITY_printed)
            own[count++] = per_share->securities.items[i];
    at->diluted = earnings(at, at->basic.income, unknown);
    if (unknown.reason.length || at->basic.each.slot == SLOT_NONE)
        return;
    Diluted diluted = dilution_test(at->program, control_of(at, ACQUIRER).slot, at->basic.income.slot, at->basic.shares.slot, own, count);
    at->diluted = earnings(at, analysis_known(diluted.income), analysis_known(diluted.shares));
}

void party_earnings(Analysing *at)
{
    const PerShareLines *lines = &at->model->chart->per_share;
    const PerShare *per_share = &at->per_share;
    Looked common = party_earned(at, ACQUIRER);
    at->basic = earnings(at, common, party_line(at, ACQUIRER, lines->basic_shares));
    at->retested = scenario_lists_securities(at->model->scenario, ACQUIRER);
    if (at->retested)
        retest(at);
    else
        at->diluted = earnings(at, common, party_diluted(at, ACQUIRER));
    at->pro_forma_basic = pro_forma(at, per_share->common, per_share->basic, per_share->basic_line, per_share->basic_reason);
    at->pro_forma_diluted = pro_forma(at, per_share->diluted.income, per_share->diluted.shares, per_share->diluted_line, per_share->diluted_reason);
}
