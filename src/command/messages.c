#include "command/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool command_colour(int descriptor)
{
    if (!isatty(descriptor))
        return false;
    const char *none = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return !(none && *none) && !(terminal && strcmp(terminal, "dumb") == 0);
}

static const char *colour_of(ProformaSeverity severity)
{
    switch (severity) {
    case PROFORMA_ERROR: return "\033[1;31m";
    case PROFORMA_WARNING: return "\033[1;33m";
    case PROFORMA_NOTE: break;
    }
    return "\033[1;36m";
}

void message_print(const ProformaProblem *problem)
{
    bool colour = command_colour(STDERR_FILENO);
    const char *on = colour ? colour_of(problem->severity) : "", *off = colour ? "\033[0m" : "";
    const char *line = problem->caret[0] ? "\n" : "", *caret_on = problem->caret[0] ? on : "", *caret_off = problem->caret[0] ? off : "";
    /* one call, which is one write: standard error has no buffer */
    fprintf(stderr, "%s%s%s%s%s%s%s%s%s%s", problem->place, on, problem->word, off, problem->message, caret_on, problem->caret, caret_off, line,
            problem->remedy);
}

void messages_print(ProformaRun *run)
{
    for (size_t i = 0; i < proforma_problem_count(run); i++) {
        ProformaProblem problem = proforma_problem_parts(run, i);
        message_print(&problem);
    }
}
