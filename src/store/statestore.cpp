// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: memory holds what the file said when it was last read, and over it what was written
// through this object. A write changes memory, then goes to the writer's thread with a serial;
// until the writer has said that serial is in the file, the file is not believed for that key. A
// sign that the file has changed (by anyone) leads to look(): SQLite's data_version tells whether
// there is anything to read, and rows whose content is known are passed over. So our own writes
// come back to us without a changed().
#include "store/statestore.h"

#include "store/recordjson.h"

#include <QJsonDocument>
#include <QThread>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr auto readerPatience = std::chrono::milliseconds(50);
constexpr auto settleTime = std::chrono::milliseconds(100);
/// The writer's patience and its last try, and a little.
constexpr auto endPatience = std::chrono::seconds(6);

StateKey keyOf(StateKind kind, const QUuid &id)
{
    return {kind, id.toString(QUuid::WithoutBraces)};
}

QByteArray bytesOf(const core::AttemptRecord &record)
{
    return QJsonDocument(jsonFromRecord(record)).toJson(QJsonDocument::Compact);
}

std::optional<core::AttemptRecord> recordOf(const QByteArray &bytes)
{
    return recordFromJson(QJsonDocument::fromJson(bytes).object());
}

core::AttemptRecord withLeafOnly(core::AttemptRecord record)
{
    if (record.facts.tls && record.facts.tls->chain.size() > 1) {
        record.facts.tls->chain = {record.facts.tls->certificate()};
    }
    if (record.facts.pop && record.facts.pop->tls && record.facts.pop->tls->chain.size() > 1) {
        record.facts.pop->tls->chain = {record.facts.pop->tls->certificate()};
    }
    return record;
}

} // namespace

StateStore::StateStore(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_reader(folder, StateDatabase::Access::Read, readerPatience)
    , m_watch(folder, {u"state.db"_s, u"state.db-wal"_s}, settleTime)
{
    connect(&m_watch, &FileWatch::changed, this, &StateStore::look);
}

StateStore::~StateStore()
{
    m_reader.close(); // first, so that tidying up at the last close is the writer's
    if (m_thread == nullptr) {
        return;
    }
    Q_EMIT closing();
    // A thread stuck in a file system that does not answer goes with the process.
    if (m_thread->wait(QDeadlineTimer(endPatience))) {
        delete m_thread;
    }
}

void StateStore::load()
{
    m_watch.start(); // first, so that a change between the two is not missed
    look();
}

std::optional<core::AttemptRecord> StateStore::reply(const QUuid &id) const
{
    const auto known = m_known.constFind(keyOf(StateKind::Reply, id));
    return known == m_known.cend() ? std::nullopt : recordOf(known->content);
}

QByteArray StateStore::draft(const QString &key) const
{
    return m_known.value({StateKind::Draft, key}).content;
}

void StateStore::record(const QUuid &id, const core::AttemptRecord &record)
{
    const StateValue value{record.at.toMSecsSinceEpoch(), bytesOf(record)};
    QList<StateChange> changes{{0, keyOf(StateKind::Last, id), value}};
    if (record.facts.capabilities()) {
        changes += {0, keyOf(StateKind::Reply, id), value};
    }
    write(changes);
    Q_EMIT changed();
}

void StateStore::forget(const QUuid &id)
{
    const bool known = m_known.contains(keyOf(StateKind::Last, id)) ||
                       m_known.contains(keyOf(StateKind::Reply, id));
    write({{0, keyOf(StateKind::Last, id), {}}, {0, keyOf(StateKind::Reply, id), {}}});
    if (known) {
        Q_EMIT changed();
    }
}

void StateStore::setDraft(const QString &key, const QByteArray &content)
{
    if (draft(key) != content) {
        const auto value = content.isEmpty() ? std::nullopt : std::optional(StateValue{0, content});
        write({{0, {StateKind::Draft, key}, value}});
    }
}

void StateStore::write(QList<StateChange> changes)
{
    for (StateChange &change : changes) {
        if (change.value) {
            know(change.key, change.value->content);
        } else {
            forgetKey(change.key);
        }
        change.serial = ++m_serial;
        m_unwritten.insert(change.key, change.serial);
    }
    startWriter();
    Q_EMIT changesMade(changes);
}

void StateStore::startWriter()
{
    if (m_thread != nullptr) {
        return;
    }
    m_thread = new QThread;
    m_thread->setObjectName(u"state"_s);
    auto *writer = new StateWriter(m_folder); // owned by m_thread's end
    writer->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, writer, &QObject::deleteLater);
    connect(this, &StateStore::changesMade, writer, &StateWriter::take);
    connect(this, &StateStore::closing, writer, &StateWriter::finish);
    connect(writer, &StateWriter::written, this, &StateStore::onWritten);
    connect(writer, &StateWriter::failed, this, &StateStore::failed);
    m_thread->start();
}

void StateStore::onWritten(quint64 serial)
{
    m_unwritten.removeIf([serial](const auto &entry) { return entry.value() <= serial; });
    // Another program may have written the same key after us, while we did not look.
    m_reader.forgetWhatWasRead();
    m_watch.nudge();
}

void StateStore::look()
{
    const auto opened = m_reader.open();
    const auto state = !opened || !*opened ? core::Result<std::optional<State>>(State())
                                           : m_reader.readIfChanged();
    const core::Error *error = !opened ? &opened.error() : !state ? &state.error() : nullptr;
    if (error == nullptr) {
        setProblem({});
        if (*state) {
            take(**state);
        }
    } else if (error->failure == core::Failure::TimedOut) {
        m_watch.nudge();
    } else {
        // What was known stays on the screen.
        m_reader.close();
        setProblem(error->detail);
    }
}

void StateStore::take(const State &state)
{
    bool differs = false;
    const QList<StateKey> before = m_known.keys();
    for (const StateKey &key : before) {
        if (!state.contains(key) && !m_unwritten.contains(key)) {
            differs = forgetKey(key) || differs;
        }
    }
    for (auto row = state.cbegin(); row != state.cend(); ++row) {
        const auto known = m_known.constFind(row.key());
        const bool same = known != m_known.cend() && known->hash == qHash(row->content);
        if (!same && !m_unwritten.contains(row.key())) {
            know(row.key(), row->content);
            differs = differs || row.key().kind != StateKind::Draft;
        }
    }
    if (differs) {
        Q_EMIT changed();
    }
}

void StateStore::setProblem(const core::Text &problem)
{
    if (problem != m_problem) {
        m_problem = problem;
        Q_EMIT changed();
    }
}

void StateStore::know(const StateKey &key, const QByteArray &content)
{
    const bool last = key.kind == StateKind::Last;
    m_known.insert(key, {qHash(content), last ? QByteArray() : content});
    if (!last) {
        return;
    }
    // A record with words of a newer version is left in the file and not shown.
    const QUuid id = QUuid::fromString(key.name);
    if (const auto record = recordOf(content)) {
        m_last.insert(id, withLeafOnly(*record));
    } else {
        m_last.remove(id);
    }
}

/// Whether changed() is due.
bool StateStore::forgetKey(const StateKey &key)
{
    if (key.kind == StateKind::Last) {
        m_last.remove(QUuid::fromString(key.name));
    }
    return m_known.remove(key) && key.kind != StateKind::Draft;
}

} // namespace store
