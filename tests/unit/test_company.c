/* statement/company: printed names become ids, and lines of a title are told from names. */
#include "statement/company.h"
#include "unit.h"

typedef struct {
    Run run;
    jmp_buf out_of_memory;
    Companies companies;
} Office;

static Office *office_begin(void)
{
    Office *office = calloc(1, sizeof *office);
    office->run.arena = arena_create(&office->out_of_memory);
    office->run.config_folder = text_copy(office->run.arena, text_of(unit_repo_path("config")));
    ck_assert(companies_read(&office->companies, &office->run));
    return office;
}

static void office_end(Office *office)
{
    arena_destroy(office->run.arena);
    free(office);
}

static const struct {
    const char *printed, *id, *title;
} names[] = {
    {"JUNIPER NETWORKS, INC.", "juniper", "JUNIPER NETWORKS, INC."},
    {"Juniper Networks Inc", "juniper", "Juniper Networks Inc"},
    {"NETSCREEN TECHNOLOGIES, INC.", "netscreen", "NETSCREEN TECHNOLOGIES, INC."},
    {"ACME WIDGET STORES, INC. AND SUBSIDIARIES", "acme_widget_stores", "ACME WIDGET STORES, INC."},
    {"ACME WIDGET STORES INC", "acme_widget_stores", "ACME WIDGET STORES INC"},
    {"BIRCHCO /NV/", "birchco", "BIRCHCO"},
    {"Birchco and Consolidated Subsidiaries", "birchco", "Birchco"},
    {"CEDAR CORP/FL/", "cedar", "CEDAR CORP"},
    {"Dogwood Telephone Company, Incorporated", "dogwood_telephone", "Dogwood Telephone Company, Incorporated"},
    {"The Elm Company, L.L.C.", "elm", "The Elm Company, L.L.C."},
    {"U.S. Fir & Sons Ltd.", "u_s_fir_sons", "U.S. Fir & Sons Ltd."},
    {"Gum's Co", "gums", "Gum's Co"},
};

START_TEST(makes_ids)
{
    Office *office = office_begin();
    Text id = company_id(&office->companies, office->run.arena, text_of(names[_i].printed));
    Text title = company_title(&office->companies, office->run.arena, text_of(names[_i].printed));
    ck_assert_str_eq(text_zero_terminated(office->run.arena, id), names[_i].id);
    ck_assert_str_eq(text_zero_terminated(office->run.arena, title), names[_i].title);
    office_end(office);
}
END_TEST

static const struct {
    const char *line;
    bool is_name;
} title_lines[] = {
    {"ACME WIDGET CORP.", true}, {"Birchco and Subsidiaries", true}, {"JUNIPER NETWORKS", true}, {"CONSOLIDATED BALANCE SHEETS", false},
    {"(A Delaware Corporation)", false}, {"(in thousands)", false}, {"March 31, 2004", false}, {"to the company", false},
};

START_TEST(knows_names)
{
    Office *office = office_begin();
    ck_assert_int_eq(company_is_name(&office->companies, office->run.arena, text_of(title_lines[_i].line)), title_lines[_i].is_name);
    office_end(office);
}
END_TEST

static const struct {
    const char *text;
    int month, day; /* 0: refused */
} year_ends[] = {{"12-31", 12, 31}, {"02-29", 2, 29}, {"13-01", 0, 0}, {"09-31", 0, 0}, {"9-30", 0, 0}, {"0930", 0, 0}, {"aa-bb", 0, 0}};

START_TEST(reads_year_ends)
{
    int month = 0, day = 0;
    ck_assert_int_eq(year_end_parse(&month, &day, text_of(year_ends[_i].text)), year_ends[_i].month != 0);
    ck_assert_int_eq(month, year_ends[_i].month);
    ck_assert_int_eq(day, year_ends[_i].day);
}
END_TEST

START_TEST(knows_companies)
{
    Office *office = office_begin();
    const Company *company = company_find(&office->companies, TEXT("netscreen"));
    ck_assert_ptr_nonnull(company);
    ck_assert_int_eq(company->year_end_month, 9);
    ck_assert_int_eq(company->year_end_day, 30);
    ck_assert_ptr_null(company_find(&office->companies, TEXT("acme")));
    office_end(office);
}
END_TEST

/* A month's last day is its last in any year. */
static const struct {
    const char *year_end, *day, *start, *end;
} years[] = {
    {"12-31", "2004-01-01", "2004-01-01", "2004-12-31"}, {"12-31", "2004-12-31", "2004-01-01", "2004-12-31"},
    {"09-30", "2009-09-30", "2008-10-01", "2009-09-30"}, {"09-30", "2009-10-01", "2009-10-01", "2010-09-30"},
    {"02-28", "2004-02-29", "2003-03-01", "2004-02-29"}, {"02-28", "2004-03-01", "2004-03-01", "2005-02-28"},
    {"02-29", "2005-02-28", "2004-03-01", "2005-02-28"}, {"06-15", "2004-06-16", "2004-06-16", "2005-06-15"},
};

START_TEST(knows_years)
{
    Company company = {0};
    Period year;
    Day day, start, end;
    ck_assert(day_parse(&day, text_of(years[_i].day)) && day_parse(&start, text_of(years[_i].start)) && day_parse(&end, text_of(years[_i].end)));
    ck_assert(!company_year(&year, &company, day));
    ck_assert(year_end_parse(&company.year_end_month, &company.year_end_day, text_of(years[_i].year_end)));
    ck_assert(company_year(&year, &company, day));
    ck_assert_int_eq(year.start, start);
    ck_assert_int_eq(year.end, end);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("company");
    unit_add(suite, "makes ids", makes_ids, UNIT_COUNT(names));
    unit_add(suite, "knows names", knows_names, UNIT_COUNT(title_lines));
    unit_add(suite, "reads year ends", reads_year_ends, UNIT_COUNT(year_ends));
    unit_add(suite, "knows companies", knows_companies, 1);
    unit_add(suite, "knows years", knows_years, UNIT_COUNT(years));
    return unit_run(suite);
}
