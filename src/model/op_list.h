/* Every operation of a program, in one place:
 *
 *     OP(name, arity, result, spreadsheet form, script form, derivative by a, by b, by c)
 *
 * Result and derivatives are C expressions over a, b and c; derivatives may use the result, `out`, as well. In the forms, formulas of a
 * spreadsheet and JavaScript, %a, %b and %c stand for the operands. From this list come the codes, the names, the evaluator, the gradient
 * and what prints a formula. Only operations whose last bit is the same on every machine: no transcendental functions.
 *
 * Comparisons give 1 or 0. ROUND is half away from zero in decimal (base/amount.h: round_decimal), as a spreadsheet has it, and stands where an
 * amount is posted; Math.round takes a negative half up, so it is given magnitudes. A spreadsheet compares two numbers in 15 digits only, but a difference with 0 exactly, and so its forms do the latter.
 * A quotient that is no number (0/0) stays none in MINIMUM and MAXIMUM. The derivative of ROUND is that of what is rounded; at a kink the
 * derivative is that of the operand that is taken. */
OP(ADD, 2, a + b, "(%a+%b)", "(%a + %b)", 1, 1, 0)
OP(SUBTRACT, 2, a - b, "(%a-%b)", "(%a - %b)", 1, -1, 0)
OP(MULTIPLY, 2, a * b, "(%a*%b)", "(%a * %b)", b, a, 0)
OP(DIVIDE, 2, a / b, "(%a/%b)", "(%a / %b)", 1 / b, -out / b, 0)
OP(NEGATE, 1, -a, "(-%a)", "(- %a)", -1, 0, 0)
OP(MINIMUM, 2, a < b || a != a ? a : b, "MIN(%a,%b)", "Math.min(%a, %b)", a < b ? 1 : 0, a < b ? 0 : 1, 0)
OP(MAXIMUM, 2, a > b || a != a ? a : b, "MAX(%a,%b)", "Math.max(%a, %b)", a > b ? 1 : 0, a > b ? 0 : 1, 0)
OP(ROUND, 1, round_decimal(a), "ROUND(%a,0)", "(Math.sign(%a) * Math.round(Math.abs(%a) + Math.min(Math.max(Math.abs(%a) * 8.881784197001252e-16, 9.313225746154785e-10), 0.015625)))", 1, 0, 0)
OP(LESS, 2, a < b ? 1.0 : 0.0, "IF(%a-%b<0,1,0)", "(%a < %b ? 1 : 0)", 0, 0, 0)
OP(LESS_EQUAL, 2, a <= b ? 1.0 : 0.0, "IF(%a-%b<=0,1,0)", "(%a <= %b ? 1 : 0)", 0, 0, 0)
OP(EQUAL, 2, a == b ? 1.0 : 0.0, "IF(%a-%b=0,1,0)", "(%a === %b ? 1 : 0)", 0, 0, 0)
OP(NOT_EQUAL, 2, a != b ? 1.0 : 0.0, "IF(%a-%b<>0,1,0)", "(%a !== %b ? 1 : 0)", 0, 0, 0)
OP(SELECT, 3, a != 0.0 ? b : c, "IF(%a<>0,%b,%c)", "(%a !== 0 ? %b : %c)", 0, a != 0.0 ? 1 : 0, a != 0.0 ? 0 : 1)
