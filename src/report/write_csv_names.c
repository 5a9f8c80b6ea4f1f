/* Names as CSV: name,value,unit,settable,readable,what. */
#include "report/write_csv.h"

Text csv_names(Arena *arena, const NameList *list)
{
    TextBuilder out = {.arena = arena};
    text_append(&out, TEXT("name,value,unit,settable,readable,what\n"));
    for (size_t i = 0; i < list->count; i++) {
        const NamedItem *item = &list->items[i];
        const Text fields[] = {item->name, item->value, item->unit, item->settable ? TEXT("1") : TEXT("0"), item->readable ? TEXT("1") : TEXT("0"), item->what};
        csv_record(&out, fields, sizeof fields / sizeof *fields);
    }
    return text_builder_text(&out);
}
