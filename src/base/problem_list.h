/* Every problem that the program can report: PROBLEM(name, severity, rule, remedy).
 * The name stands in brackets at the end of a message and is the folder of its reproducer under tests/errors/.
 * The rule is what is broken, or what was done and why, in one sentence; the remedy is what to do. Neither may have a % or a control
 * character: from this list come the messages, the exit code, proforma-problems(7) and the test that no reproducer is missing.
 * An error leaves the result unusable (exit 3; usage: exit 2), a warning is something to look at (exit 1), a note is neither. */

/* command line */
PROBLEM(bad_usage, usage, "A command takes the options and words that its --help lists.",
        "See proforma --help, and proforma COMMAND --help for an example.")

/* memory */
PROBLEM(out_of_memory, error, "A run keeps all that it reads in memory.",
        "Free memory, or read fewer or smaller files in one run.")

/* files */
PROBLEM(file_missing, error, "Every file that is named must be there.",
        "Check the path; one in a scenario is relative to its file. Bare names of scenarios are also looked for in $PROFORMA_SCENARIOS, ./scenarios and among the shipped ones, config/ in $PROFORMA_CONFIG.")
PROBLEM(file_unreadable, error, "Every file that is named must be a regular file that can be read.",
        "Give the file read permission, or name another file.")
PROBLEM(file_is_folder, error, "A filing, a scenario and a file of settings is one file.",
        "Name a file inside the folder.")
PROBLEM(file_empty, error, "A file without text holds no statements and no settings.",
        "Name the file that has the text; an empty one is often a save or download that failed.")
PROBLEM(file_binary, error, "Filings and settings are plain text; a PDF, a word processor's or a spreadsheet's file is not.",
        "Save the document as plain text and name that file.")
PROBLEM(file_too_large, error, "A file is read whole; 1 GiB is the limit.",
        "Name the part of the filing that holds the statements.")
PROBLEM(output_failed, error, "A result is written whole or not at all.",
        "Name a file in a folder that is there, may be written and has room; a file that was there before is unchanged.")

/* settings */
PROBLEM(setting_syntax, error, "Settings are written name = value; groups in braces, lists in parentheses or brackets, texts in double quotes.",
        "Look at the place and the line before it: a semicolon, a quote or a bracket is missing or one too many.")
PROBLEM(integer_misread, error, "Whole numbers without quotes are kept in 32 bits, with L at their end in 64; a larger one would be read as another number.",
        "Write large whole numbers as text with a unit, such as \"10,737 million\".")
PROBLEM(real_misread, error, "A number with a point has about 16 digits and a size from 2.3e-308 to 1.7e308; this one is outside.",
        "Write a number within that range.")
PROBLEM(byte_order_mark, error, "The file begins with an invisible mark (a byte order mark) that would be read as part of the first name.",
        "Save the file as plain UTF-8, without a byte order mark.")
PROBLEM(settings_too_large, error, "Settings are limited to 1 MiB in all, 1000 settings in a group, 32 brackets and 10 includes deep.",
        "Leave out what the scenario does not need; the message says which limit is passed.")
PROBLEM(comment_unclosed, error, "A comment that begins with /* goes on to the next */; the rest of the file would be left out in silence.",
        "End the comment with */.")
PROBLEM(include_loop, error, "An included file may not include itself, directly or through others.",
        "Remove one of the @include lines that name each other.")
PROBLEM(setting_type, error, "Each setting has one type: group, list, text in double quotes, number, or true and false.",
        "Write a value of the type that the message names.")
PROBLEM(setting_missing, error, "Some settings have no default.",
        "Add the setting that the message names.")
PROBLEM(unknown_key, error, "A setting that nothing reads is refused, so that a typing error does not pass in silence.",
        "Correct the spelling, or remove the setting.")
PROBLEM(duplicate_key, error, "A name means one thing: a setting, a caption or a company that is given twice is refused.",
        "Keep one of the two.")

/* scenario */
PROBLEM(bad_date, error, "Dates are days of the calendar, year first; a period is its last day and its length in months (M) or weeks (W).",
        "Write dates as 2004-03-31 and periods as 2004-03-31/3M, 2004-03-31/13W or 2004-03-31.")
PROBLEM(bad_amount, error, "An amount is a number with digits in groups of three or in none, with a scale word (thousand, million, billion) where it is money or shares.",
        "Write a number or a text such as \"30,505\"; money and shares also as \"1,250.0 million\".")
PROBLEM(bad_name, error, "A name that formulas use has letters, digits and _ only, and may not be that of something else.",
        "Choose another name, of letters, digits and _, that means nothing else.")
PROBLEM(unknown_choice, error, "The setting takes one of a few words.",
        "Use one of the words that the message names.")
PROBLEM(out_of_range, error, "The setting has a least and a largest value.",
        "Use a value within the range that the message names.")
PROBLEM(statement_unproved, warning, "A statement whose figures take part in no sum, equality or quotient that can be tested is worth what the reading of it is worth; silence is no proof.",
        "Compare its figures with the filing by hand, or take the statement from a filing that prints its totals.")
PROBLEM(statement_incomplete, warning, "What a statement lost, or leaves out, may be part of what is combined.",
        "Take the statement from a filing that prints it whole and is read whole, or leave it out with take.")
PROBLEM(division_by_zero, error, "What is divided by 0 has no amount, and an amount that is not known is not posted.",
        "Correct the divisor, or write if(DIVISOR == 0, 0, AMOUNT / DIVISOR) where 0 is what is meant then.")
PROBLEM(outside_range, warning, "The range of an input says which values make sense for it; a value outside is used, and told.",
        "Correct the value, or widen the input's \"range\".")
PROBLEM(cash_below_zero, warning, "Cash that is paid comes from somewhere: what the companies have, what is borrowed or what is sold.",
        "Correct the amounts, or add an entry of kind \"financing\" for what is borrowed.")
PROBLEM(no_regime, error, "A deal is accounted for, and its pro forma filed, under the rules of its days; for a day that none cover no regime is guessed.",
        "Correct the days of the scenario's group deal, or name a regime or a form there.")
PROBLEM(target_already_in, error, "From closing on the acquirer's own statements hold the target, so that a pro forma adds it to those before (S-X 11-02(c)).",
        "Take that period out of \"periods\"; show periods that end before closing.")
PROBLEM(regime_refuses, error, "What the regime of a deal does not allow is refused, with what the regime says instead.",
        "Leave out what is refused, or name another regime or form in the scenario's group deal.")
PROBLEM(not_supported, error, "Poolings of interests, reverse acquisitions, acquisitions in steps, two-class earnings per share and second currencies are refused by name, never computed as something else.",
        "Remove the setting when the deal is none of these; else this program cannot compute it.")
PROBLEM(bad_distribution, error, "Values can be drawn from a distribution when its deviation is above 0, its low below its high with the mode between them, and its values have weights of 0 or more that are not all 0.",
        "Correct the parameter that the message is about.")
PROBLEM(bad_correlation, error, "Correlations are of inputs that have distributions, each two of them once, lie between -1 and 1 and are possible together: their matrix is positive definite.",
        "Correct the coefficient or the inputs that the message is about; three inputs cannot each be far below 0 with the other two.")
PROBLEM(control_number_unknown, error, "Earnings per share are tested for dilution by income from continuing operations less preferred dividends, which must be known for every company.",
        "Name a filing that reports what the message names, or leave the period or the basis out.")
PROBLEM(average_price_zero, error, "Options and principals buy back shares at the average price of the acquirer's stock, which must be above 0.",
        "Correct the price of the period in shares.prices, or the input market.average_price.")
PROBLEM(dividends_not_deducted, error, "Conversion of preferred stock saves dividends that were deducted to find the income of common stock; what was not deducted cannot be added back.",
        "Name a filing that prints the preferred dividends, post them in an entry to the line of preferred dividends, or correct the convertible's dividends.")
PROBLEM(unknown_unit, error, "A figure has a unit that the program knows, and an amount of money is converted only where the scale is known.",
        "Use usd, shares (with _thousands or _millions), usd_per_share, ratio, percent or years.")
PROBLEM(unknown_company, error, "A company is named by its id, the name of its group in the scenario's companies.",
        "Name a company of the scenario's companies.")
PROBLEM(unknown_statement, error, "A statement is one that the chart of accounts defines; only operations is prepared on two bases, gaap and non_gaap.",
        "Use operations, balance_sheet, cash_flows, reconciliation or footnote; a scenario may add .gaap or .non_gaap to operations, the command line has --basis.")
PROBLEM(unknown_chart, error, "A chart of an industry is a file of config/charts/; the general one is config/chart.cfg.",
        "Name a file of config/charts/ without its ending, or \"general\"; a new chart is a new file there.")
PROBLEM(mixed_charts, error, "Companies are combined line by line, so all of a scenario are read with one chart of accounts.",
        "Give the scenario one chart for all its companies, such as chart = \"general\".")
PROBLEM(unknown_line, error, "A line is one that the chart of accounts defines, in the statement that is spoken of.",
        "Use a line of config/chart.cfg or of the chart of its industry in config/charts/.")
PROBLEM(unknown_entry, error, "An inverse takes its legs from an entry that was read before it and is no inverse itself.",
        "Put the entry that is meant above this one, or correct the name after inverse_of.")
PROBLEM(unknown_kind, error, "An entry is of a kind that the program knows; its keys are those of its kind.",
        "Use one of the kinds that proforma kinds lists.")
PROBLEM(unit_mismatch, error, "Money is added to money and compared with money, shares with shares; a price times shares is money.",
        "Look at the place of the caret: a factor is missing, such as a price or a ratio, a name is that of another figure, or a number that has a unit should be an input.")
PROBLEM(prices_mixed, error, "Shares issued are measured at deal.measurement_price; the treasury stock method buys back at market.average_price, of a period (ASC 260-10-45-23).",
        "Use the price that belongs here; each is an input of its own.")
PROBLEM(missing_strike, error, "What options are worth, and how many shares they add, depends on their exercise price.",
        "Give the tranche its weighted-average strike.")
PROBLEM(printed_increment_kept, error, "Options and convertibles that are listed replace the increment that their company's statements print; with both they would count twice.",
        "Remove the potential shares that are a printed increment of this company, or the options and convertibles listed of it.")
PROBLEM(overlapping_weights, error, "A security counts for the part of a period in which it is outstanding; a day that two of its spans share would count twice.",
        "Let each span end before the next begins.")
PROBLEM(missing_average_price, error, "The treasury stock method buys back at the average price of a period, and so does a convertible whose principal is paid in cash (ASC 260-10-45-23).",
        "Give the input market.average_price, or a price of each period in shares.prices.")
PROBLEM(missing_closing_price, error, "Until EITF 04-8 (periods ending after 15 December 2004) a convertible that waits for a price of the stock counts once the price is reached at the end of the period.",
        "Give the input market.closing_price, or \"closing\" of the period in shares.prices.")
PROBLEM(unknown_name, error, "A name stands for an input, a reported figure, a column of the report or an entry; entries and share counts refer to no column of results.",
        "Copy a name from what proforma names prints: GROUP.INPUT, COMPANY.LINE, COLUMN.LINE, entries.NAME.LINE or entries.NAME.FIGURE, with @END/LENGTH and :BASIS after it where needed.")
PROBLEM(expression_syntax, error, "A formula has names, numbers, + - * / and parentheses, min max clamp round, and comparisons inside if(condition, a, b).",
        "Look at the place of the caret: a name, a number, an operator or a parenthesis is missing or one too many.")

/* filings and statements */
PROBLEM(no_statement, error, "A filing is of use when it holds at least one table that is recognised and whose columns are dated.",
        "Check that the file is a filing or release with statements in plain text.")
PROBLEM(nothing_taken, error, "A filing that a scenario names for a company must hold a statement of that company that `take` lists.",
        "Check `take`, and give the company the `names` that its filings print.")
PROBLEM(undated_table, warning, "A table whose columns cannot be dated with certainty is left out; no period is guessed.",
        "Compare the head of the table with the file; a head needs a date and, for flows, a length for every column.")
PROBLEM(row_not_read, warning, "What a statement prints and is not read is told, and the statement counts as incomplete; nothing is taken to be absent from it.",
        "Compare the row with the file; write its values under the heads of their columns, in plain digits, in a copy of the statement, and name the copy.")
PROBLEM(statement_cut, warning, "Rows below a statement that have its columns and no head are the rest of it; cut off, it counts as incomplete.",
        "In a copy of the statement, shorten the line of words above these rows so that it ends before the columns, and name the copy.")
PROBLEM(foreign_currency, warning, "Amounts in another currency than US dollars are left out; nothing is converted without a stated rate.",
        "Nothing to do when the table is not wanted; else give the program a filing in US dollars.")
PROBLEM(table_unit_unknown, warning, "Amounts are US dollars, thousands or millions of them, only where every word that names their unit is known.",
        "Nothing to do when the table is not wanted, or is in another currency; a word that changes neither currency nor scale can be added to unit_words in config/reading.cfg.")
PROBLEM(total_rounded, note, "A printed total of n addends may differ from their sum by (n+1)/2 units of its last digit, since each of them was rounded.",
        "Nothing to do: a difference that rounding explains.")
PROBLEM(total_does_not_foot, warning, "A printed total of n addends that differs from their sum by more than (n+1)/2 units is no matter of rounding; nothing is forced to add up.",
        "Compare the rows with the file. Where the filer prints expenses in parentheses or a benefit without them, or its own figures do not add up, name in the scenario a copy of the statement whose lines have the signs of the chart.")
PROBLEM(subtotal_unexplained, note, "A total that the chart has no line for is tried as the sum of the rows above it, since the last rule and since the last total.",
        "Nothing to do: the rows are taken as printed; a line in config/chart.cfg makes them totals that are tested.")
PROBLEM(columns_swapped, warning, "Amounts that add up, or agree with another statement, only when those of two periods are exchanged stand under the wrong heads.",
        "Compare the row with the file; it stays as printed. If the filer exchanged the figures, name a corrected copy of the statement in the scenario.")
PROBLEM(eps_does_not_recompute, warning, "Earnings per share are income over weighted-average shares (ASC 260-10-45), within what the rounding of the three printed figures allows.",
        "Compare income, shares and per-share amount with the file.")
PROBLEM(unmapped_caption, error, "Every amount of a statement that is used belongs to exactly one line of the chart; none is dropped.",
        "Add the caption to its line in config/chart.cfg or in the chart of its industry in config/charts/, or leave the statement out with `take`.")
PROBLEM(inexact_conversion, error, "Money is counted in whole reporting units; a conversion that would round a reported figure is refused.",
        "Choose a reporting_unit in which the filing's figures are whole.")
PROBLEM(amount_overflow, error, "Sums stay exact as long as no amount is above 2^50 (about 1.1 quadrillion) reporting units.",
        "Choose a larger reporting_unit, such as usd_thousands.")
PROBLEM(restated, note, "Where two filings report the same figure differently, the later filing supersedes the earlier.",
        "Nothing to do: the later filing is used; both places are named.")
PROBLEM(stock_split, note, "Share counts and per-share amounts of earlier filings are restated for a later split before they are compared or combined (ASC 260-10-55-12).",
        "Nothing to do: earlier share counts are brought to the later filing's basis.")
PROBLEM(unit_contradicted, error, "Two filings print a period in amounts that differ by one power of ten throughout: the unit line of one of them is wrong, and nothing was restated.",
        "Compare both unit lines with the figures; name a corrected copy of the file whose line is wrong, or leave its statement out with `take`. Where share counts alone differ, the company's split may be what is missing.")
PROBLEM(split_contradicted, error, "Splits that the scenario lists are all that there were, so counts of one period are the same in two filings once they are restated for them.",
        "Correct the ratio or the day of the split, or list the one that is missing.")
PROBLEM(share_basis_unclear, warning, "A weighted average is above 0 and, unless shares were issued or bought back on a large scale, near those of the periods that it is derived from; share counts before and after a split are never mixed.",
        "Give the company the split that the message writes, with its day; or split with a ratio of 1.0 where none took place.")
PROBLEM(count_not_positive, error, "A weighted average of shares is above 0.",
        "Compare the row with the file; a nil is printed as a dash.")
PROBLEM(statements_disagree, note, "Two statements of one filing that print the same figure should agree; where they do not, none is altered.",
        "Nothing to do: each statement is taken as printed; both places are named.")

/* calendar */
PROBLEM(period_unreachable, error, "A period is reported, or the sum and difference of reported periods; a balance is that of the day, or of the nearest day that the scenario allows.",
        "Add a filing that reports the missing span, or ask for another period.")

PROBLEM(recast_between_terms, warning, "Discontinued operations, extraordinary items and effects of an accounting change are never nothing because a statement leaves them out: it was prepared on another basis.",
        "Name a filing that prints each period on one basis (next year's filing prints the earlier one again), or one that prints the wanted period itself.")

PROBLEM(below_zero, warning, "Revenues, costs and assets in total are not below zero; a difference that is was taken of figures that do not belong together, or one of them was misread.",
        "Compare the terms with their files: unit lines, periods, and what the filings restated between them.")

/* model */
PROBLEM(unbalanced_entry, error, "An entry keeps assets equal to liabilities and equity, and a reclassification leaves income as it is, to the unit.",
        "Correct the amounts of the legs, or add what is missing, a leg or the goodwill of a purchase, so that nothing is left over.")
PROBLEM(not_neutral, error, "A reclassification changes the presentation only: operating, pre-tax and net income, total assets and equity stay.",
        "Correct the legs, or use kind = \"adjustment\", which may change income.")
PROBLEM(circular_reference, error, "An amount that depends on itself, such as debt that pays its own interest, has no value until it is said how it is to be found.",
        "Give one of the entries unroll = true: the circle is then gone through from 0 on until its amounts settle; or break it with an input.")
PROBLEM(circle_not_settled, error, "Amounts that depend on themselves are computed again and again, beginning with 0, until none moves in the reporting unit; those that go on moving have no value.",
        "Correct the amounts, so that one unit more of an amount brings back clearly less than one (debt at 120% that pays its own interest grows for ever); or break the circle with an input.")
PROBLEM(missing_price, error, "Shares issued are measured at a price of the acquirer's stock around the announcement or at closing, as the regime says.",
        "Give the input deal.measurement_price, or the key \"price\".")
PROBLEM(collar_reversed, error, "A collar holds the price between its floor and its cap.",
        "Exchange collar_floor and collar_cap, or correct one of them.")
PROBLEM(key_unused, error, "A key that changes nothing where it stands is refused, so that nobody believes that it holds.",
        "Remove it, or give what the message names.")
PROBLEM(part_inferred, warning, "Shares over a weighted average are the part that is bought only if none were issued or bought back since.",
        "Write part_acquired in the consideration.")
PROBLEM(others_twice, error, "What other holders have of a target's income follows from the part of it that is bought.",
        "Leave the entry out.")
PROBLEM(walk_away, warning, "Some agreements let a party leave when the acquirer's price falls below a bound; the figures are those of the deal that closes nevertheless.",
        "Look at the price; there is nothing to do where the deal is expected to close.")
PROBLEM(negative_life, error, "What is amortized has a life of more than 0 years.",
        "Correct the life, or give the class \"indefinite\".")
PROBLEM(graded_vesting, error, "Under FIN 28 each year's part of the awards is an award of its own, so they vest over whole years, 1 to 10.",
        "Give remaining_years in whole years, or use method = \"straight_line\".")
PROBLEM(allocation_not_whole, error, "What is allocated to lines is posted whole: the parts sum to 1.",
        "Correct the parts; a part of 25 percent is 0.25, or an input with the unit percent.")
PROBLEM(residual_unassigned, error, "Net assets above the consideration reduce acquired assets before they are a credit or a gain (APB 16, SFAS 141).",
        "Name the assets in \"reduce\" of the entry of goodwill.")
PROBLEM(mix_not_whole, error, "Every share of the target receives something: all of them stock and cash, or a part of them stock and the rest cash.",
        "Let stock_part and cash_part sum to 1, or leave both out where each share receives stock and cash; what some holders keep is part_acquired.")
PROBLEM(more_than_there_is, error, "What is eliminated, repaid or taken out is in the statements; no more of it can go than stands there.",
        "Correct the amount, or name the line in which it stands.")
PROBLEM(posted_to_total, error, "Rows add up to the totals below them, so an amount is posted to a row and not to the total of rows.",
        "Name the line that is meant; proforma names lists them.")
PROBLEM(line_of_no_company, error, "What is posted to a line that no company has is most often a typing error.",
        "Name a line that a company has, or list it in the entry's new_lines when the deal brings it.")
PROBLEM(no_balance_sheet, error, "What a purchase costs and what it brings is accounted for as of the day of the pro forma balance sheet.",
        "Add that day to the scenario's periods, such as \"2004-03-31\".")
PROBLEM(source_not_reported, error, "What refers to a reported line needs that line to be reported in the period; nothing is assumed in its place.",
        "Name a line that the company reports in this period.")
PROBLEM(mixed_presentation, error, "An entry is applied to figures that all follow the presentation that it starts from, else part of them would be moved twice.",
        "Take the statement from filings of one presentation.")
PROBLEM(remainder_sign, warning, "What is moved is usually part of the line that it is moved from, so the rest keeps the sign of the line.",
        "Check the amount and the line of the leg; what is left over has the other sign.")
PROBLEM(sources_uses_unbalanced, error, "What a deal costs comes from somewhere: shares, debt, what is accrued, and the cash that its entries post, to the unit.",
        "Look at the lines to which the entries of kind consideration and financing post: what they accrue or issue must not stand on their line of cash.")
PROBLEM(verification_failed, warning, "A figure that the scenario lists under verify must come out as its source prints it, to the decimals that are given.",
        "Compare the figure with its source; correct the scenario or the expected value.")

/* comparing and checking scenarios */
PROBLEM(different_units, error, "Cells of two reports are compared in one unit.",
        "Give both scenarios one reporting_unit, such as with --set reporting_unit=usd_thousands.")
PROBLEM(unused_input, warning, "An input that no entry, share count or verified figure refers to changes nothing.",
        "Name it in an expression, or remove it.")
PROBLEM(unused_entry, warning, "An entry is applied where its statement, basis and periods meet those of the scenario.",
        "Check its statement, basis and periods against the periods of the scenario, or remove it.")
PROBLEM(unused_filing, warning, "A filing is named for figures that a period of the scenario needs; where two print the same, the later one is used.",
        "Check `filed` and `take`, or remove the filing.")
PROBLEM(unused_take, warning, "An item of `take` names a statement that the filing prints of the company.",
        "Remove the item, or take it from the filing that prints it.")
PROBLEM(unused_company, warning, "The acquirer and the targets are combined; another company takes no part.",
        "Name it in `targets`, or remove it.")

/* studies */
PROBLEM(not_bracketed, error, "A value is solved for where the figure reaches the wanted value between the two bounds.",
        "Give --vary wider bounds, or --for a value within the figure's range.")
PROBLEM(no_distribution, error, "A simulation draws the inputs that have a distribution; an input that --set gives a value is not drawn.",
        "Give an input of the scenario a distribution, such as { shape = \"normal\"; mean = 40; deviation = 5; }, or leave out the --set that holds it.")
PROBLEM(bad_draws, usage, "A simulation has a whole number of draws, from 1 to 2^53, and a seed, a whole number from 0 to 2^64 - 1.",
        "Write the number with digits only, such as --draws 100000 --seed 1.")
PROBLEM(sobol_limit, usage, "Sobol points have at most 40 dimensions, one for each input that has a distribution, two with --indices; and there are 2^33 draws of them.",
        "Use --points random, or hold an input with --set.")
PROBLEM(indices_correlated, usage, "Sobol indices divide the variance of a figure among inputs; correlated inputs share it, and so there are none.",
        "Leave out --indices, or the scenario's correlations; --set of an input holds it, and its correlations with it.")
PROBLEM(bad_range, usage, "A range goes from its first number in steps that reach its last, or has as many values as # says; a list has its values between commas.",
        "Write NAME=FROM:TO:STEP such as deal.exchange_ratio=1.2:1.6:0.1, NAME=FROM:TO:#COUNT with the smaller number first, or NAME=a,b,c; for solve NAME=LOW:HIGH.")
PROBLEM(cannot_vary, usage, "What is computed varies with what it is computed from; a group of settings has no value.",
        "Vary an input, a company's reported figure, or a setting of the scenario; proforma names lists what can be set.")
PROBLEM(too_many_cells, usage, "Cells of a grid are counted in 63 bits; 10,000 of them can be printed as text, and 10,000 values or combinations of values can have a model of their own.",
        "Take fewer values; a grid that is only too large for text can be had with --format csv, json or summary.")
PROBLEM(study_stopped, warning, "A study that is stopped hands out what is finished.",
        "Run it again for the rest, or take fewer values.")
