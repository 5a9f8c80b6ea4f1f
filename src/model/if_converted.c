#include "model/if_converted.h"

typedef struct {
    const EntryValue *outstanding;
    bool in_cash, waits; /* principal in cash; counts only where a price is reached */
    Slot shares, ratio, issued; /* issued: shares of the acquirer, all of the time */
    Slot principal, trigger;
    Slot interest, rate, dividends; /* SLOT_NONE: none */
    Slot *spreads, *met;            /* one for each part of the period */
    Slot *averages, *closings;
} Terms;

static Slot op(Counting *counting, OpCode code, Slot a, Slot b)
{
    return a == SLOT_NONE || b == SLOT_NONE ? SLOT_NONE : program_op(counting->program, code, a, b, SLOT_NONE);
}

/* --- terms --- */

static Slot find_saved(Counting *counting, const ScenarioSecurity *convertible, int key)
{
    Slot slot = counting_value(counting, convertible, convertible_keys, key);
    counting_not_negative(counting, convertible, convertible_keys, key, slot);
    return slot;
}

/* Does it wait for a price, by the rules of the period? */
static bool find_waits(Counting *counting, const ScenarioSecurity *convertible)
{
    bool given = convertible->values[CONVERTIBLE_trigger_price].formula;
    if (given && !counting->regime)
        counting_unknown(counting, TEXT("whether a convertible that waits for a price counts cannot be told without the acquirer's fiscal_year_end"));
    return given && counting->regime && counting->regime->choice[DECISION_price_contingency] == PRICE_CONTINGENCY_when_met;
}

static Terms find_terms(Counting *counting, const ScenarioSecurity *convertible)
{
    const EntryValue *values = convertible->values;
    Terms out = {.outstanding = &values[CONVERTIBLE_outstanding], .in_cash = values[CONVERTIBLE_settlement].choice == SETTLEMENT_principal_in_cash,
                 .principal = SLOT_NONE, .trigger = SLOT_NONE, .interest = SLOT_NONE, .rate = SLOT_NONE, .dividends = SLOT_NONE};
    out.shares = counting_need(counting, convertible, convertible_keys, CONVERTIBLE_shares);
    out.ratio = counting_ratio(counting, convertible);
    out.issued = out.ratio == counting->program->one ? out.shares : op(counting, OP_MULTIPLY, out.shares, out.ratio);
    out.waits = find_waits(counting, convertible);
    if (out.waits)
        out.trigger = counting_need(counting, convertible, convertible_keys, CONVERTIBLE_trigger_price);
    if (out.in_cash) {
        out.principal = counting_need(counting, convertible, convertible_keys, CONVERTIBLE_principal);
        return out;
    }
    out.interest = find_saved(counting, convertible, CONVERTIBLE_interest);
    out.dividends = find_saved(counting, convertible, CONVERTIBLE_dividends);
    if (out.interest != SLOT_NONE)
        out.rate = counting_need(counting, convertible, convertible_keys, CONVERTIBLE_tax_rate);
    counting->dividends = program_add(counting->program, counting->dividends, out.dividends);
    if (out.dividends != SLOT_NONE)
        counting->dividends_place = convertible->values[CONVERTIBLE_dividends].place;
    return out;
}

/* What is issued in each part of the period. */
static void find_parts(Terms *out, Counting *counting)
{
    Arena *arena = counting->program->arena;
    Slot **arrays[] = {&out->spreads, &out->met, &out->averages, &out->closings};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        *arrays[i] = arena_array(arena, Slot, counting->part_count);
    for (size_t i = 0; i < counting->part_count; i++) {
        const CountedPart *part = &counting->parts[i];
        out->spreads[i] = out->issued;
        out->met[i] = counting->program->one;
        if (out->in_cash) {
            out->averages[i] = counting_average(counting, part);
            Slot worth = op(counting, OP_DIVIDE, out->principal, out->averages[i]);
            out->spreads[i] = op(counting, OP_MAXIMUM, op(counting, OP_SUBTRACT, out->issued, worth), counting->program->zero);
        }
        if (out->waits) {
            out->closings[i] = counting_closing(counting, part);
            out->met[i] = op(counting, OP_LESS_EQUAL, out->trigger, out->closings[i]);
            out->spreads[i] = op(counting, OP_MULTIPLY, out->met[i], out->spreads[i]);
        }
    }
}

/* --- what it adds --- */

static Slot find_shares(Counting *counting, const Terms *terms)
{
    Program *program = counting->program;
    int days = counting_all_days(counting, terms->outstanding);
    if (terms->in_cash || terms->waits)
        return counting_weighted(counting, terms->spreads, terms->outstanding, counting->days);
    if (days == counting->days || days == 0)
        return days ? terms->issued : program->zero;
    return op(counting, OP_DIVIDE, op(counting, OP_MULTIPLY, terms->issued, program_meant(program, days, "days outstanding")), program_meant(program, counting->days, "days of the period"));
}

/* Interest and dividends are those of the time in which it is outstanding; where it waits for a price, of the parts in which it counts. */
static Slot find_income(Counting *counting, const Terms *terms)
{
    Program *program = counting->program;
    Slot income = terms->dividends;
    int days = counting_all_days(counting, terms->outstanding);
    if (terms->interest != SLOT_NONE)
        income = program_add(program, op(counting, OP_MULTIPLY, terms->interest, op(counting, OP_SUBTRACT, program->one, terms->rate)), income);
    if (income == SLOT_NONE || days == 0)
        return program->zero;
    return terms->waits ? op(counting, OP_MULTIPLY, income, counting_weighted(counting, terms->met, terms->outstanding, days)) : income;
}

/* --- its arithmetic --- */

/* "max(0, 2,000 x 1.404 - 50,000 / 25.50), waiting for 30.00 at a closing price of 28.00" */
static void say_part(Saying *out, Counting *counting, const Terms *terms, size_t part)
{
    Arena *arena = counting->program->arena;
    saying_add(arena, out, terms->in_cash ? "max(0, #s" : "#s", terms->shares);
    if (terms->ratio != counting->program->one)
        saying_add(arena, out, " x #r", terms->ratio);
    if (terms->in_cash)
        saying_add(arena, out, " - #m / #p)", terms->principal, terms->averages[part]);
    if (terms->waits)
        saying_add(arena, out, " x #r (closing #p, from #p on)", terms->met[part], terms->closings[part], terms->trigger);
}

static void say_shares(Saying *out, Counting *counting, const Terms *terms)
{
    Arena *arena = counting->program->arena;
    int days = counting_all_days(counting, terms->outstanding);
    if (counting->part_count == 1 || !(terms->in_cash || terms->waits)) {
        say_part(out, counting, terms, 0);
        if (days != counting->days)
            saying_add(arena, out, " x #t days", text_format(arena, "%d / %d", days, counting->days));
        return;
    }
    saying_add(arena, out, "(");
    for (size_t i = 0, said = 0; i < counting->part_count; i++) {
        days = counting_days(&counting->parts[i], terms->outstanding);
        if (days == 0)
            continue;
        saying_add(arena, out, "#t", text_format(arena, "%s%d x ", said++ ? " + " : "", days));
        say_part(out, counting, terms, i);
    }
    saying_add(arena, out, ") / #t days", text_format(arena, "%d", counting->days));
}

static void say_income(Saying *out, Counting *counting, const Terms *terms, Slot income)
{
    Arena *arena = counting->program->arena;
    if (terms->in_cash)
        saying_add(arena, out, "; its principal is paid in cash, so no interest is added back");
    if (terms->interest != SLOT_NONE)
        saying_add(arena, out, "; interest #m x (1 - #c)", terms->interest, terms->rate);
    if (terms->dividends != SLOT_NONE)
        saying_add(arena, out, terms->interest == SLOT_NONE ? "; dividends #m" : " + dividends #m", terms->dividends);
    if (income != terms->dividends && income != counting->program->zero)
        saying_add(arena, out, terms->waits ? ", of the days that count #m" : " = #m", income);
}

void if_converted(Security *out, Counting *counting, const ScenarioSecurity *convertible)
{
    Terms terms = find_terms(counting, convertible);
    find_parts(&terms, counting);
    out->income = counting->program->zero;
    out->shares = SLOT_NONE;
    if (counting->unknown.length || !counting->good)
        return;
    Saying *how = arena_new(counting->program->arena, Saying);
    how->when = SLOT_NONE;
    out->shares = find_shares(counting, &terms);
    out->income = find_income(counting, &terms);
    out->how = how;
    if (counting_all_days(counting, terms.outstanding) == 0) {
        saying_add(counting->program->arena, how, "outstanding on no day of the period");
        return;
    }
    say_shares(how, counting, &terms);
    saying_add(counting->program->arena, how, out->shares == terms.shares ? " shares" : " = #s shares", out->shares);
    say_income(how, counting, &terms, out->income);
}
