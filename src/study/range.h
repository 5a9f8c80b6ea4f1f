/* study/range: the values that a study gives a name, in exact decimal.
 *
 * In:       "NAME=FROM:TO:STEP", "NAME=FROM:TO:#COUNT", "NAME=a,b,c", with its place.
 * Out:      how many values there are; each as --set takes it.
 * Includes: base.
 *
 * FROM:TO:STEP are the values FROM + i x STEP up to TO, which is one of them when a step falls on it; with STEP below 0 they go down. #COUNT
 * values are spread evenly from FROM to TO, both of them included; where the steps between them are no decimals each value is rounded to one of
 * at most 15 significant digits, and that decimal is the value. A list keeps its order. Numbers are written as --set takes them: in a list a
 * comma parts two values, so its numbers have no separators; elsewhere they may ("85,000:95,000:2,500"). A scale word holds for its number, and
 * either all three have one or none ("900 thousand:1.1 million:50 thousand"). */
#ifndef PROFORMA_STUDY_RANGE_H
#define PROFORMA_STUDY_RANGE_H

#include "base/amount.h"
#include "base/run.h"

typedef enum { RANGE_steps, RANGE_spread, RANGE_list } RangeForm;

typedef struct {
    Text name;
    Place place;    /* of the whole */
    Place values_place;
    RangeForm form;
    uint64_t count; /* 1 or more */
    bool numbers;   /* every value is a number; in a list some may be words */
    Printed first, last; /* where the values are numbers; of steps `last` is the last value and not TO */
    int64_t step;   /* RANGE_steps: added to the digits of `first` */
    Text *words;    /* RANGE_list */
    Printed *list;  /* RANGE_list of numbers */
    bool counted;   /* by #COUNT: its values have no zeros at the end of their decimals */
} Range;

/* "NAME=VALUES" of an option or a scenario; the place of all of it, between quotes or not. False: [bad_usage] without a name or values, [bad_range]. */
bool range_read(Range *out, Run *run, Text text, Place place);
/* Value number `index`, from 0; of a range of numbers. Allocates nothing. */
Printed range_value(const Range *range, uint64_t index);
/* The same as --set takes it, or the word of a list. */
Text range_text(Arena *arena, const Range *range, uint64_t index);

#endif
