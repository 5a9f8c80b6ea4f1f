/* scenario/entry_kind: what a kind of entry is: its keys, the figures that it hands out, and how it is compiled.
 *
 * In:       a table of kinds (model/adjust.c: adjustment_kinds), one record a file model/adjust_<kind>.c.
 * Out:      the types with which scenario/ reads an entry of any kind, and model/ compiles it.
 * Includes: base, statement, scenario/expression.
 *
 * A key is declared once, in the kind's table: reading, units, --set, names and the manual follow from it. */
#ifndef PROFORMA_SCENARIO_ENTRY_KIND_H
#define PROFORMA_SCENARIO_ENTRY_KIND_H

#include "scenario/expression.h"

/* The columns of a report beside each company's, in their order. */
typedef enum { COLUMN_reclassifications, COLUMN_adjustments, COLUMN_autonomous, COLUMN_pro_forma, COLUMN_KINDS } ColumnKind;
#define COLUMN_none COLUMN_KINDS /* of what stands in a note only */

typedef enum {
    KEY_formula, /* an amount over lines, inputs and other entries, in the key's unit */
    KEY_choice,  /* one of the key's words */
    KEY_text,
    KEY_flag,
    KEY_whole,   /* a whole number, 0 or more */
    KEY_line,    /* a line of the chart */
    KEY_date,    /* YYYY-MM-DD */
    KEY_entries, /* a list of names of entries */
    KEY_items    /* named things with keys of their own */
} KeyType;

/* Two prices, never mixed: that at which shares issued are measured (deal.measurement_price), and the average of a period, with which the
 * treasury stock method buys back (market.average_price). */
typedef enum { PRICE_any, PRICE_measurement, PRICE_average } PriceRole;

typedef struct EntryKey {
    const char *name;        /* NULL ends a table */
    KeyType type;
    bool needed;
    UnitKind unit;           /* KEY_formula */
    PriceRole price;         /* KEY_formula */
    bool part;               /* KEY_formula: a rate or a part of a whole, 0 to 1; who writes 40 for 40 percent is told (model_require_part) */
    const char *otherwise;   /* KEY_formula: a name that stands in where the key is not given and the scenario has it; NULL: none */
    const char *const *words; /* KEY_choice, ended by NULL; the first is the default */
    const struct EntryKey *item_keys; /* KEY_items */
    const char *meaning;     /* for people, in the manual */
} EntryKey;

/* The value of one key in one entry. */
typedef struct EntryValue {
    bool given;
    const char *part;          /* the name of its key where that is a rate or a part; NULL: it is none */
    Place place;
    const Expression *formula; /* NULL: neither given nor otherwise known */
    Text text;                 /* as written */
    size_t choice;
    bool flag;
    int64_t whole;
    LineId line;               /* LINE_NONE: not given */
    Day day;                   /* DAY_NONE: not given */
    size_t *entries;           /* positions in the scenario */
    struct EntryItem *items;
    size_t count;              /* of entries or items */
} EntryValue;

typedef struct EntryItem {
    Text name;
    Place place;
    EntryValue *values; /* one for each of the item's keys; NULL where it could not be read */
} EntryItem;

/* A named result, entries.NAME.FIGURE. */
typedef struct {
    const char *name; /* NULL ends a table */
    UnitKind unit;
    bool at_balance;  /* computed with the balance sheet; else with each statement of operations */
    const char *meaning;
} EntryFigure;

/* Whose income an entry of the kind moves in operations: what other holders keep of a target, they keep of that. */
typedef enum {
    INCOME_OF_unsaid,
    INCOME_OF_none,        /* nobody's: it moves none */
    INCOME_OF_acquirer,    /* what it costs the acquirer to have the target, such as interest */
    INCOME_OF_fair_values, /* the target's, by what a purchase measures anew in its books */
    INCOME_OF_company,     /* that of the company which the entry names */
    INCOME_OF_taxed        /* of each leg that of the entry whose income it taxes */
} IncomeOf;

struct Adjust;
struct ScenarioEntry;

typedef struct EntryKind {
    const char *name, *summary;
    ColumnKind column;
    bool free;      /* legs as the scenario writes them, on any statement */
    bool of_target; /* is one target's, which need not be named where there is one */
    bool purchase;  /* of a target, too; on the balance sheet it is part of the purchase of a target: what it leaves over is closed by goodwill */
    bool closes;    /* goodwill: closes the purchase */
    bool needs_deal; /* depends on the regime */
    bool untaxed;   /* what it moves of income is no part of taxable income unless the entry says deductible = true */
    bool below_tax; /* what it posts to operations stands below taxes and follows from them */
    bool every_basis; /* its part in operations is in those of every basis, and not in GAAP ones alone */
    IncomeOf income_of;
    const EntryKey *keys;       /* may be NULL */
    const EntryFigure *figures; /* may be NULL */
    bool (*balance_sheet)(struct Adjust *); /* NULL: the kind has no part in this statement */
    bool (*operations)(struct Adjust *);
    bool (*operates)(const struct ScenarioEntry *); /* has this one a part in operations? NULL: every one, where the kind has */
    bool (*leaves_part)(const struct ScenarioEntry *); /* does it leave others a part of the target? NULL: no entry of the kind does */
    bool (*reconcile)(struct Adjust *); /* once the per-share figures of the statement are known; NULL: the kind has nothing to do with them */
} EntryKind;

/* A table of kinds, ended by NULL. */
typedef const EntryKind *const *EntryKinds;

const EntryKind *entry_kind_find(EntryKinds kinds, Text name); /* NULL when there is none */
size_t entry_key_count(const EntryKey *keys);                  /* 0 for NULL */
size_t entry_figure_count(const EntryFigure *figures);
/* The end of a message about a name that is no kind. */
Text entry_kind_suggest(Arena *arena, EntryKinds kinds, Text name);

#endif
