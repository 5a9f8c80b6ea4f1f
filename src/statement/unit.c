#include "statement/unit.h"

#include "base/date.h"

enum { REMARK_LONGEST = 400 };

/* --- words, with their signs --- */

/* Letters, figures, dollar signs and what is beyond ASCII, but for blanks, dashes and marks of quotation: "EUR", "A$", "$000's". */
static bool is_of_token(Text text, size_t i)
{
    unsigned char c = (unsigned char)text.start[i];
    if (c < 0x80 || apostrophe_length(text, i))
        return word_letter((char)c) || c == '$' || apostrophe_length(text, i);
    Character character = character_at(text, i);
    bool quotes = (character.code >= 0x2018 && character.code <= 0x201F) || (character.code >= 0x91 && character.code <= 0x95);
    return character.class == CHARACTER_other && !quotes;
}

/* The next word or sign from *at, which is moved behind it; empty when none follows. */
static Text token_next(Text text, size_t *at)
{
    size_t start = *at;
    while (start < text.length && !is_of_token(text, start))
        start += character_at(text, start).length;
    size_t end = start;
    while (end < text.length && is_of_token(text, end))
        end += character_at(text, end).length;
    *at = end;
    return text_slice(text, start, end);
}

static bool is_one_of(const Scan *scan, const Phrases *phrases, Text word)
{
    return phrases_equal(phrases, words_normalise(scan->run->arena, word));
}

/* The scale of which the word is a mark: "K", "MM", "000s". */
static const ScaleWords *mark_scale(const Scan *scan, Text word)
{
    for (size_t i = 0; word.length && i < SCALE_WORDS; i++)
        if (is_one_of(scan, &scan->reading->units[i].marks, word))
            return &scan->reading->units[i];
    return NULL;
}

/* What stands behind the dollar sign of a word; the whole word when it has none. */
static Text behind_sign(Text word, bool *has_sign)
{
    size_t sign = text_find_char(word, '$', 0);
    *has_sign = sign < word.length;
    return *has_sign ? text_slice(word, sign + 1, word.length) : word;
}

/* "$", "US$", "$K", "US$000's", "$US": nothing but a known word before and behind the dollar sign. */
static bool word_is_known(const Scan *scan, Text word)
{
    bool has_sign;
    Text behind = behind_sign(word, &has_sign);
    Text before = has_sign ? text_slice(word, 0, text_find_char(word, '$', 0)) : (Text){0};
    if (before.length && !text_equal_ignoring_case(before, TEXT("US")))
        return false;
    if (!behind.length || text_is_only(behind, "0123456789") || mark_scale(scan, behind) || is_one_of(scan, &scan->reading->unit_words, behind))
        return true;
    char lower[16];
    for (size_t i = 0; !has_sign && i < behind.length && i < sizeof lower; i++)
        lower[i] = char_lower(behind.start[i]);
    bool small = !has_sign && behind.length < sizeof lower && char_is_lower(lower[0]) && reading_word_is_small(scan->reading, (Text){lower, behind.length});
    return small || (!has_sign && month_from_name(behind));
}

/* --- scales --- */

/* The text in which marks are spelled out: "($K)" speaks of thousands as "(in thousands)" does. */
static Text marks_spell(const Scan *scan, Text text)
{
    TextBuilder out = {.arena = scan->run->arena};
    size_t copied = 0;
    bool sign_before = true, behind_in = false, behind_sign_alone = false; /* a remark begins, or a word for dollars stands before; "in" follows that */
    size_t at = 0;
    for (Text word; (word = token_next(text, &at)).length;) {
        bool has_sign;
        size_t start = (size_t)(word.start - text.start);
        const ScaleWords *scale = mark_scale(scan, behind_sign(word, &has_sign));
        sign_before |= start > 0 && (text.start[start - 1] == '(' || text.start[start - 1] == '[');
        if (scale && (has_sign || behind_in || behind_sign_alone)) {
            text_append(&out, text_slice(text, copied, start));
            text_append_format(&out, " " TEXT_FORMAT " ", TEXT_ARGUMENTS(scale->spelled));
            copied = at;
        }
        behind_sign_alone = word.start[word.length - 1] == '$';
        behind_in = sign_before && text_equal_ignoring_case(word, TEXT("in"));
        sign_before = has_sign || text_equal_ignoring_case(word, TEXT("dollars")) || text_equal_ignoring_case(word, TEXT("USD"));
    }
    if (!copied)
        return text;
    text_append(&out, text_slice(text, copied, text.length));
    return text_builder_text(&out);
}

/* The scale that is named first at or after `from`. */
static bool scale_read(uint8_t *out, const Reading *reading, Text normal, size_t from)
{
    size_t nearest = normal.length;
    for (size_t i = 0; i < SCALE_WORDS; i++) {
        size_t at = phrases_first(&reading->units[i].phrases, normal, from);
        if (at >= nearest)
            continue;
        nearest = at;
        *out = reading->units[i].scale;
    }
    return nearest < normal.length;
}

/* "$000      $000": no more than that, for a number may hold three zeros, too. */
static bool is_thousands_mark(Text normal)
{
    size_t at = 1;
    while (at + 4 <= normal.length && text_equal(text_slice(normal, at, at + 4), TEXT("000 ")))
        at += 4;
    return at == normal.length;
}

/* The line in the form in which phrases are compared, its marks spelled out. */
static Text line_spelled(const Scan *scan, size_t row)
{
    Text text = line_text(scan, row), spelled = marks_spell(scan, text);
    return spelled.start == text.start ? line_normal(scan, row) : words_normalise(scan->run->arena, spelled);
}

bool unit_read(uint8_t *money, uint8_t *shares, const Scan *scan, size_t from, size_t to)
{
    TextBuilder all = {.arena = scan->run->arena};
    for (size_t row = from; row < to; row++) {
        Text text = row_is_text(&scan->filing->rows[row]) ? line_spelled(scan, row) : (Text){0};
        if (text.length > 1 && is_thousands_mark(text))
            text = TEXT(" 000s ");
        if (text.length > 1)
            text_append(&all, all.count ? text_slice(text, 1, text.length) : text);
    }
    Text normal = text_builder_text(&all);
    if (!scale_read(money, scan->reading, normal, 0))
        return false;
    *shares = *money;
    /* "in millions, except share data", "in millions, except shares, which are in thousands" */
    size_t apart = phrases_first(&scan->reading->shares_in_ones, normal, 0);
    if (apart < normal.length && !scale_read(shares, scan->reading, normal, apart))
        *shares = 0;
    return true;
}


/* --- what is not known --- */

static bool names_scale(const Scan *scan, Text normal)
{
    uint8_t scale;
    return scale_read(&scale, scan->reading, normal, 0) || phrases_found(&scan->reading->unit_names, normal);
}

/* The first unknown word of a text that speaks of the unit; what follows an exception may be in another one. */
static Text unknown_word(const Scan *scan, Text text)
{
    size_t at = 0;
    for (Text word; (word = token_next(text, &at)).length;) {
        if (is_one_of(scan, &scan->reading->unit_exceptions, word))
            return (Text){0};
        if (!word_is_known(scan, word))
            return word;
    }
    return (Text){0};
}

/* "NZ$", "RMB'000", a pound or a euro sign: of another currency wherever it stands. */
static bool is_foreign_sign(Text word)
{
    size_t letters = 0;
    while (letters < word.length && char_is_letter(word.start[letters]))
        letters++;
    bool us = text_equal_ignoring_case(text_slice(word, 0, letters), TEXT("US"));
    Text rest = text_slice(word, letters, word.length);
    if (letters && !us && rest.length && (rest.start[0] == '$' || text_is_only(rest, "'0") || text_equal(rest, TEXT("\xE2\x80\x99" "000"))))
        return true;
    for (size_t i = 0; i < word.length;) {
        Character character = character_at(word, i);
        if (character.code == 0xA3 || character.code == 0xA5 || (character.code >= 0x20A0 && character.code <= 0x20CF))
            return true;
        i += character.length;
    }
    return false;
}

static Text unknown_word_of_remark(const Scan *scan, Text remark)
{
    size_t at = 0;
    for (Text word; (word = token_next(remark, &at)).length;)
        if (is_foreign_sign(word))
            return word;
    Text normal = words_normalise(scan->run->arena, marks_spell(scan, remark));
    const Reading *reading = scan->reading;
    bool speaks = names_scale(scan, normal) || phrases_begin(&reading->unit_leads, normal) || phrases_found(&reading->unit_others, normal);
    Text unknown = speaks ? unknown_word(scan, remark) : (Text){0};
    if (speaks && !unknown.length && phrases_found(&reading->unit_others, normal))
        unknown = remark;
    return unknown;
}

/* Where the remark ends that begins behind `from`; `from` when it is no remark. */
static size_t remark_end(Text text, size_t from)
{
    size_t i = from;
    while (i < text.length && i - from < REMARK_LONGEST && text.start[i] != ')' && text.start[i] != ']' && text.start[i] != '(')
        i++;
    return i < text.length && (text.start[i] == ')' || text.start[i] == ']') ? i : from;
}

static Text unknown_word_of_remarks(const Scan *scan, Text text)
{
    for (size_t i = 0; i < text.length; i++) {
        size_t end = text.start[i] == '(' || text.start[i] == '[' ? remark_end(text, i + 1) : 0;
        if (end <= i + 1)
            continue;
        Text unknown = unknown_word_of_remark(scan, text_slice(text, i + 1, end));
        if (unknown.length)
            return unknown;
        i = end;
    }
    return (Text){0};
}

/* Words outside parentheses: between commas, where a scale or dollars stand among them. */
static Text unknown_word_of_words(const Scan *scan, Text text)
{
    for (size_t from = 0, to; from < text.length; from = to + 1) {
        to = from;
        while (to < text.length && text.start[to] != ',' && text.start[to] != ';' && text.start[to] != ':' && text.start[to] != '(')
            to++;
        Text clause = text_slice(text, from, to);
        Text unknown = names_scale(scan, words_normalise(scan->run->arena, marks_spell(scan, clause))) ? unknown_word(scan, clause) : (Text){0};
        if (unknown.length)
            return unknown;
        if (to < text.length && text.start[to] == '(')
            to = text_find_char(text, ')', to);
    }
    return (Text){0};
}

Text unit_unknown_word(const Scan *scan, size_t from, size_t to)
{
    TextBuilder all = {.arena = scan->run->arena};
    for (size_t row = from; row < to; row++) {
        const PageRow *at = &scan->filing->rows[row];
        if (!row_is_text(at))
            continue;
        text_append(&all, line_text(scan, row));
        text_append(&all, TEXT("\n"));
        bool words = line_role(scan, row) != LINE_prose && line_role(scan, row) != LINE_footnote;
        for (size_t i = 0; words && i < at->word_count; i++) {
            Text unknown = unknown_word_of_words(scan, at->words[i].text);
            if (unknown.length)
                return unknown;
        }
    }
    return unknown_word_of_remarks(scan, text_builder_text(&all));
}
