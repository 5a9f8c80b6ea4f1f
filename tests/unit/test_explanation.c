/* Every figure of every shipped report is computed again from the leaves of its explanation, bit for bit. Leaves are read from the characters that
 * stand in the filing or in the scenario; operations are done here, without the program that made the figure. */
#include "job/load.h"
#include "model/lookup.h"
#include "report/report.h"
#include "unit.h"

#include <ctype.h>
#include <dirent.h>
#include <math.h>
#include <string.h>

static jmp_buf memory_ended;

/* --- leaves --- */

/* Ten to the power of a scale word behind a number, "20 million"; -1: there is none. */
static int word_power(const char *text)
{
    static const struct { const char *word; int power; } words[] = {{"thousand", 3}, {"million", 6}, {"billion", 9}};
    for (size_t i = 0; i < 3; i++)
        if (strstr(text, words[i].word))
            return words[i].power;
    return -1;
}

/* The digits of a text with its sign, and the power of ten behind them, read at once and so rounded once. */
static double read_digits(const char *text, int power)
{
    char digits[128] = "";
    size_t length = 0;
    bool negative = strchr(text, '(') || strchr(text, '-');
    for (const char *at = text; *at && length < 60; at++)
        if (isdigit((unsigned char)*at) || *at == '.')
            digits[length++] = *at;
    snprintf(digits + length, sizeof digits - length, "e%d", power);
    double value = strtod(digits, NULL);
    return negative ? -value : value;
}

static bool is_scaled(Unit unit)
{
    return unit.kind == UNIT_money || unit.kind == UNIT_shares;
}

static double read_leaf(const Explanation *explanation, const ExplainedNode *node)
{
    char text[256];
    snprintf(text, sizeof text, TEXT_FORMAT, TEXT_ARGUMENTS(node->text));
    int word = word_power(text), scale = explanation->scale;
    switch (node->as) {
    case EXPLAINED_nil: return 0;
    case EXPLAINED_constant: return strtod(text, NULL);
    case EXPLAINED_number: return read_digits(text, word < 0 ? 0 : word - scale);
    case EXPLAINED_input:
        if (!is_scaled(node->written))
            return read_digits(text, node->written.kind == UNIT_percent ? -2 : 0);
        return read_digits(text, (word < 0 ? node->written.scale : word) - scale);
    case EXPLAINED_set:
        return read_digits(text, word < 0 || !is_scaled(node->unit) ? 0 : word - scale);
    default: break;
    }
    ck_assert_int_eq(node->as, EXPLAINED_printed);
    return read_digits(text, is_scaled(node->unit) ? node->written.scale - scale : 0);
}

/* --- operations --- */

static double operate(OpCode code, const double *x)
{
    switch (code) {
    case OP_MULTIPLY: return x[0] * x[1];
    case OP_DIVIDE: return x[0] / x[1];
    case OP_NEGATE: return -x[0];
    case OP_MINIMUM: return x[0] < x[1] || isnan(x[0]) ? x[0] : x[1];
    case OP_MAXIMUM: return x[0] > x[1] || isnan(x[0]) ? x[0] : x[1];
    case OP_ROUND: return round(x[0]);
    case OP_LESS: return x[0] < x[1];
    case OP_LESS_EQUAL: return x[0] <= x[1];
    case OP_EQUAL: return x[0] == x[1];
    case OP_NOT_EQUAL: return x[0] != x[1];
    case OP_SELECT: return x[0] != 0 ? x[1] : x[2];
    default: break;
    }
    ck_abort_msg("operation %d is no operation of a tree", (int)code);
    return 0;
}

typedef struct {
    const Explanation *explanation;
    double *values;
    bool *known;
} Computing;

static double compute(const Computing *computing, size_t index);

static double compute_sum(const Computing *computing, const ExplainedNode *node)
{
    double sum = 0;
    for (size_t i = 0; i < node->operands.count; i++) {
        double value = compute(computing, node->operands.items[i].node);
        sum = node->operands.items[i].weight < 0 ? sum - value : i ? sum + value : value;
    }
    return sum;
}

static double compute_days(const Computing *computing, const ExplainedNode *node)
{
    double sum = 0, days = 0;
    for (size_t i = 0; i < node->operands.count; i++) {
        days += node->operands.items[i].weight;
        sum += node->operands.items[i].weight * compute(computing, node->operands.items[i].node);
    }
    return sum / days;
}

static double compute_made(const Computing *computing, const ExplainedNode *node)
{
    double x[3] = {0};
    for (size_t i = 0; node->as == EXPLAINED_operation && i < node->operands.count; i++)
        x[i] = compute(computing, node->operands.items[i].node);
    switch (node->as) {
    case EXPLAINED_operation: return operate(node->code, x);
    case EXPLAINED_sum: return compute_sum(computing, node);
    case EXPLAINED_days: return compute_days(computing, node);
    case EXPLAINED_same: return compute(computing, node->operands.items[0].node);
    case EXPLAINED_scaled: return node->operands.items[0].weight * compute(computing, node->operands.items[0].node);
    default: return read_leaf(computing->explanation, node);
    }
}

static double compute(const Computing *computing, size_t index)
{
    if (!computing->known[index])
        computing->values[index] = compute_made(computing, &computing->explanation->nodes.items[index]);
    computing->known[index] = true;
    return computing->values[index];
}

static bool same_bits(double a, double b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

/* --- a scenario --- */

typedef struct {
    Run run;
    Loaded loaded;
    Model *model;
    Explainer *explainer;
    size_t figures;
} Shipped;

static Shipped *shipped_begin(const char *scenario, const char *const *sets, size_t set_count)
{
    static char path[4096];
    Shipped *shipped = calloc(1, sizeof *shipped);
    ModelRequest wanted;
    const Writer *writer;
    snprintf(path, sizeof path, "%s", unit_repo_path("scenarios/"));
    strncat(path, scenario, sizeof path - strlen(path) - 1);
    shipped->run.arena = arena_create(&memory_ended);
    shipped->run.config_folder = text_copy(shipped->run.arena, text_of(unit_repo_path("config")));
    ProformaRequest request = {.scenario = path, .sets = sets, .set_count = set_count};
    ck_assert_msg(load_all(&shipped->loaded, &wanted, &writer, &shipped->run, &request), "%s", path);
    shipped->model = load_model(&shipped->run, &shipped->loaded, &wanted);
    ck_assert_msg(shipped->model, "%s", path);
    shipped->explainer = explainer_begin(shipped->model);
    return shipped;
}

static void shipped_end(Shipped *shipped)
{
    arena_destroy(shipped->run.arena);
    free(shipped);
}

/* Every node has the value that its operands give, and every leaf says where it comes from. */
static void check_explained(Shipped *shipped, const Explanation *explanation, double wanted)
{
    Arena *arena = shipped->run.arena;
    size_t count = explanation->nodes.count;
    Computing computing = {explanation, arena_array(arena, double, count), arena_array(arena, bool, count)};
    Text name = full_name_text(arena, &explanation->nodes.items[0].full);
    double root = compute(&computing, 0);
    ck_assert_msg(same_bits(root, wanted), TEXT_FORMAT " is %.17g, and of its leaves %.17g", TEXT_ARGUMENTS(name), wanted, root);
    for (size_t i = 0; i < count; i++) {
        const ExplainedNode *node = &explanation->nodes.items[i];
        double value = compute(&computing, i);
        ck_assert_msg(same_bits(value, node->value) || isnan(value), TEXT_FORMAT ": node %zu \"" TEXT_FORMAT "\" is %.17g, not %.17g", TEXT_ARGUMENTS(name), i,
                      TEXT_ARGUMENTS(node->title), value, node->value);
        bool placed = node->as == EXPLAINED_printed || node->as == EXPLAINED_nil || node->as == EXPLAINED_input || node->as == EXPLAINED_number;
        ck_assert_msg(!placed || (node->place.source && node->text.length), TEXT_FORMAT ": a leaf without a place", TEXT_ARGUMENTS(name));
        ck_assert_msg(node->as != EXPLAINED_constant || !text_equal(node->source, TEXT("of the rule")), TEXT_FORMAT ": what is " TEXT_FORMAT "?", TEXT_ARGUMENTS(name),
                      TEXT_ARGUMENTS(node->text));
    }
    shipped->figures++;
}

static void check_slot(Shipped *shipped, Slot slot, const FullName *full, Named named, double wanted)
{
    Explanation explanation = {0};
    explain_slot(&explanation, shipped->explainer, slot, full, named);
    check_explained(shipped, &explanation, wanted);
}

/* --- cells of statements --- */

static size_t sheet_of(const Model *model, const ReportTable *table)
{
    for (size_t i = 0; i < model->sheets.count; i++) {
        const Sheet *sheet = &model->sheets.items[i];
        const StatementKind *kind = &model->chart->statements[sheet->kind];
        if (text_equal(kind->name, table->statement) && wanted_period_equal(sheet->wanted, table->wanted) && (!kind->has_bases || text_equal(basis_name(sheet->basis), table->basis)))
            return i;
    }
    ck_abort_msg("no sheet");
    return 0;
}

static void check_cell(Shipped *shipped, const ReportTable *table, const ReportRow *row, size_t column)
{
    const Model *model = shipped->model;
    size_t companies = model->scenario->company_count, of = table->columns[column].column;
    const Sheet *sheet = &model->sheets.items[sheet_of(model, table)];
    LineId line = chart_line(model->chart, row->name);
    Named named = {.kind = of < companies ? NAMED_company : NAMED_column, .index = of < companies ? of : of - companies, .line = line};
    FullName full = named_full(model, named, sheet->wanted, sheet->basis);
    check_slot(shipped, sheet_figure(model, sheet, of, line)->slot, &full, named, row->cells[column].value);
}

static void check_table(Shipped *shipped, const ReportTable *table)
{
    for (size_t i = 0; i < table->row_count; i++)
        for (size_t column = 0; !table->rows[i].heading && column < table->column_count; column++)
            if (table->rows[i].cells[column].has_value)
                check_cell(shipped, table, &table->rows[i], column);
}

/* --- cells of schedules --- */

/* The whole of what the cell's name stands for, when that is what the cell shows. */
static bool check_named(Shipped *shipped, const ReportScheduleCell *cell, const ReportScheduleColumn *column)
{
    Model *model = shipped->model;
    Source *source = source_add(&shipped->run.sources, shipped->run.arena, cell->name, cell->name, cell->name);
    Expression name = {0};
    Looked looked;
    LookupContext context = {.model = model, .basis = column->basis};
    if (!wanted_period_parse(&context.wanted, column->head))
        context.wanted = model->scenario->periods[0];
    if (!cell->name.length || !expression_parse_name(&name, &shipped->run, cell->name, (Place){source->number, 0, (uint32_t)cell->name.length}))
        return false;
    Named named = name_resolve(model->scenario, model->chart, name.name);
    context.wanted = lookup_period(&context, &name);
    context.basis = lookup_basis(&context, &name);
    if (named.kind == NAMED_nothing || !lookup_named(&looked, &context, named) || looked.slot == SLOT_NONE || !same_bits(model->values[looked.slot], cell->value))
        return false;
    FullName full = named_full(model, named, context.wanted, context.basis);
    check_slot(shipped, looked.slot, &full, named, cell->value);
    return true;
}

static bool check_part(Shipped *shipped, const ReportScheduleCell *cell, Slot slot)
{
    if (slot == SLOT_NONE || !same_bits(shipped->model->values[slot], cell->value))
        return false;
    check_slot(shipped, slot, &(FullName){cell->note, TEXT(""), TEXT("")}, (Named){.line = LINE_NONE}, cell->value);
    return true;
}

/* A leg of an entry, or what an asset amounts to, lasts or costs in a year. */
static bool check_parts(Shipped *shipped, const ReportScheduleCell *cell)
{
    for (size_t i = 0; i < shipped->model->applied.count; i++) {
        const AppliedEntry *applied = shipped->model->applied.items[i];
        for (size_t j = 0; j < applied->legs.count; j++)
            if (check_part(shipped, cell, applied->legs.items[j].amount))
                return true;
        for (size_t j = 0; j < applied->lives.count; j++)
            if (check_part(shipped, cell, applied->lives.items[j].amount) || check_part(shipped, cell, applied->lives.items[j].life) ||
                check_part(shipped, cell, applied->lives.items[j].yearly))
                return true;
    }
    return false;
}

static void check_schedule(Shipped *shipped, const ReportSchedule *schedule)
{
    for (size_t i = 0; i < schedule->count; i++)
        for (size_t column = 0; !schedule->rows[i].heading && column < schedule->column_count; column++) {
            const ReportScheduleCell *cell = &schedule->rows[i].cells[column];
            if (cell->has_value)
                ck_assert_msg(check_named(shipped, cell, &schedule->columns[column]) || check_parts(shipped, cell), TEXT_FORMAT ": " TEXT_FORMAT, TEXT_ARGUMENTS(cell->name), TEXT_ARGUMENTS(cell->note));
        }
}

/* Figures that no table shows: of entries, of securities, of the analysis. */
static void check_owners(Shipped *shipped)
{
    SlotOwners owners;
    slot_owners_find(&owners, shipped->model);
    for (size_t i = 0; i < owners.owners.count; i++) {
        const SlotOwner *owner = &owners.owners.items[i];
        FullName full = owner_name(shipped->model, owner);
        if (isfinite(shipped->model->values[owner->slot]))
            check_slot(shipped, owner->slot, &full, owner->named, shipped->model->values[owner->slot]);
    }
}

static void check_scenario(const char *name, const char *const *sets, size_t set_count)
{
    Shipped *shipped = shipped_begin(name, sets, set_count);
    const Report *report = report_build(shipped->model);
    for (size_t i = 0; i < report->table_count; i++)
        check_table(shipped, &report->tables[i]);
    for (size_t i = 0; i < report->schedules.count; i++)
        check_schedule(shipped, &report->schedules.items[i]);
    size_t cells = shipped->figures;
    ck_assert_uint_ge(cells, 50);
    check_owners(shipped);
    printf("%s: %zu cells and %zu other figures\n", name, cells, shipped->figures - cells);
    shipped_end(shipped);
}

/* --- all of them --- */

START_TEST(every_cell_of_every_report)
{
    DIR *folder = opendir(unit_repo_path("scenarios"));
    size_t scenarios = 0;
    ck_assert_ptr_nonnull(folder);
    for (const struct dirent *file = readdir(folder); file; file = readdir(folder)) {
        size_t length = strlen(file->d_name);
        if (length < 5 || strcmp(file->d_name + length - 4, ".cfg") != 0)
            continue;
        check_scenario(file->d_name, NULL, 0);
        scenarios++;
    }
    closedir(folder);
    ck_assert_uint_ge(scenarios, 6);
}
END_TEST

/* What options replace is a leaf, too; a total that they move is what was printed, less the old, and the new. */
START_TEST(options)
{
    static const char *const sets[] = {"deal.exchange_ratio=1.5", "netscreen.opex.merger_related=5.1 million", "netscreen.opex.amortization@2004-03-31/3M=7",
                                       "netscreen.opex.merger_related=12", "netscreen.shares.basic=90 million"};
    check_scenario("base.cfg", sets, UNIT_COUNT(sets));
}
END_TEST

/* --- what it looks like --- */

static Explanation explained(Shipped *shipped, const char *name)
{
    Explanation out = {.depth = SIZE_MAX};
    Expression parsed = {0};
    Looked looked;
    Text text = text_of(name);
    Source *source = source_add(&shipped->run.sources, shipped->run.arena, text, text, text);
    ck_assert(expression_parse_name(&parsed, &shipped->run, text, (Place){source->number, 0, (uint32_t)text.length}));
    LookupContext context = {.model = shipped->model, .wanted = shipped->model->scenario->periods[0]};
    Named named = name_resolve(shipped->model->scenario, shipped->model->chart, parsed.name);
    context.wanted = lookup_period(&context, &parsed);
    context.basis = lookup_basis(&context, &parsed);
    ck_assert(lookup_named(&looked, &context, named));
    FullName full = named_full(shipped->model, named, context.wanted, context.basis);
    explain_slot(&out, shipped->explainer, looked.slot, &full, named);
    return out;
}

static void assert_text(Text text, const char *wanted)
{
    ck_assert_msg(text_equal(text, text_of(wanted)), "\"" TEXT_FORMAT "\" instead of \"%s\"", TEXT_ARGUMENTS(text), wanted);
}

START_TEST(forms)
{
    static const struct { const char *scenario, *name, *formula; } rows[] = {
        {"base.cfg", "pro_forma.net_income:non_gaap", "juniper.net_income + netscreen.net_income"},
        {"base.cfg", "netscreen.net_income@2003-12-31/3M", "@2004-03-31/6M - @2004-03-31/3M"},
        {"base.cfg", "netscreen.shares.basic@2003-12-31/3M", "(183 x @2004-03-31/6M - 91 x @2004-03-31/3M) / 92 days"},
        {"base.cfg", "netscreen.eps.basic@2003-12-31/3M", "netscreen.net_income / netscreen.shares.basic"},
        {"base.cfg", "juniper.net_income", ""},
        {"purchase.cfg", "entries.consideration.stock", "entries.consideration.shares_issued x deal.measurement_price, rounded"},
        {"purchase.cfg", "entries.merger_costs.opex.merger_related", "-rounded(netscreen.opex.merger_related)"},
    };
    Shipped *shipped = shipped_begin(rows[_i].scenario, NULL, 0);
    Explanation explanation = explained(shipped, rows[_i].name);
    assert_text(explained_formula(shipped->run.arena, &explanation, 0), rows[_i].formula);
    shipped_end(shipped);
}
END_TEST

/* Below goodwill a figure of its balance sheet needs no day; the first line has its name in full. */
START_TEST(names_differ_only)
{
    Shipped *shipped = shipped_begin("purchase.cfg", NULL, 0);
    Explanation explanation = explained(shipped, "pro_forma.assets.goodwill@2004-03-31");
    ExplainedLines lines = explained_lines(shipped->run.arena, &explanation, 0);
    assert_text(explanation.nodes.items[0].title, "pro_forma.assets.goodwill@2004-03-31");
    ck_assert_uint_ge(lines.count, 2);
    assert_text(explanation.nodes.items[lines.items[0]].title, "juniper.assets.goodwill");
    assert_text(explanation.nodes.items[lines.items[1]].title, "netscreen.assets.goodwill");
    ck_assert_uint_gt(explained_below(shipped->run.arena, &explanation, 0), lines.count);
    shipped_end(shipped);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("explanation");
    unit_add(suite, "every cell of every report", every_cell_of_every_report, 1);
    unit_add(suite, "options", options, 1);
    unit_add(suite, "forms", forms, 7);
    unit_add(suite, "names differ only", names_differ_only, 1);
    return unit_run(suite);
}
