/* base/problem: what went wrong, where, and what to do about it.
 *
 * In:       a kind of the list, a place, a message.
 * Out:      recorded problems, in order; their text, with the line, a caret and the remedy.
 * Includes: base/source, base/text, base/run.
 *
 * Nothing here prints. A stage goes on after a problem and reports all it can; the pipeline stops between stages. */
#ifndef PROFORMA_BASE_PROBLEM_H
#define PROFORMA_BASE_PROBLEM_H

#include "base/source.h"

typedef enum { SEVERITY_note, SEVERITY_warning, SEVERITY_usage, SEVERITY_error } Severity;

typedef enum {
#define PROBLEM(name, severity, remedy) PROBLEM_##name,
#include "base/problem_list.h"
#undef PROBLEM
    PROBLEM_KINDS
} ProblemKind;

typedef struct {
    ProblemKind kind;
    Severity severity;
    Place place;
    Text message;
} Problem;

typedef struct {
    Problem *items;
    size_t count, capacity;
    uint32_t *slots; /* 1 + index of a problem, found by what it says; 0: none */
    size_t slot_count; /* a power of two, or 0; never more than half of them are taken */
} Problems;

struct Run;

/* Records a problem with the severity of the list and returns false, so that `return problem(...)` ends a failed call. */
__attribute__((format(printf, 4, 5))) bool problem(struct Run *run, ProblemKind kind, Place place, const char *format, ...);
/* The same with another severity: what is an error in a statement that a scenario uses is a warning when a file is only parsed. */
__attribute__((format(printf, 5, 6))) bool problem_as(struct Run *run, Severity severity, ProblemKind kind, Place place, const char *format, ...);

const char *problem_name(ProblemKind kind);
const char *problem_remedy(ProblemKind kind);

/* The gravest recorded so far; SEVERITY_note when nothing was. */
Severity problem_gravest(const Problems *problems);
size_t problem_count(const Problems *problems, Severity at_least);

/* "base.cfg:41:12: error: entry ... is out by 1 [unbalanced_entry]", the line, a caret, the remedy; ends with a newline. */
Text problem_text(struct Run *run, const Problem *recorded);

#endif
