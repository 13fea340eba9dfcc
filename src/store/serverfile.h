// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/serverdocument.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace store
{

/// The good servers that stand beside servers.json since the last save, in servers.json~.
struct KeptServers
{
    qsizetype count = 0;
    QDateTime savedAt; // when they were saved, not when the next save put them aside

    bool operator==(const KeptServers &) const = default;
};

/// One change to what servers.json holds at the moment of the save. Value: whether anything
/// differs now; false: nothing to write.
using ServerChange = std::function<core::Result<bool>(ServerDocument &)>;

/// What going back to them did.
struct RestoredServers
{
    KeptServers servers;
    QString damagedFile; // the name the damaged file has now; empty: there was none
};

/// servers.json, the file kept beside it and its lock file on the disk. Remembers nothing but their
/// place; ServerStore owns it.
class ServerFile
{
public:
    /// `folder` need not exist; the first save makes it.
    explicit ServerFile(const QString &folder);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] const QString &path() const { return m_path; }

    [[nodiscard]] ServerDocument read() const;
    /// What restore() would go back to; nothing: it cannot be used, or is not there.
    [[nodiscard]] std::optional<KeptServers> kept() const;
    /// What is wrong, a whole sentence; not for Kind::None.
    [[nodiscard]] core::Text sentenceOf(const ServerProblem &problem) const;

    struct Saved
    {
        /// Of the change, or the error that kept it from the disk.
        core::Result<bool> result;
        /// What the file holds now, where it was written or must not be.
        std::optional<ServerDocument> document;
        RestoredServers restored = {}; // of a restore that went well
    };
    /// Takes the lock, reads, applies the change, writes. Nothing: another program holds the lock
    /// and has not let go of it within `patience`; 0 does not wait at all.
    [[nodiscard]] std::optional<Saved> save(const ServerChange &change,
                                            std::chrono::milliseconds patience) const;
    /// Puts what is kept in the place of a damaged or missing servers.json, and the damaged one
    /// beside it under a free name. Nothing: as save().
    [[nodiscard]] std::optional<Saved> restore(std::chrono::milliseconds patience) const;
    /// What to say when save() or restore() has given nothing for too long.
    [[nodiscard]] core::Error heldByAnother() const;

private:
    [[nodiscard]] std::optional<Saved> underLock(std::chrono::milliseconds patience,
                                                 const std::function<Saved()> &work) const;
    [[nodiscard]] Saved saveLocked(const ServerChange &change) const;
    [[nodiscard]] Saved restoreLocked() const;

    QString m_folder;
    QString m_path;
    QString m_keptPath;
    QString m_lockPath;
};

} // namespace store
