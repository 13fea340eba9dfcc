// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/spool.h"

#include "files/ownfiles.h"
#include "files/privatefile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QUuid>

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace outbox
{

namespace
{

constexpr qsizetype pieceSize = qsizetype{64} * 1024;
constexpr auto orphanAge = std::chrono::hours(1);

core::Error notKept(const core::Text &why)
{
    return core::badInput(
        {QT_TRANSLATE_NOOP("core", "The mail could not be put into the outbox: %1."), {why}});
}

/// Empty: it went well.
core::Text copy(QIODevice &message, int descriptor)
{
    while (!message.atEnd()) {
        const QByteArray piece = message.read(pieceSize);
        if (piece.isEmpty()) {
            return message.errorString();
        }
        if (!files::writeAll(descriptor, piece)) {
            return qt_error_string(errno);
        }
    }
    return ::fsync(descriptor) == 0 ? core::Text() : core::Text(qt_error_string(errno));
}

qint64 freeSpaceOf(const QString &folder)
{
    const QStorageInfo disk(folder);
    return disk.isValid() ? disk.bytesAvailable() : -1;
}

} // namespace

Spool::Spool(const QString &folder, FreeSpace freeSpace)
    : m_folder(folder)
    , m_freeSpace(freeSpace ? std::move(freeSpace) : freeSpaceOf)
{}

QString Spool::path(const QString &name) const
{
    return m_folder + u'/' + name;
}

core::Result<bool> Spool::open()
{
    if (const core::Text distrust = files::distrustOfFolder(m_folder); !distrust.isEmpty()) {
        return core::badInput(distrust);
    }
    return files::makePrivateFolder(m_folder);
}

core::Result<QString> Spool::add(QIODevice &message, qint64 size)
{
    const qint64 free = m_freeSpace(m_folder);
    if (free >= 0 && free - size < keptFree) {
        return notKept(QT_TRANSLATE_NOOP("core", "there is too little room left on the disk"));
    }
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces) + u".eml"_s;
    const QByteArray file = QFile::encodeName(path(name));
    const int descriptor =
        ::open(file.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return notKept(qt_error_string(errno));
    }
    core::Text fault = copy(message, descriptor);
    if (::close(descriptor) != 0 && fault.isEmpty()) {
        fault = qt_error_string(errno);
    }
    if (!fault.isEmpty()) {
        ::unlink(file.constData());
        return notKept(fault);
    }
    return name;
}

core::Result<bool> Spool::sync()
{
    return files::syncFolder(m_folder) ? core::Result(true) : notKept(qt_error_string(errno));
}

qint64 Spool::sizeOf(const QString &name) const
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(path(name)).constData(), &info) == 0 && S_ISREG(info.st_mode)
               ? info.st_size
               : -1;
}

void Spool::remove(const QString &name)
{
    QFile::remove(path(name));
}

void Spool::removeOrphans(const std::function<bool(const QString &)> &isKnown)
{
    const QDateTime old = QDateTime::currentDateTimeUtc().addDuration(-orphanAge);
    const QFileInfoList found = QDir(m_folder).entryInfoList({u"*.eml"_s}, QDir::Files);
    for (const QFileInfo &file : found) {
        if (file.lastModified() < old && !isKnown(file.fileName())) {
            remove(file.fileName());
        }
    }
}

} // namespace outbox
