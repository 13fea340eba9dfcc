// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace fuzz
{

/// Takes an input apart. It is text, so that a person can write one, and every octet means
/// something, so that a machine can.
class Input
{
public:
    explicit Input(QByteArrayView bytes)
        : m_bytes(bytes)
    {}

    [[nodiscard]] bool atEnd() const { return m_bytes.isEmpty(); }
    /// One octet as a number below `count`: '0' is 0, '1' is 1 and so on. 0 at the end.
    int choice(int count);
    /// What comes before the next LF.
    QByteArrayView line();
    /// All that is left.
    QByteArrayView rest();

private:
    QByteArrayView m_bytes;
};

} // namespace fuzz
