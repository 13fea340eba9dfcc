// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saslclient.h"

#include <utility>

namespace sasl
{

/// EXTERNAL (RFC 4422 appendix A): the client certificate of the TLS connection has said who it is;
/// the ID, where one is given, says as whom to act.
class ExternalClient final : public core::SaslClient
{
public:
    explicit ExternalClient(const QString &userId)
        : m_response(userId.toUtf8())
    {}

    std::optional<QByteArray> initialResponse() override { return m_response; }
    /// Some servers take nothing in the AUTH line and ask for it, once.
    core::Result<QByteArray> respond(const QByteArray &) override
    {
        if (std::exchange(m_answered, true)) {
            return core::Error{
                core::Failure::BadChallenge,
                QT_TRANSLATE_NOOP("core", "The server asks again after EXTERNAL's only response.")};
        }
        return m_response;
    }

private:
    QByteArray m_response;
    bool m_answered = false;
};

} // namespace sasl
