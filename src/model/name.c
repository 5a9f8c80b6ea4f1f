#include "model/name.h"

static bool split_name(Text name, Text *head, Text *rest)
{
    size_t dot = text_find_char(name, '.', 0);
    *head = text_slice(name, 0, dot);
    *rest = text_slice(name, dot + 1, name.length);
    return dot < name.length;
}

static const Named nothing = {NAMED_nothing, 0, LINE_NONE};

static Named named_input(const Model *model, Text group, Text name)
{
    for (size_t i = 0; i < model->scenario->input_count; i++)
        if (text_equal(model->scenario->inputs[i].group, group) && text_equal(model->scenario->inputs[i].name, name))
            return (Named){NAMED_input, i, LINE_NONE};
    return nothing;
}

static Named named_entry(const Model *model, Text rest)
{
    Text entry, line_name;
    if (!split_name(rest, &entry, &line_name))
        return nothing;
    LineId line = chart_line(model->chart, line_name);
    for (size_t i = 0; i < model->scenario->entry_count && line != LINE_NONE; i++)
        if (text_equal(model->scenario->entries[i].name, entry))
            return (Named){NAMED_entry, i, line};
    return nothing;
}

static Named named_figure(const Model *model, size_t column, LineId line)
{
    size_t companies = model->scenario->company_count;
    if (line == LINE_NONE)
        return nothing;
    return column < companies ? (Named){NAMED_company, column, line} : (Named){NAMED_column, column - companies, line};
}

Named name_resolve(const Model *model, Text name)
{
    Text head, rest;
    if (split_name(name, &head, &rest)) {
        Named input = named_input(model, head, rest);
        if (input.kind == NAMED_input)
            return input;
        if (text_equal(head, TEXT("entries")))
            return named_entry(model, rest);
        for (size_t column = 0; column < model_column_count(model); column++)
            if (text_equal(model_column_name(model, column), head))
                return named_figure(model, column, chart_line(model->chart, rest));
    }
    return named_figure(model, model_column(model, COLUMN_pro_forma), chart_line(model->chart, name));
}

Text name_text(const Model *model, Named named)
{
    TextBuilder out = {.arena = model->run->arena};
    const Scenario *scenario = model->scenario;
    switch (named.kind) {
    case NAMED_nothing: return TEXT("");
    case NAMED_input: text_append(&out, scenario->inputs[named.index].group); break;
    case NAMED_company: text_append(&out, model_column_name(model, named.index)); break;
    case NAMED_column: text_append(&out, model_column_name(model, model_column(model, (ColumnKind)named.index))); break;
    case NAMED_entry:
        text_append(&out, TEXT("entries."));
        text_append(&out, scenario->entries[named.index].name);
        break;
    }
    text_append_char(&out, '.');
    text_append(&out, named.kind == NAMED_input ? scenario->inputs[named.index].name : chart_at(model->chart, named.line)->name);
    return text_builder_text(&out);
}

Text name_nearest(const Model *model, Text name)
{
    Arena *arena = model->run->arena;
    Text head, rest;
    for (size_t i = 0; split_name(name, &head, &rest) && i < model_column_count(model); i++)
        if (text_equal(model_column_name(model, i), head)) {
            Text line = chart_nearest_line(model->chart, rest);
            return line.length ? text_format(arena, TEXT_FORMAT "." TEXT_FORMAT, TEXT_ARGUMENTS(head), TEXT_ARGUMENTS(line)) : line;
        }
    Text *inputs = arena_array(arena, Text, model->scenario->input_count);
    for (size_t i = 0; i < model->scenario->input_count; i++)
        inputs[i] = name_text(model, (Named){NAMED_input, i, LINE_NONE});
    Text near = nearest_name(name, inputs, model->scenario->input_count);
    return near.length ? near : chart_nearest_line(model->chart, name);
}
