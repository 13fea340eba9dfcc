// SPDX-License-Identifier: GPL-3.0-or-later
#include "input.h"

#include <utility>

namespace fuzz
{

int Input::choice(int count)
{
    if (m_bytes.isEmpty()) {
        return 0;
    }
    const int octet = static_cast<unsigned char>(m_bytes.front() - '0');
    m_bytes = m_bytes.sliced(1);
    return octet % count;
}

QByteArrayView Input::line()
{
    const qsizetype end = m_bytes.indexOf('\n');
    const QByteArrayView line = end < 0 ? m_bytes : m_bytes.first(end);
    m_bytes = end < 0 ? QByteArrayView() : m_bytes.sliced(end + 1);
    return line;
}

QByteArrayView Input::rest()
{
    return std::exchange(m_bytes, {});
}

} // namespace fuzz
