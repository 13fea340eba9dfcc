// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: nothing is kept between two saves but the list to show. A save takes the lock file,
// reads servers.json as it is now, applies one change to it by id, writes it whole and lets go. So
// two programs that save in turn each see the other's work. A file this version does not understand
// is never written.
#include "store/serverstore.h"

#include "store/privatefile.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QThread>

#include <chrono>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

using Kind = ServerProblem::Kind;

constexpr auto lockPatience = std::chrono::seconds(5);
constexpr auto lockPause = std::chrono::milliseconds(5);
/// An editor that truncates and writes is seen twice; the half of it is not worth a warning.
constexpr auto settleTime = std::chrono::milliseconds(50);

core::Error sentence(const QString &text)
{
    return {core::Failure::BadInput, text};
}

struct FileContent
{
    ServerDocument document;
    QByteArray bytes;
};

FileContent read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {QFileInfo::exists(path) ? ServerDocument::unreadable(file.errorString())
                                        : ServerDocument(),
                {}};
    }
    const QByteArray bytes = file.readAll();
    if (file.error() != QFile::NoError) {
        return {ServerDocument::unreadable(file.errorString()), {}};
    }
    return {ServerDocument::parse(bytes), bytes};
}

core::Error refusal(const QString &path, const ServerProblem &problem)
{
    switch (problem.kind) {
    case Kind::NewerVersion:
        return sentence(u"%1 was written by a newer Proserpina (%2), so it is left as it is."_s.arg(
            path, problem.detail));
    case Kind::Broken:
        return sentence(u"%1 is damaged (%2), so it is left as it is."_s.arg(path, problem.detail));
    case Kind::Unreadable:
        return sentence(
            u"%1 cannot be read (%2), so it is left as it is."_s.arg(path, problem.detail));
    case Kind::None:
    case Kind::InvalidEntries:
        break;
    }
    Q_UNREACHABLE();
}

/// QLockFile::tryLock() with a time doubles its pauses up to seconds, and then a busy other program
/// can keep us out for good; short even pauses are fair.
core::Result<bool> lock(QLockFile &file)
{
    const QDeadlineTimer deadline(lockPatience);
    while (!file.tryLock(0)) {
        if (file.error() != QLockFile::LockFailedError) {
            return sentence(
                u"The folder %1 cannot be written to."_s.arg(QFileInfo(file.fileName()).path()));
        }
        if (deadline.hasExpired()) {
            return sentence(u"Another program is still saving the servers (%1 is there)."_s.arg(
                file.fileName()));
        }
        QThread::msleep(lockPause.count());
    }
    return true;
}

QString labelOf(const core::ServerEntry &entry)
{
    // The same name typed on another system may come decomposed.
    return entry.profile.name.trimmed().normalized(QString::NormalizationForm_C);
}

/// Whether `entry` may have its name. A name the file already gives it is not argued about, even if
/// somebody made it twice by hand.
core::Result<bool> checkName(const ServerDocument &document, const core::ServerEntry &entry)
{
    const QString label = labelOf(entry);
    if (label.isEmpty()) {
        return sentence(u"The server needs a name."_s);
    }
    const auto before = document.entry(entry.id);
    if (before && labelOf(*before) == label) {
        return true;
    }
    const QList<core::ServerEntry> entries = document.entries();
    for (const core::ServerEntry &other : entries) {
        if (other.id != entry.id && labelOf(other) == label) {
            return sentence(u"There is already a server named \"%1\"."_s.arg(label));
        }
    }
    return true;
}

} // namespace

ServerStore::ServerStore(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(QDir::cleanPath(folder))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &ServerStore::load);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &ServerStore::onFileSystemChanged);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this,
            &ServerStore::onFileSystemChanged);
}

QString ServerStore::filePath() const
{
    return m_folder + u"/servers.json"_s;
}

void ServerStore::load()
{
    watch(); // first, so that a change between the two is not missed
    take(read(filePath()).document);
}

core::Result<QUuid> ServerStore::add(const core::ServerEntry &entry)
{
    core::ServerEntry added = entry;
    if (added.id.isNull()) {
        added.id = QUuid::createUuid();
    }
    const auto saved = save([&added](ServerDocument &document) -> core::Result<bool> {
        if (document.entry(added.id)) {
            return sentence(u"This server is already there."_s);
        }
        if (const auto named = checkName(document, added); !named) {
            return named;
        }
        document.put(added);
        return true;
    });
    if (!saved) {
        return saved.error();
    }
    return added.id;
}

core::Result<bool> ServerStore::update(const core::ServerEntry &entry)
{
    return save([&entry](ServerDocument &document) -> core::Result<bool> {
        const auto before = document.entry(entry.id);
        if (!before) {
            return sentence(u"The server \"%1\" is no longer there."_s.arg(entry.profile.name));
        }
        if (const auto named = checkName(document, entry); !named) {
            return named;
        }
        document.put(entry);
        return *before != entry;
    });
}

core::Result<bool> ServerStore::remove(const QUuid &id)
{
    return save(
        [&id](ServerDocument &document) -> core::Result<bool> { return document.remove(id); });
}

core::Result<bool> ServerStore::save(const Change &change)
{
    if (const auto made = makePrivateFolder(m_folder); !made) {
        return made;
    }
    QLockFile lockFile(filePath() + u".lock"_s);
    if (const auto locked = lock(lockFile); !locked) {
        return locked;
    }
    FileContent content = read(filePath());
    if (content.document.problem().isReadOnly()) {
        take(content.document);
        return refusal(filePath(), content.document.problem());
    }
    const auto wanted = change(content.document);
    if (!wanted || !*wanted) {
        return wanted;
    }
    const auto written = write(content.document, content.bytes);
    lockFile.unlock();
    if (written) {
        take(content.document);
        watch();
    }
    return written;
}

core::Result<bool> ServerStore::write(ServerDocument &document, const QByteArray &before)
{
    if (document.version() < ServerDocument::currentVersion) {
        const QString copy = filePath() + u".v"_s + QString::number(document.version());
        if (const auto kept = keepCopy(copy, before); !kept) {
            return kept;
        }
    }
    return writePrivateFile(filePath(), document.toBytes());
}

void ServerStore::take(const ServerDocument &document)
{
    // Of a file that cannot be read any more the last known servers stay on the screen.
    const Kind kind = document.problem().kind;
    const bool known = kind != Kind::Broken && kind != Kind::Unreadable;
    const QList<core::ServerEntry> servers = known ? document.entries() : m_servers;
    if (servers == m_servers && document.problem() == m_problem) {
        return;
    }
    m_servers = servers;
    m_problem = document.problem();
    Q_EMIT changed();
}

/// A file replaced by another has to be watched anew, and the watcher does not tell that its own is
/// dead. Where the folder is missing, the nearest one above it tells of its coming.
void ServerStore::watch()
{
    QString folder = m_folder;
    while (!QFileInfo(folder).isDir() && folder != QFileInfo(folder).path()) {
        folder = QFileInfo(folder).path();
    }
    const QStringList folders = m_watcher.directories();
    for (const QString &path : folders) {
        if (path != folder) {
            m_watcher.removePath(path);
        }
    }
    if (!folders.contains(folder)) {
        m_watcher.addPath(folder);
    }
    if (const QStringList files = m_watcher.files(); !files.isEmpty()) {
        m_watcher.removePaths(files);
    }
    if (QFileInfo(filePath()).isFile()) {
        m_watcher.addPath(filePath());
    }
}

void ServerStore::onFileSystemChanged()
{
    watch();
    m_settle.start();
}

} // namespace store
