/* study/ranks: the processes that do one study together, when the program was built for MPI and started by mpirun; else there is one.
 *
 * In:       nothing; every rank is given the same command line and reads the same files.
 * Out:      which of how many ranks this process is; bytes from any rank to the first; a word of the first to all.
 * Includes: nothing of the project. MPI is used in ranks.c and nowhere else.
 *
 * The first rank, number 0, alone has results. All of this is called by one thread of the process. A rank that ends, is killed or comes to a
 * study that the others do not come to takes the whole job down with it, so that nobody waits for it and no result lacks its part. */
#ifndef PROFORMA_STUDY_RANKS_H
#define PROFORMA_STUDY_RANKS_H

#include <stdbool.h>
#include <stddef.h>

/* Once in a process each: before anything else, and after everything else that is shared. */
void ranks_begin(void);
void ranks_end(void);

size_t ranks_count(void);
size_t ranks_own(void);

/* All ranks are about to begin the same piece of work. */
void ranks_meet(void);
void ranks_send(const void *bytes, size_t length); /* to the first rank */
void ranks_receive(void *bytes, size_t length, size_t from);
/* What the first rank says is what every rank gets. */
bool ranks_follow(bool said);

#endif
