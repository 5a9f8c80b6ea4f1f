#include "report/letters.h"

static Text letter(const Model *model, size_t index)
{
    return index < 26 ? text_format(model->run->arena, "(%c)", (char)('a' + index)) : text_format(model->run->arena, "(%zu)", index + 1);
}

bool report_requested(const Model *model, size_t sheet)
{
    for (size_t i = 0; i < model->requested.count; i++)
        if (model->requested.items[i] == sheet)
            return true;
    return false;
}

/* Does the entry post or say anything in a sheet of the report? Others are opened only to verify a figure. */
static bool entry_shown(const Model *model, const ScenarioEntry *entry)
{
    for (size_t i = 0; i < model->applied.count; i++) {
        const AppliedEntry *applied = model->applied.items[i];
        if (applied->entry == entry && report_requested(model, applied->sheet) && applied->legs.count + applied->sayings.count > 0)
            return true;
    }
    return false;
}

/* How many notes of entries stand before `entry`; NULL: how many there are. */
static size_t notes_before(const Model *model, const ScenarioEntry *entry)
{
    size_t count = 0;
    for (size_t i = 0; i < model->scenario->entry_count && entry != &model->scenario->entries[i]; i++)
        count += entry_shown(model, &model->scenario->entries[i]);
    return count;
}

Text report_entry_letter(const Model *model, const ScenarioEntry *entry)
{
    return entry_shown(model, entry) ? letter(model, notes_before(model, entry)) : TEXT("");
}

Text report_shares_letter(const Model *model)
{
    for (size_t i = 0; i < model->per_shares.count && model->scenario->has_shares; i++)
        if (report_requested(model, model->per_shares.items[i].sheet))
            return letter(model, notes_before(model, NULL));
    return TEXT("");
}
