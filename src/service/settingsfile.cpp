// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/settingsfile.h"

#include "files/filelock.h"
#include "files/ownfiles.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace service
{

QString settingsFile(const QString &folder, const QString &name)
{
    const QString path = folder + u'/' + name;
    if (!files::distrustOfFolder(folder).isEmpty() || !files::readOwnFile(path).fault.isEmpty()) {
        return {};
    }
    if (!QFileInfo(folder).isDir()) {
        return path;
    }
    // What is taken is gone when it is let go of; who still holds it lives.
    files::FileLock left(path + u".lock"_s);
    return left.take({}) == files::FileLock::Taking::Refused && !left.fault().isEmpty() ? QString()
                                                                                        : path;
}

} // namespace service
