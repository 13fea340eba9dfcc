// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/envelope.h"
#include "core/linebuffer.h"
#include "core/mask.h"
#include "core/message.h"
#include "core/protocol.h"
#include "core/replyroom.h"
#include "core/saslclient.h"
#include "smtp/dotstuffer.h"
#include "smtp/replyparser.h"

#include <QByteArray>
#include <QList>
#include <QQueue>

#include <memory>
#include <optional>

namespace smtp
{

/// One mail to send; the message itself stays with the driver.
struct Mail
{
    core::Envelope envelope;
    core::MessageTraits traits;
};

/// What a session is told at the start. Nothing in it changes and nobody is asked later.
struct SessionSettings
{
    core::Goal goal = core::Goal::Check;
    core::Security security = core::Security::StartTls;
    core::Method method = core::Method::ScramSha256; // None: do not log in
    std::optional<core::Credentials> credentials;    // nothing: a check stops after EHLO
    bool allowPlaintextPassword = false;
    /// A refused login goes on to the next method by itself, over verified TLS only (B53).
    bool tryNextMethod = false;
    /// What earlier connections of the same attempt have found: these were refused, so often.
    QList<core::Method> refusedMethods;
    int refusedLogins = 0;
    QByteArray ehloName = "[127.0.0.1]";
    core::Deadlines deadlines;
    std::optional<Mail> mail;
    core::Delivery delivery;
    bool pipelining = true; // where the server offers it
    /// Has what other connections of the same job tell; the credentials' password is added.
    std::shared_ptr<core::Mask> mask = std::make_shared<core::Mask>();
};

/// How many logins are refused before we stop by ourselves: servers lock accounts (B54).
constexpr int mostRefusedLogins = 3;

/// The SMTP client (RFC 5321) as a pure state machine; see "How it works" in session.cpp. One
/// session is one connection. Not thread-safe, used by whoever drives it.
class Session final : public core::Protocol
{
public:
    Session(SessionSettings settings, core::SaslClientFactory saslClients);
    ~Session() override;

    void onConnected() override;
    void onEncrypted(const core::TlsFacts &facts) override;
    void onTlsFailed(core::Failure failure, const core::TlsFacts &facts,
                     const core::Text &detail) override;
    void onBytes(QByteArrayView bytes) override;
    void onBodySent() override;
    void onBodyFailed(const core::Text &detail) override;
    void onClosed(const core::Text &detail) override;
    void onTimeout() override;
    void onConnectFailed(core::Failure failure, core::Stage stage,
                         const core::Text &detail) override;
    void cancel() override;
    void encodeBody(QByteArrayView piece, QByteArray &out) override;
    void finishBody(QByteArray &out) override;

    [[nodiscard]] core::Action nextAction() override;
    [[nodiscard]] std::optional<core::Deadline> deadline() const override;
    [[nodiscard]] QList<core::Event> takeEvents() override;

    /// Complete once nextAction() has said Close.
    [[nodiscard]] const core::SessionFacts &facts() const { return m_facts; }
    [[nodiscard]] bool isFinished() const { return m_finished; }

private:
    /// What a reply will be the answer to.
    struct Awaited
    {
        core::Stage stage = core::Stage::Greeting;
        void (Session::*handler)(const core::Reply &) = nullptr;
        qsizetype recipient = -1;
    };
    struct Command
    {
        QByteArray line; // without CRLF
        QByteArray shown;
        Awaited awaited;
    };

    // session.cpp: lines, replies, EHLO, TLS, the end
    void takeLines();
    void onBadReply(core::Failure failure);
    void onReply(const core::Reply &reply);
    void onGreeting(const core::Reply &reply);
    void onEhloReply(const core::Reply &reply);
    void onHeloReply(const core::Reply &reply);
    void onStartTlsReply(const core::Reply &reply);
    void onQuitReply(const core::Reply &reply);
    void sendEhlo();
    void afterEhlo(const core::Capabilities &capabilities);
    void await(const Awaited &awaited);
    void sendNow(const Command &command);
    void queueCommand(const Command &command);
    void sendQueued();
    [[nodiscard]] bool pipelines() const;
    void startStage(core::Stage stage);
    void remark(core::Note note);
    [[nodiscard]] QByteArray shownLine(const QByteArray &line);
    void maskFacts();
    [[nodiscard]] core::Reply masked(core::Reply reply) const;
    void failReply(const core::Reply &reply);
    void failUnexpected(const core::Reply &reply);
    void fail(core::Failure failure, const core::Text &detail = {});
    void keepWhatWasSaid();
    void leaveAfterFailure(core::Failure failure);
    void quit();
    void finish(bool abort);
    [[nodiscard]] bool isUndecided() const;

    // sessionauth.cpp
    void logIn();
    void startAuth(core::Method method);
    void beginExchange(std::shared_ptr<core::SaslClient> client);
    void tryNextRung(const core::Reply &reply);
    [[nodiscard]] int refusedLogins() const;
    [[nodiscard]] std::optional<core::Method> nextRung() const;
    [[nodiscard]] bool mayTryNextMethod() const;
    [[nodiscard]] bool isAboutMethod(const core::Reply &reply) const;
    void refuseLogin(const core::Reply &reply);
    void onAuthReply(const core::Reply &reply);
    void onAuthChallenge(const core::Reply &challenge);
    void onAuthCancelled(const core::Reply &reply);
    void sendAuthResponse(const QByteArray &response);
    void rememberResponse(const QByteArray &response);
    [[nodiscard]] bool mayLogIn() const;
    [[nodiscard]] bool mayUse(core::Method method) const;
    void afterLogin();

    // sessionmail.cpp
    void startMail();
    void startTransaction();
    void startNextCopy();
    [[nodiscard]] bool isLastCopy() const;
    void concludeMail(const core::Reply &reply);
    [[nodiscard]] std::optional<core::Error> refuseLocally(const Mail &mail) const;
    void onMailReply(const core::Reply &reply);
    void onRcptReply(const core::Reply &reply);
    void onDataReply(const core::Reply &reply);
    void onEndOfDataReply(const core::Reply &reply);
    void onLoneDotReply(const core::Reply &reply);
    void onRsetReply(const core::Reply &reply);
    void onRsetBeforeAnother(const core::Reply &reply);
    void sendBody(bool empty);
    void endRefused();
    [[nodiscard]] bool goOnWithoutParameters();
    [[nodiscard]] bool leaveOutCourtesies(const core::Reply &reply);
    [[nodiscard]] core::Failure refusedNeed(const core::Reply &reply);
    void rejectMail();
    void failOpenRecipients(core::Outcome outcome, const std::optional<core::Reply> &reply);
    [[nodiscard]] core::Reply decisiveRefusal() const;
    [[nodiscard]] bool allRecipientsTaken() const;
    [[nodiscard]] bool anyRecipientTaken() const;
    [[nodiscard]] bool anyRecipientHasIt() const;
    [[nodiscard]] QList<qsizetype> recipientsForLater() const;

    SessionSettings m_settings;
    core::SaslClientFactory m_saslClients;
    core::SessionFacts m_facts;

    core::LineBuffer m_lines;
    ReplyParser m_replies;
    QByteArrayList m_shown; // the lines so far of the reply that is coming, as they are shown
    DotStuffer m_stuffer;
    QQueue<Awaited> m_awaited;
    QQueue<Command> m_commands; // not yet sent
    QQueue<core::Action> m_actions;
    QList<core::Event> m_events;

    std::shared_ptr<core::SaslClient> m_sasl;
    core::Failure m_authFailure = core::Failure::None;
    core::Text m_authDetail;
    int m_challenges = 0; // of this exchange

    std::optional<core::Reply> m_mailReply;
    bool m_sizeRefused = false; // with MAIL, and left out since
    bool m_notifyRefused = false;
    core::ReplyRoom m_room;  // for the replies to the recipients of this copy
    QList<qsizetype> m_turn; // the recipients of this transaction
    QList<bool> m_taken;     // a recipient's RCPT was accepted in it
    qsizetype m_recipientOfReply = -1;

    core::Stage m_stage = core::Stage::Dns; // now; m_facts.stage stops where the outcome arose
    int m_serial = 0;
    bool m_encrypted = false;
    bool m_tlsPending = false;
    bool m_transactionOpen = false; // MAIL was accepted, the mail not yet ended
    bool m_bodyGoing = false;
    bool m_loneDot = false;
    bool m_dotSent = false; // a message's dot, not the lone one
    bool m_quitSent = false;
    bool m_finished = false;
};

} // namespace smtp
