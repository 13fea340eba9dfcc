// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/linebuffer.h"
#include "practice/behaviour.h"
#include "practice/pacedsocket.h"
#include "sasl/server.h"

#include <QObject>
#include <QSslConfiguration>

namespace practice
{

/// The server's side of one POP3 connection (RFC 1939, RFC 2449, RFC 2595) to an empty mailbox: it
/// is there to be logged in to. Owned by the Server, deletes itself when the client is gone.
class PopConversation final : public QObject
{
    Q_OBJECT

public:
    PopConversation(qintptr descriptor, Behaviour behaviour, const QSslConfiguration &tls,
                    sasl::PasswordLookup passwords, bool tlsFromTheStart, QObject *parent);

Q_SIGNALS:
    void lineReceived(const QByteArray &line);
    void loggedIn();

private:
    void greet();
    void onReadyRead();
    void onCommand(const QByteArray &verb, const QByteArray &rest);
    void onStls();
    void onPass(const QByteArray &password);
    void onApop(const QByteArray &rest);
    void onLogin(bool right);
    void onMailboxCommand(const QByteArray &verb);
    void listCapabilities();
    void reply(const QByteArray &text);

    PacedSocket m_socket;
    Behaviour m_behaviour;
    sasl::PasswordLookup m_passwords;
    core::LineBuffer m_lines;
    QByteArray m_stamp;
    QByteArray m_userId;
    bool m_loggedIn = false;
};

} // namespace practice
