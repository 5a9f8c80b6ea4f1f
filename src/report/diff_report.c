/* Reading order: what stands beside what, values, cells, tables, schedules, inputs. */
#include "report/diff_report.h"

#include <math.h>

/* --- what of A stands beside what of B --- */

#define ALONE SIZE_MAX

typedef struct {
    size_t a, b; /* positions; ALONE: only in the other */
} Pair;

typedef struct {
    Pair *items;
    size_t count, capacity;
} Pairs;

typedef bool Same(const void *a, size_t at_a, const void *b, size_t at_b);

typedef struct {
    const void *items;
    size_t count;
} Side;

static size_t find_partner(const Pairs *known, Side a, Side b, size_t at_b, Same *same)
{
    for (size_t i = 0; i < a.count; i++)
        if (known->items[i].b == ALONE && same(a.items, i, b.items, at_b))
            return i;
    return ALONE;
}

/* A's order; what only B has comes after what stands before it in B. */
static Pairs pair_up(Arena *arena, Side a, Side b, Same *same)
{
    Pairs known = {0}, out = {0};
    bool *paired = arena_array(arena, bool, b.count);
    for (size_t i = 0; i < a.count; i++)
        *list_push(arena, &known) = (Pair){i, ALONE};
    for (size_t i = 0; i < b.count; i++) {
        size_t partner = find_partner(&known, a, b, i, same);
        paired[i] = partner != ALONE;
        if (paired[i])
            known.items[partner].b = i;
    }
    for (size_t i = 0; i < b.count && !paired[i]; i++)
        *list_push(arena, &out) = (Pair){ALONE, i};
    for (size_t i = 0; i < a.count; i++) {
        *list_push(arena, &out) = known.items[i];
        for (size_t next = known.items[i].b; next != ALONE && ++next < b.count && !paired[next];)
            *list_push(arena, &out) = (Pair){ALONE, next};
    }
    return out;
}

/* --- values --- */

static bool values_same(DiffValue a, DiffValue b)
{
    if (!a.has_value || !b.has_value)
        return a.has_value == b.has_value;
    return a.value == b.value && a.nil == b.nil;
}

/* As many as the unit has, and more where the difference would not show. */
static int decimals_needed(Arena *arena, Text unit_text, DiffValue a, DiffValue b)
{
    enum { MOST_DECIMALS = 9 };
    Unit unit = {0};
    int decimals = unit_from_name(&unit, unit_text) && unit.kind != UNIT_money && unit.kind != UNIT_shares ? 2 : 0;
    double change = a.has_value && b.has_value ? fabs(b.value - a.value) : 0;
    while (change > 0 && decimals < MOST_DECIMALS && text_equal(amount_spoken(arena, change, decimals), amount_spoken(arena, 0, decimals)))
        decimals++;
    return decimals;
}

static void count_cell(DiffReport *out, DiffValue a, DiffValue b)
{
    if (a.has_value && b.has_value)
        out->changed += !values_same(a, b);
    else if (a.has_value)
        out->only_a++;
    else if (b.has_value)
        out->only_b++;
    out->compared += a.has_value || b.has_value;
}

static void add_cell(DiffCells *out, Arena *arena, DiffCell cell)
{
    if (values_same(cell.a, cell.b))
        return;
    cell.decimals = decimals_needed(arena, cell.unit, cell.a, cell.b);
    *list_push(arena, out) = cell;
}

/* --- cells --- */

static bool same_row(const void *a, size_t at_a, const void *b, size_t at_b)
{
    const ReportRow *row_a = (const ReportRow *)a + at_a, *row_b = (const ReportRow *)b + at_b;
    return !row_a->heading && !row_b->heading && text_equal(row_a->name, row_b->name);
}

static bool same_column(const void *a, size_t at_a, const void *b, size_t at_b)
{
    return text_equal(((const ReportColumn *)a)[at_a].name, ((const ReportColumn *)b)[at_b].name);
}

static DiffValue value_of(const ReportTable *table, size_t row, size_t column)
{
    if (!table || row == ALONE || column == ALONE || table->rows[row].heading)
        return (DiffValue){0};
    const ReportCell *cell = &table->rows[row].cells[column];
    return (DiffValue){cell->has_value, cell->nil, cell->value};
}

static const ReportTable *table_at(const Report *report, size_t at)
{
    return at == ALONE ? NULL : &report->tables[at];
}

static void compare_row(DiffReport *out, DiffTable *table, Arena *arena, const ReportTable *a, const ReportTable *b, Pair row, const Pairs *columns)
{
    const ReportRow *named = row.a != ALONE ? &a->rows[row.a] : &b->rows[row.b];
    for (size_t i = 0; !named->heading && i < columns->count; i++) {
        Pair column = columns->items[i];
        DiffCell cell = {.name = named->name, .unit = named->unit};
        cell.column = column.a != ALONE ? a->columns[column.a].name : b->columns[column.b].name;
        cell.a = value_of(a, row.a, column.a);
        cell.b = value_of(b, row.b, column.b);
        count_cell(out, cell.a, cell.b);
        add_cell(&table->cells, arena, cell);
    }
}

/* --- tables --- */

static bool same_table(const void *a, size_t at_a, const void *b, size_t at_b)
{
    const ReportTable *table_a = (const ReportTable *)a + at_a, *table_b = (const ReportTable *)b + at_b;
    return text_equal(table_a->statement, table_b->statement) && text_equal(table_a->basis, table_b->basis) &&
           (wanted_period_equal(table_a->wanted, table_b->wanted) || period_equal(table_a->period, table_b->period));
}

static void compare_tables(DiffReport *out, Arena *arena, const ReportTable *a, const ReportTable *b)
{
    const ReportTable *titled = a ? a : b;
    DiffTable table = {.statement = titled->statement, .basis = titled->basis, .titles = titled->titles, .period = titled->period, .only_a = !b, .only_b = !a};
    Side rows_a = {a ? a->rows : NULL, a ? a->row_count : 0}, rows_b = {b ? b->rows : NULL, b ? b->row_count : 0};
    Side columns_a = {a ? a->columns : NULL, a ? a->column_count : 0}, columns_b = {b ? b->columns : NULL, b ? b->column_count : 0};
    Pairs rows = pair_up(arena, rows_a, rows_b, same_row), columns = pair_up(arena, columns_a, columns_b, same_column);
    for (size_t i = 0; i < rows.count; i++)
        compare_row(out, &table, arena, a, b, rows.items[i], &columns);
    if (table.cells.count)
        *list_push(arena, &out->tables) = table;
}

/* --- schedules --- */

/* A cell of a schedule with what it stands in. */
typedef struct {
    const ReportSchedule *schedule;
    const ReportScheduleColumn *column;
    const ReportScheduleCell *cell;
} Entered;

typedef struct {
    Entered *items;
    size_t count, capacity;
} EnteredCells;

static void enter_schedule(EnteredCells *out, Arena *arena, const ReportSchedule *schedule)
{
    for (size_t column = 0; column < schedule->column_count; column++)
        for (size_t row = 0; row < schedule->count; row++)
            if (!schedule->rows[row].heading && schedule->rows[row].cells[column].has_value)
                *list_push(arena, out) = (Entered){schedule, &schedule->columns[column], &schedule->rows[row].cells[column]};
}

static Side entered_cells(Arena *arena, const Report *report)
{
    EnteredCells out = {0};
    for (size_t i = 0; i < report->schedules.count; i++)
        enter_schedule(&out, arena, &report->schedules.items[i]);
    return (Side){out.items, out.count};
}

static bool in_one_table(const Entered *a, const Entered *b)
{
    return text_equal(a->schedule->title, b->schedule->title) && text_equal(a->schedule->column, b->schedule->column) && a->column->basis == b->column->basis &&
           period_equal(a->column->period, b->column->period);
}

static bool same_entered(const void *a, size_t at_a, const void *b, size_t at_b)
{
    const Entered *one = (const Entered *)a + at_a, *other = (const Entered *)b + at_b;
    return in_one_table(one, other) && text_equal(one->cell->name, other->cell->name) && text_equal(one->column->head, other->column->head);
}

static DiffTable schedule_table(Arena *arena, const Entered *entered)
{
    Text *titles = arena_array(arena, Text, 3);
    Period period = entered->column->period;
    titles[1] = entered->schedule->title;
    titles[2] = text_format(arena, "%s, " TEXT_FORMAT, entered->column->basis == BASIS_gaap ? "GAAP" : "non-GAAP", TEXT_ARGUMENTS(period_spoken(arena, period)));
    return (DiffTable){.statement = entered->schedule->statement, .basis = basis_name(entered->column->basis), .titles = titles, .period = period};
}

static DiffValue entered_value(const Entered *entered)
{
    return entered ? (DiffValue){.has_value = true, .value = entered->cell->value} : (DiffValue){0};
}

static void compare_schedules(DiffReport *out, Arena *arena)
{
    Side a = entered_cells(arena, out->a.report), b = entered_cells(arena, out->b.report);
    Pairs pairs = pair_up(arena, a, b, same_entered);
    const Entered *before = NULL;
    for (size_t i = 0; i < pairs.count; i++) {
        const Entered *in_a = pairs.items[i].a == ALONE ? NULL : (const Entered *)a.items + pairs.items[i].a;
        const Entered *in_b = pairs.items[i].b == ALONE ? NULL : (const Entered *)b.items + pairs.items[i].b;
        const Entered *named = in_a ? in_a : in_b;
        DiffCell cell = {named->cell->name, named->schedule->column, named->cell->unit, entered_value(in_a), entered_value(in_b), 0};
        count_cell(out, cell.a, cell.b);
        if (values_same(cell.a, cell.b))
            continue;
        if (!before || !in_one_table(before, named))
            *list_push(arena, &out->tables) = schedule_table(arena, named);
        add_cell(&out->tables.items[out->tables.count - 1].cells, arena, cell);
        before = named;
    }
}

/* --- inputs --- */

static bool same_input(const void *a, size_t at_a, const void *b, size_t at_b)
{
    const ScenarioInput *input_a = (const ScenarioInput *)a + at_a, *input_b = (const ScenarioInput *)b + at_b;
    return text_equal(input_a->group, input_b->group) && text_equal(input_a->name, input_b->name) && input_a->unit.kind == input_b->unit.kind &&
           input_a->unit.scale == input_b->unit.scale;
}

static DiffValue input_value(const Scenario *scenario, size_t at)
{
    return at == ALONE ? (DiffValue){0} : (DiffValue){.has_value = true, .value = scenario_input_value(&scenario->inputs[at])};
}

static void compare_inputs(DiffReport *out, Arena *arena)
{
    const Scenario *a = out->a.scenario, *b = out->b.scenario;
    Pairs pairs = pair_up(arena, (Side){a->inputs, a->input_count}, (Side){b->inputs, b->input_count}, same_input);
    for (size_t i = 0; i < pairs.count; i++) {
        Pair pair = pairs.items[i];
        const ScenarioInput *input = pair.a != ALONE ? &a->inputs[pair.a] : &b->inputs[pair.b];
        Text name = text_format(arena, TEXT_FORMAT "." TEXT_FORMAT, TEXT_ARGUMENTS(input->group), TEXT_ARGUMENTS(input->name));
        add_cell(&out->inputs, arena, (DiffCell){name, TEXT("value"), unit_name(arena, input->unit), input_value(a, pair.a), input_value(b, pair.b), 0});
    }
}

void diff_report(DiffReport *out, Arena *arena, DiffSide a, DiffSide b)
{
    *out = (DiffReport){.a = a, .b = b};
    compare_inputs(out, arena);
    Side tables_a = {a.report->tables, a.report->table_count}, tables_b = {b.report->tables, b.report->table_count};
    Pairs pairs = pair_up(arena, tables_a, tables_b, same_table);
    for (size_t i = 0; i < pairs.count; i++)
        compare_tables(out, arena, table_at(a.report, pairs.items[i].a), table_at(b.report, pairs.items[i].b));
    compare_schedules(out, arena);
}
