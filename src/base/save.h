/* base/save: a result becomes a file, whole or not at all.
 *
 * In:       bytes and a path.
 * Out:      the file, written aside in the same folder, brought to the disk, then renamed over the old one.
 * Includes: base/run. */
#ifndef PROFORMA_BASE_SAVE_H
#define PROFORMA_BASE_SAVE_H

#include "base/run.h"

/* A path that is there and is no regular file (a pipe, a terminal) is written in place. [output_failed] leaves the old file as it was. */
bool save_file(Run *run, Text path, Text bytes);

#endif
