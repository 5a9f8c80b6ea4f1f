/* Reading order: cells, rows, what was given, to what it is allocated, lives, all of a target. */
#include "report/schedules.h"

#include "model/adjust.h"
#include "model/entry.h"
#include "report/letters.h"
#include "report/words.h"

#include <string.h>

typedef struct {
    const Model *model;
    ReportSchedule *schedule;
    size_t sheet;
    Text company;
} Scheduling;

static Arena *arena_of(const Scheduling *at)
{
    return at->model->run->arena;
}

/* --- cells --- */

static Unit value_unit(const Model *model, UnitKind unit)
{
    return (Unit){(uint8_t)unit, unit == UNIT_money || unit == UNIT_shares ? model->scenario->reporting.scale : 0};
}

static char spoken_as(UnitKind unit)
{
    switch (unit) {
    case UNIT_shares: return 's';
    case UNIT_per_share: return 'p';
    case UNIT_money: return 'm';
    default: return 'r';
    }
}

static ReportScheduleCell value_cell(const Scheduling *at, Slot slot, UnitKind unit, int weight, Text name, Text note)
{
    double value = at->model->values[slot];
    return (ReportScheduleCell){.has_value = true, .value = value, .weight = weight, .text = saying_value(arena_of(at), spoken_as(unit), weight * value),
                                .unit = unit_name(arena_of(at), value_unit(at->model, unit)), .name = name,
                                .note = text_format(arena_of(at), TEXT_FORMAT ": " TEXT_FORMAT, TEXT_ARGUMENTS(at->schedule->title), TEXT_ARGUMENTS(note))};
}

static Text entry_name(const Scheduling *at, const AppliedEntry *applied, Text part)
{
    return text_format(arena_of(at), "entries." TEXT_FORMAT "." TEXT_FORMAT, TEXT_ARGUMENTS(applied->entry->name), TEXT_ARGUMENTS(part));
}

/* --- rows --- */

static ReportScheduleRow *add_row(const Scheduling *at, Text label, int indent)
{
    ReportSchedule *schedule = at->schedule;
    schedule->rows = arena_grow(arena_of(at), schedule->rows, schedule->count, &schedule->capacity, sizeof *schedule->rows);
    ReportScheduleRow *row = &schedule->rows[schedule->count++];
    *row = (ReportScheduleRow){.label = words_label(arena_of(at), label), .indent = indent, .cells = arena_array(arena_of(at), ReportScheduleCell, schedule->column_count)};
    return row;
}

/* A row of one value; NULL where it is not known, or 0. */
static ReportScheduleRow *add_value(const Scheduling *at, Text label, int indent, Slot slot, UnitKind unit, int weight, Text name, Text note)
{
    if (slot == SLOT_NONE || at->model->values[slot] == 0)
        return NULL;
    ReportScheduleRow *row = add_row(at, label, indent);
    row->cells[0] = value_cell(at, slot, unit, weight, name, note);
    return row;
}

static void add_total(const Scheduling *at, Text label, Slot slot, Text name, bool closing)
{
    if (slot == SLOT_NONE)
        return;
    ReportScheduleRow *row = add_row(at, label, 0);
    row->cells[0] = value_cell(at, slot, UNIT_money, 1, name, row->label);
    row->ruled = true;
    row->closing = closing;
}

/* A kind of entry with the letter of its note stands over its rows. */
static Text entry_words(const Scheduling *at, const AppliedEntry *applied)
{
    return text_format(arena_of(at), TEXT_FORMAT " " TEXT_FORMAT, TEXT_ARGUMENTS(words_kind(arena_of(at), applied->entry->kind)),
                       TEXT_ARGUMENTS(report_entry_letter(at->model, applied->entry)));
}

static void begin_schedule(Scheduling *at, Report *report, const char *title, const char *const *heads, size_t columns)
{
    Arena *arena = arena_of(at);
    Day day = at->model->sheets.items[at->sheet].wanted.end;
    const ScenarioCompany *target = &at->model->scenario->companies[scenario_company(at->model->scenario, at->company)];
    at->schedule = list_push(arena, &report->schedules);
    *at->schedule = (ReportSchedule){.statement = TEXT("deal"), .title = text_of(title), .column = at->company, .column_count = columns};
    at->schedule->subtitle = text_format(arena, TEXT_FORMAT " · " TEXT_FORMAT " · " TEXT_FORMAT, TEXT_ARGUMENTS(target->company.label), TEXT_ARGUMENTS(day_spoken(arena, day)),
                                         TEXT_ARGUMENTS(words_units(at->model, true)));
    at->schedule->columns = arena_array(arena, ReportScheduleColumn, columns);
    for (size_t i = 0; i < columns; i++)
        at->schedule->columns[i] = (ReportScheduleColumn){heads ? text_of(heads[i]) : TEXT(""), BASIS_gaap, {DAY_NONE, day}};
}

/* --- what was given --- */

/* The figures of the entry in their order, up to the total. */
static void schedule_consideration(Scheduling *at, Report *report, const AppliedEntry *applied)
{
    const EntryFigure *figures = applied->entry->kind->figures;
    begin_schedule(at, report, "Consideration", NULL, 1);
    for (size_t i = 0; strcmp(figures[i].name, "total") != 0; i++) {
        Text label = text_of(figures[i].meaning);
        add_value(at, label, 0, applied->figures[i], figures[i].unit, 1, entry_name(at, applied, text_of(figures[i].name)), label);
    }
    add_total(at, entry_words(at, applied), applied_figure(applied, "total"), entry_name(at, applied, TEXT("total")), true);
}

/* --- to what it is allocated --- */

static bool is_asset(const Chart *chart, LineId line)
{
    while (line != LINE_NONE && line != chart->deal.assets)
        line = chart_at(chart, line)->into;
    return line != LINE_NONE;
}

/* An asset adds to net assets; a liability, and what equity keeps, is deducted. The name is that of all that the entry posts to the line. */
static void add_leg(const Scheduling *at, const AppliedEntry *applied, const AppliedLeg *leg)
{
    const Chart *chart = at->model->chart;
    const Line *line = chart_at(chart, leg->line);
    bool whole = applied->effects[leg->line - chart->statements[line->statement].first] == leg->amount;
    Text label = leg->label.length ? leg->label : line->label;
    int weight = is_asset(chart, leg->line) ? 1 : -1;
    Text note = text_format(arena_of(at), TEXT_FORMAT ", " TEXT_FORMAT "%s%s", TEXT_ARGUMENTS(words_kind(arena_of(at), applied->entry->kind)), TEXT_ARGUMENTS(label),
                            whole ? "" : ", a part", weight < 0 ? ", deducted" : "");
    add_value(at, label, 1, leg->amount, UNIT_money, weight, entry_name(at, applied, line->name), note);
}

static void allocate_entry(const Scheduling *at, const AppliedEntry *applied)
{
    size_t heading = at->schedule->count;
    Slot equity = applied->entry->kind == &adjust_elimination ? applied_figure(applied, "equity") : SLOT_NONE;
    add_row(at, entry_words(at, applied), 0)->heading = true;
    if (equity != SLOT_NONE)
        add_value(at, TEXT("net assets at carrying amounts"), 1, equity, UNIT_money, 1, entry_name(at, applied, TEXT("equity")), TEXT("Net assets at carrying amounts"));
    for (size_t i = 0; i < applied->legs.count; i++)
        if (equity == SLOT_NONE || applied->legs.items[i].label.length) /* lines of the equity have no label */
            add_leg(at, applied, &applied->legs.items[i]);
    if (at->schedule->count == heading + 1)
        at->schedule->count--; /* nothing stands under it */
}

typedef struct {
    const AppliedEntry **items;
    size_t count, capacity;
} Purchase;

static bool remains_with_others(const Model *model, const Purchase *purchase)
{
    for (size_t i = 0; i < purchase->count; i++) {
        Slot minority = applied_figure(purchase->items[i], "non_controlling_interest");
        if (minority != SLOT_NONE && model->values[minority] != 0)
            return true;
    }
    return false;
}

static void schedule_allocation(Scheduling *at, Report *report, const Purchase *purchase, const AppliedEntry *closing)
{
    const struct { const char *figure, *label; int weight; } closes[] = {{"goodwill", "Goodwill", 1}, {"negative", "Net assets above the consideration", -1}};
    begin_schedule(at, report, "Allocation of the consideration", NULL, 1);
    for (size_t i = 0; i < purchase->count; i++)
        if (purchase->items[i]->entry->kind != &adjust_consideration && purchase->items[i] != closing)
            allocate_entry(at, purchase->items[i]);
    add_total(at, TEXT("Net assets"), applied_figure(closing, "net_assets"), entry_name(at, closing, TEXT("net_assets")), false);
    for (size_t i = 0; i < sizeof closes / sizeof *closes; i++) {
        Text label = text_of(closes[i].label), figure = text_of(closes[i].figure);
        add_value(at, label, 0, applied_figure(closing, closes[i].figure), UNIT_money, closes[i].weight, entry_name(at, closing, figure),
                  closes[i].weight < 0 ? text_format(arena_of(at), "%s, deducted", closes[i].label) : label);
    }
    add_total(at, remains_with_others(at->model, purchase) ? TEXT("Consideration and non-controlling interest") : TEXT("Consideration"),
              applied_figure(closing, "allocated"), entry_name(at, closing, TEXT("allocated")), true);
}

/* --- lives --- */

/* "entries.intangibles.items.technology.life", where the scenario has it. */
static Text setting_name(const Scheduling *at, const AppliedEntry *applied, Text item, const char *key)
{
    const Setting *setting = setting_find(at->model->scenario->root, "entries");
    setting = setting ? setting_find_text(setting, applied->entry->name) : NULL;
    setting = setting ? setting_find(setting, "items") : NULL;
    setting = setting ? setting_find_text(setting, item) : NULL;
    setting = setting ? setting_find(setting, key) : NULL;
    return setting ? text_format(arena_of(at), "entries." TEXT_FORMAT ".items." TEXT_FORMAT ".%s", TEXT_ARGUMENTS(applied->entry->name), TEXT_ARGUMENTS(item), key) : TEXT("");
}

enum { LIFE_use, LIFE_amount, LIFE_years, LIFE_yearly, LIFE_COLUMNS };
static const char *const life_heads[] = {[LIFE_use] = "Class", [LIFE_amount] = "Amount", [LIFE_years] = "Years", [LIFE_yearly] = "A year"};

static Text life_note(const Scheduling *at, const AppliedLife *life, int column, const char *more)
{
    return text_format(arena_of(at), TEXT_FORMAT ", %s%s", TEXT_ARGUMENTS(life->name), (const char *[]){"class", "amount", "years", "amortized in a year"}[column], more);
}

static void add_life(const Scheduling *at, const AppliedEntry *applied, const AppliedLife *life)
{
    ReportScheduleCell *cells = add_row(at, life->name, 0)->cells;
    cells[LIFE_use] = (ReportScheduleCell){.text = life->use};
    cells[LIFE_amount] = value_cell(at, life->amount, UNIT_money, 1, setting_name(at, applied, life->name, "value"), life_note(at, life, LIFE_amount, ""));
    if (life->life == SLOT_NONE) {
        cells[LIFE_years] = (ReportScheduleCell){.text = TEXT("indefinite")};
        return;
    }
    Slot yearly = applied_figure(applied, "yearly_amortization");
    cells[LIFE_years] = value_cell(at, life->life, UNIT_years, 1, setting_name(at, applied, life->name, "life"), life_note(at, life, LIFE_years, ""));
    cells[LIFE_yearly] = value_cell(at, life->yearly, UNIT_money, 1, yearly == SLOT_NONE ? TEXT("") : entry_name(at, applied, TEXT("yearly_amortization")),
                                    life_note(at, life, LIFE_yearly, yearly == life->yearly ? "" : ", a part"));
}

static void schedule_lives(Scheduling *at, Report *report, const Purchase *purchase)
{
    size_t lives = 0;
    for (size_t i = 0; i < purchase->count; i++)
        lives += purchase->items[i]->lives.count;
    if (lives == 0)
        return;
    begin_schedule(at, report, "Lives", life_heads, LIFE_COLUMNS);
    for (size_t i = 0; i < purchase->count; i++)
        for (size_t j = 0; j < purchase->items[i]->lives.count; j++)
            add_life(at, purchase->items[i], &purchase->items[i]->lives.items[j]);
}

/* --- all of a target --- */

static bool is_of_purchase(const Model *model, const AppliedEntry *applied, size_t sheet, Text company)
{
    return applied->sheet == sheet && applied->entry->kind->purchase && text_equal(applied->entry->company, company) && scenario_entry_in_force(model->scenario, applied->entry);
}

static Purchase find_purchase(const Model *model, size_t sheet, Text company)
{
    Purchase out = {0};
    for (size_t i = 0; i < model->scenario->entry_count; i++)
        for (size_t j = 0; j < model->applied.count; j++) {
            const AppliedEntry *applied = model->applied.items[j];
            if (applied->entry == &model->scenario->entries[i] && is_of_purchase(model, applied, sheet, company))
                *list_push(model->run->arena, &out) = applied;
        }
    return out;
}

static void schedule_target(Report *report, const Model *model, size_t sheet, Text company)
{
    Scheduling at = {.model = model, .sheet = sheet, .company = company};
    Purchase purchase = find_purchase(model, sheet, company);
    for (size_t i = 0; i < purchase.count; i++)
        if (purchase.items[i]->entry->kind == &adjust_consideration)
            schedule_consideration(&at, report, purchase.items[i]);
    for (size_t i = 0; i < purchase.count; i++)
        if (purchase.items[i]->entry->kind->closes)
            schedule_allocation(&at, report, &purchase, purchase.items[i]);
    schedule_lives(&at, report, &purchase);
}

void schedules_build(Report *report, const Model *model)
{
    for (size_t i = 0; i < model->requested.count; i++) {
        size_t sheet = model->requested.items[i];
        bool balance_sheet = line_is_in(model, sheet, model->chart->deal.assets) && model->sheets.items[sheet].wanted.end == balance_day(model);
        for (size_t company = 0; balance_sheet && company < model->scenario->company_count; company++)
            schedule_target(report, model, sheet, model->scenario->companies[company].company.id);
    }
}
