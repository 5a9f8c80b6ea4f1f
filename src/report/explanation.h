/* report/explanation: how one figure came about, down to the cells of the filings.
 *
 * In:       an evaluated model, a slot of its program and the name by which it was asked for; or a setting of the scenario.
 * Out:      nodes, each a value with the operation that makes it of other nodes, or with the place where it is printed or written.
 * Includes: base, statement, calendar, scenario, model, report/slot_owner.
 *
 * Computed again from its leaves as the operations say, in the order of the operands, the first node is the figure, bit for bit. Money of the
 * calendar is a sum of whole numbers, weighted-average shares are days times shares over days, per-share amounts are quotients. */
#ifndef PROFORMA_REPORT_EXPLANATION_H
#define PROFORMA_REPORT_EXPLANATION_H

#include "report/slot_owner.h"

typedef enum {
    EXPLAINED_operation, /* of the program: `code` */
    EXPLAINED_same,      /* its operand, under another name */
    EXPLAINED_sum,       /* operands added from left to right, or subtracted where their weight is -1; before a first one that is, stands 0 */
    EXPLAINED_days,      /* (sum of operand x weight) / (sum of weights), both from left to right, the weights being days */
    EXPLAINED_scaled,    /* its operand times its weight */
    /* leaves */
    EXPLAINED_printed,   /* a cell of a filing */
    EXPLAINED_nil,       /* a cell printed as a dash: 0 */
    EXPLAINED_set,       /* given by an option --set in place of a cell */
    EXPLAINED_input,     /* an input of the scenario */
    EXPLAINED_number,    /* written in a formula */
    EXPLAINED_constant   /* of a rule */
} ExplainedAs;

typedef struct {
    size_t node;
    double weight; /* of sums and days; 1 of operands of other operations */
} ExplainedOperand;

typedef struct {
    ExplainedAs as;
    OpCode code;
    struct { ExplainedOperand *items; size_t count, capacity; } operands;
    size_t taken;      /* the operand that a choice takes; SIZE_MAX: it is none */
    double value;
    Text spoken;       /* as a person reads it */
    Unit unit;         /* UNIT_none: not told */
    bool percent;      /* people read it in percent */
    FullName full;     /* what it is; nothing in it: only part of a formula */
    bool named;        /* `full` is a name that explain takes */
    Text title;        /* `full` without the parts that are the same in the first node; of a part of formulas with a line of its own "#1" */
    Text letter;       /* of the note that tells of it */
    Text note;         /* what is to be said of how it was made, or of where it stands; may be empty */
    /* leaves */
    Text text;         /* as printed or written: "(3,035)", "20 million" */
    Unit written;      /* the unit of that, before a scale word; UNIT_none: that of the place where the number stands */
    Text caption;      /* of a cell, as printed */
    Text source;       /* of an input; what a constant is */
    Place place;
    /* layout: what has no line of its own is written out where it is used */
    bool own_line;
} ExplainedNode;

typedef struct {
    const Sources *sources;
    struct { ExplainedNode *items; size_t count, capacity; } nodes; /* the first is what was asked for; none: there is no value */
    uint8_t scale;      /* of money and shares in formulas */
    Text name;          /* in full */
    Text unit;
    Text reason;        /* why there is no value */
    bool is_setting;    /* the rest is of a setting */
    bool number;
    Text value;         /* as an option writes it; empty: left out */
    Place place;
    size_t depth;       /* levels to be shown below the first; SIZE_MAX: all */
} Explanation;

/* What is found once for all figures of a model. */
typedef struct Explainer Explainer;
Explainer *explainer_begin(const Model *model);

/* The figure of that slot, which is a number; `named` may be NAMED_nothing. */
void explain_slot(Explanation *out, Explainer *explainer, Slot slot, const FullName *full, Named named);

Text explained_unit(Arena *arena, const ExplainedNode *node); /* "usd_thousands"; empty: not told */
bool explained_is_leaf(const ExplainedNode *node);

typedef struct {
    size_t *items;
    size_t count, capacity;
} ExplainedLines;

/* Nodes with a line of their own right below that of a node, in the order in which its formula names them, each once. */
ExplainedLines explained_lines(Arena *arena, const Explanation *explanation, size_t node);
/* How many lines there are below that of a node, each counted once. */
size_t explained_below(Arena *arena, const Explanation *explanation, size_t node);
/* What makes a node, as a formula over these: "pro_forma.net_income / pro_forma.shares.basic"; empty for a leaf. */
Text explained_formula(Arena *arena, const Explanation *explanation, size_t node);

#endif
