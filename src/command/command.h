/* command/command: words of the command line -> one command.
 *
 * In:       options as they were given.
 * Out:      results on standard output or in the file of --output, messages on standard error, an exit code.
 * Includes: proforma.h. Only this room and main.c print, exit or read argv.
 *
 * A new command is one file here and one line in commands[] of command.c; a new option is a field of Options and one line in the table of
 * options.c. Usage, descriptions, --help and the manual page come from these records. */
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
    const char *scenario, *entity, *basis, *format, *output, *chart, *threads, *depth; /* NULL when not given */
    const char *column, *study, *aim, *draws, *seed, *points, *save_draws;
    Words periods, statements, sets, varies, shows;
    Words operands; /* what is not an option */
    const char **room; /* for all of these lists */
    bool indices, help;
} Options;

typedef struct {
    const char *name, *summary;
    const char *needs;    /* the long options that must be given, parted by blanks: "scenario entity" */
    const char *accepts;  /* the others that it takes: "period set"; both in the order of the usage line */
    const char *formats;  /* what --format takes, where that is less than in general; NULL */
    const char *bounds;   /* what --vary takes, once, where that is no range; NULL */
    const char *operands; /* what its operands are called, "FILE..."; NULL when it takes none */
    const char *about;    /* what a summary cannot say, in lines; NULL */
    const char *exits;    /* what its exit codes mean, when it is something else than in general; NULL */
    const char *example;  /* one command line, which a test runs where base.cfg is found and release.txt is a filing */
    bool tells_notes;     /* notes, with which there is nothing to do, are told here; another command says how many there are, and where */
    ProformaOutcome (*execute)(ProformaRun *run, const Options *options);
} Command;

extern const Command command_report, command_parse, command_align, command_check, command_diff, command_names, command_kinds, command_explain;
extern const Command command_sweep, command_solve, command_tornado, command_simulate;

/* What the executable is asked to do, from argv to the exit code. */
int command_main(int count, char **words);

typedef struct {
    char bytes[PATH_MAX];
} CommandPath;

/* The path of a scenario file, found where the manual says: `name`, or kept in `path`. */
const char *command_scenario(CommandPath *path, const char *name);
/* A run on the config/ that is found; NULL when there is no memory, which messages_print says. */
ProformaRun *command_begin(void);

/* Options -> a request of the library, with --scenario found where the manual says. */
ProformaRequest command_request(const Options *options);
/* --threads, then $PROFORMA_THREADS; 0 when neither is given. False: it is no number, and the run has the problem. */
bool command_threads(size_t *out, ProformaRun *run, const Options *options);
/* The file of --output; NULL for standard output. */
const char *command_output_path(const Options *options);
/* Writes a result where --output says. */
ProformaOutcome command_output(ProformaRun *run, const Options *options, ProformaOutcome outcome, ProformaText text);

/* For a result that comes in pieces: a ProformaSink's, into a ProformaOutput; and its end, which leaves no half of it. */
bool command_append(void *output, const char *bytes, size_t length);
ProformaOutcome command_end_output(ProformaOutput *output, ProformaOutcome outcome);

/* Fills `out` from the words behind the command's name; whatever it gives, options_end is due. */
bool options_read(Options *out, ProformaRun *run, const Command *command, int count, char **words);
void options_end(Options *read);

/* proforma --help; proforma COMMAND --help. `commands` begins with the one that is done without a word. */
void help_print(const Command *const commands[], size_t count);
void help_print_command(const Command *command, bool first);
/* The usage line and the options of a command, a line each. */
void options_print(const Command *command, bool first);

/* Is it a terminal that shows colours? Not when NO_COLOR is set or TERM is dumb. */
bool command_colour(int descriptor);
/* What went wrong so far, on standard error; in colour on such a terminal. */
void messages_print(ProformaRun *run);
/* The same with a line in place of all notes: "2 notes; proforma check base.cfg tells them". */
void messages_print_briefly(ProformaRun *run, const char *const *scenarios, size_t count);
void message_print(const ProformaProblem *problem);

#endif
