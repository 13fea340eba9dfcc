// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capabilities.h"
#include "core/mail.h"
#include "core/result.h"

#include <QByteArray>

namespace smtp
{

/// The injection guard: whether an argument may stand in a command line. CR, LF, NUL and every
/// other control character would start a command of its own or be cut off by some server (B13, B70
/// to B72).
bool isSafeArgument(const QByteArray &argument);

/// Whether an address may stand between < and > (RFC 5321 4.1.2): a safe argument without <, > or,
/// outside quotes, a space; octets over 127 only for SMTPUTF8.
bool isSafeAddress(const QByteArray &address, bool smtpUtf8);

/// "MAIL FROM:<...>" with the parameters that this server offers and this message needs. Without
/// line end. `notify`: only where the server offers DSN.
core::Result<QByteArray> mailCommand(const QByteArray &from, const core::MessageTraits &traits,
                                     const core::Capabilities &capabilities,
                                     const core::NotifyRequest &notify = {});
/// "RCPT TO:<...>".
core::Result<QByteArray> rcptCommand(const QByteArray &to, bool smtpUtf8,
                                     const core::NotifyRequest &notify = {});

} // namespace smtp
