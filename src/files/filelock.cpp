// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filelock.h"

#include "files/ownfiles.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace files
{

namespace
{

constexpr auto pause = std::chrono::milliseconds(5);

/// Whoever held the lock before may have taken the file away after we opened it.
bool hasName(int descriptor, const QByteArray &name)
{
    struct stat open = {};
    struct stat named = {};
    return ::fstat(descriptor, &open) == 0 && ::lstat(name.constData(), &named) == 0 &&
           open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

} // namespace

FileLock::FileLock(const QString &path)
    : m_path(path)
{}

FileLock::~FileLock()
{
    if (m_descriptor >= 0) {
        ::unlink(QFile::encodeName(m_path).constData());
        ::close(m_descriptor);
    }
}

FileLock::Taking FileLock::take(std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    Taking taking = tryOnce();
    while (taking == Taking::HeldByAnother && !deadline.hasExpired()) {
        QThread::msleep(static_cast<unsigned long>(pause.count()));
        taking = tryOnce();
    }
    return taking;
}

FileLock::Taking FileLock::tryOnce()
{
    m_fault = faultOfPlainFile(m_path);
    if (!m_fault.isEmpty()) {
        return Taking::Refused;
    }
    const QByteArray name = QFile::encodeName(m_path);
    const int descriptor = ::open(
        name.constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return Taking::Refused;
    }
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
        if (hasName(descriptor, name)) {
            m_descriptor = descriptor;
            return Taking::Held;
        }
        errno = EWOULDBLOCK;
    }
    const int error = errno;
    ::close(descriptor);
    if (error == EWOULDBLOCK) {
        return Taking::HeldByAnother;
    }
    m_fault = qt_error_string(error);
    return Taking::Refused;
}

} // namespace files
