/* A figure as JSON: a tree of nodes, each with its operation and operands, down to leaves with their places. What stands in it a second time is
 * only referred to; what lies deeper than was asked for is counted. */
#include "report/write_json.h"

static const char *operation_name(const ExplainedNode *node)
{
    static const char *const codes[OP_CODES] = {
        [OP_ADD] = "add", [OP_SUBTRACT] = "subtract", [OP_MULTIPLY] = "multiply", [OP_DIVIDE] = "divide", [OP_NEGATE] = "negate", [OP_MINIMUM] = "minimum",
        [OP_MAXIMUM] = "maximum", [OP_ROUND] = "round", [OP_LESS] = "less", [OP_LESS_EQUAL] = "less_equal", [OP_EQUAL] = "equal", [OP_NOT_EQUAL] = "not_equal",
        [OP_SELECT] = "select",
    };
    static const char *const names[] = {
        [EXPLAINED_same] = "same", [EXPLAINED_sum] = "sum", [EXPLAINED_days] = "days", [EXPLAINED_scaled] = "scaled", [EXPLAINED_printed] = "printed",
        [EXPLAINED_nil] = "nil", [EXPLAINED_set] = "set", [EXPLAINED_input] = "input", [EXPLAINED_number] = "number", [EXPLAINED_constant] = "constant",
    };
    return node->as == EXPLAINED_operation ? codes[node->code] : names[node->as];
}

typedef struct {
    const Explanation *explanation;
    bool *told; /* by node */
} Printing;

static bool is_weighted(const ExplainedNode *node)
{
    return node->as == EXPLAINED_sum || node->as == EXPLAINED_days || node->as == EXPLAINED_scaled;
}

static void fill_leaf(Json object, const Printing *printing, const ExplainedNode *node)
{
    if (node->place.source) {
        Location where = source_locate(printing->explanation->sources, object.arena, node->place);
        json_add_text(object, "file", where.name);
        json_add_count(object, "line", where.line);
        json_add_count(object, "column", where.column);
    }
    json_add_text(object, "text", node->text);
    json_add_text_or_null(object, "written", unit_name(object.arena, node->written));
    if (node->as == EXPLAINED_printed || node->as == EXPLAINED_nil)
        json_add_text(object, "caption", node->caption);
    else
        json_add_text_or_null(object, "source", node->source);
}

static void fill_node(Json object, const Printing *printing, size_t index, size_t level);

/* Levels are those of the text: what has no line of its own belongs to the line above. */
static void fill_operands(Json object, const Printing *printing, const ExplainedNode *node, size_t level)
{
    Json operands = json_add_list(object, "operands");
    for (size_t i = 0; i < node->operands.count; i++) {
        const ExplainedOperand *operand = &node->operands.items[i];
        Json element = json_add_object(operands, NULL);
        if (is_weighted(node))
            json_add_number(element, "weight", amount_plain(object.arena, operand->weight));
        fill_node(element, printing, operand->node, level + printing->explanation->nodes.items[operand->node].own_line);
    }
}

static void fill_node(Json object, const Printing *printing, size_t index, size_t level)
{
    const Explanation *explanation = printing->explanation;
    const ExplainedNode *node = &explanation->nodes.items[index];
    if (printing->told[index]) {
        json_add_count(object, "see", index);
        return;
    }
    bool cut = node->own_line && level == explanation->depth && explained_lines(object.arena, explanation, index).count;
    json_add_count(object, "id", index);
    json_add_text_or_null(object, "name", node->named ? full_name_text(object.arena, &node->full) : TEXT(""));
    json_add_text_or_null(object, "title", node->title);
    json_add_text_or_null(object, "letter", node->letter);
    json_add_number(object, "value", amount_plain(object.arena, node->value));
    json_add_text_or_null(object, "unit", explained_unit(object.arena, node));
    json_add_text(object, "operation", text_of(operation_name(node)));
    json_add_text_or_null(object, "note", node->note);
    if (explained_is_leaf(node)) {
        fill_leaf(object, printing, node);
        printing->told[index] = true;
        return;
    }
    if (node->own_line)
        json_add_text(object, "formula", explained_formula(object.arena, explanation, index));
    if (node->taken != SIZE_MAX)
        json_add_count(object, "taken", node->taken);
    if (cut) {
        json_add_count(object, "below", explained_below(object.arena, explanation, index));
        return;
    }
    printing->told[index] = true;
    fill_operands(object, printing, node, level);
}

static void fill_place(Json object, const Explanation *explanation)
{
    Location where = source_locate(explanation->sources, object.arena, explanation->place);
    json_add_text_or_null(object, "file", where.name);
    if (!where.line)
        return;
    json_add_count(object, "line", where.line);
    json_add_count(object, "column", where.column);
}

static void fill_explanation(Json object, const void *what)
{
    const Explanation *explanation = what;
    Printing printing = {explanation, arena_array(object.arena, bool, explanation->nodes.count)};
    json_add_text(object, "name", explanation->name);
    if (explanation->is_setting) {
        if (explanation->number)
            json_add_number(object, "setting", explanation->value);
        else
            json_add_text_or_null(object, "setting", explanation->value);
        fill_place(object, explanation);
    } else if (explanation->nodes.count == 0) {
        json_add_number(object, "value", TEXT(""));
        json_add_text(object, "reason", explanation->reason);
    } else {
        json_add_number(object, "value", amount_plain(object.arena, explanation->nodes.items[0].value));
        json_add_text_or_null(object, "unit", explanation->unit);
        json_add_count(object, "scale", explanation->scale);
        fill_node(json_add_object(object, "tree"), &printing, 0, 0);
    }
}

Text json_explanation(Arena *arena, const Explanation *explanation)
{
    return text_format(arena, TEXT_FORMAT "\n", TEXT_ARGUMENTS(json_piece(arena, JSON_indented, fill_explanation, explanation)));
}
