// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

/// The user that owns nothing.
inline constexpr uid_t nobody = 65534;

inline QByteArray octets(const QString &path)
{
    return QFile::encodeName(path);
}

inline mode_t modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(octets(path).constData(), &info) == 0 ? info.st_mode & 07777 : 0;
}

inline bool setMode(const QString &path, mode_t mode)
{
    return ::chmod(octets(path).constData(), mode) == 0;
}

/// Gives a file or folder to another user; only root can, so for anybody else root's own stands
/// for it.
inline QString anothers(const QString &path, const QString &roots)
{
    return ::chown(octets(path).constData(), nobody, nobody) == 0 ? path : roots;
}

/// What stands at a name instead of a file: "pipe", "device", "socket", "folder", "link to
/// nowhere" or "loop".
inline void makeInstead(const QString &what, const QString &path)
{
    using namespace Qt::StringLiterals;
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    const QByteArray name = octets(path);
    if (what == u"pipe"_s) {
        QCOMPARE(::mkfifo(name.constData(), 0600), 0);
    } else if (what == u"device"_s) {
        QVERIFY(QFile::link(u"/dev/zero"_s, path));
    } else if (what == u"socket"_s) {
        QCOMPARE(::mknod(name.constData(), S_IFSOCK | 0600, 0), 0);
    } else if (what == u"folder"_s) {
        QVERIFY(QDir().mkpath(path));
    } else if (what == u"link to nowhere"_s) {
        QVERIFY(QFile::link(path + u".nowhere"_s, path));
    } else if (what == u"loop"_s) {
        QVERIFY(QFile::link(path, path));
    }
}
