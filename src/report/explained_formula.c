/* A node's operation as a formula: nodes with lines of their own by their titles, others written out, in parentheses where it needs them. */
#include "report/explanation.h"

#include <math.h>

/* How tightly a part holds together. */
typedef enum { HOLDS_comparison, HOLDS_sum, HOLDS_product, HOLDS_whole } Holds;

typedef struct {
    TextBuilder *out;
    const Explanation *explanation;
    const ExplainedNode *top;
} Writing;

static void write_node(const Writing *writing, const ExplainedNode *node);

static Holds holds(const ExplainedNode *node)
{
    if (node->own_line || explained_is_leaf(node))
        return HOLDS_whole;
    if (node->as != EXPLAINED_operation)
        return node->as == EXPLAINED_sum ? HOLDS_sum : node->as == EXPLAINED_scaled || node->as == EXPLAINED_days ? HOLDS_product : HOLDS_whole;
    switch (node->code) {
    case OP_MULTIPLY:
    case OP_DIVIDE: return HOLDS_product;
    case OP_NEGATE: return HOLDS_sum;
    case OP_LESS:
    case OP_LESS_EQUAL:
    case OP_EQUAL:
    case OP_NOT_EQUAL: return HOLDS_comparison;
    default: return HOLDS_whole;
    }
}

/* The parts of a name that the node above has, too, are left out: "@2004-03-31/6M". */
static void write_title(const Writing *writing, const ExplainedNode *node)
{
    Text bare = node->full.bare, rest = text_slice(node->title, bare.length, node->title.length);
    bool same = bare.length && text_equal(bare, writing->top->full.bare) && rest.length;
    text_append(writing->out, same ? rest : node->title);
}

/* A number by itself needs a word of what it is. */
static void write_leaf(const Writing *writing, const ExplainedNode *node)
{
    bool plain = node->as == EXPLAINED_constant && (node->value == 0 || node->value == 1);
    if (!isfinite(node->value)) {
        text_append(writing->out, node->source);
        return;
    }
    text_append(writing->out, node->as == EXPLAINED_number ? node->text : node->spoken);
    if (node->as == EXPLAINED_number) {
        Location where = source_locate(writing->explanation->sources, writing->out->arena, node->place);
        size_t start = where.name.length;
        while (start > 0 && where.name.start[start - 1] != '/')
            start--;
        text_append_format(writing->out, " [" TEXT_FORMAT ":%u:%u]", TEXT_ARGUMENTS(text_slice(where.name, start, where.name.length)), where.line, where.column);
    } else if (!plain) {
        text_append_format(writing->out, " [" TEXT_FORMAT "]", TEXT_ARGUMENTS(node->source));
    }
}

static void write_operand(const Writing *writing, const ExplainedNode *of, size_t i, Holds least)
{
    const ExplainedNode *node = &writing->explanation->nodes.items[of->operands.items[i].node];
    bool inside = holds(node) < least;
    text_append(writing->out, inside ? TEXT("(") : TEXT(""));
    if (node->own_line)
        write_title(writing, node);
    else if (explained_is_leaf(node))
        write_leaf(writing, node);
    else
        write_node(writing, node);
    text_append(writing->out, inside ? TEXT(")") : TEXT(""));
    text_append(writing->out, of->taken == i ? TEXT(" [taken]") : TEXT(""));
}

static void write_sum(const Writing *writing, const ExplainedNode *node)
{
    for (size_t i = 0; i < node->operands.count; i++) {
        bool minus = node->operands.items[i].weight < 0;
        text_append(writing->out, minus ? (i ? TEXT(" - ") : TEXT("-")) : i ? TEXT(" + ") : TEXT(""));
        write_operand(writing, node, i, i || minus ? HOLDS_product : HOLDS_sum);
    }
}

static void write_days(const Writing *writing, const ExplainedNode *node)
{
    double days = 0;
    text_append(writing->out, TEXT("("));
    for (size_t i = 0; i < node->operands.count; i++) {
        double weight = node->operands.items[i].weight;
        days += weight;
        text_append_format(writing->out, "%s%g x ", weight < 0 ? (i ? " - " : "-") : i ? " + " : "", fabs(weight));
        write_operand(writing, node, i, HOLDS_whole);
    }
    text_append_format(writing->out, ") / %g days", days);
}

static void write_list(const Writing *writing, const ExplainedNode *node, const char *function)
{
    text_append(writing->out, text_of(function));
    for (size_t i = 0; i < node->operands.count; i++) {
        text_append(writing->out, i ? TEXT(", ") : TEXT("("));
        write_operand(writing, node, i, HOLDS_comparison);
    }
    text_append(writing->out, TEXT(")"));
}

static void write_between(const Writing *writing, const ExplainedNode *node, const char *sign, Holds left, Holds right)
{
    write_operand(writing, node, 0, left);
    text_append(writing->out, text_of(sign));
    write_operand(writing, node, 1, right);
}

static void write_comparison(const Writing *writing, const ExplainedNode *node, const char *sign)
{
    write_between(writing, node, sign, HOLDS_sum, HOLDS_sum);
    text_append(writing->out, node->value != 0 ? TEXT(" [holds]") : TEXT(" [does not hold]"));
}

static void write_operation(const Writing *writing, const ExplainedNode *node)
{
    switch (node->code) {
    case OP_MULTIPLY: write_between(writing, node, " x ", HOLDS_product, HOLDS_whole); break;
    case OP_DIVIDE: write_between(writing, node, " / ", HOLDS_product, HOLDS_whole); break;
    case OP_LESS: write_comparison(writing, node, " < "); break;
    case OP_LESS_EQUAL: write_comparison(writing, node, " <= "); break;
    case OP_EQUAL: write_comparison(writing, node, " == "); break;
    case OP_NOT_EQUAL: write_comparison(writing, node, " != "); break;
    case OP_MINIMUM: write_list(writing, node, "min"); break;
    case OP_MAXIMUM: write_list(writing, node, "max"); break;
    case OP_SELECT: write_list(writing, node, "if"); break;
    case OP_ROUND: write_list(writing, node, "rounded"); break;
    case OP_NEGATE:
        text_append_char(writing->out, '-');
        write_operand(writing, node, 0, HOLDS_whole);
        break;
    default: break;
    }
}

static void write_node(const Writing *writing, const ExplainedNode *node)
{
    switch (node->as) {
    case EXPLAINED_operation: write_operation(writing, node); break;
    case EXPLAINED_sum: write_sum(writing, node); break;
    case EXPLAINED_days: write_days(writing, node); break;
    case EXPLAINED_same: write_operand(writing, node, 0, HOLDS_comparison); break;
    case EXPLAINED_scaled:
        text_append_format(writing->out, TEXT_FORMAT " x ", TEXT_ARGUMENTS(amount_plain(writing->out->arena, node->operands.items[0].weight)));
        write_operand(writing, node, 0, HOLDS_whole);
        break;
    default: write_leaf(writing, node);
    }
}

/* What is rounded in the end says so in the end. */
Text explained_formula(Arena *arena, const Explanation *explanation, size_t index)
{
    TextBuilder out = {.arena = arena};
    const ExplainedNode *node = &explanation->nodes.items[index];
    Writing writing = {&out, explanation, node};
    if (explained_is_leaf(node))
        return TEXT("");
    if (node->as == EXPLAINED_operation && node->code == OP_ROUND) {
        write_operand(&writing, node, 0, HOLDS_sum);
        text_append(&out, TEXT(", rounded"));
    } else {
        write_node(&writing, node);
    }
    return text_builder_text(&out);
}
