/* Aligned figures as JSON, each with its state, its formula and the printed figures that it rests on. */
#include "report/write_json.h"

typedef struct {
    const AlignList *list;
    const AlignedStatement *aligned;
} Printing;

static void fill_row(Json row, const AlignList *list, const Fact *fact)
{
    const Line *line = chart_at(list->chart, fact->line);
    json_add_text(row, "name", line->name);
    json_add_text(row, "label", line->label);
    json_add_text(row, "heading", line->heading);
    json_add_period(row, "period", fact->period);
    json_add_number(row, "value", json_value(row.arena, fact));
    json_add_text(row, "unit", unit_name(row.arena, align_unit(list, fact->line)));
    json_add_text(row, "state", state_name(fact->state));
    json_add_text(row, "formula", fact->reason);
    json_add_origins(row, &list->run->sources, list->chart, fact);
}

static void fill_statement(Json object, const void *what)
{
    const Printing *printing = what;
    const AlignedStatement *aligned = printing->aligned;
    const StatementKind *kind = &printing->list->chart->statements[aligned->kind];
    json_add_text(object, "statement", kind->name);
    json_add_text(object, "basis", basis_name(aligned->basis));
    json_add_period(object, "period", aligned->available ? aligned->period : wanted_period_span(aligned->wanted));
    json_add_flag(object, "available", aligned->available);
    json_add_text(object, "reason", aligned->reason);
    json_add_text(object, "formula", aligned->formula);
    json_add_texts(object, "notes", aligned->notes, aligned->note_count);
    Json rows = json_add_list(object, "rows");
    for (LineId line = 0; aligned->available && line < kind->count; line++)
        fill_row(json_add_object(rows, NULL), printing->list, aligned->facts[line]);
}

static void fill_entity(Json object, const void *what)
{
    const AlignList *list = what;
    Json entity = json_add_object(object, "entity");
    json_add_text(entity, "id", list->id);
    json_add_text(entity, "title", list->title);
}

Text json_align(Arena *arena, const AlignList *list)
{
    TextBuilder out = {.arena = arena};
    json_append_head(&out, json_piece(arena, JSON_indented, fill_entity, list));
    text_append(&out, TEXT(",\n  \"statements\": ["));
    for (size_t i = 0; i < list->count; i++)
        json_append_element(&out, json_piece(arena, JSON_indented, fill_statement, &(Printing){list, list->items[i]}), i == 0);
    text_append(&out, TEXT("\n  ]\n}\n"));
    return text_builder_text(&out);
}
