// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace core
{

/// A password or token, as UTF-8. It has no stream operator and converts to nothing: whoever needs
/// the bytes has to say reveal(), which is what a reviewer searches for. The memory is overwritten
/// when the last copy goes.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray utf8);
    Secret(const Secret &) = default;
    Secret(Secret &&) noexcept = default;
    Secret &operator=(const Secret &other);
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    [[nodiscard]] bool isEmpty() const { return m_utf8.isEmpty(); }
    [[nodiscard]] const QByteArray &reveal() const { return m_utf8; }

    bool operator==(const Secret &) const = default;

private:
    void wipe();

    QByteArray m_utf8;
};

} // namespace core
