/* A solution as JSON: what was asked, the figure over the bounds, and a list of roots. */
#include "report/write_json.h"

static void fill_point(Json into, const char *name, Text at, Text value)
{
    Json point = json_add_object(into, name);
    json_add_number(point, "at", at);
    json_add_number(point, "value", value);
}

static void fill_root(Json list, const SolutionRoot *root)
{
    Json object = json_add_object(list, NULL);
    json_add_text(object, "kind", root->kind);
    json_add_number(object, "at", root->at);
    json_add_number(object, "value", root->value);
    json_add_number(object, "slope", root->slope);
    json_add_number(object, "low", root->low);
    json_add_number(object, "high", root->high);
    json_add_number(object, "width", root->width);
    json_add_count(object, "passes", root->passes);
    if (root->before.length) {
        json_add_number(object, "before", root->before);
        json_add_number(object, "after", root->after);
    }
    if (root->kink.length) {
        Json kink = json_add_object(object, "kink");
        json_add_number(kink, "at", root->kink);
        json_add_number(kink, "slope_below", root->slope_below);
        json_add_number(kink, "slope_above", root->slope_above);
    }
}

static void fill_solution(Json object, const void *what)
{
    const SolutionReport *solution = what;
    json_add_text(object, "title", solution->title);
    json_add_text(object, "vary", solution->name);
    json_add_text_or_null(object, "unit", solution->unit);
    json_add_number(object, "low", solution->low);
    json_add_number(object, "high", solution->high);
    json_add_text(object, "for", solution->figure);
    json_add_text_or_null(object, "figure_unit", solution->figure_unit);
    json_add_number(object, "wanted", solution->wanted);
    fill_point(object, "base", solution->base, solution->base_value);
    fill_point(object, "least", solution->least_at, solution->least);
    fill_point(object, "largest", solution->largest_at, solution->largest);
    fill_point(object, "nearest", solution->nearest_at, solution->nearest);
    json_add_count(object, "points", solution->points);
    json_add_count(object, "blank", solution->blank);
    Json roots = json_add_list(object, "roots");
    for (size_t i = 0; i < solution->roots.count; i++)
        fill_root(roots, &solution->roots.items[i]);
    json_add_texts(object, "remarks", solution->remarks.items, solution->remarks.count);
}

Text json_solution(Arena *arena, const SolutionReport *solution)
{
    return text_format(arena, TEXT_FORMAT "\n", TEXT_ARGUMENTS(json_piece(arena, JSON_indented, fill_solution, solution)));
}
