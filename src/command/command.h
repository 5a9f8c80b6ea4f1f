/* command/command: words of the command line -> one command.
 *
 * In:       options as they were given.
 * Out:      results on standard output or in the file of --output, messages on standard error, an exit code.
 * Includes: proforma.h. Only this room and main.c print, exit or read argv.
 *
 * A new command is one file here and one line in commands[] of command.c. */
#ifndef PROFORMA_COMMAND_COMMAND_H
#define PROFORMA_COMMAND_COMMAND_H

#include "proforma.h"

#include <limits.h>
#include <stdbool.h>

typedef struct {
    const char **items;
    size_t count;
} Words;

typedef struct {
    const char *scenario, *entity, *basis, *format, *output, *chart, *threads; /* NULL when not given */
    Words periods, statements, sets;
    Words operands; /* what is not an option */
    const char **room; /* for all of these lists */
    bool help;
} Options;

typedef struct {
    const char *name, *summary;
    const char *accepts; /* the long options that it takes, parted by blanks: "scenario period set" */
    const char *operands; /* what its operands are called; NULL when it takes none */
    const char *help;     /* usage and an example */
    ProformaOutcome (*execute)(ProformaRun *run, const Options *options);
} Command;

extern const Command command_report, command_parse, command_align, command_check, command_diff, command_names;

/* What the executable is asked to do, from argv to the exit code. */
int command_main(int count, char **words);

typedef struct {
    char bytes[PATH_MAX];
} CommandPath;

/* The path of a scenario file, found where the manual says: `name`, or kept in `path`. */
const char *command_scenario(CommandPath *path, const char *name);
/* A run on the config/ that is found; NULL when there is no memory, which was said. */
ProformaRun *command_begin(void);
/* Prints the problems of a run on standard error. */
void command_problems(ProformaRun *run);

/* Options -> a request of the library, with --scenario found where the manual says. */
ProformaRequest command_request(const Options *options);
/* The file of --output; NULL for standard output. */
const char *command_output_path(const Options *options);
/* Writes a result where --output says. */
ProformaOutcome command_output(ProformaRun *run, const Options *options, ProformaOutcome outcome, ProformaText text);

/* Fills `out` from the words behind the command's name; whatever it gives, options_end is due. */
bool options_read(Options *out, ProformaRun *run, const Command *command, int count, char **words);
void options_end(Options *options);

#endif
