// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/headerend.h"

#include <algorithm>

namespace mime
{

bool isFieldName(QByteArrayView name)
{
    const QByteArrayView trimmed = name.trimmed();
    return !trimmed.isEmpty() && trimmed.size() <= longestFieldName &&
           std::all_of(trimmed.begin(), trimmed.end(),
                       [](char c) { return c > ' ' && c < '\x7f'; });
}

bool HeaderEnd::endsByReturn() const
{
    return m_returned && !m_fed && !m_doubled;
}

void HeaderEnd::doubt()
{
    if (!m_doubtful) {
        m_doubtfulLine = m_line;
    }
    m_doubtful = true;
}

void HeaderEnd::onLine(HeaderLine line, LineEnd end)
{
    ++m_line;
    const bool afterOdd = m_line > 1 && m_last != LineEnd::Feed;
    if (afterOdd && line == HeaderLine::Other) {
        doubt(); // perhaps text already, and what was read as one line end were two
    }
    m_returnProven = m_returnProven || (m_returned && line != HeaderLine::Other);
    m_fed = m_fed || end == LineEnd::Feed;
    m_doubled = m_doubled || end == LineEnd::DoubleReturn;
    m_returned = m_returned || end == LineEnd::Return;
    if (m_doubled && (m_fed || m_returned)) {
        doubt();
    }
    m_last = end;
}

void HeaderEnd::onEmptyLine(LineEnd end)
{
    ++m_line;
    const bool byReturn = m_line > 1 && (m_last == LineEnd::Return || end == LineEnd::Return);
    if (byReturn && !endsByReturn()) {
        doubt();
    }
    m_watching = byReturn;
    m_fed = m_fed || end != LineEnd::Return;
    if (byReturn && !m_returnProven) {
        doubtIfFed();
    }
}

/// An LF that comes later raises the doubt as well.
void HeaderEnd::doubtIfFed()
{
    m_feedWouldTell = true;
    if (m_fed) {
        doubt();
    }
}

void HeaderEnd::onBodyText(QByteArrayView text)
{
    if (m_watching) {
        m_start += text.first(std::min(text.size(), longestFieldName + 1 - m_start.size()));
    }
}

void HeaderEnd::onBodyLine(std::optional<LineEnd> end)
{
    ++m_line;
    m_fed = m_fed || (end && end != LineEnd::Return);
    if (m_feedWouldTell && m_fed) {
        doubt();
    }
    if (!m_watching) {
        return;
    }
    const bool continues = m_start.startsWith(' ') || m_start.startsWith('\t');
    const qsizetype colon = m_start.indexOf(':');
    // More header, up to another empty line, is what it would be if CR CR LF were one line end.
    if (m_start.isEmpty() || continues) {
        doubtIfFed();
    }
    m_watching = colon > 0 && !continues && isFieldName(QByteArrayView(m_start).first(colon));
    m_start.clear();
}

} // namespace mime
