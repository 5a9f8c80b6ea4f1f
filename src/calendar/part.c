#include "calendar/part.h"

#include "statement/foot.h"

static bool prints(const Chart *chart, const ReportedColumn *column, LineId line)
{
    return fact_has_value(column_fact(chart, column, line));
}

/* The printed total that a line of this column enters, by way of totals that are not printed. */
static LineId printed_total(const Chart *chart, const ReportedColumn *column, LineId line)
{
    LineId total = chart_at(chart, line)->into;
    while (total != LINE_NONE && !prints(chart, column, total))
        total = chart_at(chart, total)->into;
    return total;
}

/* A total without any printed part may hold everything that the chart puts into it. */
static bool has_printed_part(const Chart *chart, const ReportedColumn *column, LineId total)
{
    const Line *at = chart_at(chart, total);
    for (size_t i = 0; i < at->addend_count; i++)
        if (prints(chart, column, at->addends[i]) || has_printed_part(chart, column, at->addends[i]))
            return true;
    return false;
}

/* A total that the column does not print, added from what it prints of it; NULL when it prints nothing of it. */
static Fact *total_from_parts(Run *run, const Chart *chart, const ReportedColumn *column, LineId total)
{
    const Line *at = chart_at(chart, total);
    Fact *sum = arena_new(run->arena, Fact);
    Term *terms = arena_array(run->arena, Term, at->addend_count);
    *sum = (Fact){.line = total, .basis = column->basis, .state = STATE_nil, .period = column->period, .terms = terms, .reason = TEXT("sum of its lines")};
    for (size_t i = 0; i < at->addend_count; i++) {
        LineId line = at->addends[i];
        const Line *part = chart_at(chart, line);
        const Fact *fact = column_fact(chart, column, line);
        if (!fact_has_value(fact))
            fact = part->is_total ? total_from_parts(run, chart, column, line) : NULL;
        if (!fact)
            continue;
        if (fact->state != STATE_nil)
            sum->state = STATE_derived;
        sum->money += part->sign * fact->money;
        terms[sum->term_count++] = (Term){part->sign, fact};
    }
    sum->number = (double)sum->money;
    return sum->term_count ? sum : NULL;
}

static bool is_loss_count(const Chart *chart, const ReportedColumn *column)
{
    const PerShareLines *roles = &chart->per_share;
    const Fact *common = column_fact(chart, column, roles->common_income);
    const Fact *attributable = column_fact(chart, column, roles->attributable);
    const Fact *income = fact_has_value(common) ? common : fact_has_value(attributable) ? attributable : column_fact(chart, column, roles->income);
    const Fact *basic = column_fact(chart, column, roles->basic_shares);
    const Fact *diluted = column_fact(chart, column, roles->diluted_shares);
    return fact_has_value(income) && fact_has_value(basic) && fact_has_value(diluted) && income->number < 0 && basic->number == diluted->number;
}

Part part_of(const Fact **out, Run *run, const Chart *chart, const ReportedColumn *column, LineId line)
{
    const Line *at = chart_at(chart, line);
    *out = column_fact(chart, column, line);
    if (fact_has_value(*out)) {
        if (at->unit != UNIT_money && (*out)->state == STATE_nil)
            return PART_missing;
        return line == chart->per_share.diluted_shares && is_loss_count(chart, column) ? PART_loss : PART_fact;
    }
    Money sum;
    if (at->unit == UNIT_money && column_sum(&sum, chart, column, line)) {
        *out = total_from_parts(run, chart, column, line);
        return PART_fact;
    }
    LineId total = at->unit == UNIT_money ? printed_total(chart, column, line) : LINE_NONE;
    if (total == LINE_NONE)
        return PART_missing;
    if (!has_printed_part(chart, column, total))
        return PART_hidden;
    return column_foots(chart, column, line) ? PART_nothing : PART_missing;
}

Text part_refusal(Run *run, const Chart *chart, const ReportedColumn *column, LineId line, Part part)
{
    Arena *arena = run->arena;
    Text name = chart_at(chart, line)->name, period = period_formula(arena, column->period);
    if (part == PART_loss)
        return text_format(arena, TEXT_FORMAT " for " TEXT_FORMAT " was printed equal to basic because of a loss and says nothing about potential shares",
                           TEXT_ARGUMENTS(name), TEXT_ARGUMENTS(period));
    LineId total = printed_total(chart, column, line);
    if (total == LINE_NONE)
        return text_format(arena, TEXT_FORMAT " is not printed for " TEXT_FORMAT, TEXT_ARGUMENTS(name), TEXT_ARGUMENTS(period));
    Text inside = chart_at(chart, total)->name;
    if (part == PART_hidden)
        return text_format(arena, TEXT_FORMAT " is not printed for " TEXT_FORMAT ", only " TEXT_FORMAT " that holds it", TEXT_ARGUMENTS(name),
                           TEXT_ARGUMENTS(period), TEXT_ARGUMENTS(inside));
    return text_format(arena, TEXT_FORMAT " is not printed for " TEXT_FORMAT ", which does not foot without it", TEXT_ARGUMENTS(name), TEXT_ARGUMENTS(period));
}

bool part_restated(const Run *run, const Fact *fact)
{
    for (size_t i = 0; fact && fact->place.source && i < run->problems.count; i++) {
        const Problem *problem = &run->problems.items[i];
        if (problem->kind == PROBLEM_restated && problem->place.source == fact->place.source && problem->place.start == fact->place.start)
            return true;
    }
    return false;
}
