#include "study/ranks.h"

#ifdef PROFORMA_MPI

#include <mpi.h>

static struct { int count, own; } ranks = {1, 0};

/* Errors of MPI end the whole job: that is what it does with them unless told otherwise. */
void ranks_begin(void)
{
    int given;
    MPI_Init_thread(NULL, NULL, MPI_THREAD_FUNNELED, &given);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks.count);
    MPI_Comm_rank(MPI_COMM_WORLD, &ranks.own);
}

/* What a rank is about to do. When another is about to do something else, one of the two would wait for ever. */
static void agree(int next)
{
    int least[2] = {next, -next};
    MPI_Allreduce(MPI_IN_PLACE, least, 2, MPI_INT, MPI_MIN, MPI_COMM_WORLD);
    if (least[0] != -least[1])
        MPI_Abort(MPI_COMM_WORLD, 3);
}

enum { NEXT_work, NEXT_end };

void ranks_end(void)
{
    agree(NEXT_end);
    MPI_Finalize();
}

void ranks_meet(void)
{
    if (ranks.count > 1)
        agree(NEXT_work);
}

void ranks_send(const void *bytes, size_t length)
{
    MPI_Send(bytes, (int)length, MPI_BYTE, 0, 0, MPI_COMM_WORLD);
}

void ranks_receive(void *bytes, size_t length, size_t from)
{
    MPI_Recv(bytes, (int)length, MPI_BYTE, (int)from, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
}

bool ranks_follow(bool said)
{
    int word = said;
    if (ranks.count > 1)
        MPI_Bcast(&word, 1, MPI_INT, 0, MPI_COMM_WORLD);
    return word != 0;
}

size_t ranks_count(void)
{
    return (size_t)ranks.count;
}

size_t ranks_own(void)
{
    return (size_t)ranks.own;
}

#else

void ranks_begin(void)
{
}

void ranks_end(void)
{
}

void ranks_meet(void)
{
}

void ranks_send(const void *bytes, size_t length)
{
    (void)bytes, (void)length;
}

void ranks_receive(void *bytes, size_t length, size_t from)
{
    (void)bytes, (void)length, (void)from;
}

bool ranks_follow(bool said)
{
    return said;
}

size_t ranks_count(void)
{
    return 1;
}

size_t ranks_own(void)
{
    return 0;
}

#endif
