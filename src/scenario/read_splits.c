/* Stock splits that a company or a filing of it lists, and which of its filings print share counts from before them.
 *
 * In a company: every filing that was filed before the day. In a filing that was filed before the day: that one alone. In a filing filed
 * later: it is the first on the new basis, and every filing filed before it is on the old one. */
#include "scenario/reading.h"

enum { LARGEST_RATIO = 10000 };

typedef struct {
    StockSplit *items;
    size_t count, capacity;
} SplitList;

static void read_split(Reading *reading, SplitList *out, const Setting *group)
{
    StockSplit split = {.place = group->place, .day = DAY_NONE, .ratio = 1};
    if (!read_element(reading, group))
        return;
    bool good = setting_need(reading->run, group, "day") != NULL;
    good = setting_need(reading->run, group, "ratio") && good;
    good = setting_read_real(&split.ratio, reading->run, group, "ratio") && good;
    if (good && !(split.ratio >= 1.0 / LARGEST_RATIO && split.ratio <= LARGEST_RATIO))
        good = problem(reading->run, PROBLEM_out_of_range, place_of_setting(group, "ratio"),
                       "ratio is the new shares for each old one, above 0 and at most %d: 2.0 for a split of 2 for 1, 0.1 for one of 1 for 10", LARGEST_RATIO);
    reading->good &= good;
    read_date(reading, &split.day, group, "day");
    if (good && split.day != DAY_NONE)
        *list_push(reading->run->arena, out) = split;
}

/* A group is one split, a list of groups several, an empty list none. */
static bool read_list(Reading *reading, SplitList *out, const Setting *holder)
{
    const Setting *setting = setting_find(holder, "split");
    *out = (SplitList){0};
    if (setting && setting->kind != SETTING_list)
        read_split(reading, out, setting);
    for (size_t i = 0; setting && setting->kind == SETTING_list && i < setting->count; i++)
        read_split(reading, out, &setting->children[i]);
    return setting != NULL;
}

/* The same split may be listed twice, in a company and in a filing. */
static void filing_add(Reading *reading, SplitList *filing, const StockSplit *split)
{
    for (size_t i = 0; i < filing->count; i++) {
        if (filing->items[i].day != split->day)
            continue;
        if (filing->items[i].ratio != split->ratio)
            reading->good = problem(reading->run, PROBLEM_duplicate_key, split->place, "a split of the same day is listed with another ratio");
        return;
    }
    *list_push(reading->run->arena, filing) = *split;
}

static void company_apply(Reading *reading, SplitList *filings, const ScenarioCompany *company, const StockSplit *split)
{
    for (size_t i = 0; i < company->filing_count; i++)
        if (company->filings[i].filed < split->day)
            filing_add(reading, &filings[i], split);
}

static void filing_apply(Reading *reading, SplitList *filings, const ScenarioCompany *company, size_t holder, const StockSplit *split)
{
    Day filed = company->filings[holder].filed;
    for (size_t i = 0; i < company->filing_count; i++)
        if (filed < split->day ? i == holder : company->filings[i].filed < filed)
            filing_add(reading, &filings[i], split);
}

/* On which side of a split a filing stands is told by the day on which it was filed. */
static bool all_dated(Reading *reading, const ScenarioCompany *company)
{
    bool good = true;
    for (size_t i = 0; i < company->filing_count; i++)
        if (company->filings[i].filed == DAY_NONE)
            good = problem(reading->run, PROBLEM_setting_missing, company->filings[i].place,
                           "the filing \"" TEXT_FORMAT "\" needs \"filed\", for splits of its company are listed", TEXT_ARGUMENTS(company->filings[i].key));
    return good;
}

void read_splits(Reading *reading, ScenarioCompany *out, const Setting *company)
{
    const Setting *filings = setting_find(company, "filings");
    SplitList listed, *found = arena_array(reading->run->arena, SplitList, out->filing_count);
    SplitList *own = arena_array(reading->run->arena, SplitList, out->filing_count);
    bool any = read_list(reading, &listed, company);
    for (size_t i = 0; i < out->filing_count; i++)
        any = read_list(reading, &own[i], &filings->children[i]) || any;
    if (!any || !all_dated(reading, out)) {
        reading->good &= !any;
        return;
    }
    for (size_t i = 0; i < listed.count; i++)
        company_apply(reading, found, out, &listed.items[i]);
    for (size_t i = 0; i < out->filing_count; i++)
        for (size_t j = 0; j < own[i].count; j++)
            filing_apply(reading, found, out, i, &own[i].items[j]);
    for (size_t i = 0; i < out->filing_count; i++)
        out->filings[i].splits = (FilingSplits){found[i].items, found[i].count, true};
}
