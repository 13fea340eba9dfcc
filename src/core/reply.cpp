// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reply.h"

namespace core
{

std::optional<EnhancedCode> enhancedCodeOf(int code, const QByteArray &text)
{
    // RFC 2034 4: the code stands first in the text, three numbers of at most 1, 3 and 3 digits.
    const QByteArray word = text.left(text.indexOf(' ') < 0 ? text.size() : text.indexOf(' '));
    const QByteArrayList parts = word.split('.');
    if (parts.size() != 3 || parts[0].size() != 1 || parts[1].size() > 3 || parts[2].size() > 3) {
        return {};
    }
    int numbers[3];
    for (int i = 0; i < 3; ++i) {
        bool ok = false;
        numbers[i] = parts[i].toInt(&ok);
        if (!ok || numbers[i] < 0) {
            return {};
        }
    }
    if (numbers[0] != code / 100) {
        return {};
    }
    return EnhancedCode{numbers[0], numbers[1], numbers[2]};
}

Reply Reply::brief() const
{
    constexpr qsizetype mostLines = 10;
    constexpr qsizetype longestLine = 512; // RFC 5321 4.5.3.1.5
    Reply brief = *this;
    for (QByteArrayList *part : {&brief.lines, &brief.text}) {
        if (part->size() > mostLines) {
            part->resize(mostLines);
        }
        for (qsizetype i = 0; i < part->size(); ++i) {
            if (part->at(i).size() > longestLine) {
                (*part)[i].truncate(longestLine);
            }
        }
    }
    return brief;
}

QByteArray Reply::words() const
{
    QByteArray words = text.join(' ').toLower();
    qsizetype open = words.indexOf('<');
    while (open >= 0) {
        const qsizetype close = words.indexOf('>', open);
        if (close < 0) {
            break;
        }
        const bool isAddress = words.mid(open, close - open).contains('@');
        if (isAddress) {
            words.remove(open, close - open + 1);
        }
        open = words.indexOf('<', isAddress ? open : close);
    }
    return words;
}

} // namespace core
