// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/settingsfile.h"

#include "store/filelock.h"
#include "store/ownfiles.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace service
{

QString settingsFile(const QString &folder, const QString &name)
{
    const QString path = folder + u'/' + name;
    if (!store::distrustOfFolder(folder).isEmpty() || !store::readOwnFile(path).fault.isEmpty()) {
        return {};
    }
    if (!QFileInfo(folder).isDir()) {
        return path;
    }
    // What is taken is gone when it is let go of; who still holds it lives.
    store::FileLock left(path + u".lock"_s);
    return left.take({}) == store::FileLock::Taking::Refused && !left.fault().isEmpty() ? QString()
                                                                                        : path;
}

} // namespace service
