// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail.h"

#include <QByteArray>
#include <QUuid>

#include <optional>

namespace service
{

/// A test mail that was written and not sent yet.
struct MailDraft
{
    QUuid server; // null: settings that are not saved
    core::Draft mail;
    core::Delivery delivery = {}; // how it is to be given to the server; one copy

    bool operator==(const MailDraft &) const = default;
};

/// For Servers::setDraft(); reading gives nothing where the bytes are no mail of this version.
QByteArray bytesFromMail(const MailDraft &draft);
std::optional<MailDraft> mailFromBytes(const QByteArray &bytes);

} // namespace service
