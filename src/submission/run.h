// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/attempt.h"
#include "core/protocol.h"
#include "net/connection.h"
#include "pop/session.h"
#include "smtp/session.h"
#include "submission/background.h"
#include "submission/job.h"
#include "submission/letin.h"
#include "submission/link.h"
#include "submission/prepare.h"
#include "submission/recorder.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <variant>

namespace submission
{

/// A report of what ended before a connection was made.
core::AttemptReport failedReport(core::Stage stage, const core::Error &error);

/// Makes a connection for the protocol, which what is computed in the background keeps alive.
using Connect = std::function<std::unique_ptr<core::Transport>(
    const std::shared_ptr<core::Protocol> &protocol, const net::Target &target,
    net::BodySource body, core::Tell tell)>;

/// One job from its preparation to its report, with as many connections as it takes. Lives in the
/// sender thread; whoever built it deletes it, from the event loop after the report.
class Run final : public QObject
{
    Q_OBJECT

public:
    /// `background`, `letIn` and what `connect` needs outlive this. `tell` hears how it goes.
    /// `link`: one that is open for this job, or none.
    Run(const Job &job, Background &background, LetIn &letIn, Connect connect, core::Tell tell,
        std::unique_ptr<Link> link = {});
    /// Stops what it has in the background.
    ~Run() override;

    void start();
    void cancel();
    /// Lets the end of the message go, where it is held.
    void letEnd();
    /// After the report: the link, where it has stayed open.
    [[nodiscard]] std::unique_ptr<Link> takeLink();

private:
    /// What follows the end of a connection that tried these addresses.
    using Next = void (Run::*)(const QList<core::AddressAttempt> &addresses);

    void onPrepared(std::variant<Prepared, NotReady> prepared);
    void logInByPop();
    void onPopFinished(const QList<core::AddressAttempt> &addresses);
    void connectAndGo();
    void onSmtpFinished(const QList<core::AddressAttempt> &addresses);
    /// What follows where the message need not be written anew.
    void goOnAfterSmtp();
    /// What a connection tells that was made for this.
    [[nodiscard]] core::Tell hearing(bool isPop, Next next);
    void onTold(core::AttemptEvent event, bool isPop, Next next);
    void onHalted(Next next);
    void makeLink();
    /// The link had ended before it was used again, so nothing has been tried yet.
    [[nodiscard]] bool wasStale(const core::SessionFacts &facts) const;
    [[nodiscard]] bool maySpareLogin() const;
    void addNote(const core::Text &note);
    void finishCancelled(core::Stage stage);
    void openMessage(const std::function<void(std::unique_ptr<QIODevice>)> &opened);
    /// True when the job goes on with another connection: the rest of the copies, the next method.
    bool tryReconnecting();
    void goOnAfter(std::chrono::milliseconds pause, const core::Text &why);
    void keepWhatWasFound(const core::SessionFacts &facts);
    /// True when the job may go on with its message in another form.
    bool tryRecoding();
    void onRecoded(const core::Result<mime::Recoded> &copy);
    bool tryPopAgain();

    Job m_job;
    Background &m_background;
    std::stop_source m_stop; // of what is in the background
    LetIn &m_letIn;
    Connect m_connect;
    core::Tell m_tell;
    Recorder m_recorder;
    Prepared m_prepared;
    int m_breaksInARow = 0;
    QTimer m_wait;  // after a POP3 login
    QTimer m_pause; // before another connection for the rest of the mails
    bool m_poppedAgain = false;
    bool m_recodingTried = false;
    bool m_messageOpened = false;
    std::shared_ptr<pop::Session> m_pop; // also held by what it computes in the background
    std::unique_ptr<core::Transport> m_popConnection; // after the session: it refers to it
    std::unique_ptr<Link> m_link;
    bool m_usedBefore = false; // the link, by an earlier job
    bool m_sending = false;    // by the link
};

} // namespace submission
