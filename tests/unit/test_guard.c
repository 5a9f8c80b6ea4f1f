/* base/guard: what is refused before libconfig sees it, where, and what an include becomes. */
#include "base/guard.h"

#include "unit.h"

#include <string.h>

static const struct {
    const char *text;
    ProblemKind kind;
    uint32_t line, column;
} refused[] = {
    /* what libconfig 1.5 reads wrongly and calls a success */
    {"a = 10737418240;", PROBLEM_integer_misread, 1, 5},
    {"a = 1;\nb = 4294967396;", PROBLEM_integer_misread, 2, 5},
    {"a = 2147483648;", PROBLEM_integer_misread, 1, 5},
    {"a = -2147483649;", PROBLEM_integer_misread, 1, 5},
    {"a = 0x80000000;", PROBLEM_integer_misread, 1, 5},
    {"a = 99999999999999999999L;", PROBLEM_integer_misread, 1, 5},
    {"a = 9223372036854775808L;", PROBLEM_integer_misread, 1, 5},
    {"a = 0xFFFFFFFFFFFFFFFFL;", PROBLEM_integer_misread, 1, 5},
    {"a = ( 1, 3000000000 );", PROBLEM_integer_misread, 1, 10},
    {"a = 1e999;", PROBLEM_real_misread, 1, 5},
    {"a = -1.5e400;", PROBLEM_real_misread, 1, 5},
    {"a = 1e-999;", PROBLEM_real_misread, 1, 5},
    {"a = 1; /* open\nb = 2;", PROBLEM_comment_unclosed, 1, 8},
    {"\xEF\xBB\xBF"
     "a = 1;",
     PROBLEM_byte_order_mark, 1, 1},
    {"a = \"x\\x00y\";", PROBLEM_setting_syntax, 1, 7},
    /* names */
    {"a = 1;\nb = { c = 1;\n  c = 2; };", PROBLEM_duplicate_key, 3, 3},
    {"a = 1; b = 2; a = \"x\";", PROBLEM_duplicate_key, 1, 15},
    {"1a = 1;", PROBLEM_setting_syntax, 1, 1},
    {"true = 1;", PROBLEM_setting_syntax, 1, 1},
    {"\xC3\xA9 = 1;", PROBLEM_setting_syntax, 1, 1},
    /* texts */
    {"a = \"x;\nb = 1;", PROBLEM_setting_syntax, 1, 5},
    {"a = \"x;\nb = \"y\";\nc = \"z\";", PROBLEM_setting_syntax, 1, 5},
    {"a = \"x\";\nb = \"y;\nc = ( \"u\", \"v\" );", PROBLEM_setting_syntax, 2, 5},
    {"kind = adjustment;", PROBLEM_setting_syntax, 1, 8},
    {"filed = 2004-04-21;", PROBLEM_setting_syntax, 1, 13},
    {"value = 1,404;", PROBLEM_setting_syntax, 1, 11},
    {"value = 12abc;", PROBLEM_setting_syntax, 1, 9},
    {"value = 1.5.2;", PROBLEM_setting_syntax, 1, 9},
    {"value = .;", PROBLEM_setting_syntax, 1, 9},
    {"value = -0x10;", PROBLEM_setting_syntax, 1, 9},
    /* signs and brackets */
    {"a 1;", PROBLEM_setting_syntax, 1, 1},
    {"a = ;", PROBLEM_setting_syntax, 1, 5},
    {"a = 1;;", PROBLEM_setting_syntax, 1, 7},
    {"a = { b = 1;", PROBLEM_setting_syntax, 1, 5},
    {"a = { b = ( 1, 2; };", PROBLEM_setting_syntax, 1, 17},
    {"a = ( 1, 2", PROBLEM_setting_syntax, 1, 5},
    {"a = ( 1, 2, );", PROBLEM_setting_syntax, 1, 13},
    {"a = ( 1, ", PROBLEM_setting_syntax, 1, 5},
    {"a = 1; }", PROBLEM_setting_syntax, 1, 8},
    {"a = [ 1, 2.5 ];", PROBLEM_setting_syntax, 1, 10},
    {"a = [ 1, 2L ];", PROBLEM_setting_syntax, 1, 10},
    {"a = [ { } ];", PROBLEM_setting_syntax, 1, 7},
    {"a = ( 1 )\n@inclode \"b.cfg\"", PROBLEM_setting_syntax, 2, 1},
    {"@include b.cfg", PROBLEM_setting_syntax, 1, 1},
    {"a = 1;\n  @include \"no-such-file.cfg\"", PROBLEM_file_missing, 2, 12},
    {"@include \"/\"", PROBLEM_file_is_folder, 1, 10},
    {"@include \"/dev/zero\"", PROBLEM_file_unreadable, 1, 10},
};

static Run *run_begin(void)
{
    static jmp_buf out_of_memory;
    static Run run;
    run = (Run){.arena = arena_create(&out_of_memory)};
    return &run;
}

static Text repeated(Run *run, const char *unit, size_t times)
{
    TextBuilder builder = {.arena = run->arena};
    text_append_times(&builder, text_of(unit), times);
    return text_builder_text(&builder);
}

static void expect_problem(Run *run, ProblemKind kind, uint32_t line, uint32_t column)
{
    ck_assert_uint_eq(run->problems.count, 1);
    const Problem *found = &run->problems.items[0];
    ck_assert_str_eq(problem_name(found->kind), problem_name(kind));
    Location where = source_locate(&run->sources, run->arena, found->place);
    ck_assert_uint_eq(where.line, line);
    ck_assert_uint_eq(where.column, column);
}

START_TEST(refuses)
{
    Run *run = run_begin();
    const Source *source = source_add(&run->sources, run->arena, TEXT("x.cfg"), TEXT("x.cfg"), text_of(refused[_i].text));
    Guarded guarded;
    ck_assert_msg(!guard_read(&guarded, run, source), "%s", refused[_i].text);
    expect_problem(run, refused[_i].kind, refused[_i].line, refused[_i].column);
    arena_destroy(run->arena);
}
END_TEST

static const char *const accepted[] = {
    "# nothing",
    "a = 2147483647; b = -2147483648; c = 0x7FFFFFFF; d = 00000000000000007;",
    "a = 10737418240L; b = -9223372036854775808L; c = 0xFFFFFFFFFFL; d = 5LL;",
    "a = 1e5; b = -.5; c = 1.; d = 1.5E-3; e = +1.5e+3; f = 1.7e308;",
    "a = \"x\" /* between */ \"y\" # behind\n \"z\"; b = [ \"x\" \"y\", \"z\" ];",
    "a = \"two\nlines\"; b = \"\\\"quoted\\\"\";",
    "a : TRUE, b = faLse c = ( ( 1, \"x\" ), [ ], { d = 1; } ), e = { }",
    "a-b*_2 = 1;\r\n\fb = 2; // end",
    "a = { x = 1; }; b = { x = 1; };",
    "a = \"@include \\\"b.cfg\\\" /* # //\";",
};

START_TEST(accepts)
{
    Run *run = run_begin();
    const Source *source = source_add(&run->sources, run->arena, TEXT("x.cfg"), TEXT("x.cfg"), text_of(accepted[_i]));
    Guarded guarded;
    ck_assert_msg(guard_read(&guarded, run, source), "%s", accepted[_i]);
    ck_assert_uint_eq(run->problems.count, 0);
    arena_destroy(run->arena);
}
END_TEST

/* What would keep libconfig busy for minutes, or its stack too deep. */
START_TEST(refuses_too_large)
{
    static const struct {
        const char *before, *unit, *after;
        size_t times;
        bool fits;
    } cases[] = {
        {"a = ", "(", "", 33, false},        {"", "a={", "", 33, false},
        {"a = \"", "x", "\";", 1 << 20, false}, {"", "# comment\n", "a = 1;", 1 << 17, false},
        {"a = ( 0", ", 1", " );", 100000, true},
    };
    for (int i = 0; i < UNIT_COUNT(cases); i++) {
        Run *run = run_begin();
        Text middle = repeated(run, cases[i].unit, cases[i].times);
        Text text = text_format(run->arena, "%s" TEXT_FORMAT "%s", cases[i].before, TEXT_ARGUMENTS(middle), cases[i].after);
        Guarded guarded;
        bool good = guard_read(&guarded, run, source_add(&run->sources, run->arena, TEXT("x.cfg"), TEXT("x.cfg"), text));
        ck_assert_int_eq(good, cases[i].fits);
        if (!good)
            ck_assert_str_eq(problem_name(run->problems.items[0].kind), "settings_too_large");
        arena_destroy(run->arena);
    }
}
END_TEST

START_TEST(refuses_too_many_in_a_group)
{
    Run *run = run_begin();
    TextBuilder text = {.arena = run->arena};
    for (int i = 0; i <= GUARD_WIDEST; i++)
        text_append_format(&text, "a%d = 1;\n", i);
    Guarded guarded;
    ck_assert(!guard_read(&guarded, run, source_add(&run->sources, run->arena, TEXT("x.cfg"), TEXT("x.cfg"), text_builder_text(&text))));
    expect_problem(run, PROBLEM_settings_too_large, GUARD_WIDEST + 1, 1);
    arena_destroy(run->arena);
}
END_TEST

/* Problems that leave the shape clear are reported together. */
START_TEST(reports_several)
{
    Run *run = run_begin();
    Guarded guarded;
    Text text = TEXT("a = 3000000000; a = 1e999; b = 4000000000;");
    ck_assert(!guard_read(&guarded, run, source_add(&run->sources, run->arena, TEXT("x.cfg"), TEXT("x.cfg"), text)));
    ck_assert_uint_eq(run->problems.count, 4);
    arena_destroy(run->arena);
}
END_TEST

static void write_file(const char *folder, const char *name, const char *text)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(text, file);
    fclose(file);
}

static const char *folder_make(void)
{
    static char folder[] = "/tmp/proforma-guard.XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(folder));
    return folder;
}

static void folder_remove(const char *folder)
{
    char command[4096];
    snprintf(command, sizeof command, "rm -r '%s'", folder);
    ck_assert_int_eq(system(command), 0);
}

static bool read_in(Guarded *out, Run *run, const char *folder, const char *name)
{
    const Source *source;
    Text path = text_format(run->arena, "%s/%s", folder, name);
    return run_read_file(&source, run, text_of(name), path, (Place){0}) && guard_read(out, run, source);
}

START_TEST(expands_includes)
{
    const char *folder = folder_make();
    Run *run = run_begin();
    Guarded guarded;
    write_file(folder, "a.cfg", "x = 1;\n@include \"b.cfg\"\ny = { @include \"b.cfg\" # again\n z = 3; };");
    write_file(folder, "b.cfg", "in = 2; # no end of line");
    ck_assert(read_in(&guarded, run, folder, "a.cfg"));
    ck_assert_str_eq(guarded.text, "\nx=1\nin=2\ny={\nin=2\nz=3}");
    static const struct {
        const char *file, *name;
        uint32_t line, column;
    } expected[] = {{"a.cfg", "x", 1, 1}, {"b.cfg", "in", 1, 1}, {"a.cfg", "y", 3, 1}, {"b.cfg", "in", 1, 1}, {"a.cfg", "z", 4, 2}};
    ck_assert_uint_eq(guarded.count, UNIT_COUNT(expected));
    for (int i = 0; i < UNIT_COUNT(expected); i++) {
        Location where = source_locate(&run->sources, run->arena, guarded.items[i].name);
        ck_assert(text_equal(where.name, text_of(expected[i].file)));
        ck_assert(text_equal(source_text(&run->sources, guarded.items[i].name), text_of(expected[i].name)));
        ck_assert_uint_eq(where.line, expected[i].line);
        ck_assert_uint_eq(where.column, expected[i].column);
    }
    Location line = source_locate(&run->sources, run->arena, guarded_line(&guarded, 3));
    ck_assert(text_equal(line.name, TEXT("b.cfg")));
    line = source_locate(&run->sources, run->arena, guarded_line(&guarded, 6));
    ck_assert(text_equal(line.name, TEXT("a.cfg")));
    ck_assert_uint_eq(line.line, 4);
    arena_destroy(run->arena);
    folder_remove(folder);
}
END_TEST

START_TEST(refuses_includes)
{
    static const struct {
        const char *a, *b;
        ProblemKind kind;
        const char *file;
        uint32_t line, column;
    } cases[] = {
        {"@include \"a.cfg\"", "", PROBLEM_include_loop, "a.cfg", 1, 10},
        {"x = 1;\n@include \"b.cfg\"", "@include \"./a.cfg\"", PROBLEM_include_loop, "b.cfg", 1, 10},
        {"@include \"b.cfg\"", "x = 1;\ny = 3000000000;", PROBLEM_integer_misread, "b.cfg", 2, 5},
        {"@include \"b.cfg\"", "x = { y = 1;", PROBLEM_setting_syntax, "b.cfg", 1, 5},
        {"x = { @include \"b.cfg\"", "y = 1; };", PROBLEM_setting_syntax, "b.cfg", 1, 8},
        {"@include \"b.cfg\"\nx = 1;", "x = 2;", PROBLEM_duplicate_key, "a.cfg", 2, 1},
        {"@include \"b.cfg\"", "", PROBLEM_file_empty, "a.cfg", 1, 10},
    };
    const char *folder = folder_make();
    for (int i = 0; i < UNIT_COUNT(cases); i++) {
        Run *run = run_begin();
        Guarded guarded;
        write_file(folder, "a.cfg", cases[i].a);
        write_file(folder, "b.cfg", cases[i].b);
        ck_assert(!read_in(&guarded, run, folder, "a.cfg"));
        expect_problem(run, cases[i].kind, cases[i].line, cases[i].column);
        Location where = source_locate(&run->sources, run->arena, run->problems.items[0].place);
        ck_assert(text_equal(where.name, text_of(cases[i].file)));
        arena_destroy(run->arena);
    }
    folder_remove(folder);
}
END_TEST

START_TEST(refuses_deep_includes)
{
    const char *folder = folder_make();
    for (int i = 0; i <= 11; i++) {
        char name[16], text[32];
        snprintf(name, sizeof name, "%d.cfg", i);
        snprintf(text, sizeof text, "@include \"%d.cfg\"", i + 1);
        write_file(folder, name, i < 11 ? text : "x = 1;");
    }
    Run *run = run_begin();
    Guarded guarded;
    ck_assert(read_in(&guarded, run, folder, "1.cfg"));
    ck_assert(!read_in(&guarded, run, folder, "0.cfg"));
    expect_problem(run, PROBLEM_include_loop, 1, 10);
    arena_destroy(run->arena);
    folder_remove(folder);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("guard");
    unit_add(suite, "refuses", refuses, UNIT_COUNT(refused));
    unit_add(suite, "accepts", accepts, UNIT_COUNT(accepted));
    unit_add(suite, "refuses too large", refuses_too_large, 1);
    unit_add(suite, "refuses too many in a group", refuses_too_many_in_a_group, 1);
    unit_add(suite, "reports several", reports_several, 1);
    unit_add(suite, "expands includes", expands_includes, 1);
    unit_add(suite, "refuses includes", refuses_includes, 1);
    unit_add(suite, "refuses deep includes", refuses_deep_includes, 1);
    return unit_run(suite);
}
