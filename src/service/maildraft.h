// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail.h"

#include <QByteArray>
#include <QDateTime>
#include <QUuid>

#include <optional>

namespace service
{

/// A mail that was written and not sent yet.
struct MailDraft
{
    QUuid way; // of a test mail the server, null: settings that are not saved; else the identity
    core::Draft mail;
    core::Delivery delivery = {}; // how it is to be given to the server; one copy
    QDateTime notBefore = {};     // invalid: at once

    bool operator==(const MailDraft &) const = default;
};

/// For Servers::setDraft(); reading gives nothing where the bytes are no mail of this version.
QByteArray bytesFromMail(const MailDraft &draft);
std::optional<MailDraft> mailFromBytes(const QByteArray &bytes);

} // namespace service
