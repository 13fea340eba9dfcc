// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/spooledmessage.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace mime
{

SpooledMessage::SpooledMessage(int descriptor, core::MessageTraits traits, core::Envelope envelope,
                               Findings findings)
    : m_descriptor(descriptor)
    , m_traits(traits)
    , m_envelope(std::move(envelope))
    , m_findings(findings)
{}

SpooledMessage::~SpooledMessage()
{
    ::close(m_descriptor);
}

QString SpooledMessage::path() const
{
    return QStringLiteral("/proc/self/fd/") + QString::number(m_descriptor);
}

core::Result<std::shared_ptr<const SpooledMessage>>
spooledMessage(const QString &path, const core::MessageTraits &traits,
               const core::Envelope &envelope)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) {
        return core::Error{core::Failure::BodyUnreadable, qt_error_string(errno)};
    }
    return std::make_shared<const SpooledMessage>(descriptor, traits, envelope, Findings());
}

std::unique_ptr<QIODevice> SpooledMessage::open() const
{
    auto file = std::make_unique<QFile>(path());
    if (!file->open(QIODevice::ReadOnly)) {
        return nullptr;
    }
    return file;
}

} // namespace mime
