// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/linebuffer.h"
#include "core/mask.h"
#include "core/profile.h"
#include "core/protocol.h"
#include "core/reply.h"

#include <QByteArray>
#include <QList>
#include <QQueue>

#include <functional>
#include <memory>
#include <optional>

namespace core
{

/// Where the facts of a session, whichever they are, say how it ended.
struct Ending
{
    Outcome &outcome;
    Failure &failure;
    Stage &stage;
    Text &detail;
    std::optional<TlsFacts> &tls;

    template <typename Facts> static Ending of(Facts &facts)
    {
        return {facts.outcome, facts.failure, facts.stage, facts.detail, facts.tls};
    }
    [[nodiscard]] bool isUndecided() const
    {
        return outcome == Outcome::Failed && failure == Failure::None;
    }
};

/// What is alike in the line protocols, SMTP and POP3: bytes become lines, a command waits for its
/// answer, TLS begins with nothing in hand, the first failure decides, the end is told once. What
/// the lines say is for the class derived from it. See "How it works" in lineprotocol.cpp.
class LineProtocol : public Protocol
{
public:
    using Handler = std::function<void(const Reply &)>;
    /// What an answer will be the answer to.
    struct Awaited
    {
        Stage stage = Stage::Greeting;
        Handler handler;
    };
    struct Command
    {
        QByteArray line; // without CRLF
        QByteArray shown;
        Awaited awaited;
    };

    void onConnected() final;
    void onEncrypted(const TlsFacts &facts) final;
    void onTlsFailed(Failure failure, const TlsFacts &facts, const Text &detail) final;
    void onBytes(QByteArrayView bytes) final;
    void onBodySent() override;
    void onBodyFailed(const Text &detail) final;
    void onClosed(const Text &detail) final;
    void onTimeout() final;
    void onConnectFailed(Failure failure, Stage stage, const Text &detail) final;
    void cancel() final;

    [[nodiscard]] Action nextAction() final;
    [[nodiscard]] std::optional<Deadline> deadline() const override;
    [[nodiscard]] QList<Event> takeEvents() final;
    /// nextAction() has said Close, or will.
    [[nodiscard]] bool isFinished() const { return m_finished; }

    // What the parts of a session do with the line.

    /// Sends it behind what is queued, as soon as no answer is awaited.
    void ask(const Command &command);
    /// Sends it when sendQueued() is called, or the awaited answers have come.
    void queue(const Command &command) { m_commands.enqueue(command); }
    void sendQueued();
    void dropQueued() { m_commands.clear(); }
    void await(const Awaited &awaited);
    [[nodiscard]] bool isAwaiting() const { return !m_awaited.isEmpty(); }
    /// Sends octets that no answer of their own belongs to.
    void send(const Send &octets) { m_actions.enqueue(octets); }
    void sendBody(const SendBody &body);
    /// The body is on its way; what is said meanwhile is about half a message.
    [[nodiscard]] bool isBodyGoing() const { return m_bodyGoing; }
    void remark(const Text &text) { m_events.append(Remark{text}); }
    /// Decides the outcome, if nothing has before, and ends the session one way or the other.
    void fail(Failure failure, const Text &detail = {});
    [[nodiscard]] bool isEncrypted() const { return m_encrypted; }
    [[nodiscard]] Mask &mask() { return *m_mask; }

protected:
    struct Setup
    {
        bool tlsFromStart = false;
        Deadlines deadlines;
        std::shared_ptr<Mask> mask;
    };

    explicit LineProtocol(Setup setup);

    [[nodiscard]] virtual Ending ending() = 0;
    /// The greeting is what comes next: to be awaited.
    virtual void awaitGreeting() = 0;
    /// TLS that was asked for by a command stands.
    virtual void onSecured() = 0;
    /// A line has come, `line` as it was said and `shown` as it may be told.
    virtual void onLine(const LineBuffer::Line &line, const QByteArray &shown) = 0;
    /// The first failure: what becomes of the facts, and how the session ends.
    virtual void decide(Failure failure, const Text &detail) = 0;
    /// TLS stands; before anything is said over it.
    virtual void noteTls() {}
    /// The last word of the session: the facts are complete behind it.
    virtual void conclude() {}
    [[nodiscard]] virtual QByteArray shownLine(const QByteArray &line);
    [[nodiscard]] virtual qsizetype longestLine() const { return LineBuffer::defaultLimit; }
    /// Whether several commands may go out before their answers (RFC 2920).
    [[nodiscard]] virtual bool pipelines() const { return false; }

    /// Hands an answer to whom it is for; false: it answers nothing that was sent.
    bool answer(const Reply &reply);
    void stopAwaiting() { m_awaited.clear(); }
    void startTls();
    void startStage(Stage stage);
    /// It waits for word from whoever knows the protocol.
    void halt() { m_events.append(Halted{}); }
    /// A new time limit begins.
    void restartDeadline() { ++m_serial; }
    void finish(bool abort);
    /// The same, without what has not been sent.
    void breakOff(bool abort);

    [[nodiscard]] Stage stage() const { return m_stage; } // now; the facts' is where it was decided
    [[nodiscard]] bool isTlsPending() const { return m_tlsPending; }
    [[nodiscard]] Stage awaitedStage() const { return m_awaited.head().stage; }
    [[nodiscard]] int roundTrips() const { return m_roundTrips; }

private:
    void onLost(Failure failure, const Text &detail);
    void onInjected(const QByteArray &said);
    void takeLines();

    const Deadlines m_deadlines;
    const std::shared_ptr<Mask> m_mask;
    LineBuffer m_lines;
    QQueue<Awaited> m_awaited;
    QQueue<Command> m_commands; // not yet sent
    QQueue<Action> m_actions;
    QList<Event> m_events;
    Stage m_stage = Stage::Dns;
    int m_serial = 0;
    int m_roundTrips = 0; // but those of TLS
    const bool m_tlsFromStart;
    bool m_tlsPending = false;
    bool m_encrypted = false;
    bool m_bodyGoing = false;
    bool m_finished = false;
};

/// What a failure is for the attempt.
Outcome outcomeOf(Failure failure);

} // namespace core
