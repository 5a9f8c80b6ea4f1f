/* A sweep in a few numbers, and what it has in common with one in tables: head and remarks. */
#include "base/amount.h"
#include "report/sweep_report.h"
#include "report/write_text.h"

enum { PAGE = 150 };

void text_sweep_head(TextBuilder *out, const SweepReport *report)
{
    const Sweep *sweep = report->sweep;
    if (report->titled)
        text_append_format(out, TEXT_FORMAT "\n", TEXT_ARGUMENTS(sweep->studied->model->scenario->title));
    if (report->study.length)
        text_append_format(out, "Study " TEXT_FORMAT "%s" TEXT_FORMAT "\n", TEXT_ARGUMENTS(report->study), report->study_title.length ? ": " : "",
                           TEXT_ARGUMENTS(report->study_title));
    text_append_format(out, TEXT_FORMAT " · " TEXT_FORMAT "\n", TEXT_ARGUMENTS(sweep->studied->period), TEXT_ARGUMENTS(sweep->studied->basis));
    for (size_t i = 0; i < sweep->axis_count; i++)
        text_append_format(out, TEXT_FORMAT "\n", TEXT_ARGUMENTS(sweep_axis_words(out->arena, &sweep->axes[i])));
    text_append_char(out, '\n');
}

void text_sweep_remarks(TextBuilder *out, const SweepReport *report)
{
    for (size_t i = 0; i < report->remarks.count; i++) {
        append_wrapped(out, report->remarks.items[i], 0, PAGE);
        end_line(out);
    }
}

static void append_extreme(TextBuilder *out, const Sweep *sweep, const char *which, double value, uint64_t cell)
{
    text_append_format(out, "  %-10s", which);
    append_padded(out, amount_plain(out->arena, value), 26);
    text_append(out, TEXT("at "));
    text_append(out, sweep_cell_words(out->arena, sweep, cell));
    text_append_char(out, '\n');
}

static void append_plain(TextBuilder *out, const char *which, Text value)
{
    if (value.length)
        text_append_format(out, "  %-10s" TEXT_FORMAT "\n", which, TEXT_ARGUMENTS(value));
}

static void append_extent(TextBuilder *out, const Sweep *sweep, const StudyFigure *figure, const SweepExtent *extent)
{
    Text unit = unit_name(out->arena, figure->unit);
    text_append_format(out, TEXT_FORMAT "%s" TEXT_FORMAT "\n", TEXT_ARGUMENTS(figure->name), unit.length ? ", " : "", TEXT_ARGUMENTS(unit));
    append_plain(out, "cells", text_format(out->arena, "%llu", (unsigned long long)extent->count));
    append_plain(out, "none", text_format(out->arena, "%llu", (unsigned long long)(sweep->done - extent->count)));
    if (extent->count) {
        append_extreme(out, sweep, "minimum", extent->lowest, extent->lowest_cell);
        append_extreme(out, sweep, "maximum", extent->highest, extent->highest_cell);
        append_plain(out, "mean", amount_plain(out->arena, sweep_mean(extent)));
    }
    append_plain(out, "base case", amount_plain(out->arena, figure->base));
    text_append_char(out, '\n');
}

bool sweep_write_summary(SweepReport *report, const SweepOutput *output)
{
    SweepSummary summary;
    TextBuilder out = {.arena = report->sweep->run->arena};
    sweep_summary_begin(&summary, out.arena, report->sweep);
    SweepUse use = sweep_summary_use(&summary);
    if (!sweep_report_run(report, output, &use))
        return false;
    text_sweep_head(&out, report);
    for (size_t i = 0; i < summary.count; i++)
        append_extent(&out, report->sweep, &report->sweep->studied->figures[i], &summary.extents[i]);
    text_sweep_remarks(&out, report);
    return output->write(output->context, text_builder_text(&out));
}
