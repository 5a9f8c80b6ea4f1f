#include "command/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static const double QUIET_SECONDS = 0.5;

static volatile sig_atomic_t interrupted;

static void interrupt(int number)
{
    (void)number;
    interrupted = 1;
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void progress_begin(Progress *progress, const char *unit)
{
    *progress = (Progress){.unit = unit, .begun = seconds_now(), .terminal = isatty(STDERR_FILENO) && isatty(STDOUT_FILENO)};
    /* SA_RESETHAND: the second Ctrl-C does what it does to any program. One that is ignored, as in the background of a shell, stays so. */
    struct sigaction action = {.sa_handler = interrupt, .sa_flags = (int)SA_RESETHAND | SA_RESTART};
    sigemptyset(&action.sa_mask);
    interrupted = 0;
    sigaction(SIGINT, NULL, &progress->before);
    if (progress->before.sa_handler != SIG_IGN)
        sigaction(SIGINT, &action, NULL);
}

/* "8.2 million", "640". */
static void write_rate(char *out, size_t size, double rate)
{
    if (rate >= 1e6)
        snprintf(out, size, "%.1f million", rate / 1e6);
    else
        snprintf(out, size, "%.0f", rate);
}

/* "2 h 05 min", "1 min 20 s", "12 s". */
static void write_left(char *out, size_t size, double seconds)
{
    unsigned long whole = seconds < 1e9 ? (unsigned long)(seconds + 0.5) : 1000000000;
    if (whole >= 3600)
        snprintf(out, size, "%lu h %02lu min", whole / 3600, whole % 3600 / 60);
    else if (whole >= 60)
        snprintf(out, size, "%lu min %02lu s", whole / 60, whole % 60);
    else
        snprintf(out, size, "%lu s", whole);
}

static void show(Progress *progress, double seconds, uint64_t done, uint64_t total)
{
    char rate[32], left[32];
    double a_second = (double)done / seconds;
    write_rate(rate, sizeof rate, a_second);
    write_left(left, sizeof left, (double)(total - done) / a_second);
    /* A shorter line is filled up to cover the one before. */
    int before = progress->width;
    progress->width = fprintf(stderr, "\r%3.0f %%, %s %s a second, %s left", 100.0 * (double)done / (double)total, rate, progress->unit, left);
    fprintf(stderr, "%*s", before > progress->width ? before - progress->width : 0, "");
    fflush(stderr);
}

bool progress_tell(void *context, uint64_t done, uint64_t total)
{
    Progress *progress = context;
    double seconds = seconds_now() - progress->begun;
    if (progress->terminal && seconds >= QUIET_SECONDS && done > 0 && done <= total)
        show(progress, seconds, done, total);
    return !interrupted;
}

void progress_end(Progress *progress)
{
    if (progress->width > 0)
        fprintf(stderr, "\r%*s\r", progress->width, "");
    fflush(stderr);
    sigaction(SIGINT, &progress->before, NULL);
}
