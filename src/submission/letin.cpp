// SPDX-License-Identifier: GPL-3.0-or-later
#include "submission/letin.h"

namespace submission
{

namespace
{

/// Shorter than what any server lets in for.
constexpr auto freshTime = std::chrono::seconds(60);

} // namespace

bool LetIn::isFresh(const PreparedPop &login, Clock::time_point now) const
{
    if (!m_last || now - m_last->at >= freshTime) {
        return false;
    }
    const PreparedPop &last = m_last->login;
    return last.target.host == login.target.host && last.target.port == login.target.port &&
           last.settings.credentials == login.settings.credentials;
}

void LetIn::remember(const PreparedPop &login, Clock::time_point now)
{
    m_last = Last{login, now};
}

} // namespace submission
