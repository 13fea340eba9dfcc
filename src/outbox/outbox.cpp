// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: a mail is a row and a file. The file and its name are on the disk before the row
// is committed, and the row before anybody says "accepted". A claim is the name of a Lifeline in
// the row: it counts as long as that is held, so that a computer that sleeps loses none and a
// program that was killed all at once. The last octets of a message leave only after the row says
// `finishing`; so after a crash a row that does not cannot have been taken by a server and is
// queued again, and one that does is Unknown, for the person to decide.
//
// What is wrong with a server stands once, in its own row, and is shared by all programs: its
// mails stay queued, and what they wait for is read from there. While it is not known to let us in,
// one mail at a time is tried, so a wrong password meets one login, not one for each mail.
//
// A time in a row may have been written by a clock that was wrong. Due later than the longest pause
// there is means due now. What was scheduled by the person (not_before) is taken at its word.
#include "outbox/outbox.h"

#include "outbox/sqlvalues.h"

#include <QScopeGuard>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace outbox
{

namespace
{

constexpr auto discardedTime = std::chrono::minutes(10); // for taking back

/// No one is sending it, and some are still to get it.
QList<State> changeable()
{
    return {State::Queued, State::Deferred, State::WaitingForYou,
            State::Failed, State::Partial,  State::Stopped};
}

core::Error gone()
{
    return core::badInput(QT_TRANSLATE_NOOP("core", "This mail is not in the outbox any more."));
}

core::Error notInThisState()
{
    return core::badInput(
        QT_TRANSLATE_NOOP("core", "That is not possible with this mail as it is now."));
}

} // namespace

Outbox::Outbox(const QString &folder, Surroundings surroundings)
    : AutosendBook(folder, std::move(surroundings))
    , m_lifeline(folder + u"/senders"_s)
{}

Outbox::~Outbox() = default;

// ---- taking part

core::Result<bool> Outbox::join(Lifeline::Kind kind)
{
    if (const auto opened = open(); !opened) {
        return opened;
    }
    if (const auto taken = m_lifeline.take(kind); !taken) {
        return taken;
    }
    if (const auto freed = freeDeadClaims(); !freed) {
        return freed.error();
    }
    return compareWithSpool();
}

core::Result<bool> Outbox::compareWithSpool()
{
    if (const auto made = m_spool.open(); !made) {
        return made;
    }
    const auto entries = m_mails.spooled();
    if (!entries) {
        return entries.error();
    }
    QSet<QString> known;
    for (const MailRows::SpoolEntry &entry : *entries) {
        known.insert(entry.name);
        if (entry.waits && m_spool.sizeOf(entry.name) != entry.size) {
            const auto failed = inTransaction<qint64>(
                onTheDisk, [&] { return m_mails.loseMessage(entry.id, now()); });
            if (!failed) {
                return failed.error();
            }
        }
    }
    // What was added since the rows were read is too young for that.
    m_spool.removeOrphans([&known](const QString &name) { return known.contains(name); });
    return true;
}

core::Result<qint64> Outbox::freeDeadClaims()
{
    return looking<qint64>(0, [&]() -> core::Result<qint64> {
        const auto owners = m_mails.owners();
        if (!owners) {
            return owners.error();
        }
        qint64 freed = 0;
        for (const QString &owner : *owners) {
            if (m_lifeline.isAlive(owner)) {
                continue;
            }
            const auto done =
                inTransaction<qint64>(onTheDisk, [&] { return m_mails.freeAllOf(owner, now()); });
            if (!done) {
                return done;
            }
            freed += *done;
        }
        return freed;
    });
}

core::Result<QList<MailId>> Outbox::accept(const QList<NewMail> &mails)
{
    // Before anything is written: a file of a newer version, say, takes no mail.
    if (const auto opened = open(); !opened) {
        return opened.error();
    }
    if (const auto made = m_spool.open(); !made) {
        return made.error();
    }
    QStringList names;
    auto removeFiles = qScopeGuard([&] {
        for (const QString &name : std::as_const(names)) {
            m_spool.remove(name);
        }
    });
    for (const NewMail &mail : mails) {
        const auto name = spool(mail);
        if (!name) {
            return name.error();
        }
        names.append(*name);
    }
    if (const auto synced = m_spool.sync(); !synced) {
        return synced.error();
    }
    using Ids = QList<MailId>;
    const auto ids = inTransaction<Ids>(onTheDisk, [&]() -> core::Result<Ids> {
        Ids inserted;
        for (qsizetype i = 0; i < mails.size(); ++i) {
            const auto id = insert(mails[i], names[i]);
            const auto recorded = id ? insertFilesOf(*id, mails[i].files) : id.error();
            if (!recorded) {
                return recorded.error();
            }
            inserted.append(*id);
        }
        return inserted;
    });
    if (ids) {
        removeFiles.dismiss();
    }
    return ids;
}

core::Result<QString> Outbox::spool(const NewMail &mail)
{
    const std::unique_ptr<QIODevice> message = mail.open();
    if (!message) {
        return core::Error{core::Failure::BodyUnreadable,
                           QT_TRANSLATE_NOOP("core", "The message could not be read again.")};
    }
    return m_spool.add(*message, mail.traits.size);
}

core::Result<MailId> Outbox::insert(const NewMail &mail, const QString &spool)
{
    Mail row;
    row.server = mail.server;
    row.identity = mail.identity;
    row.from = mail.from;
    row.subject = mail.subject;
    row.messageId = mail.messageId;
    row.acceptedAt = m_surroundings.now();
    row.notBefore = mail.notBefore;
    row.envelope = mail.envelope;
    row.traits = mail.traits;
    row.delivery = mail.delivery;
    row.isWrittenHere = mail.isWrittenHere;
    for (const QByteArray &address : mail.envelope.to) {
        row.recipients.append({address, core::Outcome::Failed, {}});
    }
    const auto welcome = m_servers.welcome(mail.server);
    return welcome ? m_mails.insert(row, spool, m_spool.sizeOf(spool)) : welcome.error();
}

// ---- sending

core::Result<std::optional<MailId>> Outbox::next(const QHash<QUuid, core::Pace> &paces,
                                                 const std::optional<MailId> &only)
{
    const auto paused = pauses();
    if (!paused) {
        return paused.error();
    }
    std::optional<MailId> next;
    for (auto pace = paces.cbegin(); pace != paces.cend(); ++pace) {
        const auto room = m_servers.room(pace.key(), *pace, now());
        const auto claimed = room && *room > 0 ? m_mails.claimed(pace.key()) : room;
        if (!claimed) {
            return claimed.error();
        }
        if (*claimed >= *room) {
            continue;
        }
        const auto found = m_mails.next(
            pace.key(), now(), paused->everything || paused->servers.contains(pace.key()), only);
        if (!found) {
            return found;
        }
        next = *found && (!next || **found < *next) ? *found : next;
    }
    return next;
}

core::Result<std::optional<Claim>> Outbox::claim(const QHash<QUuid, core::Pace> &paces,
                                                 const std::optional<MailId> &only)
{
    using Claimed = std::optional<Claim>;
    const auto nothing = [](const core::Result<std::optional<MailId>> &next) {
        return next ? core::Result(Claimed()) : next.error();
    };
    return looking<Claimed>({}, [&]() -> core::Result<Claimed> {
        // Looked at before the lock is taken: mostly there is nothing.
        if (const auto there = next(paces, only); !there || !*there) {
            return nothing(there);
        }
        return inTransaction<Claimed>(goodEnough, [&]() -> core::Result<Claimed> {
            const auto id = next(paces, only);
            if (!id || !*id) {
                return nothing(id);
            }
            return claimMail(**id);
        });
    });
}

core::Result<std::optional<Claim>> Outbox::claimMail(MailId id)
{
    if (const auto done = m_mails.claim(id, m_lifeline.name(), now()); !done) {
        return done.error();
    }
    const auto mail = m_mails.find(id);
    const auto spool = m_mails.spoolOf(id);
    if (!mail || !spool) {
        return mail ? spool.error() : mail.error();
    }
    const auto counted = m_servers.countMail((*mail)->server, now());
    return counted ? core::Result(std::optional(Claim{**mail, m_spool.path(*spool)}))
                   : counted.error();
}

core::Result<bool> Outbox::beginFinishing(MailId id)
{
    return inTransaction<bool>(
        onTheDisk, [&] { return isChanged(m_mails.beginFinishing(id, m_lifeline.name(), now())); });
}

core::Result<bool> Outbox::settle(MailId id, const Verdict &verdict, const QByteArray &lastReply,
                                  const QByteArray &record)
{
    const bool keepsBody = verdict.state != State::Sent || keeping().valueOr({}).copies;
    QString spool;
    const auto done = inTransaction<bool>(onTheDisk, [&]() -> core::Result<bool> {
        const auto found = m_mails.find(id);
        if (!found || !*found) {
            return found ? core::Result(false) : found.error();
        }
        spool = m_mails.spoolOf(id).valueOr({});
        Mail mail = **found;
        mail.state = verdict.state;
        mail.due = verdict.due;
        mail.tries += int{verdict.isTry};
        mail.recipients = verdict.recipients;
        mail.lastReply = lastReply;
        mail.record = record;
        const auto settled = m_mails.settle(mail, m_lifeline.name(), keepsBody, now());
        if (!settled) {
            return settled.error();
        }
        const auto noted = m_servers.note(mail.server, verdict.server, record, now());
        return noted ? core::Result(*settled > 0) : noted.error();
    });
    if (done && *done && !keepsBody) {
        m_spool.remove(spool);
    }
    return done;
}

core::Result<bool> Outbox::giveBack(MailId id)
{
    return inTransaction<bool>(
        goodEnough, [&] { return isChanged(m_mails.giveBack(id, m_lifeline.name(), now())); });
}

core::Result<QDateTime> Outbox::nextDue(const QHash<QUuid, core::Pace> &paces)
{
    return looking<QDateTime>({}, [&]() -> core::Result<QDateTime> {
        std::optional<qint64> first;
        for (auto pace = paces.keyBegin(); pace != paces.keyEnd(); ++pace) {
            const auto until = m_servers.pausesUntil(*pace);
            const auto due = m_mails.firstDue(*pace);
            if (!until || !due) {
                return until ? due.error() : until.error();
            }
            if (*until && *due) {
                const qint64 both = std::max(**until, **due);
                first = first ? std::min(*first, both) : both;
            }
        }
        return first ? QDateTime::fromMSecsSinceEpoch(*first, Qt::UTC) : QDateTime();
    });
}

// ---- the person

/// What a change to one mail did; false: it found the mail in no state for it.
core::Result<bool> Outbox::done(MailId id, const core::Result<qint64> &changed)
{
    if (!changed) {
        return changed.error();
    }
    if (*changed > 0) {
        return true;
    }
    const auto there = m_mails.find(id);
    return there ? (*there ? notInThisState() : gone()) : there.error();
}

core::Result<bool> Outbox::stop(MailId id)
{
    return inTransaction<bool>(onTheDisk, [&] { return done(id, m_mails.stop(id, now())); });
}

core::Result<bool> Outbox::sendNow(MailId id)
{
    return inTransaction<bool>(onTheDisk, [&]() -> core::Result<bool> {
        const auto found = m_mails.find(id);
        const auto sent = done(id, m_mails.sendNow(id, now()));
        if (!found || !sent) {
            return found ? sent : found.error();
        }
        const auto forgotten = m_servers.forgetTrouble((*found)->server);
        return forgotten ? sent : forgotten.error();
    });
}

core::Result<bool> Outbox::rewrite(MailId id, const QList<State> &states,
                                   const std::function<void(Mail &)> &change,
                                   const std::function<core::Result<bool>()> &besides)
{
    return inTransaction<bool>(onTheDisk, [&]() -> core::Result<bool> {
        const auto found = m_mails.find(id);
        if (!found || !*found) {
            return found ? gone() : found.error();
        }
        Mail mail = **found;
        change(mail);
        if (!states.contains((*found)->state) || (!isOver(mail.state) && !mail.hasBody)) {
            return notInThisState();
        }
        const auto rewritten = done(id, m_mails.rewrite(mail, now()));
        return rewritten && besides ? besides() : rewritten;
    });
}

core::Result<bool> Outbox::retry(MailId id)
{
    return rewrite(id, {State::Failed, State::Partial, State::Stopped, State::Unknown},
                   [](Mail &mail) { mail.beginAnew(); });
}

core::Result<bool> Outbox::markArrived(MailId id)
{
    return rewrite(id, {State::Unknown}, [](Mail &mail) { mail.takeAsArrived(); });
}

core::Result<bool> Outbox::setRecipients(MailId id, const QList<QByteArray> &addresses)
{
    return rewrite(id, changeable(), [&addresses](Mail &mail) { mail.sendTo(addresses); });
}

core::Result<bool> Outbox::remove(MailId id)
{
    QString spool;
    const auto removed = inTransaction<bool>(onTheDisk, [&] {
        spool = m_mails.spoolOf(id).valueOr({});
        return done(id, m_mails.remove(id));
    });
    if (removed && !spool.isEmpty()) {
        m_spool.remove(spool);
    }
    return removed;
}

core::Result<bool> Outbox::setServer(const QUuid &from, const QUuid &to)
{
    return inTransaction<bool>(onTheDisk, [&]() -> core::Result<bool> {
        const auto welcome = m_servers.welcome(to);
        return welcome ? isChanged(m_mails.setServer(from, to)) : welcome.error();
    });
}

core::Result<bool> Outbox::replace(MailId id, const NewMail &message)
{
    const auto name = spool(message);
    const auto synced = name ? m_spool.sync() : name.error();
    if (!synced) {
        return synced;
    }
    QString replaced = *name; // of the two files the one that goes
    const auto done = rewrite(
        id, changeable(),
        [&message](Mail &mail) {
            mail.sendTo(message.envelope.to);
            mail.traits = message.traits;
        },
        [&]() -> core::Result<bool> {
            const auto before = m_mails.spoolOf(id);
            const auto set = m_mails.setMessage(id, *name, m_spool.sizeOf(*name));
            if (!before || !set) {
                return before ? set.error() : before.error();
            }
            replaced = *before;
            return true;
        });
    m_spool.remove(done ? replaced : *name);
    return done;
}

core::Result<int> Outbox::eachOf(const QList<MailId> &ids,
                                 const std::function<core::Result<qint64>(MailId)> &change)
{
    return inTransaction<int>(onTheDisk, [&]() -> core::Result<int> {
        int rows = 0;
        for (const MailId id : ids) {
            const auto changed = change(id);
            if (!changed) {
                return changed.error();
            }
            rows += static_cast<int>(*changed);
        }
        return rows;
    });
}

core::Result<int> Outbox::discard(const QList<MailId> &ids)
{
    return eachOf(ids, [this](MailId id) { return m_mails.discard(id, now()); });
}

core::Result<int> Outbox::takeBack(const QList<MailId> &ids)
{
    return eachOf(ids, [this](MailId id) { return m_mails.takeBack(id); });
}

core::Result<bool> Outbox::setPaused(bool paused, const QUuid &server)
{
    return inTransaction<bool>(onTheDisk, [&] {
        return isChanged(server.isNull() ? m_settings.set(SettingRows::paused, int{paused})
                                         : m_servers.setPaused(server, paused));
    });
}

core::Result<bool> Outbox::setKeeping(const Keeping &keeping)
{
    return inTransaction<bool>(onTheDisk, [&] {
        const auto days = m_settings.set(SettingRows::sentDays, keeping.days);
        return isChanged(days ? m_settings.set(SettingRows::sentCopies, int{keeping.copies})
                              : days);
    });
}

core::Result<bool> Outbox::setNotices(Notices notices)
{
    return inTransaction<bool>(onTheDisk, [&] {
        return isChanged(m_settings.set(SettingRows::notices, static_cast<int>(notices)));
    });
}

core::Result<bool> Outbox::forgetTrouble(const QUuid &server)
{
    return looking<bool>(false, [&] {
        return inTransaction<bool>(onTheDisk,
                                   [&] { return isChanged(m_servers.forgetTrouble(server)); });
    });
}

core::Result<bool> Outbox::forgetPauses()
{
    return looking<bool>(false, [&] {
        return inTransaction<bool>(goodEnough, [&] { return isChanged(m_servers.forgetPauses()); });
    });
}

core::Result<int> Outbox::cleanUp()
{
    return looking<int>(0, [&]() -> core::Result<int> {
        const auto kept = keeping();
        if (!kept) {
            return kept.error();
        }
        const qint64 time = now() - msOf(std::chrono::hours(24) * kept->days);
        const auto spools =
            inTransaction<QStringList>(onTheDisk, [&]() -> core::Result<QStringList> {
                const auto sent = m_mails.removeSentBefore(time);
                const auto discarded = m_mails.removeDiscardedBefore(now() - msOf(discardedTime));
                const auto files = m_files.removeEndedBefore(time);
                if (!files) {
                    return files.error();
                }
                return sent && discarded ? core::Result(*sent + *discarded)
                       : sent            ? discarded
                                         : sent;
            });
        if (!spools) {
            return spools.error();
        }
        for (const QString &spool : *spools) {
            if (!spool.isEmpty()) {
                m_spool.remove(spool);
            }
        }
        return static_cast<int>(spools->size());
    });
}

} // namespace outbox
