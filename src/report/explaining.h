/* report/explaining: an explanation while it is made. Private to explanation.c and to what it is made by.
 *
 * In:       slots and facts.
 * Out:      nodes of an explanation, each thing once.
 * Includes: report/explanation. */
#ifndef PROFORMA_REPORT_EXPLAINING_H
#define PROFORMA_REPORT_EXPLAINING_H

#include "report/explanation.h"

typedef struct {
    const Fact *fact;
    size_t node;
} ExplainedFact;

typedef struct {
    Explainer *explainer;
    const Model *model;
    Arena *arena;
    Explanation *out;
    FullName here; /* the parts of it are left out of titles */
    struct { ExplainedFact *items; size_t count, capacity; } facts;
} Explaining;

/* A node to be filled, by its position: nodes move while others are added. */
size_t explaining_add(Explaining *explaining, double value);
ExplainedNode *explaining_node(const Explaining *explaining, size_t node);
void explaining_operand(Explaining *explaining, size_t node, size_t operand, double weight);

/* Makes a node what a company's fact is: a cell, what an option gave, or what the calendar made of others. */
void explaining_fact(Explaining *explaining, size_t node, size_t company, const Fact *fact);

/* Which nodes have a line of their own, their titles, and what lies below each. */
void explaining_lay_out(Explaining *explaining);

#endif
