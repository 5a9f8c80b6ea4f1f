/* statement/own_name: a company's own name in its captions.
 *
 * In:       a caption and the name above the statement, both in the form in which captions are compared.
 * Out:      the caption with the word "company" in place of the name.
 * Includes: base.
 *
 * "Total Quarry Systems stockholders' equity" of Quarry Systems, Inc., "Net income attributable to GE" of General Electric Company: filers name
 * themselves by their whole name, by its first words, or by initials. No list of companies is needed, for the name stands in the title. */
#ifndef PROFORMA_STATEMENT_OWN_NAME_H
#define PROFORMA_STATEMENT_OWN_NAME_H

#include "base/text.h"

/* False, and *caption as it was, when the name is not there. */
bool own_name_replace(Text *caption, Arena *arena, Text name);

#endif
