// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "submission/prepare.h"

#include <chrono>
#include <optional>

namespace submission
{

/// The last POP3 login, so that each of many mails needs none of its own: servers let an address in
/// for minutes, and some refuse logins that come too soon after each other (RFC 2449 6.5).
class LetIn final
{
public:
    using Clock = std::chrono::steady_clock;

    /// Whether this login was made less than a minute ago. That it still counts is for the SMTP
    /// server to say.
    [[nodiscard]] bool isFresh(const PreparedPop &login, Clock::time_point now) const;
    void remember(const PreparedPop &login, Clock::time_point now);
    void forget() { m_last.reset(); }

private:
    struct Last
    {
        QByteArray login; // a digest: no password is kept here
        Clock::time_point at;
    };

    std::optional<Last> m_last;
};

} // namespace submission
