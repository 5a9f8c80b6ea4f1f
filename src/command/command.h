/* command/command: words of the command line -> one command.
 *
 * In:       options as they were given.
 * Out:      results on standard output or in the file of --output, messages on standard error, an exit code.
 * Includes: proforma.h, base. Only this room and main.c print, exit or read argv.
 *
 * A new command is one file here and one line in commands[] of command.c. */
#ifndef PROFORMA_COMMAND_COMMAND_H
#define PROFORMA_COMMAND_COMMAND_H

#include "proforma.h"

typedef enum { EXIT_done = 0, EXIT_look = 1, EXIT_usage = 2, EXIT_input = 3 } ExitCode;

typedef struct {
    Text *items;
    size_t count, capacity;
} Words;

typedef struct {
    Text scenario, entity, basis, format, output; /* empty when not given; output "-" is standard output */
    Words periods, statements, sets;
    Words operands; /* what is not an option */
} Options;

typedef struct {
    const char *name, *summary;
    const char *accepts; /* names of the long options that it takes, parted by blanks: "scenario period set" */
    const char *help;    /* usage and an example, after the summary */
    bool (*execute)(Run *run, const Options *options); /* false: at least one problem was recorded */
} Command;

extern const Command command_report, command_parse, command_align;

/* Writes a result where --output says: to standard output, or aside and then renamed, so that no half-written file is ever seen. */
bool command_output(Run *run, const Options *options, Text bytes);

/* --scenario, found as interface says (as given; a bare name also in $PROFORMA_SCENARIOS, ./scenarios, beside the program). */
bool command_scenario_path(Text *out, Run *run, const Options *options);

#endif
