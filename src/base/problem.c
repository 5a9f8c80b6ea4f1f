#include "base/problem.h"

#include "base/run.h"

static const struct {
    const char *name, *remedy;
    Severity severity;
} kinds[] = {
#define PROBLEM(name, severity, remedy) {#name, remedy, SEVERITY_##severity},
#include "base/problem_list.h"
#undef PROBLEM
};

const char *problem_name(ProblemKind kind)
{
    return kinds[kind].name;
}

const char *problem_remedy(ProblemKind kind)
{
    return kinds[kind].remedy;
}

static bool same_problem(const Problem *a, const Problem *b)
{
    return a->kind == b->kind && a->place.source == b->place.source && a->place.start == b->place.start && text_equal(a->message, b->message);
}

/* The slot of an equal problem, or the free one where it belongs. */
static uint32_t *slot_find(const Problems *problems, const Problem *wanted)
{
    uint32_t hash = (uint32_t)wanted->kind * 31 + wanted->place.start;
    for (size_t i = 0; i < wanted->message.length; i++)
        hash = hash * 31 + (unsigned char)wanted->message.start[i];
    size_t at = hash & (problems->slot_count - 1);
    while (problems->slots[at] && !same_problem(&problems->items[problems->slots[at] - 1], wanted))
        at = (at + 1) & (problems->slot_count - 1);
    return &problems->slots[at];
}

static void slots_enlarge(Problems *problems, Arena *arena)
{
    enum { FEWEST = 16 };
    problems->slot_count = problems->slot_count ? problems->slot_count * 2 : FEWEST;
    problems->slots = arena_array(arena, uint32_t, problems->slot_count);
    for (size_t i = 0; i < problems->count; i++)
        *slot_find(problems, &problems->items[i]) = (uint32_t)i + 1;
}

static void record(struct Run *run, Severity severity, ProblemKind kind, Place place, Text message)
{
    Problems *problems = &run->problems;
    const Problem found = {kind, severity, place, message};
    if (problems->count * 2 >= problems->slot_count)
        slots_enlarge(problems, run->arena);
    uint32_t *slot = slot_find(problems, &found);
    if (*slot)
        return; /* one cause, one message */
    *list_push(run->arena, problems) = found;
    *slot = (uint32_t)problems->count;
}

bool problem(struct Run *run, ProblemKind kind, Place place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    record(run, kinds[kind].severity, kind, place, text_format_list(run->arena, format, arguments));
    va_end(arguments);
    return false;
}

bool problem_as(struct Run *run, Severity severity, ProblemKind kind, Place place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    record(run, severity, kind, place, text_format_list(run->arena, format, arguments));
    va_end(arguments);
    return false;
}

Severity problem_gravest(const Problems *problems)
{
    Severity gravest = SEVERITY_note;
    for (size_t i = 0; i < problems->count; i++)
        if (problems->items[i].severity > gravest)
            gravest = problems->items[i].severity;
    return gravest;
}

size_t problem_count(const Problems *problems, Severity at_least)
{
    size_t count = 0;
    for (size_t i = 0; i < problems->count; i++)
        count += problems->items[i].severity >= at_least;
    return count;
}

/* The line is shown with its tabs kept and other controls and odd bytes as '?', so the caret stands under the right letter. */
static void append_excerpt(TextBuilder *out, Location where, Place place)
{
    enum { WIDEST = 160 };
    Text line = text_slice(where.line_text, 0, WIDEST);
    if (where.column > line.length + 1)
        return;
    text_append(out, TEXT("  "));
    for (size_t i = 0; i < line.length; i++) {
        char c = line.start[i];
        text_append_char(out, c == '\t' || (c >= ' ' && c <= '~') ? c : '?');
    }
    text_append(out, TEXT("\n  "));
    for (size_t i = 0; i + 1 < where.column; i++)
        text_append_char(out, line.start[i] == '\t' ? '\t' : ' ');
    size_t carets = place.end > place.start ? place.end - place.start : 1;
    size_t room = line.length + 1 > where.column ? line.length + 1 - where.column : 1;
    text_append_times(out, TEXT("^"), carets < room ? carets : room);
    text_append(out, TEXT("\n"));
}

Text problem_text(struct Run *run, const Problem *recorded)
{
    enum { LENGTH_EXPECTED = 256 };
    static const char *const words[] = {"note", "warning", "error", "error"};
    TextBuilder out = {.arena = run->arena};
    Location where = source_locate(&run->sources, run->arena, recorded->place);
    text_reserve(&out, recorded->message.length + LENGTH_EXPECTED);
    if (where.line)
        text_append_format(&out, TEXT_FORMAT ":%u:%u: ", TEXT_ARGUMENTS(where.name), where.line, where.column);
    else
        text_append(&out, TEXT("proforma: "));
    text_append_format(&out, "%s: ", words[recorded->severity]);
    text_append(&out, recorded->message);
    text_append_format(&out, " [%s]\n", kinds[recorded->kind].name);
    if (where.line)
        append_excerpt(&out, where, recorded->place);
    text_append_format(&out, "  remedy: %s\n", kinds[recorded->kind].remedy);
    return text_builder_text(&out);
}
