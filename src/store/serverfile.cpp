// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: a save takes the lock file, reads servers.json as it is now, applies one change to
// it by id, writes it whole and lets go. So two programs that save in turn each see the other's
// work. A file this version does not understand is never written.
//
// What the file held before is kept as servers.json~, which takes its place first: whatever happens
// between the two, both are good. A save that cannot keep it fails, and changes neither.
#include "store/serverfile.h"

#include "files/filelock.h"
#include "files/ownfiles.h"
#include "files/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <system_error>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

using Kind = ServerProblem::Kind;

struct FileContent
{
    bool isThere = false;
    ServerDocument document = {};
    QByteArray bytes = {};
    QDateTime savedAt = {};

    [[nodiscard]] bool isUsable() const { return isThere && !document.problem().isReadOnly(); }
    [[nodiscard]] bool isWhole() const { return isThere && document.problem().kind == Kind::None; }
};

FileContent contentOf(const QString &path)
{
    // A folder that cannot be looked into may hold servers: only what is surely not there is none.
    const files::OwnFile file = files::readOwnFile(path);
    if (!file.isThere) {
        return {};
    }
    if (!file.fault.isEmpty()) {
        return {true, ServerDocument::failed(Kind::Unreadable, file.fault)};
    }
    return {true, ServerDocument::parse(file.bytes), file.bytes, file.modified};
}

/// Of a file with servers that cannot be read only where nothing better is kept.
bool isWorthKeeping(const FileContent &before, const QString &keptPath)
{
    return before.isWhole() || (before.isUsable() && !contentOf(keptPath).isWhole());
}

/// The damaged file under another name.
core::Result<QString> putAside(const QString &path, const FileContent &damaged)
{
    const QString aside = path + u".damaged"_s;
    if (!damaged.isThere) {
        return QString();
    }
    // The copy leaves the file where it is until the good one takes its place.
    return damaged.document.problem().kind == Kind::Broken ? files::keepCopy(aside, damaged.bytes)
                                                           : files::moveAside(path, aside);
}

} // namespace

ServerFile::ServerFile(const QString &folder)
    : m_folder(QDir::cleanPath(folder))
    , m_path(m_folder + u"/servers.json"_s)
    , m_keptPath(m_path + u'~')
    , m_lockPath(m_path + u".lock"_s)
{}

ServerDocument ServerFile::read() const
{
    const core::Text distrust = files::distrustOfFolder(m_folder);
    return distrust.isEmpty() ? contentOf(m_path).document
                              : ServerDocument::failed(Kind::Distrusted, distrust);
}

std::optional<KeptServers> ServerFile::kept() const
{
    const FileContent kept = contentOf(m_keptPath);
    if (!kept.isUsable()) {
        return {};
    }
    return KeptServers{kept.document.entries().size(), kept.savedAt};
}

core::Text ServerFile::sentenceOf(const ServerProblem &problem) const
{
    const core::Text file(m_path);
    switch (problem.kind) {
    case Kind::InvalidEntries:
        return {QT_TRANSLATE_NOOP("core", "%1 holds %2 entries that cannot be read. They are kept "
                                          "as they are and not shown."),
                {file, problem.invalidEntries}};
    case Kind::NewerVersion:
        return {QT_TRANSLATE_NOOP(
                    "core", "%1 was written by a newer Proserpina (%2), so it is left as it is."),
                {file, problem.detail}};
    case Kind::Broken:
        return {QT_TRANSLATE_NOOP("core", "%1 is damaged (%2), so it is left as it is."),
                {file, problem.detail}};
    case Kind::Unreadable:
        return {QT_TRANSLATE_NOOP("core", "%1 cannot be read (%2), so it is left as it is."),
                {file, problem.detail}};
    case Kind::Distrusted: return problem.detail;
    case Kind::None: break;
    }
    Q_UNREACHABLE();
}

std::optional<ServerFile::Saved> ServerFile::save(const ServerChange &change,
                                                  std::chrono::milliseconds patience) const
{
    return underLock(patience, [this, &change] { return saveLocked(change); });
}

std::optional<ServerFile::Saved> ServerFile::restore(std::chrono::milliseconds patience) const
{
    return underLock(patience, [this] { return restoreLocked(); });
}

std::optional<ServerFile::Saved> ServerFile::underLock(std::chrono::milliseconds patience,
                                                       const std::function<Saved()> &work) const
{
    if (const core::Text distrust = files::distrustOfFolder(m_folder); !distrust.isEmpty()) {
        return Saved{core::badInput(distrust), ServerDocument::failed(Kind::Distrusted, distrust)};
    }
    if (const auto made = files::makePrivateFolder(m_folder); !made) {
        return Saved{made, {}};
    }
    files::FileLock lock(m_lockPath);
    switch (lock.take(patience)) {
    case files::FileLock::Taking::Held: return work();
    case files::FileLock::Taking::HeldByAnother: return {};
    case files::FileLock::Taking::Refused: break;
    }
    return Saved{
        core::badInput(
            lock.fault().isEmpty()
                ? core::Text(QT_TRANSLATE_NOOP("core", "The folder %1 cannot be written to."),
                             {m_folder})
                : core::Text(QT_TRANSLATE_NOOP("core", "%1 could not be written: %2."),
                             {m_lockPath, lock.fault()})),
        {}};
}

ServerFile::Saved ServerFile::saveLocked(const ServerChange &change) const
{
    FileContent content = contentOf(m_path);
    if (content.document.problem().isReadOnly()) {
        return {core::badInput(sentenceOf(content.document.problem())), content.document};
    }
    const auto wanted = change(content.document);
    if (!wanted || !*wanted) {
        return {wanted, {}};
    }
    if (const int version = content.document.version(); version < ServerDocument::currentVersion) {
        const QString copy = m_path + u".v"_s + QString::number(version);
        if (const auto copied = files::keepCopy(copy, content.bytes); !copied) {
            return {copied.error(), {}};
        }
    }
    QList<files::PrivateFile> replaced;
    if (isWorthKeeping(content, m_keptPath)) {
        if (QFileInfo(m_keptPath).isSymLink()) {
            QFile::remove(m_keptPath); // never written through to another place
        }
        replaced += {m_keptPath, content.bytes, content.savedAt};
    }
    replaced += {m_path, content.document.toBytes()};
    const auto written = files::writePrivateFiles(replaced);
    return {written, written ? std::optional(content.document) : std::nullopt};
}

ServerFile::Saved ServerFile::restoreLocked() const
{
    const FileContent damaged = contentOf(m_path);
    const ServerProblem &problem = damaged.document.problem();
    if (damaged.isThere && !problem.isDamage()) {
        return {core::badInput(
                    problem.kind == Kind::NewerVersion
                        ? sentenceOf(problem)
                        : core::Text(QT_TRANSLATE_NOOP(
                                         "core", "%1 is not damaged: there is nothing to restore."),
                                     {m_path})),
                damaged.document};
    }
    const FileContent kept = contentOf(m_keptPath);
    if (!kept.isUsable()) {
        return {
            core::badInput({QT_TRANSLATE_NOOP("core", "There is no good copy of %1 to go back to."),
                            {m_path}}),
            {}};
    }
    const auto aside = putAside(m_path, damaged);
    if (!aside) {
        return {aside.error(), {}};
    }
    if (const auto written = files::writePrivateFiles({{m_path, kept.bytes, kept.savedAt}});
        !written) {
        if (problem.kind == Kind::Unreadable) {
            std::error_code ignored;
            std::filesystem::rename(aside->toStdU16String(), m_path.toStdU16String(), ignored);
        }
        return {written.error(), {}};
    }
    return {true, kept.document, {{kept.document.entries().size(), kept.savedAt}, *aside}};
}

core::Error ServerFile::heldByAnother() const
{
    return core::badInput(
        {QT_TRANSLATE_NOOP("core", "Another program is still saving the servers (%1 is there)."),
         {m_lockPath}});
}

} // namespace store
