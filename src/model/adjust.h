/* model/adjust: kinds of entries, and what they post with.
 *
 * In:       an entry of the scenario, one sheet.
 * Out:      its legs, its figures and its arithmetic in words.
 * Includes: base, statement, calendar, scenario, model.
 *
 * A kind is one file model/adjust_<kind>.c that ends in a record, and a line of adjustment_kinds[]. It is compiled on demand into each sheet
 * that it is for: other entries whose amounts it needs are compiled first, and a circle is found (model/entry). A function below that cannot do
 * its work records a problem and makes `good` false; slots that it returns are then SLOT_NONE, which all of them accept. */
#ifndef PROFORMA_MODEL_ADJUST_H
#define PROFORMA_MODEL_ADJUST_H

#include "model/lookup.h"

extern const EntryKind adjust_reclassification, adjust_free, adjust_consideration, adjust_elimination, adjust_fair_values, adjust_deferred_tax, adjust_goodwill;
extern const EntryKind adjust_deferred_compensation, adjust_in_process_research, adjust_deferred_revenue, adjust_amortization;
extern const EntryKind adjust_financing, adjust_one_time_items, adjust_tax, adjust_intercompany, adjust_policy;
extern const EntryKind adjust_autonomous_entity, adjust_synergies;
extern const EntryKind *const adjustment_kinds[]; /* all of them, ended by NULL */

typedef struct Adjust {
    Model *model;
    Program *program;
    const ScenarioEntry *entry;
    size_t sheet;          /* a position: sheets move while others are opened */
    AppliedEntry *applied;
    LookupContext context; /* a name without @ means this sheet's period, or the day of the pro forma balance sheet */
    bool good;
} Adjust;

/* --- what the scenario gives --- */

bool adjust_given(const Adjust *adjust, int key);
const EntryValue *adjust_key(const Adjust *adjust, int key);
/* The slot of a key's formula, not rounded; SLOT_NONE when the key is not given. A rate or a part has to be 0 to 1 (model_require_part). */
Slot adjust_value(Adjust *adjust, int key);
Slot adjust_formula(Adjust *adjust, const EntryValue *value);
/* The same, or `otherwise` as a constant. */
Slot adjust_value_or(Adjust *adjust, int key, double otherwise);
Slot adjust_formula_or(Adjust *adjust, const EntryValue *value, double otherwise);
/* What is needed: [setting_missing] at the entry when the key is not given, for the reason that is told. */
Slot adjust_need(Adjust *adjust, int key, const char *why);
/* The line of a key, or the chart's for that role, as the row in which what is posted to it stands (model/row) [posted_to_total]. A leg's line
 * must be one that a company has, or one of the entry's new_lines [line_of_no_company]. */
LineId adjust_line(Adjust *adjust, const EntryValue *value, LineId otherwise);
/* The same of a line of operations that enters income before taxes [unknown_line]. */
LineId adjust_income_line(Adjust *adjust, const EntryValue *value, LineId otherwise);

/* --- arithmetic --- */

/* A number of the rules; `meaning` says what it is where it is told how a figure came about: "months of a year". */
Slot adjust_constant(Adjust *adjust, double value, const char *meaning);
Slot adjust_op(Adjust *adjust, OpCode code, Slot a, Slot b); /* SLOT_NONE when an operand that the operation needs is */
Slot adjust_round(Adjust *adjust, Slot amount);              /* whole units, half away from zero: once, where an amount is posted */

/* --- the sheet --- */

size_t adjust_company(const Adjust *adjust); /* the entry's; the target's of an entry of a purchase */
/* What the company reports on the line in this sheet; SLOT_NONE: nothing. */
Slot adjust_reported(const Adjust *adjust, size_t company, LineId line);
/* How what is posted to a line moves a total: +1, -1; 0: not at all. */
int adjust_enters(const Adjust *adjust, LineId line, LineId total);
/* Months from the start of the period to its end, and from the day as of which operations are combined (the first day of the acquirer's
 * earliest fiscal year that is shown, S-X 11-02) to the start of the period. */
double adjust_months(const Adjust *adjust);
double adjust_months_before(const Adjust *adjust);
/* Another entry, compiled into the same sheet, or into the pro forma balance sheet; NULL: it has no part there. */
const AppliedEntry *adjust_other(Adjust *adjust, const ScenarioEntry *entry);
const AppliedEntry *adjust_other_at_balance(Adjust *adjust, const ScenarioEntry *entry);

/* --- what comes out --- */

/* Posts a whole amount to a line, in the line's own sign (expenses are positive), and to every total above it. */
AppliedLeg *adjust_post(Adjust *adjust, LineId line, Slot amount, Text label);
AppliedLeg *adjust_post_signed(Adjust *adjust, LineId line, int sign, Slot amount, Text label);
/* Posts to a line what moves income before taxes by +1 or -1 times the amount, however the line is signed: interest expense may be printed as
 * an expense, or in parentheses. */
AppliedLeg *adjust_post_income(Adjust *adjust, LineId line, int sign, Slot amount, Text label);
/* That a line has at least the amount: of a company, or with company_count of all together and of the deal's own charges. `doing` names what is done
 * with it: "takes". [more_than_there_is] at `place` */
void adjust_require_there(Adjust *adjust, size_t company, LineId line, Slot amount, const char *doing, Place place);
/* Takes a whole amount off a line, of which no more can be taken than the company prints there, or with company_count all companies together
 * [more_than_there_is]. */
AppliedLeg *adjust_take(Adjust *adjust, size_t company, LineId line, Slot amount, Text label, Place place);
/* What the legs so far leave over on a balance sheet: assets less liabilities and equity. */
Slot adjust_left_over(Adjust *adjust);
void adjust_figure(Adjust *adjust, int figure, Slot slot);
/* An asset that is recorded, for the schedule of lives; `years` SLOT_NONE: of indefinite life. What of it is amortized in a year. */
Slot adjust_life(Adjust *adjust, Text name, const char *use, Slot amount, Slot years);
void adjust_say(Adjust *adjust, const char *words, ...); /* see model/saying */
void adjust_say_when(Adjust *adjust, Slot when, const char *words, ...); /* only where the slot is not 0 */

/* --- what must hold --- */

/* Does this statement bear what comes from the deal and does not recur? Only where the form keeps it in operations, on the GAAP basis, and in the
 * earliest fiscal year that is shown (S-X 11-02(a)(6)(i)(B)). Where the form keeps it and no year is shown, says so of `what`, if that is not NULL. */
bool adjust_bears_one_time(Adjust *adjust, const char *what);
/* A condition on values, which are known only when the program has run: where the slot is 0, the problem is recorded then. SLOT_NONE: nothing. */
void adjust_require(Adjust *adjust, Slot holds, ProblemKind kind, Place place, const char *what);
/* What the regime or the form decides, such as IN_PROCESS_expense (scenario/regime). */
unsigned adjust_decides(Adjust *adjust, Decision decision);
/* Records [regime_refuses] with what was decided and its citation. */
bool adjust_refuse(Adjust *adjust, Decision decision, Place place, const char *refused);

/* --- spreading over time --- */

/* Months of this period inside so many years that begin with the day as of which operations are combined. */
Slot adjust_months_of_life(Adjust *adjust, Slot years);
/* Straight line: amount x months of this period inside the life / months of the life, rounded. A life of 0 years or less is [negative_life] at
 * `place`. */
Slot adjust_straight_line(Adjust *adjust, Slot amount, Slot years, Place place);

#endif
