#include "model/worth.h"

typedef void WorthVisit(void *context, const Statement *statement, const Proof *proof);

static bool column_uses(const Model *model, const Books *books, const Statement *statement)
{
    for (size_t i = 0; i < model->requested.count; i++) {
        const Sheet *sheet = &model->sheets.items[model->requested.items[i]];
        const AlignedStatement *aligned = sheet->aligned[books - model->books];
        for (size_t term = 0; aligned->available && term < aligned->term_count; term++)
            if (aligned->terms[term].column->statement == statement)
                return true;
    }
    return false;
}

static void visit_used(const Model *model, WorthVisit *visit, void *context)
{
    for (size_t company = 0; company < model->scenario->company_count; company++) {
        const Books *books = &model->books[company];
        for (size_t i = 0; i < books->taken_count; i++)
            if (column_uses(model, books, books->taken[i].statement))
                visit(context, books->taken[i].statement, &books->proofs[i]);
    }
}

static void count_one(void *context, const Statement *statement, const Proof *proof)
{
    (void)statement;
    Worth *worth = context;
    worth->states[proof->state]++;
    worth->numbers += proof->numbers;
    worth->held += proof->held;
    worth->bounded += proof->bounded;
}

Worth worth_count(const Model *model)
{
    Worth out = {0};
    visit_used(model, count_one, &out);
    return out;
}

static void tell_one(void *context, const Statement *statement, const Proof *proof)
{
    const Model *model = context;
    Text title = statement->chart->statements[statement->kind].title, words = proof_words(model->run->arena, proof);
    if (proof->state == PROOF_unproved)
        problem(model->run, PROBLEM_statement_unproved, statement->title, "nothing in this " TEXT_FORMAT " could be tested: none of its %zu numbers takes part in a sum or quotient that holds",
                TEXT_ARGUMENTS(title), proof->numbers);
    if (proof->state == PROOF_incomplete)
        problem(model->run, PROBLEM_statement_incomplete, statement->title, "this " TEXT_FORMAT " is " TEXT_FORMAT, TEXT_ARGUMENTS(title), TEXT_ARGUMENTS(words));
}

void worth_tell(const Model *model)
{
    visit_used(model, tell_one, (void *)model);
}

Text worth_words(const Model *model)
{
    Worth worth = worth_count(model);
    TextBuilder out = {.arena = model->run->arena};
    size_t count = 0;
    for (ProofState state = PROOF_unproved; state <= PROOF_contradicted; state++)
        count += worth.states[state];
    text_append_format(&out, "%zu statement%s used", count, count == 1 ? " is" : "s are");
    for (ProofState state = PROOF_contradicted + 1; state-- > PROOF_unproved;) {
        Text name = proof_name(state);
        if (worth.states[state])
            text_append_format(&out, ", %zu " TEXT_FORMAT, worth.states[state], TEXT_ARGUMENTS(name));
    }
    text_append_format(&out, "; %zu of their %zu numbers take part in a sum or quotient that holds, %zu more are bounded by one", worth.held, worth.numbers, worth.bounded);
    return text_builder_text(&out);
}
