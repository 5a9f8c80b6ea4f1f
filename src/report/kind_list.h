/* report/kind_list: kinds of entries, with their keys and figures as rows.
 *
 * In:       the table of kinds.
 * Out:      for every kind a row, or for one kind that and its keys, the keys of its items, its figures, in the table's order.
 * Includes: base, scenario, report. */
#ifndef PROFORMA_REPORT_KIND_LIST_H
#define PROFORMA_REPORT_KIND_LIST_H

#include "scenario/entry_kind.h"

typedef enum { KIND_ROW_kind, KIND_ROW_key, KIND_ROW_figure } KindRowPart;

typedef struct {
    KindRowPart part;
    Text kind;
    Text name;      /* of a key of an item "items.NAME.value"; of a kind the kind */
    Text type;      /* of a key what is written there; of a figure the statement with which it is computed; of a kind its column */
    Text unit;      /* may be empty */
    bool needed;
    Text otherwise; /* what holds without the key; may be empty */
    Text meaning;
} KindRow;

typedef struct {
    KindRow *items;
    size_t count, capacity;
} KindList;

/* `wanted` NULL: every kind, a row each. */
KindList kind_list(Arena *arena, EntryKinds kinds, const EntryKind *wanted);
Text kind_row_part(KindRowPart part); /* "key" */

#endif
