// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

/// A file system in memory, of so many octets, over `folder`: seen by this thread alone and by what
/// it starts. Needs root, or a kernel that lets every user have namespaces.
inline bool mountSmallDisk(const QString &folder, int octets)
{
    const uid_t user = geteuid();
    const auto write = [](const char *path, const QByteArray &text) {
        QFile file(QString::fromLatin1(path));
        return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) &&
               file.write(text) == text.size();
    };
    const QByteArray itself = QByteArray::number(user);
    return unshare(user == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) == 0 &&
           (user == 0 || write("/proc/self/uid_map", itself + ' ' + itself + " 1")) &&
           mount(nullptr, "/", nullptr, MS_PRIVATE | MS_REC, nullptr) == 0 &&
           mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", 0,
                 "size=" + QByteArray::number(octets)) == 0;
}
