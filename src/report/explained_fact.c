/* A company's figure: the cell where it stands, or the figures that the calendar made it of, down to their cells. */
#include "report/explaining.h"

#include <math.h>

static Unit fact_unit(const Explaining *explaining, const Fact *fact)
{
    UnitKind kind = (UnitKind)chart_at(explaining->model->chart, fact->line)->unit;
    return (Unit){(uint8_t)kind, kind == UNIT_per_share ? 0 : explaining->model->scenario->reporting.scale};
}

/* --- cells --- */

static void explain_cell(ExplainedNode *node, const Fact *fact, const Sources *sources)
{
    node->as = fact->state == STATE_nil ? EXPLAINED_nil : EXPLAINED_printed;
    node->place = fact->place;
    node->text = source_text(sources, fact->place);
    node->written = fact->printed.unit;
    node->caption = fact->caption;
}

/* The option tells the value behind its last "=". */
static void explain_set(ExplainedNode *node, const Fact *fact)
{
    size_t equals = text_find_char(fact->reason, '=', 0);
    node->as = EXPLAINED_set;
    node->text = text_trim(text_slice(fact->reason, equals + 1, fact->reason.length));
    node->written = node->unit;
    node->source = fact->reason;
}

/* --- what it was made of --- */

/* A figure as it was before it was restated, or before an option replaced or moved it, goes by its name with these words; NULL: it is the figure. */
static const char *words_of_before(const Fact *fact, const Fact *term)
{
    bool same = fact->line == term->line && fact->basis == term->basis && period_equal(fact->period, term->period);
    if (fact->state != STATE_set)
        return same ? "as printed" : NULL;
    if (term->state == STATE_set)
        return same ? "so far" : NULL;
    return "as printed";
}

static size_t explain_term(Explaining *explaining, size_t company, const Fact *fact, const Fact *term)
{
    for (size_t i = 0; i < explaining->facts.count; i++)
        if (explaining->facts.items[i].fact == term)
            return explaining->facts.items[i].node;
    const Model *model = explaining->model;
    bool bases = model->chart->statements[chart_at(model->chart, term->line)->statement].has_bases;
    const char *before = words_of_before(fact, term);
    Named named = {.kind = NAMED_company, .index = company, .line = term->line};
    FullName full = named_full(model, named, (WantedPeriod){.end = term->period.end}, term->basis);
    full.period = period_text(explaining->arena, term->period);
    full.basis = bases ? basis_name(term->basis) : TEXT("");
    if (before)
        full.bare = text_format(explaining->arena, TEXT_FORMAT " %s", TEXT_ARGUMENTS(full.bare), before);
    size_t node = explaining_add(explaining, term->number);
    WantedPeriod unused;
    explaining_node(explaining, node)->full = full;
    explaining_node(explaining, node)->named = !before && wanted_period_parse(&unused, full.period);
    explaining_fact(explaining, node, company, term);
    return node;
}

/* Of several counts each counts for its days. */
static double term_weight(const Fact *fact, const Term *term, ExplainedAs as)
{
    double days = period_days(term->fact->period);
    return as == EXPLAINED_days ? copysign(days, term->weight) : fact->term_count == 2 && as == EXPLAINED_operation ? 1 : term->weight;
}

static ExplainedAs made_as(UnitKind unit, const Fact *fact)
{
    bool once = fact->terms[0].weight == 1.0;
    if (fact->term_count == 1 && (once || unit != UNIT_money))
        return once ? EXPLAINED_same : EXPLAINED_scaled;
    return unit == UNIT_money ? EXPLAINED_sum : unit == UNIT_per_share ? EXPLAINED_operation : EXPLAINED_days;
}

static void explain_terms(Explaining *explaining, size_t node, size_t company, const Fact *fact)
{
    ExplainedAs as = made_as((UnitKind)chart_at(explaining->model->chart, fact->line)->unit, fact);
    for (size_t i = 0; i < fact->term_count; i++) {
        size_t operand = explain_term(explaining, company, fact, fact->terms[i].fact);
        explaining_operand(explaining, node, operand, term_weight(fact, &fact->terms[i], as));
    }
    ExplainedNode *made = explaining_node(explaining, node);
    made->as = as;
    made->code = OP_DIVIDE;
    if (fact->state == STATE_set)
        made->note = text_format(explaining->arena, "moved by --set " TEXT_FORMAT, TEXT_ARGUMENTS(fact->reason));
    else if (fact->term_count == 1)
        made->note = fact->reason;
    else if (fact->error > 0)
        made->note = text_format(explaining->arena, "within " TEXT_FORMAT ", as its terms are rounded", TEXT_ARGUMENTS(amount_spoken(explaining->arena, fact->error, 1)));
}

void explaining_fact(Explaining *explaining, size_t node, size_t company, const Fact *fact)
{
    *list_push(explaining->arena, &explaining->facts) = (ExplainedFact){fact, node};
    explaining_node(explaining, node)->unit = fact_unit(explaining, fact);
    if (fact->term_count)
        explain_terms(explaining, node, company, fact);
    else if (fact->state == STATE_set)
        explain_set(explaining_node(explaining, node), fact);
    else
        explain_cell(explaining_node(explaining, node), fact, &explaining->model->run->sources);
}
