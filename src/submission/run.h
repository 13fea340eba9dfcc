// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "net/connection.h"
#include "pop/session.h"
#include "smtp/session.h"
#include "submission/job.h"
#include "submission/letin.h"
#include "submission/prepare.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace submission
{

/// A report of what ended before a connection was made.
core::AttemptReport failedReport(core::Stage stage, const core::Error &error);

/// One job from its preparation to its report, with as many connections as it takes. Lives in the
/// sender thread; whoever built it deletes it, after finished().
class Run final : public QObject
{
    Q_OBJECT

public:
    /// `letIn` and `tickets` outlive this.
    Run(const Job &job, LetIn &letIn, net::SessionTickets &tickets, QObject *parent = nullptr);
    ~Run() override;

    /// finished() may come before this returns.
    void start();
    void cancel();

Q_SIGNALS:
    void stageStarted(core::Stage stage);
    void lineAdded(const core::TranscriptLine &line);
    void bodyProgress(qint64 octetsSent, qint64 octetsTotal);
    void finished(const core::AttemptReport &report);

private:
    using Next = void (Run::*)();

    void logInByPop();
    void onPopFinished();
    void connectAndGo();
    void onSmtpFinished();
    /// With what may be wrong with a refused password.
    void finish(core::AttemptReport report);
    void drive(core::Protocol &protocol, const net::Target &target, bool isPop, Next next);
    /// What this connection did, behind what those before it did.
    void addConnection(core::AttemptReport &report, bool isPop);
    [[nodiscard]] bool maySpareLogin() const;
    void addNote(const core::Text &note);
    void finishCancelled(core::Stage stage);
    [[nodiscard]] std::unique_ptr<QIODevice> openMessage();
    /// True when the job goes on with another connection: the rest of the copies, the next method.
    bool tryReconnecting();
    void goOnAfter(std::chrono::milliseconds pause, const core::Text &why);
    [[nodiscard]] QList<core::Note> notesOfMessage(core::Outcome outcome) const;
    void keepWhatWasFound(const core::SessionFacts &facts);
    /// True when the job goes on with its message in another form.
    bool tryRecoding(core::SessionFacts &facts);
    bool tryPopAgain(const core::SessionFacts &facts);

    Job m_job;
    LetIn &m_letIn;
    net::SessionTickets &m_tickets;
    Prepared m_prepared;
    core::AttemptReport m_earlier; // of the connections before this one; facts of SMTP only
    std::optional<core::PopFacts> m_popFacts;
    int m_breaksInARow = 0;
    QList<core::AuthAttempt> m_refusedLogins; // of the connections before this one
    QElapsedTimer m_clock;
    qsizetype m_transcriptOctets = 0; // of the connections before this one
    qint64 m_offset = 0;              // of this connection's beginning, in milliseconds
    QTimer m_wait;                    // after a POP3 login
    QTimer m_pause;                   // before another connection for the rest of the mails
    bool m_poppedAgain = false;
    bool m_recodingTried = false;
    bool m_messageOpened = false;
    bool m_cancelled = false;
    std::unique_ptr<pop::Session> m_pop;
    std::unique_ptr<smtp::Session> m_session;
    std::unique_ptr<net::Connection> m_connection; // after the sessions: it refers to one
};

} // namespace submission
