// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/server.h"

#include "practice/popconversation.h"

#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslKey>

#include <utility>

using namespace Qt::StringLiterals;

namespace practice
{

namespace
{

core::Secret randomPassword()
{
    static constexpr char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
    QByteArray password;
    for (int i = 0; i < 16; ++i) {
        password += letters[QRandomGenerator::system()->bounded(int{sizeof letters} - 1)];
    }
    return core::Secret(password);
}

QT_WARNING_PUSH
QT_WARNING_DISABLE_DEPRECATED // TLS 1.1 is what a server of long ago is for

    QSslConfiguration
    configurationOf(const ServerIdentity &identity, bool oldTls)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(oldTls ? QSsl::TlsV1_1 : QSsl::TlsV1_2OrLater);
    if (oldTls) {
        // OpenSSL itself would not have such a protocol.
        configuration.setBackendConfigurationOption("CipherString",
                                                    QByteArray("DEFAULT:@SECLEVEL=0"));
    }
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setLocalCertificate(QSslCertificate(identity.certificatePem, QSsl::Pem));
    configuration.setPrivateKey(QSslKey(identity.keyPem, QSsl::Ec, QSsl::Pem));
    return configuration;
}

QT_WARNING_POP

} // namespace

Server::Server(Behaviour behaviour)
    : m_behaviour(std::move(behaviour))
    , m_plain(*this, &Server::converse, false)
    , m_tls(*this, &Server::converse, true)
    , m_popPlain(*this, &Server::conversePop, false)
    , m_popTls(*this, &Server::conversePop, true)
    , m_letIn(0)
    , m_userId(u"practice"_s)
    , m_password(randomPassword())
{}

Server::~Server()
{
    // The conversations are children and go before the listeners' members would.
    qDeleteAll(findChildren<Conversation *>());
    qDeleteAll(findChildren<PopConversation *>());
}

bool Server::listen(quint16 startTlsPort)
{
    if (!m_plain.listen(QHostAddress::LocalHost, startTlsPort)) {
        m_error = m_plain.errorString();
        return false;
    }
    for (Listener *listener : {&m_tls, &m_popPlain, &m_popTls}) {
        if (!listener->listen(QHostAddress::LocalHost, 0)) {
            m_error = listener->errorString();
            return false;
        }
    }
    const CertificateAuthority authority;
    m_configuration = configurationOf(
        authority.issue(m_behaviour.certificate, m_behaviour.certificateHosts), m_behaviour.oldTls);
    m_caPem = authority.certificatePem();
    return true;
}

void Server::setAccount(const QString &userId, const core::Secret &password)
{
    m_userId = userId;
    m_password = password;
}

QString Server::address()
{
    return u"practice@practice.test"_s;
}

sasl::PasswordLookup Server::passwords() const
{
    return [this](const QByteArray &id) -> std::optional<core::Secret> {
        return id == m_userId.toUtf8() ? std::optional(m_password) : std::nullopt;
    };
}

bool Server::isLetIn() const
{
    return !m_letIn.hasExpired();
}

void Server::conversePop(qintptr descriptor, bool tls)
{
    ++m_connections;
    auto *conversation =
        new PopConversation(descriptor, m_behaviour, *m_configuration, passwords(), tls, this);
    connect(conversation, &PopConversation::lineReceived, this, &Server::lineReceived);
    connect(conversation, &PopConversation::loggedIn, this,
            [this] { m_letIn = QDeadlineTimer(m_behaviour.popLetsInFor); });
}

void Server::Listener::incomingConnection(qintptr descriptor)
{
    (m_owner.*m_converse)(descriptor, m_tls);
}

void Server::converse(qintptr descriptor, bool tls)
{
    ++m_connections;
    auto *conversation =
        new Conversation(descriptor, m_behaviour, *m_configuration, passwords(), tls, this);
    conversation->setLetIn([this] { return isLetIn(); });
    connect(conversation, &Conversation::lineReceived, this, &Server::lineReceived);
    connect(conversation, &Conversation::mailReceived, this, [this](const ReceivedMail &mail) {
        if (m_mailbox.size() == mailboxSize) {
            m_mailbox.removeFirst();
        }
        m_mailbox.append(mail);
        Q_EMIT mailReceived(mail);
    });
}

} // namespace practice
