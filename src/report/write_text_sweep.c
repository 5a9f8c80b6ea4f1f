/* A sweep as text. One axis: its values down, a column for each figure. Two: a matrix for each figure. More: matrices of the last two axes for each
 * combination of the others. A matrix that is wider than the page goes on below. Reading order: cells, a table, what the tables are of. */
#include "report/sweep_report.h"
#include "report/utf8.h"
#include "report/write_text.h"

#include <math.h>

enum { PAGE = 150, GAP = 2, MARKS = 3 };

typedef enum { MARK_none, MARK_accretive, MARK_dilutive } Mark;

static const struct {
    const char *sign, *colour;
} marks[] = {[MARK_none] = {" ", ""}, [MARK_accretive] = {"+", "\033[32m"}, [MARK_dilutive] = {"-", "\033[31m"}};

typedef struct {
    Text text;
    Mark mark;
    bool base;
} GridCell;

/* Cells under heads: cells[row * columns + column]. */
typedef struct {
    Text over;  /* what the columns are values of; may be empty */
    Text *row_heads, *column_heads;
    Text corner; /* what the rows are values of */
    size_t rows, columns;
    GridCell *cells;
} Table;

typedef struct {
    TextBuilder *out;
    const SweepReport *report;
    const SweepGrid *grid;
    uint64_t base;   /* the cell of the scenario as it is; the count of cells: none */
    bool marked[3], base_shown;
} Page;

/* --- cells --- */

static GridCell cell_of(Page *page, uint64_t cell, size_t figure)
{
    const Studied *studied = page->grid->sweep->studied;
    size_t at = (size_t)cell * studied->figure_count + figure;
    double value = page->grid->values[at], accretion = page->grid->accretion[at];
    SweepWord word = page->grid->words[at];
    GridCell made = {.base = cell == page->base};
    made.text = isfinite(value) ? sweep_figure_words(page->out->arena, &studied->figures[figure], value) : word ? text_of(page->grid->sweep->words.items[word]) : TEXT("");
    made.mark = !isfinite(value) || !isfinite(accretion) || accretion == 0 ? MARK_none : accretion > 0 ? MARK_accretive : MARK_dilutive;
    page->marked[made.mark] = true;
    page->base_shown = page->base_shown || made.base;
    return made;
}

/* The base case has its star behind it and its sign, or its colour, before that; a closing parenthesis hangs out. */
static void append_cell(const Page *page, const GridCell *cell, size_t width)
{
    TextBuilder *out = page->out;
    bool colour = page->report->colour && cell->mark, hangs = text_ends_with(cell->text, TEXT(")"));
    text_append_times(out, TEXT(" "), GAP + width + hangs - cell->text.length);
    text_append(out, text_of(colour ? marks[cell->mark].colour : ""));
    text_append(out, cell->text);
    text_append(out, colour ? TEXT("\033[0m") : TEXT(""));
    text_append(out, hangs ? TEXT("") : TEXT(" "));
    text_append(out, colour ? TEXT(" ") : text_of(marks[cell->mark].sign));
    text_append(out, cell->base ? TEXT("*") : TEXT(" "));
}

/* --- a table --- */

static size_t wider(size_t width, Text text)
{
    size_t wanted = utf8_width(text);
    return wanted > width ? wanted : width;
}

static size_t cells_width(const Table *table)
{
    size_t width = 0;
    for (size_t i = 0; i < table->columns; i++)
        width = wider(width, table->column_heads[i]);
    for (size_t i = 0; i < table->rows * table->columns; i++)
        width = wider(width, table->cells[i].text);
    return width;
}

static size_t heads_width(const Table *table)
{
    size_t width = wider(0, table->corner);
    for (size_t i = 0; i < table->rows; i++)
        width = wider(width, table->row_heads[i]);
    return width;
}

static void append_stroke(TextBuilder *out, size_t width)
{
    text_append_times(out, TEXT(" "), GAP);
    text_append_times(out, TEXT("─"), width);
    text_append_times(out, TEXT(" "), MARKS);
}

static void append_head(TextBuilder *out, Text head, size_t width)
{
    text_append_times(out, TEXT(" "), GAP + width - utf8_width(head));
    text_append(out, head);
    text_append_times(out, TEXT(" "), MARKS);
}

static void append_columns(const Page *page, const Table *table, size_t heads, size_t width, size_t from, size_t to)
{
    TextBuilder *out = page->out;
    if (table->over.length) {
        text_append_times(out, TEXT(" "), heads + MARKS + GAP);
        text_append(out, table->over);
        end_line(out);
    }
    append_head(out, table->corner, heads - GAP);
    for (size_t column = from; column < to; column++)
        append_head(out, table->column_heads[column], width);
    end_line(out);
    append_stroke(out, heads - GAP);
    for (size_t column = from; column < to; column++)
        append_stroke(out, width);
    end_line(out);
    for (size_t row = 0; row < table->rows; row++) {
        append_head(out, table->row_heads[row], heads - GAP);
        for (size_t column = from; column < to; column++)
            append_cell(page, &table->cells[row * table->columns + column], width);
        end_line(out);
    }
    text_append_char(out, '\n');
}

/* As many columns beside each other as the page has room for. */
static void append_table(const Page *page, const Table *table)
{
    size_t heads = heads_width(table) + GAP, width = cells_width(table), column = GAP + width + MARKS;
    size_t room = heads + MARKS + column < PAGE ? (PAGE - heads - MARKS) / column : 1;
    for (size_t from = 0; from < table->columns; from += room)
        append_columns(page, table, heads, width, from, from + room < table->columns ? from + room : table->columns);
}

/* --- what the tables are of --- */

static Text *value_heads(Arena *arena, const SweepAxis *axis)
{
    Text *heads = arena_array(arena, Text, axis->range.count);
    for (uint64_t i = 0; i < axis->range.count; i++)
        heads[i] = sweep_value_words(arena, axis, i);
    return heads;
}

static void append_one_way(Page *page)
{
    const Sweep *sweep = page->grid->sweep;
    const SweepAxis *axis = &sweep->axes[0];
    Arena *arena = page->out->arena;
    Table table = {.corner = axis->range.name, .row_heads = value_heads(arena, axis), .rows = (size_t)axis->range.count,
                   .columns = sweep->studied->figure_count};
    table.column_heads = arena_array(arena, Text, table.columns);
    table.cells = arena_array(arena, GridCell, table.rows * table.columns);
    for (size_t figure = 0; figure < table.columns; figure++)
        table.column_heads[figure] = sweep->studied->figures[figure].label;
    for (size_t i = 0; i < table.rows * table.columns; i++)
        table.cells[i] = cell_of(page, i / table.columns, i % table.columns);
    append_table(page, &table);
}

/* The matrix of the last two axes that begins with the cell `first`. */
static void append_matrix(Page *page, uint64_t first, size_t figure)
{
    const Sweep *sweep = page->grid->sweep;
    const SweepAxis *down = &sweep->axes[sweep->axis_count - 2], *across = down + 1;
    Arena *arena = page->out->arena;
    Table table = {.corner = down->range.name, .over = across->range.name, .row_heads = value_heads(arena, down), .column_heads = value_heads(arena, across),
                   .rows = (size_t)down->range.count, .columns = (size_t)across->range.count};
    table.cells = arena_array(arena, GridCell, table.rows * table.columns);
    for (size_t i = 0; i < table.rows * table.columns; i++)
        table.cells[i] = cell_of(page, first + i, figure);
    append_table(page, &table);
}

static void append_matrices(Page *page)
{
    const Sweep *sweep = page->grid->sweep;
    uint64_t matrix = sweep->axes[sweep->axis_count - 2].range.count * sweep->axes[sweep->axis_count - 1].range.count;
    for (uint64_t first = 0; first < sweep->cells; first += matrix) {
        for (size_t i = 0; i + 2 < sweep->axis_count; i++)
            text_append_format(page->out, "%s" TEXT_FORMAT " = " TEXT_FORMAT, i ? ", " : "", TEXT_ARGUMENTS(sweep->axes[i].range.name),
                               TEXT_ARGUMENTS(sweep_value_words(page->out->arena, &sweep->axes[i], sweep_index(&sweep->axes[i], first))));
        text_append(page->out, sweep->axis_count > 2 ? TEXT("\n\n") : TEXT(""));
        for (size_t figure = 0; figure < sweep->studied->figure_count; figure++) {
            text_append(page->out, sweep->studied->figures[figure].label);
            text_append(page->out, TEXT("\n\n"));
            append_matrix(page, first, figure);
        }
    }
}

/* The cell whose values are all the scenario's own. */
static uint64_t base_cell(const Sweep *sweep)
{
    uint64_t cell = 0;
    for (size_t i = 0; i < sweep->axis_count; i++) {
        uint64_t index = sweep_base(sweep, &sweep->axes[i]);
        if (index == sweep->axes[i].range.count)
            return sweep->cells;
        cell += index * sweep->axes[i].stride;
    }
    return cell;
}

static void append_legend(const Page *page)
{
    const char *accretive = page->report->colour ? "green" : "+", *dilutive = page->report->colour ? "red" : "-";
    TextBuilder *out = page->out;
    size_t before = out->count;
    if (page->base_shown)
        text_append(out, TEXT("* base case"));
    if (page->marked[MARK_accretive])
        text_append_format(out, "%s%s accretive", out->count > before ? ", " : "", accretive);
    if (page->marked[MARK_dilutive])
        text_append_format(out, "%s%s dilutive", out->count > before ? ", " : "", dilutive);
    if (out->count > before)
        text_append_char(out, '\n');
}

bool sweep_write_text(SweepReport *report, const SweepOutput *output)
{
    const Sweep *sweep = report->sweep;
    SweepGrid grid;
    TextBuilder out = {.arena = sweep->run->arena};
    Page page = {.out = &out, .report = report, .grid = &grid};
    if (sweep->cells > SWEEP_TEXT_MOST)
        return problem(sweep->run, PROBLEM_too_many_cells, sweep->axes[0].range.place, "the grid has %llu cells, and %d can be printed as text", (unsigned long long)sweep->cells, SWEEP_TEXT_MOST);
    sweep_grid_begin(&grid, out.arena, sweep);
    SweepUse use = sweep_grid_use(&grid);
    if (!sweep_report_run(report, output, &use))
        return false;
    sweep_grid_remarks(report, &grid);
    page.base = base_cell(sweep);
    text_sweep_head(&out, report);
    if (sweep->axis_count == 1)
        append_one_way(&page);
    else
        append_matrices(&page);
    append_legend(&page);
    text_sweep_remarks(&out, report);
    return output->write(output->context, text_builder_text(&out));
}
