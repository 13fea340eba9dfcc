// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/linebuffer.h"
#include "practice/behaviour.h"
#include "practice/pacedsocket.h"
#include "sasl/server.h"

#include <QDateTime>
#include <QObject>
#include <QSslConfiguration>

#include <functional>
#include <memory>

namespace practice
{

/// A mail as the practice server took it.
struct ReceivedMail
{
    QByteArray from;
    QByteArrayList to;
    QByteArray message; // as sent, dots unstuffed, CRLF
    QByteArray userId;  // empty: not logged in
    bool encrypted = false;
    QDateTime time;
};

/// The server's side of one SMTP connection, behaving as told. Owned by the Server, deletes itself
/// when the client is gone.
class Conversation final : public QObject
{
    Q_OBJECT

public:
    Conversation(qintptr descriptor, Behaviour behaviour, const QSslConfiguration &tls,
                 sasl::PasswordLookup passwords, bool tlsFromTheStart, QObject *parent);

    /// Whether someone who did not log in here may send now, after a POP3 login. To be set.
    void setLetIn(std::function<bool()> letIn) { m_letIn = std::move(letIn); }

Q_SIGNALS:
    void mailReceived(const practice::ReceivedMail &mail);
    void lineReceived(const QByteArray &line);

private:
    void onReadyRead();
    void onLine(const QByteArray &line);
    void onCommand(const QByteArray &verb, const QByteArray &rest);
    void onEhlo(bool extended);
    void onStartTls();
    void onAuth(const QByteArray &rest);
    void onAuthResponse(const std::optional<QByteArray> &response);
    void onMail(const QByteArray &rest);
    void onRcpt(const QByteArray &rest);
    void onData();
    void onDataLine(const QByteArray &line);
    void onEndOfData();
    void greet();
    /// The behaviour's reply for the verb, if it has one; true when it was given (or silence, or
    /// the end).
    bool replyByBehaviour(const QByteArray &verb);
    void reply(const QByteArray &text);
    void resetTransaction();

    PacedSocket m_socket;
    Behaviour m_behaviour;
    sasl::PasswordLookup m_passwords;
    core::LineBuffer m_lines;
    bool m_reading = false;
    std::function<bool()> m_letIn;
    std::unique_ptr<sasl::Server> m_auth;
    ReceivedMail m_mail;
    bool m_mailGiven = false;
    bool m_inData = false;
    bool m_silent = false;
    bool m_tooLarge = false;
    bool m_brokenAuth = false;
    int m_refusedLogins = 0;
    int m_mails = 0;
};

} // namespace practice
