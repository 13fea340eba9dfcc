// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: add() notes the spellings of a secret, and find() looks for them in each Reading of
// a text; a Reading knows where its letters stand. Base64 has three spellings for each place in a
// group of three octets where the secret may begin, without the letters that its neighbours have a
// part in, so that it is found inside of any longer word.
//
// A line is looked at alone, and behind the tail of what was said before, which is where the
// longest beginning of a spelling stands at its end. What the tail goes on with is the line, or
// what stands behind its code.
#include "core/mask.h"

#include "core/reading.h"

#include <algorithm>
#include <utility>

namespace core
{

namespace
{

constexpr qsizetype shortestSecret = 4;

const QByteArray stars("****");

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Of base64 in either alphabet, with escapes of a URL in it.
bool isWordLetter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '/' ||
           c == '-' || c == '_' || c == '%';
}

/// How much of a spelling must stand at a line's end to be masked there.
qsizetype enoughOf(const QByteArray &spelling)
{
    return std::clamp<qsizetype>((spelling.size() + 1) / 2, 4, 8);
}

/// The base64 of `secret` after so many other octets, as far as it depends on nothing else.
QByteArray base64Behind(qsizetype octets, const QByteArray &secret)
{
    const QByteArray encoded = (QByteArray(octets, '\0') + secret).toBase64();
    const qsizetype begin = (octets * 8 + 5) / 6;
    return encoded.mid(begin, (octets + secret.size()) * 8 / 6 - begin);
}

/// The length of "250-", "334", "+OK " or "-ERR " at the beginning, or 0. A server that says 135 or
/// 999 means a code as well.
qsizetype codeLength(const QByteArray &line)
{
    const QByteArray word = line.left(4).toUpper();
    const bool digits =
        word.size() >= 3 && isDigit(word[0]) && isDigit(word[1]) && isDigit(word[2]);
    const qsizetype length = digits || word.startsWith("+OK") ? 3 : word == "-ERR" ? 4 : 0;
    if (length == 0 || line.size() == length) {
        return length;
    }
    if (line[length] == ' ' || (digits && line[length] == '-')) {
        return length + 1;
    }
    return word.startsWith("334") ? length : 0; // the space is forgotten there at times
}

/// Where the text of the last line may go on in this one: behind its code, or behind the "5.7.8" or
/// "[AUTH]" that follows; or with the digits that are no code (RFC 5321 4.2.1).
QList<qsizetype> continuations(const QByteArray &line)
{
    const qsizetype code = codeLength(line);
    const qsizetype space = line.indexOf(' ', code);
    const QByteArray word = line.mid(code, space - code);
    const bool enhancedCode =
        word.count('.') == 2 &&
        std::all_of(word.begin(), word.end(), [](char c) { return isDigit(c) || c == '.'; });
    qsizetype text = space >= 0 && (enhancedCode || word.startsWith('[')) ? space : code;
    while (text < line.size() && line[text] == ' ') {
        ++text;
    }
    QList<qsizetype> places{code};
    if (text != code) {
        places.append(text);
    }
    if (code > 0 && isDigit(line[0]) && (line[0] < '2' || line[0] > '5')) {
        places.append(0);
    }
    return places;
}

} // namespace

Mask::~Mask()
{
    for (Spelling &spelling : m_spellings) {
        spelling.letters.fill('\0');
    }
    m_tail.fill('\0');
}

void Mask::add(const QByteArray &secret)
{
    if (secret.size() < shortestSecret) {
        return;
    }
    add(folded(secret), Kind::Letters);
    for (const QByteArray &inCase : {secret, secret.toLower(), secret.toUpper()}) {
        add(inCase.toHex(), Kind::Hex);
        for (qsizetype octets = 0; octets < 3; ++octets) {
            add(folded(base64Behind(octets, inCase)), Kind::Base64);
        }
    }
}

void Mask::add(const QByteArray &letters, Kind kind)
{
    const bool known =
        std::any_of(m_spellings.cbegin(), m_spellings.cend(), [&](const Spelling &one) {
            return one.kind == kind && one.letters == letters;
        });
    if (!known) {
        // Detached, so that wiping it later wipes only this copy.
        m_spellings.append({QByteArray(letters.constData(), letters.size()), kind});
    }
}

QByteArray Mask::next(const QByteArray &said)
{
    QByteArrayList lines = said.split('\n');
    for (QByteArray &line : lines) {
        const QByteArray end = line.endsWith('\r') ? "\r" : "";
        line = masked(line.chopped(end.size()), m_tail) + end;
    }
    return lines.join('\n');
}

QByteArray Mask::over(const QByteArray &text) const
{
    QByteArray tail;
    return masked(text, tail);
}

Reply Mask::over(Reply reply) const
{
    maskAll(reply.text);
    maskAll(reply.lines);
    return reply;
}

void Mask::maskAll(QByteArrayList &lines) const
{
    QByteArray tail;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        // Lists share their memory until one is changed: a thousand recipients have one reply.
        if (QByteArray shown = masked(lines.at(i), tail); shown != lines.at(i)) {
            lines[i] = std::move(shown);
        }
    }
}

/// `tail` is that of the lines before, and then that of this one too.
QByteArray Mask::masked(const QByteArray &line, QByteArray &tail) const
{
    if (m_spellings.isEmpty()) {
        return line;
    }
    Found found = find(line, codeLength(line));
    QByteArray newTail = line.mid(found.openFrom);
    if (!tail.isEmpty()) {
        for (const qsizetype place : continuations(line)) {
            const QByteArray joined = tail + line.mid(place);
            const Found across = find(joined, 0);
            for (const Range &range : across.ranges) {
                if (range.end > tail.size()) {
                    found.ranges.append({std::max(range.begin - tail.size(), qsizetype(0)) + place,
                                         range.end - tail.size() + place});
                }
            }
            if (joined.size() - across.openFrom > newTail.size()) {
                newTail = joined.mid(across.openFrom);
            }
        }
    }
    tail = newTail;
    std::sort(found.ranges.begin(), found.ranges.end(),
              [](const Range &a, const Range &b) { return a.begin < b.begin; });
    QByteArray shown;
    qsizetype from = 0;
    for (const Range &range : std::as_const(found.ranges)) {
        if (range.begin > from || from == 0) {
            shown += line.mid(from, range.begin - from) + stars;
        }
        from = std::max(from, range.end);
    }
    return shown + line.mid(from);
}

Mask::Found Mask::find(const QByteArray &text, qsizetype code) const
{
    Found found{{}, text.size()};
    const auto lookIn = [&](const Reading &reading, bool hex) {
        for (const Spelling &spelling : m_spellings) {
            if ((spelling.kind == Kind::Hex) == hex) {
                findSpelling(spelling, reading, text, code, found);
            }
        }
        found.openFrom = std::min(found.openFrom, reading.cutOff);
    };
    lookIn(plainly(text), false);
    if (const Reading reading = withoutEscapes(text); reading.letters.size() < text.size()) {
        lookIn(reading, false);
    }
    lookIn(hexDigits(text, code), true);
    if (text.endsWith('0')) {
        lookIn(hexDigits(text.chopped(1), code), true); // half of "0x"
    }
    return found;
}

void Mask::findSpelling(const Spelling &spelling, const Reading &reading, const QByteArray &text,
                        qsizetype code, Found &found)
{
    const QByteArray &letters = spelling.letters;
    const qsizetype first = found.ranges.size();
    const auto mask = [&](qsizetype begin, qsizetype end) {
        if (found.ranges.size() > first && begin <= found.ranges.constLast().end) {
            found.ranges.last().end = std::max(found.ranges.constLast().end, end);
            return; // a word is widened once
        }
        if (spelling.kind == Kind::Base64) {
            while (begin > code && isWordLetter(text[begin - 1])) {
                --begin;
            }
            while (end < text.size() && (isWordLetter(text[end]) || text[end] == '=')) {
                ++end;
            }
        }
        found.ranges.append({begin, end});
    };
    for (qsizetype at = reading.letters.indexOf(letters); at >= 0;
         at = reading.letters.indexOf(letters, at + 1)) {
        mask(reading.begins[at], reading.ends[at + letters.size() - 1]);
    }
    for (qsizetype length = std::min(letters.size() - 1, reading.letters.size()); length > 0;
         --length) {
        if (reading.letters[reading.letters.size() - length] == letters[0] &&
            reading.letters.endsWith(QByteArrayView(letters).first(length))) {
            const qsizetype begin = reading.begins[reading.letters.size() - length];
            found.openFrom = std::min(found.openFrom, begin);
            if (length >= enoughOf(letters)) {
                mask(begin, text.size());
            }
            break;
        }
    }
}

} // namespace core
