/* A figure and under it, line by line, what it was made of: name, value, formula or place. Names stand as deep as they are far from the figure;
 * what was told of before is only named. */
#include "report/utf8.h"
#include "report/write_text.h"

enum { PAGE = 132, WIDEST_NAME = 52, LEAST_ROOM = 40, INDENT = 2 };

typedef struct {
    size_t node;
    size_t level;
    bool again; /* told of above */
    size_t cut; /* lines below it that are not shown */
} TreeLine;

typedef struct {
    Arena *arena;
    const Explanation *explanation;
    TextBuilder *out;
    bool *told; /* by node */
    struct { TreeLine *items; size_t count, capacity; } lines;
    size_t names, values; /* how wide their columns are */
} Page;

static const ExplainedNode *node_at(const Page *page, size_t node)
{
    return &page->explanation->nodes.items[node];
}

/* --- which lines there are --- */

static void add_lines(Page *page, size_t node, size_t level)
{
    TreeLine line = {.node = node, .level = level, .again = page->told[node]};
    ExplainedLines below = explained_lines(page->arena, page->explanation, node);
    bool cut = level == page->explanation->depth && below.count;
    if (cut && !line.again)
        line.cut = explained_below(page->arena, page->explanation, node);
    *list_push(page->arena, &page->lines) = line;
    if (line.again || cut)
        return;
    page->told[node] = true;
    for (size_t i = 0; i < below.count; i++)
        add_lines(page, below.items[i], level + 1);
}

static Text line_name(const Page *page, const TreeLine *line)
{
    const ExplainedNode *node = node_at(page, line->node);
    return text_format(page->arena, TEXT_FORMAT "%s" TEXT_FORMAT, TEXT_ARGUMENTS(node->title), node->letter.length ? " " : "", TEXT_ARGUMENTS(node->letter));
}

static void measure(Page *page)
{
    for (size_t i = 0; i < page->lines.count; i++) {
        const TreeLine *line = &page->lines.items[i];
        size_t name = line->level * INDENT + utf8_width(line_name(page, line)), value = node_at(page, line->node)->spoken.length;
        if (name > page->names && name <= WIDEST_NAME)
            page->names = name;
        page->values = value > page->values ? value : page->values;
    }
}

/* --- what a line says --- */

static void append_place(TextBuilder *out, const Page *page, Place place)
{
    Location where = source_locate(page->explanation->sources, page->arena, place);
    size_t start = where.name.length;
    while (start > 0 && where.name.start[start - 1] != '/')
        start--;
    if (where.line)
        text_append_format(out, TEXT_FORMAT ":%u:%u", TEXT_ARGUMENTS(text_slice(where.name, start, where.name.length)), where.line, where.column);
}

/* The unit of a cell is told where the figure has another. */
static void append_written(TextBuilder *out, const Page *page, const ExplainedNode *node)
{
    Text unit = unit_name(page->arena, node->written);
    text_append(out, node->text);
    if (unit.length && !text_equal(unit, explained_unit(page->arena, node)))
        text_append_format(out, " " TEXT_FORMAT, TEXT_ARGUMENTS(unit));
}

static void append_leaf(TextBuilder *out, const Page *page, const ExplainedNode *node)
{
    switch (node->as) {
    case EXPLAINED_printed:
    case EXPLAINED_nil:
        append_place(out, page, node->place);
        text_append_format(out, " \"" TEXT_FORMAT "\" ", TEXT_ARGUMENTS(node->caption));
        append_written(out, page, node);
        break;
    case EXPLAINED_set: text_append_format(out, "--set " TEXT_FORMAT, TEXT_ARGUMENTS(node->source)); break;
    case EXPLAINED_input:
        append_place(out, page, node->place);
        text_append_char(out, ' ');
        append_written(out, page, node);
        text_append_format(out, ", " TEXT_FORMAT, TEXT_ARGUMENTS(node->source));
        break;
    default: text_append(out, node->source);
    }
}

static Text line_words(const Page *page, const TreeLine *line)
{
    TextBuilder out = {.arena = page->arena};
    const ExplainedNode *node = node_at(page, line->node);
    if (line->again)
        return TEXT("see above");
    if (explained_is_leaf(node))
        append_leaf(&out, page, node);
    else
        text_append_format(&out, "= " TEXT_FORMAT, TEXT_ARGUMENTS(explained_formula(page->arena, page->explanation, line->node)));
    if (node->note.length)
        text_append_format(&out, "; " TEXT_FORMAT, TEXT_ARGUMENTS(node->note));
    if (line->cut)
        text_append_format(&out, " ... %zu more line%s below", line->cut, line->cut == 1 ? "" : "s");
    return text_builder_text(&out);
}

/* --- lines --- */

/* A sign of a formula stays with what follows it. */
static size_t word_end(Text words, size_t start)
{
    size_t end = text_find_char(words, ' ', start);
    bool sign = end < words.length && end - start <= 2 && !char_is_digit(words.start[start]) && (end - start == 1 || words.start[end - 1] == '=');
    return sign ? text_find_char(words, ' ', end + 1) : end;
}

/* Words fill what is left of a line, and go on under their beginning. */
static void append_words(TextBuilder *out, Text words, size_t at)
{
    size_t column = at, room = PAGE > at + LEAST_ROOM ? PAGE : at + LEAST_ROOM;
    for (size_t start = 0, end; start < words.length; start = end + 1) {
        end = word_end(words, start);
        size_t width = utf8_width(text_slice(words, start, end));
        if (column > at && column + 1 + width > room) {
            end_line(out);
            text_append_times(out, TEXT(" "), at + 2);
            column = at + 2;
        } else if (column > at) {
            text_append_char(out, ' ');
            column++;
        }
        text_append(out, text_slice(words, start, end));
        column += width;
    }
    end_line(out);
}

/* A closing parenthesis hangs out to the right, so that digits stand under digits. */
static void append_line(const Page *page, const TreeLine *line)
{
    TextBuilder *out = page->out;
    Text name = line_name(page, line), value = node_at(page, line->node)->spoken;
    size_t width = line->level * INDENT + utf8_width(name), hangs = text_ends_with(value, TEXT(")"));
    text_append_times(out, TEXT(" "), line->level * INDENT);
    text_append(out, name);
    if (width > page->names) { /* a long name has its line for itself */
        end_line(out);
        width = 0;
    }
    text_append_times(out, TEXT(" "), page->names - width + 2);
    append_right(out, value, (int)(page->values + hangs));
    text_append(out, hangs ? TEXT("  ") : TEXT("   "));
    append_words(out, line_words(page, line), page->names + page->values + 5);
}

static Text text_of_setting(Arena *arena, const Explanation *explanation)
{
    TextBuilder out = {.arena = arena};
    Page page = {.arena = arena, .explanation = explanation, .out = &out};
    text_append_format(&out, TEXT_FORMAT "   ", TEXT_ARGUMENTS(explanation->name));
    if (!explanation->place.source) {
        text_append(&out, TEXT("left out"));
    } else {
        text_append_format(&out, TEXT_FORMAT "   ", TEXT_ARGUMENTS(explanation->value));
        append_place(&out, &page, explanation->place);
    }
    end_line(&out);
    return text_builder_text(&out);
}

Text text_explanation(Arena *arena, const Explanation *explanation)
{
    TextBuilder out = {.arena = arena};
    Page page = {.arena = arena, .explanation = explanation, .out = &out};
    if (explanation->is_setting)
        return text_of_setting(arena, explanation);
    if (explanation->nodes.count == 0)
        return text_format(arena, TEXT_FORMAT "   no value: " TEXT_FORMAT "\n", TEXT_ARGUMENTS(explanation->name), TEXT_ARGUMENTS(explanation->reason));
    page.told = arena_array(arena, bool, explanation->nodes.count);
    add_lines(&page, 0, 0);
    measure(&page);
    for (size_t i = 0; i < page.lines.count; i++)
        append_line(&page, &page.lines.items[i]);
    return text_builder_text(&out);
}
