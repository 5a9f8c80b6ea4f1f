/* Times the stages that a purchase makes longer: compile SCENARIO CONFIG ROUNDS PROCESS_MICROSECONDS
 *
 * Loads the scenario once, then builds its model ROUNDS times: sheets opened, entries compiled into the program, evaluated once, checked.
 * Prints the median time of a build, the operations of the program, and the share of a process that takes PROCESS_MICROSECONDS. */
#include "job/load.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int count, char **words)
{
    if (count < 5)
        return 2;
    const size_t rounds = (size_t)atoi(words[3]);
    const double process = atof(words[4]);
    double *const taken = calloc(rounds, sizeof *taken);
    jmp_buf out_of_memory;
    if (!taken || setjmp(out_of_memory))
        return 1;
    Run run = {.arena = arena_create(&out_of_memory), .config_folder = text_of(words[2])};
    ProformaRequest request = {.scenario = words[1]};
    Loaded loaded = {0};
    ModelRequest wanted;
    const Writer *writer;
    const Model *model = NULL;
    if (!load_all(&loaded, &wanted, &writer, &run, &request))
        return 1;
    for (size_t i = 0; i < rounds; i++) {
        double start = now();
        model = load_model(&run, &loaded, &wanted);
        taken[i] = now() - start;
        if (!model)
            return 1;
    }
    qsort(taken, rounds, sizeof *taken, ascending);
    printf("%-28s %8.0f us  %6zu operations  %5.1f %% of a process\n", words[1], taken[rounds / 2], model->program.ops.count, 100 * taken[rounds / 2] / process);
    arena_destroy(run.arena);
    free(taken);
    return 0;
}
