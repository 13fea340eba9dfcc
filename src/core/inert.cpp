// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inert.h"

#include "core/systemtext.h"
#include "core/utf8.h"

#include <QByteArray>

using namespace Qt::StringLiterals;

namespace core
{

namespace
{

/// Decodes one valid sequence. By hand: QString::fromUtf8 swallows a byte order mark.
char32_t codePoint(QByteArrayView sequence)
{
    const auto byte = [&](qsizetype i) { return static_cast<unsigned char>(sequence[i]); };
    if (sequence.size() == 1) {
        return byte(0);
    }
    char32_t point = byte(0) & (0x7Fu >> sequence.size());
    for (qsizetype i = 1; i < sequence.size(); ++i) {
        point = (point << 6) | (byte(i) & 0x3Fu);
    }
    return point;
}

bool isInvisible(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Format || category == QChar::Other_Control ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph ||
           category == QChar::Other_NotAssigned || category == QChar::Other_PrivateUse;
}

void appendInert(QString &out, char32_t c)
{
    if (c < 0x20) {
        out += QChar(static_cast<char16_t>(0x2400 + c));
    } else if (c == 0x7F) {
        out += QChar(u'\u2421');
    } else if (isInvisible(c)) {
        out += "<U+"_L1 +
               QString::number(static_cast<uint>(c), 16).toUpper().rightJustified(4, u'0') + u'>';
    } else {
        out += QString::fromUcs4(&c, 1);
    }
}

} // namespace

QString inert(QByteArrayView untrusted)
{
    QString out;
    out.reserve(untrusted.size());
    for (qsizetype at = 0; at < untrusted.size();) {
        const qsizetype length = utf8SequenceLength(untrusted, at);
        if (length == 0) {
            const uint byte = static_cast<unsigned char>(untrusted[at]);
            out += u'<' + QString::number(byte, 16).toUpper() + u'>';
            ++at;
            continue;
        }
        appendInert(out, codePoint(untrusted.sliced(at, length)));
        at += length;
    }
    return out;
}

QString inert(const QByteArray &untrusted)
{
    return inert(QByteArrayView(untrusted));
}

QString inert(const QString &untrusted)
{
    return inert(QByteArrayView(toSystem(untrusted)));
}

} // namespace core
