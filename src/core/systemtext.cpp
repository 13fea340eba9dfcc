// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/systemtext.h"

#include "core/utf8.h"

#include <QStringDecoder>

#include <algorithm>

namespace core
{

namespace
{

constexpr char16_t escape = 0xDC00;

/// Only behind another character: before it the same code unit would be the second half of a pair.
bool isEscaped(const QString &text, qsizetype at)
{
    const char16_t unit = text[at].unicode();
    return unit >= escape + 0x80 && unit <= escape + 0xFF &&
           (at == 0 || !text[at - 1].isHighSurrogate());
}

} // namespace

QString fromSystem(QByteArrayView octets)
{
    QString text;
    qsizetype valid = 0; // where the text not yet taken over begins
    const auto take = [&](qsizetype end) {
        // Not fromUtf8(), which swallows a byte order mark.
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
        text += decoder(octets.sliced(valid, end - valid));
    };
    for (qsizetype at = 0; at < octets.size();) {
        const qsizetype length = utf8SequenceLength(octets, at);
        if (length == 0) {
            take(at);
            text += QChar(char16_t(escape + static_cast<unsigned char>(octets[at])));
            valid = at + 1;
        }
        at += std::max<qsizetype>(length, 1);
    }
    take(octets.size());
    return text;
}

QByteArray toSystem(const QString &text)
{
    QByteArray octets;
    qsizetype valid = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (isEscaped(text, at)) {
            octets += QStringView(text).sliced(valid, at - valid).toUtf8();
            octets += static_cast<char>(text[at].unicode() - escape);
            valid = at + 1;
        }
    }
    return octets + QStringView(text).sliced(valid).toUtf8();
}

bool hasForeignOctets(const QString &text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (isEscaped(text, at)) {
            return true;
        }
    }
    return false;
}

} // namespace core
