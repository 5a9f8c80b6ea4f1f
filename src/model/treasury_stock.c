#include "model/treasury_stock.h"

typedef struct {
    Slot options, ratio;                    /* ratio 1: the acquirer's own */
    Slot strike, unrecognised, tax_benefit; /* of one option as the company issued it; SLOT_NONE: none */
    Slot proceeds;                          /* of one share of the acquirer */
} Terms;

static Slot op(Counting *counting, OpCode code, Slot a, Slot b)
{
    return a == SLOT_NONE || b == SLOT_NONE ? SLOT_NONE : program_op(counting->program, code, a, b, SLOT_NONE);
}

static bool is_rolled(const Counting *counting, const Terms *terms)
{
    return terms->ratio != counting->program->one;
}

static Slot per_share(Counting *counting, const Terms *terms, Slot amount)
{
    return is_rolled(counting, terms) ? op(counting, OP_DIVIDE, amount, terms->ratio) : amount;
}

static Terms find_terms(Counting *counting, const ScenarioSecurity *tranche)
{
    Terms out = {.tax_benefit = SLOT_NONE};
    out.options = counting_need(counting, tranche, tranche_keys, TRANCHE_options);
    out.strike = counting_need(counting, tranche, tranche_keys, TRANCHE_strike);
    out.ratio = counting_ratio(counting, tranche);
    out.unrecognised = counting_value(counting, tranche, tranche_keys, TRANCHE_unrecognised);
    counting_not_negative(counting, tranche, tranche_keys, TRANCHE_unrecognised, out.unrecognised);
    if (tranche->values[TRANCHE_tax_benefit].formula && !counting->regime)
        counting_unknown(counting, TEXT("whether a tax benefit counts as proceeds cannot be told without the acquirer's fiscal_year_end"));
    else if (tranche->values[TRANCHE_tax_benefit].formula && counting->regime->choice[DECISION_tax_benefit] == TAX_BENEFIT_in_proceeds)
        out.tax_benefit = counting_value(counting, tranche, tranche_keys, TRANCHE_tax_benefit);
    out.unrecognised = per_share(counting, &out, out.unrecognised);
    out.tax_benefit = per_share(counting, &out, out.tax_benefit);
    out.proceeds = program_add(counting->program, program_add(counting->program, per_share(counting, &out, out.strike), out.unrecognised), out.tax_benefit);
    return out;
}

/* Of each share issued, what is not bought back. */
static Slot kept_part(Counting *counting, const Terms *terms, Slot price)
{
    Slot bought = op(counting, OP_DIVIDE, terms->proceeds, price);
    return op(counting, OP_MAXIMUM, op(counting, OP_SUBTRACT, counting->program->one, bought), counting->program->zero);
}

/* "max(0, 1 - (6.00 / 1.404 + 3.02) / 25.50)" */
static void say_part(Saying *out, Counting *counting, const Terms *terms, Slot price)
{
    Arena *arena = counting->program->arena;
    bool sum = terms->unrecognised != SLOT_NONE || terms->tax_benefit != SLOT_NONE;
    saying_add(arena, out, sum ? "max(0, 1 - (#p" : "max(0, 1 - #p", terms->strike);
    if (is_rolled(counting, terms))
        saying_add(arena, out, " / #r", terms->ratio);
    if (terms->unrecognised != SLOT_NONE)
        saying_add(arena, out, " + #p", terms->unrecognised);
    if (terms->tax_benefit != SLOT_NONE)
        saying_add(arena, out, " + #p", terms->tax_benefit);
    saying_add(arena, out, sum ? ") / #p)" : " / #p)", price);
}

static void say(Saying *out, Counting *counting, const Terms *terms, const Slot *prices, const EntryValue *outstanding)
{
    Arena *arena = counting->program->arena;
    int all = counting_all_days(counting, outstanding);
    saying_add(arena, out, "#s", terms->options);
    if (is_rolled(counting, terms))
        saying_add(arena, out, " x #r", terms->ratio);
    if (counting->part_count == 1) {
        saying_add(arena, out, " x ");
        say_part(out, counting, terms, prices[0]);
        if (all != counting->days)
            saying_add(arena, out, " x #t days", text_format(arena, "%d / %d", all, counting->days));
        return;
    }
    saying_add(arena, out, " x (");
    for (size_t i = 0, said = 0; i < counting->part_count; i++) {
        int days = counting_days(&counting->parts[i], outstanding);
        if (days == 0)
            continue;
        saying_add(arena, out, "#t", text_format(arena, "%s%d x ", said++ ? " + " : "", days));
        say_part(out, counting, terms, prices[i]);
    }
    saying_add(arena, out, ") / #t days", text_format(arena, "%d", counting->days));
}

void treasury_stock(Security *out, Counting *counting, const ScenarioSecurity *tranche)
{
    const EntryValue *outstanding = &tranche->values[TRANCHE_outstanding];
    Arena *arena = counting->program->arena;
    Terms terms = find_terms(counting, tranche);
    Slot *prices = arena_array(arena, Slot, counting->part_count), *kept = arena_array(arena, Slot, counting->part_count);
    for (size_t i = 0; i < counting->part_count; i++) {
        prices[i] = counting_average(counting, &counting->parts[i]);
        kept[i] = kept_part(counting, &terms, prices[i]);
    }
    out->income = counting->program->zero;
    out->shares = SLOT_NONE;
    if (counting->unknown.length || !counting->good)
        return;
    Saying *how = arena_new(arena, Saying);
    how->when = SLOT_NONE;
    Slot options = is_rolled(counting, &terms) ? op(counting, OP_MULTIPLY, terms.options, terms.ratio) : terms.options;
    out->shares = op(counting, OP_MULTIPLY, options, counting_weighted(counting, kept, outstanding, counting->days));
    out->how = how;
    if (counting_all_days(counting, outstanding) == 0) {
        saying_add(arena, how, "outstanding on no day of the period");
        return;
    }
    say(how, counting, &terms, prices, outstanding);
    saying_add(arena, how, " = #s", out->shares);
}
