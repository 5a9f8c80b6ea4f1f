/* calendar/unlike: what the terms of a path do not print alike.
 *
 * In:       a path of reported periods, the chart.
 * Out:      for each line whether its terms are of one kind, and if not, why nothing can be derived of it.
 * Includes: base, statement, calendar/part, calendar/path.
 *
 * Absent is not nil. Where two terms each print lines that the other lacks under the nearest total that all terms print, the lines were
 * named or divided anew: none of them is derivable, nor a total between that holds some of them; the first that holds them all is derived,
 * printed or not. The same holds of an amount that one term prints and another, which holds all its days, does not: it is in some line of
 * its section there. A line that says never_absent in the chart (discontinued operations, extraordinary items, changes in accounting) and that
 * one term prints and another does not puts them on two bases: nothing that enters the same total is derivable. */
#ifndef PROFORMA_CALENDAR_UNLIKE_H
#define PROFORMA_CALENDAR_UNLIKE_H

#include "calendar/part.h"
#include "calendar/path.h"

typedef struct Unlike Unlike;

const Unlike *unlike_make(Run *run, const Chart *chart, const Path *path);

/* Why a line is not derivable on the path; empty when its terms are alike. */
Text unlike_reason(const Unlike *unlike, LineId line);
/* Does the total stand in for lines that are named or divided differently, though no term prints it? */
bool unlike_stands_in(const Unlike *unlike, LineId total);

/* Of the lines that were not derivable, by line: [recast_between_terms] for each line that puts the terms on two bases; the names of those
 * that were named or divided differently, in a note, which is empty when there are none. */
void unlike_report(const Unlike *unlike, Fact *const *facts);
Text unlike_note(const Unlike *unlike, Fact *const *facts);

#endif
