/* statement/period: spans of days and instants.
 *
 * In:       first and last days, or "2004-03-31/3M".
 * Out:      periods that are compared by their days, never by their labels.
 * Includes: base/date. */
#ifndef PROFORMA_STATEMENT_PERIOD_H
#define PROFORMA_STATEMENT_PERIOD_H

#include "base/date.h"

/* A flow covers its first to its last day, both included; an instant has start == DAY_NONE and stands at the end of its day. */
typedef struct {
    Day start, end;
} Period;

static inline bool period_is_instant(Period period) { return period.start == DAY_NONE; }
static inline bool period_equal(Period a, Period b) { return a.start == b.start && a.end == b.end; }
static inline int period_days(Period period) { return period_is_instant(period) ? 0 : period.end - period.start + 1; }

/* What a scenario or an option asks for: "2004-03-31/3M", "1998-10-31/13W", "2004-03-31". */
typedef struct {
    Day end;
    int months, weeks; /* both 0 for an instant */
} WantedPeriod;

static inline bool wanted_period_equal(WantedPeriod a, WantedPeriod b) { return a.end == b.end && a.months == b.months && a.weeks == b.weeks; }
static inline bool wanted_period_is_instant(WantedPeriod wanted) { return wanted.months == 0 && wanted.weeks == 0; }
static inline double wanted_period_months(WantedPeriod wanted) { return wanted.weeks ? wanted.weeks * 12.0 / 52.0 : wanted.months; }
bool wanted_period_parse(WantedPeriod *out, Text text);
/* A flow within seven days of n months (n weeks), ending on the very day. */
bool wanted_period_matches(WantedPeriod wanted, Period period);
/* The span that is meant when nobody has reported it: n calendar months, or 7n days, ending on the day. */
Period wanted_period_span(WantedPeriod wanted);
Text wanted_period_text(Arena *arena, WantedPeriod wanted); /* "2004-03-31/3M" */

/* "2004-03-31/3M", by whole months when within seven days of them, else weeks ("1998-10-31/13W"), else first..last day; "2004-03-31". */
Text period_text(Arena *arena, Period period);
Text period_spoken(Arena *arena, Period period); /* "three months ended March 31, 2004"; "March 31, 2004" */
Text period_formula(Arena *arena, Period period); /* "three months to 2004-03-31", as formulas call it; "2004-03-31" */

#endif
