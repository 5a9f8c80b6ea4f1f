#include "base/date.h"

#include <string.h>

static const char *const month_names[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};

int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

/* Counted in eras of 400 years that begin on 1 March, so that the leap day is the last of its year. */
Day day_from_civil(int year, int month, int day)
{
    if (month < 1 || month > 12 || year < 1 || year > 9999 || day < 1 || day > days_in_month(year, month))
        return DAY_NONE;
    int shifted = month <= 2 ? year - 1 : year;
    int era = shifted / 400, year_of_era = shifted % 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

void day_to_civil(Day day, int *year, int *month, int *day_of_month)
{
    int shifted = day + 719468;
    int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int day_of_era = shifted - era * 146097;
    int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month_from_march = (5 * day_of_year + 2) / 153;
    *day_of_month = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    *month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    *year = year_of_era + era * 400 + (*month <= 2);
}

bool day_is_month_end(Day day)
{
    int year, month, day_of_month;
    day_to_civil(day, &year, &month, &day_of_month);
    return day_of_month == days_in_month(year, month);
}

Day day_add_months(Day day, int months)
{
    int year, month, day_of_month;
    day_to_civil(day, &year, &month, &day_of_month);
    bool last = day_of_month == days_in_month(year, month);
    int counted = year * 12 + month - 1 + months;
    year = counted / 12;
    month = counted % 12 + 1;
    int longest = days_in_month(year, month);
    return day_from_civil(year, month, last || day_of_month > longest ? longest : day_of_month);
}

static bool digits_parse(int *out, Text text)
{
    int value = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (!char_is_digit(text.start[i]))
            return false;
        value = value * 10 + (text.start[i] - '0');
    }
    *out = value;
    return text.length > 0;
}

bool day_parse(Day *out, Text text)
{
    int year, month, day;
    if (text.length != 10 || text.start[4] != '-' || text.start[7] != '-')
        return false;
    if (!digits_parse(&year, text_slice(text, 0, 4)) || !digits_parse(&month, text_slice(text, 5, 7)) || !digits_parse(&day, text_slice(text, 8, 10)))
        return false;
    *out = day_from_civil(year, month, day);
    return *out != DAY_NONE;
}

size_t day_write(char out[10], Day day)
{
    int year, month, day_of_month;
    day_to_civil(day, &year, &month, &day_of_month);
    const char digits[] = {(char)('0' + year / 1000),  (char)('0' + year / 100 % 10),   (char)('0' + year / 10 % 10), (char)('0' + year % 10), '-',
                           (char)('0' + month / 10),   (char)('0' + month % 10),        '-',
                           (char)('0' + day_of_month / 10), (char)('0' + day_of_month % 10)};
    memcpy(out, digits, sizeof digits);
    return sizeof digits;
}

Text day_iso(Arena *arena, Day day)
{
    char digits[10];
    return text_copy(arena, (Text){digits, day_write(digits, day)});
}

Text day_spoken(Arena *arena, Day day)
{
    int year, month, day_of_month;
    day_to_civil(day, &year, &month, &day_of_month);
    return text_format(arena, "%s %d, %d", month_names[month - 1], day_of_month, year);
}

/* The first three letters tell the months apart. */
static int month_from_letters(const char *word)
{
#define LETTERS(a, b, c) ((a) << 16 | (b) << 8 | (c))
    /* bytes beyond ASCII are negative where a char is signed */
    switch (LETTERS((unsigned char)char_lower(word[0]), (unsigned char)char_lower(word[1]), (unsigned char)char_lower(word[2]))) {
    case LETTERS('j', 'a', 'n'): return 1;
    case LETTERS('f', 'e', 'b'): return 2;
    case LETTERS('m', 'a', 'r'): return 3;
    case LETTERS('a', 'p', 'r'): return 4;
    case LETTERS('m', 'a', 'y'): return 5;
    case LETTERS('j', 'u', 'n'): return 6;
    case LETTERS('j', 'u', 'l'): return 7;
    case LETTERS('a', 'u', 'g'): return 8;
    case LETTERS('s', 'e', 'p'): return 9;
    case LETTERS('o', 'c', 't'): return 10;
    case LETTERS('n', 'o', 'v'): return 11;
    case LETTERS('d', 'e', 'c'): return 12;
    default: return 0;
    }
#undef LETTERS
}

int month_from_name(Text word)
{
    if (word.length && word.start[word.length - 1] == '.')
        word.length--;
    int month = word.length >= 3 ? month_from_letters(word.start) : 0;
    if (!month)
        return 0;
    Text name = text_of(month_names[month - 1]);
    bool short_form = word.length == 3 || (month == 9 && word.length == 4);
    bool named = text_equal_ignoring_case(word, name) || (short_form && text_equal_ignoring_case(word, text_slice(name, 0, word.length)));
    return named ? month : 0;
}
