// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ownfiles.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr qint64 longestFile = 16 * 1024 * 1024;

bool isTrusted(const struct stat &info)
{
    return info.st_uid == ::geteuid() || info.st_uid == 0;
}

bool othersMayWrite(const struct stat &info)
{
    // An access list that lets others write shows in the group's bits.
    return (info.st_mode & (S_IWGRP | S_IWOTH)) != 0;
}

QString faultOf(const struct stat &info)
{
    if (S_ISDIR(info.st_mode)) {
        return u"it is a folder"_s;
    }
    if (!S_ISREG(info.st_mode)) {
        return u"it is not a regular file"_s;
    }
    if (!isTrusted(info)) {
        return u"it belongs to another user"_s;
    }
    return othersMayWrite(info) ? u"other users can write to it"_s : QString();
}

bool isMissing(int error)
{
    return error == ENOENT || error == ENOTDIR;
}

OwnFile unreadable(const QString &fault)
{
    return {true, fault};
}

} // namespace

QString distrustOfFolder(const QString &folder)
{
    const QByteArray name = QFile::encodeName(folder);
    struct stat link = {};
    struct stat info = {};
    if (::lstat(name.constData(), &link) != 0 || ::stat(name.constData(), &info) != 0 ||
        !S_ISDIR(info.st_mode)) {
        return {};
    }
    if (info.st_uid != ::geteuid() || !isTrusted(link)) {
        return u"The folder %1 belongs to another user, so nothing in it is used."_s.arg(folder);
    }
    // A sticky bit does not help: it stops nobody from making a file.
    return othersMayWrite(info)
               ? u"Other users can write to the folder %1, so nothing in it is used."_s.arg(folder)
               : QString();
}

QString faultOfFile(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat info = {};
    // The name itself first: a file that comes between two looks is no link that leads nowhere.
    if (::lstat(name.constData(), &info) != 0) {
        return isMissing(errno) ? QString() : qt_error_string(errno);
    }
    if (S_ISLNK(info.st_mode) && ::stat(name.constData(), &info) != 0) {
        return isMissing(errno) ? u"it is a link that leads nowhere"_s : qt_error_string(errno);
    }
    return faultOf(info);
}

QString faultOfPlainFile(const QString &path)
{
    struct stat info = {};
    if (::lstat(QFile::encodeName(path).constData(), &info) != 0) {
        return isMissing(errno) ? QString() : qt_error_string(errno);
    }
    return S_ISLNK(info.st_mode) ? u"it is a link"_s : faultOf(info);
}

OwnFile readOwnFile(const QString &path)
{
    // Looked at first: opening a device may already do something.
    if (const QString fault = faultOfFile(path); !fault.isEmpty()) {
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
    if (const QString fault = faultOf(info); !fault.isEmpty()) {
        return unreadable(fault);
    }
    const QByteArray bytes = file.read(longestFile + 1);
    if (file.error() != QFile::NoError) {
        return unreadable(file.errorString());
    }
    if (bytes.size() > longestFile) {
        return unreadable(u"it is larger than 16 MB"_s);
    }
    return {true, {}, bytes, file.fileTime(QFile::FileModificationTime)};
}

} // namespace store
