#include "statement/company.h"

#include "base/date.h"

#include <string.h>

/* --- names as printed --- */

/* " AMERCO /NV/": the state that EDGAR adds to a name in its header. */
static Text without_state(Text name)
{
    name = text_trim(name);
    size_t slash = text_find_char(name, '/', 0);
    bool closed = name.length > 2 && slash > 0 && slash < name.length - 1 && name.start[name.length - 1] == '/';
    return closed ? text_trim(text_slice(name, 0, slash)) : name;
}

/* Takes the longest phrase off the end, unless nothing would be left. */
static bool phrase_drop(Text *normalised, const Phrases *phrases)
{
    size_t longest = 0;
    for (size_t i = 0; i < phrases->count; i++) {
        Text phrase = phrases->items[i].text;
        if (phrase.length <= longest || phrase.length >= normalised->length)
            continue;
        bool same_letter = phrase.start[phrase.length - 2] == normalised->start[normalised->length - 2];
        if (same_letter && text_ends_with(*normalised, phrase))
            longest = phrase.length;
    }
    if (longest)
        normalised->length -= longest - 1;
    return longest > 0;
}

static Text name_normalise(const Companies *companies, Arena *arena, Text printed, bool *has_form)
{
    Text name = words_normalise(arena, without_state(printed));
    *has_form = phrase_drop(&name, &companies->tails);
    while (phrase_drop(&name, &companies->legal_forms))
        *has_form = true;
    if (text_starts_with(name, TEXT(" the ")) && name.length > 5)
        name = text_slice(name, 4, name.length);
    return name;
}

static const Company *company_named(const Companies *companies, Text normalised)
{
    for (size_t i = 0; i < companies->count; i++)
        for (size_t j = 0; j < companies->items[i].name_count; j++)
            if (text_equal(companies->items[i].names[j], normalised))
                return &companies->items[i];
    return NULL;
}

Text company_id(const Companies *companies, Arena *arena, Text printed_name)
{
    bool has_form;
    Text name = name_normalise(companies, arena, printed_name, &has_form);
    const Company *known = company_named(companies, name);
    if (known)
        return known->id;
    Text id = text_copy(arena, text_trim(name));
    char *letters = (char *)id.start;
    for (size_t i = 0; i < id.length; i++)
        if (letters[i] == ' ')
            letters[i] = '_';
    return id;
}

bool company_is_name(const Companies *companies, Arena *arena, Text line)
{
    bool has_form;
    line = text_trim(line);
    if (line.length < 3 || line.length > 90 || !(char_is_upper(line.start[0]) || char_is_digit(line.start[0])))
        return false;
    Text name = name_normalise(companies, arena, line, &has_form);
    if (has_form || company_named(companies, name) != NULL)
        return true;
    return phrase_drop(&name, &companies->name_ends);
}

Text company_title(const Companies *companies, Arena *arena, Text printed_name)
{
    Text title = without_state(printed_name);
    Text whole = words_normalise(arena, title), name = whole;
    size_t words = 0;
    if (!phrase_drop(&name, &companies->tails))
        return title;
    for (size_t i = name.length; i < whole.length; i++)
        words += whole.start[i] == ' ';
    while (words-- > 0) {
        size_t end = title.length;
        while (end > 0 && !char_is_blank(title.start[end - 1]))
            end--;
        title = text_trim(text_slice(title, 0, end));
    }
    return title;
}

/* --- config/companies.cfg --- */

Company *company_find(const Companies *companies, Text id)
{
    for (size_t i = 0; i < companies->count; i++)
        if (text_equal(companies->items[i].id, id))
            return &companies->items[i];
    return NULL;
}

static int two_digits(Text text, size_t at)
{
    if (!char_is_digit(text.start[at]) || !char_is_digit(text.start[at + 1]))
        return 0;
    return (text.start[at] - '0') * 10 + (text.start[at + 1] - '0');
}

bool year_end_parse(int *month, int *day, Text text)
{
    if (text.length != 5 || text.start[2] != '-')
        return false;
    int m = two_digits(text, 0), d = two_digits(text, 3);
    if (m < 1 || m > 12 || d < 1 || d > days_in_month(2000, m))
        return false;
    *month = m;
    *day = d;
    return true;
}

/* A month's last day stays its last in any year. */
static Day year_end_in(const Company *company, int year)
{
    int common = days_in_month(2001, company->year_end_month), longest = days_in_month(year, company->year_end_month);
    return day_from_civil(year, company->year_end_month, company->year_end_day >= common ? longest : company->year_end_day);
}

bool company_year(Period *out, const Company *company, Day day)
{
    int year, month, day_of_month;
    if (company->year_end_month == 0)
        return false;
    day_to_civil(day, &year, &month, &day_of_month);
    year -= year_end_in(company, year) >= day;
    Day before = year_end_in(company, year), end = year_end_in(company, year + 1);
    *out = (Period){before + 1, end};
    return before != DAY_NONE && end != DAY_NONE;
}

bool company_year_of(Period *out, const Company *company, Period flow)
{
    enum { WEEK = 7 };
    return company_year(out, company, flow.end - WEEK);
}

bool company_read_names(Company *company, const Companies *companies, Run *run, const Setting *group)
{
    bool has_form;
    if (!setting_find(group, "names"))
        return true;
    bool good = setting_read_texts(&company->names, &company->name_count, run, group, "names");
    for (size_t i = 0; good && i < company->name_count; i++)
        company->names[i] = name_normalise(companies, run->arena, company->names[i], &has_form);
    return good;
}

static bool company_read(Companies *out, Run *run, const Setting *group)
{
    static const char *const keys[] = {"names", "title", "label", "year_end", "chart", NULL};
    Company *company = list_push(run->arena, out);
    *company = (Company){.id = group->name, .title = group->name, .label = group->name};
    Text year_end = {0};
    bool good = setting_check_keys(run, group, keys);
    good &= company_read_names(company, out, run, group);
    good &= setting_read_text(&company->title, run, group, "title");
    good &= setting_read_text(&company->label, run, group, "label");
    good &= setting_read_text(&year_end, run, group, "year_end");
    good &= setting_read_text(&company->chart_name, run, group, "chart");
    if (company->chart_name.start)
        company->chart_place = setting_find(group, "chart")->place;
    if (good && year_end.length && !year_end_parse(&company->year_end_month, &company->year_end_day, year_end))
        return problem(run, PROBLEM_bad_date, setting_find(group, "year_end")->place, "a fiscal year end is written as month and day, such as \"12-31\"");
    return good;
}

bool companies_read(Companies *out, Run *run)
{
    static const char *const keys[] = {"companies", "legal_forms", "name_ends", "tails", NULL};
    const Setting *root;
    Text path = text_format(run->arena, TEXT_FORMAT "/companies.cfg", TEXT_ARGUMENTS(run->config_folder));
    if (!settings_read(&root, run, path, path, (Place){0}))
        return false;
    const Setting *list = setting_find(root, "companies");
    bool good = setting_check_keys(run, root, keys);
    good &= phrases_read(&out->legal_forms, run, root, "legal_forms");
    good &= phrases_read(&out->name_ends, run, root, "name_ends");
    good &= phrases_read(&out->tails, run, root, "tails");
    for (size_t i = 0; list && i < list->count; i++)
        good &= company_read(out, run, &list->children[i]);
    return good;
}

static bool chart_ask(const Companies *companies, Run *run, Company *company)
{
    return company->chart || company->chart_name.length == 0 ||
           chart_industry(&company->chart, run, companies->general, company->chart_name, company->chart_place);
}

const Chart *company_chart(const Companies *companies, Run *run, Text id)
{
    Company *company = companies->general ? company_find(companies, id) : NULL;
    return company && chart_ask(companies, run, company) ? company->chart : NULL;
}

bool companies_charts(const Companies *companies, Run *run)
{
    bool good = true;
    for (size_t i = 0; companies->general && i < companies->count; i++)
        good &= chart_ask(companies, run, &companies->items[i]);
    return good;
}
