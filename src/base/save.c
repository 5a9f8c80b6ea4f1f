#include "base/save.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HELD_MOST = 64 * 1024, PIECE_LARGE = 16 * 1024, WINDOW = 1024 * 1024 };

static bool failed(const Save *save, const char *doing, int reason)
{
    if (save->target >= 0)
        return problem(save->run, PROBLEM_output_failed, (Place){0}, "cannot %s the result: %s", doing, strerror(reason));
    return problem(save->run, PROBLEM_output_failed, (Place){0}, "cannot %s \"" TEXT_FORMAT "\": %s", doing, TEXT_ARGUMENTS(save->path), strerror(reason));
}

/* The first failure is kept: later ones only follow from it. */
static bool remember(Save *save)
{
    if (!save->reason)
        save->reason = errno ? errno : EIO;
    return false;
}

static bool write_all(Save *save, int descriptor, Text bytes)
{
    while (bytes.length) {
        ssize_t wrote = write(descriptor, bytes.start, bytes.length);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return remember(save);
        bytes = text_slice(bytes, (size_t)wrote, bytes.length);
    }
    return true;
}

/* --- begin --- */

static void begin(Save *out, Run *run, Text path)
{
    *out = (Save){.run = run, .path = path, .descriptor = -1, .target = -1};
    out->held = arena_allocate(run->arena, HELD_MOST);
}

static bool aside_open(Save *save, const struct stat *old)
{
    save->aside = text_format(save->run->arena, "%s.%ld.part", save->name, (long)getpid()).start;
    save->descriptor = open(save->aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (save->descriptor < 0)
        return failed(save, "write into the folder of", errno);
    if (old && fchmod(save->descriptor, old->st_mode & 0777) != 0)
        remember(save);
    return true;
}

bool save_begin(Save *out, Run *run, Text path)
{
    begin(out, run, path);
    struct stat status;
    out->name = text_zero_terminated(run->arena, path);
    bool exists = stat(out->name, &status) == 0;
    if (exists && !S_ISREG(status.st_mode))
        return true;
    char whole[PATH_MAX];
    if (exists && realpath(out->name, whole))
        out->name = text_zero_terminated(run->arena, text_of(whole)); /* what a link points to is replaced, not the link */
    return aside_open(out, exists ? &status : NULL);
}

void save_begin_descriptor(Save *out, Run *run, int descriptor)
{
    begin(out, run, (Text){0});
    out->target = descriptor;
}

/* --- append --- */

/* It has no name, so nothing is left of it however the program ends. */
static bool temporary_open(Save *save)
{
    char name[PATH_MAX];
    const char *folder = getenv("TMPDIR");
    int length = snprintf(name, sizeof name, "%s/proforma-XXXXXX", folder && *folder ? folder : "/tmp");
    if (length >= (int)sizeof name)
        errno = ENAMETOOLONG;
    save->descriptor = length < (int)sizeof name ? mkstemp(name) : -1;
    if (save->descriptor < 0)
        return remember(save);
    unlink(name);
    fcntl(save->descriptor, F_SETFD, FD_CLOEXEC);
    return true;
}

/* The file to write to, when there is one or has to be one. */
static bool file_open(Save *save)
{
    return save->descriptor >= 0 || temporary_open(save);
}

static bool flush(Save *save)
{
    Text held = {save->held, save->count};
    save->count = 0;
    return !held.length || (file_open(save) && write_all(save, save->descriptor, held));
}

/* A large piece goes to the file as it is. */
static bool large_append(Save *save, Text bytes)
{
    return !save->reason && flush(save) && file_open(save) && write_all(save, save->descriptor, bytes);
}

bool save_append(Save *save, Text bytes)
{
    if (bytes.length >= PIECE_LARGE && save->count + bytes.length > HELD_MOST)
        return large_append(save, bytes);
    while (bytes.length && !save->reason) {
        size_t room = HELD_MOST - save->count;
        Text piece = text_slice(bytes, 0, room);
        memcpy(save->held + save->count, piece.start, piece.length);
        save->count += piece.length;
        bytes = text_slice(bytes, piece.length, bytes.length);
        if (save->count == HELD_MOST)
            flush(save);
    }
    return !save->reason;
}

/* --- commit, abandon --- */

/* Without a copy of its own: a window of the temporary file after the other is mapped and written. */
static bool spool_copy(Save *save, int target)
{
    struct stat status;
    if (save->descriptor < 0)
        return write_all(save, target, (Text){save->held, save->count});
    if (!flush(save) || fstat(save->descriptor, &status) != 0)
        return remember(save);
    bool good = true;
    for (off_t at = 0; good && at < status.st_size; at += WINDOW) {
        size_t length = status.st_size - at < WINDOW ? (size_t)(status.st_size - at) : WINDOW;
        char *window = mmap(NULL, length, PROT_READ, MAP_PRIVATE, save->descriptor, at);
        if (window == MAP_FAILED)
            return remember(save);
        good = write_all(save, target, (Text){window, length});
        munmap(window, length);
    }
    return good;
}

static void spool_close(Save *save)
{
    if (save->descriptor >= 0 && close(save->descriptor) != 0)
        remember(save);
    save->descriptor = -1;
}

static bool commit_in_place(Save *save)
{
    int target = save->target >= 0 ? save->target : open(save->name, O_WRONLY | O_CLOEXEC);
    if (target < 0) {
        int reason = errno;
        spool_close(save);
        return failed(save, "open", reason);
    }
    if (!save->reason)
        spool_copy(save, target);
    spool_close(save);
    if (save->target < 0 && close(target) != 0)
        remember(save);
    return !save->reason || failed(save, "write", save->reason);
}

bool save_commit(Save *save)
{
    if (!save->aside)
        return commit_in_place(save);
    if (!save->reason && flush(save) && fsync(save->descriptor) != 0)
        remember(save);
    spool_close(save);
    if (!save->reason && rename(save->aside, save->name) != 0)
        remember(save);
    if (!save->reason)
        return true;
    unlink(save->aside);
    return failed(save, "write", save->reason);
}

void save_abandon(Save *save)
{
    spool_close(save);
    if (save->aside)
        unlink(save->aside);
    if (save->reason)
        failed(save, "write", save->reason);
}

bool save_file(Run *run, Text path, Text bytes)
{
    Save save;
    if (!save_begin(&save, run, path))
        return false;
    save_append(&save, bytes);
    return save_commit(&save);
}
