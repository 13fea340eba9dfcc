// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail.h"
#include "core/result.h"
#include "core/serverentry.h"
#include "files/filewatch.h"
#include "outbox/outbox.h"
#include "service/mailer.h"
#include "service/outboxthread.h"
#include "submission/background.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUuid>

#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <variant>

namespace service
{

class Servers;

/// A mail for the outbox, as window and command line give it.
struct OutgoingMail
{
    QUuid identity;                              // which has the From, and the server
    std::variant<core::Draft, MessageFile> mail; // its From is the identity's
    core::Delivery delivery = {};
    QDateTime notBefore = {};
    /// That autosend makes it of, in the order of its attachments.
    QList<outbox::MailedFile> files = {};
};

/// The mail that has been accepted, on its way: takes what waits out of the outbox, gives it to the
/// sender thread and writes down what came of it. Until begin() it only accepts and tells. Lives in
/// the main thread; answers come later, from the event loop, and not at all once `context` is gone.
class Delivery final : public QObject
{
    Q_OBJECT

public:
    /// `servers` and `mailer` outlive this. `folder`: the application's data.
    Delivery(Servers &servers, Mailer &mailer, const QString &folder,
             const outbox::Surroundings &surroundings = {}, QObject *parent = nullptr);
    /// Ends what runs; what a server may have taken by then is Unknown.
    ~Delivery() override;

    using Accepted = std::function<void(const core::Result<outbox::MailId> &)>;
    /// Writes the message and keeps it. The answer comes when it is on the disk. Error: nothing was
    /// kept, for the reason said. Of mail that is made of files BodyUnreadable also means that one
    /// of them has changed meanwhile, and MessageTooLarge that it is over the server's last SIZE
    /// (RFC 1870).
    void accept(const OutgoingMail &mail, QObject *context, const Accepted &accepted);

    /// Sends from now on, as what `kind` says.
    void begin(outbox::Lifeline::Kind kind, QObject *context,
               const std::function<void(const core::Result<bool> &)> &begun);
    /// This mail and no other, until end(): what a program does that has only its own to send.
    void sendOnly(outbox::MailId id) { m_only = id; }
    [[nodiscard]] bool isSending() const { return m_sends; }
    /// Takes no more mail out of the outbox, and calls `done` when what is on its way has ended;
    /// what no server can have taken yet is put back at once.
    void end(QObject *context, const std::function<void()> &done);
    /// How many mails are on their way by this program.
    [[nodiscard]] qsizetype running() const { return static_cast<qsizetype>(m_running.size()); }
    /// Looks at once whether something can go.
    void look();
    /// The network, or the computer, is back: pauses have lost their reason.
    void wakeUp();

    /// Does `work` with the outbox, such as listing or stopping mail, and looks again whether
    /// something can go.
    template <typename Work, typename Done> void ask(QObject *context, Work work, Done done)
    {
        m_outbox.ask(context, std::move(work), std::move(done));
        look();
    }
    /// The same for `work` after which nothing more can go than before.
    template <typename Work, typename Done> void read(QObject *context, Work work, Done done)
    {
        m_outbox.ask(context, std::move(work), std::move(done));
    }
    using Changed = std::function<void(const core::Result<bool> &)>;
    using Work = std::function<core::Result<bool>(outbox::Outbox &)>;
    /// The same for `work` that tells whether it has changed something.
    void change(const Work &work, QObject *context, const Changed &done);
    /// No more tries, and an attempt that runs is ended: where its end has gone, Unknown is what it
    /// is then, if the server has not answered.
    void stop(const QList<outbox::MailId> &ids, QObject *context, const Changed &done);
    using Counted = std::function<void(const core::Result<int> &)>;
    /// Not listed nor sent any more, until takeBack(). Value: how many; one whose end has gone
    /// stays.
    void discard(const QList<outbox::MailId> &ids, QObject *context, const Counted &done);
    void takeBack(const QList<outbox::MailId> &ids, QObject *context, const Counted &done);
    /// What waits for one server goes through another one.
    void moveTo(const QUuid &server, const QUuid &from, QObject *context, const Changed &done);
    /// A person has changed what a server waits for: its settings or password.
    void serverMended(const QUuid &server);

Q_SIGNALS:
    /// Rows differ now, by us or by another program.
    void changed();
    void told(outbox::MailId id, const core::AttemptEvent &event);
    /// What came of an attempt of this program is written down.
    void settled(const outbox::Mail &before, const outbox::Verdict &verdict);
    /// There was nothing to send that can go now, and nothing is on its way.
    void idle();
    /// The outbox cannot be read or written, a sentence.
    void failed(const core::Text &sentence);

private:
    struct Running
    {
        outbox::Mail mail;
        core::ServerProfile profile;
        core::Secret password;
        bool finishing = false; // its end goes, or has gone
        bool settling = false;  // what came of it is being written down
    };
    using RunningJobs = std::map<JobId, Running>;

    void keep(const outbox::NewMail &mail,
              const std::function<void(const core::Result<outbox::MailId> &)> &answer);
    void cancel(const QList<outbox::MailId> &ids, bool evenAtTheEnd);
    [[nodiscard]] QHash<QUuid, core::Pace> paces() const;
    void claim();
    void onClaimed(const core::Result<std::optional<outbox::Claim>> &claimed);
    void send(const outbox::Claim &claim);
    void onTold(JobId id, const core::AttemptEvent &event);
    void onHalted(JobId id);
    void onReport(JobId id, Running &running, const core::AttemptReport &report);
    void waitForWhatIsDue();
    void onTick();
    void onServersChanged();
    void onResultsChanged();
    void tellFailure(const core::Error &error);

    Servers &m_servers;
    Mailer &m_mailer;
    const outbox::Surroundings m_surroundings;
    OutboxThread m_outbox;
    files::FileWatch m_watch;
    submission::Background m_writing; // messages
    std::stop_source m_stop;
    RunningJobs m_running;
    QHash<QUuid, core::ServerEntry> m_known; // servers, as they were
    /// A password that has just worked, so that a hundred mails ask for it once.
    struct Worked
    {
        core::Secret password;
        QDeadlineTimer until;
    };
    QHash<QUuid, Worked> m_passwords;
    QHash<QUuid, QDateTime> m_withoutPassword; // until when they are left alone
    QTimer m_due;
    QTimer m_tick;
    QDeadlineTimer m_clean; // the first tick cleans up
    std::optional<outbox::MailId> m_only;
    bool m_sends = false;
    bool m_ending = false;
    bool m_claiming = false;
    bool m_again = false; // something happened while it was claiming
};

} // namespace service
