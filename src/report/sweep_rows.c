/* Cells as rows of CSV or as elements of JSON, made by the threads that compute them. */
#include "base/amount.h"
#include "report/sweep_report.h"
#include "report/write_csv.h"
#include "report/write_json.h"

#include <string.h>

/* What stands around the numbers of a row. */
static const struct {
    const char *begin, *middle, *comma, *end, *nothing;
} forms[] = {
    [SWEEP_ROWS_csv] = {"", ",", ",", "\n", ""},
    [SWEEP_ROWS_json] = {",\n    {\"at\": [", "], \"figures\": [", ", ", "]}", "null"},
};

typedef struct {
    size_t length;
    char bytes[];
} Kept;

static Text word_text(Arena *arena, SweepRowsForm form, Text word)
{
    TextBuilder out = {.arena = arena};
    if (form == SWEEP_ROWS_json)
        return json_text(arena, word);
    csv_field(&out, word);
    return text_builder_text(&out);
}

/* As the form writes them: JSON has no number with a word behind it. */
static Text *axis_words(SweepRows *rows, Arena *arena, const SweepAxis *axis)
{
    if (axis->range.numbers)
        return NULL;
    Text *words = arena_array(arena, Text, axis->range.count);
    size_t longest = 0;
    for (uint64_t i = 0; i < axis->range.count; i++) {
        words[i] = word_text(arena, rows->form, axis->range.words[i]);
        longest = words[i].length > longest ? words[i].length : longest;
    }
    rows->longest += longest;
    return words;
}

void sweep_rows_begin(SweepRows *out, Arena *arena, const Sweep *sweep, SweepRowsForm form, const SweepOutput *output)
{
    enum { AROUND = 64, BETWEEN = 4 };
    size_t figures = sweep->studied->figure_count;
    *out = (SweepRows){.sweep = sweep, .form = form, .words = arena_array(arena, Text *, sweep->axis_count), .output = output};
    out->longest = AROUND + sweep->axis_count * (SCALED_LONGEST + BETWEEN) + figures * (AMOUNT_LONGEST + BETWEEN);
    for (size_t i = 0; i < sweep->axis_count; i++)
        out->words[i] = axis_words(out, arena, &sweep->axes[i]);
}

static char *put(char *at, const char *text)
{
    size_t length = strlen(text);
    memcpy(at, text, length);
    return at + length;
}

static char *put_value(char *at, const SweepRows *rows, size_t axis, uint64_t cell)
{
    const Range *range = &rows->sweep->axes[axis].range;
    uint64_t index = sweep_index(&rows->sweep->axes[axis], cell);
    if (rows->words[axis]) {
        memcpy(at, rows->words[axis][index].start, rows->words[axis][index].length);
        return at + rows->words[axis][index].length;
    }
    Printed value = range_value(range, index);
    bool quoted = rows->form == SWEEP_ROWS_json && value.unit.scale;
    at = put(at, quoted ? "\"" : "");
    at += printed_write_scaled(at, value);
    return put(at, quoted ? "\"" : "");
}

static char *put_row(char *at, const SweepRows *rows, const SweepCells *cells, size_t i)
{
    uint64_t cell = cells->first + i;
    const char *begin = forms[rows->form].begin;
    at = put(at, cell == 0 && *begin ? begin + 1 : begin); /* no comma before the first */
    for (size_t axis = 0; axis < rows->sweep->axis_count; axis++) {
        at = put(at, axis ? forms[rows->form].comma : "");
        at = put_value(at, rows, axis, cell);
    }
    at = put(at, forms[rows->form].middle);
    for (size_t figure = 0; figure < rows->sweep->studied->figure_count; figure++) {
        at = put(at, figure ? forms[rows->form].comma : "");
        size_t length = amount_write(at, cells->values[figure * SWEEP_BLOCK + i]);
        at = length ? at + length : put(at, forms[rows->form].nothing);
    }
    return put(at, forms[rows->form].end);
}

static void rows_keep(void *context, const SweepCells *cells, void *kept)
{
    Kept *out = kept;
    char *at = out->bytes;
    for (size_t i = 0; i < cells->count; i++)
        at = put_row(at, context, cells, i);
    out->length = (size_t)(at - out->bytes);
}

static bool rows_take(void *context, const void *kept)
{
    const SweepRows *rows = context;
    const Kept *block = kept;
    return rows->output->write(rows->output->context, (Text){block->bytes, block->length});
}

SweepUse sweep_rows_use(SweepRows *rows)
{
    return (SweepUse){sizeof(Kept) + SWEEP_BLOCK * rows->longest, rows_keep, rows_take, rows};
}

/* Varied names as they were given, shown names in full. */
static Text csv_head(Arena *arena, const Sweep *sweep)
{
    TextBuilder out = {.arena = arena};
    size_t columns = sweep->axis_count + sweep->studied->figure_count;
    Text *fields = arena_array(arena, Text, columns);
    for (size_t i = 0; i < columns; i++)
        fields[i] = i < sweep->axis_count ? sweep->axes[i].range.name : sweep->studied->figures[i - sweep->axis_count].name;
    csv_record(&out, fields, columns);
    return text_builder_text(&out);
}

bool sweep_write_csv(SweepReport *report, const SweepOutput *output)
{
    Arena *arena = report->sweep->run->arena;
    SweepRows rows;
    sweep_rows_begin(&rows, arena, report->sweep, SWEEP_ROWS_csv, output);
    SweepUse use = sweep_rows_use(&rows);
    return output->write(output->context, csv_head(arena, report->sweep)) && sweep_report_run(report, output, &use);
}
