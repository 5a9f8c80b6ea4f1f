#include "statement/recognize.h"

#include "statement/section.h"
#include "statement/share_scale.h"
#include "statement/unit.h"

enum { PROSE_UNIT_LINES = 3, TITLE_LINES = 5, LARGE_ROWS = 3, CUT_LINES = 3 };

typedef struct {
    size_t from, to;
} RowRange;

typedef struct {
    Scan scan;
    Statements *out;
    struct {
        RowRange *items;
        size_t count, capacity;
    } cover; /* rows outside tables, before the first statement: there may be a cover page */
    bool narrative;  /* notes or discussion: a table without a title is no statement */
    bool skipping;   /* a document that holds no statements */
    struct {
        uint8_t money, shares;
        size_t above; /* statements above it */
        bool has_title, known;
    } refused;       /* the unit of the last table that was left out and names one */
    bool foreign;    /* the last statement that names a currency is not in US dollars, */
    Text foreign_company; /* and stands below this name */
    bool has_last;   /* a statement stands right above, in the same document */
    Table last;      /* its table, */
    RowList rows;    /* and rows */
} Recognizer;

/* --- between tables --- */

static bool is_skipped(const Recognizer *recognizer, Text type)
{
    const Reading *reading = recognizer->scan.reading;
    for (size_t i = 0; i < reading->skipped_document_count; i++)
        if (text_equal_ignoring_case(reading->skipped_documents[i], type))
            return true;
    return false;
}

/* The company's name on the cover page: the line above the one that says so; empty when there is none. */
static Text cover_read(const Recognizer *recognizer)
{
    const Scan *scan = &recognizer->scan;
    for (size_t i = 0; i < recognizer->cover.count; i++)
        for (size_t row = recognizer->cover.items[i].from; row < recognizer->cover.items[i].to; row++) {
            if (!row_is_text(&scan->filing->rows[row]) || !phrases_found(&scan->reading->cover, line_normal(scan, row)))
                continue;
            for (size_t above = row; above-- > 0;)
                if (row_is_text(&scan->filing->rows[above]))
                    return line_text(scan, above);
        }
    return (Text){0};
}

static void between_read(Recognizer *recognizer, size_t from, size_t to)
{
    if (!recognizer->out->count)
        *list_push(recognizer->scan.run->arena, &recognizer->cover) = (RowRange){from, to};
    for (size_t row = from; row < to; row++) {
        const PageRow *at = &recognizer->scan.filing->rows[row];
        if (at->kind == ROW_document) {
            recognizer->skipping = at->word_count && is_skipped(recognizer, at->words[0].text);
            if (recognizer->skipping)
                *list_push(recognizer->scan.run->arena, &recognizer->out->left_out) = (Skipped){at->place, at->words[0].text};
            recognizer->narrative = recognizer->has_last = false;
        } else if (at->kind == ROW_text) {
            recognizer->narrative |= line_role(&recognizer->scan, row) == LINE_narrative;
        }
    }
}

/* --- what a table is --- */

/* The kind of a table without a title, by its first caption; KINDS_MOST when that tells nothing. */
static uint8_t kind_by_caption(const Recognizer *recognizer, const Table *table, size_t body)
{
    const Scan *scan = &recognizer->scan;
    for (size_t row = body; row <= table->first; row++) {
        if (!row_is_text(&scan->filing->rows[row]))
            continue;
        uint32_t lists = phrases_begin(&scan->reading->first_captions.phrases, line_normal(scan, row));
        if (lists)
            return kind_of_lists(&scan->reading->first_captions, lists, KINDS_MOST);
    }
    return KINDS_MOST;
}

/* The same statement for another length, right below it: no title, no prose, and its first row is that of the statement above. */
static bool repeats_above(const Recognizer *recognizer, const Title *title, const Table *table)
{
    const Scan *scan = &recognizer->scan;
    const Statement *above = recognizer->has_last ? &recognizer->out->items[recognizer->out->count - 1] : NULL;
    const PageRow *row = &scan->filing->rows[table->first];
    if (!above || title->after_prose || recognizer->narrative || above->kind == scan->reading->footnote || !above->row_count || !row->word_count)
        return false;
    Text caption = text_clean(scan->run->arena, row->words[0].text);
    return caption.length && text_equal(caption, above->rows[0].caption);
}

static Flow flow_of(const Recognizer *recognizer, uint8_t kind)
{
    const Reading *reading = recognizer->scan.reading;
    if (kind == KINDS_MOST || kind == reading->footnote)
        return FLOW_unknown;
    return recognizer->scan.chart->statements[kind].instant ? FLOW_no : FLOW_yes;
}

static void entity_find(Statement *statement, const Recognizer *recognizer, const Title *title)
{
    const Scan *scan = &recognizer->scan;
    const Statements *out = recognizer->out;
    Text printed = title->company;
    if (!printed.length && out->count) {
        statement->entity = out->items[out->count - 1].entity;
        statement->entity_title = out->items[out->count - 1].entity_title;
        return;
    }
    if (!printed.length)
        printed = scan->filing->registrant.length ? scan->filing->registrant : cover_read(recognizer);
    if (!printed.length)
        return;
    statement->entity = company_id(scan->companies, scan->run->arena, printed);
    statement->entity_title = company_title(scan->companies, scan->run->arena, printed);
}

/* The first line that may speak of the unit: a remark above the company's name and the title, or the end of the prose above. */
static size_t unit_begin(const Scan *scan, const Title *title, const Table *table)
{
    size_t from = title->found ? title->row : title->top;
    for (size_t row = from; title->found && row > table->above && title->row - row < TITLE_LINES; row--) {
        const PageRow *above = &scan->filing->rows[row - 1];
        bool remark = row_is_text(above) && line_text(scan, row - 1).start[0] == '(';
        if (above->kind != ROW_blank && !remark && !(row_is_text(above) && line_is_company(scan, row - 1)))
            break;
        from = remark ? row - 1 : from;
    }
    for (size_t lines = 0; title->after_prose && lines < PROSE_UNIT_LINES && from > table->above; lines++)
        from--;
    return from;
}

/* Are the amounts in another currency, or a word (`unknown`) names one or a scale that is not known? The lines above the table say so, or those of a statement of the company before it. */
static bool currency_is_foreign(Recognizer *recognizer, Text *unknown, const Title *title, const Table *table)
{
    const Scan *scan = &recognizer->scan;
    uint32_t says = 0;
    for (size_t row = unit_begin(scan, title, table); row < table->first; row++)
        if (row_is_text(&scan->filing->rows[row]))
            says |= phrases_found(&scan->reading->currencies, line_normal(scan, row));
    *unknown = says & SAYS_foreign ? (Text){0} : unit_unknown_word(scan, unit_begin(scan, title, table), table->first);
    if (unknown->length)
        says = SAYS_foreign;
    bool other = title->company.length && !text_equal(title->company, recognizer->foreign_company);
    bool foreign = says ? says & SAYS_foreign : recognizer->foreign && !other;
    if (title->found && (says || other)) {
        recognizer->foreign = foreign;
        recognizer->foreign_company = title->company;
    }
    return foreign;
}

/* What follows a table that was left out is in the unit that this one names all the same. */
static void refused_remember(Recognizer *recognizer, const Title *title, const Table *table)
{
    const Scan *scan = &recognizer->scan;
    uint8_t money = 0, shares = 0;
    if (!unit_read(&money, &shares, scan, unit_begin(scan, title, table), table->first))
        return;
    recognizer->refused.money = money;
    recognizer->refused.shares = shares;
    recognizer->refused.above = recognizer->out->count;
    recognizer->refused.has_title = title->found;
    recognizer->refused.known = true;
}

/* The line nearest to the table that names a unit. */
static Place unit_line(const Scan *scan, size_t from, size_t to)
{
    uint8_t money, shares;
    while (to-- > from)
        if (unit_read(&money, &shares, scan, to, to + 1))
            return scan->filing->rows[to].place;
    return (Place){0};
}

static void unit_find(Statement *statement, const Recognizer *recognizer, const Title *title, const Table *table)
{
    const Scan *scan = &recognizer->scan;
    uint8_t money = 0, shares = 0;
    bool own = unit_read(&money, &shares, scan, unit_begin(scan, title, table), table->first);
    statement->unit_place = own ? unit_line(scan, unit_begin(scan, title, table), table->first) : (Place){0};
    bool refused = recognizer->refused.known && recognizer->refused.above == recognizer->out->count;
    if (!own && refused && !title->company.length && (recognizer->refused.has_title || !title->found)) {
        money = recognizer->refused.money;
        shares = recognizer->refused.shares;
        statement->unit_inherited = true;
    }
    for (size_t i = recognizer->out->count; !own && i-- > 0 && !statement->unit_inherited;) {
        const Statement *above = &recognizer->out->items[i];
        bool note = title->found && !above->has_title; /* a statement takes no unit from a table of the notes */
        if (!text_equal(above->entity, statement->entity) || above->money.kind != UNIT_money || note)
            continue;
        money = above->money.scale;
        shares = above->shares.scale;
        statement->unit_place = above->unit_place;
        statement->unit_inherited = true;
    }
    statement->money = (Unit){UNIT_money, money};
    statement->shares = (Unit){UNIT_shares, shares};
    /* A table that is no statement, names no unit and has no "$" may count anything. */
    if (!own && !title->footnote.length && !table->has_dollars && statement->kind == scan->reading->footnote)
        statement->money = (Unit){UNIT_none, 0};
}

/* --- tables that cannot be dated --- */

/* A number in prose, or a short list, is not worth a warning. */
static bool is_worth_a_warning(const Title *title, const Table *table)
{
    return title->found || (table->column_count > 1 && table->row_count >= LARGE_ROWS);
}

static void skipped_add(const Recognizer *recognizer, ProblemKind kind, Place place, Text reason)
{
    Run *run = recognizer->scan.run;
    *list_push(run->arena, &recognizer->out->skipped) = (Skipped){place, reason};
    problem(run, kind, place, TEXT_FORMAT, TEXT_ARGUMENTS(reason));
}

/* What the last statement prints and is not read. */
static void lost_add(const Recognizer *recognizer, ProblemKind kind, Place place, Text reason)
{
    Statement *statement = &recognizer->out->items[recognizer->out->count - 1];
    *list_push(recognizer->scan.run->arena, &statement->lost) = (Skipped){place, reason};
    skipped_add(recognizer, kind, place, reason);
}

static void undated_report(const Recognizer *recognizer, const Title *title, const Table *table, size_t row, const char *why)
{
    if (!is_worth_a_warning(title, table))
        return;
    const Filing *filing = recognizer->scan.filing;
    if (!row_is_text(&filing->rows[row]))
        row = table->first;
    skipped_add(recognizer, PROBLEM_undated_table, filing->rows[row].place,
                text_format(recognizer->scan.run->arena, "the columns of this table cannot be dated: %s; nothing of it is read", why));
}

static void foreign_report(const Recognizer *recognizer, Text unknown, const Title *title, const Table *table)
{
    if (!is_worth_a_warning(title, table))
        return;
    skipped_add(recognizer, unknown.length ? PROBLEM_table_unit_unknown : PROBLEM_foreign_currency, recognizer->scan.filing->rows[title->found ? title->row : table->first].place,
                unknown.length
                    ? text_format(recognizer->scan.run->arena, "\"" TEXT_FORMAT "\" above this table may name another currency or scale: nothing of it is read", TEXT_ARGUMENTS(unknown))
                    : TEXT("the amounts of this table are not in US dollars; nothing of it is read"));
}

/* --- tables to statements --- */

static bool same_columns(const Statement *statement, const Head *head, size_t columns)
{
    if (statement->column_count != columns)
        return false;
    for (size_t i = 0; i < columns; i++) {
        Period period = head->dated[i] ? head->periods[i] : (Period){DAY_NONE, DAY_NONE};
        if (!period_equal(statement->periods[i], period))
            return false;
    }
    return true;
}

static void head_inherit(Head *head, const Statement *statement)
{
    for (size_t i = 0; i < statement->column_count; i++) {
        head->periods[i] = statement->periods[i];
        head->dated[i] = statement->periods[i].end != DAY_NONE;
    }
    head->found = head->certain = true;
}

/* Reads the rows into the last statement; a statement that was added for them goes again when they cannot be dated after all. */
static void statement_fill(Recognizer *recognizer, const Title *title, const Table *table, const Head *head, bool added)
{
    const Scan *scan = &recognizer->scan;
    Statement *statement = &recognizer->out->items[recognizer->out->count - 1];
    size_t before = recognizer->rows.count;
    recognizer->rows.periods_inside = false;
    recognizer->rows.lost = (SkippedList){0};
    rows_read(&recognizer->rows, scan, statement, table, head, title->footnote);
    if (recognizer->rows.periods_inside) {
        undated_report(recognizer, title, table, head->last, "a heading between its rows names another period");
        recognizer->rows.count = before;
        recognizer->out->count -= added;
        recognizer->has_last = false;
        return;
    }
    for (size_t i = 0; i < recognizer->rows.lost.count; i++)
        lost_add(recognizer, PROBLEM_row_not_read, recognizer->rows.lost.items[i].place, recognizer->rows.lost.items[i].reason);
    statement->rows = recognizer->rows.items;
    statement->row_count = recognizer->rows.count;
    share_scale_settle(statement);
    recognizer->last = *table;
    recognizer->has_last = true;
}

static void statement_add(Recognizer *recognizer, const Title *title, const Table *table, const Head *head, uint8_t kind)
{
    const Scan *scan = &recognizer->scan;
    Statement statement = {.filing = scan->filing, .kind = kind, .has_title = title->found};
    statement.basis = kind == title->kind ? title->basis : BASIS_gaap;
    entity_find(&statement, recognizer, title);
    const Chart *own = company_chart(scan->companies, scan->run, statement.entity);
    statement.chart = own ? own : scan->chart;
    unit_find(&statement, recognizer, title, table);
    statement.column_count = (uint8_t)table->column_count;
    statement.periods = arena_array(scan->run->arena, Period, table->column_count);
    for (size_t i = 0; i < table->column_count; i++)
        statement.periods[i] = head->dated[i] ? head->periods[i] : (Period){DAY_NONE, DAY_NONE};
    statement.title = scan->filing->rows[title->found ? title->row : table->first].place;
    recognizer->rows = (RowList){.items = arena_array(scan->run->arena, Row, table->row_count), .capacity = table->row_count};
    *list_push(scan->run->arena, recognizer->out) = statement;
    statement_fill(recognizer, title, table, head, true);
}

/* Nothing but a few lines of words, with no blank line among them, parts the table from the statement above, whose columns it has: it is the rest
 * of it. */
static bool goes_on_below(const Recognizer *recognizer, const Title *title, const Table *table)
{
    const Scan *scan = &recognizer->scan;
    size_t lines = 0;
    if (!recognizer->has_last || title->found || title->narrative || recognizer->narrative || !table_agrees(table, &recognizer->last))
        return false;
    for (size_t row = table->above; row < table->first; row++) {
        PageRowKind kind = scan->filing->rows[row].kind;
        LineRole role = line_role(scan, row);
        if ((kind != ROW_text && kind != ROW_rule && kind != ROW_double_rule) || role == LINE_end || role == LINE_footnote)
            return false;
        lines += kind == ROW_text;
    }
    return lines <= CUT_LINES;
}

/* A table without a head of its own takes the periods of the one above it when their columns agree: a footnote's, or one split by a page. */
static void headless_read(Recognizer *recognizer, const Title *title, const Table *table, Head *head)
{
    const Scan *scan = &recognizer->scan;
    const Statement *above = recognizer->has_last ? &recognizer->out->items[recognizer->out->count - 1] : NULL;
    bool agrees = above && table_agrees(table, &recognizer->last);
    bool continues = title->after_page || (title->found && title->continued && above && title->kind == above->kind);
    if (agrees && continues) {
        head_inherit(head, above);
        statement_fill(recognizer, title, table, head, false);
    } else if (agrees && title->footnote.length && !title->found) {
        head_inherit(head, above);
        statement_add(recognizer, title, table, head, recognizer->scan.reading->footnote);
    } else if (goes_on_below(recognizer, title, table)) {
        lost_add(recognizer, PROBLEM_statement_cut, scan->filing->rows[table->first].place,
                 TEXT("a line of words ends the statement above; the rows from here on, which stand in its columns, are not read"));
        recognizer->has_last = false;
    } else {
        undated_report(recognizer, title, table, title->found ? title->row : table->first, "no date stands above them");
        refused_remember(recognizer, title, table);
        recognizer->has_last = false;
    }
}

static void table_read(Recognizer *recognizer, const Table *table)
{
    const Scan *scan = &recognizer->scan;
    Title title;
    Head head;
    title_read(&title, scan, table);
    if (title.found)
        recognizer->narrative = false;
    Text unknown;
    if (currency_is_foreign(recognizer, &unknown, &title, table)) {
        foreign_report(recognizer, unknown, &title, table);
        recognizer->has_last = false;
        return;
    }
    const Statement *above = recognizer->has_last ? &recognizer->out->items[recognizer->out->count - 1] : NULL;
    uint8_t kind = title.kind;
    if (!title.found && title.after_page && above)
        kind = above->kind;
    Flow flow = flow_of(recognizer, kind);
    head_read(&head, scan, table, &title, flow);
    if (!head.found) {
        headless_read(recognizer, &title, table, &head);
        return;
    }
    bool continues = above && kind == above->kind && (title.after_page || title.continued) && same_columns(above, &head, table->column_count);
    if (!title.found && !continues && repeats_above(recognizer, &title, table)) {
        kind = title.kind = above->kind;
        title.basis = above->basis;
    } else if (!title.found && !continues) {
        kind = recognizer->narrative ? KINDS_MOST : kind_by_caption(recognizer, table, head.body);
        kind = kind == KINDS_MOST ? scan->reading->footnote : kind;
    }
    if (flow_of(recognizer, kind) != flow) /* else it would be read alike */
        head_read(&head, scan, table, &title, flow_of(recognizer, kind));
    title.footnote = (Text){0};
    if (!head.certain) {
        undated_report(recognizer, &title, table, head.last, head.doubt);
        refused_remember(recognizer, &title, table);
        recognizer->has_last = false;
    } else if (continues) {
        statement_fill(recognizer, &title, table, &head, false);
    } else if (table->row_count > 1 || table->column_count > 1) {
        statement_add(recognizer, &title, table, &head, kind);
    }
}

bool statements_recognize(Statements *out, Run *run, const Filing *filing, const Chart *chart, const Companies *companies)
{
    Recognizer recognizer = {.out = out, .scan = {.run = run, .filing = filing, .chart = chart, .reading = companies->reading, .companies = companies}};
    if (!recognizer.scan.reading && !reading_read(&recognizer.scan.reading, run, chart))
        return false;
    recognizer.scan.lines = arena_array(run->arena, LineFacts, filing->row_count + 1);
    *out = (Statements){0};
    Table table;
    for (size_t from = 0; table_next(&table, &recognizer.scan, from); from = table.last + 1) {
        between_read(&recognizer, from, table.first);
        if (!recognizer.skipping && !table.plain && table.number_count)
            table_read(&recognizer, &table);
    }
    if (!out->count)
        return problem(run, PROBLEM_no_statement, (Place){filing->source->number, 0, 0}, "no statement with dated columns was found");
    return true;
}
