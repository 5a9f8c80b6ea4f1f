/* Reading order: the state, blanks and comments, texts, numbers and words, names, values in brackets, includes, the whole. */
#include "base/guard.h"

#include "base/literal.h"

#include <string.h>
#include <sys/stat.h>

/* The files that are being read, innermost first. A file is known by its device and inode: two paths may name one file. */
typedef struct Including {
    const Source *source;
    const struct Including *by;
    dev_t device;
    ino_t inode;
    int depth;
} Including;

typedef struct {
    Run *run;
    Guarded *out;
    TextBuilder text;
    const Source *source;
    const char *at, *end;
    const Including *including;
    size_t scanned; /* bytes, of all files */
    int depth;      /* of brackets */
    Place run_on;   /* the last text that holds an end of line: often one whose closing quote was forgotten */
    bool good; /* false after a problem that does not stop the reading */
} Guard;

typedef struct {
    uint32_t last; /* its last name: 1 + index of the setting; 0 for none */
    size_t children;
} Group;

static Place place_between(const Guard *guard, const char *from, const char *to)
{
    const char *start = guard->source->bytes.start;
    return (Place){guard->source->number, (uint32_t)(from - start), (uint32_t)(to - start)};
}

static Place place_here(const Guard *guard)
{
    return place_between(guard, guard->at, guard->at < guard->end ? guard->at + 1 : guard->at);
}

/* A forgotten quote shows only where the next text begins, so the blame goes to the text that ran on to this line. */
static bool syntax_problem(Guard *guard, Place place, const char *message)
{
    Place blame = guard->run_on;
    Text bytes = guard->source->bytes;
    if (blame.source == place.source && place.start >= blame.end && text_find_char(text_slice(bytes, 0, place.start), '\n', blame.end) == place.start) {
        blame.end = (uint32_t)text_find_char(bytes, '\n', blame.start);
        return problem(guard->run, PROBLEM_setting_syntax, blame, "the closing quote of this text is missing");
    }
    return problem(guard->run, PROBLEM_setting_syntax, place, "%s", message);
}

/* What is copied into the text for libconfig: all but blanks, comments and signs that may be left out. */
static void copy(Guard *guard, const char *from, const char *to)
{
    text_append(&guard->text, (Text){from, (size_t)(to - from)});
}

/* ---- blanks and comments ---- */

static bool skip_comment(Guard *guard)
{
    const char *start = guard->at;
    if (start[0] == '#' || start[1] == '/') {
        const char *close = memchr(start, '\n', (size_t)(guard->end - start));
        guard->at = close ? close : guard->end;
        return true;
    }
    Text rest = {start + 2, (size_t)(guard->end - start - 2)};
    size_t close = text_find(rest, TEXT("*/"), 0);
    if (close == rest.length)
        return problem(guard->run, PROBLEM_comment_unclosed, place_between(guard, start, start + 2), "this comment is not closed");
    guard->at = rest.start + close + 2;
    return true;
}

static bool skip_blank(Guard *guard)
{
    const char *at = guard->at, *end = guard->end;
    for (;;) {
        while (at < end && (*at == ' ' || (*at >= '\t' && *at <= '\r' && *at != '\v')))
            at++;
        guard->at = at;
        bool slashes = at + 1 < end && at[0] == '/' && (at[1] == '/' || at[1] == '*');
        if (at == end || (*at != '#' && !slashes))
            return true;
        if (!skip_comment(guard))
            return false;
        at = guard->at;
    }
}

/* The next character that is no blank; 0 at the end of the file. */
static char peek(const Guard *guard)
{
    return guard->at < guard->end ? *guard->at : '\0';
}

static bool take(Guard *guard, char wanted)
{
    if (peek(guard) != wanted)
        return false;
    guard->at++;
    return true;
}

/* ---- texts ---- */

static const char *find_before(const char *from, const char *end, char wanted)
{
    const char *found = memchr(from, wanted, (size_t)(end - from));
    return found ? found : end;
}

static bool literal_read(Guard *guard)
{
    const char *start = guard->at, *end = guard->end;
    const char *close = find_before(start + 1, end, '"'), *escape = find_before(start + 1, close, '\\');
    while (escape < close && escape + 1 < end) {
        if (end - escape >= 4 && memcmp(escape, "\\x00", 4) == 0)
            return problem(guard->run, PROBLEM_setting_syntax, place_between(guard, escape, escape + 4), "\\x00 would cut the text");
        if (escape + 1 == close)
            close = find_before(close + 1, end, '"');
        escape = find_before(escape + 2, close, '\\');
    }
    if (close == end)
        return syntax_problem(guard, place_between(guard, start, start + 1), "the closing quote of this text is missing");
    guard->at = close + 1;
    if (find_before(start, close, '\n') < close)
        guard->run_on = place_between(guard, start, guard->at);
    return true;
}

static bool text_read(Guard *guard, const char **end)
{
    do {
        const char *start = guard->at;
        if (!literal_read(guard))
            return false;
        *end = guard->at;
        copy(guard, start, *end);
        if (!skip_blank(guard))
            return false;
    } while (peek(guard) == '"');
    return true;
}

/* ---- numbers and words ---- */

/* Does a setting begin with this word, where the value of the one before it is due? */
static bool begins_setting(const Guard *guard, Text word)
{
    const char *at = word.start + word.length;
    while (at < guard->end && char_is_blank(*at))
        at++;
    return at < guard->end && *at == '=' && (char_is_letter(word.start[0]) || word.start[0] == '*');
}

static bool word_refused(Guard *guard, Text word, Place place, Place name)
{
    if (word.length == 0)
        return syntax_problem(guard, place_here(guard), "a value is missing here");
    if (begins_setting(guard, word))
        return syntax_problem(guard, name.end > name.start ? name : place, "a value is missing after this; a group of settings begins with {");
    Text shown = text_slice(word, 0, 40);
    if (char_is_letter(word.start[0]) || word.start[0] == '_')
        return problem(guard->run, PROBLEM_setting_syntax, place, "a text stands in double quotes: \"" TEXT_FORMAT "\"", TEXT_ARGUMENTS(shown));
    return problem(guard->run, PROBLEM_setting_syntax, place, "\"" TEXT_FORMAT "\" is no number; a text stands in double quotes", TEXT_ARGUMENTS(shown));
}

static void misread_problem(Guard *guard, Text word, Place place, LiteralKind kind)
{
    if (kind == LITERAL_real)
        guard->good = problem(guard->run, PROBLEM_real_misread, place, "the number is outside what can be kept: " TEXT_FORMAT, TEXT_ARGUMENTS(word));
    else
        guard->good = problem(guard->run, PROBLEM_integer_misread, place, "the integer " TEXT_FORMAT " does not fit into %d bits",
                              TEXT_ARGUMENTS(word), kind == LITERAL_long ? 64 : 32);
}

static bool word_read(LiteralKind *out, Guard *guard, Place name)
{
    Text word = {guard->at, (size_t)(guard->end - guard->at)};
    word.length = literal_length(word);
    Place place = place_between(guard, word.start, word.start + word.length);
    bool misread;
    *out = literal_kind(guard->run->arena, word, &misread);
    if (*out == LITERAL_none)
        return word_refused(guard, word, place, name);
    guard->at += word.length;
    if (memchr("-+*\"", peek(guard), 4))
        return syntax_problem(guard, place_here(guard), "this cannot follow a value; a text stands in double quotes");
    if (misread)
        misread_problem(guard, word, place, *out);
    copy(guard, word.start, word.start + word.length);
    return true;
}

/* ---- names ---- */

/* Names of a group are compared one by one, as libconfig does it too; GUARD_WIDEST keeps that short. */
static void name_remember(Guard *guard, Group *group, GuardedSetting *setting)
{
    Text name = source_text(&guard->run->sources, setting->name);
    for (uint32_t at = group->last; at; at = guard->out->items[at - 1].before) {
        const GuardedSetting *other = &guard->out->items[at - 1];
        if (other->hash != setting->hash || !text_equal(source_text(&guard->run->sources, other->name), name))
            continue;
        Location first = source_locate(&guard->run->sources, guard->run->arena, other->name);
        guard->good = problem(guard->run, PROBLEM_duplicate_key, setting->name, "\"" TEXT_FORMAT "\" stands in this group already, at " TEXT_FORMAT ":%u",
                              TEXT_ARGUMENTS(name), TEXT_ARGUMENTS(first.name), first.line);
        return;
    }
    setting->before = group->last;
    group->last = (uint32_t)guard->out->count + 1;
}

static bool is_name_char(char c)
{
    return char_is_letter(c) || c == '_' || char_is_digit(c) || c == '-' || c == '*';
}

static bool name_read(GuardedSetting *out, Guard *guard)
{
    const char *start = guard->at, *at = start;
    if (!char_is_letter(peek(guard)) && peek(guard) != '*')
        return syntax_problem(guard, place_here(guard), "a setting begins with a name here, which begins with a letter");
    for (; at < guard->end && is_name_char(*at); at++)
        out->hash = out->hash * 31 + (unsigned char)*at;
    guard->at = at;
    out->name = place_between(guard, start, at);
    Text name = {start, (size_t)(at - start)};
    if (text_equal_ignoring_case(name, TEXT("true")) || text_equal_ignoring_case(name, TEXT("false")))
        return problem(guard->run, PROBLEM_setting_syntax, out->name, "\"" TEXT_FORMAT "\" cannot be a name", TEXT_ARGUMENTS(name));
    return true;
}

/* ---- values in brackets ---- */

static bool group_read(Guard *guard, Group *group);
static bool value_read(LiteralKind *out, Guard *guard, GuardedSetting setting);

static bool too_large(Guard *guard, Place place, const char *what, int most)
{
    return problem(guard->run, PROBLEM_settings_too_large, place, "%s: more than %d", what, most);
}

static bool is_opening(char c)
{
    return c == '{' || c == '(' || c == '[';
}

static bool bracket_open(Guard *guard, Place place)
{
    guard->at++;
    return ++guard->depth <= GUARD_DEEPEST || too_large(guard, place, "brackets inside brackets", GUARD_DEEPEST);
}

static bool bracket_close(Guard *guard, Place opened, char close)
{
    guard->depth--;
    text_append_char(&guard->text, close);
    if (take(guard, close))
        return true;
    if (guard->at == guard->end)
        return syntax_problem(guard, opened, "this bracket is not closed");
    return syntax_problem(guard, place_here(guard), close == ']' ? "a comma or ] is missing here" : "a comma or ) is missing here");
}

/* libconfig takes no comma after the last element, and in [ ] only scalars of one type. */
static bool elements_read(Guard *guard, char close)
{
    LiteralKind first = LITERAL_none, kind = LITERAL_none;
    for (size_t count = 0;; count++) {
        if (!skip_blank(guard))
            return false;
        if (guard->at == guard->end)
            return true; /* bracket_close tells which one is open */
        if (peek(guard) == close)
            return count == 0 || syntax_problem(guard, place_here(guard), "an element is missing after the comma");
        Place here = place_here(guard);
        if (close == ']' && is_opening(peek(guard)))
            return syntax_problem(guard, here, "brackets inside [ ] are not allowed; write ( ) around a list of them");
        if (!value_read(&kind, guard, (GuardedSetting){.name = {here.source, here.start, here.start}}))
            return false;
        if (close == ']' && count && kind != first)
            return syntax_problem(guard, here, "the elements of [ ] are of one type; write 1.0 for 1 among reals, or ( ) for a list of several types");
        first = kind;
        if (!skip_blank(guard))
            return false;
        if (!take(guard, ','))
            return true;
        text_append_char(&guard->text, ',');
    }
}

static bool brackets_read(Guard *guard)
{
    char opening = peek(guard);
    Place place = place_here(guard);
    if (!bracket_open(guard, place))
        return false;
    text_append_char(&guard->text, opening);
    Group group = {0};
    if (opening == '{')
        return group_read(guard, &group) && bracket_close(guard, place, '}');
    char close = opening == '(' ? ')' : ']';
    return elements_read(guard, close) && bracket_close(guard, place, close);
}

/* `out`: the type of a scalar; LITERAL_none for a text. */
static bool value_read(LiteralKind *out, Guard *guard, GuardedSetting setting)
{
    const char *start = guard->at, *end = start + 1;
    size_t index = guard->out->count;
    setting.value = place_here(guard);
    setting.opening = peek(guard);
    setting.written = (uint32_t)guard->text.count;
    *out = LITERAL_none;
    *list_push(guard->run->arena, guard->out) = setting;
    if (is_opening(setting.opening))
        return brackets_read(guard);
    bool good = setting.opening == '"' ? text_read(guard, &end) : word_read(out, guard, setting.name);
    if (good)
        guard->out->items[index].value = place_between(guard, start, setting.opening == '"' ? end : guard->at);
    return good;
}

static bool setting_read(Guard *guard, Group *group)
{
    GuardedSetting setting = {0};
    LiteralKind kind;
    if (!name_read(&setting, guard) || !skip_blank(guard))
        return false;
    if (!take(guard, '=') && !take(guard, ':'))
        return syntax_problem(guard, setting.name, "a name is followed by = and a value; this one is not");
    if (++group->children > GUARD_WIDEST)
        return too_large(guard, setting.name, "settings in one group", GUARD_WIDEST);
    name_remember(guard, group, &setting);
    text_append_char(&guard->text, '\n');
    text_append(&guard->text, source_text(&guard->run->sources, setting.name));
    text_append_char(&guard->text, '=');
    if (!skip_blank(guard) || !value_read(&kind, guard, setting) || !skip_blank(guard))
        return false;
    if (!take(guard, ';'))
        take(guard, ',');
    return true;
}

/* ---- includes ---- */

static bool source_begin(Guard *guard, const Source *source)
{
    Text bytes = source->bytes;
    if (text_starts_with(bytes, TEXT("\xEF\xBB\xBF")))
        return problem(guard->run, PROBLEM_byte_order_mark, (Place){source->number, 0, 3}, "\"" TEXT_FORMAT "\" begins with a byte order mark", TEXT_ARGUMENTS(source->name));
    guard->scanned += bytes.length;
    if (guard->scanned > GUARD_LONGEST)
        return too_large(guard, (Place){source->number, 0, 0}, "bytes of settings", GUARD_LONGEST);
    guard->source = source;
    guard->at = bytes.start;
    guard->end = bytes.start + bytes.length;
    return true;
}

/* "a.cfg -> b.cfg -> c.cfg", the outermost first. */
static Text chain_text(const Guard *guard)
{
    Text chain = guard->source->name;
    for (const Including *file = guard->including->by; file; file = file->by)
        chain = text_format(guard->run->arena, TEXT_FORMAT " -> " TEXT_FORMAT, TEXT_ARGUMENTS(file->source->name), TEXT_ARGUMENTS(chain));
    return chain;
}

static bool include_loop(Guard *guard, const Including *file, Text name, Place place)
{
    Text chain = chain_text(guard);
    if (file->depth > GUARD_DEEPEST_INCLUDE)
        return !problem(guard->run, PROBLEM_include_loop, place, "files include files more than %d deep: " TEXT_FORMAT, GUARD_DEEPEST_INCLUDE, TEXT_ARGUMENTS(chain));
    for (const Including *outer = file->by; outer && file->inode; outer = outer->by)
        if (outer->device == file->device && outer->inode == file->inode)
            return !problem(guard->run, PROBLEM_include_loop, place, "files include each other: " TEXT_FORMAT " -> " TEXT_FORMAT, TEXT_ARGUMENTS(chain), TEXT_ARGUMENTS(name));
    return false;
}

/* Finds the file that an @include names. A pipe or a device could keep the program waiting for ever, so its kind is looked at first. */
static bool include_open(Including *out, Guard *guard, Text file, Place place)
{
    Arena *arena = guard->run->arena;
    Text name = path_beside(arena, guard->source->name, file), path = path_beside(arena, guard->source->path, file);
    struct stat status;
    bool there = stat(text_zero_terminated(arena, path), &status) == 0;
    if (there && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode))
        return problem(guard->run, PROBLEM_file_unreadable, place, "\"" TEXT_FORMAT "\" is not a file of text", TEXT_ARGUMENTS(name));
    *out = (Including){NULL, guard->including, there ? status.st_dev : 0, there ? status.st_ino : 0, guard->including->depth + 1};
    if (include_loop(guard, out, name, place))
        return false;
    return run_read_file(&out->source, guard->run, name, path, place);
}

/* Reads another file into the same group, then goes on behind the @include. */
static bool include_read(Guard *guard, Group *group, Text file, Place place)
{
    Including inner;
    if (!include_open(&inner, guard, file, place))
        return false;
    const Including *outer = guard->including;
    const char *at = guard->at, *end = guard->end;
    guard->including = &inner;
    if (!source_begin(guard, inner.source))
        return false;
    if (!group_read(guard, group))
        return false;
    if (guard->at < guard->end)
        return syntax_problem(guard, place_here(guard), "this bracket closes nothing that was opened in this file");
    guard->including = outer;
    guard->source = outer->source;
    guard->at = at;
    guard->end = end;
    return true;
}

static bool include_line(Guard *guard, Group *group)
{
    Text word = TEXT("@include");
    const char *start = guard->at;
    if (!text_starts_with((Text){start, (size_t)(guard->end - start)}, word))
        return syntax_problem(guard, place_here(guard), "only @include \"file\" begins with @");
    guard->at += word.length;
    if (!skip_blank(guard))
        return false;
    const char *quote = guard->at;
    if (peek(guard) != '"')
        return syntax_problem(guard, place_between(guard, start, start + word.length), "@include is followed by the name of a file in double quotes");
    if (!literal_read(guard))
        return false;
    Place place = place_between(guard, quote, guard->at);
    Text file = text_slice(guard->source->bytes, place.start + 1, place.end - 1);
    return include_read(guard, group, file, place);
}

/* Settings up to the bracket that closes the group, or to the end of the file. */
static bool group_read(Guard *guard, Group *group)
{
    for (;;) {
        if (!skip_blank(guard))
            return false;
        if (guard->at == guard->end || *guard->at == '}')
            return true;
        if (!(*guard->at == '@' ? include_line(guard, group) : setting_read(guard, group)))
            return false;
    }
}

/* ---- the whole ---- */

bool guard_read(Guarded *out, Run *run, const Source *source)
{
    struct stat status = {0};
    stat(text_zero_terminated(run->arena, source->path), &status);
    *out = (Guarded){0};
    Including root = {source, NULL, status.st_dev, status.st_ino, 0};
    Guard guard = {.run = run, .out = out, .text = {.arena = run->arena}, .including = &root, .good = true};
    guard.text.capacity = source->bytes.length + 2; /* enough when nothing is included */
    guard.text.items = arena_allocate(run->arena, guard.text.capacity);
    out->capacity = source->bytes.length / 32 + 8; /* so many settings such a file may well have */
    out->items = arena_array(run->arena, GuardedSetting, out->capacity);
    Group group = {0};
    if (!source_begin(&guard, source) || !group_read(&guard, &group))
        return false;
    if (guard.at < guard.end)
        return syntax_problem(&guard, place_here(&guard), "this bracket closes nothing");
    text_append_char(&guard.text, '\0');
    out->text = guard.text.items;
    return guard.good;
}

Place guarded_line(const Guarded *guarded, uint32_t line)
{
    const char *at = guarded->text;
    for (; line > 1 && *at; at++)
        line -= *at == '\n';
    while (*at && *at != '\n')
        at++;
    size_t next = 0;
    while (next < guarded->count && guarded->items[next].written <= (size_t)(at - guarded->text))
        next++;
    return next ? guarded->items[next - 1].value : (Place){0};
}
