/* base/run: what every stage is handed: the memory, the files and the problems of one run.
 *
 * In:       where config/ is.
 * Out:      a run that owns everything made during it; `run_end` frees it all.
 * Includes: base/arena, base/source, base/problem. */
#ifndef PROFORMA_BASE_RUN_H
#define PROFORMA_BASE_RUN_H

#include "base/problem.h"

typedef struct Run {
    Arena *arena;
    Sources sources;
    Problems problems;
    Text config_folder; /* path of config/, without a slash at the end */
    bool to_look_at;    /* the result itself is something to look at: a difference */
} Run;

/* A run in memory of its own that knows the files which another has read. */
Run run_beside(const Run *run, Arena *arena);

/* Reads a whole file as a source. A path is read once a run: asked again, the same source comes back.
 * `name` is what messages print. Missing, unreadable, empty, binary (a NUL byte), not a file, 1 GiB or more: a problem at `wanted_by`. */
bool run_read_file(const Source **out, Run *run, Text name, Text path, Place wanted_by);

/* Path of `file` beside the file `beside`, unless it is absolute. */
Text path_beside(Arena *arena, Text beside, Text file);

#endif
