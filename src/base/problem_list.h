/* Every problem that the program can report: PROBLEM(name, severity, remedy), one a line.
 * The name stands in brackets at the end of a message and is the folder of its reproducer under tests/errors/.
 * From this list come the messages, the exit code, the manual and the test that no reproducer is missing.
 * An error leaves the result unusable (exit 3; usage: exit 2), a warning is something to look at (exit 1), a note is neither. */

/* command line */
PROBLEM(bad_usage, usage, "See proforma --help, and proforma COMMAND --help for an example.")

/* files */
PROBLEM(file_missing, error, "Check the path; paths inside a scenario are relative to the file that holds them.")
PROBLEM(file_unreadable, error, "Give the file read permission, or name another file.")
PROBLEM(file_is_folder, error, "Name a file inside the folder.")
PROBLEM(file_empty, error, "Put the text of the filing or scenario into the file.")
PROBLEM(file_binary, error, "Save the document as plain text and name that file.")
PROBLEM(file_too_large, error, "Name the part of the filing that holds the statements.")
PROBLEM(output_failed, error, "Free space or choose another place; a file that was there before is unchanged.")

/* settings */
PROBLEM(setting_syntax, error, "Write settings as name = value; and groups as name = { ... };")
PROBLEM(integer_misread, error, "Write large whole numbers as text with a unit, such as \"10,737 million\".")
PROBLEM(real_misread, error, "Write a number that a double holds, from 2.3e-308 to 1.7e308.")
PROBLEM(byte_order_mark, error, "Save the file as plain UTF-8, without a byte order mark.")
PROBLEM(settings_too_large, error, "Split the settings: 1 MiB in all, 1000 settings in a group, 32 brackets and 10 includes deep.")
PROBLEM(comment_unclosed, error, "End the comment with */.")
PROBLEM(include_loop, error, "Remove one of the @include lines that name each other.")
PROBLEM(setting_type, error, "Write a value of the type that the message names.")
PROBLEM(setting_missing, error, "Add the setting that the message names.")
PROBLEM(unknown_key, error, "Correct the spelling, or remove the setting.")
PROBLEM(duplicate_key, error, "Keep one of the two settings.")

/* scenario */
PROBLEM(bad_date, error, "Write dates as 2004-03-31 and periods as 2004-03-31/3M, 2004-03-31/13W or 2004-03-31.")
PROBLEM(bad_amount, error, "Write amounts as text with separators and a scale, such as \"30,505\" or \"1,250.0 million\".")
PROBLEM(bad_name, error, "Choose another name, of letters, digits and _, that means nothing else.")
PROBLEM(unknown_choice, error, "Use one of the words that the message names.")
PROBLEM(out_of_range, error, "Use a value within the range that the message names.")
PROBLEM(unknown_unit, error, "Use usd, shares (with _thousands or _millions), usd_per_share, ratio or percent.")
PROBLEM(unknown_company, error, "Name a company of the scenario's companies.")
PROBLEM(unknown_statement, error, "Use operations, balance_sheet, cash_flows, reconciliation or footnote, with .gaap or .non_gaap after operations.")
PROBLEM(unknown_chart, error, "Name a file of config/charts/ without its ending, or \"general\"; a new chart is a new file there.")
PROBLEM(mixed_charts, error, "Give the scenario one chart for all its companies, such as chart = \"general\".")
PROBLEM(unknown_line, error, "Use a line of config/chart.cfg or of the chart of its industry in config/charts/.")
PROBLEM(unknown_entry, error, "Name as inverse_of an entry that stands above and is no inverse itself.")
PROBLEM(unknown_name, error, "Use GROUP.INPUT, COMPANY.LINE, COLUMN.LINE or entries.NAME.LINE, with @END/LENGTH and :BASIS after it where needed.")
PROBLEM(expression_syntax, error, "Use names, numbers, + - * /, parentheses, min max clamp round, and if(condition, a, b).")

/* filings and statements */
PROBLEM(no_statement, error, "Check that the file is a filing or release with statements in plain text.")
PROBLEM(nothing_taken, error, "Check `take`, and give the company the `names` that its filings print.")
PROBLEM(undated_table, warning, "Compare the head of the table with the file; a head needs a date and, for flows, a length for every column.")
PROBLEM(total_rounded, note, "Nothing to do: a difference that rounding explains.")
PROBLEM(total_does_not_foot, warning, "Compare the rows with the file; if the filer\'s own figures do not add up, name a corrected copy of the statement in the scenario.")
PROBLEM(subtotal_unexplained, note, "Nothing to do: the rows are taken as printed; a line in config/chart.cfg makes them totals that are tested.")
PROBLEM(columns_swapped, warning, "Compare the row with the file; it stays as printed. If the filer exchanged the figures, name a corrected copy of the statement in the scenario.")
PROBLEM(eps_does_not_recompute, warning, "Compare income, shares and per-share amount with the file.")
PROBLEM(unmapped_caption, error, "Add the caption to its line in config/chart.cfg or in the chart of its industry in config/charts/, or leave the statement out with `take`.")
PROBLEM(inexact_conversion, error, "Choose a reporting_unit in which the filing's figures are whole.")
PROBLEM(amount_overflow, error, "Choose a larger reporting_unit; amounts beyond 2^50 units are refused.")
PROBLEM(restated, note, "Nothing to do: the later filing is used; both places are named.")
PROBLEM(stock_split, note, "Nothing to do: earlier share counts are brought to the later filing's basis.")
PROBLEM(statements_disagree, note, "Nothing to do: each statement is taken as printed; both places are named.")

/* calendar */
PROBLEM(period_unreachable, error, "Add a filing that reports the missing span, or ask for another period.")

/* model */
PROBLEM(unbalanced_entry, error, "Make the effects of the legs on net income (or on assets less liabilities and equity) sum to zero.")
PROBLEM(not_neutral, error, "A reclassification may not change income; use kind = \"adjustment\", or correct its legs.")
PROBLEM(source_not_reported, error, "Take the amount from a line that the company reports in this period.")
PROBLEM(mixed_presentation, error, "Take the statement from filings of one presentation.")
PROBLEM(remainder_sign, warning, "Check that the amount moved is part of the line that it is moved from.")
PROBLEM(different_units, error, "Give both scenarios one reporting_unit, such as with --set reporting_unit=usd_thousands.")
PROBLEM(unused_input, warning, "Name it in an expression, or remove it.")
PROBLEM(unused_entry, warning, "Check its statement, basis and periods against the periods of the scenario, or remove it.")
PROBLEM(unused_filing, warning, "Check `filed` and `take`, or remove the filing.")
PROBLEM(unused_take, warning, "Remove the item, or take it from the filing that prints it.")
PROBLEM(unused_company, warning, "Name it in `targets`, or remove it.")
PROBLEM(verification_failed, warning, "Compare the figure with its source; correct the scenario or the expected value.")
