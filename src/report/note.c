#include "report/note.h"

ReportNote *note_add(Arena *arena, ReportNotes *notes, Text label)
{
    ReportNote *note = list_push(arena, notes);
    *note = (ReportNote){.label = label};
    return note;
}

void note_say(Arena *arena, ReportNote *note, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    Text paragraph = text_format_list(arena, format, arguments);
    va_end(arguments);
    for (size_t i = 0; i < note->count; i++)
        if (text_equal(note->paragraphs[i], paragraph))
            return;
    note->paragraphs = arena_grow(arena, note->paragraphs, note->count, &note->capacity, sizeof *note->paragraphs);
    note->paragraphs[note->count++] = paragraph;
}
