// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

/// What was put on the disk while this is alive, in order: the names of the files and folders that
/// this process called fsync() or fdatasync() for, its libraries included. One at a time.
class SyncLog
{
public:
    SyncLog();
    ~SyncLog();
    Q_DISABLE_COPY_MOVE(SyncLog)

    [[nodiscard]] QByteArrayList names() const;
};
