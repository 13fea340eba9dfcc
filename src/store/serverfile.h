// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/serverchange.h"
#include "store/serverdocument.h"

#include <QString>

#include <chrono>
#include <optional>

namespace store
{

/// servers.json and its lock file on the disk. Keeps nothing but their place; ServerStore owns it.
class ServerFile
{
public:
    /// `folder` need not exist; the first save makes it.
    explicit ServerFile(const QString &folder);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString path() const;
    [[nodiscard]] QString lockPath() const;

    [[nodiscard]] ServerDocument read() const;

    struct Saved
    {
        /// Of the change, or the error that kept it from the disk.
        core::Result<bool> result;
        /// What the file holds now, where it was written or must not be.
        std::optional<ServerDocument> document;
    };
    /// Takes the lock, reads, applies the change, writes. Nothing: another program holds the lock
    /// and has not let go of it within `patience`; 0 does not wait at all.
    [[nodiscard]] std::optional<Saved> save(const ServerChange &change,
                                            std::chrono::milliseconds patience) const;
    /// What to say when save() has given nothing for too long.
    [[nodiscard]] core::Error heldByAnother() const;

private:
    [[nodiscard]] Saved saveLocked(const ServerChange &change) const;

    QString m_folder;
};

} // namespace store
