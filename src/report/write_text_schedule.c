/* A schedule as a table: its title, what it is about, labels and columns of values under heads. */
#include "report/write_text.h"

enum { WIDTH = 56, COLUMN = 14, INDENT = 2, PAGE = 120 };

/* A closing parenthesis hangs out to the right, so that digits stand under digits. */
static void append_value(TextBuilder *out, Text text)
{
    bool hangs = text_ends_with(text, TEXT(")"));
    append_right(out, text, COLUMN + hangs);
    text_append(out, hangs ? TEXT("") : TEXT(" "));
}

static void append_rule(TextBuilder *out, const ReportSchedule *schedule, const ReportScheduleRow *row, Text stroke)
{
    text_append_times(out, TEXT(" "), WIDTH);
    for (size_t i = 0; i < schedule->column_count; i++) {
        text_append_times(out, TEXT(" "), 2);
        text_append_times(out, !row || row->cells[i].text.length ? stroke : TEXT(" "), COLUMN - 2);
        text_append_char(out, ' ');
    }
    end_line(out);
}

static void append_row(TextBuilder *out, const ReportSchedule *schedule, const ReportScheduleRow *row)
{
    if (row->ruled)
        append_rule(out, schedule, row, TEXT("─"));
    append_wrapped(out, row->label, row->indent * INDENT, WIDTH);
    for (size_t i = 0; !row->heading && i < schedule->column_count; i++)
        append_value(out, row->cells[i].text);
    end_line(out);
    if (row->closing)
        append_rule(out, schedule, row, TEXT("═"));
}

static void append_heads(TextBuilder *out, const ReportSchedule *schedule)
{
    size_t length = 0;
    for (size_t i = 0; i < schedule->column_count; i++)
        length += schedule->columns[i].head.length;
    if (length == 0)
        return;
    text_append_times(out, TEXT(" "), WIDTH);
    for (size_t i = 0; i < schedule->column_count; i++)
        append_value(out, schedule->columns[i].head);
    end_line(out);
    append_rule(out, schedule, NULL, TEXT("─"));
}

void text_schedule(TextBuilder *out, const ReportSchedule *schedule)
{
    text_append(out, schedule->title);
    end_line(out);
    text_append(out, schedule->subtitle);
    text_append(out, TEXT("\n\n"));
    append_heads(out, schedule);
    for (size_t i = 0; i < schedule->count; i++)
        append_row(out, schedule, &schedule->rows[i]);
    for (size_t i = 0; i < schedule->remarks.count; i++) {
        append_wrapped(out, schedule->remarks.items[i], 0, PAGE);
        end_line(out);
    }
    text_append(out, TEXT("\n\n"));
}
