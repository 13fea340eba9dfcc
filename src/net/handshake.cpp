// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/handshake.h"

#include "net/certificatechain.h"
#include "net/certificatenames.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using core::Failure;

namespace net
{

Handshake::Handshake(const QString &host, quint16 port, const TlsSettings &settings,
                     const core::Proxy &proxy)
    : m_key{host, port, settings, proxy, {}}
{}

std::optional<core::Error> Handshake::prepare()
{
    const core::Result<QSslConfiguration> configuration = clientConfiguration(m_key.settings);
    if (!configuration) {
        return configuration.error();
    }
    m_key.configuration = *configuration;
    return {};
}

void Handshake::setUp(QSslSocket &socket)
{
    QSslConfiguration configuration = m_key.configuration;
    if (m_tickets) {
        configuration.setSslOption(QSsl::SslOptionDisableSessionPersistence, false);
        m_offered = m_tickets->take(m_key, QDateTime::currentDateTimeUtc());
        if (m_offered) {
            configuration.setSessionTicket(m_offered->session);
        }
    }
    socket.setSslConfiguration(configuration);
    socket.setPeerVerifyName(m_key.host);
}

/// OpenSSL keeps the leaf with a session and not what came along with it (measured on 3.0): no
/// chain means that the session was resumed.
core::TlsFacts Handshake::factsOf(const QSslSocket &socket, const QList<QSslError> &errors) const
{
    core::TlsFacts facts = readTlsFacts(socket, errors);
    if (facts.chain.isEmpty() && m_offered &&
        m_offered->chain.value(0).der == socket.peerCertificate().toDer()) {
        facts.chain = m_offered->chain;
        facts.resumed = true;
    }
    facts.pinned = !m_key.settings.pinnedSha256.isEmpty() &&
                   facts.certificate().sha256 == m_key.settings.pinnedSha256;
    return facts;
}

QList<QSslCertificate> Handshake::sentBy(const QSslSocket &socket) const
{
    QList<QSslCertificate> sent = socket.peerCertificateChain();
    if (sent.isEmpty() && m_offered) {
        for (const core::Certificate &certificate : m_offered->chain) {
            sent.append(QSslCertificate(certificate.der, QSsl::Der));
        }
    }
    return sent;
}

/// OpenSSL holds the names that an authority may vouch for against the common name only where that
/// looks like the name of a host to it, so under such an authority it does not count at all.
bool Handshake::isForHost(const QSslSocket &socket) const
{
    const QSslCertificate leaf = socket.peerCertificate();
    PresentedNames names = presentedNames(leaf);
    if (!names.commonNames.isEmpty()) {
        const QList<QSslCertificate> above =
            possibleIssuers(leaf, sentBy(socket) + trustedAuthorities(m_key.configuration));
        if (std::any_of(above.begin(), above.end(), hasNameConstraints)) {
            names.commonNames.clear();
        }
    }
    return nameHost(names, m_key.host);
}

/// QSslSocket takes a common name beside alternative names, partial wildcards, and names that only
/// become the host's by conversion.
QList<QSslError> Handshake::judged(const QSslSocket &socket, QList<QSslError> found) const
{
    found.removeIf(
        [](const QSslError &error) { return error.error() == QSslError::HostNameMismatch; });
    if (!socket.peerCertificate().isNull() && !isForHost(socket)) {
        found.append(QSslError(QSslError::HostNameMismatch, socket.peerCertificate()));
    }
    return found;
}

void Handshake::onErrors(QSslSocket &socket, const QList<QSslError> &found)
{
    const QList<QSslError> errors = judged(socket, found);
    const core::TlsFacts facts = factsOf(socket, errors);
    if (facts.pinned || errors.isEmpty()) {
        socket.ignoreSslErrors(found);
        return;
    }
    m_refused = facts;
    m_refused->encrypted = false;
}

Handshake::End Handshake::onEncrypted(const QSslSocket &socket)
{
    End end{Failure::None, factsOf(socket, {})};
    if (!m_key.settings.pinnedSha256.isEmpty() && !end.facts.pinned) {
        // Even a certificate that an issuer vouches for (B45).
        end.failure = Failure::CertificateChanged;
    } else if (end.facts.chain.isEmpty()) {
        end.failure = Failure::CertificateRejected; // not one without any
    } else if (const QList<QSslError> errors = judged(socket, {});
               !end.facts.pinned && !errors.isEmpty()) {
        end.facts = factsOf(socket, errors);
        end.failure = Failure::CertificateRejected;
        end.words = end.facts.errors.value(0);
    } else if (m_key.settings.allowOld && !end.facts.pinned) {
        // Old TLS needs the library's lowest level; that must not let weak certificates in, under
        // old TLS neither: who can break one chooses the version too.
        if (const core::Text weakness =
                weaknessIn(sentBy(socket), trustedAuthorities(m_key.configuration));
            !weakness.isEmpty()) {
            end.facts.faults = {core::CertificateFault::Weak};
            end.facts.errors = {weakness};
            end.failure = Failure::CertificateRejected;
            end.words = weakness;
        }
    }
    if (end.failure != Failure::None) {
        end.facts.encrypted = false;
        return end;
    }
    m_accepted = end.facts;
    if (end.facts.version == "TLSv1.2"_L1) {
        onTicket(socket); // RFC 5077 3.1: in the handshake
    }
    return end;
}

void Handshake::onTicket(const QSslSocket &socket)
{
    const QSslConfiguration configuration = socket.sslConfiguration();
    if (!m_tickets || !m_accepted || configuration.sessionTicket().isEmpty()) {
        return;
    }
    m_tickets->keep(m_key, {configuration.sessionTicket(), m_accepted->chain, m_accepted->pinned},
                    std::chrono::seconds(configuration.sessionTicketLifeTimeHint()),
                    QDateTime::currentDateTimeUtc());
}

Handshake::End Handshake::onFailed(const QString &words) const
{
    if (!m_refused) {
        const Failure failure = handshakeFailure(words);
        const bool ours = failure == Failure::ClientCertificateUnreadable;
        const core::Text said(words);
        const core::Text file(m_key.settings.clientCertificate);
        return {failure,
                {},
                ours ? core::Text(QT_TRANSLATE_NOOP("core", "%1: %2"), {file, said}) : said};
    }
    return {m_key.settings.pinnedSha256.isEmpty() ? Failure::CertificateRejected
                                                  : Failure::CertificateChanged,
            *m_refused, m_refused->errors.value(0, words)};
}

} // namespace net
