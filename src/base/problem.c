#include "base/problem.h"

#include "base/character.h"

#include "base/run.h"

static const struct {
    const char *name;
    Severity severity;
    const char *ending; /* the last lines of a message */
    const char *note;   /* those of a note: without the rule */
} kinds[] = {
#define PROBLEM(name, severity, rule, remedy) {#name, SEVERITY_##severity, "  rule: " rule "\n  remedy: " remedy "\n", "  remedy: " remedy "\n"},
#include "base/problem_list.h"
#undef PROBLEM
};

const char *problem_name(ProblemKind kind)
{
    return kinds[kind].name;
}

Severity problem_severity(ProblemKind kind)
{
    return kinds[kind].severity;
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
static void append_line(TextBuilder *out, Text line)
{
    text_append(out, TEXT("  "));
    for (size_t i = 0; i < line.length; i++) {
        char c = line.start[i];
        text_append_char(out, c == '\t' || (c >= ' ' && c <= '~') ? c : '?');
    }
    text_append(out, TEXT("\n"));
}

static Text caret_under(Arena *arena, Text line, uint32_t column, Place place)
{
    TextBuilder out = {.arena = arena};
    text_append(&out, TEXT("  "));
    for (size_t i = 0; i + 1 < column; i++)
        text_append_char(&out, line.start[i] == '\t' ? '\t' : ' ');
    size_t carets = place.end > place.start ? place.end - place.start : 1;
    size_t room = line.length + 1 > column ? line.length + 1 - column : 1;
    text_append_times(&out, TEXT("^"), carets < room ? carets : room);
    return text_builder_text(&out);
}

ProblemParts problem_parts(struct Run *run, const Problem *recorded)
{
    enum { WIDEST = 160 };
    static const char *const words[] = {"note", "warning", "error", "error"};
    Arena *arena = run->arena;
    Location where = source_locate(&run->sources, arena, recorded->place);
    Text line = text_slice(where.line_text, 0, WIDEST), name = text_visible(arena, where.name, false);
    ProblemParts parts = {.place = TEXT("proforma: "), .severity = text_of(words[recorded->severity]), .caret = TEXT("")};
    TextBuilder message = {.arena = arena};
    Text said = text_visible(arena, recorded->message, true);
    text_append_format(&message, ": " TEXT_FORMAT " [%s]\n", TEXT_ARGUMENTS(said), kinds[recorded->kind].name);
    if (where.line)
        parts.place = text_format(arena, TEXT_FORMAT ":%u:%u: ", TEXT_ARGUMENTS(name), where.line, where.column);
    if (where.line && where.column <= line.length + 1) {
        append_line(&message, line);
        parts.caret = caret_under(arena, line, where.column, recorded->place);
    }
    parts.message = text_builder_text(&message);
    bool note = recorded->severity == SEVERITY_note;
    parts.remedy = text_of(note ? kinds[recorded->kind].note : kinds[recorded->kind].ending);
    return parts;
}

Text problem_text(struct Run *run, const Problem *recorded)
{
    ProblemParts parts = problem_parts(run, recorded);
    TextBuilder out = {.arena = run->arena};
    text_append(&out, parts.place);
    text_append(&out, parts.severity);
    text_append(&out, parts.message);
    text_append(&out, parts.caret);
    text_append(&out, parts.caret.length ? TEXT("\n") : TEXT(""));
    text_append(&out, parts.remedy);
    return text_builder_text(&out);
}

ProblemParts problem_out_of_memory(void)
{
    return (ProblemParts){TEXT("proforma: "), TEXT("error"), TEXT(": memory ended [out_of_memory]\n"), TEXT(""), text_of(kinds[PROBLEM_out_of_memory].ending)};
}
