// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

core::Error notWritten(const QString &path, const QString &why)
{
    return {core::Failure::BadInput,
            u"%1 could not be written: %2."_s.arg(QDir::toNativeSeparators(path), why)};
}

} // namespace

core::Result<bool> makePrivateFolder(const QString &path)
{
    const QFileInfo info(QDir::cleanPath(path));
    if (info.isDir()) {
        return true;
    }
    const QFileInfo above(info.path());
    if (above.filePath() != info.filePath()) {
        if (const auto made = makePrivateFolder(above.filePath()); !made) {
            return made;
        }
    }
    // Another program may make it at this moment; what counts is that it is there.
    if (!QDir(info.path()).mkdir(info.fileName(), ownerOnly | QFile::ExeOwner) &&
        !QFileInfo(info.filePath()).isDir()) {
        return core::Error{core::Failure::BadInput,
                           u"The folder %1 could not be made."_s.arg(info.filePath())};
    }
    return true;
}

core::Result<bool> writePrivateFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly)) {
        return notWritten(path, file.errorString());
    }
    if (file.write(bytes) != bytes.size() || !file.commit()) {
        return notWritten(path, file.errorString());
    }
    return true;
}

core::Result<bool> keepCopy(const QString &path, const QByteArray &bytes)
{
    QString copy = path;
    for (int number = 2; QFileInfo::exists(copy); ++number) {
        QFile there(copy);
        if (there.open(QIODevice::ReadOnly) && there.readAll() == bytes) {
            return true;
        }
        copy = path + u'.' + QString::number(number);
    }
    return writePrivateFile(copy, bytes);
}

} // namespace store
