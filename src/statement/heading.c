#include "statement/heading.h"

#include <string.h>

enum { CENTRED = 6 }; /* columns by which a heading in the middle of the line stands right of the next row */

/* Without what stands in parentheses. */
static Text without_parentheses(Arena *arena, Text text)
{
    char *out = arena_allocate(arena, text.length + 1);
    size_t length = 0;
    int open = 0;
    for (size_t i = 0; i < text.length; i++) {
        open += text.start[i] == '(';
        if (!open)
            out[length++] = text.start[i];
        open -= open && text.start[i] == ')';
    }
    return (Text){out, length};
}

/* `normal` is the text in the form in which phrases are compared. */
static Text heading_words(const Headings *headings, Text text, Text normal)
{
    bool whole = text_find_char(text, '(', 0) == text.length;
    Text words = whole ? normal : words_normalise(headings->arena, without_parentheses(headings->arena, text));
    for (size_t i = 0; i < headings->reading->heading_noise.count; i++) {
        Text noise = headings->reading->heading_noise.items[i].text;
        if (text_starts_with(words, noise) && words.length > noise.length)
            return text_slice(words, noise.length - 1, words.length);
    }
    return words;
}

/* Does the caption hold each word of the heading? Both normalised. */
static bool words_within(Text words, Text caption)
{
    size_t found = 0;
    for (size_t i = 1; i < words.length;) {
        size_t end = text_find_char(words, ' ', i);
        if (text_find(caption, text_slice(words, i - 1, end + 1), 0) == caption.length)
            return false;
        found++;
        i = end + 1;
    }
    return found > 0;
}

static void clear_below(Headings *headings)
{
    headings->items[0] = headings->items[headings->depth - 1];
    headings->items[0].outer = true;
    headings->depth = 1;
}

/* The last heading becomes clear in what follows it: set in the middle, it is the outermost. */
static void settle(Headings *headings, uint16_t indent)
{
    if (headings->depth && headings->items[headings->depth - 1].fresh && headings->items[headings->depth - 1].indent >= indent + CENTRED)
        clear_below(headings);
}

static bool outranks(const Heading *old, const Heading *added)
{
    if (old->closed && added->indent <= old->indent)
        return false;
    return old->outer || (old->capitals && !added->capitals && old->indent <= added->indent) || old->indent < added->indent;
}

void heading_add(Headings *headings, Text text, uint16_t indent, bool colon, bool outer)
{
    Heading added = {.text = text, .indent = indent, .colon = colon, .outer = outer, .fresh = true, .capitals = text_is_capitals(text)};
    Text normal = words_normalise(headings->arena, text);
    added.says = phrases_found(&headings->reading->rows, normal);
    added.words = heading_words(headings, text, normal);
    added.matched = caption_normalise(headings->chart, headings->arena, text);
    settle(headings, indent);
    Heading *last = headings->depth ? &headings->items[headings->depth - 1] : NULL;
    if (last && last->fresh) {
        last->outer |= last->indent >= indent && (last->capitals || !added.capitals);
    } else {
        while (headings->depth && !outranks(&headings->items[headings->depth - 1], &added))
            headings->depth--;
    }
    if (headings->depth == HEADINGS_MOST) {
        memmove(headings->items, headings->items + 1, (HEADINGS_MOST - 1) * sizeof headings->items[0]);
        headings->depth--;
    }
    headings->items[headings->depth++] = added;
}

/* A line without values at the indent of the rows beside it, under a heading of its own, headed nothing. */
static void drop_valueless(Headings *headings, uint16_t indent)
{
    if (headings->depth < 2)
        return;
    const Heading *last = &headings->items[headings->depth - 1], *parent = last - 1;
    bool beside = parent->outer || parent->indent < last->indent;
    if (last->fresh && !last->colon && !last->capitals && beside && indent == last->indent)
        headings->depth--;
}

/* The heading that a total closes, counted from 1; 0 when none. */
static size_t closed_by(const Headings *headings, Text caption)
{
    for (size_t i = headings->depth; headings->total && i > 0; i--)
        if (words_within(headings->items[i - 1].words, caption))
            return i;
    return 0;
}

static void close_by_indent(Headings *headings, uint16_t indent, bool after_rule)
{
    while (headings->depth) {
        Heading *last = &headings->items[headings->depth - 1];
        bool ends = last->closed ? indent <= last->indent || after_rule : !last->outer && last->deeper && !last->flat && indent <= last->indent;
        if (!ends) {
            last->closed = false;
            return;
        }
        headings->depth--;
    }
}

void headings_take_row(Headings *headings, Text caption, uint16_t indent, bool after_rule)
{
    headings->closing = HEADINGS_MOST;
    headings->total = !caption.length || phrases_begin(&headings->reading->total_starts, caption);
    if (!caption.length) {
        if (headings->depth && !headings->items[headings->depth - 1].outer)
            headings->items[headings->depth - 1].closed = true;
        return;
    }
    settle(headings, indent);
    size_t total = closed_by(headings, caption);
    if (total) {
        headings->depth = total;
        headings->closing = total - 1;
        return;
    }
    bool plain_total = text_equal(caption, TEXT(" total ")) && headings->depth;
    if (plain_total) {
        headings->closing = headings->depth - 1;
        return;
    }
    if (!headings->total)
        drop_valueless(headings, indent);
    close_by_indent(headings, indent, after_rule);
    for (size_t i = 0; i < headings->depth; i++) {
        Heading *heading = &headings->items[i];
        if (indent > heading->indent)
            heading->deeper = true;
        else if (!heading->deeper)
            heading->flat = true;
    }
}

void headings_end_row(Headings *headings)
{
    if (headings->closing < headings->depth)
        headings->depth = headings->closing;
    for (size_t i = 0; i < headings->depth; i++)
        headings->items[i].fresh = false;
}
