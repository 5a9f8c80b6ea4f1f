/* job/naming: names of figures as a user gives them.
 *
 * In:       a name, with @END/LENGTH and :BASIS behind it or not; a scenario that is loaded.
 * Out:      the name as an expression; what is wrong with it, with the nearest name, as a problem of usage.
 * Includes: base, scenario, job/load. */
#ifndef PROFORMA_JOB_NAMING_H
#define PROFORMA_JOB_NAMING_H

#include "job/load.h"

bool naming_read(Expression *out, Run *run, const Loaded *loaded, Text written, Place place);

#endif
