// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: the job is prepared in the background (what was typed is checked, the message
// written to its file).
// With POP before SMTP a POP3 login comes first, unless the last one is fresh; where it fails,
// SMTP is not tried (B103). Then a session and a connection are made for SMTP, and when they are
// finished the facts decide: the job goes on with a 7-bit copy of the message, with another
// connection where the server closed too early (reconnect.h), once more with a POP3 login where the
// server has not let us in (B104), or it is done.
#include "submission/run.h"

#include "diagnosis/judgement.h"
#include "mime/recode.h"
#include "sasl/clients.h"
#include "submission/reconnect.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace submission
{

core::AttemptReport failedReport(core::Stage stage, const core::Error &error)
{
    core::AttemptReport report;
    report.facts.stage = stage;
    report.facts.failure = error.failure;
    report.facts.detail = error.detail;
    if (error.failure == core::Failure::Cancelled) {
        report.facts.outcome = core::Outcome::Cancelled;
    }
    return report;
}

Run::Run(const Job &job, Background &background, LetIn &letIn, Connect connect, core::Tell tell,
         std::unique_ptr<Link> link)
    : m_job(job)
    , m_background(background)
    , m_letIn(letIn)
    , m_connect(std::move(connect))
    , m_tell(std::move(tell))
    , m_recorder(m_job)
    , m_link(std::move(link))
    , m_usedBefore(m_link)
{
    m_wait.setSingleShot(true);
    QObject::connect(&m_wait, &QTimer::timeout, this, [this] {
        m_letIn.remember(*m_prepared.pop, LetIn::Clock::now());
        connectAndGo();
    });
    m_pause.setSingleShot(true);
    QObject::connect(&m_pause, &QTimer::timeout, this, &Run::connectAndGo);
}

Run::~Run()
{
    m_stop.request_stop();
}

void Run::start()
{
    m_tell(core::StageStarted{core::Stage::Message});
    m_background.run(
        this,
        [job = m_job, stop = m_stop.get_token()] {
            return prepare(job, QDateTime::currentDateTime(), stop);
        },
        [this](std::variant<Prepared, NotReady> prepared) { onPrepared(std::move(prepared)); });
}

void Run::onPrepared(std::variant<Prepared, NotReady> prepared)
{
    if (const auto *notReady = std::get_if<NotReady>(&prepared)) {
        m_tell(failedReport(notReady->stage, notReady->error));
        return;
    }
    if (m_stop.stop_requested()) {
        finishCancelled(core::Stage::Message);
        return;
    }
    m_prepared = std::get<Prepared>(std::move(prepared));
    m_recorder.start();
    if (!m_prepared.pop || m_usedBefore) {
        connectAndGo();
    } else if (maySpareLogin()) {
        addNote(QT_TRANSLATE_NOOP("core", "the last POP3 login is less than a minute old"));
        connectAndGo();
    } else {
        logInByPop();
    }
}

/// For one recipient only: a server that has forgotten us takes some of several, and what it has
/// taken is not sent again.
bool Run::maySpareLogin() const
{
    const std::optional<smtp::Mail> &mail = m_prepared.settings.mail;
    return mail && mail->envelope.to.size() == 1 &&
           m_letIn.isFresh(*m_prepared.pop, LetIn::Clock::now());
}

void Run::cancel()
{
    m_stop.request_stop();
    if (m_wait.isActive()) {
        m_wait.stop();
        finishCancelled(core::Stage::PopQuit);
    } else if (m_pause.isActive()) {
        m_pause.stop();
        finishCancelled(core::Stage::Connect);
    } else if (m_sending) { // the session may be busy in another thread, and is not to be asked
        m_link->connection->cancel();
    } else if (m_popConnection) {
        m_popConnection->cancel();
    }
}

void Run::finishCancelled(core::Stage stage)
{
    m_recorder.cancel(stage);
    m_tell(m_recorder.report());
}

core::Tell Run::hearing(bool isPop, Next next)
{
    return [this, isPop, next](const core::AttemptEvent &event) { onTold(event, isPop, next); };
}

void Run::onTold(core::AttemptEvent event, bool isPop, Next next)
{
    if (const auto *ended = std::get_if<core::AttemptReport>(&event)) {
        m_recorder.endConnection();
        (this->*next)(ended->addresses);
    } else if (std::holds_alternative<core::Halted>(event)) {
        onHalted(next);
    } else if (m_recorder.add(event, isPop)) {
        m_tell(event);
    }
}

void Run::onHalted(Next next)
{
    if (m_link->session->isEndHeld()) {
        m_tell(core::Halted{});
        return;
    }
    // From the event loop: what comes next may be another connection.
    const auto goOn = [this, next] {
        if (m_link && m_link->session->isResting()) { // it has not been closed meanwhile
            m_recorder.endConnection();
            (this->*next)({});
        }
    };
    QMetaObject::invokeMethod(this, goOn, Qt::QueuedConnection);
}

void Run::letEnd()
{
    if (m_link && m_link->session->isEndHeld()) {
        m_link->session->sendEnd();
        m_link->connection->proceed();
    }
}

std::unique_ptr<Link> Run::takeLink()
{
    return m_link && m_link->session->isResting() ? std::move(m_link) : nullptr;
}

void Run::openMessage(const std::function<void(std::unique_ptr<QIODevice>)> &opened)
{
    const bool another = std::exchange(m_messageOpened, true) && m_job.delivery.copies > 1;
    if (!another || m_recodingTried || !std::holds_alternative<core::Draft>(m_job.mail)) {
        opened(m_prepared.message ? m_prepared.message->open() : nullptr);
        return;
    }
    m_background.run(
        this,
        [job = m_job, stop = m_stop.get_token()] {
            return nextCopy(job, QDateTime::currentDateTime(), stop);
        },
        [this, opened, link = m_link.get()](std::shared_ptr<const mime::SpooledMessage> copy) {
            if (link != m_link.get() || m_recodingTried) {
                return; // too late: that connection has ended
            }
            if (copy) { // of the same size and kind: only its ID differs
                m_prepared.message = std::move(copy);
            }
            opened(m_prepared.message->open());
        });
}

void Run::addNote(const core::Text &note)
{
    core::AttemptEvent line =
        core::TranscriptLine{0, core::TranscriptLine::Direction::Note, false, {}, note};
    if (m_recorder.add(line)) {
        m_tell(line);
    }
}

// ---- POP before SMTP

void Run::logInByPop()
{
    m_link.reset();
    m_popConnection.reset();
    m_pop = std::make_shared<pop::Session>(m_prepared.pop->settings);
    m_popConnection =
        m_connect(m_pop, m_prepared.pop->target, {}, hearing(true, &Run::onPopFinished));
    m_popConnection->start();
}

void Run::onPopFinished(const QList<core::AddressAttempt> &addresses)
{
    m_recorder.takePop(m_pop->facts());
    if (m_pop->facts().outcome != core::Outcome::Accepted) {
        m_letIn.forget(*m_prepared.pop);
        // Where the server for sending has spoken already, its answer counts.
        if (!m_poppedAgain || m_stop.stop_requested()) {
            m_recorder.endByPop(addresses);
        }
        m_tell(m_recorder.lastReport({}));
        return;
    }
    if (m_stop.stop_requested()) {
        finishCancelled(core::Stage::PopQuit);
        return;
    }
    if (m_prepared.pop->wait.count() > 0) {
        const double seconds = static_cast<double>(m_prepared.pop->wait.count()) / 1000;
        addNote({QT_TRANSLATE_NOOP("core", "waiting %1 s after the POP3 login"),
                 {QString::number(seconds)}});
    }
    m_wait.start(m_prepared.pop->wait);
}

bool Run::tryPopAgain()
{
    const auto notLetIn = [&] {
        return diagnosis::judge(m_recorder.facts(), m_job.profile, m_job.goal, {}).causeClass ==
               "pbs-expired"_L1;
    };
    if (!m_prepared.pop || m_stop.stop_requested() || !notLetIn() ||
        std::exchange(m_poppedAgain, true)) {
        return false;
    }
    // What has been taken already is not sent again.
    m_prepared.settings.delivery.copies -= m_link->session->facts().mailsAccepted;
    m_letIn.forget(*m_prepared.pop);
    addNote(QT_TRANSLATE_NOOP("core", "not let in: one more POP3 login"));
    logInByPop();
    return true;
}

// ---- SMTP

void Run::connectAndGo()
{
    m_popConnection.reset();
    const bool goesOn = m_link && m_link->session->isResting();
    if (!goesOn) {
        makeLink();
    }
    ++m_link->mails;
    m_sending = true;
    m_link->tell = hearing(false, &Run::onSmtpFinished);
    m_link->body = [this](const auto &opened) { openMessage(opened); };
    if (goesOn) {
        m_link->session->sendAnother(*m_prepared.settings.mail, m_prepared.settings.delivery);
        m_link->connection->proceed();
    } else {
        m_link->connection->start();
    }
}

void Run::makeLink()
{
    m_link = std::make_unique<Link>();
    Link *link = m_link.get();
    link->job = m_job;
    link->session = std::make_shared<smtp::Session>(
        m_prepared.settings,
        [stop = m_stop.get_token()](core::Method method, const core::Credentials &credentials) {
            return sasl::makeClient(method, credentials, stop);
        });
    // Copied before it is called: whoever hears may hand the link on.
    link->connection = m_connect(
        link->session, m_prepared.target,
        [link](const auto &opened) {
            const net::BodySource body = link->body;
            body(opened);
        },
        [link](const core::AttemptEvent &event) {
            const core::Tell tell = link->tell;
            tell(event);
        });
}

bool Run::wasStale(const core::SessionFacts &facts) const
{
    const bool closed = facts.failure == core::Failure::ClosedByPeer ||
                        facts.failure == core::Failure::UnexpectedReply;
    const bool deferred = facts.outcome == core::Outcome::Deferred;
    // What a server says to the mail after so many others may be about their number.
    return m_usedBefore && !m_stop.stop_requested() &&
           ((closed && facts.stage < core::Stage::Body) ||
            (deferred && facts.stage == core::Stage::Mail));
}

void Run::onSmtpFinished(const QList<core::AddressAttempt> &addresses)
{
    m_sending = false;
    if (wasStale(m_link->session->facts())) {
        m_usedBefore = false;
        m_link.reset();
        goOnAfter({}, QT_TRANSLATE_NOOP("core", "the connection kept open is of no more use: "
                                                "connecting again"));
        return;
    }
    m_recorder.takeSmtp(m_link->session->facts(), addresses);
    keepWhatWasFound(m_link->session->facts());
    if (!tryRecoding()) {
        goOnAfterSmtp();
    }
}

void Run::goOnAfterSmtp()
{
    if (!tryReconnecting() && !tryPopAgain()) {
        m_tell(m_recorder.lastReport(m_prepared.notes));
    }
}

/// For the connections to come: what was encrypted stays so.
void Run::keepWhatWasFound(const core::SessionFacts &facts)
{
    smtp::SessionSettings &settings = m_prepared.settings;
    if (facts.tls && facts.tls->trusted() &&
        settings.security == core::Security::StartTlsIfOffered) {
        settings.security = core::Security::StartTls;
    }
}

/// Whether the run goes on, or was cancelled meanwhile: then a break that would have been mended is
/// not why it ended.
bool Run::tryReconnecting()
{
    smtp::SessionSettings &settings = m_prepared.settings;
    // The session's own count, not the sum of all connections.
    const core::SessionFacts own = m_link->session->facts();
    if (const auto rest = afterBreakBetweenMails(own, settings)) {
        m_breaksInARow = own.mailsAccepted < goodConnection ? m_breaksInARow : 0;
        const auto pause = pauseBeforeReconnecting(m_breaksInARow++);
        if (!pause) {
            return false;
        }
        settings = *rest;
        goOnAfter(*pause, QT_TRANSLATE_NOOP(
                              "core", "the server closed between two mails: connecting again"));
    } else if (const auto next = afterRefusedLogins(own, settings)) {
        settings = *next;
        m_recorder.keepRefusedLogins();
        goOnAfter(
            std::chrono::milliseconds(0),
            QT_TRANSLATE_NOOP(
                "core",
                "the server closed after the refused login: connecting again for the next method"));
    } else if (const auto lockStep = afterLostStep(own, settings, m_job.profile)) {
        settings = *lockStep;
        goOnAfter(std::chrono::milliseconds(0),
                  QT_TRANSLATE_NOOP("core", "the server lost step with commands sent together: "
                                            "connecting again, one command at a time"));
    } else {
        return false;
    }
    m_link.reset();
    return true;
}

void Run::goOnAfter(std::chrono::milliseconds pause, const core::Text &why)
{
    if (m_stop.stop_requested()) {
        finishCancelled(core::Stage::Connect);
        return;
    }
    addNote(why);
    m_pause.start(pause);
}

bool Run::tryRecoding()
{
    const auto wanted = m_prepared.message ? recodingAfter(m_recorder.facts(), m_job,
                                                           m_prepared.message->envelope())
                                           : std::nullopt;
    if (!wanted || std::exchange(m_recodingTried, true)) {
        return false;
    }
    m_background.run(
        this,
        [message = m_prepared.message, wanted = *wanted, stop = m_stop.get_token()] {
            return mime::recoded(message, wanted, stop);
        },
        [this](const core::Result<mime::Recoded> &copy) { onRecoded(copy); });
    return true;
}

void Run::onRecoded(const core::Result<mime::Recoded> &copy)
{
    if (!copy || m_stop.stop_requested()) {
        m_recorder.fail(m_stop.stop_requested() ? core::Error{core::Failure::Cancelled, {}}
                                                : copy.error());
        goOnAfterSmtp();
    } else {
        m_prepared.settings.delivery.copies -=
            m_link->session->facts().mailsAccepted; // those have gone
        replaceMessage(m_prepared, copy->message);
        m_prepared.notes += copy->notes;
        connectAndGo();
    }
}

} // namespace submission
