// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/linebuffer.h"

namespace core
{

void LineBuffer::append(QByteArrayView bytes)
{
    if (m_overflow) {
        return;
    }
    if (m_start > 0) {
        m_bytes.remove(0, m_start);
        m_start = 0;
    }
    m_bytes.append(bytes);
}

std::optional<LineBuffer::Line> LineBuffer::takeLine()
{
    if (m_overflow) {
        return {};
    }
    const qsizetype end = m_bytes.indexOf('\n', m_start);
    const qsizetype length = (end < 0 ? m_bytes.size() : end) - m_start;
    if (length > m_limit) {
        m_overflow = true;
        m_bytes = m_bytes.mid(m_start, m_limit);
        m_start = 0;
        return {};
    }
    if (end < 0) {
        return {};
    }
    Line line;
    line.lfOnly = length == 0 || m_bytes[end - 1] != '\r';
    line.text = m_bytes.mid(m_start, line.lfOnly ? length : length - 1);
    m_start = end + 1;
    return line;
}

void LineBuffer::clear()
{
    m_bytes.clear();
    m_start = 0;
    m_overflow = false;
}

} // namespace core
