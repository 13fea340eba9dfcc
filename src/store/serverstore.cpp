// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: nothing is kept between two saves but the list to show. add(), update(), remove()
// and restore() only queue what to do; m_turn takes the first of the queue, one a turn, and lets
// ServerFile apply it. Where another program holds the lock the change stays first, and the next
// turn tries again. The same pause stands before our own next save, so that the other program gets
// its turn too.
#include "store/serverstore.h"

#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

namespace store
{

namespace
{

Q_LOGGING_CATEGORY(storeLog, "proserpina.store")

constexpr auto lockPatience = std::chrono::seconds(5);
constexpr auto lockPause = std::chrono::milliseconds(5);
constexpr auto lastPatience = std::chrono::milliseconds(200);
constexpr auto lastPatienceOfAll = std::chrono::seconds(1);
/// An editor that truncates and writes is seen twice; the half of it is not worth a warning.
constexpr auto settleTime = std::chrono::milliseconds(50);

} // namespace

ServerStore::ServerStore(const QString &folder)
    : m_file(folder)
    , m_watch(folder, {QFileInfo(m_file.path()).fileName()}, settleTime)
{
    m_turn.setInterval(lockPause);
    connect(&m_turn, &QTimer::timeout, this, &ServerStore::onTurn);
    connect(&m_watch, &files::FileWatch::changed, this, &ServerStore::load);
}

ServerStore::~ServerStore()
{
    saveTheRest();
}

void ServerStore::load()
{
    m_watch.start(); // first, so that a change between the two is not missed
    take(m_file.read());
}

core::Text ServerStore::problemSentence() const
{
    return m_problem.kind == ServerProblem::Kind::None ? core::Text()
                                                       : m_file.sentenceOf(m_problem);
}

std::optional<core::ServerEntry> ServerStore::server(const QUuid &id) const
{
    const auto found = std::find_if(m_servers.cbegin(), m_servers.cend(),
                                    [&](const auto &entry) { return entry.id == id; });
    return found == m_servers.cend() ? std::nullopt : std::optional(*found);
}

std::optional<core::ServerEntry> ServerStore::serverNamed(const QString &name) const
{
    const QString label = nameLabel(name);
    const auto found = std::find_if(m_servers.cbegin(), m_servers.cend(), [&](const auto &entry) {
        return nameLabel(entry.profile.name) == label;
    });
    return found == m_servers.cend() ? std::nullopt : std::optional(*found);
}

void ServerStore::add(const core::ServerEntry &entry, QObject *context, Added done)
{
    core::ServerEntry added = entry;
    if (added.id.isNull()) {
        added.id = QUuid::createUuid();
    }
    Done saved;
    if (done) {
        saved = [id = added.id, done = std::move(done)](const core::Result<bool> &result) {
            done(result ? core::Result<QUuid>(id) : core::Result<QUuid>(result.error()));
        };
    }
    change([added](ServerDocument &document) { return document.add(added); }, context, saved);
}

void ServerStore::update(const core::ServerEntry &entry, QObject *context, const Done &done)
{
    change([entry](ServerDocument &document) { return document.replace(entry); }, context, done);
}

void ServerStore::remove(const QUuid &id, QObject *context, const Done &done)
{
    change([id](ServerDocument &document) { return document.remove(id); }, context, done);
}

void ServerStore::restore(QObject *context, Restored done)
{
    auto restored = std::make_shared<RestoredServers>();
    const auto work = [this, restored](std::chrono::milliseconds patience) {
        auto saved = m_file.restore(patience);
        if (saved) {
            *restored = saved->restored;
        }
        return saved;
    };
    enqueue(work, context, [restored, done = std::move(done)](const core::Result<bool> &result) {
        done(result ? core::Result<RestoredServers>(*restored) : result.error());
    });
}

void ServerStore::change(const ServerChange &change, QObject *context, const Done &done)
{
    enqueue([this,
             change](std::chrono::milliseconds patience) { return m_file.save(change, patience); },
            context, done);
}

void ServerStore::enqueue(const Work &work, QObject *context, const Done &done)
{
    Q_ASSERT(context);
    m_saves.enqueue({work, context, done, QDeadlineTimer(lockPatience)});
    if (!m_turn.isActive()) {
        m_turn.start();
    }
}

void ServerStore::onTurn()
{
    const auto saved = m_saves.head().work(std::chrono::milliseconds(0));
    if (!saved && !m_saves.head().patience.hasExpired()) {
        return;
    }
    // From here on a slot of changed() may do anything, even delete this.
    const Save save = m_saves.dequeue();
    if (saved) {
        // Those behind it were waiting for us, not for another program.
        for (Save &next : m_saves) {
            next.patience = QDeadlineTimer(lockPatience);
        }
    }
    if (m_saves.isEmpty()) {
        m_turn.stop();
    }
    answer(save, saved ? saved->result : m_file.heldByAnother());
    if (saved && saved->document) {
        m_watch.start();
        take(*saved->document);
    }
}

void ServerStore::saveTheRest()
{
    const QDeadlineTimer all(lastPatienceOfAll);
    while (!m_saves.isEmpty()) {
        const Save save = m_saves.dequeue();
        const std::chrono::milliseconds left(all.remainingTime());
        const auto saved = save.work(std::min(lastPatience, left));
        const core::Result<bool> result = saved ? saved->result : m_file.heldByAnother();
        if (!result) {
            qCWarning(storeLog, "%s", qUtf8Printable(result.error().detail.english()));
        }
        answer(save, result);
    }
}

void ServerStore::answer(const Save &save, const core::Result<bool> &result)
{
    if (save.done && save.context) {
        QMetaObject::invokeMethod(
            save.context.data(), [done = save.done, result] { done(result); },
            Qt::QueuedConnection);
    }
}

void ServerStore::take(const ServerDocument &document)
{
    // Of a file that cannot be read any more the last known servers stay on the screen.
    const bool damaged = document.problem().isDamage();
    const QList<core::ServerEntry> servers = damaged ? m_servers : document.entries();
    const std::optional<KeptServers> kept = damaged ? m_file.kept() : std::nullopt;
    const QList<core::Identity> identities = damaged ? m_identities : document.identities();
    if (servers == m_servers && identities == m_identities && document.problem() == m_problem &&
        kept == m_kept) {
        return;
    }
    m_servers = servers;
    m_identities = identities;
    m_kept = kept;
    m_problem = document.problem();
    Q_EMIT changed();
}

} // namespace store
