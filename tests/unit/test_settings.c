/* base/settings: values as libconfig reads them, with places, typed access and one message for one mistake. */
#include "base/settings.h"

#include "unit.h"

#include <string.h>

static Run *run_begin(void)
{
    static jmp_buf out_of_memory;
    static Run run;
    run = (Run){.arena = arena_create(&out_of_memory)};
    return &run;
}

static const Setting *settings_of(Run *run, const char *text)
{
    const Setting *root = NULL;
    bool good = settings_read_source(&root, run, source_add(&run->sources, run->arena, TEXT("x.cfg"), TEXT("x.cfg"), text_of(text)));
    for (size_t i = 0; !good && i < run->problems.count; i++)
        fprintf(stderr, "%.*s\n", TEXT_ARGUMENTS(run->problems.items[i].message));
    ck_assert(good);
    return root;
}

static const struct {
    const char *text;
    SettingKind kind;
    const char *value; /* as printed by value_of */
    uint32_t name_column, column, end;
} values[] = {
    {"a = 5;", SETTING_integer, "5", 1, 5, 6},
    {"a = -0;", SETTING_integer, "0", 1, 5, 7},
    {"a = 007;", SETTING_integer, "7", 1, 5, 8},
    {"a = 0x1F", SETTING_integer, "31", 1, 5, 9},
    {"a = 10737418240L;", SETTING_integer, "10737418240", 1, 5, 17},
    {"a = -9223372036854775808L;", SETTING_integer, "-9223372036854775808", 1, 5, 26},
    {"  a=1.404;", SETTING_real, "1.404", 3, 5, 10},
    {"a = 1e5", SETTING_real, "100000", 1, 5, 8},
    {"a : TRUE", SETTING_boolean, "true", 1, 5, 9},
    {"a = \"x\";", SETTING_text, "x", 1, 5, 8},
    {"a = \"x\" \"y\" /* */ \"z\" ;", SETTING_text, "xyz", 1, 5, 22},
    {"a = \"q \\\" \\x41\";", SETTING_text, "q \" A", 1, 5, 16},
    {"a = \"\";", SETTING_text, "", 1, 5, 7},
    {"a = ( 1, 2 );", SETTING_list, "2 inside", 1, 5, 6},
    {"a = [ ];", SETTING_list, "0 inside", 1, 5, 6},
    {"a = { b = 1; };", SETTING_group, "1 inside", 1, 5, 6},
};

static Text value_of(Run *run, const Setting *setting)
{
    switch (setting->kind) {
    case SETTING_integer:
        return text_format(run->arena, "%lld", (long long)setting->integer);
    case SETTING_real:
        return text_format(run->arena, "%.15g", setting->real);
    case SETTING_boolean:
        return setting->boolean ? TEXT("true") : TEXT("false");
    case SETTING_text:
        return setting->text;
    default:
        return text_format(run->arena, "%zu inside", setting->count);
    }
}

START_TEST(reads_values)
{
    Run *run = run_begin();
    const Setting *root = settings_of(run, values[_i].text), *setting = setting_find(root, "a");
    ck_assert_ptr_nonnull(setting);
    ck_assert_int_eq(setting->kind, values[_i].kind);
    ck_assert_str_eq(text_zero_terminated(run->arena, value_of(run, setting)), values[_i].value);
    ck_assert_uint_eq(setting->name_place.start + 1, values[_i].name_column);
    ck_assert_uint_eq(setting->place.start + 1, values[_i].column);
    ck_assert_uint_eq(setting->place.end + 1, values[_i].end);
    ck_assert_ptr_eq(setting->parent, root);
    arena_destroy(run->arena);
}
END_TEST

START_TEST(keeps_the_order_and_the_places_of_a_tree)
{
    Run *run = run_begin();
    const Setting *root = settings_of(run, "a = { b = ( { c = 1; }, \"d\" ); e = 2; };\nf = [ 3, 4 ];");
    const Setting *b = setting_find(setting_find(root, "a"), "b"), *f = setting_find(root, "f");
    ck_assert_uint_eq(b->count, 2);
    ck_assert_int_eq((int)setting_find(&b->children[0], "c")->integer, 1);
    ck_assert_uint_eq(b->children[1].place.start, 24);
    ck_assert_uint_eq(b->children[1].name_place.start, 24);
    ck_assert_uint_eq(b->children[1].name.length, 0);
    ck_assert_uint_eq(f->place.start, 45);
    ck_assert_int_eq((int)f->children[1].integer, 4);
    ck_assert_uint_eq(f->children[1].place.start, 50);
    ck_assert_ptr_null(setting_find(root, "g"));
    ck_assert_ptr_null(setting_find(NULL, "g"));
    arena_destroy(run->arena);
}
END_TEST

START_TEST(converts_nothing_but_whole_numbers_to_reals)
{
    Run *run = run_begin();
    const Setting *root = settings_of(run, "i = 2; r = 0.0825; t = \"x\"; b = true; l = ( \"u\", \"v\" );");
    Text text = TEXT("kept"), *texts = NULL;
    int64_t integer = 7;
    double real = 7;
    bool boolean = false;
    size_t count = 0;
    ck_assert(setting_read_real(&real, run, root, "i") && real == 2);
    ck_assert(setting_read_real(&real, run, root, "r") && real == 0.0825);
    ck_assert(setting_read_integer(&integer, run, root, "absent") && integer == 7);
    ck_assert(setting_read_text(&text, run, root, "absent") && text_equal(text, TEXT("kept")));
    ck_assert(setting_read_boolean(&boolean, run, root, "b") && boolean);
    ck_assert(setting_read_texts(&texts, &count, run, root, "l") && count == 2 && text_equal(texts[1], TEXT("v")));
    ck_assert_uint_eq(run->problems.count, 0);
    ck_assert(!setting_read_integer(&integer, run, root, "r") && integer == 7);
    ck_assert(!setting_read_integer(&integer, run, root, "t"));
    ck_assert(!setting_read_text(&text, run, root, "i"));
    ck_assert(!setting_read_boolean(&boolean, run, root, "i"));
    ck_assert(!setting_read_real(&real, run, root, "t"));
    ck_assert(!setting_read_texts(&texts, &count, run, root, "t"));
    ck_assert_uint_eq(run->problems.count, 6);
    arena_destroy(run->arena);
}
END_TEST

static const struct {
    const char *text;
    int problems;
    const char *first; /* name of the first problem, and what its message holds */
    const char *said;
} keys[] = {
    {"file = \"a\"; filed = \"b\";", 0, NULL, NULL},
    {"filed = \"b\";", 1, "setting_missing", "there is no \"file\""},
    {"fiel = \"a\";", 1, "unknown_key", "did you mean \"file\"?"}, /* and no message that file is missing */
    {"colour = \"a\"; file = \"b\";", 1, "unknown_key", "; there are file, filed and take"},
    {"colour = \"a\";", 2, "unknown_key", "; there are file"},
    {"fiel = \"a\"; takes = 1; file = 3;", 3, "unknown_key", "file"},
};

START_TEST(gives_one_message_for_one_mistake)
{
    static const char *const known[] = {"file", "filed", "take", NULL};
    Run *run = run_begin();
    const Setting *root = settings_of(run, keys[_i].text);
    Text file;
    bool good = setting_check_keys(run, root, known);
    good = setting_need_text(&file, run, root, "file") && good;
    ck_assert_int_eq(good, keys[_i].problems == 0);
    ck_assert_int_eq((int)run->problems.count, keys[_i].problems);
    if (keys[_i].first) {
        ck_assert_str_eq(problem_name(run->problems.items[0].kind), keys[_i].first);
        Text message = run->problems.items[0].message;
        ck_assert(text_find(message, text_of(keys[_i].said), 0) < message.length);
    }
    arena_destroy(run->arena);
}
END_TEST

static const struct {
    const char *wanted, *nearest;
} near[] = {
    {"exchnge_ratio", "exchange_ratio"}, {"Exchange_Ratio", "exchange_ratio"}, {"exchange_rates", "exchange_ratio"},
    {"price", ""}, {"chart", ""},                       {"cast", "cost"}, {"x", ""},
};

START_TEST(finds_the_nearest_name)
{
    static const char *const listed[] = {"exchange_ratio", "measurement_price", "cost"};
    Text names[UNIT_COUNT(listed)];
    for (int i = 0; i < UNIT_COUNT(listed); i++)
        names[i] = text_of(listed[i]);
    Text found = nearest_name(text_of(near[_i].wanted), names, UNIT_COUNT(listed));
    ck_assert(text_equal(found, text_of(near[_i].nearest)));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("settings");
    unit_add(suite, "reads values", reads_values, UNIT_COUNT(values));
    unit_add(suite, "keeps order and places", keeps_the_order_and_the_places_of_a_tree, 1);
    unit_add(suite, "converts nothing", converts_nothing_but_whole_numbers_to_reals, 1);
    unit_add(suite, "one message for one mistake", gives_one_message_for_one_mistake, UNIT_COUNT(keys));
    unit_add(suite, "nearest name", finds_the_nearest_name, UNIT_COUNT(near));
    return unit_run(suite);
}
