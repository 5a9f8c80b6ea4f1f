/* model/control_number: the income that decides whether potential shares dilute, and the income that is divided by shares.
 *
 * In:       a combined sheet of operations.
 * Out:      income from continuing operations attributable to the parent, preferred dividends, the control number (ASC 260-10-45-18), and net
 *           income less preferred dividends.
 * Includes: base, statement, calendar, scenario, model.
 *
 * Both exclude what is attributable to non-controlling interests (ASC 260-10-45-11A), whether it stands above income from continuing operations or
 * below net income. Of an amount below net income all is taken for one of continuing operations. Preferred dividends of all companies are deducted unless entries take them away. Where the combination has no line of income from continuing
 * operations, it is net income less whatever else enters that. Where the form of the deal's pro forma ends the statement there (S-X 11-02(b)), and a
 * company has discontinued operations or the like, what is divided is of continuing operations, too. */
#ifndef PROFORMA_MODEL_CONTROL_NUMBER_H
#define PROFORMA_MODEL_CONTROL_NUMBER_H

#include "model/model.h"

/* Fills others, continuing, preferred, control and common. [control_number_unknown] when the scenario has shares and the control number cannot be had, as where a company does not print its
 * net income. Where only income from continuing operations cannot be had, as where a company's terms are on two bases, control and continuing
 * are SLOT_NONE and diluted_reason says why. */
bool control_number(PerShare *out, Model *model);

#endif
