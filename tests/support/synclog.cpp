// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it works: the program's own fsync() and fdatasync() come before the C library's for all that
// is loaded into it.
#include "synclog.h"

#include <array>
#include <sys/syscall.h>
#include <unistd.h>

namespace
{

QByteArrayList *synced = nullptr;

void note(int descriptor)
{
    if (synced == nullptr) {
        return;
    }
    std::array<char, 4096> name{};
    const QByteArray link = "/proc/self/fd/" + QByteArray::number(descriptor);
    const ssize_t size = ::readlink(link.constData(), name.data(), name.size());
    synced->append(QByteArray(name.data(), size));
}

} // namespace

extern "C" int fsync(int descriptor)
{
    note(descriptor);
    return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

extern "C" int fdatasync(int descriptor)
{
    note(descriptor);
    return static_cast<int>(::syscall(SYS_fdatasync, descriptor));
}

SyncLog::SyncLog()
{
    synced = new QByteArrayList;
}

SyncLog::~SyncLog()
{
    delete synced;
    synced = nullptr;
}

QByteArrayList SyncLog::names() const
{
    return *synced;
}
