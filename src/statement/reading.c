#include "statement/reading.h"

enum { FEWEST_SLOTS = 256 };

static bool kind_phrases_read(KindPhrases *out, Run *run, const Setting *group, const Chart *chart)
{
    bool good = true;
    Text names[KINDS_MOST];
    size_t count = 0;
    for (size_t i = 0; group && i < group->count && i < KINDS_MOST; i++) {
        const Setting *entry = &group->children[i];
        int kind = chart_statement(chart, entry->name);
        if (kind < 0 || kind >= KINDS_MOST) {
            good = problem(run, PROBLEM_unknown_statement, entry->name_place, "there is no statement \"" TEXT_FORMAT "\"" TEXT_FORMAT,
                           TEXT_ARGUMENTS(entry->name), TEXT_ARGUMENTS(chart_suggest_statement(chart, run->arena, entry->name)));
            continue;
        }
        names[count] = entry->name;
        out->kinds[count++] = (uint8_t)kind;
    }
    return phrases_read_lists(&out->phrases, run, group, names, count) && good;
}

uint8_t kind_of_lists(const KindPhrases *kinds, uint32_t lists, uint8_t none)
{
    for (size_t list = 0; list < KINDS_MOST; list++)
        if (lists >> list & 1)
            return kinds->kinds[list];
    return none;
}

/* --- single words --- */

/* Three letters and the length tell such words apart well enough. */
static size_t word_hash(Text word)
{
    const uint8_t *letters = (const uint8_t *)word.start;
    return word.length ? word.length + 7u * letters[0] + 31u * letters[word.length / 2] + letters[word.length - 1] : 0;
}

/* The slot of a word, or the free one where it would stand. */
static KnownWord *word_slot(const Reading *reading, Text word)
{
    size_t mask = reading->words.capacity - 1, at = word_hash(word) & mask;
    while (reading->words.items[at].word.length && !text_equal(reading->words.items[at].word, word))
        at = (at + 1) & mask;
    return &reading->words.items[at];
}

const KnownWord *reading_word(const Reading *reading, Text word)
{
    return word_slot(reading, word);
}

static void words_enlarge(Reading *reading, Arena *arena)
{
    size_t fewer = reading->words.capacity;
    KnownWord *before = reading->words.items;
    reading->words.capacity = fewer ? 2 * fewer : FEWEST_SLOTS;
    reading->words.items = arena_array(arena, KnownWord, reading->words.capacity);
    for (size_t i = 0; i < fewer; i++)
        if (before[i].word.length)
            *word_slot(reading, before[i].word) = before[i];
}

static KnownWord *word_add(Reading *reading, Arena *arena, Text word)
{
    if (2 * (reading->words.count + 1) > reading->words.capacity)
        words_enlarge(reading, arena);
    KnownWord *known = word_slot(reading, word);
    reading->words.count += !known->word.length;
    known->word = word;
    return known;
}

static uint32_t length_bit(Text word)
{
    return (uint32_t)1 << (word.length < 31 ? word.length : 31);
}

bool reading_word_is_small(const Reading *reading, Text word)
{
    return reading->small_lengths[word.start[0] - 'a'] & length_bit(word) && reading_word(reading, word)->small;
}

static bool numbers_read(Reading *out, Run *run, const Setting *group)
{
    bool good = true;
    for (size_t i = 0; group && i < group->count; i++) {
        int64_t value = 0;
        good &= setting_read_integer(&value, run, group, text_zero_terminated(run->arena, group->children[i].name));
        word_add(out, run->arena, group->children[i].name)->number = (int)value;
    }
    return good;
}

static bool words_read(Reading *out, Run *run, const Setting *root)
{
    static const char *const length_names[] = {"years", "quarters", "weeks", "months"};
    static const LengthWord lengths[] = {LENGTH_years, LENGTH_quarters, LENGTH_weeks, LENGTH_months};
    Phrases small = {0}, ended = {0}, through = {0};
    bool good = numbers_read(out, run, setting_find(root, "numbers"));
    good &= phrases_read(&small, run, root, "small_words");
    good &= phrases_read(&ended, run, root, "ended");
    good &= phrases_read(&through, run, root, "through");
    for (size_t i = 0; i < small.count; i++) {
        Text word = text_trim(small.items[i].text);
        word_add(out, run->arena, word)->small = true;
        if (char_is_lower(word.start[0]))
            out->small_lengths[word.start[0] - 'a'] |= length_bit(word);
    }
    for (size_t i = 0; i < ended.count; i++)
        word_add(out, run->arena, text_trim(ended.items[i].text))->ended = true;
    for (size_t i = 0; i < through.count; i++)
        word_add(out, run->arena, text_trim(through.items[i].text))->through = true;
    for (size_t length = 0; length < sizeof lengths / sizeof lengths[0]; length++) {
        Phrases words = {0};
        good &= phrases_read(&words, run, setting_find(root, "lengths"), length_names[length]);
        for (size_t i = 0; i < words.count; i++)
            word_add(out, run->arena, text_trim(words.items[i].text))->length = lengths[length];
    }
    return good;
}

/* --- phrases --- */

static bool lists_read(Reading *out, Run *run, const Setting *root)
{
    const struct {
        const char *name;
        Phrases *phrases;
    } lists[] = {
        {"untitled", &out->untitled}, {"title_ends", &out->title_ends}, {"parts", &out->parts}, {"narrative", &out->narrative}, {"non_gaap", &out->non_gaap},
        {"shares_in_ones", &out->shares_in_ones}, {"no_period", &out->no_period}, {"from_inception", &out->from_inception}, {"at_instant", &out->at_instant},
        {"instant_captions", &out->instant_captions}, {"table_ends", &out->table_ends}, {"remarks", &out->remarks}, {"valueless", &out->valueless},
        {"connectives", &out->connectives}, {"continuations", &out->continuations}, {"total_starts", &out->total_starts},
        {"deductions", &out->deductions}, {"heading_noise", &out->heading_noise},
        {"unit_words", &out->unit_words}, {"unit_leads", &out->unit_leads}, {"unit_exceptions", &out->unit_exceptions},
        {"unit_names", &out->unit_names}, {"unit_others", &out->unit_others},
        {"measures", &out->measures}, {"of_period", &out->of_period}, {"cover", &out->cover}, {"continued", &out->continued},
    };
    static const Text row_lists[] = {{"share_counts", 12}, {"per_share", 9}, {"opening", 7}, {"closing", 7}, {"instants", 8}};
    static const Text currency_lists[] = {{"dollars", 7}, {"foreign", 7}};
    static const char *const unit_names[SCALE_WORDS] = {"thousands", "millions", "billions", "ones"};
    static const char *const spelled[SCALE_WORDS] = {"in thousands", "in millions", "in billions", "in dollars"};
    static const uint8_t scales[SCALE_WORDS] = {3, 6, 9, 0};
    bool good = phrases_read_lists(&out->rows, run, root, row_lists, sizeof row_lists / sizeof row_lists[0]);
    good &= phrases_read_lists(&out->currencies, run, setting_find(root, "currencies"), currency_lists, sizeof currency_lists / sizeof currency_lists[0]);
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        good &= phrases_read(lists[i].phrases, run, root, lists[i].name);
    for (size_t i = 0; i < SCALE_WORDS; i++) {
        out->units[i].scale = scales[i];
        good &= phrases_read(&out->units[i].phrases, run, setting_find(root, "units"), unit_names[i]);
        good &= phrases_read(&out->units[i].marks, run, setting_find(root, "unit_marks"), unit_names[i]);
        out->units[i].spelled = text_of(spelled[i]);
    }
    return good;
}

bool reading_read(const Reading **out, Run *run, const Chart *chart)
{
    static const char *const keys[] = {
        "titles", "untitled", "title_ends", "parts", "narrative", "non_gaap", "first_captions", "units", "unit_marks", "unit_words", "unit_leads", "unit_exceptions", "unit_names", "unit_others", "shares_in_ones", "currencies", "numbers", "lengths", "ended", "through",
        "from_inception", "at_instant", "instant_captions", "no_period", "small_words", "table_ends", "remarks", "valueless", "connectives", "continuations",
        "total_starts", "deductions", "heading_noise", "share_counts", "per_share", "per_share_statements",
        "measures", "of_period", "opening", "closing", "instants", "skipped_documents", "cover", "continued", NULL,
    };
    const Setting *root;
    Reading *reading = arena_new(run->arena, Reading);
    words_enlarge(reading, run->arena);
    Text path = text_format(run->arena, TEXT_FORMAT "/reading.cfg", TEXT_ARGUMENTS(run->config_folder));
    if (!settings_read(&root, run, path, path, (Place){0}))
        return false;
    Text *with_shares = NULL;
    size_t with_share_count = 0;
    bool good = setting_check_keys(run, root, keys);
    good &= kind_phrases_read(&reading->titles, run, setting_find(root, "titles"), chart);
    good &= kind_phrases_read(&reading->first_captions, run, setting_find(root, "first_captions"), chart);
    good &= lists_read(reading, run, root);
    good &= words_read(reading, run, root);
    good &= setting_read_phrases(&reading->skipped_documents, &reading->skipped_document_count, run, root, "skipped_documents");
    good &= setting_read_phrases(&with_shares, &with_share_count, run, root, "per_share_statements");
    for (size_t i = 0; i < with_share_count; i++) {
        int kind = chart_statement(chart, with_shares[i]);
        if (kind >= 0 && kind < KINDS_MOST)
            reading->has_shares[kind] = true;
        else
            good = problem(run, PROBLEM_unknown_statement, setting_find(root, "per_share_statements")->place, "there is no statement \"" TEXT_FORMAT "\"" TEXT_FORMAT,
                           TEXT_ARGUMENTS(with_shares[i]), TEXT_ARGUMENTS(chart_suggest_statement(chart, run->arena, with_shares[i])));
    }
    int footnote = chart_statement(chart, TEXT("footnote"));
    if (footnote < 0)
        return problem(run, PROBLEM_unknown_statement, root->place, "the chart has no statement \"footnote\", which tables without a title are");
    reading->footnote = (uint8_t)footnote;
    *out = reading;
    return good;
}
