#include "command/command.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const Command *const commands[] = {&command_report, &command_parse, &command_align, &command_check, &command_diff, &command_names,
                                          &command_kinds, &command_explain, &command_sweep, &command_solve, &command_tornado, &command_simulate};
enum { COMMANDS = sizeof commands / sizeof *commands, DEFAULT_COMMAND = 0 };

/* --- where things are --- */

/* Folder of the executable, symlinks followed; empty when the system does not tell. */
static void program_folder(char folder[PATH_MAX])
{
    ssize_t length = readlink("/proc/self/exe", folder, PATH_MAX - 1);
    folder[length > 0 ? length : 0] = '\0';
    char *slash = strrchr(folder, '/');
    if (slash)
        *slash = '\0';
}

/* The build folder keeps share/ beside the program, an installation beside the folder of the program. */
static bool find_shared(char path[PATH_MAX], const char *name)
{
    static const char *const places[] = {"share/proforma", "../share/proforma"};
    char folder[PATH_MAX];
    program_folder(folder);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        int length = snprintf(path, PATH_MAX, "%s/%s/%s", folder, places[i], name);
        if (length > 0 && length < PATH_MAX && access(path, F_OK) == 0)
            return true;
    }
    return false;
}

static bool find_in(char path[PATH_MAX], const char *folder, const char *name)
{
    int length = snprintf(path, PATH_MAX, "%s/%s", folder, name);
    return length > 0 && length < PATH_MAX && access(path, F_OK) == 0;
}

/* As given; a bare name also in $PROFORMA_SCENARIOS, ./scenarios, beside the program. When it is nowhere, as given: reading it says so. */
const char *command_scenario(CommandPath *path, const char *name)
{
    const char *folder = getenv("PROFORMA_SCENARIOS");
    char shared[PATH_MAX];
    if (access(name, F_OK) == 0 || strchr(name, '/'))
        return name;
    if ((folder && *folder && find_in(path->bytes, folder, name)) || find_in(path->bytes, "scenarios", name))
        return path->bytes;
    int length = snprintf(shared, sizeof shared, "scenarios/%.200s", name);
    return length > 0 && find_shared(path->bytes, shared) ? path->bytes : name;
}

static const char *find_config(char path[PATH_MAX])
{
    const char *folder = getenv("PROFORMA_CONFIG");
    if (folder && *folder)
        return folder;
    return find_shared(path, "config") ? path : "config";
}

ProformaRequest command_request(const Options *options)
{
    static CommandPath scenario;
    ProformaRequest request = {
        .periods = options->periods.items, .period_count = options->periods.count,
        .statements = options->statements.items, .statement_count = options->statements.count,
        .sets = options->sets.items, .set_count = options->sets.count,
        .files = options->operands.items, .file_count = options->operands.count,
        .varies = options->varies.items, .vary_count = options->varies.count,
        .shows = options->shows.items, .show_count = options->shows.count,
        .column = options->column, .study = options->study, .aim = options->aim, .draws = options->draws, .seed = options->seed,
        .points = options->points, .indices = options->indices,
        .basis = options->basis, .entity = options->entity, .format = options->format, .chart = options->chart,
    };
    if (options->scenario) {
        request.scenario = command_scenario(&scenario, options->scenario);
        request.scenario_name = options->scenario;
    }
    return request;
}

bool command_threads(size_t *out, ProformaRun *run, const Options *options)
{
    const char *word = options->threads ? options->threads : getenv("PROFORMA_THREADS");
    *out = 0;
    if (!word || (!*word && !options->threads))
        return true;
    for (const char *digit = word; *digit >= '0' && *digit <= '9' && *out < 10000; digit++) {
        *out = *out * 10 + (size_t)(*digit - '0');
        if (digit[1] == '\0' && *out)
            return true;
    }
    char message[160];
    snprintf(message, sizeof message, "\"%.60s\" is no number of threads: %s is a whole number from 1", word, options->threads ? "--threads" : "$PROFORMA_THREADS");
    proforma_usage_problem(run, message);
    return false;
}

const char *command_output_path(const Options *options)
{
    return options->output && strcmp(options->output, "-") != 0 ? options->output : NULL;
}

ProformaOutcome command_output(ProformaRun *run, const Options *options, ProformaOutcome outcome, ProformaText text)
{
    if (outcome >= PROFORMA_USAGE)
        return outcome;
    const char *path = command_output_path(options);
    if (path) {
        ProformaOutcome saved = proforma_save(run, path, text);
        return saved > outcome ? saved : outcome;
    }
    if (fwrite(text.bytes, 1, text.length, stdout) == text.length && fflush(stdout) == 0)
        return outcome;
    return proforma_output_problem(run, strerror(errno));
}

bool command_append(void *output, const char *bytes, size_t length)
{
    return proforma_output_append(output, bytes, length);
}

ProformaOutcome command_end_output(ProformaOutput *output, ProformaOutcome outcome)
{
    if (outcome >= PROFORMA_USAGE) {
        proforma_output_abandon(output);
        return outcome;
    }
    ProformaOutcome written = proforma_output_commit(output);
    return written > outcome ? written : outcome;
}

ProformaRun *command_begin(void)
{
    char config[PATH_MAX];
    return proforma_begin(find_config(config));
}

/* --- from words to a command --- */

static const Command *find_command(ProformaRun *run, const char *word)
{
    const char *names[COMMANDS];
    for (size_t i = 0; i < COMMANDS; i++) {
        names[i] = commands[i]->name;
        if (strcmp(word, commands[i]->name) == 0)
            return commands[i];
    }
    const char *nearest = proforma_nearest(run, word, names, COMMANDS);
    char message[256];
    if (strchr(word, '.'))
        snprintf(message, sizeof message, "there is no command \"%.100s\"; a scenario is named by --scenario FILE, a filing by proforma parse FILE", word);
    else
        snprintf(message, sizeof message, "there is no command \"%.100s\"%s%s%s", word, nearest ? "; did you mean \"" : "", nearest ? nearest : "", nearest ? "\"?" : "");
    proforma_usage_problem(run, message);
    return NULL;
}

/* What was printed into a full or closed file is found here. */
static ProformaOutcome printed(ProformaRun *run, ProformaOutcome outcome)
{
    return fflush(stdout) == 0 && !ferror(stdout) ? outcome : proforma_output_problem(run, strerror(errno));
}

static ProformaOutcome execute_options(ProformaRun *run, const Command *command, const Options *options)
{
    if (!options->help)
        return command->execute(run, options);
    help_print_command(command, command == commands[DEFAULT_COMMAND]);
    return printed(run, PROFORMA_DONE);
}

static bool is_word(int count, char **words, const char *word)
{
    return count == 1 && strcmp(words[0], word) == 0;
}

/* Only the first of several ranks has a result to write. */
static void tell(ProformaRun *run, const Command *command, const Options *options)
{
    const char *const *scenarios = options->scenario ? &options->scenario : options->operands.items;
    size_t count = options->scenario ? 1 : options->operands.count;
    if (command->tells_notes || count == 0)
        messages_print(run);
    else
        messages_print_briefly(run, scenarios, count);
}

static ProformaOutcome execute(ProformaRun *run, bool first, int count, char **words)
{
    Options options;
    const Command *command = commands[DEFAULT_COMMAND];
    if (count > 0 && words[0][0] != '-') {
        command = find_command(run, words[0]);
        words++, count--;
    }
    if (!command) {
        messages_print(run);
        return PROFORMA_USAGE;
    }
    bool good = options_read(&options, run, command, count, words);
    if (!first)
        options.output = options.save_draws = NULL;
    ProformaOutcome outcome = good ? execute_options(run, command, &options) : PROFORMA_USAGE;
    tell(run, command, &options);
    options_end(&options);
    return outcome;
}

static ProformaOutcome perform(bool first, int count, char **words)
{
    ProformaRun *run = command_begin();
    ProformaOutcome outcome = PROFORMA_INPUT;
    if (count == 1 || is_word(count - 1, words + 1, "--help") || is_word(count - 1, words + 1, "-h")) {
        help_print(commands, COMMANDS);
        outcome = printed(run, count == 1 ? PROFORMA_USAGE : PROFORMA_DONE);
    } else if (is_word(count - 1, words + 1, "--version")) {
        printf("proforma %s\n", PROFORMA_VERSION);
        outcome = printed(run, PROFORMA_DONE);
    } else if (run) {
        outcome = execute(run, first, count - 1, words + 1);
        proforma_end(run);
        return outcome;
    }
    messages_print(run);
    proforma_end(run);
    return outcome;
}

static void fall_silent(void)
{
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
}

int command_main(int count, char **words)
{
    bool first = proforma_ranks_begin();
    if (!first)
        fall_silent();
    ProformaOutcome outcome = perform(first, count, words);
    proforma_ranks_end();
    return first ? (int)outcome : PROFORMA_DONE;
}
