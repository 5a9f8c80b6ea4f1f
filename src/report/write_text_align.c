/* Aligned statements as a modeller reads them: label, figure, state, and where the figure stands or what it was derived from. */
#include "report/write_text.h"

enum { LABEL = 44, FIGURE = 14, STATE = 15, INDENT = 2 };

static bool is_whole(double number)
{
    return number == round_half_away(number);
}

static Text fact_spoken(const AlignList *list, const Fact *fact)
{
    UnitKind unit = chart_at(list->chart, fact->line)->unit;
    int decimals = unit == UNIT_per_share ? (fact->state == STATE_derived ? 4 : fact->printed.decimals) : 0;
    if (unit == UNIT_shares && !is_whole(fact->number))
        decimals = fact->state == STATE_derived ? 1 : 3;
    return fact->state == STATE_nil ? TEXT("--") : amount_spoken(list->run->arena, fact->number, decimals);
}

/* --- how a figure came about --- */

static void append_place(TextBuilder *out, const AlignList *list, Place place)
{
    Location where = source_locate(&list->run->sources, list->run->arena, place);
    if (where.line)
        text_append_format(out, TEXT_FORMAT ":%u:%u", TEXT_ARGUMENTS(where.name), where.line, where.column);
}

static void append_sum(TextBuilder *out, const AlignList *list, const Fact *fact)
{
    for (size_t i = 0; i < fact->term_count; i++) {
        if (i || fact->terms[i].weight < 0)
            text_append(out, fact->terms[i].weight < 0 ? TEXT(" - ") : TEXT(" + "));
        text_append(out, fact_spoken(list, fact->terms[i].fact));
    }
}

static void append_weighted(TextBuilder *out, const AlignList *list, const Fact *fact)
{
    int days = 0;
    for (size_t i = 0; i < fact->term_count; i++) {
        const Term *term = &fact->terms[i];
        int part = period_days(term->fact->period);
        days += term->weight < 0 ? -part : part;
        text_append(out, i == 0 ? TEXT("(") : term->weight < 0 ? TEXT(" - ") : TEXT(" + "));
        text_append_format(out, "%d x ", part);
        text_append(out, fact_spoken(list, term->fact));
    }
    text_append_format(out, ") / %d days, within ", days);
    text_append(out, amount_spoken(out->arena, fact->error, 1));
}

static void append_derivation(TextBuilder *out, const AlignList *list, const Fact *fact)
{
    UnitKind unit = chart_at(list->chart, fact->line)->unit;
    if (unit == UNIT_per_share && fact->term_count == 2) {
        text_append(out, fact_spoken(list, fact->terms[0].fact));
        text_append(out, TEXT(" / "));
        text_append(out, fact_spoken(list, fact->terms[1].fact));
    } else if (unit == UNIT_shares && fact->term_count > 1) {
        append_weighted(out, list, fact);
    } else if (unit == UNIT_money && fact->term_count) {
        append_sum(out, list, fact);
    } else {
        text_append(out, fact->reason);
    }
}

static void append_how(TextBuilder *out, const AlignList *list, const Fact *fact)
{
    if (fact->term_count && fact->state != STATE_set)
        append_derivation(out, list, fact);
    else if (fact->reason.length)
        text_append(out, fact->reason);
    else
        append_place(out, list, fact->place);
}

/* --- rows --- */

/* A label that is too long goes on in further lines; the figure stands beside its last. */
static void append_label(TextBuilder *out, Text label, size_t indent)
{
    while (label.length > LABEL - indent) {
        size_t cut = LABEL - indent;
        while (cut > 0 && label.start[cut] != ' ')
            cut--;
        if (cut == 0)
            break;
        text_append_times(out, TEXT(" "), indent);
        text_append(out, text_slice(label, 0, cut));
        text_append_char(out, '\n');
        label = text_slice(label, cut + 1, label.length);
        indent += INDENT;
    }
    text_append_times(out, TEXT(" "), indent);
    append_padded(out, label, (int)(LABEL - indent));
}

static void append_row(TextBuilder *out, const AlignList *list, const Fact *fact)
{
    const Line *line = chart_at(list->chart, fact->line);
    Text figure = fact_has_value(fact) ? fact_spoken(list, fact) : TEXT("");
    bool hanging = text_ends_with(figure, TEXT(")"));
    append_label(out, line->label, line->heading.length ? INDENT : 0);
    if (figure.length < FIGURE)
        text_append_times(out, TEXT(" "), FIGURE - figure.length + hanging);
    text_append(out, figure);
    text_append(out, hanging ? TEXT("  ") : TEXT("   "));
    append_padded(out, fact->state == STATE_not_derivable ? TEXT("not derivable") : state_name(fact->state), STATE);
    append_how(out, list, fact);
    text_append_char(out, '\n');
}

static void append_rows(TextBuilder *out, const AlignList *list, const AlignedStatement *aligned)
{
    Text heading = TEXT("");
    for (LineId i = 0; i < list->chart->statements[aligned->kind].count; i++) {
        const Fact *fact = aligned->facts[i];
        const Line *line = chart_at(list->chart, fact->line);
        if (fact->state == STATE_not_reported)
            continue;
        if (line->heading.length && !text_equal(line->heading, heading))
            text_append_format(out, TEXT_FORMAT "\n", TEXT_ARGUMENTS(line->heading));
        heading = line->heading;
        append_row(out, list, fact);
    }
}

/* --- statements --- */

static void append_titles(TextBuilder *out, const AlignList *list, const AlignedStatement *aligned)
{
    const StatementKind *kind = &list->chart->statements[aligned->kind];
    text_append_format(out, TEXT_FORMAT ", " TEXT_FORMAT "%s, ", TEXT_ARGUMENTS(list->title), TEXT_ARGUMENTS(kind->title),
                       !kind->has_bases ? "" : aligned->basis == BASIS_gaap ? ", GAAP" : ", non-GAAP");
    text_append(out, period_spoken(out->arena, aligned->period));
    Text unit = unit_name(out->arena, list->reporting);
    text_append_format(out, " (" TEXT_FORMAT ")\n", TEXT_ARGUMENTS(unit));
    if (aligned->formula.length)
        text_append_format(out, TEXT_FORMAT "\n", TEXT_ARGUMENTS(aligned->formula));
}

Text text_align(Arena *arena, const AlignList *list)
{
    TextBuilder out = {.arena = arena};
    for (size_t i = 0; i < list->count; i++) {
        const AlignedStatement *aligned = list->items[i];
        if (i)
            text_append_char(&out, '\n');
        append_titles(&out, list, aligned);
        if (!aligned->available)
            text_append_format(&out, "%s: " TEXT_FORMAT "\n", aligned->not_reported ? "not reported" : "not available", TEXT_ARGUMENTS(aligned->reason));
        else
            append_rows(&out, list, aligned);
        for (size_t note = 0; note < aligned->note_count; note++)
            text_append_format(&out, "note: " TEXT_FORMAT "\n", TEXT_ARGUMENTS(aligned->notes[note]));
    }
    return text_builder_text(&out);
}
