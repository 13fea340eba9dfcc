// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/spoolfile.h"

#include <QFile>

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace mime
{

namespace
{

constexpr qsizetype bufferSize = 65'536;

int openNameless(const QByteArray &folder)
{
    const int descriptor =
        ::open(folder.constData(), O_TMPFILE | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) {
        return descriptor;
    }
    // A file system that cannot: it has a name for a moment, while it is still empty.
    QByteArray name = folder + "/proserpina-XXXXXX";
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0) {
        ::unlink(name.constData());
    }
    return named;
}

} // namespace

SpoolFile::SpoolFile()
    : m_descriptor(openNameless(QFile::encodeName(folder())))
{
    if (m_descriptor < 0) {
        m_error = errno;
    }
    m_buffer.reserve(bufferSize);
}

QString SpoolFile::folder()
{
    // Not QDir::tempPath(), which is empty where there is no such folder.
    const QByteArray chosen = qgetenv("TMPDIR");
    return chosen.isEmpty() ? u"/tmp"_s : QFile::decodeName(chosen);
}

SpoolFile::~SpoolFile()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

bool SpoolFile::write(QByteArrayView octets)
{
    if (m_buffer.size() + octets.size() > bufferSize && !flush()) {
        return false;
    }
    m_buffer += octets;
    return m_error == 0 && (m_buffer.size() <= bufferSize || flush());
}

bool SpoolFile::flush()
{
    for (QByteArrayView rest = m_buffer; m_error == 0 && !rest.isEmpty();) {
        const ssize_t size = ::write(m_descriptor, rest.data(), static_cast<size_t>(rest.size()));
        if (size >= 0) {
            rest = rest.sliced(size);
        } else if (errno != EINTR) {
            m_error = errno;
        }
    }
    m_buffer.resize(0); // keeps its memory
    return m_error == 0;
}

QString SpoolFile::fault() const
{
    return qt_error_string(m_error);
}

int SpoolFile::release()
{
    return std::exchange(m_descriptor, -1);
}

} // namespace mime
