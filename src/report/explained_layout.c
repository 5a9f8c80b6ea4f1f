/* Reading order: values in words, which nodes have a line, their titles, the lines below one. */
#include "report/explaining.h"

#include <math.h>

/* --- values --- */

static char spoken_as(const ExplainedNode *node)
{
    if (node->percent)
        return 'c';
    switch ((UnitKind)node->unit.kind) {
    case UNIT_shares: return 's';
    case UNIT_per_share: return 'p';
    case UNIT_money: return node->value == trunc(node->value) ? 'm' : 's';
    default: return 'r';
    }
}

/* --- lines of their own --- */

/* A formula of more parts than that is cut into several, where it has parts of their own. */
enum { MOST_PARTS = 10, FEWEST_PARTS = 3 };

typedef struct {
    Explaining *explaining;
    size_t *uses;  /* by node: as an operand */
    size_t *parts; /* by node: of its formula; 0: not counted yet */
    size_t titles;
} Layout;

static ExplainedNode *node_at(const Layout *layout, size_t node)
{
    return explaining_node(layout->explaining, node);
}

static size_t parts_in_line(const Layout *layout, size_t node)
{
    return node_at(layout, node)->own_line ? 1 : layout->parts[node];
}

static size_t sum_parts(const Layout *layout, const ExplainedNode *node)
{
    size_t sum = 0;
    for (size_t i = 0; i < node->operands.count; i++)
        sum += parts_in_line(layout, node->operands.items[i].node);
    return sum;
}

static void count_parts(Layout *layout, size_t index)
{
    ExplainedNode *node = node_at(layout, index);
    if (layout->parts[index])
        return;
    for (size_t i = 0; i < node->operands.count; i++)
        count_parts(layout, node->operands.items[i].node);
    for (size_t i = 0; sum_parts(layout, node) > MOST_PARTS && i < node->operands.count; i++)
        if (parts_in_line(layout, node->operands.items[i].node) >= FEWEST_PARTS)
            node_at(layout, node->operands.items[i].node)->own_line = true;
    layout->parts[index] = node->operands.count ? sum_parts(layout, node) : 1;
    node->own_line = node->full.bare.length || (layout->uses[index] > 1 && layout->parts[index] >= FEWEST_PARTS);
}

static void number_titles(Layout *layout, size_t index)
{
    const ExplainedNode *node = node_at(layout, index);
    if (node->own_line && node->full.bare.length == 0 && node->title.length == 0)
        node_at(layout, index)->title = text_format(layout->explaining->arena, "#%zu", ++layout->titles);
    layout->uses[index] = 0; /* seen */
    for (size_t i = 0; i < node->operands.count; i++)
        if (layout->uses[node->operands.items[i].node])
            number_titles(layout, node->operands.items[i].node);
}

void explaining_lay_out(Explaining *explaining)
{
    Arena *arena = explaining->arena;
    Explanation *out = explaining->out;
    Layout layout = {.explaining = explaining, .uses = arena_array(arena, size_t, out->nodes.count), .parts = arena_array(arena, size_t, out->nodes.count)};
    for (size_t i = 0; i < out->nodes.count; i++) {
        ExplainedNode *node = &out->nodes.items[i];
        node->spoken = node->as == EXPLAINED_nil ? TEXT("--") : saying_value(arena, spoken_as(node), node->value);
        if (node->full.bare.length)
            node->title = i ? full_name_beside(arena, &node->full, &explaining->here) : full_name_text(arena, &node->full);
        for (size_t j = 0; j < node->operands.count; j++)
            layout.uses[node->operands.items[j].node]++;
    }
    count_parts(&layout, 0);
    number_titles(&layout, 0);
}

/* --- the lines below one --- */

static void add_lines(ExplainedLines *out, Arena *arena, const Explanation *explanation, size_t index)
{
    const ExplainedNode *node = &explanation->nodes.items[index];
    for (size_t i = 0; i < node->operands.count; i++) {
        size_t operand = node->operands.items[i].node, known = 0;
        if (!explanation->nodes.items[operand].own_line) {
            add_lines(out, arena, explanation, operand);
            continue;
        }
        while (known < out->count && out->items[known] != operand)
            known++;
        if (known == out->count)
            *list_push(arena, out) = operand;
    }
}

ExplainedLines explained_lines(Arena *arena, const Explanation *explanation, size_t node)
{
    ExplainedLines out = {0};
    add_lines(&out, arena, explanation, node);
    return out;
}

static size_t count_below(const Explanation *explanation, size_t index, bool *seen)
{
    const ExplainedNode *node = &explanation->nodes.items[index];
    size_t count = 0;
    for (size_t i = 0; i < node->operands.count; i++) {
        size_t operand = node->operands.items[i].node;
        if (seen[operand])
            continue;
        seen[operand] = true;
        count += explanation->nodes.items[operand].own_line + count_below(explanation, operand, seen);
    }
    return count;
}

size_t explained_below(Arena *arena, const Explanation *explanation, size_t node)
{
    return count_below(explanation, node, arena_array(arena, bool, explanation->nodes.count));
}
