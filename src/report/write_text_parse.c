/* What was read of a filing, to be read beside it: a summary, then each statement with how it foots. */
#include "report/utf8.h"
#include "report/write_text.h"

enum { LABEL = 14 };

/* --- counts --- */

typedef struct {
    size_t rows, named, values;
    Footing footing;
} Tally;

static void tally_statement(Tally *tally, const Statement *statement, const Footing *footing)
{
    for (size_t i = 0; i < statement->row_count; i++) {
        const Row *row = &statement->rows[i];
        size_t values = 0;
        for (size_t j = 0; j < row->cell_count; j++)
            values += row->cells[j].dated;
        tally->values += values;
        tally->rows += values > 0;
        tally->named += values > 0 && row->line != LINE_NONE;
    }
    tally->footing.totals_exact += footing->totals_exact;
    tally->footing.totals_rounded += footing->totals_rounded;
    tally->footing.totals_wrong += footing->totals_wrong;
    tally->footing.eps_recomputed += footing->eps_recomputed;
    tally->footing.eps_wrong += footing->eps_wrong;
}

static void append_count(TextBuilder *out, size_t count, Text words)
{
    text_append_number(out, count);
    text_append(out, words);
}

static void append_totals(TextBuilder *out, const Footing *footing)
{
    append_count(out, footing->totals_exact, TEXT(" exact, "));
    append_count(out, footing->totals_rounded, TEXT(" within rounding, "));
    append_count(out, footing->totals_wrong, TEXT(" wrong"));
}

static void append_names(TextBuilder *out, const Tally *tally)
{
    append_count(out, tally->named, TEXT(" of "));
    text_append_number(out, tally->rows);
}

static void append_per_share(TextBuilder *out, const Footing *footing)
{
    append_count(out, footing->eps_recomputed, TEXT(" recomputed, "));
    append_count(out, footing->eps_wrong, TEXT(" wrong"));
}

/* --- the summary --- */

static void append_label(TextBuilder *out, const char *label)
{
    Text text = text_of(label);
    text_append(out, TEXT("  "));
    text_append(out, text);
    text_append_times(out, TEXT(" "), LABEL - text.length);
}

/* Each company once, in the order of the statements. */
static void append_companies(TextBuilder *out, const Statements *statements)
{
    append_label(out, "company");
    for (size_t i = 0; i < statements->count; i++) {
        const Statement *statement = &statements->items[i];
        size_t before = 0;
        while (before < i && !text_equal(statements->items[before].entity, statement->entity))
            before++;
        if (before < i)
            continue;
        text_append(out, i ? TEXT("; ") : TEXT(""));
        utf8_append(out, statement->entity_title.length ? statement->entity_title : TEXT("not named"));
        if (statement->entity.length) {
            text_append(out, TEXT(" ("));
            utf8_append(out, statement->entity);
            text_append_char(out, ')');
        }
    }
    end_line(out);
}

static void append_kinds(TextBuilder *out, const Statements *statements)
{
    const Chart *chart = statements->items[0].chart;
    const char *label = "statements";
    for (size_t kind = 0; kind < chart->statement_count; kind++)
        for (int basis = 0; basis < BASIS_COUNT; basis++) {
            size_t count = 0;
            for (size_t i = 0; i < statements->count; i++)
                count += statements->items[i].kind == kind && (int)statements->items[i].basis == basis;
            if (!count)
                continue;
            append_label(out, label);
            append_count(out, count, TEXT("  "));
            append_kind(out, chart, kind, (Basis)basis);
            end_line(out);
            label = "";
        }
}

/* How many statements are in which state, and how many of their numbers take part. */
static void append_proofs(TextBuilder *out, const ParsedFile *file)
{
    size_t counts[PROOF_contradicted + 1] = {0}, held = 0, numbers = 0;
    for (size_t i = 0; i < file->statements->count; i++) {
        const Proof *proof = &file->footings[i].proof;
        counts[proof->state]++;
        held += proof->held;
        numbers += proof->numbers;
    }
    const char *comma = "";
    append_label(out, "proof");
    for (ProofState state = PROOF_unproved; state <= PROOF_contradicted; state++) {
        Text name = proof_name(state);
        if (counts[state])
            text_append_format(out, "%s%zu " TEXT_FORMAT, comma, counts[state], TEXT_ARGUMENTS(name));
        comma = counts[state] ? ", " : comma;
    }
    text_append_format(out, "; %zu of %zu numbers take part in a sum or quotient that holds\n", held, numbers);
}

static void append_skipped(TextBuilder *out, Run *run, const Statements *statements)
{
    const Source *source = statements->items[0].filing->source;
    const char *label = "skipped";
    for (size_t i = 0; i < statements->skipped.count; i++) {
        append_label(out, label);
        append_count(out, source_line(source, run->arena, statements->skipped.items[i].place.start), TEXT(": "));
        text_append(out, statements->skipped.items[i].reason);
        end_line(out);
        label = "";
    }
    for (size_t i = 0; i < statements->left_out.count; i++) {
        append_label(out, label);
        append_count(out, source_line(source, run->arena, statements->left_out.items[i].place.start), TEXT(": document "));
        utf8_append(out, statements->left_out.items[i].reason);
        text_append(out, TEXT(", a type that holds no statements"));
        end_line(out);
        label = "";
    }
}

static void append_summary(TextBuilder *out, Run *run, const ParsedFile *file, const Tally *tally)
{
    const Statements *statements = file->statements;
    utf8_append(out, statements->items[0].filing->source->name);
    end_line(out);
    append_companies(out, statements);
    append_kinds(out, statements);
    append_label(out, "rows, values");
    append_count(out, tally->rows, TEXT(", "));
    text_append_number(out, tally->values);
    end_line(out);
    append_label(out, "line names");
    append_names(out, tally);
    text_append(out, TEXT(" rows\n"));
    append_label(out, "totals");
    append_totals(out, &tally->footing);
    end_line(out);
    append_label(out, "per share");
    append_per_share(out, &tally->footing);
    end_line(out);
    append_proofs(out, file);
    append_skipped(out, run, statements);
}

/* --- statements --- */

static void append_footing(TextBuilder *out, const Statement *statement, const Footing *footing)
{
    Tally tally = {0};
    tally_statement(&tally, statement, footing);
    text_append(out, TEXT("\nrows with a line name: "));
    append_names(out, &tally);
    text_append(out, TEXT("; totals: "));
    append_totals(out, footing);
    if (footing->eps_recomputed + footing->eps_wrong) {
        text_append(out, TEXT("; per-share amounts: "));
        append_per_share(out, footing);
    }
    Text proof = proof_words(out->arena, &footing->proof);
    text_append_format(out, "\nproof: " TEXT_FORMAT "\n", TEXT_ARGUMENTS(proof));
}

Text text_parse_file(Run *run, const ParsedFile *file)
{
    TextBuilder out = {.arena = run->arena};
    const Statements *statements = file->statements;
    Tally tally = {0};
    for (size_t i = 0; i < statements->count; i++)
        tally_statement(&tally, &statements->items[i], &file->footings[i]);
    if (file->number)
        text_append(&out, TEXT("\n\n"));
    append_summary(&out, run, file, &tally);
    for (size_t i = 0; i < statements->count; i++) {
        text_append(&out, TEXT("\n\n"));
        text_statement(&out, run, &statements->items[i]);
        append_footing(&out, &statements->items[i], &file->footings[i]);
    }
    return text_builder_text(&out);
}
