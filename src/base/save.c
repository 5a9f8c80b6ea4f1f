#include "base/save.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool failed(Run *run, Text path, const char *doing)
{
    return problem(run, PROBLEM_output_failed, (Place){0}, "cannot %s \"" TEXT_FORMAT "\": %s", doing, TEXT_ARGUMENTS(path), strerror(errno));
}

static bool write_all(int descriptor, Text bytes)
{
    while (bytes.length) {
        ssize_t wrote = write(descriptor, bytes.start, bytes.length);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return false;
        bytes = text_slice(bytes, (size_t)wrote, bytes.length);
    }
    return true;
}

static bool save_in_place(Run *run, Text path, const char *name, Text bytes)
{
    int descriptor = open(name, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        return failed(run, path, "open");
    bool good = write_all(descriptor, bytes);
    int reason = errno;
    good = close(descriptor) == 0 && good;
    if (!good && reason)
        errno = reason;
    return good || failed(run, path, "write");
}

bool save_file(Run *run, Text path, Text bytes)
{
    const char *name = text_zero_terminated(run->arena, path);
    struct stat status;
    bool exists = stat(name, &status) == 0;
    if (exists && !S_ISREG(status.st_mode))
        return save_in_place(run, path, name, bytes);

    char whole[PATH_MAX];
    if (exists && realpath(name, whole))
        name = whole; /* what a link points to is replaced, not the link */
    const char *aside = text_format(run->arena, "%s.%ld.part", name, (long)getpid()).start;
    int descriptor = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return failed(run, path, "write beside");
    bool good = (!exists || fchmod(descriptor, status.st_mode & 0777) == 0) && write_all(descriptor, bytes) && fsync(descriptor) == 0;
    int reason = errno;
    good = close(descriptor) == 0 && good;
    if (good && rename(aside, name) == 0)
        return true;
    if (!good && reason)
        errno = reason;
    failed(run, path, "write");
    unlink(aside);
    return false;
}
