// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/ownfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace files
{

namespace
{

constexpr qint64 longestFile = qint64{16} * 1024 * 1024;

/// Types of file system (statfs(2)): NFS, SMB, CIFS, SMB 2, FUSE, Ceph, AFS, 9P.
constexpr std::array<quint32, 8> remoteTypes{0x6969,     0x517b,     0xff534d42, 0xfe534d42,
                                             0x65735546, 0x00c36400, 0x5346414f, 0x01021997};

bool isTrusted(const struct stat &info)
{
    return info.st_uid == ::geteuid() || info.st_uid == 0;
}

bool othersMayWrite(const struct stat &info)
{
    // An access list that lets others write shows in the group's bits.
    return (info.st_mode & (S_IWGRP | S_IWOTH)) != 0;
}

core::Text faultOf(const struct stat &info)
{
    if (S_ISDIR(info.st_mode)) {
        return QT_TRANSLATE_NOOP("core", "it is a folder");
    }
    if (!S_ISREG(info.st_mode)) {
        return QT_TRANSLATE_NOOP("core", "it is not a regular file");
    }
    if (!isTrusted(info)) {
        return QT_TRANSLATE_NOOP("core", "it belongs to another user");
    }
    return othersMayWrite(info) ? QT_TRANSLATE_NOOP("core", "other users can write to it")
                                : core::Text();
}

bool isMissing(int error)
{
    return error == ENOENT || error == ENOTDIR;
}

OwnFile unreadable(const core::Text &fault)
{
    return {true, fault};
}

} // namespace

core::Text distrustOfFolder(const QString &folder)
{
    const QByteArray name = QFile::encodeName(folder);
    struct stat link = {};
    struct stat info = {};
    if (::lstat(name.constData(), &link) != 0 || ::stat(name.constData(), &info) != 0 ||
        !S_ISDIR(info.st_mode)) {
        return {};
    }
    if (info.st_uid != ::geteuid() || !isTrusted(link)) {
        return {QT_TRANSLATE_NOOP(
                    "core", "The folder %1 belongs to another user, so nothing in it is used."),
                {folder}};
    }
    // A sticky bit does not help: it stops nobody from making a file.
    return othersMayWrite(info)
               ? core::Text(
                     QT_TRANSLATE_NOOP(
                         "core",
                         "Other users can write to the folder %1, so nothing in it is used."),
                     {folder})
               : core::Text();
}

core::Text faultOfFile(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat info = {};
    // The name itself first: a file that comes between two looks is no link that leads nowhere.
    if (::lstat(name.constData(), &info) != 0) {
        return isMissing(errno) ? core::Text() : qt_error_string(errno);
    }
    if (S_ISLNK(info.st_mode) && ::stat(name.constData(), &info) != 0) {
        return isMissing(errno)
                   ? core::Text(QT_TRANSLATE_NOOP("core", "it is a link that leads nowhere"))
                   : qt_error_string(errno);
    }
    return faultOf(info);
}

core::Text faultOfPlainFile(const QString &path)
{
    struct stat info = {};
    if (::lstat(QFile::encodeName(path).constData(), &info) != 0) {
        return isMissing(errno) ? core::Text() : qt_error_string(errno);
    }
    return S_ISLNK(info.st_mode) ? QT_TRANSLATE_NOOP("core", "it is a link") : faultOf(info);
}

bool isRemoteFolder(const QString &folder)
{
    QString there = QDir::cleanPath(folder);
    while (!QFileInfo::exists(there) && there != QFileInfo(there).path()) {
        there = QFileInfo(there).path();
    }
    struct statfs info = {};
    return ::statfs(QFile::encodeName(there).constData(), &info) == 0 &&
           std::ranges::find(remoteTypes, static_cast<quint32>(info.f_type)) != remoteTypes.end();
}

OwnFile readOwnFile(const QString &path)
{
    // Looked at first: opening a device may already do something.
    if (const core::Text fault = faultOfFile(path); !fault.isEmpty()) {
        return unreadable(fault);
    }
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0) {
        return isMissing(errno) ? OwnFile() : unreadable(qt_error_string(errno));
    }
    QFile file;
    struct stat info = {};
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle) ||
        ::fstat(descriptor, &info) != 0) {
        return unreadable(file.errorString());
    }
    if (const core::Text fault = faultOf(info); !fault.isEmpty()) {
        return unreadable(fault);
    }
    const QByteArray bytes = file.read(longestFile + 1);
    if (file.error() != QFile::NoError) {
        return unreadable(file.errorString());
    }
    if (bytes.size() > longestFile) {
        return unreadable(QT_TRANSLATE_NOOP("core", "it is larger than 16 MB"));
    }
    return {true, {}, bytes, file.fileTime(QFile::FileModificationTime)};
}

} // namespace files
