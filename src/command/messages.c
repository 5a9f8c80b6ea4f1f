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

static size_t print_all(ProformaRun *run, bool notes)
{
    size_t left_out = 0;
    for (size_t i = 0; i < proforma_problem_count(run); i++) {
        ProformaProblem problem = proforma_problem_parts(run, i);
        if (notes || problem.severity != PROFORMA_NOTE)
            message_print(&problem);
        else
            left_out++;
    }
    return left_out;
}

void messages_print(ProformaRun *run)
{
    print_all(run, true);
}

void messages_print_briefly(ProformaRun *run, const char *const *scenarios, size_t count)
{
    size_t notes = print_all(run, false);
    if (!notes)
        return;
    fprintf(stderr, "proforma: %zu note%s; proforma check", notes, notes == 1 ? "" : "s");
    for (size_t i = 0; i < count; i++) {
        const char *quote = strpbrk(scenarios[i], " \t'\"$&;|<>()*?[]\\`!#~") ? "\"" : "";
        fprintf(stderr, " %s%s%s", quote, scenarios[i], quote);
    }
    fprintf(stderr, " tells %s\n", notes == 1 ? "it" : "them");
}
