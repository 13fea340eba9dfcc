// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/systemfile.h"

#include "core/systemtext.h"
#include "mime/charset.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace mime
{

FileKind fileKind(const QString &path)
{
    struct stat status = {};
    if (stat(core::toSystem(path).constData(), &status) != 0) {
        return FileKind::Missing;
    }
    return S_ISREG(status.st_mode) ? FileKind::Regular : FileKind::Other;
}

QString fileTitle(const QString &path)
{
    const QByteArray octets = core::toSystem(path);
    return readableName(octets.mid(octets.lastIndexOf('/') + 1));
}

std::optional<QString> openForReading(QFile &file, const QString &path)
{
    const int descriptor = open(core::toSystem(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return qt_error_string(errno);
    }
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        return file.errorString();
    }
    return {};
}

} // namespace mime
