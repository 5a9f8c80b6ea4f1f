/* Aligned figures as CSV, each with its state and formula. */
#include "report/write_csv.h"

static Text csv_value(Arena *arena, const Line *line, const Fact *fact)
{
    if (!fact_has_value(fact))
        return TEXT("");
    return line->unit == UNIT_money ? text_format(arena, "%lld", (long long)fact->money) : amount_plain(arena, fact->number);
}

static void csv_row(TextBuilder *out, const AlignList *list, const AlignedStatement *aligned, const Fact *fact)
{
    Arena *arena = out->arena;
    const Line *line = chart_at(list->chart, fact->line);
    const Text fields[] = {
        list->id,
        list->chart->statements[aligned->kind].name,
        basis_name(aligned->basis),
        period_is_instant(fact->period) ? TEXT("") : day_iso(arena, fact->period.start),
        day_iso(arena, fact->period.end),
        line->name,
        csv_value(arena, line, fact),
        unit_name(arena, align_unit(list, fact->line)),
        state_name(fact->state),
        fact->reason,
    };
    csv_record(out, fields, sizeof fields / sizeof *fields);
}

Text csv_align(Arena *arena, const AlignList *list)
{
    TextBuilder out = {.arena = arena};
    text_append(&out, TEXT("entity,statement,basis,period_start,period_end,name,value,unit,state,formula\n"));
    for (size_t i = 0; i < list->count; i++) {
        const AlignedStatement *aligned = list->items[i];
        for (LineId line = 0; aligned->available && line < list->chart->statements[aligned->kind].count; line++)
            csv_row(&out, list, aligned, aligned->facts[line]);
    }
    return text_builder_text(&out);
}
