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

/* 300,000 bytes in pieces of 1,000: more than is held in memory. */
static void append_pieces(Save *save)
{
    char piece[1000];
    for (int i = 0; i < 300; i++) {
        memset(piece, 'a' + i % 26, sizeof piece);
        ck_assert(save_append(save, (Text){piece, sizeof piece}));
    }
}

static void assert_pieces(FILE *file)
{
    char piece[1000];
    for (int i = 0; i < 300; i++) {
        ck_assert_uint_eq(fread(piece, 1, sizeof piece, file), sizeof piece);
        ck_assert(piece[0] == 'a' + i % 26 && piece[999] == piece[0]);
    }
    ck_assert_int_eq(fgetc(file), EOF);
}

START_TEST(keeps_the_old_file_until_commit)
{
    char path[] = "/tmp/proforma-save-XXXXXX";
    int descriptor = mkstemp(path);
    ck_assert_int_eq(write(descriptor, "old", 3), 3);
    close(descriptor);
    Run run = run_for_test();
    Save save;
    ck_assert(save_begin(&save, &run, text_of(path)));
    append_pieces(&save);
    assert_file(path, "old");
    save_abandon(&save);
    assert_file(path, "old");
    ck_assert(save_begin(&save, &run, text_of(path))); /* the name aside is free again */
    append_pieces(&save);
    ck_assert(save_commit(&save));
    FILE *file = fopen(path, "r");
    assert_pieces(file);
    fclose(file);
    unlink(path);
    ck_assert_uint_eq(run.problems.count, 0);
    arena_destroy(run.arena);
}
END_TEST

START_TEST(writes_to_a_descriptor_at_commit)
{
    Run run = run_for_test();
    FILE *file = tmpfile();
    Save save;
    save_begin_descriptor(&save, &run, fileno(file));
    append_pieces(&save);
    save_abandon(&save);
    ck_assert_int_eq(lseek(fileno(file), 0, SEEK_END), 0);
    save_begin_descriptor(&save, &run, fileno(file));
    append_pieces(&save);
    ck_assert_int_eq(lseek(fileno(file), 0, SEEK_END), 0);
    ck_assert(save_commit(&save));
    rewind(file);
    assert_pieces(file);
    fclose(file);
    save_begin_descriptor(&save, &run, 1000); /* not open */
    ck_assert(save_append(&save, TEXT("x")));
    ck_assert(!save_commit(&save));
    ck_assert_int_eq(run.problems.items[0].kind, PROBLEM_output_failed);
    arena_destroy(run.arena);
}
END_TEST

/* A failed append is told once the output is ended, as what it was: there is no folder for the temporary file. */
START_TEST(remembers_a_failed_append)
{
    Run run = run_for_test();
    Save save;
    setenv("TMPDIR", "/nowhere/at/all", 1);
    save_begin_descriptor(&save, &run, 1);
    static char bytes[100000];
    ck_assert(!save_append(&save, (Text){bytes, sizeof bytes}));
    ck_assert_uint_eq(run.problems.count, 0);
    save_abandon(&save);
    ck_assert_uint_eq(run.problems.count, 1);
    ck_assert_int_eq(run.problems.items[0].kind, PROBLEM_output_failed);
    arena_destroy(run.arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("save");
    unit_add(suite, "replaces whole files", replaces_whole_files, 1);
    unit_add(suite, "reports", reports_what_cannot_be_written, 1);
    unit_add(suite, "keeps the old file", keeps_the_old_file_until_commit, 1);
    unit_add(suite, "writes to a descriptor", writes_to_a_descriptor_at_commit, 1);
    unit_add(suite, "remembers", remembers_a_failed_append, 1);
    return unit_run(suite);
}
