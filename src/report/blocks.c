#include "model/worth.h"
#include "report/blocks.h"

#include "calendar/nearest.h"
#include "report/deal_block.h"
#include "report/note.h"
#include "report/origin.h"

/* --- Calendar --- */

static Text sheet_title(const Model *model, const Sheet *sheet)
{
    const StatementKind *kind = &model->chart->statements[sheet->kind];
    return text_format(model->run->arena, TEXT_FORMAT "%s" TEXT_FORMAT, TEXT_ARGUMENTS(kind->name), kind->has_bases ? " " : "",
                       TEXT_ARGUMENTS(kind->has_bases ? basis_name(sheet->basis) : TEXT("")));
}

/* Fiscal labels come from the company's fiscal year end: the quarter to 31 December of a company whose year ends in September is its first. */
static Text fiscal_words(const Model *model, const Company *company, Period period)
{
    static const char *const ordinals[] = {"first", "second", "third", "fourth"};
    int year, month, day;
    if (company->year_end_month == 0 || period_is_instant(period))
        return TEXT("");
    day_to_civil(period.end, &year, &month, &day);
    Day year_end = day_from_civil(year, company->year_end_month, company->year_end_day);
    if (year_end == DAY_NONE || period.end > year_end + 7) /* a 52/53-week year may end a few days after its label */
        year++;
    int months_left = (company->year_end_month - month + 12) % 12;
    int months = (period_days(period) + 15) / 30;
    if (months == 12 && months_left == 0)
        return text_format(model->run->arena, "its fiscal year %d", year);
    if (months == 3 && months_left % 3 == 0)
        return text_format(model->run->arena, "its %s quarter of fiscal %d", ordinals[3 - months_left / 3], year);
    if (months_left + months == 12)
        return text_format(model->run->arena, "its first %d months of fiscal %d", months, year);
    return TEXT("");
}

static void say_fiscal(const Model *model, ReportNote *note, size_t index)
{
    static const char *const month_names[] = {"January", "February", "March",     "April",   "May",      "June",
                                              "July",    "August",   "September", "October", "November", "December"};
    const Company *company = &model->scenario->companies[index].company;
    TextBuilder out = {.arena = model->run->arena};
    if (company->year_end_month == 0)
        return;
    for (size_t i = 0; i < model->requested.count; i++) {
        const Sheet *sheet = &model->sheets.items[model->requested.items[i]];
        const AlignedStatement *aligned = sheet->aligned[index];
        Text words = aligned->available ? fiscal_words(model, company, aligned->period) : TEXT("");
        Text period = wanted_period_text(model->run->arena, sheet->wanted);
        if (words.length && text_find(text_builder_text(&out), period, 0) == out.count)
            text_append_format(&out, "; " TEXT_FORMAT " is " TEXT_FORMAT, TEXT_ARGUMENTS(period), TEXT_ARGUMENTS(words));
    }
    note_say(model->run->arena, note, "The year of " TEXT_FORMAT " ends %s %d" TEXT_FORMAT ".", TEXT_ARGUMENTS(company->label), month_names[company->year_end_month - 1],
             company->year_end_day, TEXT_ARGUMENTS(text_builder_text(&out)));
}

static void say_aligned(const Model *model, ReportNote *note, const Sheet *sheet, size_t company)
{
    Arena *arena = model->run->arena;
    const AlignedStatement *aligned = sheet->aligned[company];
    bool derived = aligned->available && aligned->formula.length;
    if (!derived && aligned->note_count == 0)
        return;
    Text label = model->scenario->companies[company].company.label, title = sheet_title(model, sheet);
    if (derived)
        note_say(arena, note, TEXT_FORMAT ", " TEXT_FORMAT ": " TEXT_FORMAT ".", TEXT_ARGUMENTS(label), TEXT_ARGUMENTS(title), TEXT_ARGUMENTS(aligned->formula));
    for (size_t i = 0; i < aligned->note_count; i++)
        note_say(arena, note, TEXT_FORMAT ", " TEXT_FORMAT " " TEXT_FORMAT ": " TEXT_FORMAT ".", TEXT_ARGUMENTS(label), TEXT_ARGUMENTS(title),
                 TEXT_ARGUMENTS(wanted_period_text(arena, sheet->wanted)), TEXT_ARGUMENTS(aligned->notes[i]));
}

/* As filed, two periods of the acquirer's that have no day in common may stand beside periods of the target's that have. */
static void say_twice(const Model *model, ReportNote *note, const Sheet *one, const Sheet *other, size_t company)
{
    Arena *arena = model->run->arena;
    const AlignedStatement *a = one->aligned[company], *b = other->aligned[company];
    if (one->kind != other->kind || one->basis != other->basis || !a->available || !b->available || period_is_instant(a->period))
        return;
    Period first = wanted_period_span(one->wanted), second = wanted_period_span(other->wanted);
    Period both = {a->period.start > b->period.start ? a->period.start : b->period.start, a->period.end < b->period.end ? a->period.end : b->period.end};
    bool apart = first.end < second.start || second.end < first.start;
    if (!apart || both.end < both.start)
        return;
    const Graph *graph = graph_make(model->run, &model->books[company], one->kind, one->basis);
    note_say(arena, note, TEXT_FORMAT ", " TEXT_FORMAT ": counted twice, in " TEXT_FORMAT " and in " TEXT_FORMAT ": " TEXT_FORMAT " to " TEXT_FORMAT TEXT_FORMAT ".",
             TEXT_ARGUMENTS(model->scenario->companies[company].company.label), TEXT_ARGUMENTS(sheet_title(model, one)), TEXT_ARGUMENTS(wanted_period_text(arena, one->wanted)),
             TEXT_ARGUMENTS(wanted_period_text(arena, other->wanted)), TEXT_ARGUMENTS(day_iso(arena, both.start)), TEXT_ARGUMENTS(day_iso(arena, both.end)),
             TEXT_ARGUMENTS(nearest_results(model->run, model->chart, graph, one->kind, both)));
}

static void say_counted_twice(const Model *model, ReportNote *note)
{
    for (size_t i = 0; i < model->requested.count && model->scenario->as_filed; i++)
        for (size_t j = i + 1; j < model->requested.count; j++)
            for (size_t company = 0; company < model->scenario->company_count; company++)
                say_twice(model, note, &model->sheets.items[model->requested.items[i]], &model->sheets.items[model->requested.items[j]], company);
}

/* Days are lost or gained where boundaries of week years were joined. */
static bool any_joined(const Model *model)
{
    for (size_t i = 0; i < model->requested.count; i++)
        for (size_t company = 0; company < model->scenario->company_count; company++)
            if (model->sheets.items[model->requested.items[i]].aligned[company]->joined)
                return true;
    return false;
}

static void block_calendar(Report *report, const Model *model)
{
    ReportNote *note = note_add(model->run->arena, &report->blocks, TEXT("Calendar"));
    note_say(model->run->arena, note, "%s",
             model->scenario->as_filed ? "As filed: the target's own periods nearest to the acquirer's are combined."
             : any_joined(model)       ? "Aligned: every company's figures cover the acquirer's periods but for the days that are lost or gained where boundaries are joined, as told below."
                                       : "Aligned: every company's figures cover the acquirer's periods; nothing is left out and nothing counted twice.");
    for (size_t company = 0; company < model->scenario->company_count; company++)
        say_fiscal(model, note, company);
    for (size_t i = 0; i < model->requested.count; i++)
        for (size_t company = 0; company < model->scenario->company_count; company++)
            say_aligned(model, note, &model->sheets.items[model->requested.items[i]], company);
    say_counted_twice(model, note);
}

/* --- Checks --- */

/* The model has proved it of those that have a residual; an adjustment of income has none, and a purchase leaves nothing over as a whole. */
static size_t count_balanced(const Model *model)
{
    size_t count = 0;
    for (size_t i = 0; i < model->applied.count; i++)
        count += model->applied.items[i]->residual != SLOT_NONE && !model->applied.items[i]->entry->kind->purchase;
    return count;
}

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static void say_purchases(const Model *model, ReportNote *note)
{
    size_t purchases = model->purchases_closed, even = model->balance_sheets_even, uneven = model->balance_sheets_uneven;
    if (purchases)
        note_say(model->run->arena, note, "%zu purchase%s leave%s nothing over: goodwill closes %s to the unit; %zu pro forma balance sheet%s balance%s exactly%s.", purchases,
                 plural(purchases), purchases == 1 ? "s" : "", purchases == 1 ? "it" : "them", even, plural(even), even == 1 ? "s" : "",
                 uneven ? text_format(model->run->arena, ", %zu as nearly as the companies' own do", uneven).start : "");
}

static void block_checks(Report *report, const Model *model)
{
    Arena *arena = model->run->arena;
    ReportNote *note = note_add(arena, &report->blocks, TEXT("Checks"));
    Books all = {0};
    for (size_t i = 0; i < model->scenario->company_count; i++) {
        all.totals_exact += model->books[i].totals_exact;
        all.totals_rounded += model->books[i].totals_rounded;
        all.eps_recomputed += model->books[i].eps_recomputed;
        all.same_in_two_filings += model->books[i].same_in_two_filings;
        all.same_aggregated += model->books[i].same_aggregated;
        all.restated += model->books[i].restated;
    }
    size_t ties = 0;
    for (size_t i = 0; i < model->scenario->verify_count; i++)
        ties += model->verified[i].ties;
    note_say(arena, note,
             "%zu totals of the filings foot exactly, %zu within rounding; %zu per-share amounts recompute; %zu figures are the same in two filings, "
             "%zu of them after adding finer lines; %zu restated.",
             all.totals_exact, all.totals_rounded, all.eps_recomputed, all.same_in_two_filings + all.same_aggregated, all.same_aggregated, all.restated);
    Text worth = worth_words(model);
    note_say(arena, note, TEXT_FORMAT ".", TEXT_ARGUMENTS(worth));
    note_say(arena, note, "%zu totals of the combined column foot exactly, %zu within rounding%s; %zu postings of entries sum to zero; %zu of %zu verified figures tie.",
             model->pro_forma_totals_foot, model->pro_forma_totals_rounded,
             model->pro_forma_totals_off ? text_format(arena, ", %zu do not foot", model->pro_forma_totals_off).start : "", count_balanced(model), ties, model->scenario->verify_count);
    say_purchases(model, note);
    for (size_t i = 0; i < model->run->problems.count; i++) {
        const Problem *found = &model->run->problems.items[i];
        Text place = origin_place(model, found->place);
        if (found->severity <= SEVERITY_warning)
            note_say(arena, note, TEXT_FORMAT "%s" TEXT_FORMAT " [%s]", TEXT_ARGUMENTS(place), place.length ? ": " : "", TEXT_ARGUMENTS(found->message), problem_name(found->kind));
    }
}

static void block_verified(Report *report, const Model *model)
{
    Arena *arena = model->run->arena;
    if (model->scenario->verify_count == 0)
        return;
    ReportNote *note = note_add(arena, &report->blocks, TEXT("Verified"));
    for (size_t i = 0; i < model->scenario->verify_count; i++) {
        const ScenarioVerify *verify = model->verified[i].verify;
        Text period = verify->has_period ? wanted_period_text(arena, verify->period) : TEXT("");
        Text expected = amount_spoken(arena, printed_to_double(verify->value, verify->value.unit.scale), verify->value.decimals);
        note_say(arena, note, TEXT_FORMAT "%s" TEXT_FORMAT "%s" TEXT_FORMAT " = " TEXT_FORMAT ": %s (" TEXT_FORMAT ")", TEXT_ARGUMENTS(verify->name_text), period.length ? " @" : "",
                 TEXT_ARGUMENTS(period), verify->has_basis ? ":" : "", TEXT_ARGUMENTS(verify->has_basis ? basis_name(verify->basis) : TEXT("")), TEXT_ARGUMENTS(expected),
                 model->verified[i].ties ? "ties" : "DOES NOT TIE", TEXT_ARGUMENTS(verify->source));
    }
}

/* --- Facts, Sources --- */

/* "deal.exchange_ratio = 1.404 ratio": in the input's own unit, so that it can be pasted into --set. */
static Text input_words(Arena *arena, const ScenarioInput *input)
{
    return text_format(arena, TEXT_FORMAT "." TEXT_FORMAT " = " TEXT_FORMAT " " TEXT_FORMAT, TEXT_ARGUMENTS(input->group), TEXT_ARGUMENTS(input->name),
                       TEXT_ARGUMENTS(amount_plain(arena, scenario_input_value(input))), TEXT_ARGUMENTS(unit_name(arena, input->unit)));
}

/* "; range 1.2 to 1.6; normal, mean 1.404, deviation 0.1": what may become of the value, in its unit. */
static Text variation_words(Arena *arena, const ScenarioInput *input)
{
    TextBuilder out = {.arena = arena};
    if (input->has_range)
        text_append_format(&out, "; range " TEXT_FORMAT " to " TEXT_FORMAT, TEXT_ARGUMENTS(amount_plain(arena, input_number_in_unit(&input->range[0], input->unit))),
                           TEXT_ARGUMENTS(amount_plain(arena, input_number_in_unit(&input->range[1], input->unit))));
    if (input->distribution)
        text_append_format(&out, "; " TEXT_FORMAT, TEXT_ARGUMENTS(distribution_words(arena, input->distribution, input->unit)));
    return text_builder_text(&out);
}

static const Text assumption_word = {"assumption", 10};

static bool is_assumption(Text source)
{
    return text_equal_ignoring_case(text_slice(source, 0, assumption_word.length), assumption_word);
}

/* What stands behind the word: "assumption: the last close before" says why. */
static Text assumption_words(Text source)
{
    Text rest = text_slice(source, assumption_word.length, source.length);
    return text_trim(text_starts_with(rest, TEXT(":")) ? text_slice(rest, 1, rest.length) : rest);
}

/* An input with where it comes from, and what may become of it. */
static void say_input(Arena *arena, ReportNote *note, const ScenarioInput *input)
{
    Text source = is_assumption(input->source) ? assumption_words(input->source) : input->source;
    const char *set = !input->set ? "" : source.length ? "; replaced by --set" : "replaced by --set";
    bool told = source.length || input->set;
    note_say(arena, note, TEXT_FORMAT "%s" TEXT_FORMAT "%s%s" TEXT_FORMAT, TEXT_ARGUMENTS(input_words(arena, input)), told ? " (" : "", TEXT_ARGUMENTS(source), set,
             told ? ")" : "", TEXT_ARGUMENTS(variation_words(arena, input)));
}

static void block_facts(Report *report, const Model *model)
{
    ReportNote note = {.label = TEXT("Facts")};
    for (size_t i = 0; i < model->scenario->input_count; i++)
        if (!is_assumption(model->scenario->inputs[i].source))
            say_input(model->run->arena, &note, &model->scenario->inputs[i]);
    if (note.count)
        *list_push(model->run->arena, &report->blocks) = note;
}

static size_t count_figures(const Model *model, size_t company, uint32_t source)
{
    const Books *books = &model->books[company];
    size_t count = 0;
    for (size_t i = 0; i < books->count; i++) {
        const StatementKind *kind = &model->chart->statements[books->items[i].kind];
        for (LineId line = 0; line < kind->count; line++) {
            const Fact *fact = books->items[i].facts[line];
            count += fact && fact->place.source == source;
        }
    }
    return count;
}

static void block_sources(Report *report, const Model *model)
{
    Arena *arena = model->run->arena;
    ReportNote *note = note_add(arena, &report->blocks, TEXT("Sources"));
    for (size_t i = 0; i < model->run->sources.count; i++) {
        const Source *source = model->run->sources.items[i];
        TextBuilder out = {.arena = arena};
        for (size_t company = 0; company < model->scenario->company_count; company++) {
            size_t count = count_figures(model, company, source->number);
            if (count)
                text_append_format(&out, "%s" TEXT_FORMAT ", %zu figures", out.count ? "; " : "", TEXT_ARGUMENTS(model->scenario->companies[company].company.label), count);
        }
        if (out.count)
            note_say(arena, note, TEXT_FORMAT " (" TEXT_FORMAT ")", TEXT_ARGUMENTS(source->name), TEXT_ARGUMENTS(text_builder_text(&out)));
    }
}

/* --- Assumed, Missing, Skipped --- */

static void block_assumed(Report *report, const Model *model)
{
    Arena *arena = model->run->arena;
    const Scenario *scenario = model->scenario;
    ReportNote note = {.label = TEXT("Assumed")};
    for (size_t i = 0; i < scenario->input_count; i++)
        if (is_assumption(scenario->inputs[i].source))
            say_input(arena, &note, &scenario->inputs[i]);
    for (size_t i = 0; i < scenario->assumption_count; i++)
        note_say(arena, &note, TEXT_FORMAT, TEXT_ARGUMENTS(scenario->assumptions[i]));
    for (size_t i = 0; i < scenario->entry_count; i++)
        if (!scenario->entries[i].off && scenario->entries[i].assumption.length)
            note_say(arena, &note, TEXT_FORMAT, TEXT_ARGUMENTS(scenario->entries[i].assumption));
    for (size_t i = 0; i < scenario->company_count; i++)
        for (size_t j = 0; j < scenario->companies[i].filing_count; j++)
            if (scenario->companies[i].filings[j].assumption.length)
                note_say(arena, &note, TEXT_FORMAT, TEXT_ARGUMENTS(scenario->companies[i].filings[j].assumption));
    if (note.count)
        *list_push(arena, &report->blocks) = note;
}

/* Which requested figures are blank, and why: whole statements first, then share counts and per-share amounts that were refused. */
static void block_missing(Report *report, const Model *model)
{
    Arena *arena = model->run->arena;
    ReportNote note = {.label = TEXT("Missing")};
    for (size_t i = 0; i < report->lacking.count; i++)
        note_say(arena, &note, TEXT_FORMAT, TEXT_ARGUMENTS(report->lacking.paragraphs[i]));
    for (size_t i = 0; i < model->scenario->company_count; i++)
        if (model->scenario->companies[i].missing.length)
            note_say(arena, &note, TEXT_FORMAT, TEXT_ARGUMENTS(model->scenario->companies[i].missing));
    for (size_t i = 0; i < model->requested.count; i++) {
        const Sheet *sheet = &model->sheets.items[model->requested.items[i]];
        const StatementKind *kind = &model->chart->statements[sheet->kind];
        for (size_t company = 0; company < model->scenario->company_count; company++) {
            const AlignedStatement *aligned = sheet->aligned[company];
            Text label = model->scenario->companies[company].company.label;
            if (aligned->not_reported)
                note_say(arena, &note, TEXT_FORMAT " prints no " TEXT_FORMAT "%s in these filings.", TEXT_ARGUMENTS(label), TEXT_ARGUMENTS(kind->title),
                         sheet->basis == BASIS_non_gaap ? ", non-GAAP," : "");
            else if (!aligned->available)
                note_say(arena, &note, TEXT_FORMAT ", " TEXT_FORMAT " " TEXT_FORMAT ": " TEXT_FORMAT ".", TEXT_ARGUMENTS(label), TEXT_ARGUMENTS(sheet_title(model, sheet)),
                         TEXT_ARGUMENTS(wanted_period_text(arena, sheet->wanted)), TEXT_ARGUMENTS(aligned->reason));
            for (LineId line = kind->first; aligned->available && line < kind->first + kind->count; line++) {
                const Figure *figure = sheet_figure(model, sheet, company, line);
                if (figure->slot == SLOT_NONE && figure->reason.length)
                    note_say(arena, &note, TEXT_FORMAT ": " TEXT_FORMAT ".", TEXT_ARGUMENTS(figure_name(model, sheet, company, line)), TEXT_ARGUMENTS(figure->reason));
            }
        }
    }
    if (note.count)
        *list_push(arena, &report->blocks) = note;
}

/* What no filing prints as it stands here, beside the formulas of the calendar: weighted averages of weighted averages, and totals added up. */
static void block_derived(Report *report, const Model *model)
{
    Arena *arena = model->run->arena;
    ReportNote note = {.label = TEXT("Derived")};
    for (size_t i = 0; i < model->requested.count; i++) {
        const Sheet *sheet = &model->sheets.items[model->requested.items[i]];
        const StatementKind *kind = &model->chart->statements[sheet->kind];
        for (size_t cell = 0; cell < model->scenario->company_count * kind->count; cell++) {
            size_t company = cell / kind->count;
            LineId line = (LineId)(kind->first + cell % kind->count);
            const Figure *figure = sheet_figure(model, sheet, company, line);
            bool count = figure->fact && figure->fact->state == STATE_derived && chart_at(model->chart, line)->unit == UNIT_shares;
            if (count)
                note_say(arena, &note, TEXT_FORMAT " = " TEXT_FORMAT ", weighted by days (within " TEXT_FORMAT ", as its terms are rounded)",
                         TEXT_ARGUMENTS(figure_name(model, sheet, company, line)), TEXT_ARGUMENTS(amount_spoken(arena, figure->fact->number, 1)),
                         TEXT_ARGUMENTS(amount_spoken(arena, figure->fact->error, 1)));
            else if (figure->summed)
                note_say(arena, &note, TEXT_FORMAT " = " TEXT_FORMAT ", the sum of its lines, because %s",
                         TEXT_ARGUMENTS(figure_name(model, sheet, company, line)), TEXT_ARGUMENTS(amount_spoken(arena, model->values[figure->slot], 0)),
                         model_shows_total(model, line) ? "the deal leaves a part of a target with others" : "another company prints the total");
        }
    }
    if (note.count)
        *list_push(arena, &report->blocks) = note;
}

/* Does it post to a statement of operations? */
static bool moves_income(const Model *model, const ScenarioEntry *entry)
{
    const Chart *chart = model->chart;
    for (size_t i = 0; i < model->applied.count; i++) {
        const AppliedEntry *applied = model->applied.items[i];
        if (applied->entry == entry && applied->legs.count && applied->column < COLUMN_pro_forma && model->sheets.items[applied->sheet].kind == chart_at(chart, chart->per_share.income)->statement)
            return true;
    }
    return false;
}

/* Which entries the non-GAAP basis leaves out, and which it keeps, by their kinds. */
static void say_entries(const Model *model, ReportNote *note, bool kept, const char *words)
{
    const Scenario *scenario = model->scenario;
    TextBuilder names = {.arena = model->run->arena};
    for (size_t i = 0; i < scenario->entry_count; i++) {
        const ScenarioEntry *entry = &scenario->entries[i];
        if (!entry->kind->free && entry->kind->every_basis == kept && scenario_entry_in_force(scenario, entry) && moves_income(model, entry))
            text_append_format(&names, "%s" TEXT_FORMAT, names.count ? ", " : "", TEXT_ARGUMENTS(entry->name));
    }
    if (names.count)
        note_say(model->run->arena, note, "%s: " TEXT_FORMAT ".", words, TEXT_ARGUMENTS(text_builder_text(&names)));
}

static void block_bases(Report *report, const Model *model)
{
    Arena *arena = model->run->arena;
    ReportNote note = {.label = TEXT("Bases")};
    bool shown = false;
    for (size_t i = 0; i < model->requested.count; i++)
        shown = shown || model->sheets.items[model->requested.items[i]].basis == BASIS_non_gaap;
    if (shown) {
        say_entries(model, &note, false, "Non-GAAP leaves out what the purchase measures anew and what does not recur");
        say_entries(model, &note, true, "It keeps what goes on, such as interest on what the deal is paid with, and its tax");
    }
    if (note.count)
        *list_push(arena, &report->blocks) = note;
}

static void block_skipped(Report *report, const Model *model)
{
    Arena *arena = model->run->arena;
    ReportNote note = {.label = TEXT("Skipped")};
    for (size_t i = 0; i < model->scenario->entry_count; i++)
        if (model->scenario->entries[i].off)
            note_say(arena, &note, "Entry \"" TEXT_FORMAT "\" everywhere: switched off in the scenario (apply = false).", TEXT_ARGUMENTS(model->scenario->entries[i].name));
    for (size_t i = 0; i < model->skipped.count; i++) {
        const SkippedEntry *skipped = &model->skipped.items[i];
        note_say(arena, &note, "Entry \"" TEXT_FORMAT "\" in " TEXT_FORMAT " " TEXT_FORMAT ": " TEXT_FORMAT ".", TEXT_ARGUMENTS(skipped->entry->name),
                 TEXT_ARGUMENTS(model->chart->statements[skipped->kind].name), TEXT_ARGUMENTS(wanted_period_text(arena, skipped->wanted)), TEXT_ARGUMENTS(skipped->why));
    }
    if (note.count)
        *list_push(arena, &report->blocks) = note;
}

void blocks_build(Report *report, const Model *model)
{
    block_deal(report, model);
    block_calendar(report, model);
    block_checks(report, model);
    block_verified(report, model);
    block_facts(report, model);
    block_assumed(report, model);
    block_sources(report, model);
    block_missing(report, model);
    block_bases(report, model);
    block_skipped(report, model);
    block_derived(report, model);
}
