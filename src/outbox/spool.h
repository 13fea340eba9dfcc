// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QIODevice>
#include <QString>

#include <functional>
#include <memory>

namespace outbox
{

/// The messages of the waiting mail, a file each as it will go out: mode 0600, in a folder of their
/// own. Synchronous; any one thread.
class Spool
{
public:
    /// How many octets are free where a folder is; negative: nobody knows.
    using FreeSpace = std::function<qint64(const QString &folder)>;
    /// What is left to the other programs.
    static constexpr qint64 keptFree = qint64{64} * 1024 * 1024;

    explicit Spool(const QString &folder, FreeSpace freeSpace = {});

    /// Makes the folder. Errors are whole sentences, BadInput.
    core::Result<bool> open();
    /// Copies the message from its first octet. It is on the disk when this returns; its name is
    /// after sync(). Value: the name. An error leaves nothing: the disk is full, or what is left of
    /// it would be less than keptFree.
    core::Result<QString> add(QIODevice &message, qint64 size);
    core::Result<bool> sync();

    [[nodiscard]] QString path(const QString &name) const;
    /// In octets; negative: it is not there, or no plain file.
    [[nodiscard]] qint64 sizeOf(const QString &name) const;
    void remove(const QString &name);
    /// Files older than an hour that `isKnown` does not know go.
    void removeOrphans(const std::function<bool(const QString &name)> &isKnown);

private:
    QString m_folder;
    FreeSpace m_freeSpace;
};

} // namespace outbox
