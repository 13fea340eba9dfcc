// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reply.h"

#include <QByteArrayList>

namespace smtp
{

/// What the refusal of MAIL or RCPT is about, as far as the transaction goes on by it.

/// RFC 5321 4.5.3.1.10: 452, and with some servers 552; a full mailbox or disk has the same codes.
bool isTooManyRecipients(const core::Reply &reply);

/// RFC 5321 4.1.1.11 and 4.2.4: 555, 455 and 504 are about parameters; 500 and 501 may be. The
/// enhanced code then says so, or that the content cannot be carried (RFC 3463 3.7).
bool refusesParameter(const core::Reply &reply);

/// The keywords of parameters that the reply names, in lower case; not those inside an address.
QByteArrayList namedParameters(const core::Reply &reply);

/// Whether the reply names one of these, or no parameter by a code that is for nothing else.
bool blames(const core::Reply &reply, const QByteArrayList &parameters);

} // namespace smtp
