// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: a save takes the lock file, reads the file as it is now, applies one change to it,
// writes it whole and lets go. So two programs that save in turn each see the other's work. A file
// this version does not understand is never written.
//
// What the file held before is kept as name~, which takes its place first: whatever happens between
// the two, both are good. A save that cannot keep it fails, and changes neither.
#include "store/keptfile.h"

#include "files/filelock.h"
#include "files/ownfiles.h"
#include "files/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <system_error>
#include <utility>

using namespace Qt::StringLiterals;

namespace store
{

using Kind = FileProblem::Kind;

/// What was found under one of the names.
struct KeptFile::Found
{
    bool isThere = false;
    FileFacts facts = {};
    QByteArray octets = {};
    QDateTime savedAt = {};

    [[nodiscard]] const FileProblem &problem() const { return facts.problem; }
    [[nodiscard]] bool isUsable() const { return isThere && !problem().isReadOnly(); }
    [[nodiscard]] bool isWhole() const { return isThere && problem().kind == Kind::None; }
    [[nodiscard]] std::optional<QByteArray> usableOctets() const
    {
        return isThere && !problem().isDamage() ? std::optional(octets) : std::nullopt;
    }
    [[nodiscard]] FileContent content() const { return {problem(), usableOctets()}; }
};

KeptFile::KeptFile(const QString &folder, FileFormat format)
    : m_folder(QDir::cleanPath(folder))
    , m_format(std::move(format))
    , m_path(m_folder + u'/' + m_format.name)
    , m_keptPath(m_path + u'~')
    , m_lockPath(m_path + u".lock"_s)
{}

KeptFile::Found KeptFile::found(const QString &path) const
{
    // A folder that cannot be looked into may hold the file: only what is surely not there is none.
    const files::OwnFile file = files::readOwnFile(path);
    if (!file.isThere) {
        return {};
    }
    if (!file.fault.isEmpty()) {
        return {true, {{Kind::Unreadable, file.fault}}};
    }
    return {true, m_format.look(file.bytes), file.bytes, file.modified};
}

FileContent KeptFile::read() const
{
    const core::Text distrust = files::distrustOfFolder(m_folder);
    return distrust.isEmpty() ? found(m_path).content()
                              : FileContent{{Kind::Distrusted, distrust}, {}};
}

std::optional<KeptCopy> KeptFile::kept() const
{
    const Found kept = found(m_keptPath);
    return kept.isUsable() ? std::optional(KeptCopy{kept.facts.entries, kept.savedAt})
                           : std::nullopt;
}

core::Text KeptFile::sentenceOf(const FileProblem &problem) const
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

std::optional<KeptFile::Saved> KeptFile::save(const OctetsChange &change,
                                              std::chrono::milliseconds patience) const
{
    return underLock(patience, [this, &change] { return saveLocked(change); });
}

std::optional<KeptFile::Saved> KeptFile::restore(std::chrono::milliseconds patience) const
{
    return underLock(patience, [this] { return restoreLocked(); });
}

std::optional<KeptFile::Saved> KeptFile::underLock(std::chrono::milliseconds patience,
                                                   const std::function<Saved()> &work) const
{
    if (const core::Text distrust = files::distrustOfFolder(m_folder); !distrust.isEmpty()) {
        return Saved{core::badInput(distrust), FileContent{{Kind::Distrusted, distrust}, {}}};
    }
    if (const auto made = files::makePrivateFolder(m_folder); !made) {
        return Saved{made};
    }
    files::FileLock lock(m_lockPath);
    switch (lock.take(patience)) {
    case files::FileLock::Taking::Held: return work();
    case files::FileLock::Taking::HeldByAnother: return {};
    case files::FileLock::Taking::Refused: break;
    }
    return Saved{core::badInput(
        lock.fault().isEmpty()
            ? core::Text(QT_TRANSLATE_NOOP("core", "The folder %1 cannot be written to."),
                         {m_folder})
            : core::Text(QT_TRANSLATE_NOOP("core", "%1 could not be written: %2."),
                         {m_lockPath, lock.fault()}))};
}

/// Of a file with entries that cannot be read only where nothing better is kept.
bool KeptFile::isWorthKeeping(const Found &before) const
{
    return before.isWhole() || (before.isUsable() && !found(m_keptPath).isWhole());
}

core::Result<bool> KeptFile::keepOlderVersion(const Found &before) const
{
    if (!before.isThere || before.facts.version >= m_format.version) {
        return true;
    }
    const QString copy = m_path + u".v"_s + QString::number(before.facts.version);
    const auto copied = files::keepCopy(copy, before.octets);
    return copied ? core::Result(true) : copied.error();
}

KeptFile::Saved KeptFile::saveLocked(const OctetsChange &change) const
{
    const Found before = found(m_path);
    if (before.problem().isReadOnly()) {
        return {core::badInput(sentenceOf(before.problem())), before.content()};
    }
    const auto wanted = change(before.usableOctets());
    if (!wanted) {
        return {wanted.error()};
    }
    if (!*wanted) {
        return {false};
    }
    if (const auto kept = keepOlderVersion(before); !kept) {
        return {kept};
    }
    QList<files::PrivateFile> replaced;
    if (isWorthKeeping(before)) {
        if (QFileInfo(m_keptPath).isSymLink()) {
            QFile::remove(m_keptPath); // never written through to another place
        }
        replaced += {m_keptPath, before.octets, before.savedAt};
    }
    const QByteArray &octets = **wanted;
    replaced += {m_path, octets};
    if (const auto written = files::writePrivateFiles(replaced); !written) {
        return {written};
    }
    return {true, FileContent{m_format.look(octets).problem, octets}};
}

/// The damaged file under another name.
core::Result<QString> KeptFile::putAside(const Found &damaged) const
{
    const QString aside = m_path + u".damaged"_s;
    if (!damaged.isThere) {
        return QString();
    }
    // The copy leaves the file where it is until the good one takes its place.
    return damaged.problem().kind == Kind::Broken ? files::keepCopy(aside, damaged.octets)
                                                  : files::moveAside(m_path, aside);
}

KeptFile::Saved KeptFile::restoreLocked() const
{
    const Found damaged = found(m_path);
    const FileProblem &problem = damaged.problem();
    if (damaged.isThere && !problem.isDamage()) {
        return {core::badInput(
                    problem.kind == Kind::NewerVersion
                        ? sentenceOf(problem)
                        : core::Text(QT_TRANSLATE_NOOP(
                                         "core", "%1 is not damaged: there is nothing to restore."),
                                     {m_path})),
                damaged.content()};
    }
    const Found kept = found(m_keptPath);
    if (!kept.isUsable()) {
        return {core::badInput(
            {QT_TRANSLATE_NOOP("core", "There is no good copy of %1 to go back to."), {m_path}})};
    }
    const auto aside = putAside(damaged);
    if (!aside) {
        return {aside.error()};
    }
    if (const auto written = files::writePrivateFiles({{m_path, kept.octets, kept.savedAt}});
        !written) {
        if (problem.kind == Kind::Unreadable) {
            std::error_code ignored;
            std::filesystem::rename(aside->toStdU16String(), m_path.toStdU16String(), ignored);
        }
        return {written.error()};
    }
    return {true, kept.content(), {{kept.facts.entries, kept.savedAt}, *aside}};
}

core::Error KeptFile::heldByAnother() const
{
    return core::badInput(
        {QT_TRANSLATE_NOOP("core", "Another program is still saving %1 (%2 is there)."),
         {m_format.name, m_lockPath}});
}

} // namespace store
