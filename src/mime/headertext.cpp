// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/headertext.h"

#include "core/utf8.h"

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
    const QByteArrayList words = text.split(' ');
    return core::isAscii(text) && !text.contains("=?") &&
           std::all_of(words.begin(), words.end(),
                       [](const QByteArray &word) { return word.size() <= longestWord; });
}

bool isContinuation(char octet)
{
    return (octet & 0xc0) == 0x80;
}

/// Where a word of base64 that begins at `start` may end: behind a whole character (RFC 2047 5),
/// and but for the last one without padding, at which some readers stop (GMime 3.2 when two words
/// follow each other). `start` itself: nowhere.
qsizetype endOfWord(const QByteArray &utf8, qsizetype start)
{
    qsizetype end = std::min(start + octetsInWord, utf8.size());
    while (end < utf8.size() && end > start &&
           (isContinuation(utf8[end]) || (end - start) % 3 != 0)) {
        --end;
    }
    return end;
}

/// The one character that begins at `start`, in Q encoding.
QByteArray singleCharacter(const QByteArray &utf8, qsizetype &start)
{
    QByteArray word;
    do {
        word += '=' + QByteArray(1, utf8[start++]).toHex().toUpper();
    } while (start < utf8.size() && isContinuation(utf8[start]));
    return "=?UTF-8?Q?" + word + "?=";
}

QByteArray encodedWords(const QByteArray &utf8)
{
    QByteArrayList words;
    for (qsizetype start = 0; start < utf8.size();) {
        const qsizetype end = endOfWord(utf8, start);
        if (end == start) {
            words += singleCharacter(utf8, start);
            continue;
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
