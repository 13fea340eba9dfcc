// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "submission/prepare.h"

#include <QByteArray>
#include <QHash>

#include <chrono>

namespace submission
{

/// The POP3 logins of the last minute, so that each of many mails needs none of its own: servers
/// let an address in for minutes, and some refuse logins that come too soon after each other (RFC
/// 2449 6.5). Shared by the lanes, in one thread.
class LetIn final
{
public:
    using Clock = std::chrono::steady_clock;

    /// Whether this login was made within that minute. That it still counts is for the SMTP
    /// server to say.
    [[nodiscard]] bool isFresh(const PreparedPop &login, Clock::time_point now) const;
    void remember(const PreparedPop &login, Clock::time_point now);
    void forget(const PreparedPop &login);

private:
    QHash<QByteArray, Clock::time_point> m_logins; // by a digest: no password is kept here
};

} // namespace submission
