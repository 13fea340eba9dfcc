// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

#include <optional>

namespace mime
{

enum class FileKind
{
    Missing,
    Regular,
    Other, // a folder, a device, a pipe that might never say anything
};

/// Files by the octets of their names (core::toSystem), which QFile cannot find where they are no
/// UTF-8.
FileKind fileKind(const QString &path);

/// The last part of its path, readable.
QString fileTitle(const QString &path);

/// Opens `file` for reading. What comes back is the system's reason why it could not.
std::optional<QString> openForReading(QFile &file, const QString &path);

} // namespace mime
