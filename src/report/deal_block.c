#include "report/deal_block.h"

#include "report/note.h"

/* "Accounting: SFAS 141 (FASB Statement No. 141, Business Combinations): initiated 2004-02-09, on or after 2001-07-01." and what it decides. */
static void say_regime(Arena *arena, ReportNote *note, const Deal *deal, Axis axis)
{
    static const char *const heads[DEAL_AXES] = {"Accounting", "Form"};
    const Regime *regime = deal->regimes[axis];
    note_say(arena, note, "%s: " TEXT_FORMAT " (" TEXT_FORMAT "): " TEXT_FORMAT ".", heads[axis], TEXT_ARGUMENTS(regime->style), TEXT_ARGUMENTS(regime->title),
             TEXT_ARGUMENTS(deal->reasons[axis]));
    for (Decision decision = 0; decision < DECISION_COUNT; decision++)
        if (decision_axis(decision) == axis)
            note_say(arena, note, TEXT_FORMAT " (" TEXT_FORMAT ").", TEXT_ARGUMENTS(regime->says[decision]), TEXT_ARGUMENTS(regime->citations[decision]));
}

static void say_missing(Arena *arena, ReportNote *note, const Required *required, Text form)
{
    Text period = wanted_period_text(arena, required->wanted);
    if (required->lacking.length)
        note_say(arena, note, "Required by " TEXT_FORMAT " and missing: " TEXT_FORMAT ": " TEXT_FORMAT ".", TEXT_ARGUMENTS(form), TEXT_ARGUMENTS(period),
                 TEXT_ARGUMENTS(required->lacking));
    else if (!required->listed)
        note_say(arena, note, "Required by " TEXT_FORMAT " and not among the scenario's periods: " TEXT_FORMAT ", which the filings of every company reach.",
                 TEXT_ARGUMENTS(form), TEXT_ARGUMENTS(period));
}

static void say_required(Arena *arena, ReportNote *note, const Model *model)
{
    Text form = deal_regime(model->scenario->deal, DECISION_required)->style;
    TextBuilder operations = {.arena = arena};
    Text balance_sheet = TEXT("");
    if (model->required_unknown.length)
        note_say(arena, note, "Which periods " TEXT_FORMAT " requires cannot be told: " TEXT_FORMAT ".", TEXT_ARGUMENTS(form), TEXT_ARGUMENTS(model->required_unknown));
    for (size_t i = 0; i < model->required.count; i++) {
        Text period = wanted_period_text(arena, model->required.items[i].wanted);
        if (wanted_period_is_instant(model->required.items[i].wanted))
            balance_sheet = period;
        else
            text_append_format(&operations, "%s" TEXT_FORMAT, operations.count ? " and " : "", TEXT_ARGUMENTS(period));
    }
    if (model->required.count)
        note_say(arena, note, "Required by " TEXT_FORMAT ": operations of " TEXT_FORMAT ", balance sheet of " TEXT_FORMAT ".", TEXT_ARGUMENTS(form),
                 TEXT_ARGUMENTS(text_builder_text(&operations)), TEXT_ARGUMENTS(balance_sheet));
    for (size_t i = 0; i < model->required.count; i++)
        say_missing(arena, note, &model->required.items[i], form);
}

void block_deal(Report *report, const Model *model)
{
    Arena *arena = model->run->arena;
    const Deal *deal = model->scenario->deal;
    if (!deal)
        return;
    ReportNote *note = note_add(arena, &report->blocks, TEXT("Deal"));
    for (Axis axis = 0; axis < DEAL_AXES; axis++)
        say_regime(arena, note, deal, axis);
    say_required(arena, note, model);
}
