// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sessiontickets.h"

#include <algorithm>

namespace net
{

void SessionTickets::keep(const Key &key, const Ticket &ticket, std::chrono::seconds lifetime,
                          const QDateTime &now)
{
    m_entries.removeIf([&key](const Entry &entry) { return entry.key == key; });
    std::chrono::seconds use = longestUse;
    if (lifetime.count() > 0) {
        use = std::min(use, lifetime);
    }
    QDateTime until = now.addSecs(use.count());
    for (const core::Certificate &certificate : ticket.chain) {
        if (!ticket.pinned) {
            until = std::min(until, certificate.validUntil);
        }
    }
    if (m_entries.size() == most) {
        m_entries.removeFirst();
    }
    m_entries.append({key, ticket, now, until});
}

std::optional<SessionTickets::Ticket> SessionTickets::take(const Key &key, const QDateTime &now)
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [&key](const Entry &entry) { return entry.key == key; });
    if (found == m_entries.cend()) {
        return {};
    }
    const Entry entry = m_entries.takeAt(std::distance(m_entries.cbegin(), found));
    // A clock that was set back makes the dates worthless.
    const bool good = entry.from <= now && now < entry.until;
    return good ? std::optional(entry.ticket) : std::nullopt;
}

} // namespace net
