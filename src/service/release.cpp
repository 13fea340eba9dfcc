// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/release.h"

#include "core/systemtext.h"

namespace service
{

// A number, and the paths behind it: each ends with a NUL, which no name holds.

QByteArray bytesFromRelease(const Release &release)
{
    QByteArray bytes = QByteArray::number(release.first) + '\0';
    for (const QString &path : release.paths) {
        bytes += core::toSystem(path) + '\0';
    }
    return bytes;
}

Release releaseFromBytes(const QByteArray &bytes)
{
    QByteArrayList parts = bytes.split('\0');
    Release release{parts.takeFirst().toInt()};
    for (const QByteArray &path : parts) {
        if (!path.isEmpty()) {
            release.paths.append(core::fromSystem(path));
        }
    }
    return release;
}

} // namespace service
