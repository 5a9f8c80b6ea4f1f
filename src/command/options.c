#include "command/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *name;
    const char **single;
    Words *several;
} Target;

enum { OPTIONS = 10, LISTS = 4 };

static bool usage(ProformaRun *run, const char *format, const char *word)
{
    char message[512];
    snprintf(message, sizeof message, format, word);
    proforma_usage_problem(run, message);
    return false;
}

static bool accepts(const Command *command, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = strstr(command->accepts, name); at; at = strstr(at + 1, name))
        if ((at == command->accepts || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return true;
    return false;
}

static bool unknown(ProformaRun *run, const Command *command, const Target targets[], const char *word)
{
    const char *names[OPTIONS + 1] = {"help"};
    size_t count = 1;
    for (size_t i = 0; i < OPTIONS; i++)
        if (accepts(command, targets[i].name))
            names[count++] = targets[i].name;
    char message[512];
    const char *nearest = proforma_nearest(run, word + 2, names, count);
    snprintf(message, sizeof message, "proforma %s has no option %.100s%s%s%s", command->name, word, nearest ? "; did you mean --" : "",
             nearest ? nearest : "", nearest ? "?" : "");
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
    Words *const lists[LISTS] = {&out->periods, &out->statements, &out->sets, &out->operands};
    out->room = calloc(LISTS * (words + 1), sizeof *out->room);
    if (!out->room)
        return usage(run, "%s", "the command line is too long for the memory that is left");
    for (size_t i = 0; i < LISTS; i++)
        lists[i]->items = out->room + i * words;
    return true;
}

void options_end(Options *options)
{
    free(options->room);
}

/* "--name value" and "--name=value" are both taken; `*at` moves past the value. */
static bool option_read(ProformaRun *run, const Command *command, const Target targets[], int count, char **words, int *at)
{
    const char *word = words[*at], *equals = strchr(word, '=');
    size_t length = equals ? (size_t)(equals - word) : strlen(word);
    for (size_t i = 0; i < OPTIONS; i++) {
        const Target *target = &targets[i];
        if (strlen(target->name) + 2 != length || strncmp(word + 2, target->name, length - 2) != 0 || !accepts(command, target->name))
            continue;
        if (!equals && *at + 1 >= count)
            return usage(run, "%.100s needs a value", word);
        const char *value = equals ? equals + 1 : words[++*at];
        if (target->several) {
            words_add(target->several, value);
            return true;
        }
        if (*target->single)
            return usage(run, "%.100s is given twice", word);
        *target->single = value;
        return true;
    }
    return unknown(run, command, targets, word);
}

bool options_read(Options *out, ProformaRun *run, const Command *command, int count, char **words)
{
    memset(out, 0, sizeof *out);
    if (!lists_begin(out, run, (size_t)count))
        return false;
    const Target targets[OPTIONS] = {
        {"scenario", &out->scenario, NULL}, {"entity", &out->entity, NULL}, {"basis", &out->basis, NULL},
        {"format", &out->format, NULL},     {"output", &out->output, NULL}, {"period", NULL, &out->periods},
        {"statement", NULL, &out->statements}, {"set", NULL, &out->sets}, {"chart", &out->chart, NULL},
        {"threads", &out->threads, NULL},
    };
    bool only_operands = false;
    for (int at = 0; at < count; at++) {
        const char *word = words[at];
        if (only_operands || word[0] != '-' || word[1] == '\0') {
            if (!command->operands)
                return usage(run, "what is \"%.100s\"? This command takes options only", word);
            words_add(&out->operands, word);
        } else if (strcmp(word, "--") == 0) {
            only_operands = true;
        } else if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
            out->help = true;
        } else if (!option_read(run, command, targets, count, words, &at)) {
            return false;
        }
    }
    return true;
}
