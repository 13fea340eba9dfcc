// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secret.h"

#include <utility>

namespace core
{

Secret::Secret(QByteArray utf8)
    : m_utf8(std::move(utf8))
{}

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other) {
        wipe();
        m_utf8 = other.m_utf8;
    }
    return *this;
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_utf8 = std::exchange(other.m_utf8, {});
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

void Secret::wipe()
{
    if (m_utf8.isDetached() && !m_utf8.isEmpty()) {
        volatile char *bytes = m_utf8.data();
        for (qsizetype i = 0; i < m_utf8.size(); ++i) {
            bytes[i] = 0;
        }
    }
    m_utf8.clear();
}

} // namespace core
