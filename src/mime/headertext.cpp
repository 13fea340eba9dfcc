// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/headertext.h"

#include <QByteArrayList>

#include <algorithm>

namespace mime
{

namespace
{

// A word of 64 characters: under the limit of 75, and of 76 for the line with "Subject: " in front
// (RFC 2047 2).
constexpr qsizetype octetsInWord = 39;
constexpr qsizetype longestWord = 64;

bool isPlain(const QByteArray &text)
{
    const bool ascii =
        std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
    const QByteArrayList words = text.split(' ');
    return ascii && !text.contains("=?") &&
           std::all_of(words.begin(), words.end(),
                       [](const QByteArray &word) { return word.size() <= longestWord; });
}

bool isContinuation(char octet)
{
    return (octet & 0xc0) == 0x80;
}

QByteArray encodedWords(const QByteArray &utf8)
{
    QByteArrayList words;
    for (qsizetype start = 0; start < utf8.size();) {
        qsizetype end = std::min(start + octetsInWord, utf8.size());
        while (end < utf8.size() && isContinuation(utf8[end])) {
            --end; // no character is cut in two, RFC 2047 5
        }
        words += "=?UTF-8?B?" + utf8.sliced(start, end - start).toBase64() + "?=";
        start = end;
    }
    return words.join(' ');
}

} // namespace

QByteArray encodeSubject(const QString &subject)
{
    const QByteArray utf8 = subject.toUtf8();
    return isPlain(utf8) ? utf8 : encodedWords(utf8);
}

QByteArray encodeName(const QString &name)
{
    const QByteArray utf8 = name.toUtf8();
    return isPlain(utf8) && utf8.size() <= longestWord ? utf8 : encodedWords(utf8);
}

} // namespace mime
