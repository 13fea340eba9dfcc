// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace store
{

/// Makes the folder and what is missing above it, mode 0700 (XDG base directory specification).
/// One that is there already keeps its mode.
core::Result<bool> makePrivateFolder(const QString &path);

/// Replaces the file whole or not at all; mode 0600.
core::Result<bool> writePrivateFile(const QString &path, const QByteArray &bytes);

/// Keeps `bytes` as a new file `path`, or `path`.2 ... where that name is taken by something else.
core::Result<bool> keepCopy(const QString &path, const QByteArray &bytes);

} // namespace store
