/* The values of a name for which a figure has the wanted value: what was asked, each root with its lines, the figure's range, remarks. */
#include "report/write_text.h"

enum { LABEL = 12 };

static void append_line(TextBuilder *out, Text label, Text words)
{
    text_append(out, TEXT("    "));
    append_padded(out, label, LABEL);
    text_append(out, words);
    end_line(out);
}

static void append_root(TextBuilder *out, const SolutionReport *solution, const SolutionRoot *root)
{
    text_append_format(out, TEXT_FORMAT " = " TEXT_FORMAT " " TEXT_FORMAT "\n", TEXT_ARGUMENTS(solution->name), TEXT_ARGUMENTS(root->at), TEXT_ARGUMENTS(solution->unit));
    for (size_t i = 0; i < root->lines.count; i++)
        append_line(out, root->lines.items[i].label, root->lines.items[i].words);
    end_line(out);
}

Text text_solution(Arena *arena, const SolutionReport *solution)
{
    TextBuilder out = {.arena = arena};
    text_append_format(&out, TEXT_FORMAT "\n\n", TEXT_ARGUMENTS(solution->title));
    text_append_format(&out, TEXT_FORMAT " = " TEXT_FORMAT " " TEXT_FORMAT "\n", TEXT_ARGUMENTS(solution->figure), TEXT_ARGUMENTS(solution->wanted),
                       TEXT_ARGUMENTS(solution->figure_unit));
    text_append_format(&out, "for " TEXT_FORMAT " from " TEXT_FORMAT " to " TEXT_FORMAT ": " TEXT_FORMAT "\n\n", TEXT_ARGUMENTS(solution->name), TEXT_ARGUMENTS(solution->low),
                       TEXT_ARGUMENTS(solution->high), TEXT_ARGUMENTS(solution->says));
    for (size_t i = 0; i < solution->roots.count; i++)
        append_root(&out, solution, &solution->roots.items[i]);
    text_append(&out, TEXT("The figure elsewhere\n"));
    if (solution->base.length && solution->base_value.length)
        append_line(&out, TEXT("base case"), text_format(arena, TEXT_FORMAT " at " TEXT_FORMAT, TEXT_ARGUMENTS(solution->base_value), TEXT_ARGUMENTS(solution->base)));
    append_line(&out, TEXT("least"), text_format(arena, TEXT_FORMAT " at " TEXT_FORMAT, TEXT_ARGUMENTS(solution->least), TEXT_ARGUMENTS(solution->least_at)));
    append_line(&out, TEXT("largest"), text_format(arena, TEXT_FORMAT " at " TEXT_FORMAT, TEXT_ARGUMENTS(solution->largest), TEXT_ARGUMENTS(solution->largest_at)));
    for (size_t i = 0; i < solution->remarks.count; i++)
        text_append_format(&out, "\n" TEXT_FORMAT "\n", TEXT_ARGUMENTS(solution->remarks.items[i]));
    return text_builder_text(&out);
}
