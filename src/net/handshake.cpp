// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/handshake.h"

using core::Failure;

namespace net
{

namespace
{

/// As it would be without old TLS allowed.
bool isOfToday(const QSslSocket &socket)
{
    return socket.sessionProtocol() == QSsl::TlsV1_2 || socket.sessionProtocol() == QSsl::TlsV1_3;
}

} // namespace

std::optional<core::Error> Handshake::prepare()
{
    const core::Result<QSslConfiguration> configuration = clientConfiguration(m_settings);
    if (!configuration) {
        return configuration.error();
    }
    m_configuration = *configuration;
    return {};
}

void Handshake::setUp(QSslSocket &socket, const QString &host) const
{
    socket.setSslConfiguration(m_configuration);
    socket.setPeerVerifyName(host);
}

void Handshake::onErrors(QSslSocket &socket, const QList<QSslError> &errors)
{
    const core::TlsFacts facts = readTlsFacts(socket, errors);
    if (isPinned(facts)) {
        socket.ignoreSslErrors(errors);
        return;
    }
    m_refused = facts;
    m_refused->encrypted = false;
}

Handshake::End Handshake::onEncrypted(const QSslSocket &socket) const
{
    End end{Failure::None, readTlsFacts(socket, {})};
    end.facts.pinned = isPinned(end.facts);
    if (!m_settings.pinnedSha256.isEmpty() && !end.facts.pinned) {
        // Even a certificate that an issuer vouches for (B45).
        end.facts.encrypted = false;
        end.failure = Failure::CertificateChanged;
    } else if (m_settings.allowOld && !end.facts.pinned && isOfToday(socket)) {
        // Old TLS needs the library's lowest level; that must not let weak certificates in here.
        if (const QString weakness = weaknessIn(socket.peerCertificateChain());
            !weakness.isEmpty()) {
            end.facts.encrypted = false;
            end.facts.faults = {core::CertificateFault::Weak};
            end.facts.errors = {weakness};
            end.failure = Failure::CertificateRejected;
            end.words = weakness;
        }
    }
    return end;
}

Handshake::End Handshake::onFailed(const QString &words) const
{
    if (!m_refused) {
        return {handshakeFailure(words), {}, words};
    }
    return {m_settings.pinnedSha256.isEmpty() ? Failure::CertificateRejected
                                              : Failure::CertificateChanged,
            *m_refused, m_refused->errors.value(0, words)};
}

bool Handshake::isPinned(const core::TlsFacts &facts) const
{
    return !m_settings.pinnedSha256.isEmpty() &&
           facts.certificate().sha256 == m_settings.pinnedSha256;
}

} // namespace net
