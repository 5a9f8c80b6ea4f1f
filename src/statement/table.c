#include "statement/table.h"

#include <stdlib.h>
#include <string.h>

enum { HEAD_SLACK = 3, EDGE_SLACK = 2, STRAY_WORDS = 6, CAPTION_LINES = 4, COST_NONE = 1 << 20 };

/* --- which rows --- */

static bool is_wide_text(const Scan *scan, size_t row)
{
    if (row >= scan->filing->row_count || !row_is_text(&scan->filing->rows[row]))
        return false;
    return row_value_count(&scan->filing->rows[row]) == 0 && line_words(scan, row).words >= STRAY_WORDS;
}

/* A number that happens to end a line of justified prose: the lines beside it are prose as well. */
static bool row_is_stray(const Scan *scan, size_t row)
{
    const PageRow *at = &scan->filing->rows[row];
    if (row_value_count(at) != 1 || !at->word_count || line_words(scan, row).words < 4)
        return false;
    return (row > 0 && is_wide_text(scan, row - 1)) || is_wide_text(scan, row + 1);
}

static bool edges_meet(const PageRow *a, const PageRow *b)
{
    for (size_t i = 0; i < a->value_count; i++)
        for (size_t j = 0; j < b->value_count; j++)
            if (abs(a->values[i].right - b->values[j].right) <= EDGE_SLACK)
                return true;
    return false;
}

static bool row_has_values(const Scan *scan, size_t row)
{
    const PageRow *at = &scan->filing->rows[row];
    return row_value_count(at) > 0 && !row_is_stray(scan, row);
}

static uint16_t values_left(const PageRow *row)
{
    for (size_t i = 0; i < row->value_count; i++)
        if (!row->values[i].attached)
            return row->values[i].left;
    return UINT16_MAX;
}

/* Every run of words stands over the values, and the line speaks of dates: the head of another table. */
static bool row_is_new_head(const Scan *scan, size_t row, uint16_t left)
{
    const PageRow *at = &scan->filing->rows[row];
    for (size_t i = 0; i < at->word_count; i++)
        if ((at->words[i].left + at->words[i].right) / 2 + HEAD_SLACK < left)
            return false;
    return line_has_dates(scan, row);
}

typedef struct {
    uint16_t left;    /* of the values so far */
    size_t last;      /* row with values */
    size_t wide;      /* lines of many words in a run */
    bool rule_or_blank;
} Body;

/* All values stand in columns of the last row that has some. */
static bool row_is_of_columns(const Scan *scan, size_t row, const Body *body)
{
    const PageRow *at = &scan->filing->rows[row], *last = &scan->filing->rows[body->last];
    for (size_t i = 0; i < at->value_count; i++) {
        bool meets = false;
        for (size_t j = 0; j < last->value_count; j++)
            meets |= abs(at->values[i].right - last->values[j].right) <= EDGE_SLACK;
        if (!meets && !at->values[i].attached)
            return false;
    }
    return row_value_count(at) == row_value_count(last) && !row_is_years(at);
}

/* A caption that is longer than the room before the columns goes on in the next line, or after one more, where its values stand; a sentence
 * ends, or introduces what follows. */
static bool begins_long_caption(const Scan *scan, size_t row, const Body *body)
{
    const PageRow *rows = scan->filing->rows;
    for (size_t lines = 0; lines < CAPTION_LINES && row < scan->filing->row_count && rows[row].kind == ROW_text; lines++, row++) {
        if (row_value_count(&rows[row]))
            return lines > 0 && row_is_of_columns(scan, row, body) && row_has_words(&rows[row]);
        LineRole role = line_role(scan, row);
        Text text = line_text(scan, row);
        char last = text.length ? text.start[text.length - 1] : '.';
        if ((role != LINE_prose && role != LINE_plain) || last == '.' || last == ':' || rows[row].indent >= body->left)
            return false;
    }
    return false;
}

static bool text_ends_body(const Scan *scan, size_t row, Body *body)
{
    LineRole role = line_role(scan, row);
    if (role == LINE_title || role == LINE_narrative || role == LINE_end)
        return true;
    const PageRow *at = &scan->filing->rows[row];
    if (role == LINE_footnote && body->rule_or_blank)
        return true;
    if (row_is_new_head(scan, row, body->left))
        return true;
    if (begins_long_caption(scan, row, body))
        return false;
    bool wide = line_words(scan, row).words >= 8 && at->right - at->indent >= 60;
    body->wide = wide ? body->wide + 1 : 0;
    bool crosses = at->right > body->left + HEAD_SLACK;
    return (role == LINE_prose && crosses) || body->wide >= 2;
}

/* False when the row cannot belong to a table that has begun. */
static bool body_takes(const Scan *scan, size_t row, Body *body)
{
    const PageRow *at = &scan->filing->rows[row];
    if (at->kind == ROW_table_end || at->kind == ROW_table || at->kind == ROW_document)
        return false;
    if (at->kind != ROW_text) {
        body->rule_or_blank = true;
        return true;
    }
    bool values = row_value_count(at) > 0 && (edges_meet(at, &scan->filing->rows[body->last]) || row_has_values(scan, row));
    if (!values) {
        bool ends = text_ends_body(scan, row, body);
        body->rule_or_blank = false;
        return !ends;
    }
    /* Plain years with no caption, or beside a remark on units, are a head. */
    if (row_is_years(at) && (!row_has_words(at) || line_text(scan, row).start[0] == '('))
        return false;
    body->rule_or_blank = false;
    body->wide = 0;
    body->last = row;
    uint16_t left = values_left(at);
    if (left < body->left)
        body->left = left;
    return true;
}

/* --- which columns --- */

static void extents_take(Table *table, const Scan *scan)
{
    size_t samples = 0;
    for (size_t row = table->first; row <= table->last; row++) {
        const PageRow *at = &scan->filing->rows[row];
        if (!row_has_values(scan, row) || row_value_count(at) != table->column_count)
            continue;
        size_t column = 0;
        for (size_t i = 0; i < at->value_count; i++) {
            const Span *value = &at->values[i];
            if (value->attached)
                continue;
            Extent *extent = &table->columns[column++];
            if (!samples)
                *extent = (Extent){.left = value->left, .right = value->right, .edge = value->right};
            if (value->left < extent->left)
                extent->left = value->left;
            if (value->right > extent->right)
                extent->right = value->right;
            if (!value->nil)
                extent->edge = (uint16_t)((extent->edge * samples + value->right) / (samples + 1));
        }
        samples++;
    }
}

typedef struct {
    size_t values, percents;
    bool first_percent, amounts; /* its first value is a percentage; it has values that are none for certain */
} ColumnFacts;

static void facts_add(ColumnFacts *facts, Table *table, const Span *value)
{
    bool large = value->printed.digits >= 1000 && !value->printed.decimals;
    if (facts->values++ == 0)
        facts->first_percent = value->percent;
    facts->percents += value->percent;
    facts->amounts |= value->dollar || large;
    table->has_dollars |= value->dollar;
    if (value->dollar || value->percent || value->printed.decimals || value->printed.digits >= 1000 || value->printed.digits < 0)
        table->plain = false;
}

/* A column whose first value alone has a percent sign is one of percentages too, when nothing in it speaks against it. */
static void values_look(Table *table, const Scan *scan)
{
    ColumnFacts facts[COLUMNS_MOST];
    uint8_t columns[256];
    memset(facts, 0, sizeof facts);
    table->plain = table->column_count == 1;
    for (size_t row = table->first; row <= table->last; row++) {
        const PageRow *at = &scan->filing->rows[row];
        if (!row_has_values(scan, row) || !table_place(columns, table, at))
            continue;
        for (size_t i = 0; i < at->value_count; i++)
            if (columns[i] != NO_COLUMN && !at->values[i].nil && !at->values[i].empty)
                facts_add(&facts[columns[i]], table, &at->values[i]);
    }
    table->all_percent = true;
    for (size_t i = 0; i < table->column_count; i++) {
        table->number_count += facts[i].values;
        table->columns[i].percent = facts[i].percents * 2 > facts[i].values || (facts[i].first_percent && !facts[i].amounts);
        table->all_percent &= table->columns[i].percent;
    }
}

bool table_next(Table *out, const Scan *scan, size_t from)
{
    const Filing *filing = scan->filing;
    size_t first = from;
    while (first < filing->row_count && (!row_has_values(scan, first) || row_is_years(&filing->rows[first])))
        first++;
    if (first >= filing->row_count)
        return false;
    Body body = {.left = values_left(&filing->rows[first]), .last = first};
    for (size_t row = first + 1; row < filing->row_count && body_takes(scan, row, &body); row++)
        ;
    *out = (Table){.above = from, .first = first, .last = body.last};
    for (size_t row = first; row <= body.last; row++) {
        size_t count = row_has_values(scan, row) ? row_value_count(&filing->rows[row]) : 0;
        out->row_count += count > 0;
        if (count > out->column_count)
            out->column_count = count < COLUMNS_MOST ? count : COLUMNS_MOST;
    }
    extents_take(out, scan);
    values_look(out, scan);
    return true;
}

/* --- where a value stands --- */

static int placing_cost(const Extent *column, const Span *value)
{
    int gap = value->right <= column->left ? column->left - value->right + 1 : value->left >= column->right ? value->left - column->right + 1 : 0;
    return gap * 8 + abs(value->right - column->edge);
}

/* The cheapest way to put the values, in order, into columns. */
static bool values_place(uint8_t places[], const Table *table, const Span *const values[], size_t count)
{
    enum { WIDTH = COLUMNS_MOST + 1 };
    int cost[WIDTH][WIDTH];
    size_t columns = table->column_count;
    for (size_t v = 0; v < count && count == columns; v++)
        places[v] = (uint8_t)v;
    if (count == columns)
        return true;
    for (size_t v = 0; v <= count; v++)
        for (size_t c = 0; c <= columns; c++) {
            if (v == 0) {
                cost[v][c] = 0;
                continue;
            }
            cost[v][c] = c > 0 ? cost[v][c - 1] : COST_NONE;
            int here = c > 0 && cost[v - 1][c - 1] < COST_NONE ? cost[v - 1][c - 1] + placing_cost(&table->columns[c - 1], values[v - 1]) : COST_NONE;
            if (here < cost[v][c])
                cost[v][c] = here;
        }
    size_t c = columns;
    for (size_t v = count; v > 0; v--) {
        while (c > v && cost[v][c] == cost[v][c - 1])
            c--;
        places[v - 1] = (uint8_t)--c;
    }
    return cost[count][columns] < COST_NONE;
}

/* Is a neighbouring free column about as near as the one chosen? Then nothing is certain. */
static bool is_doubtful(const Table *table, const Span *value, size_t place, const bool *taken)
{
    int chosen = placing_cost(&table->columns[place], value);
    if (chosen < 8)
        return false;
    for (size_t c = 0; c < table->column_count; c++)
        if (c != place && !taken[c] && placing_cost(&table->columns[c], value) < chosen + 16)
            return true;
    return false;
}

static void attached_place(uint8_t columns[], const Table *table, const PageRow *row, bool *taken)
{
    for (size_t i = 0; i < row->value_count; i++) {
        if (!row->values[i].attached)
            continue;
        columns[i] = NO_COLUMN;
        for (size_t c = 0; c < table->column_count; c++)
            if (!taken[c] && abs(row->values[i].right - table->columns[c].edge) <= 1 && row->values[i].right > table->columns[c].left) {
                columns[i] = (uint8_t)c;
                taken[c] = true;
                break;
            }
    }
}

bool table_place(uint8_t columns[], const Table *table, const PageRow *row)
{
    const Span *values[COLUMNS_MOST];
    uint8_t places[COLUMNS_MOST];
    bool taken[COLUMNS_MOST] = {false};
    size_t count = 0;
    memset(values, 0, sizeof values);
    for (size_t i = 0; i < row->value_count && count < COLUMNS_MOST; i++)
        if (!row->values[i].attached)
            values[count++] = &row->values[i];
    if (count > table->column_count || !values_place(places, table, values, count))
        return false;
    for (size_t v = 0; v < count; v++)
        taken[places[v]] = true;
    for (size_t v = 0; count < table->column_count && v < count; v++)
        if (is_doubtful(table, values[v], places[v], taken))
            return false;
    for (size_t i = 0, v = 0; i < row->value_count; i++)
        columns[i] = row->values[i].attached || v == count ? NO_COLUMN : places[v++];
    attached_place(columns, table, row, taken);
    return true;
}

bool table_spans(const Table *table, const Span *span)
{
    int middle = (span->left + span->right) / 2;
    return middle + HEAD_SLACK >= table->columns[0].left;
}

bool table_agrees(const Table *a, const Table *b)
{
    if (a->column_count != b->column_count)
        return false;
    for (size_t i = 0; i < a->column_count; i++)
        if (a->columns[i].right <= b->columns[i].left || b->columns[i].right <= a->columns[i].left)
            return false;
    return true;
}
