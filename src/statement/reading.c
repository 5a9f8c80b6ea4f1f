#include "statement/reading.h"

static bool kind_phrases_read(KindPhrases *out, size_t *count, Run *run, const Setting *group, const Chart *chart)
{
    bool good = true;
    for (size_t i = 0; group && i < group->count && i < KINDS_MOST; i++) {
        const Setting *entry = &group->children[i];
        int kind = chart_statement(chart, entry->name);
        if (kind < 0 || kind >= KINDS_MOST) {
            good = problem(run, PROBLEM_unknown_statement, entry->name_place, "the chart has no statement \"" TEXT_FORMAT "\"",
                           TEXT_ARGUMENTS(entry->name));
            continue;
        }
        out[*count].kind = (uint8_t)kind;
        good &= phrases_read(&out[(*count)++].phrases, run, group, text_zero_terminated(run->arena, entry->name));
    }
    return good;
}

static bool numbers_read(Reading *out, Run *run, const Setting *group)
{
    bool good = true;
    for (size_t i = 0; group && i < group->count && i < NUMBERS_MOST; i++) {
        int64_t value = 0;
        good &= setting_read_integer(&value, run, group, text_zero_terminated(run->arena, group->children[i].name));
        out->numbers[out->number_count].word = group->children[i].name;
        out->numbers[out->number_count++].value = (int)value;
    }
    return good;
}

static bool lists_read(Reading *out, Run *run, const Setting *root)
{
    const struct {
        const char *name;
        Phrases *phrases;
    } lists[] = {
        {"untitled", &out->untitled}, {"parts", &out->parts}, {"narrative", &out->narrative}, {"non_gaap", &out->non_gaap},
        {"shares_in_ones", &out->shares_in_ones}, {"ended", &out->ended}, {"no_period", &out->no_period},
        {"small_words", &out->small_words}, {"table_ends", &out->table_ends}, {"valueless", &out->valueless},
        {"connectives", &out->connectives}, {"total_starts", &out->total_starts}, {"heading_noise", &out->heading_noise},
        {"share_counts", &out->share_counts}, {"per_share", &out->per_share}, {"opening", &out->opening}, {"closing", &out->closing},
        {"instants", &out->instants}, {"cover", &out->cover}, {"continued", &out->continued},
    };
    static const char *const length_names[LENGTH_WORDS] = {"months", "weeks", "quarters", "years"};
    static const char *const unit_names[SCALE_WORDS] = {"thousands", "millions", "billions", "ones"};
    static const uint8_t scales[SCALE_WORDS] = {3, 6, 9, 0};
    bool good = true;
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        good &= phrases_read(lists[i].phrases, run, root, lists[i].name);
    for (size_t i = 0; i < LENGTH_WORDS; i++)
        good &= phrases_read(&out->lengths[i], run, setting_find(root, "lengths"), length_names[i]);
    for (size_t i = 0; i < SCALE_WORDS; i++) {
        out->units[i].scale = scales[i];
        good &= phrases_read(&out->units[i].phrases, run, setting_find(root, "units"), unit_names[i]);
    }
    return good;
}

bool reading_read(const Reading **out, Run *run, const Chart *chart)
{
    static const char *const keys[] = {
        "titles", "untitled", "parts", "narrative", "non_gaap", "first_captions", "units", "shares_in_ones", "numbers", "lengths", "ended", "no_period", "small_words",
        "table_ends", "valueless", "connectives", "total_starts", "heading_noise", "share_counts", "per_share", "per_share_statements",
        "opening", "closing", "instants", "skipped_documents", "cover", "continued", NULL,
    };
    const Setting *root;
    Reading *reading = arena_new(run->arena, Reading);
    Text path = text_format(run->arena, TEXT_FORMAT "/reading.cfg", TEXT_ARGUMENTS(run->config_folder));
    if (!settings_read(&root, run, path, path, (Place){0}))
        return false;
    Text *with_shares = NULL;
    size_t with_share_count = 0;
    bool good = setting_check_keys(run, root, keys);
    good &= kind_phrases_read(reading->titles, &reading->title_count, run, setting_find(root, "titles"), chart);
    good &= kind_phrases_read(reading->first_captions, &reading->first_caption_count, run, setting_find(root, "first_captions"), chart);
    good &= lists_read(reading, run, root) & numbers_read(reading, run, setting_find(root, "numbers"));
    good &= setting_read_texts(&reading->skipped_documents, &reading->skipped_document_count, run, root, "skipped_documents");
    good &= setting_read_texts(&with_shares, &with_share_count, run, root, "per_share_statements");
    for (size_t i = 0; i < with_share_count; i++) {
        int kind = chart_statement(chart, with_shares[i]);
        if (kind >= 0 && kind < KINDS_MOST)
            reading->has_shares[kind] = true;
    }
    int footnote = chart_statement(chart, TEXT("footnote"));
    if (footnote < 0)
        return problem(run, PROBLEM_unknown_statement, root->place, "the chart has no statement \"footnote\", which tables without a title are");
    reading->footnote = (uint8_t)footnote;
    *out = reading;
    return good;
}
