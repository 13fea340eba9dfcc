// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: what the folder's watch tells is looked up in the outbox first, since what was
// mailed from its place, or is old, stays there. What is new counts for the brake and waits in a
// queue. Of that, one mail after the other is made: its files are claimed (or, where they stay,
// only read), the message is written of them, and mail and files are committed together. From then
// on they are FileEnding's.
//
// A claim is locked until that commit, and what asks for it keeps claims and the rule's lock, even
// when this is gone: so nobody mails a file a second time that is just being accepted. After a
// crash a claim without a row goes back, and is mailed anew.
#include "service/ruletaking.h"

#include "autosend/naming.h"
#include "service/delivery.h"
#include "service/report.h"
#include "service/rules.h"
#include "service/servers.h"
#include "service/texts.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using autosend::Claim;
using autosend::ReadyFile;

namespace service
{

namespace
{

constexpr qsizetype askedAtOnce = 500;
constexpr qsizetype mostFiles = 100; // in a mail: each is an open folder meanwhile
constexpr auto minute = std::chrono::milliseconds(std::chrono::minutes(1));
/// What a person has to mend is looked at again after this time.
constexpr auto pauseTime = std::chrono::seconds(30);
constexpr auto inFlightTime = std::chrono::seconds(1);
/// Base64 with its line ends, and a little for the text (RFC 2045 6.8).
constexpr double mailPerOctet = 1.4;

/// Takes its paths out of the set at the end, whoever has it last.
struct Flight
{
    Flight(std::shared_ptr<QSet<QString>> set, const QStringList &flying)
        : all(std::move(set))
        , paths(flying)
    {
        for (const QString &path : paths) {
            all->insert(path);
        }
    }
    ~Flight()
    {
        for (const QString &path : paths) {
            all->remove(path);
        }
    }
    Q_DISABLE_COPY_MOVE(Flight)

    std::shared_ptr<QSet<QString>> all;
    QStringList paths;
};

} // namespace

/// The files of one mail.
struct RuleTaking::Batch
{
    QList<ReadyFile> files;
    QList<Claim> claims;      // of each; none where they stay in their place
    QStringList paths;        // where to read them
    QList<ReadyFile> gone;    // changed meanwhile, or not there
    QList<ReadyFile> refused; // there, and cannot be had
    core::Text problem;       // why
    std::shared_ptr<autosend::Claims> holder;
    std::shared_ptr<files::FileLock> lock;
    std::shared_ptr<Flight> flight;
};

RuleTaking::RuleTaking(const core::AutosendRule &rule, const Shared &shared,
                       std::shared_ptr<files::FileLock> lock, QObject *parent)
    : QObject(parent)
    , m_rule(rule)
    , m_shared(shared)
    , m_lock(std::move(lock))
    , m_watch(rule, shared.times, shared.thread)
    , m_brake(rule.brakeFiles, rule.brakeOctets)
{
    m_clock.start();
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &RuleTaking::look);
    connect(&m_watch, &autosend::WatchedFolder::becameReady, this, &RuleTaking::onReady);
    connect(&m_watch, &autosend::WatchedFolder::noLongerReady, this, &RuleTaking::onGone);
    connect(&m_watch, &autosend::WatchedFolder::folderChanged, this, &RuleTaking::onFolder);
    connect(&m_watch, &autosend::WatchedFolder::heldChanged, this,
            [this](const autosend::Held &held) {
                m_held = held;
                updateStatus();
            });
    // A brake that was on when the last program ended still is.
    m_shared.delivery.read(
        this, [id = rule.id](outbox::Outbox &outbox) { return outbox.ruleAsks(id); },
        [this](const core::Result<bool> &asks) { begin(asks.valueOr(false)); });
}

void RuleTaking::begin(bool asks)
{
    m_hasBegun = true;
    if (asks) {
        m_brake.pull();
    }
    look();
    Q_EMIT statusChanged(); // others know what was told before, though nothing is there
}

RuleTaking::~RuleTaking() = default;

QString RuleTaking::absolute(const QString &path) const
{
    return QDir::cleanPath(m_rule.folder) + u'/' + path;
}

/// The first rule that fits a file takes it.
bool RuleTaking::isOurs(const QString &path) const
{
    const auto first = autosend::ruleFor(m_shared.rules.all(), absolute(path));
    return first && first->id == m_rule.id;
}

// ---- what is there

void RuleTaking::onFolder(bool isThere)
{
    m_isFolderThere = isThere;
    m_arrived.clear();
    m_queue.clear();
    m_aside.clear();
    m_queued.clear();
    m_octets = 0;
    m_released = 0;
    updateStatus();
}

void RuleTaking::onReady(const QList<ReadyFile> &files)
{
    QList<ReadyFile> others;
    for (const ReadyFile &file : files) {
        if (!isOurs(file.path)) {
            others.append(file);
        } else if (!m_queued.contains(file.path)) {
            m_queued.insert(file.path);
            m_arrived.append(file);
            m_octets += file.snapshot.octets;
        }
    }
    if (!others.isEmpty()) {
        m_watch.take(others);
    }
    updateStatus();
    askWhatIsKnown();
}

void RuleTaking::askWhatIsKnown()
{
    if (m_isAsking || m_arrived.isEmpty()) {
        return;
    }
    m_isAsking = true;
    m_released = std::min(m_released, m_arrived.size()); // some may have gone
    const QList<ReadyFile> asked = m_arrived.first(std::min(askedAtOnce, m_arrived.size()));
    QList<outbox::MailedFile> files;
    for (const ReadyFile &file : asked) {
        outbox::MailedFile one;
        one.place = absolute(file.path);
        one.octets = file.snapshot.octets;
        one.changed = file.snapshot.changed;
        files.append(one);
    }
    m_shared.delivery.read(
        this, [files](outbox::Outbox &outbox) { return outbox.areKnown(files); },
        [this, asked](const core::Result<QList<bool>> &known) {
            m_isAsking = false;
            if (known) {
                onKnown(asked, *known);
            } else {
                pause(known.error().detail.translated(&translatedText));
            }
        });
}

void RuleTaking::onKnown(const QList<ReadyFile> &asked, const QList<bool> &known)
{
    QList<ReadyFile> old;
    for (qsizetype i = 0; i < asked.size(); ++i) {
        const ReadyFile &file = asked[i];
        if (!m_queued.contains(file.path)) {
            continue; // the folder is another one by now
        }
        const bool passes = m_released > 0;
        m_released -= int{passes};
        if (known[i]) {
            drop({file});
            old.append(file);
            continue;
        }
        m_arrived.removeOne(file);
        if (!passes) {
            (void)m_brake.admit(file.snapshot.octets, std::chrono::milliseconds(m_clock.elapsed()));
        }
        m_queue.append(file);
    }
    if (!old.isEmpty()) {
        m_watch.take(old);
    }
    look();
}

// ---- taking

void RuleTaking::release(const Release &what)
{
    m_brake.release();
    // Some of it may have been left as old: it is looked up once more.
    const QList<ReadyFile> all = std::exchange(m_queue, {}) + std::exchange(m_arrived, {});
    const QSet<QString> wanted(what.paths.cbegin(), what.paths.cend());
    QList<ReadyFile> others;
    for (const ReadyFile &file : all) {
        const bool passes =
            wanted.isEmpty() ? m_arrived.size() < what.first : wanted.contains(file.path);
        (passes ? m_arrived : others).append(file);
    }
    m_released = m_arrived.size();
    m_arrived += others;
    look();
}

/// Tried again after a time; the others go on.
void RuleTaking::setAside(const QList<ReadyFile> &files, const QString &problem)
{
    for (const ReadyFile &file : files) {
        if (m_queue.removeOne(file)) {
            m_aside.append(file);
        }
    }
    if (!files.isEmpty()) {
        m_problem = problem;
        m_asideUntil.setRemainingTime(pauseTime);
        if (!m_next.isActive()) {
            m_next.start(pauseTime);
        }
    }
}

void RuleTaking::lookAnew()
{
    m_pause = QDeadlineTimer();
    m_asideUntil = QDeadlineTimer();
    look();
}

void RuleTaking::look()
{
    if (m_asideUntil.hasExpired() && !m_aside.isEmpty()) {
        m_queue += std::exchange(m_aside, {});
    }
    if (m_pause.hasExpired() && !m_arrived.isEmpty()) {
        askWhatIsKnown();
    } else {
        takeNext();
    }
    updateStatus();
}

/// Of one mail, as many as go into it.
QList<ReadyFile> RuleTaking::nextFiles() const
{
    const auto identity = m_shared.servers.identities().identity(m_rule.identity);
    const qint64 limit = identity ? m_shared.servers.sizeLimitOf(identity->server) : 0;
    qint64 most = m_rule.mailOctets;
    if (limit > 0) {
        most = std::min(most, static_cast<qint64>(static_cast<double>(limit) / mailPerOctet));
    }
    QList<ReadyFile> files;
    qint64 octets = 0;
    for (const ReadyFile &file : m_queue) {
        if (m_shared.inFlight->contains(absolute(file.path))) {
            continue;
        }
        octets += file.snapshot.octets;
        if (!files.isEmpty() && octets > most) {
            break;
        }
        files.append(file);
        if (most <= 0 || files.size() == mostFiles) {
            break;
        }
    }
    return files;
}

void RuleTaking::takeNext()
{
    const qint64 now = m_clock.elapsed();
    while (!m_mails.isEmpty() && m_mails.head() <= now - minute.count()) {
        m_mails.dequeue();
    }
    const bool mayTake = !m_isTaking && m_hasBegun && m_isFolderThere && !m_rule.paused &&
                         !m_brake.isOn() && m_pause.hasExpired() && !m_queue.isEmpty();
    if (!mayTake) {
        return;
    }
    if (const core::Text obstacle = m_shared.rules.obstacle(m_rule); !obstacle.isEmpty()) {
        pause(obstacle.translated(&translatedText));
        return;
    }
    if (m_aside.isEmpty()) {
        m_problem.clear();
    }
    if (m_rule.mailsPerMinute > 0 && m_mails.size() >= m_rule.mailsPerMinute) {
        m_next.start(std::chrono::milliseconds(m_mails.head() + minute.count() - now + 1));
        return;
    }
    const auto batch = std::make_shared<Batch>();
    batch->files = nextFiles();
    if (batch->files.isEmpty()) {
        m_next.start(inFlightTime);
        return;
    }
    m_isTaking = true;
    batch->lock = m_lock;
    const bool stays = m_rule.afterwards == core::AutosendRule::Afterwards::Leave;
    const auto claimAll = [batch, stays, folder = QDir::cleanPath(m_rule.folder)] {
        // For this mail only: who keeps a folder open keeps its disk from being unmounted. And it
        // may be another one by now, though of the same name and number.
        batch->holder = std::make_shared<autosend::Claims>(folder);
        QList<ReadyFile> taken;
        for (const ReadyFile &file : batch->files) {
            const QString path = folder + u'/' + file.path;
            if (stays) {
                const bool same = autosend::lookAt(path) == file.snapshot;
                (same ? taken : batch->gone).append(file);
                batch->paths += same ? QStringList{path} : QStringList();
                continue;
            }
            const auto claim = batch->holder->claim(file.path, file.snapshot);
            if (claim) {
                taken.append(file);
                batch->claims.append(*claim);
                batch->paths.append(batch->holder->pathOf(*claim));
            } else if (autosend::lookAt(path) == file.snapshot && !autosend::isBeingWritten(path)) {
                batch->problem = claim.error().detail;
                batch->refused.append(file);
            } else {
                batch->gone.append(file);
            }
        }
        batch->files = taken;
        return true;
    };
    m_background.run(this, claimAll, [this, batch](bool) { onTaken(batch); });
}

void RuleTaking::onTaken(const std::shared_ptr<Batch> &batch)
{
    drop(batch->gone); // they are told again when they are still
    setAside(batch->refused, batch->problem.translated(&translatedText));
    if (batch->files.isEmpty()) {
        finished();
        return;
    }
    drop(batch->files);
    if (batch->claims.isEmpty()) {
        batch->flight = std::make_shared<Flight>(m_shared.inFlight, batch->paths);
        m_watch.take(batch->files);
    }
    m_shared.delivery.accept(mailOf(*batch), this,
                             [this, batch](const core::Result<outbox::MailId> &id) {
                                 onAccepted(batch, id.ok(), id ? core::Error() : id.error());
                             });
}

OutgoingMail RuleTaking::mailOf(const Batch &batch) const
{
    const auto identity = m_shared.servers.identities().identity(m_rule.identity);
    autosend::Filling filling{{}, 0, QDateTime::currentDateTime(), m_rule.folder};
    OutgoingMail mail;
    mail.identity = m_rule.identity;
    for (qsizetype i = 0; i < batch.files.size(); ++i) {
        const ReadyFile &file = batch.files[i];
        filling.names.append(fileTitle(file.path));
        filling.octets += file.snapshot.octets;
        outbox::MailedFile row;
        row.rule = m_rule.id;
        row.folder = QDir::cleanPath(m_rule.folder);
        row.path = file.path;
        row.octets = file.snapshot.octets;
        row.changed = file.snapshot.changed;
        if (batch.claims.isEmpty()) {
            row.place = absolute(file.path);
        } else {
            row.claim = batch.claims[i].id;
        }
        mail.files.append(row);
    }
    core::Draft draft = identity ? draftOf(*identity) : core::Draft();
    draft.to = m_rule.to;
    draft.cc = m_rule.cc;
    draft.bcc = m_rule.bcc;
    draft.subject = autosend::filled(m_rule.subject, filling);
    draft.text = autosend::filled(m_rule.text, filling) + draft.text;
    draft.attachments = batch.paths;
    mail.mail = draft;
    return mail;
}

void RuleTaking::onAccepted(const std::shared_ptr<Batch> &batch, bool accepted,
                            const core::Error &error)
{
    if (accepted) {
        m_mails.enqueue(m_clock.elapsed());
        for (const Claim &claim : std::as_const(batch->claims)) {
            batch->holder->release(claim);
        }
        finished();
        return;
    }
    const QString why = error.detail.translated(&translatedText);
    if (error.failure == core::Failure::Cancelled) { // by another taking, a moment before
        finished();
        return;
    }
    if (error.failure == core::Failure::MessageTooLarge) {
        refuse(batch, why);
        return;
    }
    if (error.failure != core::Failure::BodyUnreadable) {
        pause(why);
    }
    giveBack(batch);
}

/// No mail can be made of them: FileEnding puts them into failed/.
void RuleTaking::refuse(const std::shared_ptr<Batch> &batch, const QString &why)
{
    QList<outbox::MailedFile> rows = mailOf(*batch).files;
    for (outbox::MailedFile &row : rows) {
        row.state = outbox::FileResult::Failed;
        row.result = row.claim.isEmpty() ? outbox::FileResult::Failed : outbox::FileResult::Going;
        row.why = why;
    }
    m_shared.delivery.change([rows](outbox::Outbox &outbox) { return outbox.recordFiles(rows); },
                             this,
                             [this, batch](const core::Result<bool> &recorded) {
                                 if (!recorded) {
                                     pause(recorded.error().detail.translated(&translatedText));
                                     giveBack(batch);
                                     return;
                                 }
                                 for (const Claim &claim : std::as_const(batch->claims)) {
                                     batch->holder->release(claim);
                                 }
                                 finished();
                             });
}

void RuleTaking::giveBack(const std::shared_ptr<Batch> &batch)
{
    m_background.run(
        this,
        [batch] {
            for (const Claim &claim : std::as_const(batch->claims)) {
                (void)batch->holder->giveBack(claim);
            }
            return true;
        },
        [this, batch](bool) {
            if (batch->claims.isEmpty()) { // they are told only when they change
                for (const ReadyFile &file : std::as_const(batch->files)) {
                    m_queued.insert(file.path);
                    m_octets += file.snapshot.octets;
                }
                m_queue += batch->files;
            }
            finished();
        });
}

void RuleTaking::pause(const QString &problem)
{
    m_problem = problem;
    m_pause.setRemainingTime(pauseTime);
    m_next.start(pauseTime);
    updateStatus();
}

void RuleTaking::finished()
{
    m_isTaking = false;
    look();
}

/// Nothing is done with them here any more.
void RuleTaking::drop(const QList<ReadyFile> &files)
{
    for (const ReadyFile &file : files) {
        if (m_queued.remove(file.path)) {
            m_octets -= file.snapshot.octets;
            if (!m_arrived.removeOne(file) && !m_queue.removeOne(file)) {
                m_aside.removeOne(file);
            }
        }
    }
}

void RuleTaking::onGone(const QStringList &paths)
{
    const QSet<QString> gone(paths.cbegin(), paths.cend());
    const auto leave = [this, &gone](const ReadyFile &file) {
        if (!gone.contains(file.path)) {
            return false;
        }
        m_queued.remove(file.path);
        m_octets -= file.snapshot.octets;
        return true;
    };
    for (QList<ReadyFile> *files : {&m_arrived, &m_queue, &m_aside}) {
        files->removeIf(leave);
    }
    updateStatus();
}

void RuleTaking::updateStatus()
{
    m_hadFiles = m_hadFiles || !m_queued.isEmpty();
    if (m_queued.isEmpty()) {
        if (m_brake.isOn() && m_hadFiles) { // there is nothing to ask about any more
            m_brake.release();
        }
        m_problem = m_pause.hasExpired() ? QString() : m_problem;
    }
    RuleStatus now;
    now.isFolderThere = m_isFolderThere;
    now.ready = static_cast<int>(m_queued.size());
    now.readyOctets = m_octets;
    now.soon = m_held.soon;
    now.empty = m_held.empty;
    now.unreadable = m_held.unreadable;
    now.isBraked = m_brake.isOn();
    now.problem = m_problem;
    if (m_hasBegun && now != m_status) {
        m_status = now;
        Q_EMIT statusChanged();
    }
}

} // namespace service
