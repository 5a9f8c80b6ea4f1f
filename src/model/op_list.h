/* Every operation of a program: OP(name, arity, C expression over a, b, c, spreadsheet form).
 * From this list come the codes, the names, the evaluator and what prints a formula. Only operations whose last bit is the same on
 * every machine: no transcendental functions. Comparisons give 1 or 0. ROUND is half away from zero and stands where an amount is posted. */
OP(ADD, 2, a + b, "(%a+%b)")
OP(SUBTRACT, 2, a - b, "(%a-%b)")
OP(MULTIPLY, 2, a * b, "(%a*%b)")
OP(DIVIDE, 2, a / b, "(%a/%b)")
OP(NEGATE, 1, -a, "(-%a)")
OP(MINIMUM, 2, a < b ? a : b, "MIN(%a,%b)")
OP(MAXIMUM, 2, a > b ? a : b, "MAX(%a,%b)")
OP(ROUND, 1, round_half_away(a), "ROUND(%a,0)")
OP(LESS, 2, a < b ? 1.0 : 0.0, "IF(%a<%b,1,0)")
OP(LESS_EQUAL, 2, a <= b ? 1.0 : 0.0, "IF(%a<=%b,1,0)")
OP(EQUAL, 2, a == b ? 1.0 : 0.0, "IF(%a=%b,1,0)")
OP(NOT_EQUAL, 2, a != b ? 1.0 : 0.0, "IF(%a<>%b,1,0)")
OP(SELECT, 3, a != 0.0 ? b : c, "IF(%a<>0,%b,%c)")
