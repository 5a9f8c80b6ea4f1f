#include "base/run.h"

#include "base/suggest.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

Run run_beside(const Run *run, Arena *arena)
{
    Run beside = {.arena = arena, .config_folder = run->config_folder};
    for (size_t i = 0; i < run->sources.count; i++)
        *list_push(arena, &beside.sources) = run->sources.items[i];
    return beside;
}

enum { LARGEST = 1 << 30 };

static bool read_bytes(Text *out, Run *run, Text name, int descriptor, Place wanted_by)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return problem(run, PROBLEM_file_unreadable, wanted_by, "cannot read \"" TEXT_FORMAT "\": %s", TEXT_ARGUMENTS(name), strerror(errno));
    if (S_ISDIR(status.st_mode))
        return problem(run, PROBLEM_file_is_folder, wanted_by, "\"" TEXT_FORMAT "\" is a folder", TEXT_ARGUMENTS(name));
    if (status.st_size >= LARGEST)
        return problem(run, PROBLEM_file_too_large, wanted_by, "\"" TEXT_FORMAT "\" has 1 GiB or more", TEXT_ARGUMENTS(name));
    size_t capacity = status.st_size > 0 ? (size_t)status.st_size + 1 : 64 * 1024, count = 0;
    char *bytes = arena_allocate(run->arena, capacity);
    for (;;) {
        ssize_t got = read(descriptor, bytes + count, capacity - count);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return problem(run, PROBLEM_file_unreadable, wanted_by, "cannot read \"" TEXT_FORMAT "\": %s", TEXT_ARGUMENTS(name), strerror(errno));
        if (got == 0)
            break;
        count += (size_t)got;
        if (count >= LARGEST)
            return problem(run, PROBLEM_file_too_large, wanted_by, "\"" TEXT_FORMAT "\" has 1 GiB or more", TEXT_ARGUMENTS(name));
        bytes = arena_grow(run->arena, bytes, count, &capacity, 1);
    }
    *out = (Text){bytes, count};
    return true;
}

/* --- the file that a wrong name could have meant --- */

typedef struct {
    Text *items;
    size_t count, capacity;
} Names;

static int name_order(const void *a, const void *b)
{
    return text_compare(*(const Text *)a, *(const Text *)b);
}

/* Sorted, since the order of a folder is that of chance. */
static Names files_beside(Run *run, Text path)
{
    Names names = {0};
    DIR *folder = opendir(text_zero_terminated(run->arena, path_beside(run->arena, path, TEXT("."))));
    for (struct dirent *entry; folder && (entry = readdir(folder));)
        if (entry->d_name[0] != '.')
            *list_push(run->arena, &names) = text_copy(run->arena, text_of(entry->d_name));
    if (folder)
        closedir(folder);
    if (names.count)
        qsort(names.items, names.count, sizeof *names.items, name_order);
    return names;
}

static bool file_missing(Run *run, Text path, Place wanted_by)
{
    size_t name = path.length;
    while (name > 0 && path.start[name - 1] != '/')
        name--;
    Names names = files_beside(run, path);
    Text near = nearest_name(text_slice(path, name, path.length), names.items, names.count);
    return problem(run, PROBLEM_file_missing, wanted_by, "there is no file \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(path),
                   TEXT_ARGUMENTS(suggest(run->arena, near)));
}

bool run_read_file(const Source **out, Run *run, Text name, Text path, Place wanted_by)
{
    for (size_t i = 0; i < run->sources.count; i++)
        if (text_equal(run->sources.items[i]->path, path)) {
            *out = run->sources.items[i];
            return true;
        }
    int descriptor = open(text_zero_terminated(run->arena, path), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0 && (errno == ENOENT || errno == ENOTDIR))
        return file_missing(run, path, wanted_by);
    if (descriptor < 0)
        return problem(run, PROBLEM_file_unreadable, wanted_by, "cannot open \"" TEXT_FORMAT "\": %s", TEXT_ARGUMENTS(path), strerror(errno));
    Text bytes = {0};
    bool good = read_bytes(&bytes, run, name, descriptor, wanted_by);
    close(descriptor);
    if (!good)
        return false;
    if (text_trim(bytes).length == 0)
        return problem(run, PROBLEM_file_empty, wanted_by, "\"" TEXT_FORMAT "\" is empty", TEXT_ARGUMENTS(name));
    if (text_find_char(bytes, '\0', 0) < bytes.length)
        return problem(run, PROBLEM_file_binary, wanted_by, "\"" TEXT_FORMAT "\" is not a text: it holds a NUL byte", TEXT_ARGUMENTS(name));
    *out = source_add(&run->sources, run->arena, name, path, bytes);
    return true;
}

Text path_beside(Arena *arena, Text beside, Text file)
{
    if (text_starts_with(file, TEXT("/")))
        return file;
    size_t end = beside.length;
    while (end > 0 && beside.start[end - 1] != '/')
        end--;
    return text_format(arena, TEXT_FORMAT TEXT_FORMAT, (int)end, beside.start, TEXT_ARGUMENTS(file));
}
