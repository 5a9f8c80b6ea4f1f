#include "scenario/entry_kind.h"

const EntryKind adjust_free = {
    .name = "adjustment",
    .summary = "Posts the legs that the scenario writes; on a balance sheet assets stay equal to liabilities and equity",
    .column = COLUMN_adjustments,
    .income_of = INCOME_OF_company,
    .free = true,
};
