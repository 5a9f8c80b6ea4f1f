/* A tornado for each figure: bars to the left and right of the base case, the widest on top; under them what derivatives tell; remarks. */
#include "report/utf8.h"
#include "report/write_text.h"

#include <math.h>

enum { PAGE = 100, LEAST_HALF = 5, GAP = 2, WIDEST_NAME = 36 };

typedef struct {
    TextBuilder *out;
    const TornadoTable *table;
    int name, least_at, least, largest, largest_at; /* how wide columns are */
    int unit, base, derivative, percent;
    size_t half;      /* of the bars, in characters */
    double widest;    /* what half of the bars stands for */
} Page;

/* --- how wide things are --- */

static void widen(int *width, Text text)
{
    int wanted = (int)utf8_width(text);
    if (*width < wanted)
        *width = wanted;
}

static void measure(Page *page)
{
    page->largest = (int)TEXT("largest").length;
    page->base = page->percent = (int)TEXT("by 1 %").length;
    page->derivative = (int)TEXT("by 1 unit").length;
    for (size_t i = 0; i < page->table->rows.count; i++) {
        const TornadoRow *row = &page->table->rows.items[i];
        widen(&page->name, row->name);
        widen(&page->unit, row->unit);
        widen(&page->base, row->base_spoken);
        widen(&page->derivative, row->derivative_spoken);
        widen(&page->percent, row->one_percent_spoken);
        if (!row->ranged)
            continue;
        widen(&page->least_at, row->least.at_spoken);
        widen(&page->least, row->least.spoken);
        widen(&page->largest, row->largest.spoken);
        widen(&page->largest_at, row->largest.at_spoken);
        page->widest = fmax(page->widest, fmax(page->table->base_number - row->least.number, row->largest.number - page->table->base_number));
    }
    if (page->name > WIDEST_NAME)
        page->name = WIDEST_NAME;
    int rest = PAGE - page->name - page->least_at - page->least - page->largest - page->largest_at - 5 * GAP - 3;
    page->half = rest / 2 > LEAST_HALF ? (size_t)(rest / 2) : LEAST_HALF;
}

/* --- bars --- */

static size_t cells(const Page *page, double length)
{
    return length > 0 && page->widest > 0 ? (size_t)round((double)page->half * length / page->widest) : 0;
}

static void append_bar(const Page *page, const TornadoRow *row)
{
    size_t left = cells(page, page->table->base_number - row->least.number), right = cells(page, row->largest.number - page->table->base_number);
    text_append_times(page->out, TEXT(" "), page->half - left);
    text_append_times(page->out, TEXT("█"), left);
    text_append(page->out, TEXT("│"));
    text_append_times(page->out, TEXT("█"), right);
    text_append_times(page->out, TEXT(" "), page->half - right);
}

static void append_gap(const Page *page)
{
    text_append_times(page->out, TEXT(" "), GAP);
}

static void append_swing(const Page *page, const TornadoRow *row)
{
    append_padded(page->out, row->name, page->name);
    append_gap(page);
    append_right(page->out, row->least.at_spoken, page->least_at);
    append_gap(page);
    text_append_char(page->out, row->least.sign);
    append_right(page->out, row->least.spoken, page->least);
    text_append_char(page->out, ' ');
    append_bar(page, row);
    text_append_char(page->out, ' ');
    text_append_char(page->out, row->largest.sign);
    append_right(page->out, row->largest.spoken, page->largest);
    append_gap(page);
    append_right(page->out, row->largest.at_spoken, page->largest_at);
    end_line(page->out);
}

static bool any_sign(const TornadoTable *table)
{
    for (size_t i = 0; i < table->rows.count; i++)
        if (table->rows.items[i].ranged && (table->rows.items[i].least.sign != ' ' || table->rows.items[i].largest.sign != ' '))
            return true;
    return false;
}

static void append_swings(const Page *page)
{
    if (page->table->rows.count == 0 || !page->table->rows.items[0].ranged)
        return;
    append_padded(page->out, TEXT("Over its range"), page->name);
    append_gap(page);
    append_right(page->out, TEXT("at"), page->least_at);
    append_gap(page);
    append_right(page->out, TEXT("least"), page->least + 1);
    text_append_times(page->out, TEXT(" "), 2 * page->half + GAP + 1);
    append_right(page->out, TEXT("largest"), page->largest + 1);
    append_gap(page);
    append_right(page->out, TEXT("at"), page->largest_at);
    end_line(page->out);
    for (size_t i = 0; i < page->table->rows.count && page->table->rows.items[i].ranged; i++)
        append_swing(page, &page->table->rows.items[i]);
    if (any_sign(page->table))
        text_append(page->out, TEXT("+ accretive, - dilutive\n"));
    text_append_char(page->out, '\n');
}

/* --- derivatives --- */

static void append_derivative(const Page *page, Text name, Text base, Text unit, Text derivative, Text percent)
{
    append_padded(page->out, name, page->name);
    append_gap(page);
    append_right(page->out, base, page->base);
    text_append_char(page->out, ' ');
    append_padded(page->out, unit, page->unit);
    append_gap(page);
    append_right(page->out, derivative, page->derivative);
    append_gap(page);
    append_right(page->out, percent, page->percent);
    end_line(page->out);
}

static void append_derivatives(const Page *page)
{
    if (page->table->rows.count == 0)
        return;
    append_derivative(page, TEXT("At its value"), TEXT(""), TEXT(""), TEXT("by 1 unit"), TEXT("by 1 %"));
    for (size_t i = 0; i < page->table->rows.count; i++) {
        const TornadoRow *row = &page->table->rows.items[i];
        append_derivative(page, row->name, row->base_spoken, row->unit, row->derivative_spoken, row->one_percent_spoken);
    }
    text_append_char(page->out, '\n');
}

/* --- the whole --- */

/* Names with commas between them, in lines of the page. */
static void append_names(const Page *page, const char *label)
{
    size_t column = 0;
    for (size_t i = 0; i < page->table->idle.count; i++) {
        Text name = page->table->idle.items[i];
        bool last = i + 1 == page->table->idle.count;
        if (column == 0 || column + 1 + name.length + !last > PAGE) {
            text_append_format(page->out, "%s%s", column ? "\n    " : label, column ? "" : " ");
            column = column ? 4 : text_of(label).length + 1;
        } else {
            text_append_char(page->out, ' ');
            column++;
        }
        text_append_format(page->out, TEXT_FORMAT "%s", TEXT_ARGUMENTS(name), last ? "\n" : ",");
        column += name.length + !last;
    }
}

static void append_table(TextBuilder *out, const TornadoTable *table)
{
    Page page = {.out = out, .table = table};
    if (table->base.length == 0) {
        text_append_format(out, TEXT_FORMAT "   no value: " TEXT_FORMAT "\n\n", TEXT_ARGUMENTS(table->figure), TEXT_ARGUMENTS(table->reason));
        return;
    }
    text_append_format(out, TEXT_FORMAT "   " TEXT_FORMAT " in the base case\n\n", TEXT_ARGUMENTS(table->figure), TEXT_ARGUMENTS(table->base_spoken));
    measure(&page);
    append_swings(&page);
    append_derivatives(&page);
    append_names(&page, "Without effect:");
    for (size_t i = 0; i < table->remarks.count; i++)
        text_append_format(out, TEXT_FORMAT "\n", TEXT_ARGUMENTS(table->remarks.items[i]));
    if (table->idle.count || table->remarks.count)
        text_append_char(out, '\n');
}

Text text_tornado(Arena *arena, const TornadoReport *report)
{
    TextBuilder out = {.arena = arena};
    text_append_format(&out, TEXT_FORMAT "\n\n", TEXT_ARGUMENTS(report->title));
    for (size_t i = 0; i < report->count; i++)
        append_table(&out, &report->tables[i]);
    for (size_t i = 0; i < report->remarks.count; i++)
        text_append_format(&out, TEXT_FORMAT "\n", TEXT_ARGUMENTS(report->remarks.items[i]));
    return text_builder_text(&out);
}
