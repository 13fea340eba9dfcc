// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslSocket>

namespace practice
{

/// The server's end of a connection. A client that sends on without reading the replies is to be
/// heard no more until it has: then TCP holds it up, and neither its commands nor the replies fill
/// the memory.
class PacedSocket final : public QSslSocket
{
    Q_OBJECT

public:
    /// Octets that may wait in each direction.
    static constexpr qint64 most = qint64{64} * 1024;

    PacedSocket();

    /// The replies that wait are too many for another command.
    [[nodiscard]] bool isHeldUp() const;

Q_SIGNALS:
    /// Some of them have left; never inside another call.
    void repliesLeft();
};

} // namespace practice
