// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outbox/mail.h"

#include <QByteArray>

namespace outbox
{

/// The part of a mail that no query asks for, as its row keeps it: envelope, traits, delivery, what
/// became of the recipients. JSON.
QByteArray contentOf(const Mail &mail);
/// Sets it in `mail`. False: these bytes are none, or of a newer version.
bool readContent(const QByteArray &bytes, Mail &mail);

} // namespace outbox
