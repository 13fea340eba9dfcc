// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/quotedprintable.h"

namespace mime
{

namespace
{

constexpr qsizetype longestLine = 76;

/// One octet of a line; white space at its end could get lost on the way and is encoded.
QByteArray encoded(char octet, bool last)
{
    const bool space = octet == ' ' || octet == '\t';
    const bool literal = octet > ' ' && octet < '\x7f' && octet != '=';
    if (literal || (space && !last)) {
        return {1, octet};
    }
    return '=' + QByteArray(1, octet).toHex().toUpper();
}

void appendLine(QByteArray &output, QByteArrayView line)
{
    qsizetype length = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const bool last = i + 1 == line.size();
        const QByteArray piece = encoded(line[i], last);
        const qsizetype room = last ? longestLine : longestLine - 1; // for the = of a soft break
        if (length + piece.size() > room) {
            output += "=\r\n";
            length = 0;
        }
        output += piece;
        length += piece.size();
    }
}

} // namespace

QByteArray quotedPrintable(const QByteArray &text)
{
    QByteArray output;
    qsizetype start = 0;
    for (qsizetype end = text.indexOf("\r\n"); end >= 0; end = text.indexOf("\r\n", start)) {
        appendLine(output, QByteArrayView(text).sliced(start, end - start));
        output += "\r\n";
        start = end + 2;
    }
    appendLine(output, QByteArrayView(text).sliced(start));
    return output;
}

} // namespace mime
