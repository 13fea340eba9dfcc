// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saslclient.h"
#include "sasl/server.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <optional>

namespace fuzz
{

/// The server's half of a login over SMTP: reads what the client sends and, when an input asks for
/// it, answers as an honest server would. Bytes that are made up get no further than SCRAM's first
/// step.
class SaslHalf
{
public:
    explicit SaslHalf(const core::Credentials &credentials)
        : m_credentials(credentials)
    {}

    void onClientLine(const QByteArray &line);
    /// The next reply, without CRLF; nothing where the client waits for none of a login.
    QByteArray answer();
    /// SCRAM's first challenge with another number of rounds.
    QByteArray challengeWithRounds(const QByteArray &rounds);
    [[nodiscard]] bool isScram() const { return m_scram; }

private:
    [[nodiscard]] std::optional<core::Secret> passwordOf(const QByteArray &id) const;
    /// By hand: with any number of rounds, and the proof looked at.
    sasl::Server::Step scramStep(const QByteArray &response);
    sasl::Server::Step scramFirst(const QByteArray &response, const QByteArray &rounds);
    sasl::Server::Step scramFinal(const QByteArray &response);

    core::Credentials m_credentials;
    std::unique_ptr<sasl::Server> m_server;
    QList<std::optional<QByteArray>> m_responses; // not yet looked at
    QByteArray m_scramFirsts;                     // the client's and ours, joined by a comma
    QByteArray m_rounds;
    bool m_scram = false;
    bool m_scramProved = false;
    bool m_givenUp = false;
};

} // namespace fuzz
