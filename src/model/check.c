#include "model/check.h"

#include "model/entry.h"

#include <math.h>

static double value_at(const Model *model, Slot slot)
{
    return slot == SLOT_NONE ? 0.0 : model->values[slot];
}

static Text unit_words(const Model *model)
{
    switch (model->scenario->reporting.scale) {
    case 3: return TEXT("thousand");
    case 6: return TEXT("million");
    case 9: return TEXT("billion");
    default: return TEXT("unit");
    }
}

/* --- entries --- */

static bool check_balance(const Model *model, const AppliedEntry *applied)
{
    double residual = value_at(model, applied->residual);
    if (residual == 0.0 || applied->entry->kind->purchase)
        return true;
    Arena *arena = model->run->arena;
    return problem(model->run, PROBLEM_unbalanced_entry, applied->entry->place, "entry \"" TEXT_FORMAT "\" is out by " TEXT_FORMAT " (" TEXT_FORMAT ") in " TEXT_FORMAT,
                   TEXT_ARGUMENTS(applied->entry->name), TEXT_ARGUMENTS(amount_spoken(arena, fabs(residual), 0)), TEXT_ARGUMENTS(unit_words(model)),
                   TEXT_ARGUMENTS(wanted_period_text(arena, model->sheets.items[applied->sheet].wanted)));
}

static bool check_neutral(const Model *model, const AppliedEntry *applied)
{
    const StatementKind *kind = &model->chart->statements[model->sheets.items[applied->sheet].kind];
    bool good = true;
    for (LineId line = kind->first; line < kind->first + kind->count; line++) {
        double effect = value_at(model, applied->effects[line - kind->first]);
        if (!chart_at(model->chart, line)->stays || effect == 0.0 || applied->entry->kind->column != COLUMN_reclassifications)
            continue;
        good = problem(model->run, PROBLEM_not_neutral, applied->entry->place, "reclassification \"" TEXT_FORMAT "\" changes " TEXT_FORMAT " by " TEXT_FORMAT,
                       TEXT_ARGUMENTS(applied->entry->name), TEXT_ARGUMENTS(chart_at(model->chart, line)->name),
                       TEXT_ARGUMENTS(amount_spoken(model->run->arena, effect, 0)));
    }
    return good;
}

/* What the legs before this one left of the company's figure: an entry works on what stands there, not on what was printed. */
static double posted_before(const Model *model, size_t applied_index, size_t leg_index)
{
    const AppliedEntry *applied = model->applied.items[applied_index];
    LineId line = applied->legs.items[leg_index].line;
    double posted = 0;
    for (size_t i = 0; i <= applied_index; i++) {
        const AppliedEntry *other = model->applied.items[i];
        size_t legs = i == applied_index ? leg_index : other->legs.count;
        if (other->sheet != applied->sheet || !text_equal(other->entry->company, applied->entry->company))
            continue;
        for (size_t leg = 0; leg < legs; leg++)
            posted += other->legs.items[leg].line == line ? value_at(model, other->legs.items[leg].amount) : 0;
    }
    return posted;
}

static void check_remainder(const Model *model, size_t applied_index)
{
    const AppliedEntry *applied = model->applied.items[applied_index];
    const ScenarioEntry *entry = applied->entry;
    const Sheet *sheet = &model->sheets.items[applied->sheet];
    size_t company = scenario_company(model->scenario, entry->company);
    if (company == model->scenario->company_count || !entry->kind->free)
        return;
    for (size_t i = 0; i < applied->legs.count; i++) {
        const AppliedLeg *leg = &applied->legs.items[i];
        double had = value_at(model, sheet_figure(model, sheet, company, leg->line)->slot) + posted_before(model, applied_index, i);
        double left = had + value_at(model, leg->amount);
        if ((had > 0 && left < 0) || (had < 0 && left > 0))
            problem(model->run, PROBLEM_remainder_sign, leg->place, TEXT_FORMAT " is " TEXT_FORMAT " in " TEXT_FORMAT "; after entry \"" TEXT_FORMAT "\" " TEXT_FORMAT " remains",
                    TEXT_ARGUMENTS(chart_at(model->chart, leg->line)->name), TEXT_ARGUMENTS(amount_spoken(model->run->arena, had, 0)),
                    TEXT_ARGUMENTS(wanted_period_text(model->run->arena, sheet->wanted)), TEXT_ARGUMENTS(entry->name),
                    TEXT_ARGUMENTS(amount_spoken(model->run->arena, left, 0)));
    }
}

/* --- purchases: with its goodwill, each leaves nothing over --- */

static bool check_purchase(Model *model, size_t sheet, size_t company)
{
    double left = 0;
    const ScenarioEntry *first = NULL;
    for (size_t i = 0; i < model->applied.count; i++) {
        const AppliedEntry *applied = model->applied.items[i];
        if (applied->sheet != sheet || !applied->entry->kind->purchase || scenario_company(model->scenario, applied->entry->company) != company)
            continue;
        left += value_at(model, applied->residual);
        first = first ? first : applied->entry;
    }
    Arena *arena = model->run->arena;
    model->purchases_closed += first && left == 0.0;
    return left == 0.0 || problem(model->run, PROBLEM_unbalanced_entry, first->place, "the purchase of " TEXT_FORMAT " leaves " TEXT_FORMAT " (" TEXT_FORMAT ") over in " TEXT_FORMAT ", which an entry of kind \"goodwill\" has to bring to an asset",
                                  TEXT_ARGUMENTS(first->company), TEXT_ARGUMENTS(amount_spoken(arena, fabs(left), 0)), TEXT_ARGUMENTS(unit_words(model)),
                                  TEXT_ARGUMENTS(wanted_period_text(arena, model->sheets.items[sheet].wanted)));
}

/* On a sheet that is not shown stand only those entries of a purchase that others needed. */
static bool check_purchases(Model *model)
{
    bool good = true;
    for (size_t sheet = 0; sheet < model->sheets.count; sheet++) {
        bool whole = model->sheets.items[sheet].combined && line_is_in(model, sheet, model->chart->deal.assets);
        for (size_t company = 0; whole && company < model->scenario->company_count; company++)
            good = check_purchase(model, sheet, company) && good;
    }
    return good;
}

/* --- the pro forma column foots: each total is the signed sum of its lines, as exactly as its companies' totals are --- */

static double sum_below(const Model *model, const Sheet *sheet, size_t column, LineId total, size_t *addends)
{
    const Line *above = chart_at(model->chart, total);
    double sum = 0;
    for (size_t i = 0; i < above->addend_count; i++) {
        LineId line = above->addends[i];
        Slot slot = sheet_figure(model, sheet, column, line)->slot;
        if (slot != SLOT_NONE)
            ++*addends;
        sum += chart_at(model->chart, line)->sign * (slot != SLOT_NONE ? model->values[slot] : sum_below(model, sheet, column, line, addends));
    }
    return sum;
}

/* What filings print out of foot was said when they were read; what --set takes out of foot is said here. */
static void total_is_off(Model *model, const Sheet *sheet, LineId line, double value, double sum)
{
    Arena *arena = model->run->arena;
    model->pro_forma_totals_off++;
    if (model->scenario->set_count)
        problem(model->run, PROBLEM_total_does_not_foot, model->scenario->sets[0].place,
                "pro_forma." TEXT_FORMAT " (" TEXT_FORMAT ") is " TEXT_FORMAT ", and what it consists of or has to equal comes to " TEXT_FORMAT ": --set changes one without the other",
                TEXT_ARGUMENTS(chart_at(model->chart, line)->name), TEXT_ARGUMENTS(wanted_period_text(arena, sheet->wanted)),
                TEXT_ARGUMENTS(amount_spoken(arena, value, 0)), TEXT_ARGUMENTS(amount_spoken(arena, sum, 0)));
}

static void check_total(Model *model, const Sheet *sheet, size_t column, LineId line, double value)
{
    size_t addends = 0;
    double sum = sum_below(model, sheet, column, line, &addends);
    double most = (double)model->scenario->company_count * (double)(addends + 1) / 2; /* each company's printed total may be rounded */
    if (addends == 0)
        return;
    if (sum == value)
        model->pro_forma_totals_foot++;
    else if (fabs(sum - value) <= most)
        model->pro_forma_totals_rounded++;
    else
        total_is_off(model, sheet, line, value, sum);
}

/* Assets are liabilities and equity, but for a unit of rounding that each company may print. */
static void check_equal(Model *model, const Sheet *sheet, LineId line, double value, double other)
{
    if (value == other)
        model->balance_sheets_even++;
    else if (fabs(value - other) <= (double)model->scenario->company_count)
        model->balance_sheets_uneven++;
    else
        total_is_off(model, sheet, line, value, other);
}

/* A deal that takes more cash than there is has a source that the scenario does not name. */
static void check_cash(Model *model, const Sheet *sheet)
{
    LineId cash = model->chart->deal.cash;
    const StatementKind *kind = &model->chart->statements[sheet->kind];
    if (cash == LINE_NONE || !kind->instant || chart_at(model->chart, cash)->statement != sheet->kind)
        return;
    double value = value_at(model, sheet_figure(model, sheet, model_column(model, COLUMN_pro_forma), cash)->slot);
    Arena *arena = model->run->arena;
    if (value < 0 && model->scenario->entry_count)
        problem(model->run, PROBLEM_cash_below_zero, model->scenario->deal ? model->scenario->deal->place : model->scenario->entries[0].place,
                "pro_forma." TEXT_FORMAT " is " TEXT_FORMAT " in " TEXT_FORMAT ": the entries take more cash than the companies have", TEXT_ARGUMENTS(chart_at(model->chart, cash)->name),
                TEXT_ARGUMENTS(amount_spoken(arena, value, 0)), TEXT_ARGUMENTS(wanted_period_text(arena, sheet->wanted)));
}

static void check_sheet_foots(Model *model, const Sheet *sheet)
{
    const StatementKind *kind = &model->chart->statements[sheet->kind];
    size_t column = model_column(model, COLUMN_pro_forma);
    for (LineId line = kind->first; line < kind->first + kind->count; line++) {
        Slot slot = sheet_figure(model, sheet, column, line)->slot;
        LineId equal = chart_at(model->chart, line)->equals;
        Slot other = equal == LINE_NONE ? SLOT_NONE : sheet_figure(model, sheet, column, equal)->slot;
        if (slot == SLOT_NONE)
            continue;
        if (chart_at(model->chart, line)->is_total)
            check_total(model, sheet, column, line, model->values[slot]);
        if (other != SLOT_NONE)
            check_equal(model, sheet, line, model->values[slot], model->values[other]);
    }
}

/* --- figures to verify --- */

static void check_verified(Model *model, Verified *verified)
{
    const ScenarioVerify *verify = verified->verify;
    Arena *arena = model->run->arena;
    double value = verified->slot == SLOT_NONE ? NAN : model->values[verified->slot];
    int decimals = verify->value.decimals;
    uint8_t scale = verify->value.unit.scale ? model->scenario->reporting.scale : 0;
    Text expected = amount_spoken(arena, printed_to_double(verify->value, scale), decimals);
    Text found = isfinite(value) ? amount_spoken(arena, value, decimals) : TEXT("no value");
    verified->ties = text_equal(expected, found);
    if (!verified->ties)
        problem(model->run, PROBLEM_verification_failed, verify->place, TEXT_FORMAT " is " TEXT_FORMAT ", where " TEXT_FORMAT " is expected (" TEXT_FORMAT ")%s" TEXT_FORMAT,
                TEXT_ARGUMENTS(verify->name_text), TEXT_ARGUMENTS(found), TEXT_ARGUMENTS(expected), TEXT_ARGUMENTS(verify->source),
                verified->reason.length ? ": " : "", TEXT_ARGUMENTS(verified->reason));
}

static Text condition_words(const Model *model, const Condition *condition)
{
    Arena *arena = model->run->arena;
    if (!condition->told)
        return condition->what;
    return text_format(arena, TEXT_FORMAT "; " TEXT_FORMAT, TEXT_ARGUMENTS(condition->what), TEXT_ARGUMENTS(saying_text(arena, condition->told, model->values)));
}

/* One that fails in several periods is one problem: the message is the same. */
static bool check_listed(const Model *model, const Conditions *conditions, bool numbers)
{
    bool good = true;
    for (size_t i = 0; i < conditions->count; i++) {
        const Condition *condition = &conditions->items[i];
        if ((condition->kind == PROBLEM_division_by_zero) != numbers || value_at(model, condition->holds) != 0.0)
            continue;
        problem(model->run, condition->kind, condition->place, TEXT_FORMAT, TEXT_ARGUMENTS(condition_words(model, condition)));
        good = good && problem_severity(condition->kind) < SEVERITY_usage;
    }
    return good;
}

static bool check_conditions(const Model *model, bool numbers)
{
    bool good = check_listed(model, &model->conditions, numbers);
    for (size_t i = 0; i < model->applied.count; i++)
        good = check_listed(model, &model->applied.items[i]->conditions, numbers) && good;
    return good;
}

/* Sources are the same in every period. */
static bool check_sources(const Model *model)
{
    const Analysis *analysis = model->analyses.count ? &model->analyses.items[0] : NULL;
    double sources = analysis ? value_at(model, analysis->sources) : 0, uses = analysis ? value_at(model, analysis->uses) : 0;
    return sources == uses || problem(model->run, PROBLEM_sources_uses_unbalanced, analysis->deal, "the sources of the deal are " TEXT_FORMAT " and its uses " TEXT_FORMAT,
                                      TEXT_ARGUMENTS(amount_spoken(model->run->arena, sources, 0)), TEXT_ARGUMENTS(amount_spoken(model->run->arena, uses, 0)));
}

bool model_check(Model *model)
{
    /* Where an amount is no number nothing holds that it enters, which needs no saying. */
    if (!check_conditions(model, true))
        return false;
    bool good = check_conditions(model, false);
    for (size_t i = 0; i < model->applied.count; i++) {
        const AppliedEntry *applied = model->applied.items[i];
        bool balanced = check_balance(model, applied);
        good = balanced && check_neutral(model, applied) && good;
        if (balanced)
            check_remainder(model, i);
    }
    good = check_purchases(model) && good;
    good = check_sources(model) && good;
    for (size_t i = 0; i < model->sheets.count; i++)
        if (model->sheets.items[i].combined)
            check_sheet_foots(model, &model->sheets.items[i]);
    for (size_t i = 0; i < model->sheets.count; i++)
        if (model->sheets.items[i].combined)
            check_cash(model, &model->sheets.items[i]);
    for (size_t i = 0; model->verified && i < model->scenario->verify_count; i++)
        check_verified(model, &model->verified[i]);
    return good;
}
