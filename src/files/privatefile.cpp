// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/privatefile.h"

#include "files/ownfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <list>
#include <memory>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace files
{

namespace
{

constexpr mode_t folderMode = 0700;
constexpr mode_t fileMode = 0600;

/// What stands at the name, of a program that was killed, goes; a link is never followed. -1: errno
/// says why.
int makeNew(const QByteArray &name)
{
    ::unlink(name.constData());
    const int descriptor =
        ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, fileMode);
    if (descriptor >= 0) {
        ::fchmod(descriptor, fileMode); // whatever the umask takes away
    }
    return descriptor;
}

core::Error notWritten(const QString &path, const core::Text &why)
{
    return core::badInput({QT_TRANSLATE_NOOP("core", "%1 could not be written: %2."),
                           {QDir::toNativeSeparators(path), why}});
}

/// A link that leads nowhere counts too: writing would follow it.
bool isTaken(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

/// Whether we may make something in the folder: not in another user's, where root would leave what
/// the user could then put something else in the place of.
bool mayMakeIn(const QString &folder)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(folder).constData(), &info) != 0 ||
           info.st_uid == ::geteuid() || info.st_uid == 0;
}

QByteArray folderOf(const QByteArray &path)
{
    return path.first(std::max<qsizetype>(path.lastIndexOf('/'), 0)) + '/';
}

/// A file on its way into another's place, beside it and named after it. Where that is a link to a
/// person's own file, as into a folder of dotfiles, it is that file's place.
class Replacement
{
public:
    explicit Replacement(const PrivateFile &file)
        : m_file(file)
    {}
    ~Replacement()
    {
        if (!m_new.isEmpty()) {
            ::unlink(m_new.constData());
        }
    }
    Q_DISABLE_COPY_MOVE(Replacement)

    /// Everything is on the disk, but for the name.
    core::Result<bool> write()
    {
        m_target = QFile::encodeName(m_file.path);
        if (const core::Text fault = faultOfFile(m_file.path); !fault.isEmpty()) {
            return notWritten(m_file.path, fault);
        }
        if (const std::unique_ptr<char, decltype(&std::free)> real(
                ::realpath(m_target.constData(), nullptr), &std::free);
            real) {
            m_target = real.get();
            // What a person has locked by its mode stays.
            if (::faccessat(AT_FDCWD, real.get(), W_OK, AT_EACCESS) != 0) {
                return failed();
            }
        }
        const QByteArray name = m_target + ".new";
        QFile out;
        const int descriptor = makeNew(name);
        if (descriptor < 0) {
            return failed();
        }
        m_new = name;
        if (!out.open(descriptor, QIODevice::WriteOnly | QIODevice::Unbuffered,
                      QFileDevice::AutoCloseHandle)) {
            return notWritten(m_file.path, out.errorString());
        }
        if (!writeAll(descriptor, m_file.bytes)) {
            return failed();
        }
        if (m_file.modified.isValid()) {
            out.setFileTime(m_file.modified, QFile::FileModificationTime);
        }
        return ::fsync(descriptor) == 0 ? core::Result<bool>(true) : failed();
    }

    core::Result<bool> takePlace()
    {
        if (::rename(m_new.constData(), m_target.constData()) != 0) {
            return failed();
        }
        m_new.clear();
        return syncFolder(QFile::decodeName(folderOf(m_target))) ? core::Result<bool>(true)
                                                                 : failed();
    }

private:
    [[nodiscard]] core::Error failed() const
    {
        return notWritten(m_file.path, qt_error_string(errno));
    }

    const PrivateFile &m_file;
    QByteArray m_target;
    QByteArray m_new; // empty: there is none
};

QString numbered(const QString &path, int number)
{
    return path + u'.' + QString::number(number);
}

} // namespace

bool writeAll(int descriptor, QByteArrayView octets)
{
    for (QByteArrayView rest = octets; !rest.isEmpty();) {
        const ssize_t size = ::write(descriptor, rest.data(), static_cast<size_t>(rest.size()));
        if (size < 0 && errno != EINTR) {
            return false;
        }
        rest = rest.sliced(std::max<ssize_t>(size, 0));
    }
    return true;
}

bool syncFolder(const QString &folder)
{
    const int descriptor =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    const bool synced = ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
    const int error = errno;
    ::close(descriptor);
    errno = error;
    return synced;
}

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
    if (!mayMakeIn(above.filePath())) {
        return core::badInput(
            {QT_TRANSLATE_NOOP(
                 "core",
                 "The folder %1 could not be made: the one above it belongs to another user."),
             {info.filePath()}});
    }
    // Another program may make it at this moment; what counts is that it is there.
    if (::mkdir(QFile::encodeName(info.filePath()).constData(), folderMode) != 0 &&
        !QFileInfo(info.filePath()).isDir()) {
        return core::badInput(
            {QT_TRANSLATE_NOOP("core", "The folder %1 could not be made."), {info.filePath()}});
    }
    syncFolder(above.filePath());
    return true;
}

core::Result<bool> makePrivateFile(const QString &path, const QString &title)
{
    const int descriptor = makeNew(QFile::encodeName(path));
    if (descriptor < 0) {
        return notWritten(title, qt_error_string(errno));
    }
    ::close(descriptor);
    return true;
}

core::Result<bool> writePrivateFiles(const QList<PrivateFile> &files)
{
    std::list<Replacement> replacements;
    for (const PrivateFile &file : files) {
        if (const auto written = replacements.emplace_back(file).write(); !written) {
            return written;
        }
    }
    for (Replacement &replacement : replacements) {
        if (const auto placed = replacement.takePlace(); !placed) {
            return placed;
        }
    }
    return true;
}

core::Result<QString> keepCopy(const QString &path, const QByteArray &bytes)
{
    QString copy = path;
    for (int number = 2; isTaken(copy); ++number) {
        if (const OwnFile there = readOwnFile(copy);
            there.fault.isEmpty() && there.bytes == bytes) {
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
        return notWritten(name, QByteArray::fromStdString(error.message()));
    }
    syncFolder(QFileInfo(name).path());
    return name;
}

} // namespace files
