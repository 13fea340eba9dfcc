// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QString>

namespace files
{

/// Writes them whole. By hand: of a disk that fills up in the middle, QFile does not keep the
/// reason. False: errno says why.
bool writeAll(int descriptor, QByteArrayView octets);
/// A name is on the disk when its folder is. True also where a file system knows no such thing;
/// false: errno says why.
bool syncFolder(const QString &folder);

/// Makes the folder and what is missing above it, mode 0700 (XDG base directory specification).
/// One that is there already keeps its mode. Nothing is made in another user's folder.
core::Result<bool> makePrivateFolder(const QString &path);

struct PrivateFile
{
    QString path;
    QByteArray bytes;
    QDateTime modified = {}; // as the file shall tell; invalid: now
};

/// An empty file, mode 0600, in the place of whatever had that name; a link is not followed. An
/// error calls it `title`.
core::Result<bool> makePrivateFile(const QString &path, const QString &title);

/// Replaces each file whole or not at all; mode 0600. All are on the disk before the first takes
/// its place, so a full disk changes none of them; and so are their names at the end. A link to a
/// regular file of ours stays, and leads to the new one. Under a lock that all programs take: what
/// is written is path.new first.
core::Result<bool> writePrivateFiles(const QList<PrivateFile> &files);

/// Keeps `bytes` as a new file `path`, or `path`.2 ... where that name is taken by something else.
/// Value: the name it has.
core::Result<QString> keepCopy(const QString &path, const QByteArray &bytes);

/// Gives `path`, whatever it is, the name `aside`, or `aside`.2 ... Value: the name it has.
core::Result<QString> moveAside(const QString &path, const QString &aside);

} // namespace files
