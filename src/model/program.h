/* model/program: the deal as a short list of operations on numbered slots.
 *
 * In:       constants, inputs and operations, in the order in which they are computed.
 * Out:      a program that is immutable once built; its base case is lane 0 of the same code that computes a million draws.
 * Includes: base.
 *
 * A slot is written once: by a constant, an input or one operation. Money in a slot is a double that carries a whole number, exact below
 * 2^53, so `residual == 0.0` is an exact test in every lane. */
#ifndef PROFORMA_MODEL_PROGRAM_H
#define PROFORMA_MODEL_PROGRAM_H

#include "base/run.h"

#include <stdint.h>

typedef uint32_t Slot;
#define SLOT_NONE UINT32_MAX

typedef enum {
#define OP(name, ...) OP_##name,
#include "model/op_list.h"
#undef OP
    OP_CODES
} OpCode;

typedef struct {
    uint16_t code;
    Slot out, a, b, c; /* operands beyond the arity are SLOT_NONE */
} Op;

/* A value that comes from outside: a reported figure after alignment, or an input of the scenario. */
typedef struct {
    Text name;
    Slot slot;
    Place place;
} ProgramInput;

/* What a constant is: a number that a formula writes, or one of the rules. */
typedef struct {
    Slot slot;
    Place place;         /* of the number; none: of the rules */
    const char *meaning; /* "months of a year"; NULL: the place says it all */
} ProgramConstant;

typedef struct {
    Arena *arena;
    struct { Op *items; size_t count, capacity; } ops;
    struct { double *items; size_t count, capacity; } values; /* one a slot: its constant or base value; 0 for results */
    struct { bool *items; size_t count, capacity; } whole;    /* one a slot: a whole number in every lane */
    struct { ProgramInput *items; size_t count, capacity; } inputs;
    struct { ProgramConstant *items; size_t count, capacity; } constants; /* those of which it is known what they are */
    Slot zero, one; /* the constants 0 and 1 */
} Program;

void program_begin(Program *program, Arena *arena);
Slot program_constant(Program *program, double value);
/* The same of which is known what it is; nothing is computed otherwise for it. */
Slot program_number(Program *program, double value, Place place);
Slot program_meant(Program *program, double value, const char *meaning);
Slot program_input(Program *program, Text name, double value, Place place);
Slot program_op(Program *program, OpCode code, Slot a, Slot b, Slot c);
/* a + b, where SLOT_NONE stands for nothing at all: nothing plus nothing stays nothing. */
Slot program_add(Program *program, Slot a, Slot b);
/* a + sign * b, likewise. */
Slot program_add_signed(Program *program, Slot a, int sign, Slot b);

/* The amount in whole units, half away from zero; one that is whole by what it is computed from stays as it is, since rounding it again
 * would only lengthen the formula. */
Slot program_whole(Program *program, Slot amount);

const char *op_name(OpCode code);
int op_arity(OpCode code);
/* The operation as a formula of a spreadsheet or as an expression of JavaScript, with %a, %b and %c where its operands stand. Put for an
 * operand, another form needs no parentheses around it. */
const char *op_sheet_form(OpCode code);
const char *op_script_form(OpCode code);

#endif
