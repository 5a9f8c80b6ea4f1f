/* Two reports of a table each, cell by cell. A cell is written as its value, "--" for a nil, "" for a blank. */
#include "report/diff_report.h"
#include "unit.h"

#include <string.h>

static jmp_buf memory_ended;

static ReportCell cell_of(const char *text)
{
    bool nil = strcmp(text, "--") == 0;
    return (ReportCell){.shown = true, .has_value = *text != '\0', .nil = nil, .value = nil ? 0 : atof(text)};
}

static Report *report_of(Arena *arena, size_t count, const char *const names[], const char *const cells[])
{
    Report *report = arena_new(arena, Report);
    ReportTable *table = report->tables = arena_new(arena, ReportTable);
    report->table_count = 1;
    *table = (ReportTable){.statement = TEXT("operations"), .basis = TEXT("gaap"), .wanted = {.end = 90, .months = 3}, .column_count = 1, .row_count = count};
    table->columns = arena_new(arena, ReportColumn);
    table->columns[0].name = TEXT("sold");
    table->rows = arena_array(arena, ReportRow, count);
    for (size_t i = 0; i < count; i++) {
        table->rows[i] = (ReportRow){.name = text_of(names[i]), .unit = TEXT("usd_per_share"), .cells = arena_new(arena, ReportCell)};
        table->rows[i].cells[0] = cell_of(cells[i]);
    }
    return report;
}

static const Scenario no_inputs;

static DiffReport compare(Arena *arena, Report *a, Report *b)
{
    DiffReport diff;
    diff_report(&diff, arena, (DiffSide){TEXT("a"), TEXT("A"), &no_inputs, a}, (DiffSide){TEXT("b"), TEXT("B"), &no_inputs, b});
    return diff;
}

static const struct {
    const char *a, *b;
    size_t compared, changed, only_a, only_b;
    int decimals;
} pairs[] = {
    {"7", "7", 1, 0, 0, 0, 0},
    {"", "", 0, 0, 0, 0, 0},
    {"--", "--", 1, 0, 0, 0, 0},
    {"7", "8", 1, 1, 0, 0, 2},
    {"--", "0", 1, 1, 0, 0, 2}, /* a dash is not a zero */
    {"0", "", 1, 0, 1, 0, 2},   /* nor is a blank */
    {"", "--", 1, 0, 0, 1, 2},
    {"0.0582", "0.0572", 1, 1, 0, 0, 3}, /* 0.06 and 0.06; a difference of 0.00 */
    {"0.0549", "0.0551", 1, 1, 0, 0, 4}, /* 0.05 and 0.06, but a difference of 0.00 */
};

START_TEST(tells_cells_apart)
{
    Arena *arena = arena_create(&memory_ended);
    const char *name = "eps.basic";
    DiffReport diff = compare(arena, report_of(arena, 1, &name, &pairs[_i].a), report_of(arena, 1, &name, &pairs[_i].b));
    ck_assert_uint_eq(diff.compared, pairs[_i].compared);
    ck_assert_uint_eq(diff.changed, pairs[_i].changed);
    ck_assert_uint_eq(diff.only_a, pairs[_i].only_a);
    ck_assert_uint_eq(diff.only_b, pairs[_i].only_b);
    bool differs = pairs[_i].changed + pairs[_i].only_a + pairs[_i].only_b > 0;
    ck_assert(diff_found(&diff) == differs);
    ck_assert_uint_eq(diff.tables.count, differs);
    if (differs)
        ck_assert_int_eq(diff.tables.items[0].cells.items[0].decimals, pairs[_i].decimals);
    arena_destroy(arena);
}
END_TEST

/* What only B has stands after what stands before it in B. */
START_TEST(keeps_the_order_of_the_report)
{
    static const char *const names_a[] = {"b", "d", "e"}, *const names_b[] = {"a", "b", "c", "e", "f"}, *const ones[] = {"1", "1", "1", "1", "1"};
    Arena *arena = arena_create(&memory_ended);
    DiffReport diff = compare(arena, report_of(arena, 3, names_a, ones), report_of(arena, 5, names_b, ones));
    ck_assert_uint_eq(diff.compared, 6);
    ck_assert_uint_eq(diff.only_a, 1);
    ck_assert_uint_eq(diff.only_b, 3);
    static const char *const order[] = {"a", "c", "d", "f"}; /* b and e are the same */
    for (size_t i = 0; i < 4; i++)
        ck_assert(text_equal(diff.tables.items[0].cells.items[i].name, text_of(order[i])));
    arena_destroy(arena);
}
END_TEST

/* Twelve weeks are no quarter, and another basis is another table. */
START_TEST(tells_tables_apart)
{
    Arena *arena = arena_create(&memory_ended);
    const char *name = "eps.basic", *one = "1";
    Report *a = report_of(arena, 1, &name, &one), *b = report_of(arena, 1, &name, &one);
    b->tables[0].basis = TEXT("non_gaap");
    DiffReport diff = compare(arena, a, b);
    ck_assert_uint_eq(diff.tables.count, 2);
    ck_assert(diff.tables.items[0].only_b != diff.tables.items[1].only_b);
    b->tables[0].basis = TEXT("gaap");
    b->tables[0].wanted = (WantedPeriod){.end = 90, .weeks = 12};
    b->tables[0].period = (Period){7, 90};
    diff = compare(arena, a, b);
    ck_assert_uint_eq(diff.only_a, 1);
    ck_assert_uint_eq(diff.only_b, 1);
    arena_destroy(arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("diff");
    unit_add(suite, "cells", tells_cells_apart, UNIT_COUNT(pairs));
    unit_add(suite, "order", keeps_the_order_of_the_report, 1);
    unit_add(suite, "tables", tells_tables_apart, 1);
    return unit_run(suite);
}
