#include "model/analysis_table.h"

/* --- values --- */

Looked analysis_known(Slot slot)
{
    return (Looked){.slot = slot};
}

Looked analysis_missing(Analysing *at, const char *words, ...)
{
    va_list arguments;
    va_start(arguments, words);
    Text reason = text_format_list(at->model->run->arena, words, arguments);
    va_end(arguments);
    return (Looked){.slot = SLOT_NONE, .reason = reason};
}

Looked analysis_op(Analysing *at, OpCode code, Looked a, Looked b)
{
    if (a.slot == SLOT_NONE)
        return a;
    return b.slot == SLOT_NONE ? b : analysis_known(program_op(at->program, code, a.slot, b.slot, SLOT_NONE));
}

Looked analysis_constant(Analysing *at, double value)
{
    return analysis_known(value == 0 ? at->program->zero : value == 1 ? at->program->one : program_constant(at->program, value));
}

Looked analysis_meant(Analysing *at, double value, const char *meaning)
{
    return analysis_known(program_meant(at->program, value, meaning));
}

Slot analysis_not_positive(Analysing *at, Looked value)
{
    return analysis_op(at, OP_LESS_EQUAL, value, analysis_known(at->program->zero)).slot;
}

/* --- figures --- */

AnalysisFigure *analysis_put(Analysing *at, AnalysisId id, size_t subject, Looked value)
{
    AnalysisFigure *figure = list_push(at->model->run->arena, &at->made.figures);
    *figure = (AnalysisFigure){.id = id, .subject = subject, .slot = value.slot, .why = value.slot == SLOT_NONE ? value.reason : TEXT("")};
    return figure;
}

void analysis_except(Analysing *at, AnalysisFigure *figure, Slot when, const char *word, Text why)
{
    if (figure->slot == SLOT_NONE || when == SLOT_NONE)
        return;
    *list_push(at->model->run->arena, &figure->exceptions) = (AnalysisException){when, word, why};
    figure->slot = program_op(at->program, OP_SELECT, when, at->no_number, figure->slot);
}

void analysis_except_unknown(Analysing *at, AnalysisFigure *figure)
{
    Slot count = at->pro_forma_diluted.shares.slot;
    if (at->per_share.diluted_reason.length && count != SLOT_NONE)
        analysis_except(at, figure, program_op(at->program, OP_NOT_EQUAL, count, count, SLOT_NONE), NULL, at->per_share.diluted_reason);
}

void analysis_how(Analysing *at, AnalysisFigure *figure, const char *words, ...)
{
    va_list arguments;
    if (figure->slot == SLOT_NONE)
        return;
    va_start(arguments, words);
    figure->how = saying_make(at->model->run->arena, SLOT_NONE, words, arguments);
    va_end(arguments);
}
