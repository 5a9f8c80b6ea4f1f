#include "report/write_csv.h"

#include "base/character.h"
#include "report/utf8.h"

/* A bit each: what must stand between quotes, what is not ASCII, and what is a control character. */
enum { BYTE_quoted = 1, BYTE_foreign = 2, BYTE_control = 4 };

static inline int byte_kind(char c)
{
    bool control = ((unsigned char)c < 0x20 && c != '\n') || c == 0x7F;
    return (control ? BYTE_control : 0) | (c == ',') | (c == '"') | (c == '\n') | (c == '\r') | ((unsigned char)c >> 6 & BYTE_foreign);
}

/* The kinds of its bytes. Eight are looked at together, and by themselves only when one of them is not plain. */
static int kinds_of(Text field)
{
    int kinds = 0;
    for (size_t i = 0; i < field.length;) {
        size_t end = i + EIGHT < field.length ? i + EIGHT : field.length;
        uint64_t eight = end == i + EIGHT ? eight_at(field.start + i) : 0;
        if (eight_are_ascii(eight) && !eight_hold(eight, 0x7F) && !eight_hold(eight, ',') && !eight_hold(eight, '"'))
            i = end;
        for (; i < end; i++)
            kinds |= byte_kind(field.start[i]);
    }
    return kinds;
}

static void quoted_append(TextBuilder *out, Text field)
{
    text_append_char(out, '"');
    for (size_t i = 0, end; i < field.length; i = end) {
        end = text_find_char(field, '"', i) + 1;
        end = end > field.length ? field.length : end;
        utf8_append(out, text_slice(field, i, end));
        if (field.start[end - 1] == '"')
            text_append_char(out, '"');
    }
    text_append_char(out, '"');
}

void csv_field(TextBuilder *out, Text field)
{
    int kinds = kinds_of(field);
    if (kinds & (BYTE_control | BYTE_foreign)) {
        field = text_without_controls(out->arena, field);
        kinds = kinds_of(field);
    }
    if (kinds & BYTE_quoted)
        quoted_append(out, field);
    else if (kinds & BYTE_foreign)
        utf8_append(out, field);
    else
        text_append(out, field);
}

void csv_record(TextBuilder *out, const Text *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            text_append_char(out, ',');
        csv_field(out, fields[i]);
    }
    text_append_char(out, '\n');
}

static void append_cell(TextBuilder *out, const ReportTable *table, Text start, Text end, const ReportRow *row, const ReportColumn *column, const ReportCell *cell)
{
    Text value = cell->has_value ? amount_plain(out->arena, cell->value) : TEXT("");
    const Text fields[] = {table->statement, table->basis, start, end, row->name, column->name, value, row->unit, cell->note};
    csv_record(out, fields, sizeof fields / sizeof *fields);
}

static void append_table(TextBuilder *out, const ReportTable *table)
{
    Text start = period_is_instant(table->period) ? TEXT("") : day_iso(out->arena, table->period.start);
    Text end = day_iso(out->arena, table->period.end);
    for (size_t i = 0; i < table->row_count; i++)
        for (size_t column = 0; !table->rows[i].heading && column < table->column_count; column++)
            if (table->rows[i].cells[column].shown)
                append_cell(out, table, start, end, &table->rows[i], &table->columns[column], &table->rows[i].cells[column]);
}

static void append_schedule_cell(TextBuilder *out, const ReportSchedule *schedule, const ReportScheduleColumn *column, const ReportScheduleCell *cell)
{
    Text start = period_is_instant(column->period) ? TEXT("") : day_iso(out->arena, column->period.start);
    const Text fields[] = {schedule->statement, basis_name(column->basis), start, day_iso(out->arena, column->period.end), cell->name, schedule->column,
                           cell->has_value ? amount_plain(out->arena, cell->value) : TEXT(""), cell->unit, cell->note};
    if (cell->name.length)
        csv_record(out, fields, sizeof fields / sizeof *fields);
}

/* What stands beside the statements are rows of "deal", with the target as column, and of "analysis". */
static void append_schedule(TextBuilder *out, const ReportSchedule *schedule)
{
    for (size_t i = 0; i < schedule->count; i++)
        for (size_t column = 0; !schedule->rows[i].heading && column < schedule->column_count; column++)
            append_schedule_cell(out, schedule, &schedule->columns[column], &schedule->rows[i].cells[column]);
}

static Text csv_report(Arena *arena, const Report *report)
{
    TextBuilder out = {.arena = arena};
    text_append(&out, TEXT("statement,basis,period_start,period_end,name,column,value,unit,note\n"));
    for (size_t i = 0; i < report->table_count; i++)
        append_table(&out, &report->tables[i]);
    for (size_t i = 0; i < report->schedules.count; i++)
        append_schedule(&out, &report->schedules.items[i]);
    return text_builder_text(&out);
}

const Writer writer_csv = {.name = "csv", .report = csv_report, .align = csv_align, .diff = csv_diff, .names = csv_names, .kinds = csv_kinds, .simulation = csv_simulation, .tornado = csv_tornado,
                            .parse_begin = csv_parse_begin, .parse_file = csv_parse_file};
