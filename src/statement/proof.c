#include "statement/proof.h"

Text proof_name(ProofState state)
{
    static const char *const names[] = {"unproved", "consistent", "proved", "incomplete", "contradicted"};
    return text_of(names[state]);
}

Text proof_words(Arena *arena, const Proof *proof)
{
    TextBuilder out = {.arena = arena};
    Text name = proof_name(proof->state);
    text_append_format(&out, TEXT_FORMAT, TEXT_ARGUMENTS(name));
    if (proof->why.length)
        text_append_format(&out, ", " TEXT_FORMAT, TEXT_ARGUMENTS(proof->why));
    text_append_format(&out, "; %zu of %zu numbers take part in a sum or quotient that holds", proof->held, proof->numbers);
    if (proof->bounded)
        text_append_format(&out, ", %zu more are bounded by one", proof->bounded);
    return text_builder_text(&out);
}

void proof_begin(Proof *out, Arena *arena, const Statement *statement)
{
    *out = (Proof){.marks = arena_array(arena, uint8_t *, statement->row_count)};
    for (size_t i = 0; i < statement->row_count; i++)
        out->marks[i] = arena_array(arena, uint8_t, statement->rows[i].cell_count);
}

void proof_mark(Proof *proof, const Statement *statement, size_t row, uint8_t column, ProofMark mark)
{
    const Row *at = &statement->rows[row];
    for (size_t i = 0; i < at->cell_count; i++)
        if (at->cells[i].dated && at->cells[i].column == column && proof->marks[row][i] < mark)
            proof->marks[row][i] = (uint8_t)mark;
}

static bool prints(const Statement *statement, LineId line)
{
    for (size_t i = 0; i < statement->row_count; i++)
        if (chart_prints(statement->chart, statement->rows[i].line, line))
            return true;
    return false;
}

static bool has_unknown_row(const Statement *statement)
{
    for (size_t i = 0; i < statement->row_count; i++)
        if (statement->rows[i].cell_count && statement->rows[i].line == LINE_NONE)
            return true;
    return false;
}

/* It is there, or one beside it that closes the statement as well: net income, or what of it is the parent's. */
static bool is_closed(const Statement *statement, LineId line)
{
    const Chart *chart = statement->chart;
    bool closed = prints(statement, line);
    for (LineId at = chart_at(chart, line)->into; at != LINE_NONE && !closed; at = chart_at(chart, at)->into)
        closed = chart_at(chart, at)->grand && prints(statement, at);
    for (size_t i = 0; i < chart_at(chart, line)->addend_count && !closed; i++)
        closed = chart_at(chart, chart_at(chart, line)->addends[i])->grand && prints(statement, chart_at(chart, line)->addends[i]);
    return closed;
}

/* The first line that closes such a statement and is not there; LINE_NONE: all are, or may be under a caption that is not known. */
static LineId missing_close(const Statement *statement)
{
    if (has_unknown_row(statement))
        return LINE_NONE;
    const StatementKind *kind = &statement->chart->statements[statement->kind];
    for (LineId line = kind->first; line < kind->first + kind->count; line++)
        if (chart_at(statement->chart, line)->grand && !is_closed(statement, line))
            return line;
    return LINE_NONE;
}

static ProofState state_of(const Proof *proof, bool contradicted)
{
    if (contradicted)
        return PROOF_contradicted;
    if (proof->why.length)
        return PROOF_incomplete;
    if (proof->held == 0)
        return PROOF_unproved;
    return proof->held + proof->bounded == proof->numbers ? PROOF_proved : PROOF_consistent;
}

void proof_end(Proof *proof, Arena *arena, const Statement *statement, bool contradicted)
{
    for (size_t i = 0; i < statement->row_count; i++)
        for (size_t j = 0; j < statement->rows[i].cell_count; j++) {
            const Cell *cell = &statement->rows[i].cells[j];
            proof->numbers += cell->dated && !cell->nil;
            proof->held += cell->dated && !cell->nil && proof->marks[i][j] == PROOF_MARK_held;
            proof->bounded += cell->dated && !cell->nil && proof->marks[i][j] == PROOF_MARK_bounded;
        }
    LineId missing = missing_close(statement);
    if (statement->lost.count)
        proof->why = text_format(arena, TEXT_FORMAT "%s", TEXT_ARGUMENTS(statement->lost.items[0].reason), statement->lost.count > 1 ? ", and more" : "");
    else if (missing != LINE_NONE)
        proof->why = text_format(arena, "no row is known as " TEXT_FORMAT, TEXT_ARGUMENTS(chart_at(statement->chart, missing)->name));
    proof->state = state_of(proof, contradicted);
}
