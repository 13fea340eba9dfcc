// SPDX-License-Identifier: GPL-3.0-or-later
#include "autosend/filelook.h"

#include "core/systemtext.h"

#include <QScopeGuard>

#include <cerrno>
#include <csignal>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace autosend
{

namespace
{

constexpr qint64 nanoseconds = 1'000'000'000;

std::optional<struct stat> infoOf(const QString &path)
{
    struct stat info = {};
    return ::lstat(core::toSystem(path).constData(), &info) == 0 ? std::optional(info)
                                                                 : std::nullopt;
}

Entry::Kind kindOf(unsigned int type)
{
    return type == DT_DIR   ? Entry::Kind::Folder
           : type == DT_REG ? Entry::Kind::File
                            : Entry::Kind::Other;
}

} // namespace

std::optional<Snapshot> lookAt(const QString &path)
{
    const auto info = infoOf(path);
    if (!info) {
        return {};
    }
    if (!S_ISREG(info->st_mode)) {
        errno = 0;
        return {};
    }
    return Snapshot{info->st_ino, info->st_size,
                    info->st_mtim.tv_sec * nanoseconds + info->st_mtim.tv_nsec};
}

bool isBeingWritten(const QString &path)
{
    const int descriptor =
        ::open(core::toSystem(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    const auto close = qScopeGuard([descriptor] { ::close(descriptor); });
    // Who opens it while we have the lease makes the kernel tell us, by default with a signal that
    // ends the program; this one is ignored by default.
    ::fcntl(descriptor, F_SETSIG, SIGURG);
    if (::fcntl(descriptor, F_SETLEASE, F_RDLCK) == 0) {
        ::fcntl(descriptor, F_SETLEASE, F_UNLCK);
        return false;
    }
    return errno == EAGAIN;
}

bool mayRead(const QString &path)
{
    return ::faccessat(AT_FDCWD, core::toSystem(path).constData(), R_OK,
                       AT_EACCESS | AT_SYMLINK_NOFOLLOW) == 0;
}

std::optional<QList<Entry>> entriesOf(const QString &folder)
{
    DIR *open = ::opendir(core::toSystem(folder).constData());
    if (open == nullptr) {
        return {};
    }
    const auto close = qScopeGuard([open] { ::closedir(open); });
    QList<Entry> entries;
    errno = 0;
    while (const dirent *one = ::readdir(open)) { // NOLINT(concurrency-mt-unsafe): its own stream
        const QByteArray octets(one->d_name);
        if (octets == "." || octets == "..") {
            continue;
        }
        Entry entry{core::fromSystem(octets), kindOf(one->d_type)};
        if (one->d_type == DT_UNKNOWN) { // file systems that do not say
            const auto info = infoOf(folder + QLatin1Char('/') + entry.name);
            errno = 0;
            if (!info) {
                continue;
            }
            entry.kind = kindOf(IFTODT(info->st_mode));
        }
        entries.append(entry);
    }
    return errno == 0 ? std::optional(entries) : std::nullopt;
}

std::optional<FolderId> idOfFolder(const QString &folder)
{
    const auto info = infoOf(folder);
    return info && S_ISDIR(info->st_mode) ? std::optional(FolderId{info->st_dev, info->st_ino})
                                          : std::nullopt;
}

} // namespace autosend
