/* What both fuzz targets share: the knowledge of config/, read once, and a run for each input.
 *
 * A target's name says what it is fed. libFuzzer calls it with bytes that it makes up from the seeds; besides the sanitizers, fuzz_check
 * says what has to hold of the result. tests/fuzz/run.sh runs them. */
#ifndef PROFORMA_TESTS_FUZZ_H
#define PROFORMA_TESTS_FUZZ_H

#include "base/run.h"
#include "statement/company.h"
#include "statement/reading.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define fuzz_check(holds)                                                                  \
    do {                                                                                   \
        if (!(holds)) {                                                                    \
            fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #holds);     \
            abort();                                                                       \
        }                                                                                  \
    } while (0)

typedef struct {
    Run run;
    jmp_buf out_of_memory;
} FuzzRun;

/* Memory that ends is no finding: libFuzzer has a limit of its own. */
static inline Run *fuzz_run_begin(FuzzRun *fuzz)
{
    *fuzz = (FuzzRun){0};
    if (setjmp(fuzz->out_of_memory))
        abort();
    fuzz->run.arena = arena_create(&fuzz->out_of_memory);
    fuzz_check(fuzz->run.arena);
    const char *repo = getenv("REPO");
    fuzz->run.config_folder = text_format(fuzz->run.arena, "%s/config", repo ? repo : ".");
    return &fuzz->run;
}

static inline void fuzz_run_end(FuzzRun *fuzz)
{
    for (size_t i = 0; i < fuzz->run.problems.count; i++)
        fuzz_check(problem_text(&fuzz->run, &fuzz->run.problems.items[i]).length > 0);
    arena_destroy(fuzz->run.arena);
}

typedef struct {
    const Chart *chart;
    Companies companies;
} Knowledge;

/* Read at the first call, kept until the process ends. */
static inline const Knowledge *fuzz_knowledge(void)
{
    static FuzzRun fuzz;
    static Knowledge knowledge;
    if (knowledge.chart)
        return &knowledge;
    Run *run = fuzz_run_begin(&fuzz);
    fuzz_check(companies_read(&knowledge.companies, run) && chart_read(&knowledge.chart, run) && reading_read(&knowledge.companies.reading, run, knowledge.chart));
    knowledge.companies.general = knowledge.chart;
    fuzz_check(companies_charts(&knowledge.companies, run));
    return &knowledge;
}

/* The place lies inside its source. */
static inline void fuzz_check_place(const Run *run, Place place)
{
    const Source *source = source_at(&run->sources, place.source);
    fuzz_check(!source || (place.start <= place.end && place.end <= source->bytes.length));
}

#endif
