// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

/// Names that only this program knows: names.cpp defines getaddrinfo(), and the dynamic linker
/// gives it to Qt too. Other names go on to the C library.
class TestName
{
public:
    /// Leads to these addresses, in this order.
    TestName(const QByteArray &name, const QByteArrayList &addresses);
    /// Whoever looks it up waits until this object is gone, and then finds nothing.
    explicit TestName(const QByteArray &name);
    ~TestName();
    Q_DISABLE_COPY_MOVE(TestName)

    /// How often it was asked for.
    [[nodiscard]] int asked() const;

private:
    QByteArray m_name;
};
