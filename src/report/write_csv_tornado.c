/* Tornado as CSV: a row for each input of each figure; inputs that do not move it are left out. */
#include "report/write_csv.h"

Text csv_tornado(Arena *arena, const TornadoReport *report)
{
    TextBuilder out = {.arena = arena};
    text_append(&out, TEXT("figure,figure_unit,base_value,rank,name,unit,base,derivative,one_percent,from,to,value_from,value_to,swing,least,least_at,largest,largest_at\n"));
    for (size_t i = 0; i < report->count; i++) {
        const TornadoTable *table = &report->tables[i];
        for (size_t j = 0; j < table->rows.count; j++) {
            const TornadoRow *row = &table->rows.items[j];
            const Text fields[] = {table->figure, table->unit, table->base, text_format(arena, "%zu", j + 1), row->name, row->unit, row->base, row->derivative, row->one_percent,
                                   row->from.at, row->to.at, row->from.value, row->to.value, row->swing, row->least.value, row->least.at, row->largest.value, row->largest.at};
            csv_record(&out, fields, sizeof fields / sizeof *fields);
        }
    }
    return text_builder_text(&out);
}
