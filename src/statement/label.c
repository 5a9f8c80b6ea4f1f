#include "statement/label.h"

#include <stdlib.h>
#include <string.h>

enum { OVERLAP_COST = 200, BOUNDARY_COST = 12, COST_NONE = 1 << 20 };

static int middle(const Extent *from, const Extent *to)
{
    return (from->left + to->right) / 2;
}

static int span_middle(const Span *span)
{
    return (span->left + span->right) / 2;
}

/* --- one line of a head --- */

/* Runs of words and years, in order; a number that one blank parts from words is theirs. */
size_t segments_of(Span out[], const PageRow *row)
{
    size_t count = 0;
    for (size_t i = 0; i < row->word_count && count < SEGMENTS_MOST; i++)
        out[count++] = row->words[i];
    for (size_t i = 0; i < row->value_count && count < SEGMENTS_MOST; i++) {
        const Span *value = &row->values[i];
        if (!value->attached || count == 0) {
            out[count++] = *value;
            continue;
        }
        Span *last = &out[count - 1];
        last->text.length = (size_t)(value->text.start + value->text.length - last->text.start);
        last->right = value->right;
    }
    return count;
}

static Span segment_part(const Span *segment, size_t from, size_t to)
{
    Span part = {.text = text_slice(segment->text, from, to)};
    part.left = (uint16_t)(segment->left + from);
    part.right = (uint16_t)(segment->left + to);
    return part;
}

/* "June 30, 1999 Dec. 31, 1998": cuts a segment before a part of a kind that it already holds; `lengths`: some cut is before a length. */
static size_t segment_split(Span out[], size_t room, const Reading *reading, const Span *segment, bool *lengths)
{
    DatePart parts[PARTS_MOST];
    size_t count = date_parts_read(parts, reading, segment->text), made = 0, from = 0;
    bool seen[3] = {false, false, false};
    for (size_t i = 0; i < count; i++) {
        if (parts[i].after_and || parts[i].after_through)
            return 0;
        if (seen[parts[i].kind] && made + 1 < room) {
            out[made++] = segment_part(segment, from, parts[i].from);
            from = parts[i].from;
            *lengths |= parts[i].kind == PART_length;
            memset(seen, 0, sizeof seen);
        }
        seen[parts[i].kind] = true;
    }
    out[made] = segment_part(segment, from, segment->text.length);
    out[made++].right = segment->right;
    return made;
}

static void segments_split(Labels *labels)
{
    Span split[SEGMENTS_MOST];
    size_t count = 0;
    bool lengths = false;
    for (size_t i = 0; i < labels->segment_count; i++) {
        if (count + PARTS_MOST >= SEGMENTS_MOST)
            return;
        size_t made = segment_split(&split[count], PARTS_MOST, labels->scan->reading, &labels->segments[i], &lengths);
        if (!made)
            return;
        count += made;
    }
    /* No column has two lengths: "Three Months Ended Nine Months Ended" heads two groups. */
    if (count == labels->table->column_count || (lengths && count < labels->table->column_count)) {
        memcpy(labels->segments, split, count * sizeof split[0]);
        labels->segment_count = count;
    }
}

/* --- segments over columns --- */

static void label_append(Labels *labels, size_t column, Text text)
{
    char *label = labels->columns[column].text;
    size_t length = labels->columns[column].length;
    if (length + text.length + 1 > LABEL_LONGEST)
        return;
    memcpy(label + length, text.start, text.length);
    label[length + text.length] = ' ';
    labels->columns[column].length = length + text.length + 1;
}

/* How badly a segment stands over columns [from, to]: the distance of the middles; a column under the segment but outside of them is worse. */
static int group_cost(const Labels *labels, const Span *segment, size_t from, size_t to)
{
    const Extent *columns = labels->table->columns;
    int cost = 2 * abs(span_middle(segment) - middle(&columns[from], &columns[to]));
    for (size_t c = 0; c < labels->table->column_count; c++) {
        int at = middle(&columns[c], &columns[c]);
        if ((c < from || c > to) && at > segment->left && at < segment->right)
            cost += OVERLAP_COST;
    }
    return cost;
}

static int gap_before(const Table *table, size_t column)
{
    int gap = table->columns[column].left - table->columns[column - 1].right;
    return gap < 0 ? 0 : gap;
}

/* Groups are parted where columns are: a new one that begins behind a narrow gap is less likely. */
static int boundary_cost(const Labels *labels, size_t segment, size_t from)
{
    if (segment == 0 || from == 0)
        return 0;
    int cost = 2 * (labels->widest_gap - gap_before(labels->table, from));
    return cost < BOUNDARY_COST ? cost : BOUNDARY_COST;
}

typedef struct {
    int cost[SEGMENTS_MOST][COLUMNS_MOST + 1];       /* of the first s segments over the first c columns */
    uint8_t from[SEGMENTS_MOST][COLUMNS_MOST + 1]; /* first column of the group that ends before c; NO_COLUMN when column c - 1 is left out */
} Grouping;

/* The cheapest way to lay the segments, in order, over groups of neighbouring columns. */
static void groups_find(Grouping *grouping, const Labels *labels)
{
    size_t columns = labels->table->column_count;
    for (size_t s = 0; s <= labels->segment_count; s++)
        for (size_t c = 0; c <= columns; c++) {
            int best = c == 0 ? (s == 0 ? 0 : COST_NONE) : grouping->cost[s][c - 1] + labels->uncovered_cost;
            uint8_t from = NO_COLUMN;
            for (size_t f = 0; s > 0 && f < c; f++) {
                int cost = grouping->cost[s - 1][f];
                if (cost < COST_NONE)
                    cost += group_cost(labels, &labels->segments[s - 1], f, c - 1) + boundary_cost(labels, s - 1, f);
                if (cost < best) {
                    best = cost;
                    from = (uint8_t)f;
                }
            }
            grouping->cost[s][c] = best < COST_NONE ? best : COST_NONE;
            grouping->from[s][c] = from;
        }
}

static bool fits(const Labels *labels, const Span *segment, size_t from, size_t to)
{
    int distance = abs(span_middle(segment) - middle(&labels->table->columns[from], &labels->table->columns[to]));
    return distance * 2 <= labels->pitch + 2;
}

/* False when some segment stands over no group of columns well. */
static bool segments_group(Labels *labels, bool dry)
{
    Grouping grouping;
    groups_find(&grouping, labels);
    size_t c = labels->table->column_count;
    bool good = true;
    for (size_t s = labels->segment_count; s > 0; s--) {
        while (c > 0 && grouping.from[s][c] == NO_COLUMN)
            c--;
        if (c == 0)
            return false;
        size_t from = grouping.from[s][c];
        good &= fits(labels, &labels->segments[s - 1], from, c - 1);
        for (size_t i = from; i < c && !dry; i++)
            label_append(labels, i, labels->segments[s - 1].text);
        c = from;
    }
    return good;
}

void labels_subtitle(Labels *labels, Text text)
{
    DatePart parts[PARTS_MOST];
    size_t count = date_parts_read(parts, labels->scan->reading, text);
    if (count && parts[0].after_through) /* broken before "through" */
        date_parts_start(labels->subtitle, labels->subtitle_count);
    for (size_t i = 0; i < count && labels->subtitle_count < SUBTITLE_PARTS; i++)
        labels->subtitle[labels->subtitle_count++] = parts[i];
}

/* "March 31, 2004 and 2003" over all columns is a list, and no column's own. */
static bool is_list(const Reading *reading, Text text)
{
    DatePart parts[PARTS_MOST];
    size_t count = date_parts_read(parts, reading, text);
    for (size_t i = 0; i < count; i++)
        if (parts[i].after_and && parts[i].kind != PART_length)
            return true;
    return false;
}

static void nearest_append(Labels *labels, const Span *segment)
{
    size_t best = 0;
    for (size_t c = 1; c < labels->table->column_count; c++) {
        const Extent *columns = labels->table->columns;
        if (abs(span_middle(segment) - middle(&columns[c], &columns[c])) < abs(span_middle(segment) - middle(&columns[best], &columns[best])))
            best = c;
    }
    label_append(labels, best, segment->text);
}

/* A line of the head that stands over the columns. */
void labels_take(Labels *labels, bool dates)
{
    size_t columns = labels->table->column_count;
    size_t subtitles = labels->subtitle_count;
    if (labels->segment_count < columns)
        segments_split(labels);
    if (labels->segment_count == columns) {
        for (size_t i = 0; i < columns; i++)
            label_append(labels, i, labels->segments[i].text);
    } else if (labels->segment_count > columns) {
        for (size_t i = 0; i < labels->segment_count; i++)
            nearest_append(labels, &labels->segments[i]);
    } else if (labels->segment_count == 1 && (is_list(labels->scan->reading, labels->segments[0].text) || !segments_group(labels, true))) {
        labels_subtitle(labels, labels->segments[0].text);
    } else if (!segments_group(labels, false) && dates) {
        labels->doubt = "it cannot be told which columns a line of the head belongs to";
    }
    labels->columns_spoken |= dates && subtitles == labels->subtitle_count;
}

void labels_begin(Labels *labels, const Scan *scan, const Table *table, int uncovered_cost)
{
    labels->scan = scan;
    labels->table = table;
    labels->uncovered_cost = uncovered_cost;
    labels->doubt = NULL;
    labels->subtitle_count = labels->segment_count = 0;
    labels->columns_spoken = false;
    labels->pitch = 1 << 16;
    labels->widest_gap = 0;
    for (size_t c = 0; c < table->column_count; c++) {
        labels->columns[c].length = 0;
        int pitch = c ? middle(&table->columns[c], &table->columns[c]) - middle(&table->columns[c - 1], &table->columns[c - 1]) : labels->pitch;
        labels->pitch = pitch < labels->pitch ? pitch : labels->pitch;
        int gap = c ? gap_before(table, c) : 0;
        labels->widest_gap = gap > labels->widest_gap ? gap : labels->widest_gap;
    }
}
