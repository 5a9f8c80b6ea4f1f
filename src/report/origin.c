#include "report/origin.h"

static Text file_name(Text path)
{
    size_t start = path.length;
    while (start > 0 && path.start[start - 1] != '/')
        start--;
    return text_slice(path, start, path.length);
}

Text origin_place(const Model *model, Place place)
{
    Location where = source_locate(&model->run->sources, model->run->arena, place);
    if (!where.line)
        return TEXT("");
    TextBuilder out = {.arena = model->run->arena};
    text_append(&out, file_name(where.name));
    text_append_char(&out, ':');
    text_append_number(&out, where.line);
    text_append_char(&out, ':');
    text_append_number(&out, where.column);
    return text_builder_text(&out);
}

Text origin_quoted(const Model *model, Place place)
{
    return text_format(model->run->arena, TEXT_FORMAT " \"" TEXT_FORMAT "\"", TEXT_ARGUMENTS(origin_place(model, place)),
                       TEXT_ARGUMENTS(source_text(&model->run->sources, place)));
}

static void append_term(TextBuilder *out, const Model *model, const Term *term, bool first)
{
    const Fact *fact = term->fact;
    bool unit_weight = term->weight == 1.0 || term->weight == -1.0;
    if (!first || term->weight < 0)
        text_append_format(out, "%s%s", first ? "" : " ", term->weight < 0 ? "- " : "+ ");
    if (!unit_weight) {
        double weight = term->weight < 0 ? -term->weight : term->weight;
        text_append_format(out, TEXT_FORMAT " x ", TEXT_ARGUMENTS(amount_spoken(out->arena, weight, 6)));
    }
    Text place = origin_place(model, fact->place);
    if (place.length)
        text_append(out, place);
    else
        text_append_format(out, TEXT_FORMAT " " TEXT_FORMAT, TEXT_ARGUMENTS(chart_at(model->chart, fact->line)->name),
                           TEXT_ARGUMENTS(amount_plain(out->arena, fact->number)));
}

static Text derived(const Model *model, const Fact *fact)
{
    TextBuilder out = {.arena = model->run->arena};
    text_append(&out, TEXT("derived: "));
    for (size_t i = 0; i < fact->term_count; i++)
        append_term(&out, model, &fact->terms[i], i == 0);
    if (fact->error > 0)
        text_append_format(&out, " (within " TEXT_FORMAT ", as its terms are rounded)", TEXT_ARGUMENTS(amount_spoken(out.arena, fact->error, 1)));
    return text_builder_text(&out);
}

static Text figure_words(const Model *model, const Sheet *sheet, size_t company, LineId line)
{
    const Figure *figure = sheet_figure(model, sheet, company, line);
    const Fact *fact = figure->fact;
    if (figure->summed)
        return TEXT("sum of its lines");
    if (figure->slot == SLOT_NONE)
        return figure->reason.length ? figure->reason : TEXT("not reported");
    if (!fact)
        return TEXT("");
    if (fact->state == STATE_set)
        return text_format(model->run->arena, "set: " TEXT_FORMAT, TEXT_ARGUMENTS(fact->reason));
    if (chart_at(model->chart, line)->unit == UNIT_per_share && fact->reason.length)
        return text_format(model->run->arena, "derived: " TEXT_FORMAT, TEXT_ARGUMENTS(fact->reason));
    return fact->term_count ? derived(model, fact) : origin_place(model, fact->place);
}

/* Where a company's figures stand for other days than the column says, each of them tells so. */
static Text days_words(Arena *arena, Period period)
{
    if (period_is_instant(period))
        return text_format(arena, "at " TEXT_FORMAT, TEXT_ARGUMENTS(day_iso(arena, period.end)));
    return text_format(arena, TEXT_FORMAT " to " TEXT_FORMAT, TEXT_ARGUMENTS(day_iso(arena, period.start)), TEXT_ARGUMENTS(day_iso(arena, period.end)));
}

Text origin_figure(const Model *model, const Sheet *sheet, size_t company, LineId line)
{
    const AlignedStatement *aligned = sheet->aligned[company];
    Text words = figure_words(model, sheet, company, line);
    if (!aligned->available || aligned->gap_days == 0 || sheet_figure(model, sheet, company, line)->slot == SLOT_NONE)
        return words;
    return text_format(model->run->arena, TEXT_FORMAT ": " TEXT_FORMAT, TEXT_ARGUMENTS(days_words(model->run->arena, aligned->period)), TEXT_ARGUMENTS(words));
}
