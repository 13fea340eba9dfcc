// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "autosend/candidates.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

// Looking at files without believing anything of them: links are not followed, nothing waits for a
// pipe. Names are of any octets (core/systemtext.h). Any thread.
namespace autosend
{

/// Nothing: errno says why; 0: it is no regular file.
[[nodiscard]] std::optional<Snapshot> lookAt(const QString &path);

/// Whether some program has it open for writing, as far as the file system tells (a read lease,
/// fcntl(2): own files, not over a network). False also where nobody can know.
[[nodiscard]] bool isBeingWritten(const QString &path);

[[nodiscard]] bool mayRead(const QString &path);

/// What stands directly in a folder.
struct Entry
{
    enum class Kind
    {
        File,
        Folder,
        Other, // a link, a pipe, a device
    };

    QString name;
    Kind kind = Kind::File;
};

/// Nothing: the folder is not there, or cannot be read to its end; errno says why.
[[nodiscard]] std::optional<QList<Entry>> entriesOf(const QString &folder);

/// Which folder it is, whatever it is called.
struct FolderId
{
    quint64 device = 0;
    quint64 inode = 0;

    bool operator==(const FolderId &) const = default;
};

/// Nothing: it is no folder, or not there.
[[nodiscard]] std::optional<FolderId> idOfFolder(const QString &folder);

} // namespace autosend
