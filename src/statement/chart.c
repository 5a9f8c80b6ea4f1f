/* Reading order: names of bases, look-ups of lines, the charts of a run. */
#include "statement/chart_build.h"
#include "statement/chart_merge.h"

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

Text basis_name(Basis basis)
{
    return basis == BASIS_non_gaap ? TEXT("non_gaap") : TEXT("gaap");
}

bool basis_from_name(Basis *out, Text name)
{
    for (Basis basis = BASIS_gaap; basis < BASIS_COUNT; basis++)
        if (text_equal(name, basis_name(basis))) {
            *out = basis;
            return true;
        }
    return false;
}

Text basis_suggest(Arena *arena, Text name)
{
    Text names[BASIS_COUNT];
    for (Basis basis = BASIS_gaap; basis < BASIS_COUNT; basis++)
        names[basis] = basis_name(basis);
    return suggest_among(arena, name, names, BASIS_COUNT);
}

/* --- names --- */

LineId *chart_name_slot(const Chart *chart, Text name)
{
    const struct NameIndex *names = chart->names;
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < name.length; i++)
        hash = (hash ^ (uint8_t)name.start[i]) * 16777619u;
    size_t at = (hash ^ hash >> 15) & names->mask;
    while (names->slots[at] != LINE_NONE && !text_equal(chart->lines[names->slots[at]].name, name))
        at = (at + 1) & names->mask;
    return &names->slots[at];
}

LineId chart_line(const Chart *chart, Text name)
{
    if (chart->names)
        return *chart_name_slot(chart, name);
    for (size_t i = 0; i < chart->line_count; i++) /* a chart made by hand has no index */
        if (text_equal(chart->lines[i].name, name))
            return (LineId)i;
    return LINE_NONE;
}

int chart_statement(const Chart *chart, Text name)
{
    for (size_t i = 0; i < chart->statement_count; i++)
        if (text_equal(chart->statements[i].name, name))
            return (int)i;
    return -1;
}

Text chart_suggest_statement(const Chart *chart, Arena *arena, Text name)
{
    Text *names = arena_array(arena, Text, chart->statement_count);
    for (size_t i = 0; i < chart->statement_count; i++)
        names[i] = chart->statements[i].name;
    return suggest_among(arena, name, names, chart->statement_count);
}

PrintedLines chart_printed(const Chart *chart, const LineId *line)
{
    const Line *at = chart_at(chart, *line);
    return at->stands_for_count ? (PrintedLines){at->stands_for, at->stands_for_count} : (PrintedLines){line, 1};
}

bool chart_prints(const Chart *chart, LineId row, LineId line)
{
    PrintedLines printed = row == LINE_NONE ? (PrintedLines){0} : chart_printed(chart, &row);
    for (size_t i = 0; i < printed.count; i++)
        if (printed.items[i] == line)
            return true;
    return false;
}

Text chart_nearest_line(const Chart *chart, Text name)
{
    return chart->line_names ? nearest_name(name, chart->line_names, chart->line_count) : TEXT("");
}

/* --- the charts of a run --- */

struct Industries {
    Run *run;               /* that of chart_read: it owns all charts, however long another run that asks for one lasts */
    const Setting *general; /* root of config/chart.cfg */
    const Chart **items;
    size_t count, capacity;
};

static const Text general_name = {"general", 7};

bool chart_read(const Chart **out, Run *run)
{
    const Setting *root = NULL;
    Chart *chart;
    Text path = text_format(run->arena, TEXT_FORMAT "/chart.cfg", TEXT_ARGUMENTS(run->config_folder));
    if (!settings_read(&root, run, path, path, (Place){0}) || !chart_build(&chart, run, root))
        return false;
    chart->industry = general_name;
    chart->industries = arena_new(run->arena, struct Industries);
    *chart->industries = (struct Industries){.run = run, .general = root};
    *out = chart;
    return true;
}

typedef struct {
    Text *items;
    size_t count, capacity;
} Names;

static int names_order(const void *a, const void *b)
{
    return text_compare(*(const Text *)a, *(const Text *)b);
}

/* What config/charts/ holds, for "did you mean"; sorted, because the order of a folder is another one on another machine. */
static void names_list(Names *names, Arena *arena, const char *folder)
{
    static const Text ending = {".cfg", 4};
    *list_push(arena, names) = general_name;
    DIR *directory = opendir(folder);
    if (!directory)
        return;
    for (const struct dirent *entry = readdir(directory); entry; entry = readdir(directory)) {
        Text name = text_of(entry->d_name);
        if (text_ends_with(name, ending))
            *list_push(arena, names) = text_copy(arena, text_slice(name, 0, name.length - ending.length));
    }
    closedir(directory);
    qsort(names->items, names->count, sizeof *names->items, names_order);
}

static bool industry_unknown(Run *run, Text industry, Place place)
{
    Names names = {0};
    Text folder = text_format(run->arena, TEXT_FORMAT "/charts", TEXT_ARGUMENTS(run->config_folder));
    names_list(&names, run->arena, text_zero_terminated(run->arena, folder));
    return problem(run, PROBLEM_unknown_chart, place, "there is no chart \"" TEXT_FORMAT "\"" TEXT_FORMAT, TEXT_ARGUMENTS(industry),
                   TEXT_ARGUMENTS(suggest_among(run->arena, industry, names.items, names.count)));
}

static Text industry_path(Run *run, Text industry)
{
    return text_format(run->arena, TEXT_FORMAT "/charts/" TEXT_FORMAT ".cfg", TEXT_ARGUMENTS(run->config_folder), TEXT_ARGUMENTS(industry));
}

/* A name is no path: "../chart" is not known. */
static bool is_known(Run *run, Text industry)
{
    for (size_t i = 0; i < industry.length; i++)
        if (!char_is_letter(industry.start[i]) && !char_is_digit(industry.start[i]) && industry.start[i] != '_')
            return false;
    return access(text_zero_terminated(run->arena, industry_path(run, industry)), F_OK) == 0;
}

static bool industry_read(Chart **out, Run *run, const Setting *general, Text industry)
{
    const Setting *own = NULL, *merged = NULL;
    Text path = industry_path(run, industry);
    return settings_read(&own, run, path, path, (Place){0}) && chart_merge(&merged, run, general, own) && chart_build(out, run, merged);
}

bool chart_industry(const Chart **out, Run *run, const Chart *general, Text industry, Place place)
{
    struct Industries *known = general->industries;
    *out = general;
    if (industry.length == 0 || text_equal(industry, general->industry))
        return true;
    for (size_t i = 0; i < known->count; i++)
        if (text_equal(known->items[i]->industry, industry)) {
            *out = known->items[i];
            return true;
        }
    Chart *chart = NULL;
    if (!is_known(run, industry))
        return industry_unknown(run, industry, place);
    if (!industry_read(&chart, known->run, known->general, industry))
        return false;
    chart->industry = text_copy(known->run->arena, industry);
    *list_push(known->run->arena, known) = chart;
    *out = chart;
    return true;
}
