// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading.h"

#include <QChar>

#include <algorithm>

namespace core
{

namespace
{

struct Escape
{
    QByteArrayView pattern; // ? is a hexadecimal digit
    char letter = '\0';     // what it stands for, unless its digits say so
};

constexpr Escape escapes[] = {
    {"%??"},         {"=??"},          {"\\x??"},       {"\\u00??"},    {"&#x??;"},
    {"\\\"", '"'},   {"\\\\", '\\'},   {"\\/", '/'},    {"\\'", '\''},  {"&amp;", '&'},
    {"&lt;", '<'},   {"&gt;", '>'},    {"&quot;", '"'}, {"&#34;", '"'}, {"&#38;", '&'},
    {"&#39;", '\''}, {"&apos;", '\''}, {"&#60;", '<'},  {"&#62;", '>'},
};

int hexValue(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

bool matches(char pattern, char c)
{
    return pattern == '?' ? hexValue(c) >= 0 : pattern == c;
}

/// What stands at the beginning of `text`: an escape of that length, the beginning of one (0), or
/// none (-1).
qsizetype escapeAt(QByteArrayView text, char &letter)
{
    qsizetype found = -1;
    for (const Escape &escape : escapes) {
        const qsizetype length = std::min(escape.pattern.size(), text.size());
        if (!std::equal(text.begin(), text.begin() + length, escape.pattern.begin(),
                        [](char c, char pattern) { return matches(pattern, c); })) {
            continue;
        }
        if (length < escape.pattern.size()) {
            found = 0;
            continue;
        }
        letter = escape.letter;
        if (const qsizetype digits = escape.pattern.indexOf('?'); digits >= 0) {
            letter = static_cast<char>(hexValue(text[digits]) * 16 + hexValue(text[digits + 1]));
        }
        return length;
    }
    return found;
}

/// Letters of two octets whose other case has two octets as well.
void foldTwoOctets(char *octets)
{
    const auto first = static_cast<unsigned char>(octets[0]);
    const auto second = static_cast<unsigned char>(octets[1]);
    if (first < 0xC3 || first > 0xDF || (second & 0xC0u) != 0x80) {
        return;
    }
    const char32_t letter =
        QChar::toCaseFolded(char32_t(((first & 0x1Fu) << 6) | (second & 0x3Fu)));
    if (letter >= 0x80 && letter < 0x800) {
        octets[0] = static_cast<char>(0xC0 | (letter >> 6));
        octets[1] = static_cast<char>(0x80 | (letter & 0x3F));
    }
}

} // namespace

void Reading::add(char letter, qsizetype begin, qsizetype end)
{
    letters.append(letter);
    begins.append(begin);
    ends.append(end);
}

QByteArray folded(const QByteArray &text)
{
    QByteArray folded = text.toLower();
    for (qsizetype i = 0; i < folded.size(); ++i) {
        char &c = folded[i];
        if (c == '-' || c == ' ') {
            c = '+';
        } else if (c == '_') {
            c = '/';
        } else if (i + 1 < folded.size()) {
            foldTwoOctets(&c);
        }
    }
    return folded;
}

Reading plainly(QByteArrayView text)
{
    Reading reading;
    for (qsizetype i = 0; i < text.size(); ++i) {
        reading.add(text[i], i, i + 1);
    }
    reading.letters = folded(reading.letters);
    reading.cutOff = text.size();
    return reading;
}

Reading withoutEscapes(QByteArrayView text)
{
    Reading reading;
    reading.cutOff = text.size();
    for (qsizetype i = 0; i < reading.cutOff;) {
        char letter = text[i];
        const bool maybe = letter == '%' || letter == '=' || letter == '\\' || letter == '&';
        const qsizetype length = maybe ? escapeAt(text.sliced(i), letter) : -1;
        if (length == 0) {
            reading.cutOff = i;
            break;
        }
        const qsizetype end = i + std::max<qsizetype>(length, 1);
        reading.add(letter, i, end);
        i = end;
    }
    reading.letters = folded(reading.letters);
    return reading;
}

Reading hexDigits(QByteArrayView text, qsizetype from)
{
    constexpr qsizetype widestGap = 4; // ", 0x" without its 0
    Reading reading;
    reading.cutOff = text.size();
    qsizetype last = from;
    for (qsizetype i = from; i < text.size(); ++i) {
        const bool prefix = text[i] == '0' && i + 1 < text.size() && (text[i + 1] | 0x20) == 'x';
        if (hexValue(text[i]) < 0 || prefix) {
            continue;
        }
        if (i - last > widestGap) {
            reading.add('\0', last, i);
        }
        reading.add(text[i], i, i + 1);
        last = i + 1;
    }
    reading.letters = reading.letters.toLower();
    return reading;
}

} // namespace core
