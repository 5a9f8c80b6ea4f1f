#include "model/per_share.h"

#include "model/control_number.h"
#include "model/dilution.h"
#include "model/if_converted.h"
#include "model/treasury_stock.h"
#include "scenario/security.h"

#include <math.h>

enum { ACQUIRER = 0 };

static Figure *pro_forma(const Model *model, const PerShare *per_share, LineId line)
{
    return sheet_figure(model, &model->sheets.items[per_share->sheet], model_column(model, COLUMN_pro_forma), line);
}

static Slot acquirer_slot(const Model *model, const PerShare *per_share, LineId line, Text *reason)
{
    const Figure *figure = sheet_figure(model, &model->sheets.items[per_share->sheet], ACQUIRER, line);
    if (figure->slot == SLOT_NONE)
        *reason = text_format(model->run->arena, TEXT_FORMAT " of " TEXT_FORMAT ": " TEXT_FORMAT, TEXT_ARGUMENTS(chart_at(model->chart, line)->label),
                              TEXT_ARGUMENTS(model_column_name(model, ACQUIRER)),
                              TEXT_ARGUMENTS(figure->reason.length ? figure->reason : TEXT("not reported")));
    return figure->slot;
}

static bool look(Looked *out, Model *model, const PerShare *per_share, const Expression *expression, bool potential)
{
    const Sheet *sheet = &model->sheets.items[per_share->sheet];
    LookupContext context = {
        .model = model, .wanted = sheet->wanted, .basis = sheet->basis, .refuse_loss_count = potential};
    return lookup_expression(out, &context, expression);
}

static bool find_basic(Model *model, PerShare *per_share)
{
    Looked issued;
    Slot own = acquirer_slot(model, per_share, model->chart->per_share.basic_shares, &per_share->basic_reason);
    if (!look(&issued, model, per_share, model->scenario->issued, false))
        return false;
    if (issued.slot == SLOT_NONE)
        per_share->basic_reason = issued.reason;
    per_share->issued = issued.slot;
    if (own != SLOT_NONE && issued.slot != SLOT_NONE)
        per_share->basic = program_op(&model->program, OP_ADD, own, issued.slot, SLOT_NONE);
    return true;
}

/* --- potential securities --- */

typedef struct {
    Security *items;
    size_t count;
    Text unknown; /* why what one of them adds cannot be told; empty: all are known */
} Securities;

static void set_unknown(Securities *out, Text why)
{
    out->unknown = out->unknown.length ? out->unknown : why;
}

/* An increment that is given as it is, and adds nothing to income. */
static void add_increment(Securities *out, Model *model, size_t index, size_t company, Looked shares, bool opaque)
{
    Program *program = &model->program;
    if (shares.slot == SLOT_NONE) {
        set_unknown(out, shares.reason);
        return;
    }
    Slot dilutive = program_op(program, OP_MAXIMUM, shares.slot, program->zero, SLOT_NONE);
    out->items[out->count++] = (Security){.index = index, .company = company, .opaque = opaque, .income = program->zero, .shares = dilutive};
}

static bool add_potential(Securities *out, Model *model, const PerShare *per_share, size_t index, const ScenarioPotential *potential)
{
    Looked shares;
    if (!look(&shares, model, per_share, potential->shares, true))
        return false;
    add_increment(out, model, index, model->scenario->company_count, shares, potential->printed_increment);
    return true;
}

static bool number_of(double *out, const Figure *figure)
{
    *out = fact_has_value(figure->fact) ? figure->fact->number : 0;
    return fact_has_value(figure->fact);
}

/* For the holders of common stock, as far as it is printed. */
static double common_income(const Model *model, const Sheet *sheet, size_t company)
{
    const PerShareLines *lines = &model->chart->per_share;
    const LineId left[] = {lines->common_income, lines->attributable, lines->income}, taken[] = {lines->preferred_dividends, lines->non_controlling_income};
    double income = 0, part = 0;
    size_t at = 0;
    while (at < 3 && (left[at] == LINE_NONE || !number_of(&income, sheet_figure(model, sheet, company, left[at]))))
        at++;
    for (size_t i = 0; i < at && i < 2; i++)
        if (taken[i] != LINE_NONE && number_of(&part, sheet_figure(model, sheet, company, taken[i])))
            income -= part;
    return income;
}

bool per_share_adds_back(const Model *model, size_t index, size_t company)
{
    const PerShareLines *lines = &model->chart->per_share;
    const Sheet *sheet = &model->sheets.items[index];
    if (lines->diluted_eps == LINE_NONE || !sheet->aligned[company]->available)
        return false;
    const Fact *each = sheet_figure(model, sheet, company, lines->diluted_eps)->fact, *shares = sheet_figure(model, sheet, company, lines->diluted_shares)->fact;
    if (!each || !shares || each->state != STATE_reported || shares->state != STATE_reported || shares->number <= 1)
        return false;
    double income = common_income(model, sheet, company), half = 0.5 * pow(10, -each->printed.decimals);
    return income > 0 && each->number - half > (income + 0.5) / (shares->number - 0.5);
}

/* Diluted less basic, as the acquirer's own statement prints them; the securities that the scenario lists of it stand in their place. */
static bool add_printed(Securities *out, Model *model, const PerShare *per_share, size_t index)
{
    const PerShareLines *lines = &model->chart->per_share;
    const Sheet *sheet = &model->sheets.items[per_share->sheet];
    const LookupContext context = {.model = model, .wanted = sheet->wanted, .basis = sheet->basis, .refuse_loss_count = true};
    Looked increment = {.slot = SLOT_NONE}, diluted;
    if (scenario_lists_securities(model->scenario, ACQUIRER))
        return true;
    if (!lookup_named(&diluted, &context, (Named){.kind = NAMED_company, .index = ACQUIRER, .line = lines->diluted_shares}))
        return false;
    Slot basic = acquirer_slot(model, per_share, lines->basic_shares, &increment.reason);
    if (per_share_adds_back(model, per_share->sheet, ACQUIRER))
        increment.reason = text_format(model->run->arena, TEXT_FORMAT " adds income back for its diluted earnings per share and does not print how much; list its convertible securities in shares.convertibles",
                                       TEXT_ARGUMENTS(model_column_name(model, ACQUIRER)));
    else if (diluted.slot == SLOT_NONE)
        increment.reason = diluted.reason;
    else if (basic != SLOT_NONE)
        increment.slot = program_op(&model->program, OP_SUBTRACT, diluted.slot, basic, SLOT_NONE);
    add_increment(out, model, index, ACQUIRER, increment, true);
    return true;
}

static bool add_listed(Securities *out, Counting *counting, size_t index, SecurityAt at)
{
    const Scenario *scenario = counting->model->scenario;
    const ScenarioSecurity *listed = at.kind == SECURITY_tranche ? &scenario->tranches[at.position] : &scenario->convertibles[at.position];
    Security *security = &out->items[out->count];
    *security = (Security){.index = index, .company = scenario_company(scenario, listed->company)};
    counting->unknown = TEXT("");
    if (at.kind == SECURITY_tranche)
        treasury_stock(security, counting, listed);
    else
        if_converted(security, counting, listed);
    if (counting->unknown.length)
        set_unknown(out, counting->unknown);
    else
        out->count++;
    return counting->good;
}

/* What is added back was taken off: else diluted income would be more than the companies earned. */
static void require_deducted(Model *model, const PerShare *per_share, const Counting *counting)
{
    Program *program = &model->program;
    Slot preferred = per_share->preferred == SLOT_NONE ? program->zero : per_share->preferred;
    if (counting->dividends != SLOT_NONE)
        model_require(model, &model->conditions, program_op(program, OP_LESS_EQUAL, counting->dividends, preferred, SLOT_NONE), PROBLEM_dividends_not_deducted, counting->dividends_place,
                      "the dividends of convertible preferred stock are more than the preferred dividends that net income is reduced by in " TEXT_FORMAT,
                      TEXT_ARGUMENTS(wanted_period_text(model->run->arena, model->sheets.items[per_share->sheet].wanted)));
}

/* Potential shares that the scenario gives without saying whose may be any target's. */
static bool names_targets(const Scenario *scenario)
{
    for (size_t company = ACQUIRER + 1; company < scenario->company_count; company++)
        if (scenario->potential_count == 0 && !scenario_lists_securities(scenario, company))
            return false;
    return true;
}

static bool find_securities(Securities *out, Model *model, const PerShare *per_share)
{
    const Scenario *scenario = model->scenario;
    size_t count = scenario_security_count(scenario);
    Counting counting = counting_begin(model, per_share->sheet);
    *out = (Securities){.items = arena_array(model->run->arena, Security, count)};
    if (!names_targets(scenario))
        out->unknown = TEXT("the scenario names no potential shares of the target (shares.potential)");
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        SecurityAt at = scenario_security(scenario, i);
        switch (at.kind) {
        case SECURITY_potential: good = add_potential(out, model, per_share, i, &scenario->potentials[at.position]) && good; break;
        case SECURITY_tranche:
        case SECURITY_convertible: good = add_listed(out, &counting, i, at) && good; break;
        case SECURITY_printed: good = add_printed(out, model, per_share, i) && good; break;
        }
    }
    require_deducted(model, per_share, &counting);
    return good;
}

/* What is unknown is not a number, so that it shows in every lane with income; a loss needs no potential shares. */
static void spoil(Program *program, Diluted *diluted, Slot control, Slot basic)
{
    Slot income = program_op(program, OP_LESS, program->zero, control, SLOT_NONE);
    diluted->shares = program_op(program, OP_SELECT, income, program_meant(program, NAN, "shares that are not known"), basic);
}

Diluted per_share_diluted(Model *model, const PerShare *per_share, Slot control, Slot common)
{
    size_t count = per_share->securities.count;
    Security *securities = arena_array(model->run->arena, Security, count);
    for (size_t i = 0; i < count; i++)
        securities[i] = per_share->securities.items[i];
    Diluted out = dilution_test(&model->program, control, common, per_share->basic, securities, count);
    if (per_share->diluted_reason.length)
        spoil(&model->program, &out, control, per_share->basic);
    return out;
}

static bool find_diluted(Model *model, PerShare *per_share)
{
    Securities found;
    if (!find_securities(&found, model, per_share))
        return false;
    if (per_share->diluted_reason.length == 0)
        per_share->diluted_reason = found.unknown;
    if (per_share->basic == SLOT_NONE || per_share->control == SLOT_NONE)
        return true;
    per_share->securities.items = found.items;
    per_share->securities.count = found.count;
    per_share->diluted = dilution_test(&model->program, per_share->control, per_share->common, per_share->basic, found.items, found.count);
    if (found.unknown.length)
        spoil(&model->program, &per_share->diluted, per_share->control, per_share->basic);
    return true;
}

static void show_shares(Model *model, const PerShare *per_share, LineId shares, LineId eps, Slot income, Slot count, Text reason)
{
    Program *program = &model->program;
    Figure *counted = pro_forma(model, per_share, shares), *quotient = pro_forma(model, per_share, eps);
    counted->slot = count;
    counted->reason = quotient->reason = reason;
    if (count == SLOT_NONE)
        return;
    if (income != SLOT_NONE)
        quotient->slot = program_op(program, OP_DIVIDE, income, count, SLOT_NONE);
    const Sheet *sheet = &model->sheets.items[per_share->sheet];
    Figure *change = sheet_figure(model, sheet, model_column(model, COLUMN_adjustments), shares);
    Slot rest = count;
    for (size_t company = 0; company < model->scenario->company_count; company++) {
        const Figure *own = sheet_figure(model, sheet, company, shares);
        if (own->slot == SLOT_NONE)
            return;
        rest = program_op(program, OP_SUBTRACT, rest, own->slot, SLOT_NONE);
    }
    change->slot = rest;
}

/* Below income from continuing operations the pro forma column has nothing: the statement ends there. */
static void withhold_below(Model *model, const PerShare *per_share)
{
    const PerShareLines *lines = &model->chart->per_share;
    const Line *whole = chart_at(model->chart, lines->income);
    const LineId totals[] = {lines->income, lines->attributable, lines->common_income, lines->basic_eps, lines->diluted_eps};
    Text reason = TEXT("a pro forma statement ends at income from continuing operations");
    for (size_t i = 0; i < whole->addend_count + sizeof totals / sizeof *totals; i++) {
        LineId line = i < whole->addend_count ? whole->addends[i] : totals[i - whole->addend_count];
        if (line == LINE_NONE || line == lines->continuing)
            continue;
        Figure *figure = pro_forma(model, per_share, line);
        figure->slot = SLOT_NONE;
        figure->reason = reason;
    }
}

/* The lines that the form's statement ends with, whether or not a company prints them. */
static void show_continuing(Model *model, const PerShare *per_share)
{
    const PerShareLines *lines = &model->chart->per_share;
    if (per_share->continuing == SLOT_NONE)
        return;
    if (lines->continuing_to_parent != LINE_NONE && per_share->others != SLOT_NONE)
        pro_forma(model, per_share, lines->continuing_to_parent)->slot = per_share->continuing;
    pro_forma(model, per_share, lines->continuing)->slot = program_add(&model->program, per_share->continuing, per_share->others);
}

bool per_share_sheet(Model *model, size_t index)
{
    const PerShareLines *lines = &model->chart->per_share;
    const Sheet *sheet = &model->sheets.items[index];
    const StatementKind *kind = &model->chart->statements[sheet->kind];
    if (lines->income < kind->first || lines->income >= kind->first + kind->count || !sheet->combinable)
        return true;
    PerShare per_share = {.sheet = index, .issued = SLOT_NONE, .basic = SLOT_NONE, .diluted = {SLOT_NONE, SLOT_NONE}};
    if (!control_number(&per_share, model))
        return false;
    if (!model->scenario->has_shares)
        per_share.basic_reason = per_share.diluted_reason = TEXT("the scenario has no shares");
    else if (!find_basic(model, &per_share) || !find_diluted(model, &per_share))
        return false;
    if (per_share.diluted.shares == SLOT_NONE && per_share.diluted_reason.length == 0)
        per_share.diluted_reason = per_share.basic_reason;
    per_share.basic_line = per_share.of_continuing ? lines->continuing_basic_eps : lines->basic_eps;
    per_share.diluted_line = per_share.of_continuing ? lines->continuing_diluted_eps : lines->diluted_eps;
    if (per_share.of_continuing) {
        show_continuing(model, &per_share);
        withhold_below(model, &per_share);
    }
    show_shares(model, &per_share, lines->basic_shares, per_share.basic_line, per_share.common, per_share.basic, per_share.basic_reason);
    show_shares(model, &per_share, lines->diluted_shares, per_share.diluted_line, per_share.diluted.income, per_share.diluted.shares, per_share.diluted_reason);
    *list_push(model->run->arena, &model->per_shares) = per_share;
    return true;
}

const PerShare *per_share_find(const Model *model, size_t sheet)
{
    for (size_t i = 0; i < model->per_shares.count; i++)
        if (model->per_shares.items[i].sheet == sheet)
            return &model->per_shares.items[i];
    return NULL;
}
