// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/spooledmessage.h"

#include <QFile>

#include <utility>

namespace mime
{

SpooledMessage::SpooledMessage(QString path, core::MessageTraits traits, core::Envelope envelope,
                               Findings findings)
    : m_path(std::move(path))
    , m_traits(traits)
    , m_envelope(std::move(envelope))
    , m_findings(findings)
{}

SpooledMessage::~SpooledMessage()
{
    QFile::remove(m_path);
}

std::unique_ptr<QIODevice> SpooledMessage::open() const
{
    auto file = std::make_unique<QFile>(m_path);
    if (!file->open(QIODevice::ReadOnly)) {
        return nullptr;
    }
    return file;
}

} // namespace mime
