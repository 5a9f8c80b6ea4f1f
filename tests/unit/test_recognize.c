/* statement/recognize: kinds, companies, units, headings and captions of tables of all sorts. */
#include "recognized.h"

#define HEAD "                                          Three months ended March 31,\n                                            2004        2003\n"
#define OPERATIONS "ACME WIDGET CORP.\nCONSOLIDATED STATEMENTS OF OPERATIONS\n(in thousands)\n\n" HEAD
#define SHEET "ACME WIDGET CORP.\nCONSOLIDATED BALANCE SHEETS\n(in thousands)\n\n                                           March 31,  December 31,\n" \
              "                                            2004        2003\n"

/* --- rows --- */

/* "section | caption | value unit value unit" of each row, one a line; values that are not dated in brackets. */
static const char *rows_shown(const Recognized *recognized, const Statement *statement)
{
    Arena *arena = recognized->desk->run.arena;
    TextBuilder out = {.arena = arena};
    for (size_t r = 0; r < statement->row_count; r++) {
        const Row *row = &statement->rows[r];
        text_append_format(&out, TEXT_FORMAT " | " TEXT_FORMAT " |", TEXT_ARGUMENTS(row->section), TEXT_ARGUMENTS(row->caption));
        for (size_t c = 0; c < row->cell_count; c++) {
            Text value = row->cells[c].nil ? TEXT("--") : printed_plain(arena, row->cells[c].printed);
            text_append_format(&out, row->cells[c].dated ? " " TEXT_FORMAT : " [" TEXT_FORMAT "]", TEXT_ARGUMENTS(value));
        }
        text_append_format(&out, " " TEXT_FORMAT "\n", TEXT_ARGUMENTS(unit_name(arena, row->unit)));
    }
    return text_zero_terminated(arena, text_builder_text(&out));
}

static const struct {
    const char *text, *rows;
} tables[] = {
    /* headings end with their totals, with or without words, or when rows step back */
    {OPERATIONS "Net revenues:\n  Product                                   $ 1,200     $ 1,000\n  Service                                       100          --\n"
                "                                            -------     -------\n    Total net revenues                        1,300       1,000\n"
                "Costs\n  Product                                       700         600\n                                            -------     -------\n"
                "                                                700         600\nGross margin                                    600         400\n"
                "Other (1)                                        (1          (2)\n",
     "Net revenues | Product | 1200 1000 usd_thousands\nNet revenues | Service | 100 -- usd_thousands\nNet revenues | Total net revenues | 1300 1000 usd_thousands\n"
     "Costs | Product | 700 600 usd_thousands\nCosts |  | 700 600 usd_thousands\n | Gross margin | 600 400 usd_thousands\n | Other | -1 -2 usd_thousands\n"},
    {SHEET "               ASSETS\nCurrent assets:\n  Cash                                      $    10     $    20\n  Other current assets                            1           2\n"
           "    Total current assets                         11          22\nGoodwill                                          5           5\n"
           "    Total assets                            $    16     $    27\n\n     LIABILITIES AND STOCKHOLDERS' EQUITY\nCurrent liabilities:\n"
           "  Accounts payable                          $     1     $     2\n    Total current liabilities                     1           2\nNotes                                             4           5\n\n"
           "Commitments and contingencies\n\nStockholders' equity:\n  Common stock, $.01 par value; authorized\n  30,000,000 shares; issued\n"
           "  13,577,000 at June 30, 2005                    11          20\n    Total stockholders' equity                   11          20\n"
           "    Total liabilities and stockholders'\n    equity                                  $    16     $    27\n",
     "Current assets | Cash | 10 20 usd_thousands\nCurrent assets | Other current assets | 1 2 usd_thousands\nCurrent assets | Total current assets | 11 22 usd_thousands\n"
     "ASSETS | Goodwill | 5 5 usd_thousands\nASSETS | Total assets | 16 27 usd_thousands\nCurrent liabilities | Accounts payable | 1 2 usd_thousands\n"
     "Current liabilities | Total current liabilities | 1 2 usd_thousands\nLIABILITIES AND STOCKHOLDERS' EQUITY | Notes | 4 5 usd_thousands\n"
     "Stockholders' equity | Common stock, $.01 par value; authorized 30,000,000 shares; issued 13,577,000 at June 30, 2005 | 11 20 usd_thousands\n"
     "Stockholders' equity | Total stockholders' equity | 11 20 usd_thousands\n"
     "LIABILITIES AND STOCKHOLDERS' EQUITY | Total liabilities and stockholders' equity | 16 27 usd_thousands\n"},
    /* captions over lines; numbers in captions; a hyphen at the end of a line */
    {OPERATIONS "Loss on early extinguishment\n  of debt, net of tax of $1,160              (2,121)           -\nPurchased assets, net and other long-term\n"
                "assets                                       63,987      67,266\nCurrent portion of long-\n  term debt                                        1           2\n"
                "Minority interest in income\n (loss) in consolidated\n subsidiary                                      22          10\n",
     " | Loss on early extinguishment of debt, net of tax of $1,160 | -2121 -- usd_thousands\n"
     " | Purchased assets, net and other long-term assets | 63987 67266 usd_thousands\n | Current portion of long-term debt | 1 2 usd_thousands\n"
     " | Minority interest in income (loss) in consolidated subsidiary | 22 10 usd_thousands\n"},
    /* amounts per share and share counts by caption or heading */
    {OPERATIONS "Net income                                  $   480     $   400\nNet income per share:\n  Basic                                     $   .48     $   .40\n"
                "  Diluted                                       .47         .39\nShares used in computing net income per share:\n"
                "  Basic                                       1,000       1,000\nDividends declared per share                $   .01     $   .01\n",
     " | Net income | 480 400 usd_thousands\nNet income per share | Basic | 0.48 0.40 usd_per_share\nNet income per share | Diluted | 0.47 0.39 usd_per_share\n"
     "Shares used in computing net income per share | Basic | 1000 1000 shares_thousands\n | Dividends declared per share | 0.01 0.01 usd_per_share\n"},
    /* rows that leave columns empty */
    {OPERATIONS "Net income                                  $   480     $   400\nWorkforce                                               $    30\n"
                "Moving                                      $    20\nTotal                                       $   500     $   430\n",
     " | Net income | 480 400 usd_thousands\n | Workforce | 30 usd_thousands\n | Moving | 20 usd_thousands\n | Total | 500 430 usd_thousands\n"},
    /* a page break and its number inside the table */
    {SHEET "Current assets:\n  Cash                                      $    10     $    20\n\n                     - 3 -\n<PAGE>   4\n"
           "  Inventories                                    30          31\nTotal current assets                        $    40     $    51\n",
     "Current assets | Cash | 10 20 usd_thousands\nCurrent assets | Inventories | 30 31 usd_thousands\nCurrent assets | Total current assets | 40 51 usd_thousands\n"},
};

START_TEST(reads_rows)
{
    Recognized recognized = recognized_begin(tables[_i].text);
    ck_assert(recognized.good);
    ck_assert_uint_eq(recognized.statements.count, 1);
    ck_assert_str_eq(rows_shown(&recognized, &recognized.statements.items[0]), tables[_i].rows);
    recognized_end(&recognized);
}
END_TEST

/* --- what tables are --- */

#define BODY "Net sales                                   $ 1,200     $ 1,000\nNet income                                      700         600\n"

static const struct {
    const char *title, *shown; /* entity kind basis money shares */
} titles[] = {
    {"ACME WIDGET CORP. AND SUBSIDIARIES\n\nCONSOLIDATED STATEMENTS OF INCOME\n(in thousands)\n", "acme_widget operations gaap usd_thousands shares_thousands"},
    {"ACME WIDGET CORP.\nNon-GAAP Consolidated Statements of Operations (1)\n(in millions, except per share amounts)\n",
     "acme_widget operations non_gaap usd_millions shares_millions"},
    {"ACME WIDGET CORP.\nStatements of Operations - Pro Forma\n(In thousands, except share and per share data)\n",
     "acme_widget operations non_gaap usd_thousands shares"},
    {"ACME WIDGET CORP.\nRECONCILIATION OF NON-GAAP TO GAAP CONDENSED CONSOLIDATED STATEMENTS OF\nOPERATIONS\n(in thousands)\n",
     "acme_widget reconciliation gaap usd_thousands shares_thousands"},
    {"ACME WIDGET CORP.\nSTATEMENTS OF INCOME\n(In millions, except number of shares, which are in thousands)\n",
     "acme_widget operations gaap usd_millions shares_thousands"},
    {"ACME WIDGET CORP.\nCONSOLIDATED STATEMENTS OF\nCASH FLOWS\n(Dollars in Millions)\n", "acme_widget cash_flows gaap usd_millions shares_millions"},
    {"JUNIPER NETWORKS, INC.\nCONSOLIDATED STATEMENTS OF OPERATIONS\n", "juniper operations gaap usd shares"},
    {"<CONFORMED-NAME>ACME WIDGET CO INC\nCONDENSED STATEMENTS OF INCOME\n($000's omitted)\n", "acme_widget operations gaap usd_thousands shares_thousands"},
    {"                ACME WIDGET, INC.\n     (Exact name of registrant as specified in its charter)\n\n\nSTATEMENTS OF EARNINGS\n",
     "acme_widget operations gaap usd shares"},
    {"ACME WIDGET CORP.\nCONSOLIDATED STATEMENTS OF COMPREHENSIVE INCOME\n(in thousands)\n", "acme_widget footnote gaap usd_thousands shares_thousands"},
    {"ACME WIDGET CORP.\nPARENT COMPANY ONLY STATEMENTS OF INCOME\n(in thousands)\n", "acme_widget footnote gaap usd_thousands shares_thousands"},
};

START_TEST(knows_tables)
{
    TextBuilder text = {.arena = NULL};
    Desk *scratch = desk_begin();
    text.arena = scratch->run.arena;
    text_append_format(&text, "%s\n" HEAD BODY, titles[_i].title);
    Recognized recognized = recognized_begin(text_zero_terminated(scratch->run.arena, text_builder_text(&text)));
    ck_assert(recognized.good);
    const Statement *statement = &recognized.statements.items[0];
    Arena *arena = scratch->run.arena;
    Text shown = text_format(arena, TEXT_FORMAT " " TEXT_FORMAT " " TEXT_FORMAT " " TEXT_FORMAT " " TEXT_FORMAT, TEXT_ARGUMENTS(statement->entity),
                             TEXT_ARGUMENTS(recognized.desk->chart->statements[statement->kind].name), TEXT_ARGUMENTS(basis_name(statement->basis)),
                             TEXT_ARGUMENTS(unit_name(arena, statement->money)), TEXT_ARGUMENTS(unit_name(arena, statement->shares)));
    ck_assert_str_eq(text_zero_terminated(arena, shown), titles[_i].shown);
    recognized_end(&recognized);
    desk_end(scratch);
}
END_TEST

/* --- several tables --- */

static const struct {
    const char *text, *kinds; /* of the statements, and how many rows each has */
    int warnings;
} files[] = {
    /* a footnote takes the columns of the table above it */
    {OPERATIONS BODY "\n(1) Charges relate to the following\ncategories by period:\n  Cost of sales                             $     1     $     2\n"
                     "  Selling                                         3           4\n",
     "operations 2 footnote 2 ", 0},
    /* prose does not */
    {OPERATIONS BODY "\nThe company spent on the following things as it saw fit in each of the\nperiods that are shown above in this release.\n\n"
                     "  Cost of sales                             $     1     $     2\n  Selling                                         3           4\n"
                     "  Other                                           3           4\n",
     "operations 2 ", 1},
    /* a table split by a page goes on, with its head again or without */
    {SHEET "Cash                                        $    10     $    20\nTotal assets                                $    10     $    20\n"
           "The accompanying notes are an integral part of these statements.\n<PAGE> 5\n\n                                           March 31,  December 31,\n"
           "Liabilities and Stockholders' Equity        2004        2003\n\nTotal liabilities                           $    10     $    20\n",
     "balance_sheet 3 ", 0},
    {SHEET "Cash                                        $    10     $    20\nTotal assets                                $    10     $    20\n"
           "See notes to financial statements.\n<PAGE> 5\n\nLIABILITIES\nTotal liabilities                           $    10     $    20\n",
     "balance_sheet 3 ", 0},
    /* without a title: by its first caption; in notes always a footnote */
    {OPERATIONS BODY "\n\n" HEAD "Non-GAAP net income                         $    10     $    20\nNet income                                       10          20\n",
     "operations 2 reconciliation 2 ", 0},
    {OPERATIONS BODY "\nNOTES TO CONSOLIDATED FINANCIAL STATEMENTS\n\n" HEAD
                     "Pro forma net income                        $    10     $    20\nNet income                                       10          20\n",
     "operations 2 footnote 2 ", 0},
    /* contents, page numbers and schedules of data are no tables */
    {"STATEMENTS\nConsolidated Balance Sheets at March 31, 2004                              3\nConsolidated Statements of Income                          4\n"
     "Notes                                                                     12\n<PAGE>\n" OPERATIONS BODY "<DOCUMENT>\n<TYPE>EX-27\n" OPERATIONS BODY,
     "operations 2 ", 0},
};

START_TEST(parts_tables)
{
    Recognized recognized = recognized_begin(files[_i].text);
    TextBuilder out = {.arena = recognized.desk->run.arena};
    for (size_t i = 0; i < recognized.statements.count; i++)
        text_append_format(&out, TEXT_FORMAT " %zu ", TEXT_ARGUMENTS(recognized.desk->chart->statements[recognized.statements.items[i].kind].name),
                           recognized.statements.items[i].row_count);
    ck_assert_str_eq(text_zero_terminated(recognized.desk->run.arena, text_builder_text(&out)), files[_i].kinds);
    ck_assert_int_eq((int)desk_count(recognized.desk, PROBLEM_undated_table), files[_i].warnings);
    recognized_end(&recognized);
}
END_TEST

START_TEST(instants_of_flows)
{
    Recognized recognized = recognized_begin("ACME WIDGET CORP.\nSTATEMENTS OF CASH FLOWS\n\n" HEAD
                                             "Net increase in cash                        $    10     $    20\nCash at beginning of period                      20          --\n"
                                             "Cash at end of period                       $    30     $    20\n");
    const Statement *statement = &recognized.statements.items[0];
    Arena *arena = recognized.desk->run.arena;
    ck_assert(period_is_instant(statement->rows[1].cells[0].period));
    ck_assert_str_eq(text_zero_terminated(arena, day_iso(arena, statement->rows[1].cells[0].period.end)), "2003-12-31");
    ck_assert_str_eq(text_zero_terminated(arena, day_iso(arena, statement->rows[2].cells[1].period.end)), "2003-03-31");
    ck_assert(!period_is_instant(statement->rows[0].cells[0].period));
    recognized_end(&recognized);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("recognize");
    unit_add(suite, "reads rows", reads_rows, UNIT_COUNT(tables));
    unit_add(suite, "knows tables", knows_tables, UNIT_COUNT(titles));
    unit_add(suite, "parts tables", parts_tables, UNIT_COUNT(files));
    unit_add(suite, "instants of flows", instants_of_flows, 1);
    return unit_run(suite);
}
