// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"

#include "core/inert.h"

#include <utility>

namespace core
{

Text::Text(const char *source, QList<Text> arguments)
    : m_source(source)
    , m_arguments(std::move(arguments))
{}

Text::Text(const QString &words)
    : m_words(inert(words))
{}

Text::Text(const QByteArray &octets)
    : m_words(inert(octets))
{}

Text::Text(qint64 number)
    : m_words(QString::number(number))
{}

QString Text::translated(const Translate &translate) const
{
    if (m_source.isEmpty()) {
        return m_words;
    }
    const QString text =
        translate ? translate("core", m_source.constData()) : QString::fromUtf8(m_source);
    // By hand: what fills a place is never searched for places itself.
    QString out;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const int place = text[at] == u'%' ? text.sliced(at + 1).left(1).toInt() : 0;
        if (place > 0 && place <= m_arguments.size()) {
            out += m_arguments[place - 1].translated(translate);
            ++at;
        } else {
            out += text[at];
        }
    }
    return out;
}

bool Text::operator==(const Text &other) const
{
    return m_source == other.m_source && m_arguments == other.m_arguments &&
           m_words == other.m_words;
}

} // namespace core
