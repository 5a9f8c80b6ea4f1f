/* Kinds as CSV: kind,part,name,type,unit,needed,default,meaning. */
#include "report/write_csv.h"

Text csv_kinds(Arena *arena, const KindList *list)
{
    TextBuilder out = {.arena = arena};
    text_append(&out, TEXT("kind,part,name,type,unit,needed,default,meaning\n"));
    for (size_t i = 0; i < list->count; i++) {
        const KindRow *row = &list->items[i];
        const Text fields[] = {row->kind, kind_row_part(row->part), row->name, row->type, row->unit, row->needed ? TEXT("1") : TEXT("0"), row->otherwise, row->meaning};
        csv_record(&out, fields, sizeof fields / sizeof *fields);
    }
    return text_builder_text(&out);
}
