// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: memory holds what the file said when it was last read, and over it what was written
// through this object. A write changes memory, then goes to the writer's thread with a number;
// until the writer has said that number is in the file, the file is not believed for that key. A
// sign that the file has changed (by anyone) leads to look(), which reads the rows that are new.
// Those whose content is known are passed over, so our own writes come back to us without a
// changed(). From the first one that is not believed on they are read again.
#include "store/statestore.h"

#include "store/recordjson.h"

#include <QJsonDocument>
#include <QSet>
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

StateStore::StateStore(const QString &folder)
    : m_folder(folder)
    , m_reader(folder, StateDatabase::Access::Read, readerPatience)
    , m_watch(folder, {u"state.db"_s, u"state.db-wal"_s}, settleTime)
{
    connect(&m_watch, &files::FileWatch::changed, this, &StateStore::look);
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
    const QByteArray content = bytesOf(record);
    QList<StateRow> rows{{0, keyOf(StateKind::Last, id), content}};
    if (record.facts.capabilities()) {
        rows += {0, keyOf(StateKind::Reply, id), content};
    }
    write(rows);
}

void StateStore::forget(const QUuid &id)
{
    write({{0, keyOf(StateKind::Last, id), {}}, {0, keyOf(StateKind::Reply, id), {}}});
}

void StateStore::setDraft(const QString &key, const QByteArray &content)
{
    if (draft(key) != content) {
        write({{0, {StateKind::Draft, key}, content}});
    }
}

void StateStore::write(QList<StateRow> rows)
{
    bool differs = false;
    for (StateRow &row : rows) {
        differs = know(row.key, row.content) || differs;
        row.number = ++m_number;
        m_unwritten.insert(row.key, row.number);
    }
    startWriter();
    Q_EMIT rowsChanged(rows);
    if (differs) {
        Q_EMIT changed();
    }
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
    connect(this, &StateStore::rowsChanged, writer, &StateWriter::take);
    connect(this, &StateStore::closing, writer, &StateWriter::finish);
    connect(writer, &StateWriter::written, this, &StateStore::onWritten);
    connect(writer, &StateWriter::failed, this, &StateStore::failed);
    m_thread->start();
}

void StateStore::onWritten(qint64 number)
{
    m_unwritten.removeIf([number](const auto &entry) { return entry.value() <= number; });
    // Another program may have written the same key after us, while it was not believed.
    m_watch.nudge();
}

void StateStore::look()
{
    const auto opened = m_reader.open();
    const auto read = !opened || !*opened ? core::Result(StateRows{true, {}}) : m_reader.read();
    const core::Error *error = !opened ? &opened.error() : !read ? &read.error() : nullptr;
    if (error == nullptr) {
        setProblem({});
        take(*read);
    } else if (error->failure == core::Failure::TimedOut) {
        m_watch.nudge();
    } else {
        // What was known stays on the screen.
        m_reader.close();
        setProblem(error->detail);
    }
}

void StateStore::take(const StateRows &read)
{
    const QList<StateKey> known = read.all ? m_known.keys() : QList<StateKey>();
    QSet<StateKey> gone(known.cbegin(), known.cend());
    bool differs = false;
    bool believed = true;
    for (const StateRow &row : read.rows) {
        gone.remove(row.key);
        if (m_unwritten.contains(row.key)) {
            believed = false;
        } else {
            differs = know(row.key, row.content) || differs;
        }
        if (believed) {
            m_reader.seen(row.number);
        }
    }
    for (const StateKey &key : std::as_const(gone)) {
        differs = (!m_unwritten.contains(key) && know(key, {})) || differs;
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

/// Nothing: forgets it. Whether changed() is due.
bool StateStore::know(const StateKey &key, const QByteArray &content)
{
    const size_t hash = qHash(content);
    const auto known = m_known.constFind(key);
    if (known == m_known.cend() ? content.isEmpty() : known->hash == hash) {
        return false;
    }
    const bool last = key.kind == StateKind::Last;
    if (content.isEmpty()) {
        m_known.remove(key);
    } else {
        m_known.insert(key, {hash, last ? QByteArray() : content});
    }
    if (last) {
        // A record with words of a newer version is left in the file and not shown.
        const QUuid id = QUuid::fromString(key.name);
        if (const auto record = recordOf(content)) {
            m_last.insert(id, withLeafOnly(*record));
        } else {
            m_last.remove(id);
        }
    }
    return key.kind != StateKind::Draft;
}

} // namespace store
