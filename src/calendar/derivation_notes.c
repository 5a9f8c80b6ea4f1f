#include "calendar/derivation.h"
#include "calendar/part.h"

void derivation_name(TextBuilder *names, const Derivation *derivation, LineId line)
{
    if (names->count)
        text_append(names, TEXT(", "));
    text_append(names, chart_at(derivation->chart, line)->name);
}

/* A filing that names no presentation follows the company's own. */
static Text presentation_of(const Derivation *derivation, const ReportedColumn *column)
{
    return column->presentation.length ? column->presentation : graph_company(derivation->graph);
}

static void presentations_note(Notes *notes, const Derivation *derivation, const Path *path)
{
    Arena *arena = derivation->run->arena;
    TextBuilder builder = {.arena = arena};
    bool mixed = false;
    for (size_t i = 0; i < path->count; i++) {
        const ReportedColumn *column = path->terms[i].column;
        Text presentation = presentation_of(derivation, column), period = period_formula(arena, column->period);
        mixed = mixed || !text_equal(presentation, presentation_of(derivation, path->terms[0].column));
        text_append_format(&builder, "%s" TEXT_FORMAT " in that of " TEXT_FORMAT, i ? ", " : "mixed presentations: ", TEXT_ARGUMENTS(period),
                           TEXT_ARGUMENTS(presentation));
    }
    if (mixed)
        *list_push(arena, notes) = text_builder_text(&builder);
}

/* A figure that a later filing restated does not go together with what an earlier filing adds up from the old one. */
static void restated_note(Notes *notes, const Derivation *derivation, const Taken *taken)
{
    Arena *arena = derivation->run->arena;
    bool one_filing = true;
    for (size_t i = 1; i < taken->path.count; i++)
        one_filing = one_filing && taken->path.terms[i].column->order == taken->path.terms[0].column->order;
    for (size_t i = 0; i < taken->path.count && !one_filing; i++) {
        const ReportedColumn *column = taken->path.terms[i].column;
        TextBuilder names = {.arena = arena};
        for (LineId line = derivation->kind->first; line < derivation->kind->first + derivation->kind->count; line++)
            if (part_restated(derivation->run, column_fact(derivation->chart, column, line)))
                derivation_name(&names, derivation, line);
        if (!names.count)
            continue;
        Text period = period_formula(arena, column->period);
        *list_push(arena, notes) = text_format(arena, "restated for " TEXT_FORMAT ", and combined with another filing: " TEXT_FORMAT, TEXT_ARGUMENTS(period),
                                               TEXT_ARGUMENTS(text_builder_text(&names)));
    }
}

void derivation_joints(Notes *notes, Arena *arena, const Path *path)
{
    for (size_t i = 0; i < path->joint_count; i++) {
        const Joint joint = path->joints[i];
        int lost = joint.goes_on - joint.stops;
        Text stops = day_iso(arena, joint.stops - 1), goes_on = day_iso(arena, joint.goes_on - 1);
        *list_push(arena, notes) = text_format(arena, "boundary joined: " TEXT_FORMAT " is taken for " TEXT_FORMAT ", %d day%s %s", TEXT_ARGUMENTS(stops),
                                               TEXT_ARGUMENTS(goes_on), lost < 0 ? -lost : lost, lost == 1 || lost == -1 ? "" : "s", lost < 0 ? "gained" : "lost");
    }
}

void derivation_notes(Notes *notes, const Derivation *derivation, const Taken *most)
{
    Arena *arena = derivation->run->arena;
    derivation_joints(notes, arena, &most->path);
    for (size_t i = 0; i < derivation->taken.count; i++) {
        const Taken *taken = &derivation->taken.items[i];
        if (!taken->lines)
            continue;
        presentations_note(notes, derivation, &taken->path);
        restated_note(notes, derivation, taken);
        Text names = taken->names.count ? text_builder_text(&taken->names) : TEXT("other lines");
        if (taken != most)
            *list_push(arena, notes) = text_format(arena, TEXT_FORMAT ": another way, " TEXT_FORMAT, TEXT_ARGUMENTS(names),
                                                   TEXT_ARGUMENTS(taken->formula));
    }
    Text unlike = unlike_note(derivation->taken.items[0].unlike, derivation->facts);
    if (unlike.length)
        *list_push(arena, notes) = unlike;
    for (size_t i = 0; i < derivation->nothings.count; i++) {
        const Nothing *nothing = &derivation->nothings.items[i];
        Text period = period_formula(arena, nothing->column->period);
        *list_push(arena, notes) = text_format(arena, "not printed for " TEXT_FORMAT ", which foots without, so nothing in that term: " TEXT_FORMAT,
                                               TEXT_ARGUMENTS(period), TEXT_ARGUMENTS(text_builder_text(&nothing->names)));
    }
}
