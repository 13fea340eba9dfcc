// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/failure.h"
#include "core/lineprotocol.h"
#include "core/mask.h"
#include "core/profile.h"
#include "core/saslclient.h"

#include <QByteArray>

#include <memory>

namespace pop
{

/// What a session is told at the start. Nothing in it changes and nobody is asked later.
struct SessionSettings
{
    core::PopSecurity security = core::PopSecurity::Pop3s;
    core::PopAuth auth = core::PopAuth::Auto;
    core::Credentials credentials;
    bool allowPlaintextPassword = false; // USER/PASS without TLS
    core::Deadlines deadlines;
    /// Of the whole job: what this connection tells, SMTP's does not show either.
    std::shared_ptr<core::Mask> mask = std::make_shared<core::Mask>();
};

/// The POP3 client (RFC 1939) as far as POP before SMTP needs it: it logs in and leaves. A pure
/// state machine; see "How it works" in session.cpp. One session is one connection.
class Session final : public core::LineProtocol
{
public:
    explicit Session(SessionSettings settings);

    void encodeBody(QByteArrayView, QByteArray &) override {} // there is none
    void finishBody(QByteArray &) override {}

    /// Complete once nextAction() has said Close.
    [[nodiscard]] const core::PopFacts &facts() const { return m_facts; }

private:
    core::Ending ending() override { return core::Ending::of(m_facts); }
    void awaitGreeting() override;
    void onSecured() override;
    void onLine(const core::LineBuffer::Line &line, const QByteArray &shown) override;
    void decide(core::Failure failure, const core::Text &detail) override;

    void onGreeting(const core::Reply &answer);
    void onStlsReply(const core::Reply &answer);
    void onUserReply(const core::Reply &answer);
    void onLoginReply(const core::Reply &answer);
    void logIn();
    void sendApop();
    void sendUser();
    void quit();
    void refuse(const core::Reply &answer, core::Failure refused = core::Failure::ReplyRefused);
    void failOn(const core::Reply &answer, core::Failure failure);

    const SessionSettings m_settings;
    core::PopFacts m_facts;
    QByteArray m_stamp; // of the greeting, with its brackets; empty: none that is valid
};

} // namespace pop
