/* Times whole processes side by side: spawn ROUNDS NAME COMMAND ARGUMENT... -- NAME COMMAND ARGUMENT... -- ...
 *
 * Each round runs every command once, so that whatever else the machine is doing falls on all of them alike. Printed
 * are medians, for a stray interruption moves a mean; ratios are to the first command. Their output is thrown away. */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_COMMANDS = 16, WARM_UP = 5 };

/* wait4 is older than POSIX and in no header of it. */
pid_t wait4(pid_t pid, int *status, int options, struct rusage *usage);

extern char **environ;

typedef struct {
    const char *name;
    char **words;
    double *elapsed, *busy; /* microseconds, one a round */
    long peak;              /* KiB of memory, the most of all rounds */
} Measured;

static int ascending(const void *a, const void *b)
{
    double x = *(const double *) a, y = *(const double *) b;
    return (x > y) - (x < y);
}

static double microseconds(struct timeval time)
{
    return (double) time.tv_sec * 1e6 + (double) time.tv_usec;
}

static int run_once(Measured *command, double *elapsed, double *busy)
{
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    struct timespec start, end;
    struct rusage usage;
    pid_t child;
    int status;
    clock_gettime(CLOCK_MONOTONIC, &start);
    int refused = posix_spawnp(&child, command->words[0], &quiet, NULL, command->words, environ);
    if (!refused)
        wait4(child, &status, 0, &usage);
    clock_gettime(CLOCK_MONOTONIC, &end);
    posix_spawn_file_actions_destroy(&quiet);
    if (refused || !WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        fprintf(stderr, "spawn: %s does not run\n", command->words[0]);
        return 0;
    }
    *elapsed = (double) (end.tv_sec - start.tv_sec) * 1e6 + (double) (end.tv_nsec - start.tv_nsec) / 1e3;
    if (usage.ru_maxrss > command->peak)
        command->peak = usage.ru_maxrss;
    *busy = microseconds(usage.ru_utime) + microseconds(usage.ru_stime);
    return 1;
}

int main(int count, char **words)
{
    int rounds = count > 1 ? atoi(words[1]) : 0;
    Measured commands[MAX_COMMANDS];
    int measured = 0;
    for (int i = 2; i + 1 < count && measured < MAX_COMMANDS; i++) {
        Measured *command = &commands[measured++];
        command->name = words[i];
        command->words = &words[i + 1];
        command->peak = 0;
        while (i < count && strcmp(words[i], "--") != 0)
            i++;
        words[i] = NULL;
    }
    if (rounds < 1 || measured == 0) {
        fprintf(stderr, "usage: spawn ROUNDS NAME COMMAND ARGUMENT... [-- NAME COMMAND ARGUMENT...]...\n");
        return 2;
    }
    for (int i = 0; i < measured; i++) {
        commands[i].elapsed = calloc((size_t) rounds, sizeof(double));
        commands[i].busy = calloc((size_t) rounds, sizeof(double));
        if (!commands[i].elapsed || !commands[i].busy)
            return 3;
    }
    for (int round = -WARM_UP; round < rounds; round++)
        for (int i = 0; i < measured; i++) {
            int slot = round < 0 ? 0 : round;
            if (!run_once(&commands[i], &commands[i].elapsed[slot], &commands[i].busy[slot]))
                return 3;
        }

    printf("%-36s %10s %10s %10s %8s %10s\n", "whole process", "median us", "fastest us", "cpu us", "ratio", "peak KiB");
    double first = 0;
    for (int i = 0; i < measured; i++) {
        qsort(commands[i].elapsed, (size_t) rounds, sizeof(double), ascending);
        qsort(commands[i].busy, (size_t) rounds, sizeof(double), ascending);
        double median = commands[i].elapsed[rounds / 2];
        if (i == 0)
            first = median;
        printf("%-36s %10.0f %10.0f %10.0f %8.2f %10ld\n", commands[i].name, median, commands[i].elapsed[0],
               commands[i].busy[rounds / 2], median / first, commands[i].peak);
    }
    return 0;
}
