/* base/problem: what went wrong, where, and what to do about it.
 *
 * In:       a kind of the list, a place, a message.
 * Out:      recorded problems, in order; their text, with the line, a caret, the rule and the remedy.
 * Includes: base/source, base/text, base/run.
 *
 * Nothing here prints. A stage goes on after a problem and reports all it can; the pipeline stops between stages. */
#ifndef PROFORMA_BASE_PROBLEM_H
#define PROFORMA_BASE_PROBLEM_H

#include "base/source.h"

typedef enum { SEVERITY_note, SEVERITY_warning, SEVERITY_usage, SEVERITY_error } Severity;

typedef enum {
#define PROBLEM(name, severity, rule, remedy) PROBLEM_##name,
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
Severity problem_severity(ProblemKind kind); /* that of the list */

/* The gravest recorded so far; SEVERITY_note when nothing was. */
Severity problem_gravest(const Problems *problems);
size_t problem_count(const Problems *problems, Severity at_least);

/* The text of a problem in pieces, in their order; each but `caret` may be printed as it is, and one that does not apply is empty. */
typedef struct {
    Text place;    /* "base.cfg:41:12: ", or "proforma: " when there is none */
    Text severity; /* "error" */
    Text message;  /* ": entry ... is out by 1 [unbalanced_entry]", and the line that is meant; ends with a newline */
    Text caret;    /* blanks and ^ under the place; without an end of line */
    Text remedy;   /* the rule, unless the problem is a note, and the remedy; ends with a newline */
} ProblemParts;

ProblemParts problem_parts(struct Run *run, const Problem *recorded);
/* All of them in one. */
Text problem_text(struct Run *run, const Problem *recorded);
/* The parts of [out_of_memory], for which no memory is needed. */
ProblemParts problem_out_of_memory(void);

#endif
