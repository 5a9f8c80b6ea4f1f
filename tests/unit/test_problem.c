#include "base/run.h"
#include "unit.h"

static jmp_buf memory_ended;

static Run run_for_test(void)
{
    return (Run){.arena = arena_create(&memory_ended)};
}

START_TEST(shows_place_caret_rule_and_remedy)
{
    Run run = run_for_test();
    source_add(&run.sources, run.arena, TEXT("base.cfg"), TEXT("x/base.cfg"), TEXT("a = 1;\n\tentry = 7;\r\nlast"));
    ck_assert(!problem(&run, PROBLEM_unbalanced_entry, (Place){1, 8, 13}, "entry \"%s\" is out by %d", "e", 1));
    Text text = problem_text(&run, &run.problems.items[0]);
    Text wanted = TEXT("base.cfg:2:2: error: entry \"e\" is out by 1 [unbalanced_entry]\n  \tentry = 7;\n  \t^^^^^\n  rule: ");
    ck_assert_msg(text_starts_with(text, wanted), "%.*s", TEXT_ARGUMENTS(text));
    ck_assert_uint_lt(text_find(text, TEXT(".\n  remedy: "), wanted.length), text.length);
    arena_destroy(run.arena);
}
END_TEST

START_TEST(says_the_same_once)
{
    Run run = run_for_test();
    problem(&run, PROBLEM_unknown_key, (Place){0}, "twice");
    problem(&run, PROBLEM_unknown_key, (Place){0}, "twice");
    problem_as(&run, SEVERITY_note, PROBLEM_restated, (Place){0}, "a note");
    ck_assert_uint_eq(run.problems.count, 2);
    ck_assert_int_eq(problem_gravest(&run.problems), SEVERITY_error);
    ck_assert_uint_eq(problem_count(&run.problems, SEVERITY_warning), 1);
    arena_destroy(run.arena);
}
END_TEST

/* Offsets of "one\ntwo\n\nfour": line 1 begins at 0, 2 at 4, 3 at 8, 4 at 9. */
static const struct {
    uint32_t offset, line, column;
} offsets[] = {{0, 1, 1}, {3, 1, 4}, {4, 2, 1}, {7, 2, 4}, {8, 3, 1}, {9, 4, 1}, {12, 4, 4}};

START_TEST(locates)
{
    Run run = run_for_test();
    source_add(&run.sources, run.arena, TEXT("f"), TEXT("f"), TEXT("one\ntwo\n\nfour"));
    Location where = source_locate(&run.sources, run.arena, (Place){1, offsets[_i].offset, offsets[_i].offset + 1});
    ck_assert_uint_eq(where.line, offsets[_i].line);
    ck_assert_uint_eq(where.column, offsets[_i].column);
    arena_destroy(run.arena);
}
END_TEST

START_TEST(paths_are_beside)
{
    Run run = run_for_test();
    ck_assert(text_equal(path_beside(run.arena, TEXT("scenarios/base.cfg"), TEXT("filings/a.txt")), TEXT("scenarios/filings/a.txt")));
    ck_assert(text_equal(path_beside(run.arena, TEXT("base.cfg"), TEXT("a.txt")), TEXT("a.txt")));
    ck_assert(text_equal(path_beside(run.arena, TEXT("x/base.cfg"), TEXT("/a.txt")), TEXT("/a.txt")));
    arena_destroy(run.arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("problem");
    unit_add(suite, "shows place, caret, rule and remedy", shows_place_caret_rule_and_remedy, 1);
    unit_add(suite, "says the same once", says_the_same_once, 1);
    unit_add(suite, "locates", locates, UNIT_COUNT(offsets));
    unit_add(suite, "paths are beside", paths_are_beside, 1);
    return unit_run(suite);
}
