// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace service
{

class Servers;

/// Whom mail was written to before, to be offered again: in state.db, the last ones first.
class MailAddresses
{
public:
    /// `servers` outlives this.
    explicit MailAddresses(Servers &servers)
        : m_servers(servers)
    {}

    /// As typed: "Hanako <hanako@example.org>" or bare.
    [[nodiscard]] QStringList all() const;
    void add(const QStringList &typed);
    void clear();

private:
    Servers &m_servers;
};

} // namespace service
