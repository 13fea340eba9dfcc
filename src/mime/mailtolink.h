// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail.h"

#include <QByteArray>

#include <optional>

namespace mime
{

/// A mail as a mailto: link proposes it (RFC 6068), from whoever made the link: To, Cc, Bcc,
/// subject and text, and nothing else of it. Addresses are as they stand there, good or not;
/// control characters become spaces, in the text all but line ends. Nothing: it is no such link, or
/// longer than 64 KiB.
std::optional<core::Draft> draftOfLink(const QByteArray &link);

} // namespace mime
