// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: claim() takes one mail after the other out of the outbox, as long as there is one
// that may go, and each becomes a job of the Mailer. When its end is held, the outbox writes down
// that it goes, and only then it is let go. The report becomes a Verdict (outbox/policy.h), which
// settles the mail and its server's trouble. Then there may be more to claim.
//
// What makes it look again: a mail accepted or changed, by us or, told by the file, by another
// program; what is due; the network, or the computer, that is back; a server that was mended; and a
// tick, since a timer stands still while the computer sleeps and a due time is wall time.
#include "service/delivery.h"

#include "autosend/filelook.h"
#include "diagnosis/judgement.h"
#include "mime/readmessage.h"
#include "service/keptattempt.h"
#include "service/servers.h"
#include "submission/prepare.h"

#include <QFile>
#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace service
{

namespace
{

constexpr auto settleTime = std::chrono::milliseconds(50);
constexpr auto tickTime = std::chrono::seconds(30);
/// For the next mail to the same server.
constexpr auto keepOpenTime = std::chrono::seconds(5);
/// A keychain may be opened, a password program mended, without our knowing.
constexpr auto withoutPasswordTime = std::chrono::minutes(30);
/// For the mails behind it; a program that prints one may ask for a touch each time.
constexpr auto passwordTime = std::chrono::seconds(60);
/// Between two looks for mails that were sent long ago.
constexpr auto cleanTime = std::chrono::hours(1);
constexpr qint64 headerOctets = qint64{256} * 1024;
constexpr qsizetype longestReply = 500;

/// The line a person knows the mail by: of its header.
outbox::NewMail described(const std::shared_ptr<const mime::SpooledMessage> &message)
{
    outbox::NewMail mail;
    if (const auto device = message->open()) {
        const mime::ReadMessage read = mime::readMessage(device->read(headerOctets));
        mail.from = read.from;
        mail.subject = read.subject;
        mail.messageId = read.messageId;
    }
    mail.envelope = message->envelope();
    mail.traits = message->traits();
    mail.open = [message] { return message->open(); };
    return mail;
}

/// To a mail of that size which was made of files.
std::optional<core::Error> objectionTo(const OutgoingMail &mail, qint64 octets, qint64 limit,
                                       const QString &server)
{
    const auto *draft = std::get_if<core::Draft>(&mail.mail);
    for (qsizetype i = 0; draft && i < mail.files.size(); ++i) {
        const auto now = autosend::lookAt(draft->attachments.value(i));
        if (!now || now->octets != mail.files[i].octets || now->changed != mail.files[i].changed) {
            return core::Error{core::Failure::BodyUnreadable,
                               QT_TRANSLATE_NOOP("core", "The file has changed just now.")};
        }
    }
    if (limit <= 0 || octets <= limit) {
        return {};
    }
    const QLocale locale;
    return core::Error{
        core::Failure::MessageTooLarge,
        core::Text(QT_TRANSLATE_NOOP("core", "The mail would have %1, and %2 takes "
                                             "at most %3."),
                   {locale.formattedDataSize(octets), server, locale.formattedDataSize(limit)})};
}

QByteArray lastReplyOf(const core::SessionFacts &facts)
{
    const QByteArray pop = facts.pop ? facts.pop->reply : QByteArray();
    return facts.reply ? facts.reply->lines.join(' ').first(
                             std::min(longestReply, facts.reply->lines.join(' ').size()))
                       : pop;
}

} // namespace

Delivery::Delivery(Servers &servers, Mailer &mailer, const QString &folder,
                   const outbox::Surroundings &surroundings, QObject *parent)
    : QObject(parent)
    , m_servers(servers)
    , m_mailer(mailer)
    , m_surroundings(surroundings)
    , m_outbox(folder + u"/outbox"_s, surroundings)
    , m_watch(folder + u"/outbox"_s, {u"outbox.db"_s, u"outbox.db-wal"_s}, settleTime)
{
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &Delivery::look);
    m_tick.setInterval(tickTime);
    connect(&m_tick, &QTimer::timeout, this, &Delivery::onTick);
    connect(&m_mailer, &Mailer::told, this, &Delivery::onTold);
    connect(&m_mailer, &Mailer::passwordFetched, this,
            [this](JobId id, const core::Secret &password) {
                if (const auto found = m_running.find(id); found != m_running.end()) {
                    found->second.password = password;
                }
            });
    connect(&m_watch, &files::FileWatch::changed, this, [this] {
        look();
        Q_EMIT changed();
    });
    connect(&m_servers, &Servers::serversChanged, this, &Delivery::onServersChanged);
    connect(&m_servers, &Servers::passwordChanged, this, &Delivery::serverMended);
    connect(&m_servers, &Servers::resultsChanged, this, &Delivery::onResultsChanged);
    onServersChanged();
    m_watch.start();
}

Delivery::~Delivery()
{
    m_stop.request_stop();
    for (const auto &[id, running] : m_running) {
        m_mailer.cancel(id);
    }
}

// ---- accepting

void Delivery::accept(const OutgoingMail &mail, QObject *context, const Accepted &accepted)
{
    const auto answer = [listener = QPointer(context), accepted](const auto &result) {
        if (listener) {
            accepted(result);
        }
    };
    const Identities &identities = m_servers.identities();
    const auto identity = identities.identity(mail.identity);
    const auto server = identity ? identities.serverOf(*identity) : std::nullopt;
    if (!server) {
        const core::Text why =
            identity ? identities.obstacle(*identity)
                     : core::Text(QT_TRANSLATE_NOOP("core", "This sender is not there any more."));
        QMetaObject::invokeMethod(
            this, [answer, why] { answer(core::Result<outbox::MailId>(core::badInput(why))); },
            Qt::QueuedConnection);
        return;
    }
    const qint64 limit = mail.files.isEmpty() ? 0 : m_servers.sizeLimitOf(server->id);
    const auto write = [mail, limit, server = server->profile.name, stop = m_stop.get_token(),
                        now = m_surroundings.now().toLocalTime()] {
        submission::Job job;
        job.goal = core::Goal::SendMail;
        job.delivery = mail.delivery;
        std::visit([&job](const auto &one) { job.mail = one; }, mail.mail);
        const auto message = submission::writtenMessage(job, now, stop);
        const auto refusal =
            message ? objectionTo(mail, (*message)->traits().size, limit, server) : std::nullopt;
        return refusal ? *refusal : message;
    };
    m_writing.run(this, write,
                  [this, mail, answer, server = server->id](
                      const core::Result<std::shared_ptr<const mime::SpooledMessage>> &message) {
                      if (!message) {
                          answer(core::Result<outbox::MailId>(message.error()));
                          return;
                      }
                      outbox::NewMail made = described(*message);
                      made.server = server;
                      made.identity = mail.identity;
                      made.delivery = mail.delivery;
                      made.notBefore = mail.notBefore;
                      made.files = mail.files;
                      made.isWrittenHere = std::holds_alternative<core::Draft>(mail.mail);
                      keep(made, answer);
                  });
}

void Delivery::keep(const outbox::NewMail &mail,
                    const std::function<void(const core::Result<outbox::MailId> &)> &answer)
{
    m_outbox.ask(
        this, [mail](outbox::Outbox &outbox) { return outbox.accept({mail}); },
        [this, answer](const core::Result<QList<outbox::MailId>> &ids) {
            answer(ids ? core::Result(ids->constFirst()) : ids.error());
            m_watch.start(); // the first mail makes the file
            look();
            Q_EMIT changed();
        });
}

// ---- sending

void Delivery::begin(outbox::Lifeline::Kind kind, QObject *context,
                     const std::function<void(const core::Result<bool> &)> &begun)
{
    const auto answer = [this, listener = QPointer(context),
                         begun](const core::Result<bool> &joined) {
        m_sends = joined.ok();
        if (joined) {
            m_watch.start();
            m_tick.start();
            look();
        } else {
            tellFailure(joined.error());
        }
        if (listener) {
            begun(joined);
        }
    };
    m_outbox.ask(
        this, [kind](outbox::Outbox &outbox) { return outbox.join(kind); }, answer);
}

void Delivery::end(QObject *context, const std::function<void()> &done)
{
    if (!m_sends) {
        QMetaObject::invokeMethod(context, done, Qt::QueuedConnection);
        return;
    }
    m_ending = true;
    m_tick.stop();
    m_due.stop();
    for (const auto &[id, running] : m_running) {
        if (!running.finishing && !running.settling) {
            m_mailer.cancel(id);
        }
    }
    connect(this, &Delivery::idle, context, done, Qt::SingleShotConnection);
    look();
}

void Delivery::look()
{
    if (m_claiming) {
        m_again = true;
    } else if (m_sends) {
        claim();
    }
}

QHash<QUuid, core::Pace> Delivery::paces() const
{
    QHash<QUuid, core::Pace> paces;
    const QDateTime now = m_surroundings.now();
    for (const core::ServerEntry &entry : m_servers.servers()) {
        const QDateTime until = m_withoutPassword.value(entry.id);
        if (entry.enabled && (!until.isValid() || until <= now)) {
            paces.insert(entry.id, entry.profile.pace);
        }
    }
    return paces;
}

void Delivery::claim()
{
    if (m_ending) {
        if (m_running.empty()) {
            Q_EMIT idle();
        }
        return;
    }
    m_claiming = true;
    m_outbox.ask(
        this,
        [paces = paces(), only = m_only](outbox::Outbox &outbox) {
            return outbox.claim(paces, only);
        },
        [this](const auto &claimed) { onClaimed(claimed); });
}

void Delivery::onClaimed(const core::Result<std::optional<outbox::Claim>> &claimed)
{
    m_claiming = false;
    const bool again = std::exchange(m_again, false);
    if (!claimed) {
        tellFailure(claimed.error());
    } else if (*claimed) {
        send(**claimed);
        claim();
        return;
    }
    if (again) {
        claim();
        return;
    }
    waitForWhatIsDue();
    if (m_running.empty()) {
        Q_EMIT idle();
    }
}

void Delivery::waitForWhatIsDue()
{
    m_outbox.ask(
        this, [paces = paces()](outbox::Outbox &outbox) { return outbox.nextDue(paces); },
        [this](const core::Result<QDateTime> &due) {
            if (!due || !due->isValid()) {
                return;
            }
            const std::chrono::milliseconds left(m_surroundings.now().msecsTo(*due));
            // What is due and still waits, waits for something else: then for the tick.
            if (left.count() > 0 && left < tickTime) {
                m_due.start(left);
            }
        });
}

void Delivery::send(const outbox::Claim &claim)
{
    const outbox::Mail &mail = claim.mail;
    const auto entry = m_servers.server(mail.server);
    if (!entry || m_ending) {
        m_outbox.ask(
            this, [id = mail.id](outbox::Outbox &outbox) { return outbox.giveBack(id); },
            [this](const auto &) { look(); });
        return;
    }
    Request request;
    request.job.goal = core::Goal::SendMail;
    request.job.profile = entry->profile;
    request.job.mail = submission::SpooledMail{claim.path, mail.traits, mail.remainingEnvelope()};
    request.job.delivery = mail.delivery;
    request.job.keeping = {true, keepOpenTime, entry->profile.pace.mailsPerConnection,
                           entry->profile.pace.connections};
    request.password = Servers::passwordOf(*entry);
    Running running{mail, entry->profile, {}};
    if (const Worked worked = m_passwords.value(entry->id); !worked.until.hasExpired()) {
        running.password = worked.password;
        request.password = worked.password;
    }
    const JobId id = m_mailer.start(request);
    m_running[id] = running;
    Q_EMIT changed();
}

void Delivery::onTold(JobId id, const core::AttemptEvent &event)
{
    const auto found = m_running.find(id);
    if (found == m_running.end() || found->second.settling) {
        return;
    }
    Q_EMIT told(found->second.mail.id, event);
    if (std::holds_alternative<core::Halted>(event)) {
        onHalted(id);
    } else if (const auto *report = std::get_if<core::AttemptReport>(&event)) {
        onReport(id, found->second, *report);
    }
}

void Delivery::onHalted(JobId id)
{
    m_outbox.ask(
        this,
        [mail = m_running[id].mail.id](outbox::Outbox &outbox) {
            return outbox.beginFinishing(mail);
        },
        [this, id](const core::Result<bool> &may) {
            const auto found = m_running.find(id);
            if (found == m_running.end() || found->second.settling) {
                return; // it has ended meanwhile
            }
            if (may && *may && !m_ending) {
                found->second.finishing = true;
                m_mailer.letEnd(id);
                return;
            }
            if (!may) {
                tellFailure(may.error());
            }
            m_mailer.cancel(id);
        });
}

void Delivery::onReport(JobId id, Running &running, const core::AttemptReport &report)
{
    running.settling = true;
    const QDateTime now = m_surroundings.now();
    const core::SessionFacts &facts = report.facts;
    const diagnosis::Judgement judgement =
        diagnosis::judge(facts, running.profile, core::Goal::SendMail, now);
    const outbox::Verdict verdict = outbox::verdictOn(running.mail, facts, judgement, now);
    if (facts.loggedIn && !running.password.isEmpty()) {
        m_passwords[running.mail.server] = {running.password, QDeadlineTimer(passwordTime)};
    } else {
        m_passwords.remove(running.mail.server);
    }
    core::AttemptRecord record{core::Goal::SendMail, now, running.profile, facts};
    if (facts.failure == core::Failure::PasswordUnavailable) {
        m_withoutPassword[running.mail.server] = now.addDuration(withoutPasswordTime);
        record.facts.detail = {}; // a password program's own words may hold more than they should
    }
    const QByteArray kept = bytesFromAttempt(record, report.transcript);
    m_outbox.ask(
        this,
        [mail = running.mail.id, verdict, reply = lastReplyOf(facts),
         kept](outbox::Outbox &outbox) { return outbox.settle(mail, verdict, reply, kept); },
        [this, id, verdict](const core::Result<bool> &written) {
            const auto found = m_running.find(id);
            const outbox::Mail mail = found->second.mail;
            m_running.erase(found);
            if (!written) {
                tellFailure(written.error());
            } else if (*written) {
                Q_EMIT settled(mail, verdict);
            }
            look();
            Q_EMIT changed();
        });
}

// ---- the person

void Delivery::change(const Work &work, QObject *context, const Changed &done)
{
    m_outbox.ask(this, work,
                 [this, listener = QPointer(context), done](const core::Result<bool> &changed) {
                     look();
                     Q_EMIT this->changed();
                     if (listener) {
                         done(changed);
                     }
                 });
}

void Delivery::cancel(const QList<outbox::MailId> &ids, bool evenAtTheEnd)
{
    for (const auto &[job, running] : m_running) {
        if (ids.contains(running.mail.id) && (evenAtTheEnd || !running.finishing)) {
            m_mailer.cancel(job);
        }
    }
}

void Delivery::stop(const QList<outbox::MailId> &ids, QObject *context, const Changed &done)
{
    const auto work = [ids](outbox::Outbox &outbox) -> core::Result<bool> {
        core::Result<bool> stopped = true;
        for (const outbox::MailId id : ids) {
            if (const auto one = outbox.stop(id); !one) {
                stopped = one;
            }
        }
        return stopped;
    };
    change(work, this,
           [this, ids, listener = QPointer(context), done](const core::Result<bool> &stopped) {
               cancel(ids, true);
               if (listener) {
                   done(stopped);
               }
           });
}

void Delivery::discard(const QList<outbox::MailId> &ids, QObject *context, const Counted &done)
{
    m_outbox.ask(
        this, [ids](outbox::Outbox &outbox) { return outbox.discard(ids); },
        [this, ids, listener = QPointer(context), done](const core::Result<int> &discarded) {
            if (discarded) {
                cancel(ids, false);
            }
            Q_EMIT changed();
            if (listener) {
                done(discarded);
            }
        });
}

void Delivery::takeBack(const QList<outbox::MailId> &ids, QObject *context, const Counted &done)
{
    m_outbox.ask(
        this, [ids](outbox::Outbox &outbox) { return outbox.takeBack(ids); },
        [this, listener = QPointer(context), done](const core::Result<int> &back) {
            look();
            Q_EMIT changed();
            if (listener) {
                done(back);
            }
        });
}

void Delivery::moveTo(const QUuid &server, const QUuid &from, QObject *context, const Changed &done)
{
    change([from, server](outbox::Outbox &outbox) { return outbox.setServer(from, server); },
           context, done);
}

// ---- what makes it go on

void Delivery::serverMended(const QUuid &server)
{
    m_withoutPassword.remove(server);
    m_passwords.remove(server);
    m_outbox.ask(
        this, [server](outbox::Outbox &outbox) { return outbox.forgetTrouble(server); },
        [this](const core::Result<bool> &) {
            look();
            Q_EMIT changed();
        });
}

/// Settings that were changed may be what its mail waited for.
void Delivery::onServersChanged()
{
    QHash<QUuid, core::ServerEntry> now;
    for (const core::ServerEntry &entry : m_servers.servers()) {
        now.insert(entry.id, entry);
        if (const auto before = m_known.constFind(entry.id);
            before != m_known.constEnd() && *before != entry) {
            serverMended(entry.id);
        }
    }
    m_known = now;
    look();
}

/// A check or test mail that went well says that a server works.
void Delivery::onResultsChanged()
{
    m_outbox.ask(
        this, [](outbox::Outbox &outbox) { return outbox.troubles(); },
        [this](const core::Result<QList<outbox::ServerTrouble>> &troubles) {
            if (!troubles) {
                return;
            }
            const auto results = m_servers.lastResults();
            for (const outbox::ServerTrouble &trouble : *troubles) {
                const core::AttemptRecord result = results.value(trouble.server);
                const bool works = result.facts.outcome == core::Outcome::Accepted &&
                                   result.goal != core::Goal::ReadReply;
                if (works && trouble.since.isValid() && result.at > trouble.since) {
                    serverMended(trouble.server);
                }
            }
        });
}

void Delivery::onTick()
{
    m_outbox.ask(
        this,
        [cleans = m_clean.hasExpired()](outbox::Outbox &outbox) {
            if (cleans) {
                outbox.cleanUp();
            }
            return outbox.freeDeadClaims();
        },
        [this](const core::Result<qint64> &freed) {
            look();
            if (freed && *freed > 0) {
                Q_EMIT changed();
            }
        });
    if (m_clean.hasExpired()) {
        m_clean.setRemainingTime(cleanTime);
    }
}

void Delivery::wakeUp()
{
    m_outbox.ask(
        this, [](outbox::Outbox &outbox) { return outbox.forgetPauses(); },
        [this](const core::Result<bool> &) { onTick(); });
}

void Delivery::tellFailure(const core::Error &error)
{
    Q_EMIT failed(error.detail);
}

} // namespace service
