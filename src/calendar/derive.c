#include "calendar/derive.h"

#include "calendar/counts.h"
#include "calendar/derivation.h"
#include "calendar/part.h"

#include <math.h>

/* --- which way a line goes --- */

static bool path_prints(const Derivation *derivation, const Path *path, LineId line)
{
    for (size_t i = 0; i < path->count; i++)
        if (fact_has_value(column_fact(derivation->chart, path->terms[i].column, line)))
            return true;
    return false;
}

static size_t path_take(Derivation *derivation, const Path *path)
{
    for (size_t i = 0; i < derivation->taken.count; i++)
        if (path_equal(&derivation->taken.items[i].path, path))
            return i;
    Taken taken = {.path = *path, .names = {.arena = derivation->run->arena}};
    taken.formula = path_formula(derivation->run, path);
    taken.weighted = path_formula_weighted(derivation->run, path);
    taken.unlike = unlike_make(derivation->run, derivation->chart, path);
    *list_push(derivation->run->arena, &derivation->taken) = taken;
    return derivation->taken.count - 1;
}

/* Has each term of a path that was taken the line, or proves that it is nothing there, and are the terms alike? */
static bool path_gives(const Derivation *derivation, const Taken *taken, LineId line)
{
    const Fact *fact;
    for (size_t i = 0; i < taken->path.count; i++)
        if (part_of(&fact, derivation->run, derivation->chart, taken->path.terms[i].column, line) > PART_nothing)
            return false;
    return unlike_reason(taken->unlike, line).length == 0;
}

/* A path of columns that give the line at most so: as a fact only, or as a fact or nothing. */
static bool other_path(size_t *out, Derivation *derivation, LineId line, Part most)
{
    size_t columns = graph_count(derivation->graph);
    bool *usable = arena_array(derivation->run->arena, bool, columns);
    const Fact *fact;
    Path path;
    for (size_t i = 0; i < columns; i++)
        usable[i] = part_of(&fact, derivation->run, derivation->chart, graph_column(derivation->graph, i), line) <= most;
    if (!path_find(&path, derivation->run, derivation->graph, usable, derivation->span, 0, derivation->join_days) || !path_prints(derivation, &path, line))
        return false;
    *out = path_take(derivation, &path);
    return path_gives(derivation, &derivation->taken.items[*out], line);
}

/* The main path, or one of columns that all give the line. */
static bool line_path(size_t *out, Derivation *derivation, LineId line)
{
    *out = 0;
    if (!path_gives(derivation, &derivation->taken.items[0], line)) {
        if (!other_path(out, derivation, line, PART_nothing) && !other_path(out, derivation, line, PART_fact))
            return false;
        derivation_name(&derivation->taken.items[*out].names, derivation, line);
    }
    derivation->taken.items[*out].lines++;
    return true;
}

/* --- facts --- */

static Fact *fact_make(Derivation *derivation, LineId line, State state, Text reason)
{
    Fact *fact = arena_new(derivation->run->arena, Fact);
    *fact = (Fact){.line = line, .basis = derivation->basis, .state = state, .period = derivation->span, .reason = reason};
    return fact;
}

static Fact *refuse_line(Derivation *derivation, LineId line)
{
    const Path *path = &derivation->taken.items[0].path;
    const Fact *fact;
    Text unlike = unlike_reason(derivation->taken.items[0].unlike, line);
    if (unlike.length)
        return fact_make(derivation, line, STATE_not_derivable, unlike);
    for (size_t i = 0; i < path->count; i++) {
        Part part = part_of(&fact, derivation->run, derivation->chart, path->terms[i].column, line);
        if (part > PART_nothing)
            return fact_make(derivation, line, STATE_not_derivable, part_refusal(derivation->run, derivation->chart, path->terms[i].column, line, part));
    }
    return fact_make(derivation, line, STATE_not_derivable, TEXT("no term of it is printed"));
}

static void count_nothing(Derivation *derivation, const ReportedColumn *column, LineId line)
{
    size_t i = 0;
    while (i < derivation->nothings.count && derivation->nothings.items[i].column != column)
        i++;
    if (i == derivation->nothings.count)
        *list_push(derivation->run->arena, &derivation->nothings) = (Nothing){column, {.arena = derivation->run->arena}};
    derivation_name(&derivation->nothings.items[i].names, derivation, line);
}

/* False when the sum is beyond 2^50. Terms within it cannot overflow an int64, of which there are at most six. */
static bool money_add(Money *sum, int sign, Money money)
{
    if (money > MONEY_LARGEST || money < -MONEY_LARGEST)
        return false;
    *sum += sign * money;
    return true;
}

static Fact *money_line(Derivation *derivation, LineId line, const Taken *taken)
{
    const Path *path = &taken->path;
    Fact *fact = fact_make(derivation, line, STATE_nil, taken->formula);
    Term *terms = arena_array(derivation->run->arena, Term, path->count);
    bool fits = true;
    for (size_t i = 0; i < path->count; i++) {
        const Fact *part;
        if (part_of(&part, derivation->run, derivation->chart, path->terms[i].column, line) == PART_nothing) {
            count_nothing(derivation, path->terms[i].column, line);
            continue;
        }
        if (part->state != STATE_nil)
            fact->state = STATE_derived;
        fits = money_add(&fact->money, path->terms[i].sign, part->money) && fits;
        terms[fact->term_count++] = (Term){path->terms[i].sign, part};
    }
    fact->terms = terms;
    fact->number = (double)fact->money;
    if (!fits || fact->money > MONEY_LARGEST || fact->money < -MONEY_LARGEST) {
        Text name = chart_at(derivation->chart, line)->name;
        derivation->overflow = true;
        problem(derivation->run, PROBLEM_amount_overflow, terms[0].fact->place, TEXT_FORMAT " of " TEXT_FORMAT " is beyond 2^50 units",
                TEXT_ARGUMENTS(name), TEXT_ARGUMENTS(taken->formula));
    }
    return fact;
}

/* Half a unit of the last printed place, in the unit of fact->number; a count that an option set is taken as exact. */
static double half_unit(const Fact *fact)
{
    if (fact->error > 0 || fact->state == STATE_derived)
        return fact->error;
    if (fact->state == STATE_set || fact->printed.digits == 0)
        return 0;
    return fabs(fact->number / (double)fact->printed.digits) / 2;
}

static Fact *shares_line(Derivation *derivation, LineId line, const Taken *taken)
{
    const Path *path = &taken->path;
    Fact *fact = fact_make(derivation, line, STATE_derived, taken->weighted);
    Term *terms = arena_array(derivation->run->arena, Term, path->count);
    double days = path_days(path), share_days = 0;
    for (size_t i = 0; i < path->count; i++) {
        const Fact *part = column_fact(derivation->chart, path->terms[i].column, line);
        double part_days = path->terms[i].sign * period_days(path->terms[i].column->period);
        share_days += part_days * part->number;
        fact->error += fabs(part_days / days) * half_unit(part);
        terms[fact->term_count++] = (Term){part_days / days, part};
    }
    fact->terms = terms;
    fact->number = share_days / days;
    Text refusal = count_refusal(derivation->run, derivation->chart, path, line, fact->number);
    return refusal.length ? fact_make(derivation, line, STATE_not_derivable, refusal) : fact;
}

/* One reported column that covers the span by itself. */
static Fact *whole_line(Derivation *derivation, LineId line, const Taken *taken)
{
    const Fact *part;
    part_of(&part, derivation->run, derivation->chart, taken->path.terms[0].column, line);
    Fact *fact = arena_new(derivation->run->arena, Fact);
    *fact = *part;
    return fact;
}

static Fact *line_fact(Derivation *derivation, LineId line)
{
    size_t way;
    const Taken *main = &derivation->taken.items[0];
    if (!path_prints(derivation, &main->path, line) && !unlike_stands_in(main->unlike, line))
        return fact_make(derivation, line, STATE_not_reported, TEXT(""));
    if (!line_path(&way, derivation, line))
        return refuse_line(derivation, line);
    const Taken *taken = &derivation->taken.items[way];
    if (taken->path.count == 1)
        return whole_line(derivation, line, taken);
    return chart_at(derivation->chart, line)->unit == UNIT_money ? money_line(derivation, line, taken) : shares_line(derivation, line, taken);
}

static const Fact *made_fact(const Derivation *derivation, LineId line)
{
    bool inside = line >= derivation->kind->first && line < derivation->kind->first + derivation->kind->count;
    return inside ? derivation->facts[line - derivation->kind->first] : NULL;
}

static bool is_reported(const Fact *fact)
{
    return fact && fact->state != STATE_not_reported;
}

/* Net income less what it prints as others' below it, where it prints no sum of that. */
static const Fact *less_others(Derivation *derivation, const Fact *income, const Fact *others)
{
    Fact *fact = fact_make(derivation, derivation->chart->per_share.attributable, STATE_derived, TEXT("net income less what is attributable to non-controlling interests"));
    Term *terms = arena_array(derivation->run->arena, Term, 2);
    terms[0] = (Term){1, income};
    terms[1] = (Term){-1, others};
    fact->terms = terms;
    fact->term_count = 2;
    fact->money = income->money - others->money;
    fact->number = (double)fact->money;
    return fact;
}

/* The control number: income after what others have of it and preferred dividends, as far as a statement prints it. */
static const Fact *control_fact(Derivation *derivation)
{
    const PerShareLines *roles = &derivation->chart->per_share;
    const Fact *common = made_fact(derivation, roles->common_income), *attributable = made_fact(derivation, roles->attributable);
    const Fact *income = made_fact(derivation, roles->income), *others = made_fact(derivation, roles->non_controlling_income);
    if (is_reported(common) || is_reported(attributable))
        return is_reported(common) ? common : attributable;
    if (!is_reported(others) || !fact_has_value(income))
        return income;
    return fact_has_value(others) ? less_others(derivation, income, others) : others;
}

/* In a period of loss diluted equals basic, whatever its terms printed. */
static Fact *diluted_fact(Derivation *derivation, LineId line)
{
    const Fact *income = control_fact(derivation);
    const Fact *basic = made_fact(derivation, derivation->chart->per_share.basic_shares);
    if (!path_prints(derivation, &derivation->taken.items[0].path, line) || !fact_has_value(income) || income->number >= 0)
        return line_fact(derivation, line);
    if (!fact_has_value(basic))
        return fact_make(derivation, line, STATE_not_derivable, TEXT("the period is a loss, so diluted equals basic, which is not derivable"));
    Fact *fact = fact_make(derivation, line, STATE_derived, TEXT("equal to basic, because the period is a loss"));
    Term *terms = arena_new(derivation->run->arena, Term);
    *terms = (Term){1, basic};
    fact->terms = terms;
    fact->term_count = 1;
    fact->number = basic->number;
    fact->error = basic->error;
    return fact;
}

/* Never added or averaged: recomputed from aligned parts, and not rounded. */
static Fact *per_share_fact(Derivation *derivation, LineId line)
{
    const PerShareLines *roles = &derivation->chart->per_share;
    Arena *arena = derivation->run->arena;
    LineId count = line == roles->basic_eps ? roles->basic_shares : line == roles->diluted_eps ? roles->diluted_shares : LINE_NONE;
    const Fact *parts[] = {control_fact(derivation), made_fact(derivation, count)};
    if (!path_prints(derivation, &derivation->taken.items[0].path, line))
        return fact_make(derivation, line, STATE_not_reported, TEXT(""));
    if (!parts[0] || !parts[1])
        return fact_make(derivation, line, STATE_not_derivable, TEXT("a per-share amount is never added, and the chart does not say what it is a quotient of"));
    for (int i = 0; i < 2; i++)
        if (!fact_has_value(parts[i]) || (i == 1 && parts[i]->number == 0)) {
            Text name = chart_at(derivation->chart, parts[i]->line)->name;
            return fact_make(derivation, line, STATE_not_derivable,
                             text_format(arena, "needs " TEXT_FORMAT "%s" TEXT_FORMAT, TEXT_ARGUMENTS(name), parts[i]->reason.length ? ": " : ", which has no value",
                                         TEXT_ARGUMENTS(parts[i]->reason)));
        }
    Text income_name = chart_at(derivation->chart, parts[0]->line)->name, count_name = chart_at(derivation->chart, count)->name;
    Fact *fact = fact_make(derivation, line, STATE_derived,
                           text_format(arena, TEXT_FORMAT " / " TEXT_FORMAT, TEXT_ARGUMENTS(income_name), TEXT_ARGUMENTS(count_name)));
    Term *terms = arena_array(arena, Term, 2);
    terms[0] = (Term){1, parts[0]};
    terms[1] = (Term){1, parts[1]};
    fact->terms = terms;
    fact->term_count = 2;
    fact->number = parts[0]->number / parts[1]->number;
    return fact;
}

/* --- opening and closing balances inside a flow statement --- */

/* The opening balance of one period is the closing balance of the one before: lines that are the same balance have the same rank among
 * the opening or among the closing lines. */
static size_t balance_rank(const Derivation *derivation, LineId line)
{
    const Line *at = chart_at(derivation->chart, line);
    size_t rank = 0;
    for (LineId other = derivation->kind->first; other < line; other++)
        rank += at->opening ? chart_at(derivation->chart, other)->opening : chart_at(derivation->chart, other)->closing;
    return rank;
}

static const Fact *balance_in(const Derivation *derivation, const ReportedColumn *column, size_t rank, Day day)
{
    const StatementKind *kind = derivation->kind;
    for (LineId line = kind->first; line < kind->first + kind->count; line++) {
        const Line *at = chart_at(derivation->chart, line);
        const Fact *fact = at->opening || at->closing ? column_fact(derivation->chart, column, line) : NULL;
        if (fact_has_value(fact) && fact->period.end == day && balance_rank(derivation, line) == rank)
            return fact;
    }
    return NULL;
}

static Fact *balance_fact(Derivation *derivation, LineId line)
{
    const Path *path = &derivation->taken.items[0].path;
    Day day = chart_at(derivation->chart, line)->opening ? derivation->span.start - 1 : derivation->span.end;
    size_t rank = balance_rank(derivation, line);
    const Fact *found = NULL;
    for (size_t i = 0; i < path->count && !found; i++)
        found = balance_in(derivation, path->terms[i].column, rank, day);
    for (size_t i = 0; i < graph_count(derivation->graph) && !found; i++)
        found = balance_in(derivation, graph_column(derivation->graph, i), rank, day);
    Fact *fact = fact_make(derivation, line, STATE_not_reported, TEXT(""));
    fact->period = (Period){DAY_NONE, day};
    if (found) {
        *fact = *found;
        fact->line = line;
    } else if (path_prints(derivation, path, line)) {
        Text when = day_iso(derivation->run->arena, day);
        fact->state = STATE_not_derivable;
        fact->reason = text_format(derivation->run->arena, "no balance at " TEXT_FORMAT " is printed", TEXT_ARGUMENTS(when));
    }
    return fact;
}

/* --- the statement --- */

typedef enum { PASS_money, PASS_shares, PASS_diluted, PASS_per_share, PASSES } Pass;

/* Diluted counts look at income and basic counts, per-share amounts at all three. */
static Pass line_pass(const Chart *chart, LineId line)
{
    const Line *at = chart_at(chart, line);
    if (line == chart->per_share.diluted_shares)
        return PASS_diluted;
    return at->unit == UNIT_per_share ? PASS_per_share : at->unit == UNIT_shares ? PASS_shares : PASS_money;
}

static void facts_make(Derivation *derivation)
{
    const StatementKind *kind = derivation->kind;
    derivation->facts = arena_array(derivation->run->arena, Fact *, kind->count);
    for (Pass pass = PASS_money; pass < PASSES; pass++)
        for (LineId line = kind->first; line < kind->first + kind->count; line++) {
            const Line *at = chart_at(derivation->chart, line);
            Fact **fact = &derivation->facts[line - kind->first];
            if (line_pass(derivation->chart, line) != pass)
                continue;
            if (at->opening || at->closing)
                *fact = balance_fact(derivation, line);
            else if (pass == PASS_diluted)
                *fact = diluted_fact(derivation, line);
            else
                *fact = pass == PASS_per_share ? per_share_fact(derivation, line) : line_fact(derivation, line);
        }
}

static Derivation derivation_begin(Run *run, const Chart *chart, const Graph *graph, const Path *path, int join_days)
{
    const ReportedColumn *column = path->terms[0].column;
    Derivation derivation = {.run = run, .chart = chart, .kind = &chart->statements[column->kind], .basis = column->basis,
                             .graph = graph, .span = path->span, .join_days = join_days};
    path_take(&derivation, path);
    return derivation;
}

static void path_show(AlignedStatement *out, Run *run, const Taken *taken)
{
    out->terms = arena_array(run->arena, AlignTerm, taken->path.count);
    out->term_count = taken->path.count;
    for (size_t i = 0; i < out->term_count; i++)
        out->terms[i] = taken->path.terms[i];
    out->formula = taken->formula;
    out->gap_days = taken->path.gap_days;
    out->joined = taken->path.joint_count > 0;
}

void derive_column(AlignedStatement *out, Run *run, const Chart *chart, const ReportedColumn *column)
{
    const StatementKind *kind = &chart->statements[column->kind];
    out->facts = arena_array(run->arena, Fact *, kind->count);
    for (LineId i = 0; i < kind->count; i++) {
        out->facts[i] = column->facts[i];
        if (out->facts[i])
            continue;
        out->facts[i] = arena_new(run->arena, Fact);
        *out->facts[i] = (Fact){.line = (LineId)(kind->first + i), .basis = column->basis, .state = STATE_not_reported, .period = column->period};
    }
    out->terms = arena_new(run->arena, AlignTerm);
    *out->terms = (AlignTerm){1, column};
    out->term_count = 1;
    out->period = column->period;
    out->available = true;
}

bool derive_path(AlignedStatement *out, Notes *notes, Run *run, const Chart *chart, const Graph *graph, const Path *path, int join_days)
{
    if (path->count == 1) {
        derive_column(out, run, chart, path->terms[0].column);
        out->gap_days = path->gap_days;
        out->joined = path->joint_count > 0;
        derivation_joints(notes, run->arena, path);
        return true;
    }
    Derivation derivation = derivation_begin(run, chart, graph, path, join_days);
    facts_make(&derivation);
    const Taken *most = &derivation.taken.items[0];
    for (size_t i = 1; i < derivation.taken.count; i++)
        if (derivation.taken.items[i].lines > most->lines)
            most = &derivation.taken.items[i];
    derivation_notes(notes, &derivation, most);
    unlike_report(derivation.taken.items[0].unlike, derivation.facts);
    path_show(out, run, most);
    out->period = path->span;
    out->facts = derivation.facts;
    out->available = true;
    return !derivation.overflow;
}

const Fact *derive_line(Run *run, const Chart *chart, const Graph *graph, Period span, LineId line)
{
    Path path;
    if (!path_find(&path, run, graph, NULL, span, 0, 0))
        return NULL;
    Derivation derivation = derivation_begin(run, chart, graph, &path, 0);
    if (line < derivation.kind->first || line >= derivation.kind->first + derivation.kind->count)
        return NULL;
    const Fact *fact = line_fact(&derivation, line);
    return fact_has_value(fact) && !derivation.overflow ? fact : NULL;
}
