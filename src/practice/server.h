// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "practice/behaviour.h"
#include "practice/conversation.h"

#include <QDeadlineTimer>
#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>

#include <optional>

namespace practice
{

/// A real mail server for trying things out: on loopback only, in this process, with its own
/// certificate, one account and a mailbox in memory. It delivers nowhere. Lives in one thread with
/// an event loop.
class Server final : public QObject
{
    Q_OBJECT

public:
    explicit Server(Behaviour behaviour = {});
    ~Server() override;

    /// Listens on 127.0.0.1; `startTlsPort` 0 takes any free one, the SMTPs port is always a free
    /// one. False: error() says why. The certificates are made here: a server that never listens
    /// costs nothing.
    [[nodiscard]] bool listen(quint16 startTlsPort = 0);
    [[nodiscard]] QString error() const { return m_error; }

    [[nodiscard]] quint16 startTlsPort() const { return m_plain.serverPort(); }
    [[nodiscard]] quint16 smtpsPort() const { return m_tls.serverPort(); }
    /// POP3 with the same account: with STLS, and from the first byte under TLS.
    [[nodiscard]] quint16 popPort() const { return m_popPlain.serverPort(); }
    [[nodiscard]] quint16 pop3sPort() const { return m_popTls.serverPort(); }
    /// The certificate to trust, PEM, while it listens.
    [[nodiscard]] QByteArray caPem() const { return m_caPem; }
    [[nodiscard]] QString userId() const { return m_userId; }
    [[nodiscard]] const core::Secret &password() const { return m_password; }
    void setAccount(const QString &userId, const core::Secret &password);
    /// Behaviour::replies, for the connections to come.
    void setReply(const QByteArray &verb, const QByteArray &told)
    {
        m_behaviour.replies.insert(verb, told);
    }
    void unsetReply(const QByteArray &verb) { m_behaviour.replies.remove(verb); }
    /// As if the time for which POP3 logins let in were over.
    void forgetPopLogins() { m_letIn = QDeadlineTimer(0); }
    static QString address();

    /// The last mails, at most `mailboxSize`.
    [[nodiscard]] const QList<ReceivedMail> &mailbox() const { return m_mailbox; }
    static constexpr qsizetype mailboxSize = 100;
    [[nodiscard]] int connections() const { return m_connections; }

Q_SIGNALS:
    void mailReceived(const practice::ReceivedMail &mail);
    /// A line a client sent outside a message; it may hold a password.
    void lineReceived(const QByteArray &line);

private:
    class Listener final : public QTcpServer
    {
    public:
        using Converse = void (Server::*)(qintptr descriptor, bool tls);

        Listener(Server &owner, Converse converse, bool tls)
            : m_owner(owner)
            , m_converse(converse)
            , m_tls(tls)
        {}

    protected:
        void incomingConnection(qintptr descriptor) override;

    private:
        Server &m_owner;
        Converse m_converse;
        bool m_tls;
    };

    void converse(qintptr descriptor, bool tls);
    void conversePop(qintptr descriptor, bool tls);
    [[nodiscard]] sasl::PasswordLookup passwords() const;
    /// Whether a POP3 login is still fresh enough to send by.
    [[nodiscard]] bool isLetIn() const;

    Behaviour m_behaviour;
    QByteArray m_caPem;
    std::optional<QSslConfiguration> m_configuration; // even an empty one loads the TLS library
    Listener m_plain;
    Listener m_tls;
    Listener m_popPlain;
    Listener m_popTls;
    QDeadlineTimer m_letIn;
    QString m_userId;
    core::Secret m_password;
    QList<ReceivedMail> m_mailbox;
    QString m_error;
    int m_connections = 0;
};

} // namespace practice
