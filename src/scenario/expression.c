/* Reading order: the state, nodes, numbers, names, functions, the grammar from its innermost rule outwards, the whole.
 *
 *     comparison: sum [ < <= > >= == != sum ]     only as the condition of if
 *     sum:        product { + - product }
 *     product:    operand { * / operand }
 *     number:     digits [ thousand | million | billion ] [ unit | % ]
 *     operand:    number | name | ( sum ) | - operand | function ( ... )
 */
#include "scenario/expression.h"

#include <string.h>

enum { DEEPEST = 64, MOST_NODES = 1000 }; /* model/ walks the tree by recursion, so its depth must be bounded */

typedef struct {
    Run *run;
    Text text;
    Place place;
    size_t at;
    int depth, nodes;
} Parser;

static Expression *sum_parse(Parser *parser);

static char peek(const Parser *parser)
{
    return parser->at < parser->text.length ? parser->text.start[parser->at] : '\0';
}

static char peek_at(const Parser *parser, size_t ahead)
{
    return parser->at + ahead < parser->text.length ? parser->text.start[parser->at + ahead] : '\0';
}

static void skip_blank(Parser *parser)
{
    while (char_is_blank(peek(parser)))
        parser->at++;
}

static bool take(Parser *parser, char wanted)
{
    size_t before = parser->at;
    skip_blank(parser);
    if (peek(parser) != wanted) {
        parser->at = before; /* places of nodes end before the blank */
        return false;
    }
    parser->at++;
    return true;
}

/* A value of a file has its quotes around it; escapes and joined literals shift what follows them, so the end is held inside the value. */
static Place place_of(const Parser *parser, size_t from, size_t to)
{
    Place whole = parser->place;
    uint32_t quote = whole.end - whole.start == parser->text.length ? 0 : 1;
    uint32_t start = whole.start + quote + (uint32_t)from, end = whole.start + quote + (uint32_t)to;
    start = start < whole.end ? start : whole.end;
    return (Place){whole.source, start, end < whole.end ? end : whole.end};
}

static Expression *refuse(Parser *parser, size_t from, size_t to, const char *message)
{
    problem(parser->run, PROBLEM_expression_syntax, place_of(parser, from, to), "%s", message);
    return NULL;
}

/* What stands where it should not: the next character, or the end of the text. */
static Expression *refuse_here(Parser *parser, const char *wanted)
{
    skip_blank(parser);
    if (parser->at >= parser->text.length) {
        problem(parser->run, PROBLEM_expression_syntax, place_of(parser, parser->at, parser->at + 1), "the expression ends where %s is due", wanted);
        return NULL;
    }
    char c = peek(parser);
    Place place = place_of(parser, parser->at, parser->at + 1);
    problem(parser->run, PROBLEM_expression_syntax, place, "%s is due here, not \"%c\"", wanted, c >= ' ' && c <= '~' ? c : '?');
    return NULL;
}

static Expression *node_make(Parser *parser, ExpressionKind kind, size_t from)
{
    if (++parser->nodes > MOST_NODES)
        return refuse(parser, from, parser->at, "the expression is too long: it has more than 1000 parts");
    Expression *node = arena_new(parser->run->arena, Expression);
    node->kind = kind;
    node->place = place_of(parser, from, parser->at);
    return node;
}

static Expression *binary_make(Parser *parser, ExpressionKind kind, size_t from, const Expression *left, const Expression *right)
{
    Expression *node = left && right ? node_make(parser, kind, from) : NULL;
    if (node) {
        node->operands[0] = left;
        node->operands[1] = right;
    }
    return node;
}

/* ---- numbers ---- */

/* The end of "1,250.0": a comma belongs to it only before exactly three digits. */
static size_t digits_end(const Parser *parser)
{
    size_t end = 0;
    for (;; end++) {
        char c = peek_at(parser, end);
        bool separator = c == ',' && end && char_is_digit(peek_at(parser, end + 1)) && char_is_digit(peek_at(parser, end + 2)) &&
                         char_is_digit(peek_at(parser, end + 3)) && !char_is_digit(peek_at(parser, end + 4));
        if (!char_is_digit(c) && c != '.' && !separator)
            return parser->at + end;
    }
}

static size_t word_end(const Parser *parser, size_t from)
{
    size_t end = from;
    for (; end < parser->text.length; end++) {
        char c = parser->text.start[end];
        if (!char_is_letter(c) && !char_is_digit(c) && c != '_')
            break;
    }
    return end;
}

/* The next word, without what is before it; `at` moves behind it. */
static Text next_word(const Parser *parser, size_t *at)
{
    size_t from = *at;
    while (from < parser->text.length && parser->text.start[from] == ' ')
        from++;
    size_t end = word_end(parser, from);
    *at = end > from ? end : *at;
    return text_slice(parser->text, from, end);
}

static Expression *no_unit(Parser *parser, size_t from, Text word)
{
    size_t start = (size_t)(word.start - parser->text.start);
    problem(parser->run, PROBLEM_expression_syntax, place_of(parser, from, start + word.length),
            "\"" TEXT_FORMAT "\" is no number with a unit: after a number an operator is due, thousand, million or billion, %%, or a unit such as usd, shares or percent" TEXT_FORMAT,
            TEXT_ARGUMENTS(text_slice(parser->text, from, start + word.length)), TEXT_ARGUMENTS(unit_suggest(parser->run->arena, word)));
    return NULL;
}

/* A unit as inputs have it, or %. One that has a scale of its own takes no scale word. */
static bool unit_parse(Printed *out, Parser *parser, size_t from, size_t *end)
{
    size_t at = *end;
    Unit unit = {UNIT_none, 0};
    Text word = next_word(parser, &at);
    if (word.length && !unit_from_name(&unit, word))
        return no_unit(parser, from, word);
    while (!word.length && at < parser->text.length && parser->text.start[at] == ' ')
        at++;
    if (!word.length && at < parser->text.length && parser->text.start[at] == '%') {
        unit.kind = UNIT_percent;
        at++;
    } else if (!word.length) {
        return true;
    }
    bool scaled = unit.kind == UNIT_money || unit.kind == UNIT_shares;
    if (out->unit.scale && (unit.scale || !scaled))
        return no_unit(parser, from, text_slice(parser->text, from, at));
    *end = at;
    out->unit = (Unit){unit.kind, out->unit.scale ? out->unit.scale : unit.scale};
    out->decimals = (uint8_t)(out->decimals + (unit.kind == UNIT_percent ? 2 : 0));
    return true;
}

static Expression *number_parse(Parser *parser)
{
    size_t from = parser->at, end = digits_end(parser), scaled = end;
    Printed printed;
    if (next_word(parser, &scaled).length && printed_parse_scaled(&printed, text_slice(parser->text, from, scaled)))
        end = scaled;
    Text text = text_slice(parser->text, from, end);
    if (!printed_parse_scaled(&printed, text)) {
        problem(parser->run, PROBLEM_expression_syntax, place_of(parser, from, end), "\"" TEXT_FORMAT "\" is no number", TEXT_ARGUMENTS(text));
        return NULL;
    }
    if (!unit_parse(&printed, parser, from, &end))
        return NULL;
    parser->at = end;
    Expression *node = node_make(parser, EXPRESSION_number, from);
    if (node) {
        node->printed = printed;
        node->scaled = printed.unit.scale > 0 || printed.unit.kind == UNIT_money || printed.unit.kind == UNIT_shares;
    }
    return node;
}

/* ---- names ---- */

/* "@2004-03-31/3M": the slash belongs to the period only when a length follows, else it divides. */
static bool period_parse(Expression *out, Parser *parser)
{
    size_t from = parser->at, end = from + 1;
    while (end < parser->text.length && (char_is_digit(parser->text.start[end]) || parser->text.start[end] == '-') && end - from <= 10)
        end++;
    size_t length = end;
    if (length < parser->text.length && parser->text.start[length] == '/') {
        size_t digits = ++length;
        while (length < parser->text.length && char_is_digit(parser->text.start[length]))
            length++;
        char unit = length < parser->text.length ? parser->text.start[length] : '\0';
        if (length > digits && (unit == 'M' || unit == 'W'))
            end = length + 1;
    }
    size_t junk = word_end(parser, end);
    Text text = text_slice(parser->text, from + 1, junk);
    if (out->has_period)
        return refuse(parser, from, junk, "a name has one period");
    if (!wanted_period_parse(&out->period, text))
        return problem(parser->run, PROBLEM_bad_date, place_of(parser, from, junk), "\"" TEXT_FORMAT "\" is no period", TEXT_ARGUMENTS(text));
    out->has_period = true;
    parser->at = end;
    return true;
}

static bool basis_parse(Expression *out, Parser *parser)
{
    size_t from = parser->at, end = word_end(parser, from + 1);
    Text text = text_slice(parser->text, from + 1, end);
    if (out->has_basis)
        return refuse(parser, from, end, "a name has one basis");
    if (!basis_from_name(&out->basis, text))
        return problem(parser->run, PROBLEM_expression_syntax, place_of(parser, from, end), "there is no basis \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(text),
                       TEXT_ARGUMENTS(basis_suggest(parser->run->arena, text)));
    out->has_basis = true;
    parser->at = end;
    return true;
}

static bool name_parse(Expression *out, Parser *parser)
{
    size_t from = parser->at, end = from;
    out->kind = EXPRESSION_name;
    do {
        size_t word = end == from ? from : end + 1;
        end = word_end(parser, word);
        if (end == word || (word == from && !char_is_letter(parser->text.start[from])))
            return refuse(parser, word, end + (end == word), "a name is words of letters, digits and _, joined by dots");
    } while (end < parser->text.length && parser->text.start[end] == '.');
    out->name = text_slice(parser->text, from, end);
    parser->at = end;
    while (peek(parser) == '@' || peek(parser) == ':')
        if (!(peek(parser) == '@' ? period_parse(out, parser) : basis_parse(out, parser)))
            return false;
    out->place = place_of(parser, from, parser->at);
    return true;
}

/* ---- functions ---- */

static const struct {
    const char *name;
    ExpressionKind kind;
    int least, most;
} functions[] = {
    {"min", EXPRESSION_minimum, 2, MOST_NODES}, {"max", EXPRESSION_maximum, 2, MOST_NODES}, {"clamp", EXPRESSION_clamp, 3, 3},
    {"round", EXPRESSION_round, 1, 1},          {"if", EXPRESSION_if, 3, 3},
};
enum { FUNCTIONS = sizeof functions / sizeof *functions };

static Expression *comparison_parse(Parser *parser)
{
    static const struct {
        const char *sign;
        ExpressionKind kind;
    } signs[] = {
        {"<=", EXPRESSION_less_equal}, {">=", EXPRESSION_greater_equal}, {"==", EXPRESSION_equal},
        {"!=", EXPRESSION_not_equal},  {"<", EXPRESSION_less},           {">", EXPRESSION_greater},
    };
    skip_blank(parser);
    size_t from = parser->at;
    Expression *left = sum_parse(parser);
    if (!left)
        return NULL;
    skip_blank(parser);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        Text sign = text_of(signs[i].sign), rest = text_slice(parser->text, parser->at, parser->text.length);
        if (!text_starts_with(rest, sign))
            continue;
        parser->at += sign.length;
        Expression *right = sum_parse(parser);
        return binary_make(parser, signs[i].kind, from, left, right);
    }
    return refuse_here(parser, "a comparison (< <= > >= == !=)");
}

static Expression *argument_parse(Parser *parser, ExpressionKind kind, int index)
{
    return kind == EXPRESSION_if && index == 0 ? comparison_parse(parser) : sum_parse(parser);
}

static Expression *count_refuse(Parser *parser, size_t from, size_t function)
{
    static const char *const counts[] = {"", "one amount", "two amounts or more", "three amounts"};
    problem(parser->run, PROBLEM_expression_syntax, place_of(parser, from, parser->at), "%s takes %s; a blank after a comma keeps 1, 250 apart from 1,250",
            functions[function].name, counts[functions[function].least]);
    return NULL;
}

/* min and max of more than two amounts become nested ones of two. */
static Expression *function_parse(Parser *parser, size_t function, size_t from)
{
    Expression *out = NULL;
    const Expression *operands[3] = {0};
    ExpressionKind kind = functions[function].kind;
    int count = 0;
    do {
        const Expression *argument = argument_parse(parser, kind, count);
        if (!argument)
            return NULL;
        if (functions[function].most > 3 && count >= 2) {
            if (!(operands[0] = binary_make(parser, kind, from, operands[0], operands[1])))
                return NULL;
            operands[1] = argument;
        } else if (count < functions[function].most) {
            operands[count] = argument;
        }
        count++;
    } while (take(parser, ','));
    if (!take(parser, ')'))
        return refuse_here(parser, "a comma or )");
    if (count < functions[function].least || count > functions[function].most)
        return count_refuse(parser, from, function);
    if ((out = node_make(parser, kind, from)))
        memcpy(out->operands, operands, sizeof operands);
    return out;
}

static size_t function_at(const Parser *parser)
{
    size_t end = word_end(parser, parser->at), open = end;
    Text word = text_slice(parser->text, parser->at, end);
    while (open < parser->text.length && parser->text.start[open] == ' ')
        open++;
    size_t function = 0;
    while (function < FUNCTIONS && !text_equal(word, text_of(functions[function].name)))
        function++;
    return open < parser->text.length && parser->text.start[open] == '(' ? function : FUNCTIONS;
}

static Expression *unknown_function(Parser *parser, size_t from, Text name)
{
    Text names[FUNCTIONS];
    for (size_t i = 0; i < FUNCTIONS; i++)
        names[i] = text_of(functions[i].name);
    problem(parser->run, PROBLEM_expression_syntax, place_of(parser, from, from + name.length), "there is no function \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(name),
            TEXT_ARGUMENTS(suggest_among(parser->run->arena, name, names, FUNCTIONS)));
    return NULL;
}

/* ---- the grammar ---- */

static Expression *word_parse(Parser *parser)
{
    size_t from = parser->at, function = function_at(parser);
    if (function < FUNCTIONS) {
        parser->at = text_find_char(parser->text, '(', from) + 1;
        return function_parse(parser, function, from);
    }
    Expression name = {0};
    if (!name_parse(&name, parser))
        return NULL;
    if (take(parser, '('))
        return unknown_function(parser, from, name.name);
    Expression *node = node_make(parser, EXPRESSION_name, from);
    if (node)
        *node = name;
    return node;
}

static Expression *operand_parse(Parser *parser);

static Expression *negation_parse(Parser *parser, size_t from)
{
    const Expression *operand = operand_parse(parser);
    Expression *node = operand ? node_make(parser, EXPRESSION_negate, from) : NULL;
    if (node)
        node->operands[0] = operand;
    return node;
}

static Expression *parentheses_parse(Parser *parser)
{
    Expression *inner = sum_parse(parser);
    if (inner && !take(parser, ')'))
        return refuse_here(parser, "an operator or )");
    return inner;
}

static Expression *operand_parse(Parser *parser)
{
    Expression *out;
    skip_blank(parser);
    size_t from = parser->at;
    char c = peek(parser);
    if (++parser->depth > DEEPEST)
        return refuse(parser, from, from + 1, "the expression is nested too deep: more than 64 levels");
    if (take(parser, '('))
        out = parentheses_parse(parser);
    else if (take(parser, '-'))
        out = negation_parse(parser, from);
    else if (char_is_digit(c) || c == '.')
        out = number_parse(parser);
    else if (char_is_letter(c) || c == '_')
        out = word_parse(parser);
    else
        out = refuse_here(parser, "a name, a number or (");
    parser->depth--;
    return out;
}

static Expression *product_parse(Parser *parser)
{
    skip_blank(parser);
    size_t from = parser->at;
    Expression *left = operand_parse(parser);
    while (left) {
        bool multiply = take(parser, '*');
        if (!multiply && !take(parser, '/'))
            break;
        left = binary_make(parser, multiply ? EXPRESSION_multiply : EXPRESSION_divide, from, left, operand_parse(parser));
    }
    return left;
}

static Expression *sum_parse(Parser *parser)
{
    skip_blank(parser);
    size_t from = parser->at;
    Expression *left = product_parse(parser);
    while (left) {
        bool add = take(parser, '+');
        if (!add && !take(parser, '-'))
            break;
        left = binary_make(parser, add ? EXPRESSION_add : EXPRESSION_subtract, from, left, product_parse(parser));
    }
    return left;
}

/* ---- the whole ---- */

static bool all_read(Parser *parser)
{
    skip_blank(parser);
    char c = peek(parser);
    if (parser->at == parser->text.length)
        return true;
    if (c == '<' || c == '>' || c == '=' || c == '!')
        return refuse(parser, parser->at, parser->at + 1, "a comparison stands only in if(condition, amount, amount)");
    return refuse_here(parser, "an operator");
}

bool expression_parse(const Expression **out, Run *run, Text text, Place place)
{
    Parser parser = {.run = run, .text = text, .place = place};
    *out = sum_parse(&parser);
    return *out && all_read(&parser);
}

bool expression_parse_name(Expression *out, Run *run, Text text, Place place)
{
    Parser parser = {.run = run, .text = text, .place = place};
    *out = (Expression){0};
    skip_blank(&parser);
    return name_parse(out, &parser) && all_read(&parser);
}

bool expression_divides(const Expression *expression)
{
    if (expression->kind == EXPRESSION_divide)
        return true;
    for (int i = 0; i < 3 && expression->operands[i]; i++)
        if (expression_divides(expression->operands[i]))
            return true;
    return false;
}
