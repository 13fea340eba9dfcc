// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <filesystem>
#include <list>
#include <system_error>

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

/// A link that leads nowhere counts too: writing would follow it.
bool isTaken(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

QString numbered(const QString &path, int number)
{
    return path + u'.' + QString::number(number);
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

core::Result<bool> writePrivateFiles(const QList<PrivateFile> &files)
{
    std::list<QSaveFile> written;
    for (const PrivateFile &file : files) {
        QSaveFile &save = written.emplace_back(file.path);
        if (!save.open(QIODevice::WriteOnly) || !save.setPermissions(ownerOnly) ||
            save.write(file.bytes) != file.bytes.size() || !save.flush()) {
            return notWritten(file.path, save.errorString());
        }
        if (file.modified.isValid()) {
            save.setFileTime(file.modified, QFile::FileModificationTime);
        }
    }
    for (QSaveFile &save : written) {
        if (!save.commit()) {
            return notWritten(save.fileName(), save.errorString());
        }
    }
    return true;
}

core::Result<QString> keepCopy(const QString &path, const QByteArray &bytes)
{
    QString copy = path;
    for (int number = 2; isTaken(copy); ++number) {
        QFile there(copy);
        if (QFileInfo(copy).isFile() && there.open(QIODevice::ReadOnly) &&
            there.readAll() == bytes) {
            return copy;
        }
        copy = numbered(path, number);
    }
    if (const auto written = writePrivateFiles({{copy, bytes}}); !written) {
        return written.error();
    }
    return copy;
}

core::Result<QString> moveAside(const QString &path, const QString &aside)
{
    QString name = aside;
    for (int number = 2; isTaken(name); ++number) {
        name = numbered(aside, number);
    }
    // Not QFile::rename(), which copies what it cannot rename.
    std::error_code error;
    std::filesystem::rename(path.toStdU16String(), name.toStdU16String(), error);
    if (error) {
        return notWritten(name, QString::fromStdString(error.message()));
    }
    return name;
}

} // namespace store
