// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

// Who may have written what we are about to believe. servers.json names programs to run and hosts
// that get a password, so what another user could have put there is not used. What is root's is
// as good as ours. docs/security.md.
namespace files
{

/// Why nothing in the folder may be used, a whole sentence; empty: it may be, or is not there.
[[nodiscard]] core::Text distrustOfFolder(const QString &folder);

/// Why the file may not be used, such as "it is not a regular file"; empty: it may be, or is not
/// there. A link counts as what it leads to. Opens nothing.
[[nodiscard]] core::Text faultOfFile(const QString &path);
/// The same for a file that only programs make: it is no link either.
[[nodiscard]] core::Text faultOfPlainFile(const QString &path);

/// Whether the folder, or where it will be, lies on another computer (NFS, SMB, sshfs).
[[nodiscard]] bool isRemoteFolder(const QString &folder);

/// What a file of a person's settings holds. Never waits, whatever stands there, and reads no more
/// than 16 MB.
struct OwnFile
{
    bool isThere = false;
    core::Text fault = {}; // why it is not read, ours or the system's words
    QByteArray bytes = {};
    QDateTime modified = {};
};

[[nodiscard]] OwnFile readOwnFile(const QString &path);

} // namespace files
