#include "filing/filing.h"

#include "filing/read_text.h"

/* The first that knows a format reads it; plain text, which anything may be, comes last. */
static const Reader *const readers[] = {&reader_text};

bool filing_read(const Filing **out, Run *run, const Source *source)
{
    Filing *filing = arena_new(run->arena, Filing);
    filing->source = source;
    for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++)
        if (readers[i]->sniff(source)) {
            *out = filing;
            return readers[i]->read(filing, run, source);
        }
    return false;
}
