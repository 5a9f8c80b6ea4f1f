/* A filing of a few lines, recognised under the configuration that is shipped. */
#ifndef PROFORMA_TESTS_RECOGNIZED_H
#define PROFORMA_TESTS_RECOGNIZED_H

#include "printed.h"
#include "statement/recognize.h"

typedef struct {
    Desk *desk;
    Statements statements;
    bool good;
} Recognized;

static inline Recognized recognized_begin(const char *text)
{
    Recognized out = {.desk = desk_begin()};
    Run *run = &out.desk->run;
    const Filing *filing;
    Companies companies = {0};
    const Source *source = source_add(&run->sources, run->arena, TEXT("filing"), TEXT("filing"), text_of(text));
    ck_assert(companies_read(&companies, run));
    ck_assert(filing_read(&filing, run, source));
    out.good = statements_recognize(&out.statements, run, filing, out.desk->chart, &companies);
    return out;
}

static inline void recognized_end(Recognized *recognized)
{
    desk_end(recognized->desk);
}

/* "2004-03-31/3M 2003-03-31/3M -": the periods of a statement's columns. */
static inline const char *recognized_periods(const Recognized *recognized, const Statement *statement)
{
    TextBuilder out = {.arena = recognized->desk->run.arena};
    for (size_t i = 0; i < statement->column_count; i++) {
        Period period = statement->periods[i];
        if (i)
            text_append_char(&out, ' ');
        text_append(&out, period.end == DAY_NONE ? TEXT("-") : period_text(recognized->desk->run.arena, period));
    }
    return text_zero_terminated(recognized->desk->run.arena, text_builder_text(&out));
}

#endif
