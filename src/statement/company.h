/* statement/company: names that stand for companies.
 *
 * In:       config/companies.cfg; what a scenario says of its companies; names as printed.
 * Out:      a company's id, its name in titles and in column heads, its fiscal year end.
 * Includes: base, statement/chart, statement/words. */
#ifndef PROFORMA_STATEMENT_COMPANY_H
#define PROFORMA_STATEMENT_COMPANY_H

#include "statement/chart.h"
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
    const Chart *chart; /* that; NULL until companies_charts, and when nothing is said of it */
} Company;

typedef struct {
    Company *items;
    size_t count, capacity;
    Phrases legal_forms; /* " inc ": the end of a company's name, and no part of what it is called */
    Phrases tails;       /* " and subsidiaries ": may follow the name in a title */
    const struct Reading **reading; /* config/reading.cfg, filled in by the first filing that is recognised in a run */
} Companies;

bool companies_read(Companies *out, Run *run); /* config/companies.cfg */
/* Reads every chart that config/companies.cfg names, for filings whose companies are not known beforehand. */
bool companies_charts(Companies *companies, Run *run, const Chart *general);
Company *company_find(const Companies *companies, Text id);
/* The setting "names" of a company, if it has one. */
bool company_read_names(Company *company, const Companies *companies, Run *run, const Setting *group);
/* "09-30" -> month and day. */
bool year_end_parse(int *month, int *day, Text text);

/* The id that a printed name has: that of the known company, or its lower-case words joined by _ without legal form. */
Text company_id(const Companies *companies, Arena *arena, Text printed_name);

/* Is this line of a title a company's name? It is when it is a known name or ends in a legal form or a tail. */
bool company_is_name(const Companies *companies, Arena *arena, Text line);

/* The name without what follows it: "and Subsidiaries", "/NV/". */
Text company_title(const Companies *companies, Arena *arena, Text printed_name);

#endif
