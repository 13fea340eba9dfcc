// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/failure.h"
#include "core/linebuffer.h"
#include "core/mask.h"
#include "core/popprofile.h"
#include "core/profile.h"
#include "core/protocol.h"
#include "core/saslclient.h"

#include <QByteArray>
#include <QList>
#include <QQueue>

#include <memory>
#include <optional>

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
class Session final : public core::Protocol
{
public:
    explicit Session(SessionSettings settings);

    void onConnected() override;
    void onEncrypted(const core::TlsFacts &facts) override;
    void onTlsFailed(core::Failure failure, const core::TlsFacts &facts,
                     const core::Text &detail) override;
    void onBytes(QByteArrayView bytes) override;
    void onBodySent() override {}                     // there is none
    void onBodyFailed(const core::Text &) override {} // nor here
    void onClosed(const core::Text &detail) override;
    void onTimeout() override;
    void onConnectFailed(core::Failure failure, core::Stage stage,
                         const core::Text &detail) override;
    void cancel() override;
    void encodeBody(QByteArrayView, QByteArray &) override {}
    void finishBody(QByteArray &) override {}

    [[nodiscard]] core::Action nextAction() override;
    [[nodiscard]] std::optional<core::Deadline> deadline() const override;
    [[nodiscard]] QList<core::Event> takeEvents() override;

    /// Complete once nextAction() has said Close.
    [[nodiscard]] const core::PopFacts &facts() const { return m_facts; }
    [[nodiscard]] bool isFinished() const { return m_finished; }

private:
    using Handler = void (Session::*)(bool ok, const QByteArray &line);

    void await(core::Stage stage, Handler handler);
    void send(const QByteArray &line, const QByteArray &shown);
    void startTls();
    void takeLines();
    void onLine(const QByteArray &line);
    void onGreeting(bool ok, const QByteArray &line);
    void onStlsReply(bool ok, const QByteArray &line);
    void onUserReply(bool ok, const QByteArray &line);
    void onLoginReply(bool ok, const QByteArray &line);
    void onQuitReply(bool ok, const QByteArray &line);
    void logIn();
    void sendApop();
    void sendUser();
    void refuse(const QByteArray &line, core::Failure refused = core::Failure::ReplyRefused);
    void failOn(core::Failure failure);
    void fail(core::Failure failure, const core::Text &detail = {});
    void finish(bool abort);
    void startStage(core::Stage stage);
    [[nodiscard]] bool isUndecided() const;

    SessionSettings m_settings;
    core::LineBuffer m_lines;
    QQueue<core::Action> m_actions;
    QList<core::Event> m_events;
    core::PopFacts m_facts;
    Handler m_awaited = nullptr;
    QByteArray m_shown; // the last line, as it may be shown
    QByteArray m_stamp; // of the greeting, with its brackets; empty: none that is valid
    core::Stage m_stage = core::Stage::Dns;
    int m_serial = 0;
    bool m_encrypted = false;
    bool m_tlsPending = false;
    bool m_finished = false;
};

} // namespace pop
