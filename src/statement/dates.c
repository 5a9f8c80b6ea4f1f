#include "statement/dates.h"

#include "base/date.h"

enum { WORDS_MOST = 64, YEAR_FIRST = 1950, YEAR_LAST = 2049 };

typedef struct {
    Text word; /* lower case */
    const KnownWord *known;
    uint16_t from, to;
    int number; /* of digits; -1 else */
    int month;  /* that it names; 0 else */
    bool slashed; /* followed by "/" */
    bool apostrophe; /* "'99" */
} Word;

typedef struct {
    const Reading *reading;
    Word words[WORDS_MOST];
    char letters[512];
    size_t count, letter_count;
    DatePart *parts;
    size_t part_count;
    DatePart overflow; /* takes what is more than PARTS_MOST */
    bool used[WORDS_MOST];
} DateReader;

static int year_of_two(int digits)
{
    return digits < 50 ? 2000 + digits : 1900 + digits;
}

static void word_add(DateReader *reader, Text text, size_t from, size_t to)
{
    Word *word = &reader->words[reader->count];
    char *letters = &reader->letters[reader->letter_count];
    if (reader->count == WORDS_MOST || to - from + reader->letter_count > sizeof reader->letters)
        return;
    *word = (Word){.word = {letters, to - from}, .from = (uint16_t)from, .to = (uint16_t)to};
    word->number = to - from <= 4 ? 0 : -1;
    for (size_t i = from; i < to; i++) {
        letters[i - from] = word_letter(text.start[i]);
        if (word->number >= 0)
            word->number = char_is_digit(text.start[i]) ? word->number * 10 + (text.start[i] - '0') : -1;
    }
    word->known = reading_word(reader->reading, word->word);
    word->month = word->number < 0 ? month_from_name(word->word) : 0;
    word->slashed = to < text.length && text.start[to] == '/';
    word->apostrophe = to - from == 2 && from > 0 && (from < 2 || !word_letter(text.start[from - 2])) && word->number >= 0 && text.start[from - 1] == '\'';
    if (word->apostrophe)
        word->number = year_of_two(word->number);
    reader->letter_count += to - from;
    reader->count++;
}

static void words_cut(DateReader *reader, Text text)
{
    for (size_t i = 0; i < text.length && i < UINT16_MAX; i++) {
        size_t from = i;
        while (i < text.length && word_letter(text.start[i]))
            i++;
        if (i > from)
            word_add(reader, text, from, i);
    }
}

/* "nine", "thirty-nine", "39": how many words say it; 0 when none does. */
static size_t number_read(const DateReader *reader, size_t at, int *out)
{
    const Word *word = &reader->words[at];
    if (word->number > 0 && word->number < 100) {
        *out = word->number;
        return 1;
    }
    int first = word->known->number, second = at + 1 < reader->count ? word[1].known->number : 0;
    bool two = first >= 20 && second > 0 && second < 10;
    *out = first + (two ? second : 0);
    return first == 0 ? 0 : two ? 2 : 1;
}

static bool is_word(const DateReader *reader, size_t at, Text word)
{
    return at < reader->count && text_equal(reader->words[at].word, word);
}

static bool is_ended(const DateReader *reader, size_t at)
{
    return at < reader->count && reader->words[at].known->ended;
}

static LengthWord length_word(const DateReader *reader, size_t at)
{
    return at < reader->count ? reader->words[at].known->length : LENGTH_none;
}

static DatePart *part_add(DateReader *reader, PartKind kind, size_t first, size_t last)
{
    if (reader->part_count == PARTS_MOST)
        return &reader->overflow;
    DatePart *part = &reader->parts[reader->part_count++];
    *part = (DatePart){.kind = kind, .from = reader->words[first].from, .to = reader->words[last].to};
    part->after_and = first > 0 && is_word(reader, first - 1, TEXT("and")) && reader->part_count > 1;
    for (size_t i = first; i <= last; i++)
        reader->used[i] = true;
    return part;
}

static void length_add(DateReader *reader, size_t first, size_t last, LengthWord kind, int number)
{
    DatePart *part = part_add(reader, PART_length, first, last);
    static const int months[] = {[LENGTH_months] = 1, [LENGTH_quarters] = 3, [LENGTH_years] = 12};
    part->months = number * months[kind];
    part->weeks = kind == LENGTH_weeks ? number : 0;
}

/* "three months", "39 weeks", "three and nine months", "quarter ended"; how many words it took. */
static size_t length_read(DateReader *reader, size_t at)
{
    int number, more;
    LengthWord kind = length_word(reader, at);
    if (kind == LENGTH_quarters || kind == LENGTH_years) {
        bool due = is_ended(reader, at + 1) || (is_ended(reader, at + 2) && !is_word(reader, at + 1, TEXT("to")));
        if (!due)
            return 0;
        length_add(reader, at, at, kind, 1);
        return 1;
    }
    size_t used = number_read(reader, at, &number);
    if (!used)
        return 0;
    kind = length_word(reader, at + used);
    if (kind != LENGTH_none && kind != LENGTH_years) {
        length_add(reader, at, at + used, kind, number);
        return used + 1;
    }
    size_t second = at + used + 1;
    size_t also = is_word(reader, at + used, TEXT("and")) && second < reader->count ? number_read(reader, second, &more) : 0;
    kind = also ? length_word(reader, second + also) : LENGTH_none;
    if (kind == LENGTH_months || kind == LENGTH_weeks)
        length_add(reader, at, at, kind, number);
    return 0;
}

static bool is_year(const Word *word)
{
    return (word->apostrophe || word->to - word->from == 4) && word->number >= YEAR_FIRST && word->number <= YEAR_LAST;
}

static bool is_day(const Word *word)
{
    return word->to - word->from <= 2 && word->number >= 1 && word->number <= 31;
}

/* "March 31", "31 March", "3/31/04". */
static size_t day_read(DateReader *reader, size_t at)
{
    const Word *word = &reader->words[at];
    bool has_next = at + 1 < reader->count;
    if (word->month && has_next && is_day(&word[1])) {
        DatePart *part = part_add(reader, PART_day, at, at + 1);
        part->month = word->month;
        part->day = word[1].number;
        return 2;
    }
    if (is_day(word) && has_next && word[1].month && !(at + 2 < reader->count && is_day(&word[2]))) {
        DatePart *part = part_add(reader, PART_day, at, at + 1);
        part->month = word[1].month;
        part->day = word->number;
        return 2;
    }
    bool slashes = word->slashed && at + 2 < reader->count && word[1].slashed && word->number >= 1 && word->number <= 12 && is_day(&word[1]);
    if (!slashes || word[2].number < 0 || !(is_year(&word[2]) || word[2].to - word[2].from == 2))
        return 0;
    DatePart *part = part_add(reader, PART_day, at, at + 1);
    part->month = word->number;
    part->day = word[1].number;
    part = part_add(reader, PART_year, at + 2, at + 2);
    part->year = word[2].number >= YEAR_FIRST ? word[2].number : year_of_two(word[2].number);
    return 3;
}

void date_parts_start(DatePart parts[], size_t count)
{
    size_t i = count;
    if (i > 0 && parts[i - 1].kind == PART_year)
        i--;
    if (i == 0 || parts[i - 1].kind != PART_day)
        return;
    for (i--; i < count; i++)
        parts[i].starts = true;
}

/* "March 1, 1996 (inception) to June 30, 1999" */
static void through_mark(DateReader *reader, size_t before)
{
    if (before >= reader->part_count || reader->parts[before].kind != PART_day)
        return;
    reader->parts[before].after_through = true;
    date_parts_start(reader->parts, before);
}

static void parts_read(DateReader *reader, const Reading *reading, Text text, DatePart *parts)
{
    bool through = false;
    reader->reading = reading;
    reader->parts = parts;
    reader->count = reader->letter_count = reader->part_count = 0;
    words_cut(reader, text);
    for (size_t i = 0; i < reader->count; i++)
        reader->used[i] = false;
    for (size_t i = 0; i < reader->count;) {
        size_t before = reader->part_count, used = length_read(reader, i);
        if (!used)
            used = day_read(reader, i);
        if (!used && is_year(&reader->words[i])) {
            part_add(reader, PART_year, i, i)->year = reader->words[i].number;
            used = 1;
        }
        if (used && through)
            through_mark(reader, before);
        through = !used && (through || reader->words[i].known->through);
        i += used ? used : 1;
    }
}

size_t date_parts_read(DatePart out[PARTS_MOST], const Reading *reading, Text text)
{
    DateReader reader;
    parts_read(&reader, reading, text, out);
    return reader.part_count;
}

/* Most captions are told from periods by their first word. */
static bool may_be_period(const Reading *reading, Text text)
{
    char letters[16];
    size_t from = 0, length = 0;
    while (from < text.length && !word_letter(text.start[from]))
        from++;
    for (; from + length < text.length && length < sizeof letters && word_letter(text.start[from + length]); length++)
        letters[length] = word_letter(text.start[from + length]);
    Text word = {letters, length};
    const KnownWord *known = reading_word(reading, word);
    return length && (char_is_digit(letters[0]) || known->small || known->number || month_from_name(word));
}

bool text_is_period(const Reading *reading, Text text)
{
    DatePart parts[PARTS_MOST];
    DateReader reader;
    if (!may_be_period(reading, text))
        return false;
    parts_read(&reader, reading, text, parts);
    for (size_t i = 0; i < reader.count; i++)
        if (!reader.used[i] && !reader.words[i].known->small)
            return false;
    return reader.part_count > 0;
}

bool text_says_through(const Reading *reading, Text text)
{
    DatePart parts[PARTS_MOST];
    DateReader reader;
    parts_read(&reader, reading, text, parts);
    bool found = false;
    for (size_t i = 0; i < reader.count && !found; i++)
        found = reader.words[i].known->through;
    return found;
}

bool text_speaks_of_dates(const Reading *reading, Text text)
{
    DatePart parts[PARTS_MOST];
    DateReader reader;
    parts_read(&reader, reading, text, parts);
    bool found = reader.part_count > 0;
    for (size_t i = 0; i < reader.count && !found; i++) {
        const Word *word = &reader.words[i];
        found = word->number < 0 && (word->known->length || word->known->ended || word->known->number || (word->month && word->word.length > 3));
    }
    return found;
}
