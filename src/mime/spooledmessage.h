// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail.h"
#include "core/result.h"
#include "mime/messagescan.h"

#include <QIODevice>
#include <QString>

#include <memory>

namespace mime
{

/// A message ready to be sent, in a temporary file of its own that has no name: every line ends
/// with CRLF, and there is no Bcc. Immutable, so that any thread may read it; the file goes with
/// the last owner, or with the process.
class SpooledMessage
{
public:
    /// Takes over the descriptor.
    SpooledMessage(int descriptor, core::MessageTraits traits, core::Envelope envelope,
                   Findings findings);
    ~SpooledMessage();
    Q_DISABLE_COPY_MOVE(SpooledMessage)

    [[nodiscard]] const core::MessageTraits &traits() const { return m_traits; }
    [[nodiscard]] const core::Envelope &envelope() const { return m_envelope; }
    [[nodiscard]] const Findings &findings() const { return m_findings; }

    /// The message from its first octet, for the caller alone; null where the file cannot be read
    /// any more.
    [[nodiscard]] std::unique_ptr<QIODevice> open() const;
    /// For what reads files by itself, in this process.
    [[nodiscard]] QString path() const;

private:
    int m_descriptor;
    core::MessageTraits m_traits;
    core::Envelope m_envelope;
    Findings m_findings;
};

/// A message that was spooled before, into a file with a name. Error BodyUnreadable.
core::Result<std::shared_ptr<const SpooledMessage>>
spooledMessage(const QString &path, const core::MessageTraits &traits,
               const core::Envelope &envelope);

} // namespace mime
