// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/envelope.h"
#include "core/message.h"
#include "mime/messagescan.h"

#include <QIODevice>
#include <QString>

#include <memory>

namespace mime
{

/// A message ready to be sent, in a temporary file of its own: every line ends with CRLF, and there
/// is no Bcc. Immutable, so that any thread may read it; the last owner's going removes the file.
class SpooledMessage
{
public:
    /// Takes over the file at `path`.
    SpooledMessage(QString path, core::MessageTraits traits, core::Envelope envelope,
                   Findings findings);
    ~SpooledMessage();
    Q_DISABLE_COPY_MOVE(SpooledMessage)

    [[nodiscard]] const core::MessageTraits &traits() const { return m_traits; }
    [[nodiscard]] const core::Envelope &envelope() const { return m_envelope; }
    [[nodiscard]] const Findings &findings() const { return m_findings; }

    /// The message from its first octet, for the caller alone; null where the file cannot be read
    /// any more.
    [[nodiscard]] std::unique_ptr<QIODevice> open() const;
    /// For what reads files by itself.
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QString m_path;
    core::MessageTraits m_traits;
    core::Envelope m_envelope;
    Findings m_findings;
};

} // namespace mime
