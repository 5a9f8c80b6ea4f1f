#include "statement/header.h"

#include "statement/column_date.h"

#include <stdlib.h>
#include <string.h>

enum { SEGMENTS_MOST = 48, LABEL_LONGEST = 480, SUBTITLE_PARTS = 48, UNCOVERED_COST = 5, NARROW_COST = -5, OVERLAP_COST = 200, BOUNDARY_COST = 12, COST_NONE = 1 << 20 };

typedef struct {
    const Scan *scan;
    const Table *table;
    Head *head;
    Span segments[SEGMENTS_MOST]; /* of the row at hand, those over the columns */
    size_t segment_count;
    struct {
        char text[LABEL_LONGEST];
        size_t length;
    } labels[COLUMNS_MOST]; /* what stands above each column, top to bottom */
    DatePart subtitle[SUBTITLE_PARTS]; /* parts of lines that hold for all columns */
    size_t subtitle_count;
    int pitch; /* between the middles of the two nearest columns */
    int widest_gap; /* between two neighbouring columns */
    bool columns_spoken; /* a date stands over some of the columns, not only in a line over all of them */
    int uncovered_cost; /* of a column under no segment: by it a segment centred over several columns covers all of them, or the middle one */
} HeadReader;

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
static size_t segments_of(Span out[], const PageRow *row)
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

/* "June 30, 1999 Dec. 31, 1998": cuts a segment before a part of a kind that it already holds. */
static size_t segment_split(Span out[], size_t room, const Reading *reading, const Span *segment)
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
            memset(seen, 0, sizeof seen);
        }
        seen[parts[i].kind] = true;
    }
    out[made] = segment_part(segment, from, segment->text.length);
    out[made++].right = segment->right;
    return made;
}

static void segments_split(HeadReader *reader)
{
    Span split[SEGMENTS_MOST];
    size_t count = 0;
    for (size_t i = 0; i < reader->segment_count; i++) {
        if (count + PARTS_MOST >= SEGMENTS_MOST)
            return;
        size_t made = segment_split(&split[count], PARTS_MOST, reader->scan->reading, &reader->segments[i]);
        if (!made)
            return;
        count += made;
    }
    if (count == reader->table->column_count) {
        memcpy(reader->segments, split, count * sizeof split[0]);
        reader->segment_count = count;
    }
}

/* --- segments over columns --- */

static void label_append(HeadReader *reader, size_t column, Text text)
{
    char *label = reader->labels[column].text;
    size_t length = reader->labels[column].length;
    if (length + text.length + 1 > LABEL_LONGEST)
        return;
    memcpy(label + length, text.start, text.length);
    label[length + text.length] = ' ';
    reader->labels[column].length = length + text.length + 1;
}

/* How badly a segment stands over columns [from, to]: the distance of the middles; a column under the segment but outside of them is worse. */
static int group_cost(const HeadReader *reader, const Span *segment, size_t from, size_t to)
{
    const Extent *columns = reader->table->columns;
    int cost = 2 * abs(span_middle(segment) - middle(&columns[from], &columns[to]));
    for (size_t c = 0; c < reader->table->column_count; c++) {
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
static int boundary_cost(const HeadReader *reader, size_t segment, size_t from)
{
    if (segment == 0 || from == 0)
        return 0;
    int cost = 2 * (reader->widest_gap - gap_before(reader->table, from));
    return cost < BOUNDARY_COST ? cost : BOUNDARY_COST;
}

typedef struct {
    int cost[SEGMENTS_MOST][COLUMNS_MOST + 1];       /* of the first s segments over the first c columns */
    uint8_t from[SEGMENTS_MOST][COLUMNS_MOST + 1]; /* first column of the group that ends before c; NO_COLUMN when column c - 1 is left out */
} Grouping;

/* The cheapest way to lay the segments, in order, over groups of neighbouring columns. */
static void groups_find(Grouping *grouping, const HeadReader *reader)
{
    size_t columns = reader->table->column_count;
    for (size_t s = 0; s <= reader->segment_count; s++)
        for (size_t c = 0; c <= columns; c++) {
            int best = c == 0 ? (s == 0 ? 0 : COST_NONE) : grouping->cost[s][c - 1] + reader->uncovered_cost;
            uint8_t from = NO_COLUMN;
            for (size_t f = 0; s > 0 && f < c; f++) {
                int cost = grouping->cost[s - 1][f];
                if (cost < COST_NONE)
                    cost += group_cost(reader, &reader->segments[s - 1], f, c - 1) + boundary_cost(reader, s - 1, f);
                if (cost < best) {
                    best = cost;
                    from = (uint8_t)f;
                }
            }
            grouping->cost[s][c] = best < COST_NONE ? best : COST_NONE;
            grouping->from[s][c] = from;
        }
}

static bool fits(const HeadReader *reader, const Span *segment, size_t from, size_t to)
{
    int distance = abs(span_middle(segment) - middle(&reader->table->columns[from], &reader->table->columns[to]));
    return distance * 2 <= reader->pitch + 2;
}

/* False when some segment stands over no group of columns well. */
static bool segments_group(HeadReader *reader, bool dry)
{
    Grouping grouping;
    groups_find(&grouping, reader);
    size_t c = reader->table->column_count;
    bool good = true;
    for (size_t s = reader->segment_count; s > 0; s--) {
        while (c > 0 && grouping.from[s][c] == NO_COLUMN)
            c--;
        if (c == 0)
            return false;
        size_t from = grouping.from[s][c];
        good &= fits(reader, &reader->segments[s - 1], from, c - 1);
        for (size_t i = from; i < c && !dry; i++)
            label_append(reader, i, reader->segments[s - 1].text);
        c = from;
    }
    return good;
}

static void subtitle_add(HeadReader *reader, Text text)
{
    DatePart parts[PARTS_MOST];
    size_t count = date_parts_read(parts, reader->scan->reading, text);
    if (count && parts[0].after_through) /* broken before "through" */
        date_parts_start(reader->subtitle, reader->subtitle_count);
    for (size_t i = 0; i < count && reader->subtitle_count < SUBTITLE_PARTS; i++)
        reader->subtitle[reader->subtitle_count++] = parts[i];
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

static void nearest_append(HeadReader *reader, const Span *segment)
{
    size_t best = 0;
    for (size_t c = 1; c < reader->table->column_count; c++) {
        const Extent *columns = reader->table->columns;
        if (abs(span_middle(segment) - middle(&columns[c], &columns[c])) < abs(span_middle(segment) - middle(&columns[best], &columns[best])))
            best = c;
    }
    label_append(reader, best, segment->text);
}

/* A line of the head that stands over the columns. */
static void segments_take(HeadReader *reader, bool dates)
{
    size_t columns = reader->table->column_count;
    size_t subtitles = reader->subtitle_count;
    if (reader->segment_count < columns)
        segments_split(reader);
    if (reader->segment_count == columns) {
        for (size_t i = 0; i < columns; i++)
            label_append(reader, i, reader->segments[i].text);
    } else if (reader->segment_count > columns) {
        for (size_t i = 0; i < reader->segment_count; i++)
            nearest_append(reader, &reader->segments[i]);
    } else if (reader->segment_count == 1 && (is_list(reader->scan->reading, reader->segments[0].text) || !segments_group(reader, true))) {
        subtitle_add(reader, reader->segments[0].text);
    } else if (!segments_group(reader, false) && dates) {
        reader->head->doubt = "it cannot be told which columns a line of the head belongs to";
    }
    reader->columns_spoken |= dates && subtitles == reader->subtitle_count;
}

static bool text_is_label(const Scan *scan, Text text)
{
    return text_find_char(text, '%', 0) < text.length || phrases_found(&scan->reading->no_period, words_normalise(scan->run->arena, text));
}

/* A piece of "from March 1, 1996 (inception) / through / June 30, 1999". */
static bool text_is_span(const Scan *scan, Text text)
{
    return phrases_found(&scan->reading->from_inception, words_normalise(scan->run->arena, text)) || text_says_through(scan->reading, text);
}

/* Sorts the words of a line: over the columns, or to the left of them. */
static void line_take(HeadReader *reader, size_t row, bool is_title)
{
    const Scan *scan = reader->scan;
    Span all[SEGMENTS_MOST];
    size_t count = segments_of(all, &scan->filing->rows[row]), left = 0;
    while (left < count && !table_spans(reader->table, &all[left]))
        left++;
    bool dates = line_has_dates(scan, row);
    if (is_title || (left == count && dates)) {
        bool above = !reader->columns_spoken; /* beside or below the columns' own dates it is a heading of rows */
        if (dates && above)
            subtitle_add(reader, line_text(scan, row));
        if (is_title || above)
            reader->head->body = row + 1;
        return;
    }
    reader->segment_count = count - left;
    memcpy(reader->segments, all + left, (count - left) * sizeof all[0]);
    bool over_dates = false, label = false;
    for (size_t i = 0; i < reader->segment_count; i++) {
        over_dates |= text_speaks_of_dates(scan->reading, reader->segments[i].text);
        label |= text_is_label(scan, reader->segments[i].text) || text_is_span(scan, reader->segments[i].text);
    }
    if (over_dates || label)
        segments_take(reader, over_dates);
    if (!over_dates)
        return;
    Head *head = reader->head;
    head->found = true;
    head->last = row;
    head->body = row + 1;
    for (size_t i = 0; i < left; i++) {
        /* "Years ended December 31,     2004     2003" */
        if (text_speaks_of_dates(scan->reading, all[i].text))
            subtitle_add(reader, all[i].text);
        else if (all[i].text.start[0] != '(' && head->stub_count < STUBS_MOST)
            head->stubs[head->stub_count++] = all[i];
    }
}

/* --- dates of columns --- */

/* The day that a list of dates gives a year: "March 31, 2004 and December 31, 2003", "March 31, 2004 and 2003". */
static void day_from_subtitle(ColumnDate *date, const HeadReader *reader)
{
    const DatePart *day = NULL;
    ColumnDate found = {.days = 0}, any = {.days = 0};
    for (size_t i = 0; i < reader->subtitle_count; i++) {
        const DatePart *part = &reader->subtitle[i];
        if (part->starts)
            continue;
        if (part->kind == PART_day) {
            day = part;
            column_date_add(&any, part);
        } else if (part->kind == PART_year && day && part->year == date->year.year) {
            column_date_add(&found, day);
        }
    }
    const ColumnDate *from = found.days ? &found : &any;
    date->day = from->day;
    date->days = from->days;
}

/* The last day of the only period "from ... to ..." of the subtitle. */
static void end_from_subtitle(ColumnDate *date, const HeadReader *reader)
{
    for (size_t i = 0; i + 1 < reader->subtitle_count; i++)
        if (reader->subtitle[i].after_through && reader->subtitle[i + 1].kind == PART_year) {
            column_date_add(date, &reader->subtitle[i]);
            column_date_add(date, &reader->subtitle[i + 1]);
        }
}

static Text label_text(const HeadReader *reader, size_t column)
{
    return (Text){reader->labels[column].text, reader->labels[column].length};
}

static bool label_is_from_inception(const HeadReader *reader, size_t column)
{
    const Scan *scan = reader->scan;
    return phrases_found(&scan->reading->from_inception, words_normalise(scan->run->arena, label_text(reader, column)));
}

/* What the column lacks comes from the subtitle, then, for a length, from the only one of the whole head. */
static void column_complete(ColumnDate *date, const HeadReader *reader, const ColumnDate *subtitle, const ColumnDate *whole, bool from_inception)
{
    bool only = reader->table->column_count == 1;
    if (!date->years && (only || date->days) && subtitle->years == 1) {
        date->year = subtitle->year;
        date->years = 1;
    }
    if (!date->days && date->years == 1)
        day_from_subtitle(date, reader);
    if (from_inception && !date->first_days) {
        date->first_day = subtitle->first_day;
        date->first_year = subtitle->first_year;
        date->first_days = subtitle->first_days;
        date->first_years = subtitle->first_years;
        if (!date->days && !date->years)
            end_from_subtitle(date, reader);
    }
    if (from_inception || date->first_days)
        return;
    column_date_length_from(date, subtitle);
    if (whole->lengths == 1)
        column_date_length_from(date, whole);
}

static void column_judge(HeadReader *reader, size_t column, const ColumnDate *own, const ColumnDate *date, bool flow, bool in_weeks)
{
    Head *head = reader->head;
    Text label = label_text(reader, column);
    bool percent = reader->table->columns[column].percent && !reader->table->all_percent;
    if (percent || (!reader->table->all_percent && text_is_label(reader->scan, label)))
        return;
    if (label_is_from_inception(reader, column) && !date->first_days)
        return;
    bool first = column_date_has_first(date);
    if (date->years > 1 || date->days > 1 || (flow && date->lengths > 1) || (date->first_days && !(flow && first))) {
        head->doubt = "a column has two dates or two lengths";
        head->two_lengths |= date->lengths > 1;
        return;
    }
    bool complete = date->years == 1 && date->days == 1 && (!flow || date->lengths == 1 || first);
    if (!complete && own->years)
        head->doubt = flow && !date->lengths ? "no length such as \"three months ended\" stands in the head" : "a column has a year, but no day";
    if (!complete)
        return;
    head->periods[column] = column_date_period(date, flow, in_weeks);
    if (head->periods[column].end == DAY_NONE)
        head->doubt = first ? "the days of a column are not the first and last of a period" : "a column has a day that does not exist";
    head->dated[column] = head->periods[column].end != DAY_NONE;
}

static void columns_date(HeadReader *reader, Flow flow)
{
    size_t columns = reader->table->column_count;
    ColumnDate own[COLUMNS_MOST] = {0}, dates[COLUMNS_MOST], subtitle = {0}, whole = {0};
    bool spans = false;
    for (size_t i = 0; i < reader->subtitle_count; i++) {
        column_date_add(&subtitle, &reader->subtitle[i]);
        if (reader->subtitle[i].kind == PART_length)
            column_date_add(&whole, &reader->subtitle[i]);
    }
    for (size_t c = 0; c < columns; c++) {
        DatePart parts[PARTS_MOST];
        size_t count = date_parts_read(parts, reader->scan->reading, label_text(reader, c));
        for (size_t i = 0; i < count; i++) {
            column_date_add(&own[c], &parts[i]);
            if (parts[i].kind == PART_length)
                column_date_add(&whole, &parts[i]);
        }
        spans |= own[c].first_days > 0;
    }
    bool flows = flow == FLOW_yes || (flow == FLOW_unknown && (whole.lengths > 0 || spans));
    for (size_t c = 0; c < columns; c++) {
        dates[c] = own[c];
        column_complete(&dates[c], reader, &subtitle, &whole, label_is_from_inception(reader, c));
    }
    for (size_t c = 0; c < columns; c++)
        column_judge(reader, c, &own[c], &dates[c], flows, column_date_is_in_weeks(&dates[c], dates, columns));
    years_join(reader->head->periods, dates, reader->head->dated, columns);
}

static void periods_check(Head *head, size_t columns)
{
    size_t dated = 0;
    for (size_t a = 0; a < columns; a++) {
        dated += head->dated[a];
        for (size_t b = 0; b < a; b++)
            if (head->dated[a] && head->dated[b] && period_equal(head->periods[a], head->periods[b]))
                head->doubt = "two columns have the same period";
    }
    if (!dated && !head->doubt)
        head->doubt = "no column has a date";
    head->certain = !head->doubt;
}

/* --- the end of the head --- */

/* Remarks below the dates, "(unaudited)", "As restated", "(in thousands)", are no headings of rows. */
static void head_end(HeadReader *reader)
{
    const Scan *scan = reader->scan;
    int open = 0;
    for (size_t row = reader->head->body; row < reader->table->first; row++) {
        const PageRow *at = &scan->filing->rows[row];
        if (!row_is_text(at))
            continue;
        Text text = line_text(scan, row);
        bool remark = open > 0 || text.start[0] == '(';
        bool over = at->word_count + at->value_count > 0;
        for (size_t i = 0; i < at->word_count; i++)
            over &= table_spans(reader->table, &at->words[i]);
        bool heading = at->word_count == 1 && text_is_capitals(text) && !reading_word(scan->reading, text_trim(line_normal(scan, row)))->small;
        remark |= over && !heading;
        if (!remark)
            return;
        for (size_t i = 0; i < text.length; i++)
            open += text.start[i] == '(' ? 1 : text.start[i] == ')' ? -1 : 0;
        reader->head->body = row + 1;
    }
}

static void head_read_once(Head *out, const Scan *scan, const Table *table, const Title *title, Flow flow, int uncovered_cost)
{
    HeadReader reader;
    memset(out, 0, sizeof *out);
    reader.scan = scan;
    reader.table = table;
    reader.head = out;
    reader.uncovered_cost = uncovered_cost;
    reader.columns_spoken = false;
    reader.subtitle_count = 0;
    reader.pitch = 1 << 16;
    reader.widest_gap = 0;
    for (size_t c = 0; c < table->column_count; c++) {
        reader.labels[c].length = 0;
        int pitch = c ? middle(&table->columns[c], &table->columns[c]) - middle(&table->columns[c - 1], &table->columns[c - 1]) : reader.pitch;
        reader.pitch = pitch < reader.pitch ? pitch : reader.pitch;
        int gap = c ? gap_before(table, c) : 0;
        reader.widest_gap = gap > reader.widest_gap ? gap : reader.widest_gap;
    }
    out->body = out->last = title->top;
    for (size_t row = title->top; row < table->first; row++) {
        if (!row_is_text(&scan->filing->rows[row]))
            continue;
        LineRole role = line_role(scan, row);
        bool is_title = role == LINE_title || (title->found && line_is_company(scan, row));
        line_take(&reader, row, is_title);
    }
    bool spoken = out->found || reader.subtitle_count > 0;
    if (spoken && !out->found && !title->found)
        out->doubt = "dates stand beside the columns only";
    columns_date(&reader, flow);
    periods_check(out, table->column_count);
    out->found = spoken;
    head_end(&reader);
}

void head_read(Head *out, const Scan *scan, const Table *table, const Title *title, Flow flow)
{
    head_read_once(out, scan, table, title, flow, UNCOVERED_COST);
    if (!out->two_lengths || table->column_count < 3)
        return;
    /* "Six Months" in the middle of three columns, broken before "Ended", is the middle one's when each column then has one length. */
    Head narrow;
    head_read_once(&narrow, scan, table, title, flow, NARROW_COST);
    if (narrow.certain)
        *out = narrow;
}
