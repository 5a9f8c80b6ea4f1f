/* statement/proof: what a statement is worth: which of its numbers take part in a relation that holds.
 *
 * In:       the relations that footing finds: sums and their totals, totals that are equal, per-share amounts and their parts.
 * Out:      a mark for each number, and the state of the statement.
 * Includes: base, statement.
 *
 * A number is *held* by a relation when another digit of it would break it, or be told as a difference of rounding. It is *bounded* when only
 * some digits would: of a count of shares the printed amount per share proves the first two or three. A nil is no number. */
#ifndef PROFORMA_STATEMENT_PROOF_H
#define PROFORMA_STATEMENT_PROOF_H

#include "statement/statement.h"

typedef enum {
    PROOF_unproved,     /* nothing could be tested */
    PROOF_consistent,   /* what could be tested holds; not every number takes part */
    PROOF_proved,       /* every number is held, and every count of shares at least bounded */
    PROOF_incomplete,   /* rows or cells were lost, or it ends before the line that closes such a statement */
    PROOF_contradicted  /* the filer's figures do not add up */
} ProofState;

typedef enum { PROOF_MARK_none, PROOF_MARK_bounded, PROOF_MARK_held } ProofMark;

typedef struct Proof {
    ProofState state;
    size_t numbers, held, bounded; /* of its dated columns */
    uint8_t **marks;               /* by row and cell: a ProofMark */
    Text why;                      /* incomplete: what is missing */
} Proof;

Text proof_name(ProofState state); /* "proved" */
/* "proved; 28 of 30 numbers take part in a sum or quotient that holds, 2 more are bounded by one" */
Text proof_words(Arena *arena, const Proof *proof);

void proof_begin(Proof *out, Arena *arena, const Statement *statement);
/* The number of a row in a column; one that has none is left alone. A mark never gets weaker. */
void proof_mark(Proof *proof, const Statement *statement, size_t row, uint8_t column, ProofMark mark);
void proof_end(Proof *proof, Arena *arena, const Statement *statement, bool contradicted);

#endif
