// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/fileproblem.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace store
{

/// What a KeptFile must know of octets it reads.
struct FileFacts
{
    FileProblem problem;
    int version = 0;
    qsizetype entries = 0; // that can be read
};

/// What a KeptFile keeps.
struct FileFormat
{
    QString name; // without a folder
    int version;  // a file with a lower one is kept when it is first written anew
    std::function<FileFacts(const QByteArray &)> look; // pure
};

/// What a file holds at one moment.
struct FileContent
{
    FileProblem problem;
    std::optional<QByteArray> octets; // nothing: there is no file, or they are not to be used
};

/// The good content that stands beside a file since its last save, in the file name~.
struct KeptCopy
{
    qsizetype count = 0; // of entries
    QDateTime savedAt;   // when they were saved, not when the next save put them aside

    bool operator==(const KeptCopy &) const = default;
};

/// What going back to it did.
struct RestoredFile
{
    KeptCopy copy;
    QString damagedFile; // the name the damaged file has now; empty: there was none
};

/// One change to what the file holds at the moment of the save, where there is one. Value: what it
/// shall hold; nothing: no difference, so nothing to write.
using OctetsChange =
    std::function<core::Result<std::optional<QByteArray>>(const std::optional<QByteArray> &)>;

/// A file of settings, the one kept beside it and its lock file on the disk. Remembers nothing but
/// their place and format; SharedFile owns it.
class KeptFile
{
public:
    /// `folder` need not exist; the first save makes it.
    KeptFile(const QString &folder, FileFormat format);

    [[nodiscard]] FileContent read() const;
    /// What restore() would go back to; nothing: it cannot be used, or is not there.
    [[nodiscard]] std::optional<KeptCopy> kept() const;
    /// What is wrong, a whole sentence; not for Kind::None.
    [[nodiscard]] core::Text sentenceOf(const FileProblem &problem) const;

    struct Saved
    {
        /// Whether anything differs now, or the error that kept the change from the disk.
        core::Result<bool> result;
        /// What the file holds now, where it was written or must not be.
        std::optional<FileContent> content = {};
        RestoredFile restored = {}; // of a restore that went well
    };
    /// Takes the lock, reads, applies the change, writes. Nothing: another program holds the lock
    /// and has not let go of it within `patience`; 0 does not wait at all.
    [[nodiscard]] std::optional<Saved> save(const OctetsChange &change,
                                            std::chrono::milliseconds patience) const;
    /// Puts what is kept in the place of a damaged or missing file, and the damaged one beside it
    /// under a free name. Nothing: as save().
    [[nodiscard]] std::optional<Saved> restore(std::chrono::milliseconds patience) const;
    /// What to say when save() or restore() has given nothing for too long.
    [[nodiscard]] core::Error heldByAnother() const;

private:
    struct Found;

    [[nodiscard]] Found found(const QString &path) const;
    [[nodiscard]] bool isWorthKeeping(const Found &before) const;
    [[nodiscard]] core::Result<bool> keepOlderVersion(const Found &before) const;
    [[nodiscard]] std::optional<Saved> underLock(std::chrono::milliseconds patience,
                                                 const std::function<Saved()> &work) const;
    [[nodiscard]] Saved saveLocked(const OctetsChange &change) const;
    [[nodiscard]] Saved restoreLocked() const;
    [[nodiscard]] core::Result<QString> putAside(const Found &damaged) const;

    QString m_folder;
    FileFormat m_format;
    QString m_path;
    QString m_keptPath;
    QString m_lockPath;
};

} // namespace store
