#include "statement/own_name.h"

static Text word_at(Text text, size_t from)
{
    return text_slice(text, from, text_find_char(text, ' ', from));
}

/* How many bytes of the text from `at` on are words of the name, from its first on. */
static size_t words_alike(Text text, size_t at, Text name)
{
    size_t length = 0;
    for (size_t from = 0; at + from < text.length && from < name.length;) {
        Text word = word_at(name, from);
        if (!text_equal(word_at(text, at + from), word))
            break;
        length = from + word.length;
        from = length + 1;
    }
    return length;
}

/* "ge" of "general electric company": the first letters of two words or more. */
static bool is_initials(Text word, Text name)
{
    size_t letters = 0;
    for (size_t from = 0; from < name.length && letters < word.length; letters++) {
        if (name.start[from] != word.start[letters])
            return false;
        from += word_at(name, from).length + 1;
    }
    return letters > 1 && letters == word.length;
}

bool own_name_replace(Text *caption, Arena *arena, Text name)
{
    for (size_t at = 0; at < caption->length;) {
        Text word = word_at(*caption, at);
        size_t length = words_alike(*caption, at, name);
        if (!length && is_initials(word, name))
            length = word.length;
        if (length) {
            Text before = text_slice(*caption, 0, at), after = text_slice(*caption, at + length, caption->length);
            *caption = text_format(arena, TEXT_FORMAT "company" TEXT_FORMAT, TEXT_ARGUMENTS(before), TEXT_ARGUMENTS(after));
            return true;
        }
        at += word.length + 1;
    }
    return false;
}
