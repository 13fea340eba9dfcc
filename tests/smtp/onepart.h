// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "smtp/conversation.h"

#include <QByteArray>
#include <QByteArrayList>

/// A conversation of which only one part is there, the login or the transaction: the greeting and
/// EHLO are over and have brought `offered`.
class OnePart final : public smtp::Conversation
{
public:
    OnePart(const smtp::SessionSettings &settings, const core::Capabilities &offered,
            bool encrypted)
        : Conversation(settings)
    {
        onConnected();
        if (encrypted) {
            core::TlsFacts tls;
            tls.encrypted = true;
            tls.chain = {{}};
            static_cast<void>(nextAction());
            onEncrypted(tls);
        }
        (encrypted ? facts().afterTls : facts().beforeTls) = offered;
    }

    /// What was sent since the last time, a line each, as it is on the wire; "BODY" or "DOT" for
    /// the message or the dot without one, which are sent then.
    QByteArrayList sent()
    {
        QByteArrayList lines;
        for (core::Action action = nextAction(); !std::holds_alternative<core::Wait>(action);
             action = nextAction()) {
            if (const auto *send = std::get_if<core::Send>(&action)) {
                lines += QByteArray(send->bytes.chopped(2)).replace("\r\n", "\n").split('\n');
            } else if (const auto *body = std::get_if<core::SendBody>(&action)) {
                lines.append(body->empty ? "DOT" : "BODY");
                onBodySent();
            }
        }
        return lines;
    }
    void say(const QByteArray &reply) { onBytes(reply + "\r\n"); }
    [[nodiscard]] bool hasLeft() const { return m_left; }

    void encodeBody(QByteArrayView, QByteArray &) override {}
    void finishBody(QByteArray &) override {}

private:
    void awaitGreeting() override {}
    void onSecured() override {}
    void quit() override { m_left = true; }
    void decide(core::Failure failure, const core::Text &) override
    {
        facts().failure = failure;
        facts().outcome = core::outcomeOf(failure);
        m_left = true;
    }

    bool m_left = false;
};
