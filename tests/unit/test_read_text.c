/* filing/read_text: a line becomes words and values, whatever its tabs, tags, leaders, dollar signs, parentheses and dashes. */
#include "filing/filing.h"
#include "unit.h"

#include <string.h>

typedef struct {
    Run run;
    jmp_buf out_of_memory;
    const Filing *filing;
} Page;

static Page *page_read(const char *bytes)
{
    Page *page = calloc(1, sizeof *page);
    page->run.arena = arena_create(&page->out_of_memory);
    const Source *source = source_add(&page->run.sources, page->run.arena, TEXT("page"), TEXT("page"), text_of(bytes));
    ck_assert(filing_read(&page->filing, &page->run, source));
    return page;
}

static void page_end(Page *page)
{
    arena_destroy(page->run.arena);
    free(page);
}

/* "words|words =digits =-digits =--": an attached value has ~ in place of =. */
static const char *row_shown(Page *page, const PageRow *row)
{
    static const char *const kinds[] = {"blank", "rule", "double", "page", "document", "table", "end", ""};
    TextBuilder out = {.arena = page->run.arena};
    text_append(&out, text_of(kinds[row->kind]));
    for (size_t i = 0; row->kind == ROW_text && i < row->word_count; i++) {
        if (i)
            text_append_char(&out, '|');
        text_append(&out, row->words[i].text);
    }
    for (size_t i = 0; row->kind == ROW_text && i < row->value_count; i++) {
        const Span *value = &row->values[i];
        text_append_format(&out, " %c", value->attached ? '~' : '=');
        text_append(&out, value->empty ? TEXT("none") : value->nil ? TEXT("--") : printed_plain(page->run.arena, value->printed));
        text_append(&out, value->percent ? TEXT("%") : (Text){0});
    }
    return text_zero_terminated(page->run.arena, text_trim(text_builder_text(&out)));
}

static const struct {
    const char *line, *shown;
} lines[] = {
    {"Net sales                $ 1,200     $  (30)", "Net sales =1200 =-30"},
    {"Net sales                $1,200      $(30)", "Net sales =1200 =-30"},
    {"Net sales                $ (  30 )   (1,200", "Net sales =-30 =-1200"},
    {"Net sales................  361.3       --", "Net sales =361.3 =--"},
    {"Net sales . . . . . . .      .34        -", "Net sales =0.34 =--"},
    {"Net sales.....361.3   339.9", "Net sales =361.3 =339.9"},
    {"Sold, net of tax of $1,160        (2,121)      -", "Sold, net of tax of ~1160 =-2121 =--"},
    {"Amortization (1)          4,129     7,522", "Amortization ~-1 =4129 =7522"},
    {"Balance at December 31, 2003      10", "Balance at December 31, ~2003 =10"},
    {"Authorized 30,000,000 shares; issued", "Authorized 30,000,000 shares; issued"},
    {"Preferred stock -", "Preferred stock ~--"},
    {"Margin                  69.4%     (1.5)%    N/A", "Margin =69.4% =-1.5% =none"},
    {"Sales\t\t100\t200 (a)", "Sales =100 =200"},
    {"     1999        1998", "=1999 =1998"},
    {"Sales     \xE2\x80\x94      \x97", "Sales =-- =--"},
    {"Sales\xA0\xA0\xA0 1,5", "Sales|1,5"},
    {"call 800-949-8963  or 1,2", "call 800-949-8963|or 1,2"},
    {"          --------   ------", "rule"},
    {"- ----------", "rule"},
    {"          ========", "double"},
    {"   <S>       <C>    <C>", "blank"},
    {"ASSETS          <C>   100", "ASSETS =100"},
    {"<cash>   1,200", "=1200"},
    {"   ", "blank"},
    {"-0-", "=--"},
};

START_TEST(reads_a_line)
{
    Page *page = page_read(lines[_i].line);
    ck_assert_uint_eq(page->filing->row_count, 1);
    ck_assert_str_eq(row_shown(page, &page->filing->rows[0]), lines[_i].shown);
    page_end(page);
}
END_TEST

static const struct {
    const char *text, *shown;
} pages[] = {
    {"a\n\n   - 3 -\n\nb\n", "a;blank;page;blank;b;"},
    {"a\n\n      7\n<PAGE>   8\nb\n", "a;blank;page;page;b;"},
    {"a\r\n\r\nPage 3 of 9\r\n\r\nb\r\n", "a;blank;page;blank;b;"},
    {"a       7\n\n        7\n\n", "a =7;blank;=7;blank;"},
    {"a\n\fb\n", "a;page;b;"},
    {"<PAGE>cover\nword\n", "page;word;"},
    {"<PAGE> ACME   10\n", "page;ACME =10;"},
    {"<Table><Caption>   1999\n</Table>\n", "table;=1999;end;"},
    {"<DOCUMENT>\n<TYPE>EX-27\n</DOCUMENT>\n", "document;document;document;"},
    {"word", "word;"},
};

START_TEST(reads_a_page)
{
    Page *page = page_read(pages[_i].text);
    TextBuilder out = {.arena = page->run.arena};
    for (size_t i = 0; i < page->filing->row_count; i++)
        text_append_format(&out, "%s;", row_shown(page, &page->filing->rows[i]));
    ck_assert_str_eq(text_zero_terminated(page->run.arena, text_builder_text(&out)), pages[_i].shown);
    page_end(page);
}
END_TEST

START_TEST(keeps_places)
{
    const char *text = "first\nSales\t $ (30)   $40\n";
    Page *page = page_read(text);
    const PageRow *row = &page->filing->rows[1];
    ck_assert_uint_eq(row->value_count, 2);
    ck_assert_int_eq(strncmp(text + row->values[0].place.start, "(30)", 4), 0);
    ck_assert_uint_eq(row->values[0].place.end - row->values[0].place.start, 4);
    ck_assert_int_eq(strncmp(text + row->values[1].place.start, "$40", 3), 0);
    ck_assert_uint_eq(row->values[0].left, 9); /* of the "$" behind the tab */
    page_end(page);
}
END_TEST

START_TEST(knows_the_registrant)
{
    Page *page = page_read("\tCOMPANY CONFORMED NAME:\t\t\tACME WIDGET CORP\n\tCOMPANY CONFORMED NAME: OTHER\n");
    ck_assert_str_eq(text_zero_terminated(page->run.arena, page->filing->registrant), "ACME WIDGET CORP");
    page_end(page);
    page = page_read("<CONFORMED-NAME>ACME WIDGET CO INC\n");
    ck_assert_str_eq(text_zero_terminated(page->run.arena, page->filing->registrant), "ACME WIDGET CO INC");
    page_end(page);
}
END_TEST

START_TEST(survives_long_lines)
{
    char *text = malloc(200001);
    for (size_t i = 0; i < 200000; i++)
        text[i] = "1 ( $ - ) , . x"[i % 15];
    text[200000] = '\0';
    Page *page = page_read(text);
    ck_assert_uint_eq(page->filing->row_count, 1);
    page_end(page);
    free(text);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("read_text");
    unit_add(suite, "reads a line", reads_a_line, UNIT_COUNT(lines));
    unit_add(suite, "reads a page", reads_a_page, UNIT_COUNT(pages));
    unit_add(suite, "keeps places", keeps_places, 1);
    unit_add(suite, "knows the registrant", knows_the_registrant, 1);
    unit_add(suite, "survives long lines", survives_long_lines, 1);
    return unit_run(suite);
}
