/* base/save: a result becomes a file, or goes to where a descriptor leads, whole or not at all.
 *
 * In:       bytes, in one piece or in many, and a path or an open descriptor.
 * Out:      a file is written aside in the same folder, brought to the disk, then renamed over the old one. What cannot be renamed (a pipe,
 *           a terminal, a descriptor) is written at the end: until then the bytes are held, from some size on in an unlinked temporary file.
 * Includes: base/run. */
#ifndef PROFORMA_BASE_SAVE_H
#define PROFORMA_BASE_SAVE_H

#include "base/run.h"

typedef struct {
    Run *run;
    Text path;         /* of the messages; empty: a descriptor that was handed in */
    const char *name;  /* what is written in the end */
    const char *aside; /* what is renamed to it; NULL: `name` is written in place */
    int descriptor;    /* of the file aside or the temporary file; -1 when there is none yet */
    int target;        /* the descriptor that was handed in, or -1 */
    int reason;        /* errno of the first failure */
    char *held;        /* appended and not yet in a file */
    size_t count;
} Save;

/* False: [output_failed], and there is nothing to commit or abandon. */
bool save_begin(Save *out, Run *run, Text path);
void save_begin_descriptor(Save *out, Run *run, int descriptor);

/* False when it could not be written; no problem is recorded yet, and no memory of the run is used. */
bool save_append(Save *save, Text bytes);

/* One of them ends it. A failure, of an append too, is [output_failed] and leaves an old file as it was. */
bool save_commit(Save *save);
void save_abandon(Save *save);

/* All of it for a result in one piece. */
bool save_file(Run *run, Text path, Text bytes);

#endif
