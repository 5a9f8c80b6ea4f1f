#include "base/save.h"
#include "unit.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static jmp_buf memory_ended;
static char folder[] = "/tmp/proforma-save-XXXXXX";

static Run run_for_test(void)
{
    return (Run){.arena = arena_create(&memory_ended)};
}

static void assert_file(const char *path, const char *wanted)
{
    char bytes[64] = {0};
    FILE *file = fopen(path, "r");
    ck_assert_ptr_nonnull(file);
    fread(bytes, 1, sizeof bytes - 1, file);
    fclose(file);
    ck_assert_str_eq(bytes, wanted);
}

START_TEST(replaces_whole_files)
{
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(chdir(folder), 0);
    Run run = run_for_test();
    ck_assert(save_file(&run, TEXT("out.csv"), TEXT("first\n")));
    assert_file("out.csv", "first\n");
    ck_assert_int_eq(chmod("out.csv", 0600), 0);
    ck_assert_int_eq(symlink("out.csv", "link.csv"), 0);
    ck_assert(save_file(&run, TEXT("link.csv"), TEXT("second\n"))); /* what the link points to is replaced, with its permissions */
    assert_file("out.csv", "second\n");
    struct stat status;
    ck_assert_int_eq(lstat("link.csv", &status), 0);
    ck_assert(S_ISLNK(status.st_mode));
    ck_assert_int_eq(stat("out.csv", &status), 0);
    ck_assert_int_eq(status.st_mode & 0777, 0600);
    unlink("out.csv");
    unlink("link.csv");
    ck_assert_int_eq(rmdir(folder), 0); /* nothing was left aside */
    arena_destroy(run.arena);
}
END_TEST

START_TEST(reports_what_cannot_be_written)
{
    Run run = run_for_test();
    ck_assert(!save_file(&run, TEXT("/nowhere/at/all/out.csv"), TEXT("x")));
    ck_assert(!save_file(&run, TEXT("/dev/full"), TEXT("x")));
    ck_assert_uint_eq(run.problems.count, 2);
    ck_assert_int_eq(run.problems.items[0].kind, PROBLEM_output_failed);
    struct stat status;
    ck_assert(stat("/dev/full", &status) == 0 && S_ISCHR(status.st_mode)); /* a device is written to, never replaced */
    arena_destroy(run.arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("save");
    unit_add(suite, "replaces whole files", replaces_whole_files, 1);
    unit_add(suite, "reports", reports_what_cannot_be_written, 1);
    return unit_run(suite);
}
