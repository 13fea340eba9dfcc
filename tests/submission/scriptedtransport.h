// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/protocol.h"
#include "net/bodypump.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>

#include <memory>

/// A connection without a socket: the server says a line of the script whenever the client waits.
/// "close": it closes; "refuse", as the first: it cannot be reached; "stay": it says nothing until
/// the client gives up; "rest", "let": it waits for the next mail, or for the message's end. TLS
/// always works. What the client says is written down by its verbs; "7bit" or "8bit" is a message,
/// "..." an answer to a challenge.
class ScriptedTransport final : public QObject, public core::Transport
{
    Q_OBJECT

public:
    ScriptedTransport(std::shared_ptr<core::Protocol> protocol, net::BodySource body,
                      core::Tell tell, QByteArrayList script, QByteArrayList &verbs);

    void start() override;
    void cancel() override;
    void proceed() override { advance(); }

private:
    void advance();
    void obey(const core::Send &send);
    void obey(const core::SendBody &body);
    void onBody(const core::SendBody &body, QIODevice *device);
    /// False where nothing is said.
    [[nodiscard]] bool say();
    void takeEvents();
    void end();

    std::shared_ptr<core::Protocol> m_protocol;
    net::BodySource m_body;
    core::Tell m_tell;
    QByteArrayList m_script;
    QByteArrayList &m_verbs;
    bool m_connected = false;
    bool m_advancing = false;
    bool m_opening = false; // the message
    bool m_ended = false;
};
