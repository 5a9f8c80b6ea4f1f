#include "statement/header.h"

#include "statement/column_date.h"
#include "statement/label.h"

#include <string.h>

typedef struct {
    Labels labels;
    Head *head;
    bool bare; /* nothing stands above some column: it may be the one whose date was missed */
} HeadReader;

/* --- lines --- */

/* A column of changes in money is headed by its sign alone: "Change / $". */
static bool ends_in_sign(Text label)
{
    label = text_trim(label);
    return label.length && label.start[label.length - 1] == '$' && (label.length == 1 || char_is_blank(label.start[label.length - 2]));
}

static bool text_is_label(const Scan *scan, Text text)
{
    return text_find_char(text, '%', 0) < text.length || ends_in_sign(text) || phrases_found(&scan->reading->no_period, words_normalise(scan->run->arena, text));
}

/* A piece of "from March 1, 1996 (inception) / through / June 30, 1999". */
static bool text_is_span(const Scan *scan, Text text)
{
    return phrases_found(&scan->reading->from_inception, words_normalise(scan->run->arena, text)) || text_says_through(scan->reading, text);
}

/* The kinds of parts of dates in a text, 1 << kind each. */
static unsigned kinds_of_parts(const Scan *scan, Text text)
{
    DatePart parts[PARTS_MOST];
    unsigned kinds = 0;
    for (size_t i = date_parts_read(parts, scan->reading, text); i > 0; i--)
        kinds |= 1u << parts[i - 1].kind;
    return kinds;
}

static bool kinds_stand_in(const Scan *scan, unsigned kinds, const Span segments[], size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (kinds_of_parts(scan, segments[i].text) == kinds)
            return true;
    return false;
}

/* How many segments stand to the left of the columns. One that says the same kind of thing as another over them heads columns, too: figures
 * may be narrow and set to the right below a wide "December 31, 2003". */
static size_t segments_left(const HeadReader *reader, const Span segments[], size_t count)
{
    const Scan *scan = reader->labels.scan;
    size_t left = 0;
    while (left < count && !table_spans(reader->labels.table, &segments[left]))
        left++;
    if (left == count || count > reader->labels.table->column_count)
        return left;
    while (left > 0) {
        unsigned kinds = kinds_of_parts(scan, segments[left - 1].text);
        if (!kinds || !kinds_stand_in(scan, kinds, segments, left, count))
            break;
        left--;
    }
    return left;
}

/* Sorts the words of a line: over the columns, or to the left of them. */
static void line_take(HeadReader *reader, size_t row, bool is_title)
{
    const Scan *scan = reader->labels.scan;
    Span all[SEGMENTS_MOST];
    size_t count = segments_of(all, &scan->filing->rows[row]), left = segments_left(reader, all, count);
    bool dates = line_has_dates(scan, row);
    if (is_title || (left == count && dates)) {
        bool above = !reader->labels.columns_spoken; /* beside or below the columns' own dates it is a heading of rows */
        if (dates && above)
            labels_subtitle(&reader->labels, line_text(scan, row));
        if (is_title || above)
            reader->head->body = row + 1;
        return;
    }
    reader->labels.segment_count = count - left;
    memcpy(reader->labels.segments, all + left, (count - left) * sizeof all[0]);
    bool over_dates = false, label = false;
    for (size_t i = 0; i < reader->labels.segment_count && !over_dates; i++)
        over_dates |= text_speaks_of_dates(scan->reading, reader->labels.segments[i].text);
    for (size_t i = 0; i < reader->labels.segment_count && !over_dates && !label; i++)
        label = text_is_label(scan, reader->labels.segments[i].text) || text_is_span(scan, reader->labels.segments[i].text);
    if (over_dates || label)
        labels_take(&reader->labels, over_dates);
    for (size_t i = 0; i < left && !over_dates && !reader->labels.columns_spoken; i++)
        if (text_speaks_of_dates(scan->reading, all[i].text)) /* "Six Months Ended June 30          (Unaudited)" */
            labels_subtitle(&reader->labels, all[i].text);
    if (!over_dates)
        return;
    Head *head = reader->head;
    head->found = true;
    head->last = row;
    head->body = row + 1;
    for (size_t i = 0; i < left; i++) {
        /* "Years ended December 31,     2004     2003" */
        if (text_speaks_of_dates(scan->reading, all[i].text))
            labels_subtitle(&reader->labels, all[i].text);
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
    for (size_t i = 0; i < reader->labels.subtitle_count; i++) {
        const DatePart *part = &reader->labels.subtitle[i];
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
    for (size_t i = 0; i + 1 < reader->labels.subtitle_count; i++)
        if (reader->labels.subtitle[i].after_through && reader->labels.subtitle[i + 1].kind == PART_year) {
            column_date_add(date, &reader->labels.subtitle[i]);
            column_date_add(date, &reader->labels.subtitle[i + 1]);
        }
}

/* A subtitle that names another day speaks of another period: "Year ended December 31, 1999" above columns of its quarters. */
static bool subtitle_is_foreign(const ColumnDate *own, const HeadReader *reader)
{
    bool other = false, same = false;
    for (size_t i = 0; i < reader->labels.subtitle_count && own->days == 1; i++) {
        const DatePart *part = &reader->labels.subtitle[i];
        if (part->kind != PART_day || part->starts)
            continue;
        bool equal = part->month == own->day.month && part->day == own->day.day;
        same |= equal;
        other |= !equal;
    }
    return other && !same;
}

static bool label_is_at_instant(const HeadReader *reader, size_t column)
{
    const Scan *scan = reader->labels.scan;
    return phrases_found(&scan->reading->at_instant, words_normalise(scan->run->arena, label_text(&reader->labels, column)));
}

static bool label_is_from_inception(const HeadReader *reader, size_t column)
{
    const Scan *scan = reader->labels.scan;
    return phrases_found(&scan->reading->from_inception, words_normalise(scan->run->arena, label_text(&reader->labels, column)));
}

/* What the column lacks comes from the subtitle, then, for a length, from the only one of the whole head; NULL: no length does. */
static void column_complete(ColumnDate *date, const HeadReader *reader, const ColumnDate *subtitle, const ColumnDate *whole)
{
    bool only = reader->labels.table->column_count == 1;
    if (!date->years && (only || date->days) && subtitle->years == 1) {
        date->year = subtitle->year;
        date->years = 1;
    }
    if (!date->days && date->years == 1)
        day_from_subtitle(date, reader);
    if (date->from_inception && !date->first_days) {
        date->first_day = subtitle->first_day;
        date->first_year = subtitle->first_year;
        date->first_days = subtitle->first_days;
        date->first_years = subtitle->first_years;
        if (!date->days && !date->years)
            end_from_subtitle(date, reader);
    }
    if (date->from_inception || date->first_days || !whole)
        return;
    column_date_length_from(date, subtitle);
    if (whole->lengths == 1)
        column_date_length_from(date, whole);
}

static void column_judge(HeadReader *reader, size_t column, const ColumnDate *own, const ColumnDate *date, bool flow, bool in_weeks)
{
    Head *head = reader->head;
    Text label = label_text(&reader->labels, column);
    bool percent = reader->labels.table->columns[column].percent && !reader->labels.table->all_percent;
    if (percent || (!reader->labels.table->all_percent && text_is_label(reader->labels.scan, label)))
        return;
    if (date->from_inception && !date->first_days)
        return;
    bool first = column_date_has_first(date);
    if (date->years > 1 || date->days > 1 || (flow && date->lengths > 1) || (date->first_days && !(flow && first))) {
        head->doubt = "a column has two dates or two lengths";
        head->two_lengths |= date->lengths > 1;
        return;
    }
    bool complete = date->years == 1 && date->days == 1 && (!flow || date->lengths == 1 || first);
    if (!complete && (own->years || own->days))
        head->doubt = flow && !date->lengths ? "no length such as \"three months ended\" stands in the head" : own->years ? "a column has a year, but no day" : "a column has a day, but no year";
    reader->bare |= !complete && !text_trim(label).length;
    if (!complete)
        return;
    head->periods[column] = column_date_period(date, flow, in_weeks);
    if (head->periods[column].end == DAY_NONE)
        head->doubt = first ? "the days of a column are not the first and last of a period" : "a column has a day that does not exist";
    head->dated[column] = head->periods[column].end != DAY_NONE;
}

static void columns_date(HeadReader *reader, Flow flow)
{
    size_t columns = reader->labels.table->column_count;
    ColumnDate own[COLUMNS_MOST] = {0}, dates[COLUMNS_MOST], subtitle = {0}, whole = {0};
    bool spans = false, foreign = false;
    for (size_t i = 0; i < reader->labels.subtitle_count; i++) {
        column_date_add(&subtitle, &reader->labels.subtitle[i]);
        if (reader->labels.subtitle[i].kind == PART_length)
            column_date_add(&whole, &reader->labels.subtitle[i]);
    }
    for (size_t c = 0; c < columns; c++) {
        DatePart parts[PARTS_MOST];
        size_t count = date_parts_read(parts, reader->labels.scan->reading, label_text(&reader->labels, c));
        for (size_t i = 0; i < count; i++) {
            column_date_add(&own[c], &parts[i]);
            if (parts[i].kind == PART_length)
                column_date_add(&whole, &parts[i]);
        }
        spans |= own[c].first_days > 0;
        foreign |= subtitle.lengths && !own[c].lengths && subtitle_is_foreign(&own[c], reader);
    }
    bool flows = flow == FLOW_yes || (flow == FLOW_unknown && (whole.lengths > 0 || spans));
    for (size_t c = 0; c < columns; c++) {
        dates[c] = own[c];
        dates[c].from_inception = label_is_from_inception(reader, c);
        bool no_length = !own[c].lengths && (foreign || label_is_at_instant(reader, c));
        column_complete(&dates[c], reader, &subtitle, no_length ? NULL : &whole);
    }
    for (size_t c = 0; c < columns; c++)
        column_judge(reader, c, &own[c], &dates[c], flows, column_date_is_in_weeks(&dates[c], dates, columns));
    years_join(reader->head->periods, dates, reader->head->dated, columns);
}

static void periods_check(Head *head, size_t columns, bool bare)
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
    if (bare && !head->doubt)
        head->doubt = "nothing stands above one of the columns";
    head->certain = !head->doubt;
}

/* --- the end of the head --- */

/* Remarks below the dates, "(unaudited)", "As restated", "(in thousands)", are no headings of rows. */
static void head_end(HeadReader *reader)
{
    const Scan *scan = reader->labels.scan;
    int open = 0;
    for (size_t row = reader->head->body; row < reader->labels.table->first; row++) {
        const PageRow *at = &scan->filing->rows[row];
        if (!row_is_text(at))
            continue;
        Text text = line_text(scan, row);
        bool remark = open > 0 || text.start[0] == '(';
        bool over = at->word_count + at->value_count > 0;
        for (size_t i = 0; i < at->word_count; i++)
            over &= table_spans(reader->labels.table, &at->words[i]);
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
    reader.head = out;
    reader.bare = false;
    labels_begin(&reader.labels, scan, table, uncovered_cost);
    out->body = out->last = title->top;
    for (size_t row = title->top; row < table->first; row++) {
        if (!row_is_text(&scan->filing->rows[row]))
            continue;
        LineRole role = line_role(scan, row);
        bool is_title = role == LINE_title || (title->found && line_is_company(scan, row));
        line_take(&reader, row, is_title);
    }
    bool spoken = out->found || reader.labels.subtitle_count > 0;
    out->doubt = reader.labels.doubt;
    if (spoken && !out->found && !title->found)
        out->doubt = "dates stand beside the columns only";
    columns_date(&reader, flow);
    periods_check(out, table->column_count, reader.bare);
    out->found = spoken;
    head_end(&reader);
}

/* The extents of the columns as a line of the head has them that dates each of them: a head may be set aside of its figures. */
static bool extents_of_head(Table *out, const Scan *scan, const Table *table, const Title *title)
{
    *out = *table;
    for (size_t row = table->first; row-- > title->top;) {
        Span segments[SEGMENTS_MOST];
        DatePart parts[PARTS_MOST];
        size_t dated = 0, count = row_is_text(&scan->filing->rows[row]) ? segments_of(segments, &scan->filing->rows[row]) : 0;
        for (size_t i = 0; i < count && count == table->column_count; i++) {
            dated += date_parts_read(parts, scan->reading, segments[i].text) > 0;
            out->columns[i].left = segments[i].left;
            out->columns[i].right = segments[i].right;
        }
        if (dated > 1 && dated == count)
            return true;
    }
    return false;
}

void head_read(Head *out, const Scan *scan, const Table *table, const Title *title, Flow flow)
{
    Head again;
    Table aside;
    head_read_once(out, scan, table, title, flow, UNCOVERED_COST);
    if (out->certain || (!out->found && !title->found))
        return;
    /* "Six Months" in the middle of three columns, broken before "Ended", is the middle one's when each column then has one length. */
    bool other = out->two_lengths && table->column_count > 2;
    if (other)
        head_read_once(&again, scan, table, title, flow, NARROW_COST);
    if (!(other && again.certain) && extents_of_head(&aside, scan, table, title)) {
        head_read_once(&again, scan, &aside, title, flow, UNCOVERED_COST);
        other = true;
    }
    if (other && again.certain)
        *out = again;
}
