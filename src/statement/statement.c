#include "statement/statement.h"

Text state_name(State state)
{
    static const char *const names[] = {"not_reported", "reported", "nil", "derived", "not_derivable", "set"};
    return text_of(names[state]);
}
