/* scenario/expression: what formulas mean, and where in the file a wrong one is wrong. */
#include "scenario/expression.h"

#include "unit.h"

#include <string.h>

static Run *run_begin(void)
{
    static jmp_buf out_of_memory;
    static Run run;
    run = (Run){.arena = arena_create(&out_of_memory)};
    return &run;
}

/* The tree as nested words, names with their suffixes: (+ a (* 2 b@2004-03-31/3M:gaap)). */
static void append_tree(TextBuilder *out, const Expression *node)
{
    static const char *const words[] = {"", "", "neg", "+", "-", "*", "/", "<", "<=", ">", ">=", "==", "!=", "min", "max", "round", "clamp", "if"};
    if (node->kind == EXPRESSION_number) {
        text_append_format(out, TEXT_FORMAT "%s", TEXT_ARGUMENTS(printed_plain(out->arena, node->printed)), node->scaled ? "e" : "");
        if (node->scaled)
            text_append_format(out, "%d", node->printed.unit.scale);
    } else if (node->kind == EXPRESSION_name) {
        text_append(out, node->name);
        if (node->has_period)
            text_append_format(out, "@" TEXT_FORMAT, TEXT_ARGUMENTS(wanted_period_text(out->arena, node->period)));
        if (node->has_basis)
            text_append_format(out, ":%s", node->basis == BASIS_gaap ? "gaap" : "non_gaap");
    } else {
        text_append_format(out, "(%s", words[node->kind]);
        for (int i = 0; i < 3 && node->operands[i]; i++) {
            text_append_char(out, ' ');
            append_tree(out, node->operands[i]);
        }
        text_append_char(out, ')');
    }
}

static const struct {
    const char *text, *tree;
} read[] = {
    {"net_income", "net_income"},
    {" a.b_c.d2 ", "a.b_c.d2"},
    {"-a.b", "(neg a.b)"},
    {"1 + 2 * 3 - 4", "(- (+ 1 (* 2 3)) 4)"},
    {"(1 + 2) * -3 / 4", "(/ (* (+ 1 2) (neg 3)) 4)"},
    {"a - b - c", "(- (- a b) c)"},
    {"--a", "(neg (neg a))"},
    {"1,250.0 million * deal.ratio", "(* 1250.0e6 deal.ratio)"},
    {"30,505", "30505"},
    {"0.09", "0.09"},
    {"400 thousand", "400e3"},
    {"302 thousand usd", "302e3"},
    {"302 usd_thousands + 5 million shares", "(+ 302e3 5e6)"},
    {"302000 usd", "302000e0"},
    {"8.7 percent", "0.087"},
    {"8.7% * a", "(* 0.087 a)"},
    {"40 %", "0.40"},
    {"2.50 usd_per_share * 4", "(* 2.50 4)"},
    {"1.5 years", "1.5"},
    {"a@2004-03-31/3M", "a@2004-03-31/3M"},
    {"a@2004-03-31/3M:non_gaap - b@2003-12-31", "(- a@2004-03-31/3M:non_gaap b@2003-12-31)"},
    {"a:gaap@1998-10-31/13W", "a@1998-10-31/13W:gaap"},
    {"a@2004-03-31-b", "(- a@2004-03-31 b)"},
    {"a@2004-03-31/3", "(/ a@2004-03-31 3)"},
    {"a@2004-03-31/3M/2", "(/ a@2004-03-31/3M 2)"},
    {"a:gaap/b:non_gaap", "(/ a:gaap b:non_gaap)"},
    {"min(a, b)", "(min a b)"},
    {"max(1, 250)", "(max 1 250)"},
    {"min(a, b, c, d)", "(min (min (min a b) c) d)"},
    {"clamp(x, 0, 1.5)", "(clamp x 0 1.5)"},
    {"round (a * 0.35)", "(round (* a 0.35))"},
    {"if(a.net_income < 0, 0, a * 2)", "(if (< a.net_income 0) 0 (* a 2))"},
    {"if(a >= b, if(c != 0, 1, 2), 3)", "(if (>= a b) (if (!= c 0) 1 2) 3)"},
    {"if(a + 1 == b, c, d)", "(if (== (+ a 1) b) c d)"},
    {"min.a + round", "(+ min.a round)"}, /* a function only before a parenthesis */
    {"(n.shares.diluted:non_gaap - n.shares.basic:non_gaap) * deal.exchange_ratio", "(* (- n.shares.diluted:non_gaap n.shares.basic:non_gaap) deal.exchange_ratio)"},
};

START_TEST(reads)
{
    Run *run = run_begin();
    const Expression *tree;
    Text text = text_of(read[_i].text);
    ck_assert_msg(expression_parse(&tree, run, text, (Place){1, 0, (uint32_t)text.length}), "%s", read[_i].text);
    TextBuilder out = {.arena = run->arena};
    append_tree(&out, tree);
    ck_assert_str_eq(text_zero_terminated(run->arena, text_builder_text(&out)), read[_i].tree);
    arena_destroy(run->arena);
}
END_TEST

static const struct {
    const char *text;
    uint32_t start, end; /* in the text */
    ProblemKind kind;
} refused[] = {
    {"", 0, 0, PROBLEM_expression_syntax},
    {"a +", 3, 3, PROBLEM_expression_syntax},
    {"a b", 2, 3, PROBLEM_expression_syntax},
    {"a + * b", 4, 5, PROBLEM_expression_syntax},
    {"(a", 2, 2, PROBLEM_expression_syntax},
    {"a)", 1, 2, PROBLEM_expression_syntax},
    {"a < b", 2, 3, PROBLEM_expression_syntax},
    {"if(a, b, c)", 4, 5, PROBLEM_expression_syntax},
    {"if(a < b, c)", 0, 12, PROBLEM_expression_syntax},
    {"max(1,250)", 0, 10, PROBLEM_expression_syntax},
    {"round(a, b)", 0, 11, PROBLEM_expression_syntax},
    {"sqrt(a)", 0, 4, PROBLEM_expression_syntax},
    {"1.2.3", 0, 5, PROBLEM_expression_syntax},
    {"1,25", 1, 2, PROBLEM_expression_syntax},
    {"5 furlongs", 0, 10, PROBLEM_expression_syntax},
    {"5 thousand furlongs", 0, 19, PROBLEM_expression_syntax},
    {"5 thousand usd_thousands", 0, 24, PROBLEM_expression_syntax},
    {"5 thousand percent", 0, 18, PROBLEM_expression_syntax},
    {"5 percent percent", 10, 11, PROBLEM_expression_syntax},
    {"1234567890123456789", 0, 19, PROBLEM_expression_syntax},
    {"a..b", 2, 3, PROBLEM_expression_syntax},
    {"a.", 2, 2, PROBLEM_expression_syntax},
    {"_a", 0, 2, PROBLEM_expression_syntax},
    {"a@2004-02-30/3M + 1", 1, 15, PROBLEM_bad_date},
    {"a@2004-03-31/3Mx", 1, 16, PROBLEM_bad_date},
    {"a@", 1, 2, PROBLEM_bad_date},
    {"a:pro_forma", 1, 11, PROBLEM_expression_syntax},
    {"a:gaap:gaap", 6, 11, PROBLEM_expression_syntax},
    {"a@2004-03-31@2004-03-31", 12, 23, PROBLEM_expression_syntax},
    {"a # b", 2, 3, PROBLEM_expression_syntax},
    {"a ^ 2", 2, 3, PROBLEM_expression_syntax},
};

START_TEST(refuses)
{
    Run *run = run_begin();
    const Expression *tree;
    Text text = text_of(refused[_i].text);
    Place place = {1, 100, 102 + (uint32_t)text.length}; /* as a value of a file, with its quotes */
    ck_assert_msg(!expression_parse(&tree, run, text, place), "%s", refused[_i].text);
    ck_assert_uint_eq(run->problems.count, 1);
    const Problem *found = &run->problems.items[0];
    ck_assert_str_eq(problem_name(found->kind), problem_name(refused[_i].kind));
    ck_assert_uint_eq(found->place.start, 101 + refused[_i].start);
    if (refused[_i].end > refused[_i].start)
        ck_assert_uint_eq(found->place.end, 101 + refused[_i].end);
    arena_destroy(run->arena);
}
END_TEST

/* A value of joined literals or escapes: the place may be off, and stays inside the value. */
START_TEST(stays_inside_its_value)
{
    Run *run = run_begin();
    const Expression *tree;
    ck_assert(!expression_parse(&tree, run, TEXT("aaaaaaaaaaaaaaaaaaaa +"), (Place){1, 10, 15}));
    ck_assert_uint_le(run->problems.items[0].place.end, 15);
    ck_assert_uint_le(run->problems.items[0].place.start, 15);
    arena_destroy(run->arena);
}
END_TEST

START_TEST(limits_depth_and_length)
{
    static const struct {
        const char *unit, *end;
        size_t times;
        bool good;
    } cases[] = {{"(", "a", 100000, false}, {"-", "a", 100000, false}, {"min(", "a", 100000, false}, {"1 + ", "1", 100000, false},
                 {"1 + ", "1", 400, true},  {"-", "a", 60, true},      {"if(", "a", 100000, false}};
    for (int i = 0; i < UNIT_COUNT(cases); i++) {
        Run *run = run_begin();
        TextBuilder text = {.arena = run->arena};
        text_append_times(&text, text_of(cases[i].unit), cases[i].times);
        text_append(&text, text_of(cases[i].end));
        const Expression *tree;
        Text whole = text_builder_text(&text);
        ck_assert_int_eq(expression_parse(&tree, run, whole, (Place){1, 0, (uint32_t)whole.length}), cases[i].good);
        ck_assert_uint_eq(run->problems.count, !cases[i].good);
        arena_destroy(run->arena);
    }
}
END_TEST

static const struct {
    const char *text;
    bool good;
} names[] = {
    {"netscreen.cost.product@2004-03-31/3M:gaap", true}, {"net_income", true}, {"a + b", false}, {"-a", false}, {"", false}, {"3M", false}, {"a-b", false},
};

START_TEST(reads_a_name_alone)
{
    Run *run = run_begin();
    Expression name;
    Text text = text_of(names[_i].text);
    ck_assert_int_eq(expression_parse_name(&name, run, text, (Place){1, 0, (uint32_t)text.length}), names[_i].good);
    ck_assert_uint_eq(run->problems.count, !names[_i].good);
    arena_destroy(run->arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("expression");
    unit_add(suite, "reads", reads, UNIT_COUNT(read));
    unit_add(suite, "refuses", refuses, UNIT_COUNT(refused));
    unit_add(suite, "stays inside its value", stays_inside_its_value, 1);
    unit_add(suite, "limits depth and length", limits_depth_and_length, 1);
    unit_add(suite, "reads a name alone", reads_a_name_alone, UNIT_COUNT(names));
    return unit_run(suite);
}
