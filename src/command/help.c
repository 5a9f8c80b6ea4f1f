#include "command/command.h"

#include <stdio.h>

static const char general_exits[] = "0 done, 1 done but look at the messages, 2 bad usage, 3 bad input (no result was written)";

static void paragraphs_print(void)
{
    printf("\nproforma COMMAND --help shows the options of a command and an example; proforma --version the version.\n"
           "An option is written --name value or --name=value; what follows -- is no option.\n"
           "\n"
           "Environment:\n"
           "  PROFORMA_SCENARIOS      a folder in which scenarios are looked for\n"
           "  PROFORMA_CONFIG         the folder to be read in place of share/proforma/config\n"
           "  PROFORMA_THREADS        how many threads parse and the studies work with\n"
           "  NO_COLOR                when set, messages on a terminal have no colour\n"
           "\n"
           "Files:\n"
           "  share/proforma/config   the chart of accounts, words of filings, companies; beside the program\n"
           "  share/proforma/scenarios  the shipped scenarios and the filings they read\n"
           "\n"
           "A scenario is looked for as given; a bare name also in $PROFORMA_SCENARIOS, ./scenarios, share/proforma/scenarios.\n"
           "\n"
           "exit codes: %s\n",
           general_exits);
}

void help_print(const Command *const commands[], size_t count)
{
    printf("proforma combines companies' published statements into pro forma statements of a merger.\n\n"
           "usage: proforma [COMMAND] [OPTION]...\n\n");
    for (size_t i = 0; i < count; i++)
        printf("  %-9s %s%s\n", commands[i]->name, commands[i]->summary, i == 0 ? " (what is done without a command)" : "");
    paragraphs_print();
    printf("\nexample: %s\n", commands[0]->example);
}

void help_print_command(const Command *command, bool first)
{
    printf("proforma %s: %s\n\n", command->name, command->summary);
    options_print(command, first);
    if (command->about)
        printf("\n%s\n", command->about);
    printf("\nexit codes: %s\n\nexample: %s\n", command->exits ? command->exits : general_exits, command->example);
}
