/* A merger of two made-up companies, "buyer" and "sold", on the small chart of books.h; amounts in thousands. */
#ifndef PROFORMA_TESTS_MERGER_H
#define PROFORMA_TESTS_MERGER_H

#include "books.h"
#include "model/adjust.h"
#include "model/build.h"
#include "model/model.h"
#include "unit.h"

#include <math.h>
#include <string.h>

enum { BUYER, SOLD, COMPANIES };

static const WantedPeriod QUARTER = {.months = 3};

typedef struct {
    Bench *bench;
    Books books[COMPANIES];
    ScenarioCompany companies[COMPANIES];
    Scenario scenario;
    ScenarioInput ratio;
    ScenarioEntry entry;
    ScenarioLeg legs[2];
    ScenarioPotential potential;
    WantedPeriod wanted;
    Model model;
} Merger;

static inline const Expression *expression(Merger *deal, const char *text)
{
    const Expression *parsed = NULL;
    Text bytes = text_of(text);
    Source *source = source_add(&deal->bench->run.sources, deal->bench->run.arena, bytes, bytes, bytes);
    ck_assert_msg(expression_parse(&parsed, &deal->bench->run, bytes, (Place){source->number, 0, (uint32_t)bytes.length}), "%s", text);
    return parsed;
}

static inline void set_up_company(Merger *deal, int index, const char *id, const char *facts)
{
    deal->companies[index] = (ScenarioCompany){.company = {.id = text_of(id), .label = text_of(id), .title = text_of(id)}, .balance_date = DAY_NONE};
    deal->books[index].company = text_of(id);
    books_add(deal->bench, &deal->books[index], OPERATIONS, "2004-01-01", "2004-03-31", "2004-04-21", facts);
}

/* buyer prints interest gross, sold net: they meet at other.interest_net. */
static inline Merger *deal_begin(const char *buyer, const char *sold)
{
    Merger *deal = calloc(1, sizeof *deal);
    deal->bench = bench_begin();
    Chart *chart = &deal->bench->chart;
    chart->lines[bench_line(deal->bench, "operating_income")].stays = true;
    chart->lines[bench_line(deal->bench, "net_income")].stays = true;
    set_up_company(deal, BUYER, "buyer", buyer);
    set_up_company(deal, SOLD, "sold", sold);
    deal->wanted = QUARTER;
    deal->wanted.end = bench_day("2004-03-31");
    deal->ratio = (ScenarioInput){.group = TEXT("deal"), .name = TEXT("exchange_ratio"), .number = 1.404, .unit = {UNIT_ratio, 0}};
    deal->scenario = (Scenario){.reporting = {UNIT_money, 3}, .periods = &deal->wanted, .period_count = 1, .companies = deal->companies, .company_count = COMPANIES,
                                .inputs = &deal->ratio, .input_count = 1};
    return deal;
}

static inline void deal_end(Merger *deal)
{
    bench_end(deal->bench);
    free(deal);
}

static inline void issue_shares(Merger *deal)
{
    deal->potential = (ScenarioPotential){.name = TEXT("sold_increment"), .shares = expression(deal, "(sold.shares.diluted - sold.shares.basic) * deal.exchange_ratio")};
    deal->scenario.has_shares = true;
    deal->scenario.issued = expression(deal, "sold.shares.basic * deal.exchange_ratio");
    deal->scenario.potentials = &deal->potential;
    deal->scenario.potential_count = 1;
}

static inline void move(Merger *deal, const char *from, const char *to, const char *taken, const char *given)
{
    deal->legs[0] = (ScenarioLeg){.line = bench_line(deal->bench, from), .amount = expression(deal, taken)};
    deal->legs[1] = (ScenarioLeg){.line = bench_line(deal->bench, to), .amount = expression(deal, given)};
    deal->entry = (ScenarioEntry){.name = TEXT("conform"), .company = TEXT("sold"), .kind = &adjust_reclassification, .statement = OPERATIONS, .legs = deal->legs, .leg_count = 2};
    deal->scenario.entries = &deal->entry;
    deal->scenario.entry_count = 1;
}

static inline bool build(Merger *deal)
{
    static const uint8_t operations = OPERATIONS;
    ModelRequest request = {.kinds = &operations, .kind_count = 1, .has_basis = true, .basis = BASIS_gaap};
    return model_build(&deal->model, &deal->bench->run, &deal->bench->chart, &deal->scenario, deal->books, &request);
}

/* NAN when blank. */
static inline double value(Merger *deal, size_t column, const char *line)
{
    const Figure *figure = sheet_figure(&deal->model, &deal->model.sheets.items[0], column, bench_line(deal->bench, line));
    return figure->slot == SLOT_NONE ? NAN : deal->model.values[figure->slot];
}

static inline double pro_forma(Merger *deal, const char *line)
{
    return value(deal, model_column(&deal->model, COLUMN_pro_forma), line);
}

static inline bool has_problem(const Merger *deal, ProblemKind kind)
{
    for (size_t i = 0; i < deal->bench->run.problems.count; i++)
        if (deal->bench->run.problems.items[i].kind == kind)
            return true;
    return false;
}

/* Income of the buyer: 224,053 - 177,183 = 46,870; + 4,986 - 2,500 = 49,356; - 15,816 = 33,540. */
#define BUYER_FACTS                                                                                                                          \
    "revenue.product=194,184 revenue.service=29,869 revenue.total=224,053 costs.total=177,183 operating_income=46,870 "                       \
    "other.interest_income=4,986 other.interest_expense=(2,500) pretax_income=49,356 income_tax=15,816 net_income=33,540 "                    \
    "eps.basic=0.09 eps.diluted=0.08 shares.basic=394,496 shares.diluted=421,859"
/* Of the sold company: 93,518 - 90,356 = 3,162; + 714 = 3,876; - 6,911 = (3,035). */
#define SOLD_FACTS                                                                                                                           \
    "revenue.product=74,791 revenue.service=18,727 revenue.total=93,518 costs.total=90,356 operating_income=3,162 other.interest_net=714 "    \
    "pretax_income=3,876 income_tax=6,911 net_income=(3,035) shares.basic=92,390 shares.diluted=92,390"
/* With income instead: tax 876, income 3,000, and 6,625 potential shares. */
#define SOLD_INCOME_FACTS                                                                                                                    \
    "revenue.product=74,791 revenue.service=18,727 revenue.total=93,518 costs.total=90,356 operating_income=3,162 other.interest_net=714 "    \
    "pretax_income=3,876 income_tax=876 net_income=3,000 shares.basic=92,390 shares.diluted=99,015"

#endif
