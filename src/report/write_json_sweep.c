/* A sweep as JSON: what varies and what is shown, the cells in their order, what is to be said of them. */
#include "base/amount.h"
#include "report/sweep_report.h"
#include "report/write_json.h"

/* A number with a scale word is a text. */
static void add_number(Json object, const char *name, Printed value)
{
    if (value.unit.scale)
        json_add_text(object, name, printed_text(object.arena, value));
    else
        json_add_number(object, name, printed_plain(object.arena, value));
}

static void add_value(Json object, const char *name, const Range *range, uint64_t index)
{
    if (range->numbers)
        add_number(object, name, range_value(range, index));
    else
        json_add_text(object, name, range->words[index]);
}

static void fill_axis(Json object, const SweepAxis *axis)
{
    json_add_text(object, "name", axis->range.name);
    json_add_text_or_null(object, "unit", unit_name(object.arena, axis->axis->unit));
    json_add_count(object, "count", (size_t)axis->range.count);
    add_value(object, "first", &axis->range, 0);
    add_value(object, "last", &axis->range, axis->range.count - 1);
    if (axis->axis->has_base)
        add_number(object, "base", sweep_base_value(axis->axis));
    else
        json_add_text_or_null(object, "base", (Text){0});
}

static void fill_figure(Json object, const StudyFigure *figure)
{
    json_add_text(object, "name", figure->name);
    json_add_text(object, "label", figure->label);
    json_add_text_or_null(object, "unit", unit_name(object.arena, figure->unit));
    json_add_number(object, "base", amount_plain(object.arena, figure->base));
    json_add_text_or_null(object, "reason", figure->slot == SLOT_NONE ? figure->reason : (Text){0});
}

static void fill_head(Json object, const void *what)
{
    const SweepReport *report = what;
    const Sweep *sweep = report->sweep;
    json_add_text(object, "scenario", sweep->studied->model->scenario->title);
    json_add_text_or_null(object, "study", report->study);
    json_add_text_or_null(object, "title", report->study_title);
    json_add_text(object, "period", sweep->studied->period);
    json_add_text(object, "basis", sweep->studied->basis);
    Json varied = json_add_list(object, "varied");
    for (size_t i = 0; i < sweep->axis_count; i++)
        fill_axis(json_add_object(varied, NULL), &sweep->axes[i]);
    Json shown = json_add_list(object, "shown");
    for (size_t i = 0; i < sweep->studied->figure_count; i++)
        fill_figure(json_add_object(shown, NULL), &sweep->studied->figures[i]);
    json_add_count(object, "cell_count", (size_t)sweep->cells);
}

static void fill_tail(Json object, const void *what)
{
    const SweepReport *report = what;
    json_add_count(object, "computed", (size_t)report->sweep->done);
    json_add_texts(object, "remarks", report->remarks.items, report->remarks.count);
}

static Text head_text(Arena *arena, const SweepReport *report)
{
    TextBuilder out = {.arena = arena};
    json_append_head(&out, json_piece(arena, JSON_indented, fill_head, report));
    text_append(&out, TEXT(",\n  \"cells\": ["));
    return text_builder_text(&out);
}

static Text tail_text(Arena *arena, const SweepReport *report)
{
    TextBuilder out = {.arena = arena};
    text_append(&out, TEXT("\n  ]"));
    json_append_tail(&out, json_piece(arena, JSON_indented, fill_tail, report));
    text_append_char(&out, '\n');
    return text_builder_text(&out);
}

bool sweep_write_json(SweepReport *report, const SweepOutput *output)
{
    Arena *arena = report->sweep->run->arena;
    SweepRows rows;
    sweep_rows_begin(&rows, arena, report->sweep, SWEEP_ROWS_json, output);
    SweepUse use = sweep_rows_use(&rows);
    return output->write(output->context, head_text(arena, report)) && sweep_report_run(report, output, &use) &&
           output->write(output->context, tail_text(arena, report));
}
