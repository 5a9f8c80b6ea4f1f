#include "report/words.h"

#include <math.h>
#include <stdlib.h>

Text words_units(const Model *model, bool per_share)
{
    static const char *const scales[] = {[0] = "in dollars", [3] = "in thousands", [6] = "in millions", [9] = "in billions"};
    return text_format(model->run->arena, "%s%s", scales[model->scenario->reporting.scale], per_share ? ", except per-share amounts" : "");
}

Text words_label(Arena *arena, Text text)
{
    Text copy = text_copy(arena, text);
    char *letters = (char *)copy.start;
    if (copy.length && char_is_lower(letters[0]))
        letters[0] = (char)(letters[0] - 'a' + 'A');
    for (size_t i = 0; i < copy.length; i++)
        letters[i] = letters[i] == '_' ? ' ' : letters[i];
    return copy;
}

Text words_kind(Arena *arena, const EntryKind *kind)
{
    return words_label(arena, text_of(kind->name));
}

Text words_digits(Arena *arena, double value)
{
    enum { DIGITS = 6 };
    if (!isfinite(value))
        return TEXT("");
    int decimals = value == 0 ? 0 : DIGITS - 1 - (int)floor(log10(fabs(value)));
    double power = pow(10, abs(decimals));
    double rounded = decimals < 0 ? round_decimal(value / power) * power : round_decimal(value * power) / power;
    return amount_plain(arena, isfinite(rounded) ? rounded : value);
}
