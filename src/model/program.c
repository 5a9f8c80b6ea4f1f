#include "model/program.h"

#include <math.h>

static const struct {
    const char *name;
    int arity;
    const char *sheet, *script;
} operations[] = {
#define OP(name, arity, expression, sheet, script, ...) {#name, arity, sheet, script},
#include "model/op_list.h"
#undef OP
};

const char *op_name(OpCode code)
{
    return operations[code].name;
}

int op_arity(OpCode code)
{
    return operations[code].arity;
}

const char *op_sheet_form(OpCode code)
{
    return operations[code].sheet;
}

const char *op_script_form(OpCode code)
{
    return operations[code].script;
}

void program_begin(Program *program, Arena *arena)
{
    *program = (Program){.arena = arena};
    program->zero = program_constant(program, 0.0);
    program->one = program_constant(program, 1.0);
}

static Slot slot_new(Program *program, double value, bool whole)
{
    *list_push(program->arena, &program->values) = value;
    *list_push(program->arena, &program->whole) = whole;
    return (Slot)(program->values.count - 1);
}

Slot program_constant(Program *program, double value)
{
    return slot_new(program, value, value == trunc(value));
}

static Slot constant_known(Program *program, double value, Place place, const char *meaning)
{
    Slot slot = program_constant(program, value);
    *list_push(program->arena, &program->constants) = (ProgramConstant){slot, place, meaning};
    return slot;
}

Slot program_number(Program *program, double value, Place place)
{
    return constant_known(program, value, place, NULL);
}

Slot program_meant(Program *program, double value, const char *meaning)
{
    return constant_known(program, value, (Place){0}, meaning);
}

Slot program_input(Program *program, Text name, double value, Place place)
{
    Slot slot = slot_new(program, value, false);
    *list_push(program->arena, &program->inputs) = (ProgramInput){name, slot, place};
    return slot;
}

static bool slot_whole(const Program *program, Slot slot)
{
    return slot == SLOT_NONE || program->whole.items[slot];
}

static bool op_whole(const Program *program, OpCode code, Slot a, Slot b, Slot c)
{
    switch (code) {
    case OP_ROUND: return true;
    case OP_DIVIDE: return false;
    case OP_SELECT: return slot_whole(program, b) && slot_whole(program, c);
    default: return slot_whole(program, a) && slot_whole(program, b);
    }
}

Slot program_op(Program *program, OpCode code, Slot a, Slot b, Slot c)
{
    Slot out = slot_new(program, 0.0, op_whole(program, code, a, b, c));
    *list_push(program->arena, &program->ops) = (Op){(uint16_t)code, out, a, b, c};
    return out;
}

Slot program_whole(Program *program, Slot amount)
{
    return slot_whole(program, amount) ? amount : program_op(program, OP_ROUND, amount, SLOT_NONE, SLOT_NONE);
}

Slot program_add(Program *program, Slot a, Slot b)
{
    if (a == SLOT_NONE)
        return b;
    if (b == SLOT_NONE)
        return a;
    return program_op(program, OP_ADD, a, b, SLOT_NONE);
}

Slot program_add_signed(Program *program, Slot a, int sign, Slot b)
{
    if (b == SLOT_NONE || sign > 0)
        return program_add(program, a, b);
    if (a == SLOT_NONE)
        return program_op(program, OP_NEGATE, b, SLOT_NONE, SLOT_NONE);
    return program_op(program, OP_SUBTRACT, a, b, SLOT_NONE);
}
