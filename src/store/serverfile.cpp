// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: a save takes the lock file, reads servers.json as it is now, applies one change to
// it by id, writes it whole and lets go. So two programs that save in turn each see the other's
// work. A file this version does not understand is never written.
#include "store/serverfile.h"

#include "store/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

using Kind = ServerProblem::Kind;

core::Error sentence(const QString &text)
{
    return {core::Failure::BadInput, text};
}

struct FileContent
{
    ServerDocument document;
    QByteArray bytes;
};

FileContent contentOf(const QString &path)
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

core::Result<bool> write(const QString &path, const ServerDocument &document,
                         const QByteArray &before)
{
    if (document.version() < ServerDocument::currentVersion) {
        const QString copy = path + u".v"_s + QString::number(document.version());
        if (const auto kept = keepCopy(copy, before); !kept) {
            return kept;
        }
    }
    return writePrivateFile(path, document.toBytes());
}

} // namespace

ServerFile::ServerFile(const QString &folder)
    : m_folder(QDir::cleanPath(folder))
{}

QString ServerFile::path() const
{
    return m_folder + u"/servers.json"_s;
}

QString ServerFile::lockPath() const
{
    return path() + u".lock"_s;
}

ServerDocument ServerFile::read() const
{
    return contentOf(path()).document;
}

std::optional<ServerFile::Saved> ServerFile::save(const ServerChange &change,
                                                  std::chrono::milliseconds patience) const
{
    if (const auto made = makePrivateFolder(m_folder); !made) {
        return Saved{made, {}};
    }
    QLockFile lock(lockPath());
    if (lock.tryLock(static_cast<int>(patience.count()))) {
        return saveLocked(change);
    }
    if (lock.error() == QLockFile::LockFailedError) {
        return {};
    }
    return Saved{sentence(u"The folder %1 cannot be written to."_s.arg(m_folder)), {}};
}

ServerFile::Saved ServerFile::saveLocked(const ServerChange &change) const
{
    FileContent content = contentOf(path());
    if (content.document.problem().isReadOnly()) {
        return {refusal(path(), content.document.problem()), content.document};
    }
    const auto wanted = change(content.document);
    if (!wanted || !*wanted) {
        return {wanted, {}};
    }
    const auto written = write(path(), content.document, content.bytes);
    return {written, written ? std::optional(content.document) : std::nullopt};
}

core::Error ServerFile::heldByAnother() const
{
    return sentence(
        u"Another program is still saving the servers (%1 is there)."_s.arg(lockPath()));
}

} // namespace store
