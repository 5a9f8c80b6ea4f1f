/* What every unit test shares. A test file holds START_TEST functions, a table or two of cases, and ends with
 *
 *     int main(void)
 *     {
 *         Suite *suite = suite_create("amount");
 *         unit_add(suite, "reads digits", reads_digits, 12);   // a loop test: _i runs over a table of 12 rows
 *         unit_add(suite, "refuses", refuses, 1);
 *         return unit_run(suite);
 *     }
 */
#ifndef PROFORMA_TESTS_UNIT_H
#define PROFORMA_TESTS_UNIT_H

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#define UNIT_COUNT(table) ((int) (sizeof(table) / sizeof((table)[0])))

static inline void unit_add(Suite *suite, const char *name, const TTest *test, int rows)
{
    TCase *group = tcase_create(name);
    tcase_add_loop_test(group, test, 0, rows);
    tcase_set_timeout(group, 60);
    suite_add_tcase(suite, group);
}

/* Runs the suite and gives the exit code. A run of no checks is a failure: Check itself calls it 100% passed. */
static inline int unit_run(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int ran = srunner_ntests_run(runner);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    if (ran == 0)
        fprintf(stderr, "no check ran\n");
    return ran > 0 && failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* A path inside the checkout; ctest sets REPO. The text lives until the next call. */
static inline const char *unit_repo_path(const char *relative)
{
    static char path[4096];
    const char *repo = getenv("REPO");
    snprintf(path, sizeof path, "%s/%s", repo ? repo : ".", relative);
    return path;
}

#endif
