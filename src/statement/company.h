/* statement/company: names that stand for companies.
 *
 * In:       config/companies.cfg; what a scenario says of its companies; names as printed.
 * Out:      a company's id, its name in titles and in column heads, its fiscal year end.
 * Includes: base, statement/chart, statement/words. */
#ifndef PROFORMA_STATEMENT_COMPANY_H
#define PROFORMA_STATEMENT_COMPANY_H

#include "statement/chart.h"
#include "statement/period.h"
#include "statement/words.h"

typedef struct {
    Text id;        /* what stands in CSV files and in names */
    Text title;     /* "Example Networks, Inc." */
    Text label;     /* head of its column: "Example" */
    Text *names;    /* as printed in filings, without case, punctuation and legal form */
    size_t name_count;
    int year_end_month, year_end_day; /* 0 when unknown */
    Text chart_name;    /* of the chart of its industry; empty when nothing is said of it */
    Place chart_place;
    const Chart *chart; /* that, once it was asked for */
} Company;

typedef struct {
    Company *items;
    size_t count, capacity;
    Phrases legal_forms; /* " inc ": the end of a company's name, and no part of what it is called */
    Phrases name_ends;   /* " bancorp ": the end of a name, too, and part of it */
    Phrases tails;       /* " and subsidiaries ": may follow the name in a title */
    const Chart *general;   /* filings are read each company with its own chart, and this for others; NULL: all with the one that is handed in */
    const struct Reading *reading; /* config/reading.cfg, for all filings of a run; NULL: each recognition reads it */
} Companies;

bool companies_read(Companies *out, Run *run); /* config/companies.cfg */
/* The chart of the company's own that a filing is read with; NULL when it has none, when `companies` has no `general` to make it of, and with
 * [unknown_chart]. It is read when it is first asked for. */
const Chart *company_chart(const Companies *companies, Run *run, Text id);
/* Asks for the charts of all, before threads that only may look. False with [unknown_chart]. */
bool companies_charts(const Companies *companies, Run *run);
Company *company_find(const Companies *companies, Text id);
/* The setting "names" of a company, if it has one. */
bool company_read_names(Company *company, const Companies *companies, Run *run, const Setting *group);
/* "09-30" -> month and day. */
bool year_end_parse(int *month, int *day, Text text);

/* The fiscal year in which a day falls, as the calendar has it: a 52/53-week year ends within a week of that. False when the year's
 * end is not known, or the year is not whole inside the calendar. */
bool company_year(Period *out, const Company *company, Day day);
/* The fiscal year of a flow, which may end up to a week after the day that the calendar has. */
bool company_year_of(Period *out, const Company *company, Period flow);

/* The id that a printed name has: that of the known company, or its lower-case words joined by _ without legal form. */
Text company_id(const Companies *companies, Arena *arena, Text printed_name);

/* Is this line of a title a company's name? It is when it is a known name or ends in a legal form or a tail. */
bool company_is_name(const Companies *companies, Arena *arena, Text line);

/* The name without what follows it: "and Subsidiaries", "/NV/". */
Text company_title(const Companies *companies, Arena *arena, Text printed_name);

#endif
