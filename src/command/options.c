/* Reading order: the table of every option, what a command takes of it, reading words, printing the table. */
#include "command/command.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the table ---- */

typedef struct {
    const char *name;
    const char *value;    /* what its value is called */
    const char *meaning;  /* one line of --help */
    size_t place;         /* its field of Options */
    enum { OPTION_single, OPTION_several, OPTION_flag } kind; /* its field is a text, Words, or a bool that takes no value */
} Option;

#define SINGLE(field) offsetof(Options, field), OPTION_single
#define SEVERAL(field) offsetof(Options, field), OPTION_several
#define FLAG(field) offsetof(Options, field), OPTION_flag

static const Option options[] = {
    {"scenario", "FILE", "the scenario; a bare name is also looked for among the shipped ones", SINGLE(scenario)},
    {"entity", "COMPANY", "a company of the scenario by its id, or the word acquirer", SINGLE(entity)},
    {"period", "END/LENGTH", "2004-03-31/3M, 1998-10-31/13W, or a date for balance sheets; default: the scenario's", SEVERAL(periods)},
    {"statement", "NAME", "operations, balance_sheet, cash_flows, reconciliation or footnote; default: all", SEVERAL(statements)},
    {"basis", "gaap|non_gaap", "default: both", SINGLE(basis)},
    {"format", "text|csv|json", "default: text", SINGLE(format)},
    {"output", "FILE", "writes the result to a file; - (the default) is standard output", SINGLE(output)},
    {"chart", "NAME", "the chart of an industry, such as airline or broker_dealer, for companies that config/companies.cfg gives none", SINGLE(chart)},
    {"threads", "N", "how many threads work at the same time; default: $PROFORMA_THREADS, or one for each processor", SINGLE(threads)},
    {"depth", "N", "how many levels below the figure are shown; default: all, down to the filings", SINGLE(depth)},
    {"vary", "NAME=RANGE", "FROM:TO:STEP, FROM:TO:#COUNT or a,b,c: values of a name that --set takes; again for a further axis", SEVERAL(varies)},
    {"show", "NAME[,NAME...]", "figures by names that proforma names lists", SEVERAL(shows)},
    {"for", "NAME=VALUE", "the figure, and the value that it is to have", SINGLE(aim)},
    {"column", "COLUMN", "the column that a line without one means: a company or a column of the report; default: pro_forma", SINGLE(column)},
    {"study", "NAME", "a study that the scenario declares, in place of --vary and --show", SINGLE(study)},
    {"draws", "N", "how many draws", SINGLE(draws)},
    {"seed", "S", "a whole number that tells one run's random numbers from another's; default: 1", SINGLE(seed)},
    {"points", "random|sobol", "independent draws, or Sobol points shifted at random; default: random", SINGLE(points)},
    {"indices", "", "first-order and total Sobol indices as well", FLAG(indices)},
    {"save-draws", "FILE", "writes every draw to a CSV file as well", SINGLE(save_draws)},
    {"set", "NAME=VALUE", "replaces an input, a setting of the scenario or a reported figure", SEVERAL(sets)},
};
enum { OPTIONS = sizeof options / sizeof *options, LISTS = 6 };

/* ---- what a command takes ---- */

static bool lists(const char *words, const char *name, size_t length)
{
    for (const char *at = words; at && *at;) {
        size_t word = strcspn(at, " ");
        if (word == length && strncmp(at, name, length) == 0)
            return true;
        at += word + strspn(at + word, " ");
    }
    return false;
}

static bool takes(const Command *command, const Option *option)
{
    size_t length = strlen(option->name);
    return lists(command->needs, option->name, length) || lists(command->accepts, option->name, length);
}

static bool has_bounds(const Command *command, const Option *option)
{
    return command->bounds && strcmp(option->name, "vary") == 0;
}

static const char *value_of(const Command *command, const Option *option)
{
    if (has_bounds(command, option))
        return command->bounds;
    return command->formats && strcmp(option->name, "format") == 0 ? command->formats : option->value;
}

static const Option *option_find(const char *name, size_t length)
{
    for (size_t i = 0; i < OPTIONS; i++)
        if (strlen(options[i].name) == length && strncmp(options[i].name, name, length) == 0)
            return &options[i];
    return NULL;
}

/* ---- reading ---- */

static bool usage(ProformaRun *run, const char *format, const char *word)
{
    char message[512];
    snprintf(message, sizeof message, format, word);
    proforma_usage_problem(run, message);
    return false;
}

static bool unknown(ProformaRun *run, const Command *command, const char *word, size_t length)
{
    const char *names[OPTIONS + 1] = {"help"};
    size_t count = 1;
    for (size_t i = 0; i < OPTIONS; i++)
        if (takes(command, &options[i]))
            names[count++] = options[i].name;
    char name[100], message[512];
    snprintf(name, sizeof name, "%.*s", (int)(length < 90 ? length : 90), word);
    const char *nearest = proforma_nearest(run, name + strspn(name, "-"), names, count);
    snprintf(message, sizeof message, "proforma %s has no option %s%s%s%s", command->name, name, nearest ? "; did you mean \"--" : "",
             nearest ? nearest : "", nearest ? "\"?" : "");
    proforma_usage_problem(run, message);
    return false;
}

/* Each list has room for all words of the command line. */
static void words_add(Words *words, const char *word)
{
    words->items[words->count++] = word;
}

static bool lists_begin(Options *out, ProformaRun *run, size_t words)
{
    Words *const lists[LISTS] = {&out->periods, &out->statements, &out->sets, &out->varies, &out->shows, &out->operands};
    out->room = calloc(LISTS * (words + 1), sizeof *out->room);
    if (!out->room)
        return usage(run, "%s", "the command line is too long for the memory that is left");
    for (size_t i = 0; i < LISTS; i++)
        lists[i]->items = out->room + i * words;
    return true;
}

void options_end(Options *read)
{
    free(read->room);
}

static bool needs_value(ProformaRun *run, const Option *option)
{
    char message[100];
    snprintf(message, sizeof message, "--%s needs a value: %s", option->name, option->value);
    return usage(run, "%s", message);
}

static bool option_store(Options *out, ProformaRun *run, const Option *option, const char *value)
{
    void *field = (char *)out + option->place;
    const char **single = field;
    if (!*value)
        return needs_value(run, option);
    if (option->kind == OPTION_several)
        words_add(field, value);
    else if (*single)
        return usage(run, "--%s is given twice", option->name);
    else
        *single = value;
    return true;
}

static bool flag_store(Options *out, ProformaRun *run, const Option *option, bool with_value)
{
    bool *flag = (void *)((char *)out + option->place);
    *flag = true;
    return !with_value || usage(run, "--%s takes no value", option->name);
}

/* "--name value" and "--name=value" are both taken; `*at` moves past the value. */
static bool option_read(Options *out, ProformaRun *run, const Command *command, int count, char **words, int *at)
{
    const char *word = words[*at];
    size_t length = strcspn(word, "=");
    const Option *option = length > 2 && word[1] == '-' ? option_find(word + 2, length - 2) : NULL;
    if (!option || !takes(command, option))
        return unknown(run, command, word, length);
    if (option->kind == OPTION_flag)
        return flag_store(out, run, option, word[length] == '=');
    if (word[length] == '=')
        return option_store(out, run, option, word + length + 1);
    if (*at + 1 >= count)
        return needs_value(run, option);
    return option_store(out, run, option, words[++*at]);
}

bool options_read(Options *out, ProformaRun *run, const Command *command, int count, char **words)
{
    memset(out, 0, sizeof *out);
    if (!lists_begin(out, run, (size_t)count))
        return false;
    bool only_operands = false;
    for (int at = 0; at < count; at++) {
        const char *word = words[at];
        if (only_operands || word[0] != '-' || word[1] == '\0') {
            if (!command->operands)
                return usage(run, "\"%.100s\" is no option; a scenario is named by --scenario FILE", word);
            words_add(&out->operands, word);
        } else if (strcmp(word, "--") == 0) {
            only_operands = true;
        } else if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
            out->help = true;
        } else if (!option_read(out, run, command, count, words, &at)) {
            return false;
        }
    }
    return true;
}

/* ---- printing ---- */

enum { WIDEST = 100 };

/* One piece of the usage line; the next line begins under the first piece. */
static size_t piece_print(const char *piece, size_t column, size_t indent)
{
    size_t length = strlen(piece);
    if (column > indent && column + 1 + length > WIDEST) {
        printf("\n%*s", (int)indent, "");
        column = indent;
    }
    printf(" %s", piece);
    return column + 1 + length;
}

static size_t usage_print(const Command *command, const char *words, bool needed, size_t column, size_t indent)
{
    for (const char *at = words; at && *at;) {
        size_t length = strcspn(at, " ");
        const Option *option = option_find(at, length);
        char piece[100];
        at += length + strspn(at + length, " ");
        if (!option)
            continue;
        snprintf(piece, sizeof piece, "%s--%s%s%s%s%s", needed ? "" : "[", option->name, option->kind == OPTION_flag ? "" : " ", value_of(command, option), needed ? "" : "]",
                 option->kind == OPTION_several && !has_bounds(command, option) ? "..." : "");
        column = piece_print(piece, column, indent);
    }
    return column;
}

static void meaning_print(const char *option, const char *value, const char *meaning)
{
    char left[64];
    snprintf(left, sizeof left, "--%s%s%s", option, *value ? " " : "", value);
    printf("  %-23s%s %s\n", left, strlen(left) > 23 ? " " : "", meaning);
}

void options_print(const Command *command, bool first)
{
    char head[64];
    size_t indent = (size_t)snprintf(head, sizeof head, "usage: proforma %s%s%s", first ? "[" : "", command->name, first ? "]" : "");
    printf("%s", head);
    size_t column = usage_print(command, command->needs, true, indent, indent);
    column = usage_print(command, command->accepts, false, column, indent);
    if (command->operands)
        piece_print(command->operands, column, indent);
    printf("\n\n");
    for (size_t i = 0; i < OPTIONS; i++)
        if (takes(command, &options[i]))
            meaning_print(options[i].name, value_of(command, &options[i]),
                          has_bounds(command, &options[i]) ? "a name that --set takes, and the bounds between which its value is looked for" : options[i].meaning);
    meaning_print("help", "", "prints this");
}
