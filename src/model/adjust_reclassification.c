#include "scenario/entry_kind.h"

const EntryKind adjust_reclassification = {
    .name = "reclassification",
    .summary = "Moves amounts between lines to present both companies alike; income, total assets and equity stay",
    .column = COLUMN_reclassifications,
    .income_of = INCOME_OF_none,
    .free = true,
};
