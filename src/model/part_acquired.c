/* Reading order: the part that is bought, what remains with others, their share of income. */
#include "model/part_acquired.h"

#include "model/entry.h"

static bool is_at_fair_value(Adjust *adjust)
{
    return adjust_decides(adjust, DECISION_minority) == MINORITY_fair_value;
}

static bool is_in_equity(Adjust *adjust)
{
    return adjust_decides(adjust, DECISION_minority_place) == MINORITY_PLACE_equity;
}

static Slot rest_of(Adjust *adjust, Slot part)
{
    return adjust_op(adjust, OP_SUBTRACT, adjust->program->one, part);
}

/* The other entry of that kind of the same purchase; NULL: none is in force. */
static const ScenarioEntry *find_entry(const Adjust *adjust, const EntryKind *kind)
{
    const Scenario *scenario = adjust->model->scenario;
    for (size_t i = 0; i < scenario->entry_count; i++) {
        const ScenarioEntry *entry = &scenario->entries[i];
        bool meant = entry->kind == kind && (!kind->leaves_part || kind->leaves_part(entry));
        if (meant && scenario_entry_in_force(scenario, entry) && text_equal(entry->company, adjust->entry->company))
            return entry;
    }
    return NULL;
}

/* --- the part that is bought --- */

/* The target's equity at carrying amounts, every line of it. */
static Slot find_equity(Adjust *adjust)
{
    const ScenarioEntry *entry = find_entry(adjust, &adjust_elimination);
    const AppliedEntry *elimination = entry ? adjust_other(adjust, entry) : NULL;
    return elimination ? applied_figure(elimination, "equity") : SLOT_NONE;
}

static Slot part_missing(Adjust *adjust, const char *why)
{
    adjust->good = adjust->good && problem(adjust->model->run, PROBLEM_setting_missing, adjust->entry->place,
                                           "\"" TEXT_FORMAT "\" leaves an interest in " TEXT_FORMAT " with other holders and does not say what part is bought: %s; write part_acquired = 0.8 for 80%%",
                                           TEXT_ARGUMENTS(adjust->entry->name), TEXT_ARGUMENTS(adjust->entry->company), why);
    return SLOT_NONE;
}

/* Of the latest period that the scenario shows, the shortest first. */
static Slot find_basic_shares(Adjust *adjust)
{
    Model *model = adjust->model;
    const Scenario *scenario = model->scenario;
    const PerShareLines *lines = &model->chart->per_share;
    const WantedPeriod *latest = NULL;
    size_t sheet;
    for (size_t i = 0; i < scenario->period_count; i++) {
        const WantedPeriod *period = &scenario->periods[i];
        if (wanted_period_is_instant(*period))
            continue;
        bool later = !latest || period->end > latest->end;
        if (later || (period->end == latest->end && wanted_period_months(*period) < wanted_period_months(*latest)))
            latest = period;
    }
    if (!latest || lines->basic_shares == LINE_NONE)
        return SLOT_NONE;
    if (!model_open_sheet(&sheet, model, chart_at(model->chart, lines->basic_shares)->statement, BASIS_gaap, *latest)) {
        adjust->good = false;
        return SLOT_NONE;
    }
    return sheet_figure(model, &model->sheets.items[sheet], adjust_company(adjust), lines->basic_shares)->slot;
}

/* 1 where the quotient is a whole percentage between 0 and 100, 0 elsewhere. */
static Slot is_whole_percent(Adjust *adjust, Slot of, Slot whole)
{
    Slot hundred = adjust_constant(adjust, 100, "percent of a whole"), zero = adjust->program->zero;
    Slot percent = adjust_op(adjust, OP_DIVIDE, adjust_op(adjust, OP_MULTIPLY, of, hundred), whole);
    Slot off = adjust_op(adjust, OP_SUBTRACT, percent, adjust_round(adjust, percent));
    Slot distance = adjust_op(adjust, OP_MAXIMUM, off, adjust_op(adjust, OP_NEGATE, off, SLOT_NONE));
    Slot near = adjust_op(adjust, OP_LESS, distance, adjust_constant(adjust, 1e-9, "of a percent"));
    Slot inside = adjust_op(adjust, OP_MINIMUM, adjust_op(adjust, OP_LESS, zero, percent), adjust_op(adjust, OP_LESS, percent, hundred));
    return adjust_op(adjust, OP_MINIMUM, near, inside);
}

/* Shares that are bought over an average of those that there were; or what is given over that and the interest, which others then hold at the same
 * price. Neither is a proof, so they are told, and taken only where one is a whole percentage, which chance hardly makes. */
static Slot infer_part(Adjust *adjust, Slot shares, Slot basic, Slot given, Slot interest)
{
    Program *program = adjust->program;
    Conditions *conditions = &adjust->applied->conditions;
    Slot worth = adjust_op(adjust, OP_ADD, given, interest), by_shares = is_whole_percent(adjust, shares, basic), by_price = is_whole_percent(adjust, given, worth);
    Slot found = adjust_op(adjust, OP_MAXIMUM, by_shares, by_price);
    Slot part = program_op(program, OP_SELECT, by_shares, adjust_op(adjust, OP_DIVIDE, shares, basic), adjust_op(adjust, OP_DIVIDE, given, worth));
    Text missing = text_format(adjust->model->run->arena, "\"" TEXT_FORMAT "\" leaves an interest with other holders and does not say what part is bought; write part_acquired = 0.8 for 80%%",
                               TEXT_ARGUMENTS(adjust->entry->name));
    Text inferred = text_format(adjust->model->run->arena, "\"" TEXT_FORMAT "\" does not say what part is bought; it is inferred", TEXT_ARGUMENTS(adjust->entry->name));
    model_require_told(adjust->model, conditions, found, PROBLEM_setting_missing, adjust->entry->place, missing, "#s shares are bought, and the target's weighted average is #s", shares, basic);
    if (adjust->context.wanted.end == balance_day(adjust->model))
        model_require_told(adjust->model, conditions, adjust_op(adjust, OP_EQUAL, found, program->zero), PROBLEM_part_inferred, adjust->entry->place, inferred,
                           "#c, where #s shares are bought of a weighted average of #s, and #m of #m at that price", part, shares, basic, given, worth);
    adjust_say_when(adjust, by_shares, "Part bought, inferred: #s shares of a weighted average of #s, #c.", shares, basic, part);
    adjust_say_when(adjust, adjust_op(adjust, OP_LESS, by_shares, by_price), "Part bought, inferred: consideration of #m of #m, which all is worth with the interest of others, #c.", given, worth, part);
    return part;
}

/* The input of shares outstanding that the analysis takes by its name, too. */
static Slot find_outstanding(Adjust *adjust)
{
    Model *model = adjust->model;
    Text own = text_format(model->run->arena, "deal." TEXT_FORMAT "_shares_outstanding", TEXT_ARGUMENTS(adjust->entry->company));
    Named named = name_resolve(model->scenario, model->chart, own);
    if (named.kind != NAMED_input && model->scenario->company_count == 2)
        named = name_resolve(model->scenario, model->chart, TEXT("deal.shares_outstanding"));
    bool counted = named.kind == NAMED_input && model->scenario->inputs[named.index].unit.kind == UNIT_shares;
    return counted ? model->input_slots[named.index] : SLOT_NONE;
}

static Slot part_of_shares(Adjust *adjust, Slot shares, Slot given, Slot interest)
{
    Slot outstanding = find_outstanding(adjust);
    if (shares == SLOT_NONE)
        return part_missing(adjust, "neither part_acquired nor the shares that are bought are given");
    if (outstanding != SLOT_NONE) {
        Slot part = adjust_op(adjust, OP_DIVIDE, shares, outstanding);
        adjust_say(adjust, "Part bought: #s of #s shares outstanding, #c.", shares, outstanding, part);
        return part;
    }
    Slot basic = find_basic_shares(adjust);
    return basic != SLOT_NONE ? infer_part(adjust, shares, basic, given, interest) : part_missing(adjust, "the target's shares are not known");
}

static Slot part_of_equity(Adjust *adjust, Slot interest)
{
    Slot equity = find_equity(adjust);
    if (equity == SLOT_NONE)
        return part_missing(adjust, "the target's equity, of which the interest is a part, is not known");
    Slot kept = adjust_op(adjust, OP_DIVIDE, interest, equity), part = rest_of(adjust, kept);
    adjust_say(adjust, "Others keep #m of the target's equity of #m at carrying amounts, #c; bought is #c.", interest, equity, kept, part);
    return part;
}

/* --- what remains with others --- */

static Slot interest_of_part(Adjust *adjust, Slot part)
{
    if (is_at_fair_value(adjust)) {
        adjust_require(adjust, adjust_op(adjust, OP_EQUAL, part, adjust->program->one), PROBLEM_setting_missing, adjust->entry->place,
                       "a part of the target stays with others, and the fair value of that is not given (non_controlling_interest)");
        return SLOT_NONE;
    }
    Slot equity = find_equity(adjust), kept = rest_of(adjust, part);
    if (equity == SLOT_NONE)
        return SLOT_NONE; /* the elimination, or its lack, is told */
    Slot interest = adjust_round(adjust, adjust_op(adjust, OP_MULTIPLY, kept, equity));
    adjust_say(adjust, "Others keep #c of the target's equity of #m at carrying amounts: #m.", kept, equity, interest);
    return interest;
}

/* An interest is somebody's: it is 0 where all is bought, and only there. */
static void require_rest(Adjust *adjust, Slot part, Slot interest)
{
    Slot all = adjust_op(adjust, OP_LESS_EQUAL, adjust->program->one, part), nothing = adjust_op(adjust, OP_EQUAL, interest, adjust->program->zero);
    adjust_require(adjust, adjust_op(adjust, OP_EQUAL, all, nothing), PROBLEM_out_of_range, adjust->entry->place,
                   "part_acquired and non_controlling_interest contradict each other: others keep an interest where less than all is bought, and nothing where all is");
}

/* An interest that can be put to the acquirer stands outside equity all the same (ASC 480-10-S99-3A): the scenario may say so. */
static void post_interest(Adjust *adjust, const EntryValue *line, Slot interest)
{
    const DealLines *lines = &adjust->model->chart->deal;
    const Regime *regime = deal_regime(adjust->model->scenario->deal, DECISION_minority_place);
    LineId due = is_in_equity(adjust) ? lines->non_controlling : lines->minority, posted = adjust_line(adjust, line, due);
    adjust_post(adjust, posted, interest, TEXT("non-controlling interest"));
    adjust_say(adjust, "Non-controlling interest: #m. #t (#t).", interest, regime->says[DECISION_minority_place], regime->citations[DECISION_minority_place]);
    if (posted != LINE_NONE && posted != due)
        adjust_say(adjust, "It stands in \"#t\", since the scenario says so.", chart_at(adjust->model->chart, posted)->label);
}

/* Far fewer shares than there were, and no word of other holders: all of the target's income would be the parent's. */
static void check_whole(Adjust *adjust, const PartKeys *keys)
{
    Slot shares = adjust_value(adjust, keys->shares), basic = shares == SLOT_NONE ? SLOT_NONE : find_basic_shares(adjust);
    if (basic == SLOT_NONE || adjust->context.wanted.end != balance_day(adjust->model))
        return;
    Slot most = adjust_op(adjust, OP_MULTIPLY, basic, adjust_constant(adjust, 0.9, "of the weighted average: what issues and buybacks hardly explain"));
    model_require_told(adjust->model, &adjust->applied->conditions, adjust_op(adjust, OP_LESS_EQUAL, most, shares), PROBLEM_part_inferred, adjust->entry->place,
                       text_format(adjust->model->run->arena, "\"" TEXT_FORMAT "\" does not say what part is bought; all of it is taken for bought", TEXT_ARGUMENTS(adjust->entry->name)),
                       "#s shares are bought of a weighted average of #s", shares, basic);
}

PartAcquired part_acquired_record(Adjust *adjust, const PartKeys *keys, Slot given)
{
    PartAcquired out = {adjust_value(adjust, keys->part), adjust_round(adjust, adjust_value(adjust, keys->interest))};
    if (out.part == SLOT_NONE && out.interest == SLOT_NONE) {
        check_whole(adjust, keys);
        return out;
    }
    const ScenarioEntry *first = find_entry(adjust, &adjust_consideration);
    if (first && first != adjust->entry)
        adjust->good = problem(adjust->model->run, PROBLEM_duplicate_key, adjust->entry->place, "\"" TEXT_FORMAT "\" and \"" TEXT_FORMAT "\" both say what of " TEXT_FORMAT " stays with others",
                               TEXT_ARGUMENTS(first->name), TEXT_ARGUMENTS(adjust->entry->name), TEXT_ARGUMENTS(adjust->entry->company));
    if (out.interest == SLOT_NONE)
        out.interest = interest_of_part(adjust, out.part);
    else if (out.part == SLOT_NONE)
        out.part = is_at_fair_value(adjust) ? part_of_shares(adjust, adjust_value(adjust, keys->shares), given, out.interest) : part_of_equity(adjust, out.interest);
    require_rest(adjust, out.part, out.interest);
    if (out.interest != SLOT_NONE && adjust->good)
        post_interest(adjust, adjust_key(adjust, keys->line), out.interest);
    return out;
}

Slot part_acquired_of(Adjust *adjust, Slot difference, Text name)
{
    const ScenarioEntry *entry = find_entry(adjust, &adjust_consideration);
    const AppliedEntry *consideration = entry && adjust_consideration.operates(entry) && !is_at_fair_value(adjust) ? adjust_other(adjust, entry) : NULL;
    Slot part = consideration ? applied_figure(consideration, "part_acquired") : SLOT_NONE;
    if (part == SLOT_NONE || difference == SLOT_NONE)
        return difference;
    Slot recorded = adjust_round(adjust, adjust_op(adjust, OP_MULTIPLY, part, difference));
    adjust_say(adjust, "#t: recorded is #c of #m, #m; others keep their part at carrying amounts.", name, part, difference, recorded);
    return recorded;
}

/* --- their share of income --- */

static bool is_theirs(const Adjust *adjust, const ScenarioEntry *entry, bool fair)
{
    bool same = text_equal(entry->company, adjust->entry->company);
    return same && (entry->kind->income_of == INCOME_OF_company || (entry->kind->income_of == INCOME_OF_fair_values && fair));
}

/* Income for the holders of the target's common stock, as it stands in the sheet. */
static Slot find_income(Adjust *adjust)
{
    const PerShareLines *lines = &adjust->model->chart->per_share;
    size_t company = adjust_company(adjust);
    LineId printed[] = {lines->common_income, lines->attributable, lines->income}, taken[] = {LINE_NONE, lines->preferred_dividends, lines->non_controlling_income};
    Slot sum = SLOT_NONE;
    size_t at = 0;
    while (at < 2 && (printed[at] == LINE_NONE || adjust_reported(adjust, company, printed[at]) == SLOT_NONE))
        at++;
    sum = adjust_reported(adjust, company, printed[at]);
    for (size_t i = 1; i <= at && sum != SLOT_NONE; i++)
        if (taken[i] != LINE_NONE)
            sum = program_add_signed(adjust->program, sum, -1, adjust_reported(adjust, company, taken[i]));
    return sum;
}

static void refuse_twice(Adjust *adjust, const AppliedEntry *other)
{
    const PerShareLines *lines = &adjust->model->chart->per_share;
    for (size_t i = 0; adjust->good && i < other->legs.count; i++)
        if (other->legs.items[i].line == lines->non_controlling_income || other->legs.items[i].line == lines->minority_income)
            adjust->good = problem(adjust->model->run, PROBLEM_others_twice, other->entry->place, "entry \"" TEXT_FORMAT "\" posts what other holders have of income, as \"" TEXT_FORMAT "\" does",
                                   TEXT_ARGUMENTS(other->entry->name), TEXT_ARGUMENTS(adjust->entry->name));
}

/* What an entry moves income by that is the target's; of a tax, in the legs that tax such entries. SLOT_NONE: nothing. */
static Slot find_moved(Adjust *adjust, const AppliedEntry *other, bool fair)
{
    const PerShareLines *lines = &adjust->model->chart->per_share;
    LineId income = lines->common_income != LINE_NONE ? lines->common_income : lines->income;
    Slot effect = other->effects[income - adjust->model->chart->statements[adjust->model->sheets.items[adjust->sheet].kind].first], sum = SLOT_NONE;
    const EntryKind *kind = other->entry->kind;
    if (effect != SLOT_NONE && kind->income_of == INCOME_OF_company && other->entry->company.length == 0)
        adjust->good = problem(adjust->model->run, PROBLEM_setting_missing, other->entry->place,
                               "entry \"" TEXT_FORMAT "\" moves income and names no company, so that it cannot be told whether the other holders of " TEXT_FORMAT " have a share in it; add company = \"" TEXT_FORMAT "\", or the acquirer",
                               TEXT_ARGUMENTS(other->entry->name), TEXT_ARGUMENTS(adjust->entry->company), TEXT_ARGUMENTS(adjust->entry->company));
    if (is_theirs(adjust, other->entry, fair))
        return effect;
    for (size_t i = 0; kind->income_of == INCOME_OF_taxed && i < other->legs.count; i++) {
        const AppliedLeg *leg = &other->legs.items[i];
        if (leg->taxed && is_theirs(adjust, leg->taxed, fair))
            sum = program_add_signed(adjust->program, sum, adjust_enters(adjust, leg->line, income), leg->amount);
    }
    return sum;
}

static Slot sum_moved(Adjust *adjust, bool fair)
{
    const Scenario *scenario = adjust->model->scenario;
    Slot sum = SLOT_NONE;
    for (size_t i = 0; adjust->good && i < scenario->entry_count; i++) {
        const AppliedEntry *other = scenario->entries[i].kind->below_tax ? NULL : adjust_other(adjust, &scenario->entries[i]);
        if (!other || other->column == COLUMN_none)
            continue;
        refuse_twice(adjust, other);
        Slot moved = find_moved(adjust, other, fair);
        if (moved != SLOT_NONE)
            adjust_say_when(adjust, moved, "Income of the target moved by \"#t\": #m.", other->entry->name, moved);
        sum = program_add(adjust->program, sum, moved);
    }
    return sum;
}

/* Losses beyond their interest are not charged to others before ASC 810-10-45-21 (ARB 51). */
static Slot bound_share(Adjust *adjust, Slot share, Slot interest)
{
    if (is_in_equity(adjust))
        return share;
    return adjust_op(adjust, OP_MAXIMUM, share, adjust_op(adjust, OP_NEGATE, interest, SLOT_NONE));
}

Slot part_acquired_share(Adjust *adjust)
{
    const PerShareLines *lines = &adjust->model->chart->per_share;
    const AppliedEntry *recorded = adjust_other_at_balance(adjust, adjust->entry);
    Slot part = recorded ? applied_figure(recorded, "part_acquired") : SLOT_NONE, income = find_income(adjust);
    if (part == SLOT_NONE)
        return SLOT_NONE;
    bool equity = is_in_equity(adjust);
    Slot moved = sum_moved(adjust, is_at_fair_value(adjust)), kept = rest_of(adjust, part);
    if (income == SLOT_NONE || !adjust->good)
        return SLOT_NONE; /* that net income is not known, the control number tells */
    Slot theirs = program_add(adjust->program, income, moved), share = adjust_round(adjust, adjust_op(adjust, OP_MULTIPLY, kept, theirs));
    share = bound_share(adjust, share, applied_figure(recorded, "non_controlling_interest"));
    adjust_say(adjust, "Others keep #c of #t: their share of its income of #m, #m with what is moved, is #m.", kept, adjust->entry->company, income, theirs, share);
    LineId line = adjust_line(adjust, &(EntryValue){0}, equity ? lines->non_controlling_income : lines->minority_income);
    if (line != LINE_NONE)
        adjust_post_signed(adjust, line, -adjust_enters(adjust, line, lines->common_income != LINE_NONE ? lines->common_income : lines->income), share, TEXT("share of other holders in income"));
    return share;
}
